"""A column of cells → what kind they are, and each in its house form where that is sure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from braindrain_site.model.problems import Problem
from braindrain_site.reading.csv_cells import Cell
from braindrain_site.skeletons import cells as written
from braindrain_site.skeletons.cells import Habits

_OF_TIME = re.compile(
    r"year|time|date|period|month|quarter|day|연도|년도|^년$|시점|시기|기간|월|날짜|일자", re.I
)
_LEADING_ZERO = re.compile(r"0\d+")
_SERIAL = re.compile(r"[34]\d{4}")
"""How a spreadsheet counts days."""
_MOST = 0.6
"""The share of cells that have to be of a kind; the others are told."""
_A_SIGN = "Write which; or, if all in the file are of one kind, say it: decimal=. (or ,) with make."
_A_DAY = "Write which, or give the column the format yyyy-mm-dd in the spreadsheet."
_A_FLAG = "If a flag stands behind the number, delete it, and tell of it in the note."
_LEFT_OUT = "If nobody knows it, empty the cell; if it is none, write 0."


@dataclass(frozen=True)
class Column:
    """What a column holds: its type, the sign that stood at all of its numbers, its cells in the
    house form, and what nobody can be sure of in them."""

    type: str
    cells: Sequence[str]
    sign: str = ""
    unclear: Sequence[Problem] = ()

    @property
    def required(self) -> bool:
        """Whether every cell has a value."""
        words = self.type == "string"
        return all(self.cells) if words else not any(map(written.is_missing, self.cells))


def read(name: str, cells: Sequence[Cell], known: Habits, kind: str = "") -> Column:
    """The column called *name*, of the *kind* that its sidecar says, or else the likeliest."""
    kind = kind or guessed(name, [cell.text for cell in cells], known)
    if kind == "string":
        return Column("string", [cell.text for cell in cells])
    values = written.filled(cell.text for cell in cells)
    signs = {written.bare(text)[1] for text in values if written.is_readable(text, known)}
    sign = signs.pop() if kind in {"number", "integer"} and len(signs) == 1 else ""
    house: list[str] = []
    unclear: list[Problem] = []
    for cell in cells:
        text = _house(cell.text, kind, sign, known)
        house.append(cell.text if text is None else text)
        if text is None:
            unclear.append(_left(cell, kind, known))
    if kind == "number" and not any("." in text for text in house) and not unclear:
        kind = "integer"
    return Column(kind, house, sign, _for_all(name, unclear))


def guessed(name: str, cells: Sequence[str], known: Habits) -> str:
    """What the *cells* of a column called *name* are."""
    values = written.filled(cells)
    if not values or any(_LEADING_ZERO.fullmatch(value) for value in values):
        return "string"
    of_time = bool(_OF_TIME.search(name))
    if all(map(written.year, values)):
        years = [int(written.year(value)) for value in values]
        if of_time or (min(years) >= 1900 and max(years) <= 2100):
            return "year"
    if of_time and all(map(_SERIAL.fullmatch, values)):
        return "day"
    if of_time or not all(value.isdecimal() for value in values):
        if _most(values, lambda text: bool(_as_day(text, known))):
            return "day"
        digits = not of_time and all(re.fullmatch(r"[-\d.,]+", value) for value in values)
        if not digits and all(written.period(value, known) for value in values):
            return "period"
    if _most(values, lambda text: written.is_like_number(text, known)):
        return "number"
    return "string"


def _most(values: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return sum(map(fits, values)) >= _MOST * len(values)


def _as_day(text: str, known: Habits) -> str:
    slashed = written.ambiguous(text, known).count("-") == 4
    return written.day(text, known) or ("unclear" if slashed else "")


def _house(text: str, kind: str, sign: str, known: Habits) -> str | None:
    """*text* in its house form; None where nobody can be sure of it."""
    if not text or text.lower() in written.UNKNOWN:
        return ""
    if kind == "year":
        return written.year(text) or None
    if kind == "day":
        return written.day(text, known) or None
    if kind == "period":
        return written.period(text, known) or None
    plain, own = written.bare(text)
    return (written.number(plain, known) or None) if own in {"", sign} else None


def _left(cell: Cell, kind: str, known: Habits) -> Problem:
    text = cell.text
    if meant := written.ambiguous(text, known):
        hint = _A_DAY if "-" in meant[1:] else _A_SIGN
        return Problem(cell.place, f'"{text}" can mean {meant}, so it is left.', hint)
    hint = _A_DAY if kind == "day" else _A_FLAG if written.FLAGGED.fullmatch(text) else ""
    if written.is_missing(text):
        hint = _LEFT_OUT
    return Problem(cell.place, f'Nobody can be sure what "{text}" means here, so it is left.', hint)


def _for_all(name: str, problems: Sequence[Problem]) -> list[Problem]:
    """The first of the *problems* of each kind in a column, and how many more of it there are."""
    kinds: dict[str, list[Problem]] = {}
    for problem in problems:
        kinds.setdefault(problem.hint, []).append(problem)
    return [_and_more(name, alike) for alike in kinds.values()]


def _and_more(name: str, alike: Sequence[Problem]) -> Problem:
    first, more = alike[0], len(alike) - 1
    if not more:
        return first
    count = f"{more:,} more cell{'' if more == 1 else 's'}"
    return replace(first, hint=f'{first.hint} So it is with {count} of "{name}".'.strip())
