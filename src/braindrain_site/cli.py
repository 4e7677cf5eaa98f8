"""The commands. Only here does the program ask the clock or look at its surroundings.

A command ends with 0 if all is well, 1 if something in ``data/`` has to be mended, 2 if it was
called wrongly, and 3 if its surroundings are in the way: a disk, a port, an output.
"""

# What reads, judges and draws takes a second to load: each command imports what it needs itself.

import argparse
import datetime as dt
import gc
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from braindrain_site import progress
from braindrain_site.disk import kept, publish, unchanged, versions
from braindrain_site.disk.cache import leave, left
from braindrain_site.disk.kept import Refused
from braindrain_site.disk.program import PROGRAM, templates_of
from braindrain_site.model.problems import Rejected, gathered, listed, report
from braindrain_site.terminal import complain, counted, make_ready, tell

if TYPE_CHECKING:
    from braindrain_site.changes.versions import Unknown
    from braindrain_site.recipe import Proof

_IN_THE_WAY = 3
"""The exit status where the surroundings are."""
_LISTS = {
    "margins": "how near each claim is to false",
    "claims": "what the words of each claim were read as",
    "grades": "how well each figure is known, and why",
    "sentences": "the sentences that have no receipt",
}
"""What a check lists when it is asked to."""
_NEW = 4
"""The exit status of ``changes`` where readers would see something new."""


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
        command, story = options.command or "build", options.story
        root = root / story
        begins = command == "new" and options.kind == "story"
        if story != Path() and not begins and not (root / "data").is_dir():
            complain(f"{story} holds no story, for there is no data/ in it.")
            complain(f'If it is to be one: make new what="story {story}".')
            return 2
        return _run(options, root)
    except Rejected as rejected:
        if story != Path():
            complain(f"In {story} (say story={story} with make too):\n")
        complain(report(rejected.problems, rejected.lines))
        told = counted(len(gathered(rejected.problems)), "problem")
        complain(f"{told}. {_left(command, root, options)}")
        return 1
    except (OSError, Refused) as error:
        words = progress.unable(error, root) if isinstance(error, OSError) else str(error)
        complain(f"{words} {_left(command, root, options) if command == 'build' else ''}".strip())
        return _IN_THE_WAY
    except KeyboardInterrupt:
        tell("")
        return 0 if command == "serve" else 130
    finally:
        tell("", end="")


def _left(command: str, root: Path, asked: argparse.Namespace) -> str:
    """What became of the folder that a *command* that failed would have written."""
    if command != "build":
        return "Nothing was written."
    out = getattr(asked, "out", None)
    name, folder = (out, out) if out else (asked.story / "site", root / "site")
    return f"{name}/ is as it was." if folder.exists() else f"{name}/ was not made."


def _run(options: argparse.Namespace, root: Path) -> int:
    match options.command:
        case "serve":
            return _serve(root, options.port, options.host)
        case "reviewed":
            from braindrain_site import amending

            return amending.reviewed(root, options.name)
        case "rename":
            from braindrain_site import amending

            return amending.rename(root, options.old, options.new)
        case "witness":
            from braindrain_site import amending

            return amending.witness(root, options.source, options.file)
        case "new":
            return _new(root, options)
        case "fix":
            from braindrain_site import beginning

            return beginning.fix(root, options.file, options.write, options.decimal)
        case "changes":
            return _changes(root, options)
        case "explain":
            return _explain(root, options.name)
        case "check":
            return _check(root, options)
    return _build_as(root, options)


