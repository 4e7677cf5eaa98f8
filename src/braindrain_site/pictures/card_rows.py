"""A chart's data set in type, for where the chart itself would be too small to read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from braindrain_site.charts.spacing import Box
from braindrain_site.pictures.canvas import LEAST, Canvas
from braindrain_site.wording.filling import filled

if TYPE_CHECKING:
    from braindrain_site.fonts.setting import Style

_INK = "var(--ink)"
_TINTS = {"subject": "var(--subject)", "ink": _INK, "": "var(--quiet)", "inflow": "var(--inflow)"}
_PITCHES = (84, 76, 68, 62, 57, 53, 50, 47)
"""Pixels from one row with a bar to the next, of which a line of text takes less than a half."""
_SIZE, _LEADING = 22, 1.36
_APART = 24
_BETWEEN = 6
_COUNT = 30
_BREAK = 18
"""Pixels that the words take which say how many rows are shown, and that a gap takes."""


@dataclass(frozen=True)
class Row:
    """A mark of a chart: its name, its value in words, and how it is set apart (a ``Stress``).

    *bar* is where a bar from zero to the value begins and ends on the scale of all rows, which goes
    from 0 to 1; None where the value is no number.
    """

    name: str
    value: str
    bar: tuple[float, float] | None
    marked: str
    inflow: bool = False
    """Whether its bar has the colour of what flows in."""

    @property
    def style(self) -> "Style":
        """Bold for what is set apart."""
        return "bold" if self.marked else "regular"

    @property
    def colour(self) -> str:
        """The colour of its words."""
        return _TINTS["subject"] if self.marked == "subject" else _INK

    @property
    def tint(self) -> str:
        """The colour of its bar."""
        return _TINTS["inflow" if self.inflow and not self.marked else self.marked]


@dataclass(frozen=True)
class Excerpt:
    """Rows in their order; *gaps* are the places where others are left out, *some* says how many.

    Both are empty when all rows are there.
    """

    rows: tuple[Row, ...]
    gaps: frozenset[int]
    some: str


def excerpts(rows: Sequence[Row], some: str) -> Iterator[Excerpt]:
    """All of *rows*, then fewer and fewer: what is set apart stays, the last, and the first ones.

    *some* says how many are ``{shown}`` of ``{all}``.
    """
    places = range(len(rows))
    wanted = sorted(places, key=lambda n: (not rows[n].marked, n != places[-1], n))
    for most in range(len(rows), 0, -1):
        kept = sorted(wanted[:most])
        gaps = {at for at, n in enumerate(kept) if n and n - 1 not in kept}
        said = filled(some, shown=most, all=len(rows)) if most < len(rows) else ""
        yield Excerpt(tuple(rows[n] for n in kept), frozenset(gaps), said)


def set_bars(canvas: Canvas, rows: Sequence[Row], some: str, box: Box) -> None:
    """As many of *rows* as fit the *box*, each with a bar, all bars on one scale from zero."""
    for excerpt, pitch in product(excerpts(rows, some), _PITCHES):
        tall = sum(pitch + _more(canvas, row, pitch, box) for row in excerpt.rows)
        if tall + _besides(excerpt) <= box.bottom - box.top:
            break
    top, zero = box.top, max(row.bar[0] for row in rows if row.bar)
    for place, row in enumerate(excerpt.rows):
        if place in excerpt.gaps:
            top = _dots(canvas, box.left, top)
        _set_bar(canvas, row, pitch, box._replace(top=top), zero)
        top += pitch + _more(canvas, row, pitch, box)
    _count(canvas, excerpt, box.left, top)


def _letters(pitch: float) -> float:
    """The size of the text of rows that stand *pitch* apart."""
    return min(28, 0.44 * pitch)


def _room(canvas: Canvas, row: Row, size: float, box: Box) -> float:
    """How wide a row's name can be beside its value."""
    return box.right - box.left - _APART - canvas.width_of(row.value, size, row.style)


def _more(canvas: Canvas, row: Row, pitch: float, box: Box) -> float:
    """What a name of several lines takes beyond the pitch."""
    size = _letters(pitch)
    lines = canvas.wrapped(row.name, _room(canvas, row, size, box), size, row.style)
    return (len(lines) - 1) * size * _LEADING


def _set_bar(canvas: Canvas, row: Row, pitch: float, box: Box, zero: float) -> None:
    size = _letters(pitch)
    room = _room(canvas, row, size, box)
    end = canvas.block(row.name, box.left, box.top, room, size, row.style, row.colour, _LEADING)
    baseline = end - size * (_LEADING / 2 - 0.36)
    canvas.text(row.value, box.right, baseline, size, row.style, row.colour, "end")
    width = box.right - box.left
    start, stop = (box.left + width * at for at in row.bar or (0, 0))
    canvas.rect(box.left, end + 2, width, 1, "var(--rule)")
    canvas.rect(start, end + 2, max(1, stop - start), 0.2 * pitch, row.tint)
    canvas.rect(box.left + width * zero, end - 2, 2, 0.2 * pitch + 8, _INK)


def lines_height(canvas: Canvas, excerpt: Excerpt, width: float) -> float:
    """How tall the rows are in two columns that take *width* together."""
    second, lines = _second(canvas, excerpt, width), 0
    for row in excerpt.rows:
        names = canvas.wrapped(row.name, second - _APART / 2, _SIZE, "bold")
        values = canvas.wrapped(row.value, width - second, _SIZE, row.style)
        lines += max(len(names), len(values))
    return lines * _SIZE * _LEADING + _BETWEEN * len(excerpt.rows) + _besides(excerpt)


def set_lines(canvas: Canvas, excerpt: Excerpt, box: Box) -> None:
    """Rows in two columns from the top of *box* down: their names, and what they say."""
    width, top = box.right - box.left, box.top
    second = _second(canvas, excerpt, width)
    for place, row in enumerate(excerpt.rows):
        if place in excerpt.gaps:
            top = _dots(canvas, box.left, top)
        named = canvas.block(
            row.name, box.left, top, second - _APART / 2, _SIZE, "bold", row.colour, _LEADING
        )
        told = canvas.block(
            row.value, box.left + second, top, width - second, _SIZE, row.style, row.colour,
            _LEADING,
        )  # fmt: skip
        top = max(named, told) + _BETWEEN
    _count(canvas, excerpt, box.left + second, top)


def _second(canvas: Canvas, excerpt: Excerpt, width: float) -> float:
    """How far in the second column begins: behind the longest name, or two fifths of the way."""
    longest = max(canvas.width_of(row.name, _SIZE, "bold") for row in excerpt.rows)
    return min(longest + _APART, 0.4 * width)


def _besides(excerpt: Excerpt) -> float:
    """What the signs of rows left out take, and the words that count them."""
    return _BREAK * len(excerpt.gaps) + _COUNT * bool(excerpt.some)


def _dots(canvas: Canvas, left: float, top: float) -> float:
    """The sign that rows are left out here; says where it ends."""
    for number in range(3):
        canvas.rect(left + 9 * number, top + 4, 3, 3, "var(--muted)")
    return top + _BREAK


def _count(canvas: Canvas, excerpt: Excerpt, left: float, top: float) -> None:
    canvas.text(excerpt.some, left, top + 20, LEAST, colour="var(--muted)")
