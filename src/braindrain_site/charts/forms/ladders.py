"""Places on several ladders that one thing stands on, its rungs joined from ladder to ladder."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

import altair as alt
import numpy as np
import pandas as pd

from braindrain_site.charts.marks import (
    Dot,
    Point,
    Rule,
    curves,
    dots,
    page,
    rungs,
    words,
)
from braindrain_site.charts.plots import Entry, entries
from braindrain_site.charts.scales import Scale
from braindrain_site.charts.spacing import Box, room_for
from braindrain_site.charts.style import INK, MUTED, QUIET, SUBJECT, Anchor, Look, Text, tint
from braindrain_site.charts.tips import around, spots

_HIGH = 270
_RADIUS = 4.5
_STRONG = 7
_PAD = 12
_RUNG = 5


class _Ladder(NamedTuple):
    """A ladder: its name, where it stands, and who stands on it, from the first place down."""

    name: str
    x: float
    marks: list[Entry]


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """A ladder for each series of *frame*, its first place on top; all have rungs of one height."""
    ladders = _stand(frame, look)
    heads = [line for ladder in ladders for line in _head(ladder, ladders, look)]
    top = max(line.y for line in heads) + 26
    down = Scale(1, max(1.5, float(frame["value"].max())), top, top + _HIGH)
    joined = [*_joined(ladders, down)]
    names = _names(ladders, down, joined, look)
    texts = heads + [line for name in names for line in name]
    rails = [
        Rule(each.x, down.at(1) - 0.5, each.x, _foot(each, down) + 0.5, QUIET) for each in ladders
    ]
    quiet, strong = (
        [Dot(each.x, down.at(mark.value), _colour(mark), _colour(mark))
         for each in ladders for mark in each.marks if bool(mark.marked) == marked]
        for marked in (False, True)
    )  # fmt: skip
    places = [
        around(each.x, down.at(mark.value), mark.said) for each in ladders for mark in each.marks
    ]
    across = Scale(0, look.width, 0, look.width)
    height = max([down.end + _STRONG + 2, *(look.box(text).bottom + 2 for text in texts)])
    return page(
        look, height, rungs(rails, _RUNG * 2, down.at(2) - down.at(1)),
        curves(joined, across, Scale(0, 1, 0, 1), 2.5),
        dots(quiet, across, _RADIUS), dots(strong, across, _STRONG), words(texts, look),
        spots(places),
    )  # fmt: skip


def _colour(mark: Entry) -> str:
    return tint(mark.marked) if mark.marked else QUIET


def _stand(frame: pd.DataFrame, look: Look) -> list[_Ladder]:
    """The ladders at even distances, the outer ones with room for names outside of them."""
    groups = [
        (str(name), sorted(entries(group), key=lambda mark: mark.value))
        for name, group in frame.groupby("series", sort=False)
    ]
    share = 0.29 if look.narrow else 0.22
    room = look.width * share
    step = (look.width - 2 * room) / max(len(groups) - 1, 1)
    return [
        _Ladder(name, room + number * step, marks) for number, (name, marks) in enumerate(groups)
    ]


def _head(ladder: _Ladder, ladders: Sequence[_Ladder], look: Look) -> Iterator[Text]:
    """The name of a ladder above it, in its share of the width."""
    width = look.width / len(ladders) - _PAD
    number = ladders.index(ladder)
    first, last = number == 0, number == len(ladders) - 1
    anchor: Anchor = "start" if first else "end" if last else "middle"
    x = 0.0 if first else look.width if last else ladder.x
    yield from look.lines(ladder.name, x, 0, width, MUTED, False, anchor)


def _foot(ladder: _Ladder, down: Scale) -> float:
    return down.at(max(mark.value for mark in ladder.marks))


def _joined(ladders: Sequence[_Ladder], down: Scale) -> Iterator[Point]:
    """What is the subject, from ladder to ladder."""
    for ladder in ladders:
        for mark in ladder.marks:
            if mark.marked == "subject":
                yield Point("subject", ladder.x, down.at(mark.value), 0, SUBJECT)


def _names(
    ladders: Sequence[_Ladder], down: Scale, joined: Sequence[Point], look: Look
) -> list[list[Text]]:
    """The names beside their rungs, the marked ones first; what finds no room has none."""
    taken = [Box(each.x - 7, down.at(1) - 6, each.x + 7, _foot(each, down) + 6) for each in ladders]
    taken += _along(joined)
    named: list[list[Text]] = []
    order = sorted(
        ((ladder, mark) for ladder in ladders for mark in ladder.marks),
        key=lambda pair: (not pair[1].marked, pair[1].value > 1),
    )
    for ladder, mark in order:
        for name in _candidates(ladder, mark, down, ladders, look):
            boxes = [look.box(line) for line in name]
            inside = all(box.left >= 0 and box.right <= look.width for box in boxes)
            if inside and room_for(boxes, taken):
                taken += boxes
                named.append(name)
                break
    return named


def _along(joined: Sequence[Point]) -> list[Box]:
    """What the line takes, in small steps."""
    boxes = []
    for one, other in pairwise(joined):
        steps = max(2, int(abs(other.x - one.x) / 6), int(abs(other.y - one.y) / 6))
        for share in np.linspace(0, 1, steps):
            x, y = one.x + share * (other.x - one.x), one.y + share * (other.y - one.y)
            boxes.append(Box(x - 3, y - 3, x + 3, y + 3))
    return boxes


def _candidates(
    ladder: _Ladder, mark: Entry, down: Scale, ladders: Sequence[_Ladder], look: Look
) -> Iterator[list[Text]]:
    """Where a name could stand: on either side of its rung, at its height or near to it."""
    y, number = down.at(mark.value), ladders.index(ladder)
    sides: tuple[tuple[int, Anchor], ...] = ((1, "start"), (-1, "end"))
    if number in (0, len(ladders) - 1):  # outside
        sides = sides[1:] if number == 0 else sides[:1]
    strong = bool(mark.marked)
    colour = SUBJECT if mark.marked == "subject" else INK if strong else MUTED
    lines = [f"{mark.printed} {mark.label}"]
    if look.narrow:  # where a place is seen by where it stands, and a name is said once
        lines = [mark.printed, mark.label][: 1 + (number == 0)] if strong else [mark.label]
    for (side, anchor), step in product(sides, (0, 7, -7, 13, -13, 19, -19, 26, -26)):
        top = y + step - len(lines) * look.pitch / 2
        yield [
            Text(ladder.x + side * _PAD, look.baseline(top + row * look.pitch), line, colour,
                 strong, anchor)
            for row, line in enumerate(lines)
        ]  # fmt: skip
