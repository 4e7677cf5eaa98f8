"""Words for places on lines, and where they could stand without hiding one."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np

from braindrain_site.charts.marks import Dot
from braindrain_site.charts.scales import Scale
from braindrain_site.charts.spacing import Box
from braindrain_site.charts.style import MUTED, Look, Text

_PAD = 10
_ASIDE = 4.5

Course = tuple[list[float], list[float]]
"""Where a line bends, from left to right: how far across, and how far down."""


class Saying(NamedTuple):
    """Words for a place on a line: a value and its note, or that there is no value."""

    x_at: float
    value: float
    lines: list[str]
    colour: str
    dot: Dot | None


def stands(
    saying: Saying, courses: Sequence[Course], across: Scale, up: Scale, ground: float, look: Look
) -> Iterator[list[Text]]:
    """The words where they could stand above *ground*, the best place first.

    That is where fewest lines run through: a high point's above it, a low one's below, centred.
    """
    strong = [saying.dot is not None and not number for number, _ in enumerate(saying.lines)]
    wide = max(map(look.measure, saying.lines, strong))
    at, y, high = across.at(saying.x_at), up.at(saying.value), len(saying.lines) * look.pitch
    above, below = y - _PAD - high, y + _PAD
    heights = [height for _, known in courses for height in known]
    tops = (above, below) if y <= sum(heights) / len(heights) else (below, above)
    lefts = (at - wide / 2, at - _ASIDE, at + _ASIDE - wide)
    places = [
        Box(x, top, x + wide, top + high)
        for top, left in product(tops, lefts)
        for x in [min(max(left, 0), across.end - wide)]
        if top == above or top + high <= ground
    ]
    for place in sorted(places, key=lambda place: _crossed(place, courses)):
        yield [
            Text(place.left, look.baseline(place.top + number * look.pitch), line,
                 MUTED if number else saying.colour, strong[number])
            for number, line in enumerate(saying.lines)
        ]  # fmt: skip


def _crossed(box: Box, courses: Sequence[Course]) -> int:
    """In how many of the pixel columns of *box* a line runs through it."""
    columns = range(int(box.left), int(box.right) + 1)
    runs = (np.interp(columns, *course) for course in courses)
    return sum(int(((run > box.top) & (run < box.bottom)).sum()) for run in runs)
