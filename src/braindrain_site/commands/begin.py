"""Begins a story, or something in one, and tidies the files that come in."""

import argparse
from pathlib import Path

from braindrain_site.commands import Verb
from braindrain_site.commands.surroundings import today
from braindrain_site.terminal import complain, tell


def declare(verb: Verb) -> None:
    """Says how ``new`` and ``fix`` are typed."""
    new = verb("new", help="begin a figure, source, chart … or a story")
    new.add_argument("kind", help="what it is: figure, source, table, chart, chapter …")
    new.add_argument(
        "name", nargs="?", default="",
        help="its name; of a table also the CSV file that it is made from",
    )  # fmt: skip
    new.add_argument(
        "--languages", default="en", help="of a story, the first first; default: %(default)s"
    )
    new.add_argument("called", nargs="?", default="", help="the name of a table made from a file")
    new.set_defaults(run=_new)
    fix = verb("fix", help="show the house form of a CSV file, and what is unclear")
    fix.add_argument("file", type=Path, help="the file")
    fix.add_argument("--write", action="store_true", help="write it so")
    fix.set_defaults(run=_fix)
    for made in (new, fix):
        made.add_argument(
            "--decimal", default="", choices=(".", ","), help="the decimal sign of a CSV file"
        )


def _new(root: Path, asked: argparse.Namespace) -> int:
    if not asked.name:
        complain(f'Say which: make new what="{asked.kind} its_name".')
        return 2
    if asked.kind == "story":
        from braindrain_site import starting

        languages = asked.languages.replace(",", " ").split()
        return starting.story(root, asked.name, languages, today())
    from braindrain_site import beginning

    if asked.story != Path():
        tell(f"In {asked.story}:")
    return beginning.new(root, asked.kind, asked.name, asked.called, asked.decimal, today())


def _fix(root: Path, asked: argparse.Namespace) -> int:
    from braindrain_site import beginning

    return beginning.fix(root, asked.file, asked.write, asked.decimal)
