"""Some among many: a dot for every one of a crowd, and those it is about where they stand in it.

Where they are of several kinds, they have left their places, which stay empty, and stand below in
a group for each kind. Of each dot that has moved, the drawing says from where: a page can let it
go there.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil, sqrt
from typing import NamedTuple

import altair as alt
import pandas as pd

from braindrain_site.charts.marks import Stroke, page, strokes, words
from braindrain_site.charts.plots import Entry, entries
from braindrain_site.charts.style import INK, MUTED, QUIET, Look, Text, tint, voice
from braindrain_site.charts.tips import Spot, spots

_FLAT, _TALL = 130, 175
"""How tall a crowd is, about, in pixels, and how tall if narrow."""
_PITCH = 20
"""From one dot to the next where there are few, in pixels."""
_DOT, _AMONG = 0.62, 1.25
"""How wide dots of the crowd are, and among them those it is about, as shares of the pitch."""
_GROUPED = 1.5
"""How much further apart dots stand in their groups."""
_DEEP = 4
"""Rows of a group where groups stand side by side."""
_X, _Y = 0.7548776662466927, 0.5698402909980532
"""Steps that spread points evenly over a plane (Roberts, 2018, the sequence R2)."""
_NUMERAL, _BASELINE = 30, 28.5
"""The size of the large numerals, and where they stand below the top of their line."""
_GAP, _AIR = 20, 12
_LEAST, _COLUMN = 110, 300
"""How narrow the column of a group can be, and how wide, in pixels."""


class _Grid(NamedTuple):
    """Places in rows of equal length, the last as long as it comes."""

    size: int
    across: int
    pitch: int
    top: int
    left: int = 0

    def at(self, place: int) -> tuple[int, int]:
        """The middle of a place, in whole pixels: hundreds of fractions would weigh too much."""
        row, column = divmod(place, self.across)
        half = (self.pitch + 1) // 2
        return self.left + column * self.pitch + half, self.top + row * self.pitch + half

    @property
    def bottom(self) -> int:
        """Where the last row ends."""
        return self.top + ceil(self.size / self.across) * self.pitch


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """The first row of *frame* as a crowd, the others as those among it."""
    crowd, *parts = entries(frame)
    head = look.lines(f"{crowd.label}: {crowd.printed}", 0, 0, look.width, MUTED)
    head += look.lines(crowd.note, 0, len(head) * look.pitch, look.width, MUTED)
    grid = _grid(round(crowd.value), look, round(len(head) * look.pitch) + 8)
    left = _spread(grid, round(sum(part.value for part in parts)))
    blocks = list(_blocks(parts, grid, look))
    moved = [place for block in blocks for place in block.places] or [grid.at(n) for n in left]
    colours = [_colour(part) for part in parts for _ in range(round(part.value))]
    dots = [
        Stroke(to[0] - at[0], to[1] - at[1], f"M{at[0]},{at[1]}h0", colour)
        for at, to, colour in zip(map(grid.at, left), moved, colours, strict=True)
    ]
    still = Stroke(0, 0, _rows(grid, set(left)), QUIET)
    among = _AMONG if len(parts) == 1 else 1
    texts = [*head, *(line for block in blocks for line in block.name)]
    places = [Spot(0, grid.top, grid.across * grid.pitch, grid.bottom, crowd.said)]
    places += [block.spot for block in blocks]
    return page(
        look, max(place.y2 for place in places) + 2,
        strokes([still], grid.pitch * _DOT, [0.1, grid.pitch - 0.1]),
        strokes(dots, grid.pitch * among), words(texts, look), spots(places),
    )  # fmt: skip


def _colour(part: Entry) -> str:
    return tint(part.marked) if part.marked else INK


def _grid(count: int, look: Look, top: int) -> _Grid:
    """Rows about as long as the width, the last of them as full as can be."""
    tall = _TALL if look.narrow else _FLAT
    pitch = min(max(2, round(sqrt(look.width * tall / count))), _PITCH)
    most = look.width // pitch
    lengths = range(most, int(most * 0.94), -1)
    return _Grid(count, min(lengths, key=lambda length: -count % length), pitch, top)


def _spread(grid: _Grid, count: int) -> list[int]:
    """*count* places all over the *grid*, from left to right; they mean nothing else."""
    rows = ceil(grid.size / grid.across)
    found: dict[int, None] = {}
    step = 0
    while len(found) < count:
        step += 1
        column, row = int(step * _X % 1 * grid.across), int(step * _Y % 1 * rows)
        if (place := row * grid.across + column) < grid.size:
            found[place] = None
    return sorted(found, key=lambda place: (place % grid.across, place))


def _rows(grid: _Grid, empty: set[int]) -> str:
    """A path along all places but the *empty* ones, to be dashed; it ends behind its last dots."""
    starts = {*range(0, grid.size, grid.across), *(place + 1 for place in empty)}
    ends = sorted({*starts, *empty, grid.size})
    runs = [(start, end) for start, end in pairwise(ends) if start not in empty]
    return "".join(
        "M{},{}".format(*grid.at(start)) + f"h{(end - start - 1) * grid.pitch + 1}"
        for start, end in runs
    )


class _Block(NamedTuple):
    """Those of one kind: their places, what they are called, and where they can be pointed at."""

    places: list[tuple[int, int]]
    name: list[Text]
    spot: Spot


def _blocks(parts: list[Entry], grid: _Grid, look: Look) -> Iterator[_Block]:
    """A block for each of *parts*: side by side where there is room, or one below the other.

    One alone stays in the crowd, and only its name stands below.
    """
    top, pitch = grid.bottom + _AIR, round(grid.pitch * _GROUPED)
    column = min((look.width + _GAP) // len(parts) - _GAP, _COLUMN)
    counts = [round(part.value) if len(parts) > 1 else 0 for part in parts]
    if not look.narrow and column >= max(_LEAST, *(_wide(part, look) for part in parts)):
        lengths = [min(max(1, ceil(n / _DEEP)), column // pitch) for n in counts]
        deep = max(ceil(n / length) for n, length in zip(counts, lengths, strict=True))
        below = top + deep * pitch + 6 * (deep > 0)
        for number, (part, count, length) in enumerate(zip(parts, counts, lengths, strict=True)):
            left = number * (column + _GAP)
            name = _name(part, look, left, below, column if deep else look.width - left)
            yield _block(part, name, _Grid(count, length, pitch, top, left), name[-1].y + 6)
        return
    most = look.width // pitch
    for part, count in zip(parts, counts, strict=True):
        length = ceil(count / max(1, ceil(count / most))) or 1
        name = _name(part, look, 0, top, look.width)
        box = _Grid(count, length, pitch, round(name[-1].y) + 10)
        yield _block(part, name, box, box.bottom)
        top = box.bottom + _AIR


def _block(part: Entry, name: list[Text], box: _Grid, foot: float) -> _Block:
    """The block whose dots fill *box* and whose name or dots end at *foot*."""
    right = max(box.left + box.across * box.pitch, box.left + 24)
    spot = Spot(box.left, min(box.top, name[0].y - _NUMERAL), right, foot, part.said)
    return _Block([box.at(place) for place in range(box.size)], name, spot)


def _wide(part: Entry, look: Look) -> float:
    return look.letters.width(part.printed, _NUMERAL, bold=True)


def _name(part: Entry, look: Look, left: float, top: float, width: float) -> list[Text]:
    """The count as a large numeral with the name of its kind: beside it where there is room."""
    colour = voice(part.marked)
    numeral = Text(left, top + _BASELINE, part.printed, colour, True, "start", _NUMERAL)
    beside = _wide(part, look) + 10
    if width - beside < _LEAST:
        beside, top = 0, top + _NUMERAL + 6
    else:
        top += _BASELINE - look.baseline(0)
    name = look.lines(part.label, left + beside, top, width - beside, INK)
    top += len(name) * look.pitch
    return [numeral, *name, *look.lines(part.note, left + beside, top, width - beside, MUTED)]
