"""Folders of data that nobody would write: an edition with bytes, words, lines or keys amiss.

``python -m tests.support.mutants SEED COUNT`` tries many; a number of each finding repeats it:
``python -m tests.support.mutants SEED-NUMBER``.
"""

import random
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

import yaml

from braindrain_site import recipe
from braindrain_site.model.problems import Rejected, report
from tests.support import small
from tests.support.printed import TEMPLATES

LONGEST, LARGEST = 10, 60_000
"""Seconds that a folder may take, and letters of what is said of it."""
LEFT = ("\ue000", "\ue001", "{{", "{%", "\0")
"""Signs of what was not made ready for readers."""
KINDS = (".csv", ".md", ".yaml")
WORDS = (
    "null", "~", "true", "NO", "1e999", "-0", "0x10", "1_000", "1e-999", "9" * 40, "-", ".", "½",
    "②", "１２", "٣", "2024-02-31", "2024-02-30/2023-01", "20240415", "2024-W16-1", "0000", "99999",
    "{{", "}}", "{%", "%}", "{#", "#}", "{{ left }}", "{{ nobody }}", "{{ left.words.eun }}",
    "{{ left | upper }}", "{{ self }}", "{{ left.__class__ }}", '{{ chart("subjects") }}',
    '{{ source("school_report") }}', '{% claim "over_twice" %}', "{% endclaim %}", "{% raw %}",
    "{name}", "{0}", "{kind!x}", "{count:99}", "<script>", "<b>", "</p>", "<!--", "-->", "<", ">",
    "&#50;", "&", "[x](#r-left)", "[x](javascript:1)", "![x](x.png)", "[^1]", "[TOC]", "~~", "`",
    "```", "#", "##", "---", "***", "> ", "| a | b |", "\u200b", "\u2028", "\u0085", "\ufeff",
    "\u00a0", "\x00", "\x01", "\x1b", "음악", "é", "ﬁ", "🙂", "﷽", "\t", "  ", ": ", " #", "'", '"',
    "“", "’", "[", "]", "{", "}", "[" * 60, "*a", "&a", "!!python/object:os.system", "<<: *a",
    "? ", "|", ">-", "%YAML 9.9", "...", "=1+1", "@SUM(1)", "+1", ",", ",,", ";",
    "../../etc/passwd", "/", "//x", "con", "in", "class", "main", "left", "pay_here", "by_subject",
    "a" * 300, "1/0", "left/0", "left ** 9", "sum(left)", "rank(left)", "<<<<<<< HEAD", "=======",
    ">>>>>>> theirs", "#N/A", "######", "0", "1", "-1", "100000", "1e9",
)  # fmt: skip


def mutate(data: Path, dice: random.Random) -> str:
    """Makes one to three changes to the files in *data*; says which."""
    said = []
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        files = sorted(path for path in data.rglob("*") if path.is_file())
        file = dice.choice([path for path in files if path.suffix in KINDS] or files)
        change = dice.choice(CHANGES)
        with suppress(RecursionError):  # what was put into itself has no end
            change(file, dice)
        said.append(f"{change.__name__} {file.relative_to(data)}")
    return ", ".join(said)


def _bytes(file: Path, dice: random.Random) -> None:
    content = bytearray(file.read_bytes() or b"x")
    for _ in range(dice.choice((1, 1, 2, 5))):
        at, byte = dice.randrange(len(content)), dice.choice((0, 9, 10, 13, 0xC3, 0xFF, 0x80, 0x22))
        match dice.randrange(4):
            case 0:
                content[at] = dice.choice((byte, dice.randrange(256)))
            case 1:
                content.insert(at, byte)
            case 2:
                del content[at : at + dice.randrange(1, 9)]
            case 3:
                content = content[:at]
        content = content or bytearray(b"x")
    file.write_bytes(content)


def _words(file: Path, dice: random.Random) -> None:
    text = _read(file)
    found = list(re.finditer(r"\w+|[^\w\s]", text))
    for _ in range(dice.choice((1, 1, 2))):
        place = dice.choice(found).span() if found else (0, 0)
        place = dice.choice((place, (place[0], place[0]), (place[1], place[1])))
        text = text[: place[0]] + dice.choice(WORDS) * dice.choice((1, 1, 1, 2)) + text[place[1] :]
        found = list(re.finditer(r"\w+|[^\w\s]", text))
    _write(file, text)


def _lines(file: Path, dice: random.Random) -> None:
    lines = _read(file).split("\n")
    at, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    match dice.randrange(7):
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, lines[at])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at] = dice.choice((" ", "  ", "\t")) + lines[at]
        case 4:
            lines[at] = lines[at].lstrip()
        case 5:
            lines[at] += dice.choice(WORDS)
        case 6:
            lines.insert(at, dice.choice(WORDS))
    _write(file, "\n".join(lines))