def _build_as(root: Path, asked: argparse.Namespace) -> int:
    if getattr(asked, "out", None):
        return _build_at(root, asked.out, asked.address, asked.keep)
    for name, typed in (("address", "address=…"), ("keep", "keep=yes")):
        if getattr(asked, name, None):
            complain(f"--{name} needs --out, such as --out public (make: {typed} out=public):")
            complain("site/ is what data/ alone makes.")
            return 2
    return _build(root, asked.story / "site")


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
    meant = not rest or rest[0].startswith(("--address", "--out", "--keep"))
    return [*which, *(["build"] if meant else []), *rest]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py", description="Turn data/ into site/.")
    parser.add_argument(
        "--story", type=Path, default=Path(), metavar="FOLDER",
        help="the folder of a story, with its data/ and site/; default: this one",
    )  # fmt: skip
    commands = parser.add_subparsers(dest="command", metavar="command")
    build = commands.add_parser(
        "build", help="judge data/ and publish site/ (also if none is named)"
    )
    build.add_argument("--out", type=Path, metavar="DIR", help="publish to this folder instead")
    build.add_argument(
        "--address", type=_address, metavar="URL",
        help="where it will stand, whatever site.yaml says; needs --out",
    )  # fmt: skip
    build.add_argument(
        "--keep", action="store_true",
        help="there, keep what readers see as a version of today that stays; needs --out",
    )  # fmt: skip
    check = commands.add_parser("check", help="judge data/ only")
    for name, what in _LISTS.items():
        check.add_argument(f"--{name}", action="store_true", help=f"list {what}")
    check.add_argument(
        "--on", metavar="DAY", help="list what is overdue on that day, such as 2027-03-01"
    )
    check.add_argument(
        "--against", metavar="REV",
        help="a commit or a folder: stop at values that changed without an entry in changes.yaml",
    )  # fmt: skip
    reviewed = commands.add_parser(
        "reviewed", help="remember that translations say what their originals now say"
    )
    reviewed.add_argument(
        "name", nargs="*", help="what has been compared; none: list what waits, and mark nothing"
    )
    rename = commands.add_parser(
        "rename", help="call something by another name, wherever it is named"
    )
    rename.add_argument("old", help="its name; figure:NAME if a chart or a source is called so too")
    rename.add_argument("new", help="its new name")
    witness = commands.add_parser(
        "witness", help="keep what proves that a source prints what is quoted from it"
    )
    witness.add_argument("source", help="its name in sources.yaml")
    witness.add_argument("file", type=Path, help="its whole text, of which no copy is kept")
    new = commands.add_parser("new", help="begin a figure, source, chart … or a story")
    new.add_argument("kind", help="what it is: figure, source, table, chart, chapter …")
    new.add_argument("name", help="its name; of a table also the CSV file that it is made from")
    new.add_argument(
        "--languages", default="en", help="of a story, the first first; default: %(default)s"
    )
    new.add_argument("called", nargs="?", default="", help="the name of a table made from a file")
    fix = commands.add_parser("fix", help="show the house form of a CSV file, and what is unclear")
    fix.add_argument("file", type=Path, help="the file")
    fix.add_argument("--write", action="store_true", help="write it so")
    for made in (new, fix):
        made.add_argument(
            "--decimal", default="", choices=(".", ","), help="the decimal sign of a CSV file"
        )
    explain = commands.add_parser(
        "explain", help="tell where a figure, claim or statement comes from and where it stands"
    )
    explain.add_argument("name", help="its name in data/")
    changes = commands.add_parser(
        "changes", help="tell what readers would see change; ends with 4 if there is anything"
    )
    changes.add_argument(
        "before", nargs="?", help="a commit or a folder; default: the last commit of site/"
    )
    changes.add_argument("after", nargs="?", default=".", help="another; default: data/ as it is")
    changes.add_argument("--markdown", action="store_true", help="as Markdown, for a pull request")
    changes.add_argument("--page", type=Path, metavar="FILE", help="as an HTML page with pictures")
    preview = commands.add_parser("serve", help="show the site here while data/ is edited")
    preview.add_argument("--port", type=int, default=8000, help="default: %(default)s; 0: any free")
    preview.add_argument(
        "--host", action="append", default=[],
        help="a name or number by which browsers elsewhere reach this computer",
    )  # fmt: skip
    return parser


def _build(root: Path, shown: Path) -> int:
    """Publish to ``site/``, which whoever typed the command calls *shown*."""
    began = time.monotonic()
    site, record = root / "site", root / ".cache" / "built"
    publish.recover(site)
    memory, program = _memory(root)
    data, made = unchanged.digest_of([root / "data"]), unchanged.digest_of(_made(site))
    last = unchanged.last_build(record)
    if (last.program, last.data, last.made) == (program, data, made):
        tell(last.said, end="")
        tell(f"{shown}/ is up to date: nothing has changed since it was built.")
        return 0
    publish.require_writable(site)
    from braindrain_site import amending, recipe, weighing
    from braindrain_site.model import remembered

    remembered.take_up(left(memory, program))
    with _telling() as phase:
        proof = recipe.judge(root / "data", phase)
        amending.write_schemas(root, proof.edition)
        parts = last.parts if (last.program, last.made) == (program, made) else {}
        files = recipe.make(proof, *_places(root), phase, lambda all_: all_.keep(parts, site))
        weighing.require_light(files, proof.edition)
        phase("publishing")
        publish.publish(files, site)
    lines = (*weighing.weights(files), *_unused(proof), _verdict(proof))
    said = "".join(f"{line}\n" for line in lines)
    leave(memory, program, remembered.written())
    made = unchanged.digest_of(_made(site))
    unchanged.remember(record, unchanged.Built(program, data, made, said, files.parts))
    tell(said, end="")
    tell(f"{shown}/: {counted(len(files), 'file')} in {time.monotonic() - began:.1f} s.")
    return 0


