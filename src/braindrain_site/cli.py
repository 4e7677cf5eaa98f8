"""The command line: which verb was typed, for which story, and with which status it ends.

A command ends with 0 if all is well, 1 if something in ``data/`` has to be mended, 2 if it was
called wrongly, and 3 if its surroundings are in the way: a disk, a port, an output.
"""

# What reads, judges and draws takes a second to load: each command imports what it needs itself.

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from braindrain_site import progress
from braindrain_site.commands import amend, begin, build, changes, check, explain, serve
from braindrain_site.commands.surroundings import IN_THE_WAY
from braindrain_site.disk.kept import Refused
from braindrain_site.model.problems import Rejected, gathered, report, then
from braindrain_site.terminal import complain, counted, make_ready, tell


def run(root: Path | None = None) -> int:
    """Run the command that was typed on the project in *root*, or in the folder that one is in."""
    # What is read stays to the end: looking for circles in all of it, over and over, finds none.
    gc.disable()
    # Nothing here multiplies matrices: numpy need not start a thread for each core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        return main(sys.argv[1:], root or Path.cwd())
    finally:
        gc.freeze()


def main(arguments: Sequence[str], root: Path) -> int:
    """Run a command on the project in *root*; returns the exit status."""
    make_ready()
    command, story, options = "", Path(), argparse.Namespace()
    try:
        options = _parser().parse_args(_with_command(arguments))
        command, story = options.command, options.story
        root = root / story
        begins = command == "new" and options.kind == "story"
        if story != Path() and not begins and not (root / "data").is_dir():
            complain(f"{story} holds no story, for there is no data/ in it.")
            complain(f'If it is to be one: make new what="story {story}".')
            return 2
        status: int = options.run(root, options)
        return status
    except Rejected as rejected:
        if story != Path():
            complain(f"In {story} (say story={story} with make too):\n")
        complain(report(rejected.problems, rejected.lines))
        told = counted(len(gathered(rejected.problems)), "problem")
        parts = (f"{told}.", then(rejected), _left(command, root, options))
        complain(" ".join(filter(None, parts)))
        return 1
    except (OSError, Refused) as error:
        words = progress.unable(error, root) if isinstance(error, OSError) else str(error)
        complain(f"{words} {_left(command, root, options) if command == 'build' else ''}".strip())
        return IN_THE_WAY
    except KeyboardInterrupt:
        tell("")
        return 0 if command == "serve" else 130
    finally:
        tell("", end="")


def _left(command: str, root: Path, asked: argparse.Namespace) -> str:
    """What became of the folder that a *command* that failed would have written."""
    if command != "build":
        return "Nothing was written."
    name, folder = (asked.story / "site", root / "site") if not asked.out else (asked.out,) * 2
    return f"{name}/ is as it was." if folder.exists() else f"{name}/ was not made."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py", description="Turn data/ into site/.")
    parser.add_argument(
        "--story", type=Path, default=Path(), metavar="FOLDER",
        help="the folder of a story, with its data/ and site/; default: this one",
    )  # fmt: skip
    commands = parser.add_subparsers(dest="command", metavar="command")
    for kind in (build, check, amend, begin, explain, changes, serve):
        kind.declare(commands.add_parser)
    return parser


def _with_command(arguments: Sequence[str]) -> list[str]:
    """*arguments*, the story first, with the command that is meant where none is named."""
    which: list[str] = []
    rest = [*arguments]
    for number, word in enumerate(arguments):
        if word == "--story" or word.startswith("--story="):
            ends = number + (2 if word == "--story" else 1)
            which, rest = rest[number:ends], [*rest[:number], *rest[ends:]]
            break
    if which == ["--story"]:
        return which  # the parser asks for its folder
    meant = rest in ([], ["--"]) or rest[0].startswith(("--address", "--out", "--keep"))
    return [*which, *(["build"] if meant else []), *rest]
