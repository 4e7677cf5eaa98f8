"""Single readings through time on either side of zero, each with the publication it stands in.

Readings are not joined: what one publication says of a year and another of the next is no course.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import altair as alt
import pandas as pd

from braindrain_site.charts.marks import Dot, Rule, dots, page, rules, words
from braindrain_site.charts.plots import Entry, entries
from braindrain_site.charts.scales import Scale, spanning
from braindrain_site.charts.spacing import Box, room_for
from braindrain_site.charts.style import (
    INFLOW,
    MUTED,
    PAPER,
    QUIET,
    Anchor,
    Look,
    Text,
    tint,
    voice,
)
from braindrain_site.charts.tips import around, spots

_HIGH, _HIGH_NARROW = 210, 190
_RADIUS = 6
_ASIDE = 11
_TIER = 25
_TICK = 5
_CLEAR = 11
_STANDS: tuple[tuple[float, Anchor], ...] = ((0, "middle"), (4, "end"), (-4, "start"))
"""How words stand at their stem: over it, or to one side where another is near."""


class _Reading(NamedTuple):
    """What was read of one thing at one time, the same in one publication or in several."""

    mark: Entry
    series: list[str]
    x: float


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """A stem from zero for each row of *frame*; those that say the same are drawn once."""
    frame = frame.assign(series=frame.get("series", ""))
    edge = 24.0 if look.narrow else 40.0
    times = spanning(frame["x_at"], edge, look.width - edge, zero=False)
    read = _readings(frame, times, look)
    names = [*_names(read)]
    high = _HIGH_NARROW if look.narrow else _HIGH
    head = look.pitch * 2 + 12
    up = spanning(frame["value"], head + high, head, zero=True)
    zero = up.at(0)
    lines = [Rule(0, zero, look.width, zero, QUIET)]
    lines += [Rule(one.x, zero, one.x, up.at(one.mark.value), _stroke(one.mark), 2.5)
              for one in read]  # fmt: skip
    texts = _values(read, names, up, look)
    texts += _sides(frame, texts, [*lines], zero, look)
    foot = max(look.box(text).bottom for text in texts) + 6
    texts += _times(read, foot, look)
    below = max(look.box(text).bottom for text in texts)
    brackets, said, foot = _brackets(read, below + 10, frame.attrs["published"], look)
    places = [around(one.x, up.at(one.mark.value), one.mark.said) for one in read]
    points = [Dot(one.x, up.at(one.mark.value), _fill(one.mark), _stroke(one.mark)) for one in read]
    return page(
        look, foot, rules([*lines, *brackets]),
        dots(points, Scale(0, look.width, 0, look.width), _RADIUS),
        words(texts + said, look), spots(places),
    )  # fmt: skip


def _stroke(mark: Entry) -> str:
    """Its own colour if it is marked, else that of the side of zero it stands on."""
    return tint(mark.marked) if mark.marked else INFLOW if mark.value > 0 else QUIET


def _fill(mark: Entry) -> str:
    return _stroke(mark) if mark.marked else PAPER


def _readings(frame: pd.DataFrame, times: Scale, look: Look) -> list[_Reading]:
    """In the order of time; two things read at one time stand side by side."""
    labels = list(dict.fromkeys(frame["label"]))
    found: list[_Reading] = []
    for _, group in frame.groupby(["x_at", "label", "value"], sort=False):
        marks = entries(group)
        aside = _ASIDE * (labels.index(marks[0].label) - (len(labels) - 1) / 2)
        found.append(_Reading(marks[0], [*group["series"]], times.at(marks[0].x_at) + aside))
    return sorted(found, key=lambda one: one.x)


def _names(read: Sequence[_Reading]) -> Iterator[int]:
    """Which readings say what they are of: the last of each thing."""
    seen: set[str] = set()
    for number, one in reversed([*enumerate(read)]):
        if one.mark.label not in seen:
            seen.add(one.mark.label)
            yield number


def _sides(
    frame: pd.DataFrame, texts: Sequence[Text], stems: Sequence[Rule], zero: float, look: Look
) -> Iterator[Text]:
    """What lies above zero and below it, at the first edge of the zero line that has room."""
    taken = [look.box(text) for text in texts]
    taken += [Box(o.x - 8, min(o.y, o.y2) - 8, o.x2 + 8, max(o.y, o.y2) + 8) for o in stems[1:]]
    kinds = zip(reversed(frame.attrs["sides"]), (INFLOW, MUTED), "↑↓", (-1, 1), strict=False)
    for said, colour, arrow, side in kinds:
        text = f"{arrow} {said}"
        tops = [zero + 6 + row * look.pitch if side > 0 else zero - 6 - (row + 1) * look.pitch
                for row in range(9)]  # fmt: skip
        places = [
            Text(x, look.baseline(top), text, colour, False, anchor)
            for top in tops
            for x, anchor in _edges(look.width)
        ]
        boxes = [(place, look.box(place)) for place in places]
        free = [place for place, box in boxes if box.top >= 0 and room_for([box], taken)]
        yield from free[:1]


def _edges(width: float) -> tuple[tuple[float, Anchor], ...]:
    return ((0.0, "start"), (width, "end"))


def _values(
    read: Sequence[_Reading], named: Sequence[int], up: Scale, look: Look
) -> list[Text]:  # fmt: skip
    """The value at the end of each stem, the name of its thing at the last of them, as they fit."""
    texts: list[Text] = []
    stems = [_stem(one, up) for one in read]
    for number, one in sorted(enumerate(read), key=lambda pair: pair[0] not in named):
        others = [box for box in stems if box is not stems[number]]
        for aside, anchor in _STANDS:
            said = [
                _inside(text._replace(x=text.x + aside, anchor=anchor), look)
                for text in _value(one, number in named, up, look)
            ]
            if room_for(map(look.box, said), [*map(look.box, texts), *others]):
                texts += said
                break
    return texts


def _stem(one: _Reading, up: Scale) -> Box:
    ends = sorted((up.at(0), up.at(one.mark.value)))
    return Box(one.x - _RADIUS, ends[0] - _RADIUS, one.x + _RADIUS, ends[1] + _RADIUS)


def _value(one: _Reading, named: bool, up: Scale, look: Look) -> list[Text]:
    mark, above = one.mark, one.mark.value > 0
    rows = [f"+{mark.printed}" if above else mark.printed, *[mark.label] * named]
    rows = rows[::-1] if above else rows
    y = up.at(mark.value)
    top = y - _CLEAR - len(rows) * look.pitch if above else y + _CLEAR
    colour = voice(mark.marked) if mark.marked else INFLOW if above else MUTED
    bold = bool(mark.marked)
    return [
        Text(one.x, look.baseline(top + row * look.pitch), text, colour, bold)
        for row, text in enumerate(rows)
    ]


def _inside(text: Text, look: Look) -> Text:
    box = look.box(text)
    return text._replace(x=text.x + max(0, -box.left) - max(0, box.right - look.width))


def _times(read: Sequence[_Reading], top: float, look: Look) -> list[Text]:
    """Below the stems their times, in a second line where one has no room in the first."""
    texts: list[Text] = []
    for _, group in groupby(read, lambda one: one.mark.x_at):
        each = [*group]
        x = sum(one.x for one in each) / len(each)
        for row in range(2):
            at = look.baseline(top + row * look.pitch)
            time = _inside(Text(x, at, each[0].mark.x, MUTED, False, "middle"), look)
            if room_for([look.box(time)], [look.box(text) for text in texts]):
                texts.append(time)
                break
    return texts


def _brackets(
    read: Sequence[_Reading], top: float, meaning: str, look: Look
) -> tuple[list[Rule], list[Text], float]:
    """Below the times the *meaning* of brackets, and one from end to end of each publication, with
    its name; says where they end."""
    spans: dict[str, list[float]] = {}
    for one in read:
        for name in filter(None, one.series):
            spans.setdefault(name, []).append(one.x)
    lines: list[Rule] = []
    texts = look.lines(meaning, 0, top, look.width, MUTED) if spans else []
    taken: list[Box] = []
    foot = top = top + len(texts) * look.pitch + 10
    for name, found in spans.items():
        low, high = min(found) - _TICK, max(found) + _TICK
        wide = look.measure(name)
        left = min(max((low + high - wide) / 2, 0), look.width - wide)
        y = top
        while True:
            box = Box(min(low, left) - 4, y - _TICK, max(high, left + wide) + 4, y + _TIER)
            if room_for([box], taken):
                break
            y += _TIER + _TICK
        taken.append(box)
        lines.append(Rule(low, y, high, y, MUTED, 1.5))
        lines += [Rule(x, y - _TICK, x, y, MUTED, 1.5) for x in sorted(set(found))]
        texts.append(Text(left, look.baseline(y + 2), name, MUTED))
        foot = max(foot, y + _TIER)
    return lines, texts, foot
