"""Many things on one scale, a dot for each; those that matter are named."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, product
from math import sqrt
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
    RULE,
    Anchor,
    Look,
    Text,
    tint,
    voice,
)
from braindrain_site.charts.tips import around, spots

_TIER = 22
_TIERS = 9
_CLEAR = 8


class _Name(NamedTuple):
    texts: list[Text]
    leader: Rule


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """A dot for each row of *frame*; all but the first series are hollow."""
    radius = 5.0 if look.narrow else 6.0
    scale = spanning(frame["value"], radius + 3, look.width - radius - 3, zero=False)
    claims = _claims(frame, 2 if look.narrow else 3)
    offsets = _pile(frame, [index for side in claims for index in side], scale, radius * 2 + 2)
    reach = max(abs(offset) for offset in offsets.values()) + radius
    zero = _zero(frame, scale, reach, look)
    names = _place_names(frame, claims, offsets, scale, radius, zero, look)
    lines = [Rule(0, 0, look.width, 0, RULE), *(name.leader for name in names)]
    lines += [Rule(text.x, -reach - 4, text.x, reach + 4, MUTED) for text in zero[:1]]
    texts = [*zero, *(text for name in names for text in name.texts)]
    key, key_dots = _key(frame, radius, look)
    head = len(key) * look.pitch + 14 * bool(key)
    down = head - min([-reach - 4, *(look.box(text).top for text in texts)])
    quiet, strong = (
        [
            _dot(mark, offsets[mark.Index] + down, _hollow(frame, mark), scale)
            for mark in entries(frame[(frame["marked"] != "") == stressed])
        ]
        for stressed in (False, True)
    )
    places = [
        around(scale.at(mark.value), offsets[mark.Index] + down, mark.said)
        for mark in sorted(entries(frame), key=lambda mark: -mark.value)
    ]
    lines = [line._replace(y=line.y + down, y2=line.y2 + down) for line in lines]
    texts = [text._replace(y=text.y + down) for text in texts]
    height = max([reach + down + 4, *(text.y + 6 for text in texts)])
    return page(
        look, height, rules(lines), dots(quiet, scale, radius), dots(strong, scale, radius + 2),
        dots(key_dots, None, radius), words(texts + key, look),
        spots(places),
    )  # fmt: skip


def _claims(frame: pd.DataFrame, extremes: int) -> list[list[int]]:
    """Which rows may be named: marked or noted ones, then the lowest and the highest, inner first.

    The inner ones come first, so that the leaders of the outer ones go round them.
    """
    chosen = frame.index[(frame["marked"] != "") | (frame["note"] != "")]
    asked = sorted(chosen, key=lambda index: frame["marked"][index] != "subject")
    if _flagged(frame):
        down = frame["value"].sort_values(ascending=False, kind="stable").index
        return [[index for index in down if index in asked], [], []]
    ranked = [index for index in frame["value"].sort_values(kind="stable").index
              if index not in asked]  # fmt: skip
    return [asked, ranked[:extremes][::-1], ranked[extremes:][-extremes:]]


def _flagged(frame: pd.DataFrame) -> bool:
    """Whether it was said which dots are to be named."""
    return bool((frame["marked"] == "ink").any())


def _pile(frame: pd.DataFrame, named: list[int], scale: Scale, apart: float) -> dict[int, float]:
    """How far each dot stands above (-) or below the middle; named ones end up outermost."""
    values = {index: scale.at(float(value)) for index, value in frame["value"].items()}
    order = sorted(frame.index, key=lambda index: (index in named, values[index]))
    offsets: dict[int, float] = {}
    for index in order:
        taken = [
            (y - reach, y + reach)
            for other, y in offsets.items()
            if (dx := abs(values[other] - values[index])) < apart
            for reach in [sqrt(apart**2 - dx**2)]
        ]
        sign = -1 if index in (named if _flagged(frame) else named[:1]) else 1
        steps = (sign * side * step for step in count(0) for side in (1, -1))
        spans = _merged(taken)
        starts = [low for low, _ in spans]
        offsets[index] = next(y for y in steps if not _within(y, spans, starts))
    return offsets


def _merged(spans: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """*spans* in order, those that overlap as one."""
    merged: list[tuple[float, float]] = []
    for low, high in sorted(spans):
        if merged and low < merged[-1][1]:
            merged[-1] = merged[-1][0], max(high, merged[-1][1])
        else:
            merged.append((low, high))
    return merged


def _within(y: float, spans: Sequence[tuple[float, float]], starts: Sequence[float]) -> bool:
    """Whether *y* lies inside one of *spans*, which begin at *starts*; their ends are outside."""
    at = bisect_left(starts, y) - 1
    return at >= 0 and y < spans[at][1]


def _place_names(
    frame: pd.DataFrame, claims: list[list[int]], offsets: dict[int, float],
    scale: Scale, radius: float, zero: list[Text], look: Look,
) -> list[_Name]:  # fmt: skip
    """As many names as find room, each where it covers no dot, no leader and no other name.

    Of either end none is named further in than one that finds no room.
    """
    asked, *ends = claims
    while True:
        named = [*asked, *(index for end in ends for index in end)]
        names = _tried(frame, named, offsets, scale, radius, zero, look)
        outer = [end[any(index not in names for index in end) :] for end in ends]
        if outer == ends:
            return list(names.values())
        ends = outer


def _tried(
    frame: pd.DataFrame, named: list[int], offsets: dict[int, float],
    scale: Scale, radius: float, zero: list[Text], look: Look,
) -> dict[int, _Name]:  # fmt: skip
    """The names that find room when they are placed in the order *named*."""
    taken = [look.box(text) for text in zero]
    marks = {mark.Index: mark for mark in entries(frame)}
    discs = [
        Box(x - radius, y - radius, x + radius, y + radius)
        for mark in marks.values()
        for x, y in [(scale.at(mark.value), offsets[mark.Index])]
    ]
    flags = _flagged(frame)
    over = discs * (not flags)  # poles run below the dots
    reach = max(abs(offset) for offset in offsets.values()) + radius + _CLEAR
    names: dict[int, _Name] = {}
    said: list[Box] = []
    for index in named:
        for name in _candidates(marks[index], scale, offsets[index], radius, reach, look, flags):
            boxes = _boxes(name, look)
            inside = all(box.left >= 0 and box.right <= look.width for box in boxes[:-1])
            free = room_for(boxes, taken) and room_for(boxes[:-1], [*said, *discs])
            if inside and free and room_for(boxes[-1:], over):
                taken += boxes
                said += [box._replace(left=box.left - _CLEAR, right=box.right + _CLEAR)
                         for box in boxes[:-1]]  # fmt: skip
                names[index] = name
                break
    return names


def _boxes(name: _Name, look: Look) -> list[Box]:
    """What a name takes up: its lines, and last its leader."""
    line = name.leader
    half = 0.5 if name.texts[0].x != line.x else 3
    upright = Box(line.x - half, min(line.y, line.y2), line.x + half, max(line.y, line.y2))
    return [*(look.box(text) for text in name.texts), upright]


def _zero(frame: pd.DataFrame, scale: Scale, reach: float, look: Look) -> list[Text]:
    """What the foot of the zero line says, where the values lie on both sides of it.

    The zero, and beside it in the colour of their dots what either side means.
    """
    if not scale.low < 0 < scale.high:
        return []
    x, y = scale.at(0), look.baseline(reach + 4)
    foot = [Text(x, y, "0", MUTED, False, "middle")]
    if frame.attrs["sides"]:
        below, above = frame.attrs["sides"]
        left = Text(x - _CLEAR * 2, y, f"← {below}", MUTED, False, "end")
        right = Text(x + _CLEAR * 2, y, f"{above} →", INFLOW)
        if look.box(left).left < 0:
            left = Text(0, y + look.pitch, left.text, MUTED)
            right = right._replace(x=look.box(left).right + _CLEAR * 2, y=left.y)
        if look.box(right).right > look.width:
            right = Text(look.width, y + 2 * look.pitch, right.text, INFLOW, False, "end")
        foot += [left, right]
    return foot


def _candidates(
    mark: Entry, scale: Scale, y: float, radius: float, reach: float, look: Look, flags: bool
) -> Iterator[_Name]:
    """Where the name of one dot could stand, the best place first."""
    x = scale.at(mark.value)
    lines = [f"{mark.label} {mark.printed}", *look.wrap(mark.note, 170)]
    sides: tuple[int, ...] = (-1, 1) if y < 0 or mark.marked else (1, -1)
    anchors: tuple[Anchor, ...] = ("middle", "start", "end")
    hang = radius
    if flags:  # each on its pole, the lower the value the higher, whatever the language
        fits = x + max(map(look.measure, lines)) <= look.width
        anchors, sides, hang = ("start",) if fits else ("end",), (-1,), 1.0
    for tier, side, anchor in product(range(_TIERS), sides, anchors):
        edge = side * (reach + tier * _TIER)
        top = edge if side > 0 else edge - len(lines) * look.pitch
        shifted = x + {"start": -hang, "middle": 0, "end": hang}[anchor]
        texts = [
            Text(shifted, look.baseline(top + number * look.pitch), line,
                 MUTED if number else voice(mark.marked),
                 mark.marked == "subject" and not number, anchor)
            for number, line in enumerate(lines)
        ]  # fmt: skip
        colour = tint(mark.marked)
        yield _Name(texts, Rule(x, y + side * (radius + 1), x, edge - side, colour))
    for turn, anchor in ((1, "start"), (-1, "end")) * (not flags):  # or beside it, without a leader
        aside = x + turn * (radius + 5)
        clear = y - 5 if abs(y) < look.pitch / 2 else y + look.size * 0.36  # of the line of dots
        text = Text(aside, clear, lines[0], voice(mark.marked), mark.marked == "subject")
        yield _Name([text._replace(anchor=anchor)], Rule(aside, y, aside, y))


def _hollow(frame: pd.DataFrame, mark: Entry) -> bool:
    return "series" in frame and mark.series != frame.attrs["series"][0]


def _dot(mark: Entry, y: float, hollow: bool, scale: Scale) -> Dot:
    """Where values lie on both sides of zero, those above it take the colour of what flows in."""
    inflow = scale.low < 0 < mark.value
    colour = INFLOW if inflow and mark.marked != "subject" else tint(mark.marked)
    if scale.low < 0 and mark.marked == "ink" and not inflow:
        colour = QUIET
    return Dot(mark.value, y, PAPER if hollow else colour, colour)


def _key(frame: pd.DataFrame, radius: float, look: Look) -> tuple[list[Text], list[Dot]]:
    """What filled and hollow dots stand for, one line each."""
    series = frame.attrs["series"] if "series" in frame else []
    texts, points = [], []
    for number, name in enumerate(series):
        top = number * look.pitch
        texts.append(Text(radius * 2 + 8, look.baseline(top), name, MUTED))
        fill = PAPER if number else MUTED
        points.append(Dot(radius + 1, top + look.pitch / 2, fill, MUTED))
    return texts, points
