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
"""Problems of one file that a report tells; who has mended them sees the others."""


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
    """The edition cannot be published; holds every problem found and the lines they stand on."""

    def __init__(self, problems: Iterable[Problem], lines: Mapping[str, Sequence[str]]) -> None:
        self.problems = sorted(set(problems))
        self.lines = lines
        super().__init__(f"{len(self.problems)} problems")


def nearest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint with the known word most like *word*, or *otherwise* when none is close."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'Did you mean "{close[0]}"?' if close else otherwise


def listed(words: Iterable[str]) -> str:
    """*words* as a sentence lists them: ``a, b or c``."""
    *most, last = list(words)
    return f"{', '.join(most)} or {last}" if most else last


def report(problems: Sequence[Problem], lines: Mapping[str, Sequence[str]]) -> str:
    """All *problems* in file order, each with its line, a caret and its hint.

    Of a file that has many the first are told, and how many more there are.
    """
    told: list[str] = []
    count = Counter(problem.place.file for problem in problems)
    for file, few in groupby(problems, key=lambda problem: problem.place.file):
        told += [_one(problem, lines.get(file, ())) for problem in islice(few, _MOST)]
        if (more := count[file] - _MOST) > 0:
            told.append(f"{file}: and {more:,} more.\n")
    return "\n".join(told)


def _one(problem: Problem, lines: Sequence[str]) -> str:
    place = problem.place
    parts = [f"{place}: {_shortened(problem.sentence)}"]
    if 0 < place.line <= len(lines) and any(lines):
        line, column = _window(_visible(lines[place.line - 1]), place.column - 1)
        caret = " " * _width(line[:column]) + "^"
        parts += [f"{place.line:>5} | {line}".rstrip(), f"      | {caret}"]
    if problem.hint:
        parts.append(f"   {_shortened(problem.hint)}")
    return "\n".join(parts) + "\n"


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


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around *column*, and where in that part the column is."""
    start = max(0, min(column - _WINDOW // 2, len(line) - _WINDOW))
    end = start + _WINDOW
    before, after = "… " if start else "", " …" if end < len(line) else ""
    return before + line[start:end] + after, column - start + len(before)


def _width(text: str) -> int:
    """Columns *text* takes on a terminal: Hangul is two wide (Unicode Standard Annex 11)."""
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)
