"""The commands. Only here does the program print, ask the clock or look at its surroundings."""

# What reads, judges and draws takes a second to load: each command imports what it needs itself.

import argparse
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from braindrain_site import progress
from braindrain_site.disk import publish, unchanged
from braindrain_site.model.problems import Rejected, nearest, report

if TYPE_CHECKING:
    from braindrain_site.recipe import Proof


def run() -> int:
    """Run the command that was typed on the project in the folder that one is in."""
    return main(sys.argv[1:], Path.cwd())


def main(arguments: Sequence[str], root: Path) -> int:
    """Run a command on the project in *root*; returns the exit status, 1 for anything wrong."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "serve":
            return _serve(root, options.port)
        if options.command == "reviewed":
            return _reviewed(root, options.chapter)
        return _check(root, margins=options.margins) if options.command == "check" else _build(root)
    except Rejected as rejected:
        print(report(rejected.problems, rejected.lines), file=sys.stderr)
        print(_count(len(rejected.problems), "problem") + ". site/ is as it was.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print()
        return 0 if options.command == "serve" else 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py", description="Turn data/ into site/.")
    commands = parser.add_subparsers(dest="command", metavar="command")
    commands.add_parser("build", help="judge data/ and publish site/ (also if none is named)")
    check = commands.add_parser("check", help="judge data/ only")
    check.add_argument(
        "--margins", action="store_true", help="list how near each claim is to false"
    )
    reviewed = commands.add_parser(
        "reviewed", help="remember that translations say what their originals now say"
    )
    reviewed.add_argument("chapter", nargs="*", help="such as 03-domino; default: all")
    preview = commands.add_parser("serve", help="show the site here while data/ is edited")
    preview.add_argument("--port", type=int, default=8000, help="default: %(default)s; 0: any free")
    return parser


def _build(root: Path) -> int:
    began = time.monotonic()
    site, record = root / "site", root / ".cache" / "built"
    publish.recover(site)
    read = unchanged.digest_of(root / name for name in ("build.py", "data", "src", "templates"))
    said = unchanged.said_before(record, read, site)
    if said is not None:
        print(said, end="")
        print("site/ is up to date: nothing has changed since it was built.")
        return 0
    from braindrain_site import recipe

    with _telling() as phase:
        proof = recipe.judge(root / "data", phase)
        files = recipe.make(proof, *_places(root), phase)
        phase("publishing")
        publish.publish(files, site)
    said = "".join(f"{line}\n" for line in (*progress.weights(files), _verdict(proof)))
    unchanged.remember(record, read, site, said)
    print(said, end="")
    print(f"site/: {_count(len(files), 'file')} in {time.monotonic() - began:.1f} s.")
    return 0


def _verdict(proof: "Proof") -> str:
    return f"{proof.count}; {_count(len(proof.claims), 'claim')} hold."


def _check(root: Path, *, margins: bool) -> int:
    from braindrain_site import recipe
    from braindrain_site.judging import claims

    with _telling() as phase:
        proof = recipe.judge(root / "data", phase)
    if margins:
        print(*claims.margins(proof.claims, proof.amounts), sep="\n")
    print(_verdict(proof))
    print("data/ is fine.")
    return 0


def _reviewed(root: Path, chapters: Sequence[str]) -> int:
    from braindrain_site.judging import translations
    from braindrain_site.reading import loading

    copies = translations.copies(loading.load(root / "data"))
    by_name = {Path(path).stem: path for path in copies}
    for chapter in chapters:
        if chapter not in by_name:
            hint = nearest(chapter, by_name)
            print(f'There is no translation of "{chapter}". {hint}'.strip(), file=sys.stderr)
            return 1
    wanted = [path for path in copies if not chapters or Path(path).stem in chapters]
    for path in wanted:
        file = root / "data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(copies[path], "utf-8", newline="\n")
    print(f"{_count(len(wanted), 'translation')} marked as reviewed.")
    return 0


def _places(root: Path) -> tuple[Path, Path]:
    """Where a build finds its templates and the drawings it remembers."""
    return root / "templates", root / ".cache" / "drawings"


@contextmanager
def _telling() -> Iterator[progress.Phase]:
    """Tells the phases of what happens inside, if someone watches."""
    watched = sys.stderr.isatty() and os.environ.get("CI") != "true"
    phase = progress.Progress(sys.stderr, time.monotonic) if watched else lambda *_: None
    try:
        yield phase
    finally:
        phase("")


def _serve(root: Path, port: int) -> int:
    from braindrain_site import recipe
    from braindrain_site.preview import Preview, keep_fresh, listening

    folders = [root / "data", root / "templates"]

    @lru_cache(maxsize=1)
    def judged(_: str) -> "Proof":
        return recipe.judge(root / "data")

    @lru_cache(maxsize=1)
    def planned(data: str, _: str) -> Mapping[str, bytes]:
        return recipe.plan(judged(data), *_places(root))

    preview = Preview(lambda: planned(*(unchanged.digest_of([folder]) for folder in folders)))
    with ExitStack() as until_the_end:
        try:
            address = until_the_end.enter_context(listening(preview, port))
        except (OSError, OverflowError) as error:
            print(f"The preview cannot use port {port}: {error.args[-1]}.", file=sys.stderr)
            print("If another preview is running, name a free port: --port 8001.", file=sys.stderr)
            return 1
        print(f"The preview is at {address} (Ctrl+C ends it).", flush=True)
        keep_fresh(preview, [folder for folder in folders if folder.is_dir()], _say)
    return 0


def _say(problems: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {problems or 'The preview is up to date.'}", flush=True)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