def _build_at(root: Path, out: Path, address: str | None, keep: bool) -> int:
    """Publish to *out*, which may stand at another *address* than ``site/``, and *keep* a version
    of it there."""
    began = time.monotonic()
    from braindrain_site import recipe, weighing
    from braindrain_site.model import remembered
    from braindrain_site.pages.addresses import KEPT

    publish.require_apart(out, root, KEPT if keep else "")
    publish.recover(out)

    remembered.take_up(left(*_memory(root)))
    with _telling() as phase:
        kept = versions.known(out / KEPT) if keep else None
        proof = recipe.judge(root / "data", phase, address=address, kept=kept)
        files: Mapping[str, bytes] = recipe.make(proof, *_places(root), phase)
        weighing.require_light(files, proof.edition)
        phase("publishing")
        said = _verdict(proof)
        if keep:
            files, more = _keep(files, proof, root, out)
            said = f"{said}\n{more}"
        publish.publish(files, out)
    tell("\n".join((*weighing.weights(files), said)))
    tell(f"{out}/: {counted(len(files), 'file')} in {time.monotonic() - began:.1f} s.")
    return 0


def _keep(
    files: Mapping[str, bytes], proof: "Proof", root: Path, out: Path
) -> tuple[Mapping[str, bytes], str]:
    """Adds *files* to the versions in *out*; returns what leads to it, and what is to be told."""
    from braindrain_site import keeping
    from braindrain_site.pages.addresses import KEPT

    new = keeping.version(files, proof.edition, templates_of(root), dt.date.today())
    taken = versions.add(new.pages, new.store, out, f"{KEPT}/{new.name}")
    count = len({*(proof.edition.kept or ()), new.name})
    told = "is kept" if new.pages else "is kept already: readers see nothing new"
    return (
        new.site,
        f"{new.name} {told}. {KEPT}/: {counted(count, 'version')}, {taken / 1e6:.1f} MB.",
    )


