"""How far lines of YAML are indented, and which of them is not where it should be."""

import re
from collections.abc import Sequence

from braindrain_site.model.problems import listed
from braindrain_site.reading.line_slips import Told

KEY = re.compile(r"( *)((?:- +)*)(\"[^\"]*\"|'[^']*'|[^\s#:{}\[\]\"'-][^:{}\[\]]*?) *:(?=\s|$)")
"""A line that is a key, with or without a value: its indentation, dashes and name."""
_AS_FAR = "Indent it as far as the lines that it belongs with."


def above(lines: Sequence[str], line: int) -> int:
    """The last of *lines* before *line* that says something."""
    before = range(min(line, len(lines)) - 1, -1, -1)
    return next((number for number in before if _says_something(lines[number])), 0)


def tell(lines: Sequence[str], line: int) -> Told:
    """What is wrong with *line*, which is indented as none of those above that it could belong to.

    It may be one of those above that is not where it should be.
    """
    own = depth(lines[line])
    if (outside := _fallen_out(lines, line)) is not None:
        sentence = f"{_indented(lines[outside])}, its neighbours by {own}."
        return outside, depth(lines[outside]), sentence, _AS_FAR
    if _first_too_deep(lines, line):
        first = above(lines, line)
        sentence = f"{_indented(lines[first])}, those below it by {own}."
        return first, depth(lines[first]), sentence, _AS_FAR
    others = listed(map(str, sorted(_depths(lines[:line]))))
    return line, own, f"{_indented(lines[line])}, the lines above it by {others}.", _AS_FAR


def _indented(line: str) -> str:
    spaces = "1 space" if depth(line) == 1 else f"{depth(line)} spaces"
    return f"This line is indented by {spaces}"


def _depths(lines: Sequence[str]) -> set[int]:
    """How far in the next line may begin."""
    depths: list[int] = []
    for line in filter(_says_something, lines):
        depths = [outer for outer in depths if outer < depth(line)] + [depth(line)]
        if dash := re.match(r" *((?:- +)+)", line):
            depths.append(dash.end())
    return set(depths)


def _fallen_out(lines: Sequence[str], number: int) -> int | None:
    """The first of the lines above that have lost their indentation, in a file of entries."""
    own, outer = depth(lines[number]), depth(lines[above(lines, number)])
    run: int | None = None
    for earlier in range(above(lines, number), -1, -1):
        line = lines[earlier]
        if not _says_something(line):
            continue
        key = KEY.match(line)
        if run is None or (depth(line) == outer and key and line[key.end() :].strip()):
            if not key or not line[key.end() :].strip():
                return None
            run = earlier
            continue
        belongs = depth(line) == own or (depth(line) == outer and key)
        return run if outer < own and belongs and not _flat(lines[:run]) else None
    return None


def _first_too_deep(lines: Sequence[str], number: int) -> bool:
    """Whether the line above is the first of its entry, and the next as far in as this one."""
    own, first = depth(lines[number]), above(lines, number)
    entry = lines[above(lines, first)]
    below = next(filter(_says_something, lines[number + 1 :]), "")
    begins = re.search(r":\s*$", entry) is not None and depth(entry) < own
    return begins and own == depth(below) and depth(lines[first]) != own


def _flat(lines: Sequence[str]) -> bool:
    """Whether a key at the margin of *lines* has a value beside it, as in a file of one record."""
    return any(re.match(r"[\w-]+: +[^\s#]", line) for line in lines)


def depth(line: str) -> int:
    """By how many spaces *line* is indented."""
    return len(line) - len(line.lstrip(" "))


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
