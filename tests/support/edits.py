"""An editor's day at random: saves that are kept, saves that are refused, and what readers get."""

import random
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

import jinja2

from braindrain_site import recipe
from braindrain_site.disk import publish, unchanged
from braindrain_site.model import remembered
from braindrain_site.model.problems import Rejected, report
from tests.support import printed, small

KINDS = (".csv", ".css", ".html", ".md", ".yaml")


def project(folder: Path) -> Path:
    """A copy of the edition in two languages, with the site's templates, to edit."""
    small.copy(folder, edition=small.TWO)
    shutil.copytree(printed.TEMPLATES, folder / "templates")
    return folder


def edited(root: Path, seed: int) -> Iterator[Path]:
    """Saves one random edit after the other below *root*, for ever; each gives the file saved.

    Two files at most are other than they were: what an editor breaks is soon mended.
    """
    dice = random.Random(seed)
    files = sorted(p for p in root.rglob("*") if p.suffix in KINDS and ".cache" not in p.parts)
    first = {file: file.read_text("utf-8") for file in files}
    changed: list[Path] = []
    while True:
        file = changed.pop(0) if len(changed) > 1 else dice.choice(files)
        text = first[file]
        if file.read_text("utf-8") == text:
            changed.append(file)
            text = _edit(text, dice)
        file.write_text(text, "utf-8")
        yield file


def _edit(text: str, dice: random.Random) -> str:
    """*text* with other digits in a line, a word more, or a line less."""
    lines = text.split("\n")
    at = dice.randrange(len(lines))
    match dice.choice(("digits", "word", "line")):
        case "digits":
            at = dice.choice([n for n, line in enumerate(lines) if re.search(r"\d", line)] or [at])
            lines[at] = re.sub(r"\d", lambda _: dice.choice("123"), lines[at])
        case "word":
            lines[at] += " again"
        case "line":
            del lines[at]
    return "\n".join(lines)


def made(root: Path, cache: Path) -> Mapping[str, bytes] | str:
    """Every file of the site below *root*, or the report of what is wrong."""
    try:
        proof = recipe.judge(root / "data", publishing=False)
    except Rejected as rejected:
        return report(rejected.problems, rejected.lines)
    return dict(recipe.plan(proof, root / "templates", cache))


def compare(folder: Path, seed: int, count: int) -> tuple[int, int]:
    """Makes *count* edits in *folder* and compares, after each, what is made with a fresh build.

    Says how many could be published and how many were refused, in the same words. A template that
    an edit broke is passed over: the preview shows it as the fault of ours that it is.
    """
    root, cache = project(folder), folder / ".cache"
    published = refused = 0
    for file in islice(edited(root, seed), count):
        try:
            warm = made(root, cache)
        except jinja2.TemplateError:
            continue
        forget()
        assert warm == made(root, cache), file
        published, refused = (
            published + (not isinstance(warm, str)),
            refused + isinstance(warm, str),
        )
    return published, refused


def forget() -> None:
    """Nothing is remembered of what was read or made before, as in a process that begins."""
    for name, module in list(sys.modules.items()):
        if name.startswith("braindrain_site"):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
    remembered.forget()


def compare_kept(folder: Path, seed: int, count: int) -> int:
    """Builds after each of *count* edits with what the last one left, and compares with what is
    made of nothing kept and nothing remembered.

    Says of how many editions some part was kept.
    """
    root, cache, site = project(folder), folder / ".cache", folder / "site"
    parts: Mapping[str, str] = {}
    program, memory, kept = "", b"", 0
    for file in islice(edited(root, seed), count):
        forget()
        try:
            proof = recipe.judge(root / "data")
            whole = recipe.make(proof, root / "templates", cache)
        except (Rejected, jinja2.TemplateError):
            continue
        last, program = program, unchanged.digest_of([root / "templates"])
        remembered.take_up(memory if last == program else b"")
        some = recipe.plan(recipe.judge(root / "data"), root / "templates", cache)
        some.keep(parts if last == program else {}, site)
        assert dict(some) == dict(whole), file
        kept += last == program and any(some.parts[it] == parts[it] for it in parts)
        parts, memory = whole.parts, remembered.written()
        publish.publish(whole, site)
    return kept
