"""Where each letter of a text stands in its file, also where YAML folds, quotes or escapes it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from braindrain_site.model.problems import Place

_ESCAPED = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\n[ \t]*|.)", re.S)
_NAMED = {"n": "\n", "t": "\t", "N": "\x85", "L": "\u2028", "P": "\u2029", "_": "\xa0"}
"""Escapes that stand for white space; any other letter stands for something that is none."""

_Found = Callable[[int], Place]


@dataclass(frozen=True, eq=False)
class Placed:
    """From a letter of a text, counted from 0, to its place; see ``placed``."""

    text: str
    start: Place
    lines: Sequence[str]

    def __call__(self, offset: int) -> Place:
        """The place of the letter at *offset*."""
        return self._found(offset)

    def __reduce__(self) -> tuple[type["Placed"], tuple[str, Place, Sequence[str]]]:
        return Placed, (self.text, self.start, self.lines)

    @cached_property
    def _found(self) -> _Found:
        return _followed(self.text, self.start, self.lines)


def placed(text: str, start: Place, lines: Sequence[str]) -> Placed:
    """Where the letters of *text* stand, which begins at *start* in the file with *lines*.

    Nothing is worked out before the first letter is asked for.
    """
    return Placed(text, start, lines)


def _followed(text: str, start: Place, lines: Sequence[str]) -> _Found:
    """Markdown stands in its file as it is; a text in YAML is followed through its quotes."""
    if not start.file.endswith(".yaml"):
        return _as_typed(text, start)
    if start.line > len(lines):  # YAML counts more letters as line ends than a file has lines
        return lambda _: start
    most = start.line + len(text) + 2  # YAML can fold a text into one line a letter, no more
    raw = "\n".join([lines[start.line - 1][start.column - 1 :], *lines[start.line : most]])
    at = list(_aligned(text, raw))
    in_file = _as_typed(raw, start)
    return lambda offset: in_file(at[min(offset, len(at) - 1)] if at else 0)


def _as_typed(text: str, start: Place) -> _Found:
    begins = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(offset: int) -> Place:
        line = bisect_right(begins, offset) - 1
        column = offset - begins[line] + (1 if line else start.column)
        return Place(start.file, start.line + line, column)

    return place


def _aligned(text: str, raw: str) -> Iterator[int]:
    """For each letter of *text* where it stands in *raw*, which begins as its YAML does.

    White space is skipped on both sides: folding changes how much of it there is.
    """
    letters = _letters(raw)
    at, letter = next(letters, (0, ""))
    for char in text:
        while not char.isspace() and letter.isspace():
            at, letter = next(letters, (at, ""))
        yield at
        if not char.isspace():
            at, letter = next(letters, (at, ""))


def _letters(raw: str) -> Iterator[tuple[int, str]]:
    """The letters that the YAML text at the beginning of *raw* stands for, each with its offset."""
    quote, at = raw[:1], 1
    if quote in {"|", ">"}:
        at = raw.find("\n") + 1
    elif quote not in {'"', "'"}:
        at = 0
    while at < len(raw):
        escape = _ESCAPED.match(raw, at) if quote == '"' else None
        if escape:
            if not escape[0].startswith("\\\n"):
                yield at, _NAMED.get(escape[0][1:], escape[0][-1])
            at = escape.end()
        elif quote == "'" and raw.startswith("''", at):
            yield at, "'"
            at += 2
        else:
            yield at, raw[at]
            at += 1
