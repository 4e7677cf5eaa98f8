"""Where in an exported file its table stands: titles above it, its header, and notes below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from braindrain_site.reading.csv_cells import Cell, is_empty, is_note
from braindrain_site.skeletons import cells as written
from braindrain_site.skeletons.cells import Habits

_UNIT = re.compile(r"[(\[].*[)\]]|%|[천만억조]? ?(?:명|원|개|곳|건|달러)|USD|KRW|EUR|US\$|[$€₩]")


@dataclass(frozen=True)
class Frame:
    """The rows above a header, the names and units of its columns, its rows, and those below."""

    above: Sequence[Sequence[Cell]]
    header: Sequence[Cell]
    names: Sequence[str]
    units: Sequence[str]
    body: Sequence[Sequence[Cell]]
    below: Sequence[Sequence[Cell]]

    def column(self, number: int) -> list[Cell]:
        """The cells of a column, from its top."""
        return [row[number] for row in self.body if number < len(row)]


def framed(rows: Sequence[Sequence[Cell]], known: Habits) -> Frame:
    """The table that stands among *rows*."""
    width = max(map(_filled, rows), default=0)
    begins = next(
        (number for number, row in enumerate(rows) if _filled(row) >= max(2, width - 1)), 0
    )
    ends = len(rows)
    while ends > begins + 1 and width > 1 and _is_below(rows[ends - 1], width):
        ends -= 1
    header, body = rows[begins], [row for row in rows[begins + 1 : ends] if not is_empty(row)]
    names = [cell.text for cell in header]
    units = [""] * len(names)
    if len(body) > 1 and body[0][0].text in {"", names[0]} and _is_header(body, known):
        second = [cell.text for cell in body[0]]
        second += [""] * (len(names) - len(second))
        if all(_UNIT.fullmatch(text) for text in second[1:] if text) and second[0] in {
            "",
            names[0],
        }:
            units = [text.strip("()[]") for text in second]
        else:
            names = [
                f"{a} {b}" if b not in {"", a} else a for a, b in zip(names, second, strict=False)
            ]
        body = body[1:]
    return Frame(rows[:begins], header, names, units, body, rows[ends:])


def _filled(row: Sequence[Cell]) -> int:
    return sum(bool(cell.text) for cell in row)


def _is_below(row: Sequence[Cell], width: int) -> bool:
    """Whether *row* is blank or a note, and no part of a table."""
    if is_empty([*row]):
        return True
    return is_note([*row]) or (width > 2 and _filled(row) == 1 and len(row[0].text) > 20)


def _is_header(body: Sequence[Sequence[Cell]], known: Habits) -> bool:
    """Whether the first row of a *body* has words where all others have numbers."""

    def is_number(text: str) -> bool:
        return written.is_like_number(text, known)

    seen = False
    for number, cell in enumerate(body[0]):
        rest = written.filled(row[number].text for row in body[1:] if number < len(row))
        if rest and all(map(is_number, rest)):
            if is_number(cell.text) or (cell.text and written.is_missing(cell.text)):
                return False
            seen = seen or bool(cell.text)
    return seen
