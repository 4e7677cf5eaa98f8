"""A problem is a place in ``data/``, a sentence and a hint; many are gathered, then printed."""

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import NamedTuple

_WINDOW = 90
"""How many letters of a long line a report shows, so that it and its caret fit a terminal."""
_LONGEST_QUOTED = 60
"""Letters of a value that a sentence quotes: nobody needs more of a long one to know it again."""
_MOST = 10
"""Problems of one file that a report tells, and further places of one; who has mended them sees the
others."""
_EXCERPT = 40
"""Letters of a line that remind of a further place."""


class Place(NamedTuple):
    """A spot in a file: path from the data folder's parent, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    def right(self, columns: int) -> "Place":
        """The place *columns* further right on the same line."""
        return Place(self.file, self.line, self.column + columns)


@dataclass(frozen=True, order=True)
class Problem:
    """What an editor has to mend: what was expected and found, and what to do about it."""

    place: Place
    sentence: str
    hint: str = ""


class Rejected(Exception):
    """The edition cannot be published; holds every problem found and the lines they stand on.

    *more* says that there is something that nobody can look for before these are mended.
    """

    def __init__(
        self, problems: Iterable[Problem], lines: Mapping[str, Sequence[str]], more: bool = False
    ) -> None:
        self.problems = sorted(set(problems))
        self.lines = lines
        self.more = more
        super().__init__(f"{len(self.problems)} problems")


def nearest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint with the known word most like *word*, or *otherwise* when none is close."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'Did you mean "{close[0]}"?' if close else otherwise


def listed(words: Iterable[str]) -> str:
    """*words* as a sentence lists them: ``a, b or c``."""
    *most, last = list(words)
    return f"{', '.join(most)} or {last}" if most else last


def then(rejected: Rejected) -> str:
    """What is said below all problems of what they keep from being looked for; mostly nothing."""
    which = "these are" if len(gathered(rejected.problems)) > 1 else "this is"
    return f"More is looked for once {which} mended." if rejected.more else ""


def in_braces(hint: str) -> str:
    """*hint* for who writes between braces, where no line can be added or deleted.

    >>> in_braces("Add a line: ko: …")
    'Add before the closing brace: , ko: …'
    """
    hint = hint.replace("Add a line: ", "Add before the closing brace: , ")
    hint = hint.replace("Add a line for each: ", "Add each before the closing brace: , ")
    return hint.replace("delete the line", "delete the key")


def gathered(problems: Iterable[Problem]) -> list[list[Problem]]:
    """The *problems*, those together that say the same of several places, in their order."""
    alike: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.sentence, problem.hint), []).append(problem)
    return [*alike.values()]


def report(problems: Sequence[Problem], lines: Mapping[str, Sequence[str]]) -> str:
    """All *problems* in file order, each with its line, a caret, its hint, and where else it is.

    Of a file that has many the first are told, and how many more there are.
    """
    told: list[str] = []
    found = gathered(problems)
    count = Counter(first.place.file for first, *_ in found)
    for file, few in groupby(found, key=lambda same: same[0].place.file):
        told += [_one(first, rest, lines) for first, *rest in islice(few, _MOST)]
        if (more := count[file] - _MOST) > 0:
            told.append(f"{file}: and {more:,} more.\n")
    return "\n".join(told)


def _one(problem: Problem, others: Sequence[Problem], lines: Mapping[str, Sequence[str]]) -> str:
    place = problem.place
    parts = [f"{place}: {_shortened(problem.sentence)}"]
    if (text := _line(place, lines)) is not None:
        line, column = _window(text, place.column - 1)
        caret = " " * _width(line[:column]) + "^"
        parts += [f"{place.line:>5} | {line}".rstrip(), f"      | {caret}"]
    if problem.hint:
        parts.append(f"   {_shortened(problem.hint)}")
    if others:
        places = "1 more place" if len(others) == 1 else f"{len(others):,} more places"
        parts.append(f"   The same at {places}:")
        parts += [f"   {_elsewhere(each.place, lines)}" for each in others[:_MOST]]
    if (more := len(others) - _MOST) > 0:
        parts.append(f"   and at {more:,} more")
    return "\n".join(parts) + "\n"


def _elsewhere(place: Place, lines: Mapping[str, Sequence[str]]) -> str:
    """A further *place*, and the letters around it."""
    text, column = _line(place, lines), place.column - 1
    return f"{place}: {_window(text, column, _EXCERPT)[0].strip()}" if text else f"{place}"


def _line(place: Place, lines: Mapping[str, Sequence[str]]) -> str | None:
    """The line of a *place* as it can be seen, if there is one."""
    of_file = lines.get(place.file, ())
    inside = 0 < place.line <= len(of_file) and any(of_file)
    return _visible(of_file[place.line - 1]) if inside else None


def _shortened(sentence: str) -> str:
    """*sentence* with the first letters of what it quotes, between plain quotes, at length."""
    return re.sub(
        '"([^"]*)"',
        lambda quoted: (
            quoted[0] if len(quoted[1]) <= _LONGEST_QUOTED else f'"{quoted[1][:_LONGEST_QUOTED]}…"'
        ),
        sentence,
    )


def _visible(line: str) -> str:
    """*line* with a sign for each letter that nobody sees, so that a caret points to something."""
    return "".join(char if char.isprintable() else "␣" for char in line.expandtabs(1))


def _window(line: str, column: int, width: int = _WINDOW) -> tuple[str, int]:
    """The part of a long line around *column*, and where in that part the column is."""
    start = max(0, min(column - width // 2, len(line) - width))
    end = start + width
    before, after = "… " if start else "", " …" if end < len(line) else ""
    return before + line[start:end] + after, column - start + len(before)


def _width(text: str) -> int:
    """Columns *text* takes on a terminal: Hangul is two wide (Unicode Standard Annex 11)."""
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)
