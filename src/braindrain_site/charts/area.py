"""Squares whose areas are the values, all on one true scale."""

from math import sqrt
from typing import NamedTuple

import altair as alt
import pandas as pd

from braindrain_site.charts.frames import Entry, entries
from braindrain_site.charts.marks import Bar, bars, page, words
from braindrain_site.charts.scales import Scale
from braindrain_site.charts.spots import Spot, spots
from braindrain_site.charts.style import MUTED, Look, Text, tint, voice

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


def _gap(look: Look) -> float:
    return 12 if look.narrow else 20


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """The first square of *frame* on the left, the others beside it and then below it."""
    pixels = look.width * _LARGEST / sqrt(float(frame["value"].max()))
    gap = _gap(look)
    first, *rest = [_cell(mark, pixels * sqrt(mark.value), look) for mark in entries(frame)]
    shelves = _shelves(first, rest, look.width, gap)
    heights = [max(cell.height for cell in shelf) for _, shelf in shelves]
    beside = [left > 0 for left, _ in shelves]
    used = sum(high + gap for high, is_beside in zip(heights, beside, strict=True) if is_beside)
    top = max(0.0, first.height - used + gap)  # so that all stand on one ground
    squares, texts = _placed(first, 0, first.height)
    places = [_spot(first, 0, first.height)]
    for (left, shelf), high, is_beside in zip(shelves, heights, beside, strict=True):
        top = top if is_beside else max(top, first.height + gap)
        for cell in shelf:
            more_squares, more_texts = _placed(cell, left, top + high)
            squares += more_squares
            texts += more_texts
            places.append(_spot(cell, left, top + high))
            left += cell.width + gap
        top += high + gap
    scale = Scale(0, look.width, 0, look.width)
    return page(
        look, max(first.height, top - gap), bars(squares, scale), words(texts, look),
        spots(places),
    )  # fmt: skip


def _cell(mark: Entry, side: float, look: Look) -> _Cell:
    width = max(side, _NARROWEST, look.measure(mark.printed, bold=True))
    said = look.lines(mark.label, 0, 0, width, voice(mark.marked), bool(mark.marked))
    said += look.lines(mark.printed, 0, len(said) * look.pitch, width, voice(mark.marked), True)
    said += look.lines(mark.note, 0, len(said) * look.pitch, width, MUTED)
    return _Cell(mark, side, width, len(said) * look.pitch + 6 + side, said)


def _shelves(
    first: _Cell, rest: list[_Cell], width: float, gap: float
) -> list[tuple[float, list[_Cell]]]:
    """The other cells in lines: beside the first one while its height lasts, then below it."""
    shelves: list[tuple[float, list[_Cell]]] = []
    top, left = 0.0, first.width + gap
    line: list[_Cell] = []
    for cell in rest:
        taken = left + sum(other.width + gap for other in line)
        if line and taken + cell.width > width:
            shelves.append((left, line))
            top += max(other.height for other in line) + gap
            left = left if top + cell.height <= first.height else 0.0
            line = []
        line.append(cell)
    return [*shelves, (left, line)] if line else shelves


def _spot(cell: _Cell, left: float, ground: float) -> Spot:
    return Spot(left, ground - cell.height, left + cell.width, ground, cell.mark.said)


def _placed(cell: _Cell, left: float, ground: float) -> tuple[list[Bar], list[Text]]:
    """The square standing on *ground* and its words above it."""
    top = ground - cell.height
    square = Bar(left, left + cell.side, ground - cell.side, cell.side, tint(cell.mark.marked))
    return [square], [text._replace(x=left, y=text.y + top) for text in cell.words]
