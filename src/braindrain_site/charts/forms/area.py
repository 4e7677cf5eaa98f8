"""Squares whose areas are the values, all on one true scale."""

from math import ceil, sqrt
from typing import NamedTuple

import altair as alt
import pandas as pd

from braindrain_site.charts.marks import Bar, bars, page, words
from braindrain_site.charts.plots import Entry, entries
from braindrain_site.charts.scales import Scale
from braindrain_site.charts.style import MUTED, Look, Text, tint, voice
from braindrain_site.charts.tips import Spot, spots

_LARGEST = 0.5
"""How much of the width the largest square takes."""
_NARROWEST = 90


class _Cell(NamedTuple):
    """A square with the words above it; they are set from the cell's upper left corner."""

    mark: Entry
    side: float
    width: float
    height: float
    words: list[Text]


class _Stand(NamedTuple):
    """Where a cell stands: its left edge and its lower edge, in pixels."""

    cell: _Cell
    left: float
    ground: float


def _gap(look: Look) -> float:
    return 12 if look.narrow else 20


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """The first square of *frame* on the left, the others beside it and then below it."""
    pixels = look.width * _LARGEST / sqrt(float(frame["value"].max()))
    gap = _gap(look)
    first, *rest = [_cell(mark, pixels * sqrt(mark.value), look) for mark in entries(frame)]
    stands = [_Stand(first, 0, first.height), *_beside(first, rest, look.width, gap)]
    stands += _below(rest[len(stands) - 1 :], first.height + gap, look.width, gap)
    squares, texts = zip(*(_placed(stand) for stand in stands), strict=True)
    return page(
        look, max(stand.ground for stand in stands),
        bars(squares, Scale(0, look.width, 0, look.width)),
        words([line for lines in texts for line in lines], look),
        spots([_spot(stand) for stand in stands]),
    )  # fmt: skip


def _cell(mark: Entry, side: float, look: Look) -> _Cell:
    width = max(side, _NARROWEST, look.measure(mark.printed, bold=True))
    said = look.lines(mark.label, 0, 0, width, voice(mark.marked), bool(mark.marked))
    said += look.lines(mark.printed, 0, len(said) * look.pitch, width, voice(mark.marked), True)
    said += look.lines(mark.note, 0, len(said) * look.pitch, width, MUTED)
    return _Cell(mark, side, width, len(said) * look.pitch + 6 + side, said)


def _beside(first: _Cell, rest: list[_Cell], width: float, gap: float) -> list[_Stand]:
    """Those that find room on the right of the first cell, in lines down to its ground."""
    start = first.width + gap
    lines: list[list[_Cell]] = [[]]
    for cell in rest:
        if lines[-1] and start + sum(o.width + gap for o in lines[-1]) + cell.width > width:
            lines.append([])
        lines[-1].append(cell)
        if start + cell.width > width or _height(lines, gap) > first.height:
            lines[-1].pop()
            break
    lines = [line for line in lines if line]
    stands: list[_Stand] = []
    ground = first.height - _height(lines, gap) - gap
    for line in lines:
        ground += gap + max(cell.height for cell in line)
        left = start
        for cell in line:
            stands.append(_Stand(cell, left, ground))
            left += cell.width + gap
    return stands


def _height(lines: list[list[_Cell]], gap: float) -> float:
    return sum(max(cell.height for cell in line) + gap for line in lines) - gap


def _below(cells: list[_Cell], top: float, width: float, gap: float) -> list[_Stand]:
    """The others in columns of equal width, from *top* down, every line about as full."""
    if not cells:
        return []
    most = max(1, int((width + gap) / (max(cell.width for cell in cells) + gap)))
    columns = ceil(len(cells) / ceil(len(cells) / most))
    stands = []
    for begin in range(0, len(cells), columns):
        line = cells[begin : begin + columns]
        ground = top + max(cell.height for cell in line)
        stands += [
            _Stand(cell, number * (width + gap) / columns, ground)
            for number, cell in enumerate(line)
        ]
        top = ground + gap
    return stands


def _spot(stand: _Stand) -> Spot:
    cell, left, ground = stand
    return Spot(left, ground - cell.height, left + cell.width, ground, cell.mark.said)


def _placed(stand: _Stand) -> tuple[Bar, list[Text]]:
    """The square standing on its ground and its words above it."""
    cell, left, ground = stand
    top = ground - cell.height
    square = Bar(left, left + cell.side, ground - cell.side, cell.side, tint(cell.mark.marked))
    return square, [text._replace(x=left, y=text.y + top) for text in cell.words]