def _address(typed: str) -> str:
    from braindrain_site.model.fields import site_address

    try:
        return site_address(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _memory(root: Path) -> tuple[Path, str]:
    """Where a build leaves what it remembers, and for which program: a digest."""
    program = PROGRAM / "src", templates_of(root)
    return root / ".cache" / "memory", unchanged.digest_of(program)


def _made(site: Path) -> Iterator[Path]:
    return (site / path for path in (kept.MADE, *kept.made(site)))


def _unused(proof: "Proof") -> list[str]:
    """What may have been forgotten, or can go; nothing is wrong with it."""
    from braindrain_site.judging.known_errors import mended
    from braindrain_site.judging.unused import unused

    found = [*unused(proof.edition), *mended(proof.edition, proof.amounts)]
    return report(found, proof.edition.lines).splitlines()


def _verdict(proof: "Proof") -> str:
    """Numbers, claims, quotations, statements and sentences, counted."""
    claims = counted(len(proof.claims), "claim")
    stated = counted(len(proof.edition.statements), "statement")
    hold = "holds" if len(proof.claims) == 1 else "hold"
    told = f"{proof.count}; {claims} {hold}.\n{proof.quotations}; {stated}.\n{proof.sentences}."
    return "\n".join(filter(None, (_left_out(proof), told)))


def _left_out(proof: "Proof") -> str:
    """How much is a draft, by name, and how much goes with it."""
    drafts = proof.edition.drafts
    if not drafts.marked:
        return ""
    named = ", ".join(f"{kind} {key}" for kind, key in drafts.marked)
    more = len(drafts.left_out - drafts.marked.keys())
    also = f", and {counted(more, 'thing')} that only drafts use" if more else ""
    verb = "is" if len(drafts.marked) == 1 else "are"
    return f"{counted(len(drafts.marked), 'draft')} {verb} left out ({named}){also}."


def _check(root: Path, asked: argparse.Namespace) -> int:
    from braindrain_site import amending, recipe
    from braindrain_site.figures import grades
    from braindrain_site.judging import claims, due, meanings, statements
    from braindrain_site.model.date_mistakes import day_mistake

    if asked.on and (mistake := day_mistake(asked.on)):
        complain(f"--on {mistake[0]} {mistake[1]}")
        return 1
    with _telling() as phase:
        proof = recipe.judge(root / "data", phase)
        amending.write_schemas(root, proof.edition)
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
    tell("\n".join((*_unused(proof), _verdict(proof), "data/ is fine.")))
    return 0


def _against(root: Path, name: str, proof: "Proof") -> int:
    """The exit status of a check against *name*. Raises Rejected if a change is not told."""
    from braindrain_site.changes import owed, versions

    try:
        with versions.data_of(root, name) as data:
            before = owed.read(data, name)
    except versions.Unknown as unknown:
        return _not_compared(unknown)
    if problems := owed.owed(before, owed.Published(proof.edition, proof.amounts)):
        raise Rejected(problems, proof.edition.lines)
    return 0


def _not_compared(unknown: "Unknown") -> int:
    from braindrain_site.changes.versions import Outdated

    complain(str(unknown))
    return _IN_THE_WAY if isinstance(unknown, Outdated) else 2


def _changes(root: Path, asked: argparse.Namespace) -> int:
    from braindrain_site.changes import comparing, showing, telling, versions

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
            found = comparing.changes(before, after)
            if asked.page:
                shown = showing.page(found, before, after, templates_of(root))
                asked.page.write_text(shown, "utf-8", newline="\n")
    except versions.Unknown as unknown:
        return _not_compared(unknown)
    tell(telling.as_markdown(found) if asked.markdown else telling.as_text(found))
    return _NEW if found else 0


def _new(root: Path, options: argparse.Namespace) -> int:
    if options.kind == "story":
        from braindrain_site import starting

        languages = options.languages.replace(",", " ").split()
        return starting.story(root, options.name, languages, dt.date.today())
    from braindrain_site import beginning

    if options.story != Path():
        tell(f"In {options.story}:")
    return beginning.new(root, options.kind, options.name, options.called, options.decimal)


def _explain(root: Path, name: str) -> int:
    from braindrain_site import explaining, recipe

    proof = recipe.judge(root / "data", publishing=False, drafts=True, unread=True)
    try:
        tell(explaining.explained(proof, name))
    except explaining.Unexplained as unexplained:
        complain(proof.edition.drafts.why_unknown(name) or str(unexplained))
        return 2
    return 0


def _places(root: Path) -> tuple[Path, Path]:
    """Where a build finds its templates and the drawings it remembers."""
    return templates_of(root), root / ".cache" / "drawings"


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
    from braindrain_site.changes.following import Follower
    from braindrain_site.judging import left_out
    from braindrain_site.model import remembered
    from braindrain_site.preview.newest import Made, Preview
    from braindrain_site.preview.serving import listening
    from braindrain_site.preview.watching import keep_fresh

    folders = [root / "data", templates_of(root)]

    @lru_cache(maxsize=1)
    def judged(_: str) -> "Proof":
        return recipe.judge(root / "data", publishing=False, drafts=True)

    @lru_cache(maxsize=1)
    def planned(data: str, _: str) -> Made:
        proof = judged(data)
        drafts = left_out.names(proof.edition)
        return Made(recipe.plan(proof, *_places(root)), _waiting(proof), drafts)

    def make() -> Made:
        return planned(*(unchanged.digest_of([folder]) for folder in folders))

    remembered.take_up(left(*_memory(root)))
    gc.freeze()  # what is there from the beginning stays to the end
    gc.enable()
    gc.set_threshold(200_000)
    preview = Preview(make, _clock)
    with ExitStack() as until_the_end:
        try:
            address = until_the_end.enter_context(listening(preview, port, hosts))
        except (OSError, OverflowError) as error:
            complain(f"The preview cannot use port {port}: {error.args[-1].rstrip('.')}.")
            complain("If another preview is running, name a free port: make serve port=8001")
            complain("(without make: --port 8001).")
            return _IN_THE_WAY
        tell(f"The preview is at {address} (Ctrl+C ends it).")
        if hosts:
            tell(f"Whoever reaches this computer as {listed(hosts)} can read it too.")
        follower = until_the_end.enter_context(closing(Follower(root, preview.tell)))

        def say(words: str) -> None:
            _say(words)
            follower.saved()

        keep_fresh(preview, folders, say)
    return 0


def _waiting(proof: "Proof") -> str:
    """What is said of an edition that can be looked at and not be published."""
    told = []
    for problems, first in (
        (proof.waiting, "This is shown, and make site stops at {}:"),
        (proof.in_drafts, "Drafts are shown, and wait for {} to be mended:"),
    ):
        if problems:
            said = first.format(counted(len(gathered(problems)), "problem"))
            told.append(f"{said}\n\n{report(problems, proof.edition.lines)}")
    return "\n".join(told)


def _say(words: str) -> None:
    tell(f"{_clock()} {words or 'The preview is up to date.'}")


def _clock() -> str:
    return time.strftime("%H:%M:%S")