def _keys(file: Path, dice: random.Random) -> None:
    """A YAML file with a value, a key or a place changed; another file loses a line."""
    try:
        tree = yaml.safe_load(_read(file))
    except (yaml.YAMLError, ValueError):
        tree = None
    if file.suffix != ".yaml" or not isinstance(tree, dict):
        return _lines(file, dice)
    holders = [each for each in _within(tree) if each]
    holder = dice.choice(holders or [tree])
    keys: list[Any] = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    if not keys:
        return None
    key = dice.choice(keys)
    match dice.randrange(5):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, dict):
            holder[dice.choice((*WORDS, f"{key}x"))] = holder.pop(key)
        case 2:
            holder[key] = dice.choice((None, [], {}, "", [[[]]], {"en": {}}, 7, 0.1, True, *WORDS))
        case 3:
            holder[key] = dice.choice(holders)
        case _:
            holder[key] = [holder[key]]
    with suppress(yaml.YAMLError, ValueError, RecursionError):  # it may hold itself now
        _write(file, yaml.safe_dump(tree, allow_unicode=True, sort_keys=False))
    return None


def _within(tree: Any) -> Iterator[Any]:
    """*tree* and all mappings and lists in it."""
    if isinstance(tree, dict | list):
        yield tree
        for each in tree.values() if isinstance(tree, dict) else tree:
            yield from _within(each)


def _files(file: Path, dice: random.Random) -> None:
    match dice.randrange(6):
        case 0:
            file.unlink()
        case 1:
            file.write_bytes(b"")
        case 2:
            file.rename(
                file.with_name(dice.choice(("x.md", "01-x.md", "main.yaml", "x.csv", "~x")))
            )
        case 3:
            file.write_bytes(dice.choice(sorted(file.parent.glob("*.*"))).read_bytes())
        case 4:
            (file.parent / dice.choice(("stray.txt", "x.yaml~", "02-x.md", "x.xlsx"))).write_text(
                "x"
            )
        case 5:
            _write(file, _read(file) * dice.choice((2, 50)))


CHANGES: tuple[Callable[[Path, random.Random], None], ...] = (
    _bytes, _words, _words, _words, _lines, _lines, _keys, _keys, _files,
)  # fmt: skip


def _read(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "replace")


def _write(file: Path, text: str) -> None:
    file.write_bytes(text.encode("utf-8", "replace"))


def findings(data: Path, cache: Path) -> list[str]:
    """What is wrong with how *data* is taken: nothing, if it gives a site or problems in place."""
    try:
        proof = recipe.judge(data, publishing=False)
        files = recipe.plan(proof, TEMPLATES, cache)
        pages = {path: files[path].decode() for path in files if path.endswith(".html")}
    except Rejected as rejected:
        return list(_of_report(rejected))
    cells = "".join(file.read_text("utf-8-sig") for file in data.rglob("*.csv"))
    left = [sign for sign in LEFT if sign not in cells]  # a cell is shown as it was typed
    return [found for path, page in pages.items() for found in _of_page(path, page, left)]


def _of_report(rejected: Rejected) -> Iterator[str]:
    said = report(rejected.problems, rejected.lines)
    if not rejected.problems:
        yield "rejected with no problem"
    if len(said) > LARGEST:
        yield f"a report of {len(said)} letters"
    for problem in rejected.problems:
        if not problem.place.file or problem.place.line < 1 or problem.place.column < 1:
            yield f"no place: {problem}"


def _of_page(path: str, page: str, left: Sequence[str]) -> Iterator[str]:
    ids = Counter(re.findall(r'(?<![\w-])id="([^"]*)"', page))
    yield from (f"{path}: id {name} {times} times" for name, times in ids.items() if times > 1)
    told = re.sub(r"<script\b.*?</script>", "", page, flags=re.DOTALL)
    wanted = set(re.findall(r'href="#([^"]+)"', told))
    yield from (f"{path}: nothing is called {name}" for name in wanted - ids.keys())
    seen = re.sub(r"<(script|style|textarea|pre)\b.*?</\1>", "", page, flags=re.DOTALL)
    yield from (f"{path}: holds {sign!r}" for sign in left if sign in seen)


class _Hangs(Exception):
    """A folder took too long."""


def _stop(_: int, __: FrameType | None) -> None:
    raise _Hangs


def tried(seed: int, number: int, room: Path, cache: Path) -> tuple[str, list[str]]:
    """What was changed in mutant *number* of a *seed*, made in *room*, and what is wrong."""
    dice = random.Random(f"{seed}-{number}")
    shutil.rmtree(room, ignore_errors=True)
    edition = small.TWO if number % 2 else small.FOLDER
    data = Path(shutil.copytree(edition, room / "data"))
    said = mutate(data, dice)
    signal.signal(signal.SIGALRM, _stop)
    signal.alarm(LONGEST)
    try:
        return said, findings(data, cache)
    except _Hangs:
        return said, [f"over {LONGEST} s"]
    except Exception:
        return said, [traceback.format_exc()]
    finally:
        signal.alarm(0)


def main() -> None:
    """Prints each finding with the number that repeats it, then how many there were."""
    seed, _, one = sys.argv[1].partition("-")
    numbers = [int(one)] if one else range(int(sys.argv[2]))
    found, began = 0, time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            said, wrong = tried(int(seed), number, Path(folder, "room"), Path(folder, "cache"))
            found += bool(wrong)
            for each in wrong[:3]:
                print(f"{seed}-{number} ({said}): {each}", flush=True)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    took = time.monotonic() - began
    print(f"{len(numbers)} mutants, {found} findings, {took:.0f} s, at most {most:.0f} MiB")


if __name__ == "__main__":
    main()
