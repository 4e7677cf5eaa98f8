"""A CSV text → its cells, each with its place, without what a spreadsheet leaves round a table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from braindrain_site.model.problems import Place, Problem


@dataclass(frozen=True)
class Cell:
    """One cell as typed, without its quotes, and where it begins."""

    text: str
    place: Place


def scan(file: str, text: str, comma: str = ",") -> tuple[list[list[Cell]], list[Problem]]:
    """The rows of cells of a CSV text (RFC 4180), and where a quote is out of place.

    Some programs part cells by another *comma*.
    """
    cell = re.compile(rf'"((?:[^"]|"")*)"|([^{comma}"\n]*)')
    rows: list[list[Cell]] = [[]]
    position, line, begins = 0, 1, 0
    while position < len(text):
        place = Place(file, line, position - begins + 1)
        found = cell.match(text, position)
        assert found  # the pattern matches the empty text
        quoted, plain = found.groups()
        after = text[found.end() : found.end() + 1]
        if after not in {comma, "\n", ""}:
            return rows, [_stray_quote(place, text, position)]
        rows[-1].append(Cell(plain if quoted is None else quoted.replace('""', '"'), place))
        if newlines := found[0].count("\n"):
            line, begins = line + newlines, position + found[0].rindex("\n") + 1
        position = found.end() + 1
        if after == "\n":
            line, begins = line + 1, position
            rows.append([])
        elif after == comma and position == len(text):
            rows[-1].append(Cell("", Place(file, line, position - begins + 1)))
    return rows[:-1] if not rows[-1] else rows, []


def _stray_quote(place: Place, text: str, position: int) -> Problem:
    if re.compile(' +"').match(text, position):
        return Problem(place, "A space stands before the quote of this cell.", "Delete it.")
    if text[position] == '"':
        sentence = "This cell opens with a quote that does not close before the next comma."
    else:
        sentence = "A quote stands in the middle of this cell."
    return Problem(place, sentence, 'Write "…" round the whole cell, and "" for a quote in it.')


def trimmed(rows: Sequence[list[Cell]]) -> list[list[Cell]]:
    """*rows* without the empty rows below the table and the empty columns beside it."""
    filled = [number for number, row in enumerate(rows) if not is_empty(row)]
    rows = rows[: filled[-1] + 1] if filled else rows[:1]
    width = max((_width(row) for row in rows), default=0)
    if width > _width(rows[0]):  # a cell stands where the header names no column
        width = max(map(len, rows))
    return [row[:width] for row in rows]


def _width(row: Sequence[Cell]) -> int:
    """How many cells *row* has up to the last that is filled."""
    return max((number for number, cell in enumerate(row, 1) if cell.text.strip()), default=0)


def is_empty(row: Sequence[Cell]) -> bool:
    """Whether nothing stands in *row*."""
    return _width(row) == 0


def is_note(row: Sequence[Cell]) -> bool:
    """Whether words stand in the first cell of *row*, and nothing else, as below a table."""
    return _width(row) == 1 and re.search(r"[\s:*※()]", row[0].text.strip()) is not None
