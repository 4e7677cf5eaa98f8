"""Tells what readers would see change between two editions."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from braindrain_site.commands import Verb
from braindrain_site.commands.surroundings import IN_THE_WAY
from braindrain_site.disk.program import templates_of
from braindrain_site.model.problems import Rejected
from braindrain_site.terminal import complain, tell

if TYPE_CHECKING:
    from braindrain_site.changes.versions import Unknown

_NEW = 4
"""The exit status where readers would see something new."""


def declare(verb: Verb) -> None:
    """Says how ``changes`` is typed."""
    changes = verb(
        "changes", help="tell what readers would see change; ends with 4 if there is anything"
    )
    changes.add_argument(
        "before", nargs="?", help="a commit or a folder; default: the last commit of site/"
    )
    changes.add_argument("after", nargs="?", default=".", help="another; default: data/ as it is")
    changes.add_argument("--markdown", action="store_true", help="as Markdown, for a pull request")
    changes.add_argument("--page", type=Path, metavar="FILE", help="as an HTML page with pictures")
    changes.set_defaults(run=_run)


def _run(root: Path, asked: argparse.Namespace) -> int:
    from braindrain_site.changes import comparing, names, showing, telling, versions

    try:
        name = asked.before or versions.published(root)
        with versions.data_of(root, name) as old, versions.data_of(root, asked.after) as new:
            before = versions.read_older(old, root, name)
            try:
                after = versions.read(new, root)
            except Rejected:
                for sentence in versions.flipped(before, new):
                    complain(sentence)
                raise
            before, renamed = names.followed(before, after, root, name)
            found = [*renamed, *comparing.changes(before, after)]
            if asked.page:
                shown = showing.page(found, before, after, templates_of(root))
                asked.page.write_text(shown, "utf-8", newline="\n")
    except versions.Unknown as unknown:
        return not_compared(unknown)
    tell(telling.as_markdown(found) if asked.markdown else telling.as_text(found))
    return _NEW if found else 0


def not_compared(unknown: "Unknown") -> int:
    """The exit status where one of the two cannot be had; says why."""
    from braindrain_site.changes.versions import Outdated

    complain(str(unknown))
    return IN_THE_WAY if isinstance(unknown, Outdated) else 2
