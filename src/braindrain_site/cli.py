"""The commands. Only here does the program print, ask the clock or look at its surroundings.

A command ends with 0 if all is well, 1 if something in ``data/`` has to be mended, 2 if it was
called wrongly, and 3 if its surroundings are in the way: a disk, a port, an output.
"""

# What reads, judges and draws takes a second to load: each command imports what it needs itself.

import argparse
import io
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from braindrain_site import progress
from braindrain_site.disk import kept, publish, unchanged
from braindrain_site.disk.kept import Refused
from braindrain_site.model.problems import Rejected, listed, nearest, report

if TYPE_CHECKING:
    from braindrain_site.recipe import Proof

_IN_THE_WAY = 3
"""The exit status where the surroundings are."""


def run() -> int:
    """Run the command that was typed on the project in the folder that one is in."""
    return main(sys.argv[1:], Path.cwd())


def main(arguments: Sequence[str], root: Path) -> int:
    """Run a command on the project in *root*; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal may know fewer letters than we print
            stream.reconfigure(errors="replace")
    command = ""
    try:
        options = _parser().parse_args(arguments)
        command = options.command or "build"
        return _run(options, root)
    except Rejected as rejected:
        _complain(report(rejected.problems, rejected.lines))
        _complain(_count(len(rejected.problems), "problem") + ". site/ is as it was.")
        return 1
    except (OSError, Refused) as error:
        words = progress.unable(error, root) if isinstance(error, OSError) else str(error)
        _complain(words + (" site/ is as it was." if command == "build" else ""))
        return _IN_THE_WAY
    except KeyboardInterrupt:
        _tell("")
        return 0 if command == "serve" else 130
    finally:
        _tell("", end="")


def _run(options: argparse.Namespace, root: Path) -> int:
    match options.command:
        case "serve":
            return _serve(root, options.port, options.host)
        case "reviewed":
            return _reviewed(root, options.name)
        case "check":
            return _check(root, margins=options.margins)
    return _build(root)


def _tell(words: str, end: str = "\n") -> None:
    """Prints *words*, if anybody can still be told: the work goes on in any case."""
    try:
        print(words, end=end, flush=True)
    except OSError as error:
        _hush(sys.stdout)
        if not isinstance(error, BrokenPipeError):  # who reads the first lines only has left
            _complain(f"Nothing more can be printed: {error.strerror}.")


def _complain(words: str) -> None:
    try:
        print(words, file=sys.stderr, flush=True)
    except OSError:
        _hush(sys.stderr)


def _hush(stream: TextIO) -> None:
    """Leads *stream* nowhere, so that Python does not try once more as the program ends."""
    with suppress(OSError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())


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
    reviewed.add_argument(
        "name", nargs="*", help="what has been compared; none: list what waits, and mark nothing"
    )
    preview = commands.add_parser("serve", help="show the site here while data/ is edited")
    preview.add_argument("--port", type=int, default=8000, help="default: %(default)s; 0: any free")
    preview.add_argument(
        "--host", action="append", default=[],
        help="a name or number by which browsers elsewhere reach this computer",
    )  # fmt: skip
    return parser


def _build(root: Path) -> int:
    began = time.monotonic()
    site, record = root / "site", root / ".cache" / "built"
    publish.recover(site)
    read = unchanged.digest_of(root / name for name in ("build.py", "data", "src", "templates"))
    said = unchanged.said_before(record, read, _made(site))
    if said is not None:
        _tell(said, end="")
        _tell("site/ is up to date: nothing has changed since it was built.")
        return 0
    publish.require_writable(site)
    from braindrain_site import recipe

    with _telling() as phase:
        proof = recipe.judge(root / "data", phase)
        files = recipe.make(proof, *_places(root), phase)
        phase("publishing")
        publish.publish(files, site)
    said = "".join(f"{line}\n" for line in (*progress.weights(files), _verdict(proof)))
    unchanged.remember(record, read, _made(site), said)
    _tell(said, end="")
    _tell(f"site/: {_count(len(files), 'file')} in {time.monotonic() - began:.1f} s.")
    return 0


def _made(site: Path) -> Iterator[Path]:
    return (site / path for path in (kept.MADE, *kept.made(site)))


def _verdict(proof: "Proof") -> str:
    return f"{proof.count}; {_count(len(proof.claims), 'claim')} hold."


def _check(root: Path, *, margins: bool) -> int:
    from braindrain_site import recipe
    from braindrain_site.judging import claims

    with _telling() as phase:
        proof = recipe.judge(root / "data", phase)
    if margins:
        _tell("\n".join(claims.margins(proof.claims, proof.amounts)))
    _tell(_verdict(proof))
    _tell("data/ is fine.")
    return 0


def _reviewed(root: Path, names: Sequence[str]) -> int:
    from braindrain_site.judging import reviews
    from braindrain_site.reading import loading

    edition = loading.load(root / "data")
    waiting = reviews.waiting(edition)
    chosen: set[str] = set()
    for name in names:
        found = reviews.named(name, {*waiting})
        if not found:
            _complain(f'Nothing that waits is called "{name}". {nearest(name, waiting)}'.strip())
            return 1
        chosen |= found
    for name, lines in waiting.items():
        if name in chosen or not names:
            _tell("\n".join([f"{name}:", *lines, ""]))
    if not names:
        _tell(f"{_count(len(waiting), 'name')} to compare. Of those that say the same:")
        _tell("make reviewed name=…, or several between quotes.")
        return 0
    for path, text in reviews.settled(edition, chosen).items():
        file = root / "data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    _tell(f"{_count(len(chosen), 'name')} marked as reviewed.")
    return 0


def _places(root: Path) -> tuple[Path, Path]:
    """Where a build finds its templates and the drawings it remembers."""
    return root / "templates", root / ".cache" / "drawings"


@contextmanager
def _telling() -> Iterator[progress.Phase]:
    """Tells the phases of what happens inside, if someone watches."""
    watched = sys.stderr and sys.stderr.isatty() and os.environ.get("CI") != "true"
    phase = progress.Progress(sys.stderr, time.monotonic) if watched else lambda *_: None
    try:
        yield phase
    finally:
        phase("")


def _serve(root: Path, port: int, hosts: Sequence[str]) -> int:
    from braindrain_site import recipe
    from braindrain_site.preview.newest import Made, Preview
    from braindrain_site.preview.serving import listening
    from braindrain_site.preview.watching import keep_fresh

    folders = [root / "data", root / "templates"]

    @lru_cache(maxsize=1)
    def judged(_: str) -> "Proof":
        return recipe.judge(root / "data", publishing=False)

    @lru_cache(maxsize=1)
    def planned(data: str, _: str) -> Made:
        proof = judged(data)
        return Made(recipe.plan(proof, *_places(root)), _waiting(proof))

    def make() -> Made:
        return planned(*(unchanged.digest_of([folder]) for folder in folders))

    preview = Preview(make, _clock)
    with ExitStack() as until_the_end:
        try:
            address = until_the_end.enter_context(listening(preview, port, hosts))
        except (OSError, OverflowError) as error:
            _complain(f"The preview cannot use port {port}: {error.args[-1].rstrip('.')}.")
            _complain("If another preview is running, name a free port: make serve port=8001")
            _complain("(without make: --port 8001).")
            return _IN_THE_WAY
        _tell(f"The preview is at {address} (Ctrl+C ends it).")
        if hosts:
            _tell(f"Whoever reaches this computer as {listed(hosts)} can read it too.")
        keep_fresh(preview, folders, _say)
    return 0


def _waiting(proof: "Proof") -> str:
    """What is said of an edition that can be looked at and not be published."""
    if not proof.waiting:
        return ""
    told = f"This is shown, and make site stops at {_count(len(proof.waiting), 'problem')}:"
    return f"{told}\n\n{report(proof.waiting, proof.edition.lines)}"


def _say(words: str) -> None:
    _tell(f"{_clock()} {words or 'The preview is up to date.'}")


def _clock() -> str:
    return time.strftime("%H:%M:%S")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
