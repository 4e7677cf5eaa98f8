"""Words for places on lines, and where they could stand without hiding one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

import numpy as np

from braindrain_site.charts.marks import Dot, Rule
from braindrain_site.charts.scales import Scale
from braindrain_site.charts.spacing import Box
from braindrain_site.charts.style import MUTED, Look, Text

_PAD = 10
_ASIDE = 4.5
_THICK = 2
"""Half of a line, and the least of paper beside it."""
_STEP, _FURTHER = 9.5, 5
"""Words may move away from their place by so many steps of so many pixels."""

Course = tuple[list[float], list[float]]
"""Where a line bends, from left to right: how far across, and how far down."""


def course(rule: Rule) -> Course:
    """The way of a straight line."""
    return [rule.x, rule.x2], [rule.y, rule.y2]


class Saying(NamedTuple):
    """Words for a place on a line: a value and its note, or that there is no value."""

    x_at: float
    value: float
    lines: list[str]
    colour: str
    dot: Dot | None
    high: bool
    """Whether it is above most of what is drawn."""


def stands(
    saying: Saying, courses: Sequence[Course], across: Scale, up: Scale, ground: float, look: Look
) -> Iterator[list[Text]]:
    """The words where they could stand above *ground* and touch no line, the best place first.

    That is the nearest: a high point's above it, a low one's below, centred; where lines begin,
    before it. No line runs between the words and what they are of.
    """
    strong = [saying.dot is not None and not number for number, _ in enumerate(saying.lines)]
    wide = max(map(look.measure, saying.lines, strong))
    at, y, high = across.at(saying.x_at), up.at(saying.value), len(saying.lines) * look.pitch
    for place in _places(saying.high, at, y, Box(0, 0, wide, high), across.start, across.end):
        way = Box(place.left, min(place.bottom, y + _PAD), place.right, max(place.top, y - _PAD))
        between = way.top < way.bottom and not clear(way, courses)
        if place.top >= 0 and place.bottom <= ground and not between and clear(place, courses):
            yield [
                Text(place.left, look.baseline(place.top + number * look.pitch), line,
                     MUTED if number else saying.colour, strong[number])
                for number, line in enumerate(saying.lines)
            ]  # fmt: skip


def _places(
    above_first: bool, at: float, y: float, size: Box, start: float, end: float
) -> Iterator[Box]:
    """For words of *size*, before what lines begin at; then near and further above and below."""
    _, _, wide, high = size
    if at <= start and at - _PAD - wide >= 0:
        yield Box(at - _PAD - wide, y - high / 2, at - _PAD, y + high / 2)
    sides = (above_first, not above_first)
    lefts = (at - wide / 2, at - _ASIDE, at + _ASIDE - wide)
    for far, above, x in product(range(_FURTHER), sides, lefts):
        away = _PAD + far * _STEP
        top = y - away - high if above else y + away
        left = min(max(x, 0), end - wide)
        yield Box(left, top, left + wide, top + high)


def clear(box: Box, courses: Iterable[Course]) -> bool:
    """Whether no line runs through *box* or along its edge."""
    return not any(_runs_through(box, course) for course in courses)


def _runs_through(box: Box, course: Course) -> bool:
    """Whether a piece of *course*, as thick as it is drawn, has a height of *box* within its width.

    A piece is straight: over the columns that it shares with the box it takes all heights
    between those at either end.
    """
    places = [*zip(*course, strict=True)]
    for (x, y), (x2, y2) in pairwise(places):
        left, right = max(x, box.left - _THICK), min(x2, box.right + _THICK)
        if left <= right:
            low, high = sorted(np.interp((left, right), (x, x2), (y, y2)))
            if high > box.top - _THICK and low < box.bottom + _THICK:
                return True
    return False
