"""Judges ``data/`` and publishes nothing; lists what it is asked for."""

import argparse
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from braindrain_site.commands import Verb
from braindrain_site.commands.changes import not_compared
from braindrain_site.commands.surroundings import telling
from braindrain_site.commands.verdict import unused, verdict
from braindrain_site.model.problems import Rejected
from braindrain_site.terminal import complain, tell

if TYPE_CHECKING:
    from braindrain_site.recipe import Proof

_LISTS = {
    "margins": "how near each claim is to false",
    "claims": "what the words of each claim were read as",
    "grades": "how well each figure is known, and why",
    "sentences": "the sentences that have no receipt",
}
"""What a check lists when it is asked to."""


def declare(verb: Verb) -> None:
    """Says how ``check`` is typed."""
    check = verb("check", help="judge data/ only")
    for name, what in _LISTS.items():
        check.add_argument(f"--{name}", action="store_true", help=f"list {what}")
    check.add_argument(
        "--on", metavar="DAY", help="list what is overdue on that day, such as 2027-03-01"
    )
    check.add_argument(
        "--against", metavar="REV",
        help="a commit or a folder: stop at values that changed without an entry in changes.yaml",
    )  # fmt: skip
    check.set_defaults(run=_run)


def _run(root: Path, asked: argparse.Namespace) -> int:
    from braindrain_site import recipe
    from braindrain_site.figures import grades
    from braindrain_site.judging import claims, due, meanings, statements
    from braindrain_site.model.date_mistakes import day_mistake
    from braindrain_site.schemas.keeping import keep_schemas

    if asked.on and (mistake := day_mistake(asked.on)):
        complain(f"--on {mistake[0]} {mistake[1]}")
        return 1
    with telling() as phase:
        proof = recipe.judge(root / "data", phase)
        keep_schemas(root, proof.edition)
    if asked.against and (status := _against(root, asked.against, proof)):
        return status
    if asked.margins:
        tell("\n".join(claims.margins(proof.claims, proof.amounts)))
    if asked.claims:
        tell("\n".join(meanings.readings(proof.edition, proof.amounts)))
    if asked.grades:
        tell("\n".join(grades.listed(proof.edition)))
    if asked.on:
        tell("\n".join(due.listed(proof.edition, dt.date.fromisoformat(asked.on))))
    if asked.sentences:
        tell("\n".join(statements.own(proof.edition)))
    tell("\n".join((*unused(proof), verdict(proof), "data/ is fine.")))
    return 0


def _against(root: Path, name: str, proof: "Proof") -> int:
    """The exit status of a check against *name*. Raises Rejected if a change is not told."""
    from braindrain_site.changes import owed, versions

    try:
        with versions.data_of(root, name) as data:
            before = owed.read(data, name)
    except versions.Unknown as unknown:
        return not_compared(unknown)
    if problems := owed.owed(before, owed.Published(proof.edition, proof.amounts)):
        raise Rejected(problems, proof.edition.lines)
    return 0
