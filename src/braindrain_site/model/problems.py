"""A problem is a place in ``data/``, a sentence and a hint; many are gathered, then printed."""

import difflib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_WINDOW = 90
"""How many letters of a long line a report shows, so that it and its caret fit a terminal."""


@dataclass(frozen=True, order=True)
class Place:
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


def report(problems: Iterable[Problem], lines: Mapping[str, Sequence[str]]) -> str:
    """All *problems* in file order, each with its line, a caret and its hint."""
    return "\n".join(_one(problem, lines.get(problem.place.file, ())) for problem in problems)


def _one(problem: Problem, lines: Sequence[str]) -> str:
    place = problem.place
    parts = [f"{place}: {problem.sentence}"]
    if 0 < place.line <= len(lines):
        line, column = _window(lines[place.line - 1].expandtabs(1), place.column - 1)
        caret = " " * _width(line[:column]) + "^"
        parts += [f"{place.line:>5} | {line}".rstrip(), f"      | {caret}"]
    if problem.hint:
        parts.append(f"   {problem.hint}")
    return "\n".join(parts) + "\n"


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around *column*, and where in that part the column is."""
    start = max(0, min(column - _WINDOW // 2, len(line) - _WINDOW))
    end = start + _WINDOW
    before, after = "… " if start else "", " …" if end < len(line) else ""
    return before + line[start:end] + after, column - start + len(before)


def _width(text: str) -> int:
    """Columns *text* takes on a terminal: Hangul is two wide (Unicode Standard Annex 11)."""
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)
