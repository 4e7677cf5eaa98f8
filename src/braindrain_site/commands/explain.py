"""Prints the receipt of a figure, claim or statement."""

import argparse
from pathlib import Path

from braindrain_site.commands import Verb
from braindrain_site.terminal import complain, tell


def declare(verb: Verb) -> None:
    """Says how ``explain`` is typed."""
    explain = verb(
        "explain", help="tell where a figure, claim or statement comes from and where it stands"
    )
    explain.add_argument("name", help="its name in data/")
    explain.set_defaults(run=_run)


def _run(root: Path, asked: argparse.Namespace) -> int:
    from braindrain_site import explaining, recipe

    proof = recipe.judge(root / "data", publishing=False, drafts=True)
    try:
        tell(explaining.explained(proof, asked.name))
    except explaining.Unexplained as unexplained:
        complain(proof.edition.drafts.why_unknown(asked.name) or str(unexplained))
        return 2
    return 0
