"""A line through time for each series, its ends and extremes said in numbers."""

from collections.abc import Iterator
from itertools import pairwise, product

import altair as alt
import numpy as np
import pandas as pd

from braindrain_site.charts.marks import Dot, Point, Rule, curves, dots, page, rules, words
from braindrain_site.charts.plots import Entry, entries
from braindrain_site.charts.scales import Scale, near_zero, spanning
from braindrain_site.charts.spacing import Box, room_for
from braindrain_site.charts.style import (
    MUTED,
    QUIET,
    RULE,
    Look,
    Text,
    settle,
    strongest,
    tint,
    voice,
)
from braindrain_site.charts.tips import around, spots

_RADIUS = 4.5
_PAD = 10
_HIGH, _HIGH_NARROW = 220, 180
_SIDE = 0.3
"""The most of the width that the words at the lines' ends take."""
_NOTE = 150
_NOTE_LINES = 3


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """One line for each series of *frame*, or a single one; time runs to the right."""
    frame = frame.assign(series=frame.get("series", "")).sort_values("x_at", kind="stable")
    frame["marked"] = frame.groupby("series")["marked"].transform(strongest)
    room = look.pitch * (1 + _NOTE_LINES * any(frame["note"])) + 14
    ends = frame.groupby("series", sort=False).tail(1)
    across = _across(frame, ends, look)
    high = room + (_HIGH_NARROW if look.narrow else _HIGH)
    up = spanning(frame["value"], high, room, zero=near_zero(frame["value"]))
    ground = up.start + room * (up.low != 0)
    texts = _ends(ends, up, across.end + _PAD, ground, look)
    points = [_dot(mark, up) for mark in entries(ends)]
    taken = [look.box(text) for text in texts]
    for mark in _spoken(frame):
        for said in _said(mark, frame, across, up, ground, look):
            boxes = [look.box(text) for text in said]
            if room_for(boxes, taken):
                taken += boxes
                texts += said
                points.append(_dot(mark, up))
                break
    base = Rule(across.start, ground, across.end, ground, RULE if up.low else QUIET)
    solid, broken = _stretches(frame)
    places = [
        around(across.at(mark.x_at), up.at(mark.value), mark.said)
        for _, one in frame.groupby("series", sort=False)
        for mark in entries(one)
    ]
    crowded = any(text.y > ground for text in texts)
    right = across.end + _RADIUS if crowded else look.width
    texts += _times(frame, across, ground + 4, right, look)
    told = " ".join([frame.attrs["cut"]] * (up.low != 0) + [frame.attrs["broken"]] * bool(broken))
    below = max(look.box(text).bottom for text in texts) + 4
    texts += look.lines(told, 0, below, look.width, MUTED)
    return page(
        look, max(text.y for text in texts) + 6, rules([base]), curves(solid, across, up, 2.5),
        curves(broken, across, up, 2.5, dashed=True),
        dots(points, across, _RADIUS), words(texts, look), spots(places),
    )  # fmt: skip


def _stretches(frame: pd.DataFrame) -> tuple[list[Point], list[Point]]:
    """The lines from point to point: known ones, and those over times that only others know.

    Each stretch of a line has a name of its own, so that nothing joins two of them.
    """
    known: list[Point] = []
    bridged: list[Point] = []
    times = set(frame["x_at"])
    for _, one in frame.groupby("series", sort=False):
        run = 0
        for pair in pairwise(entries(one)):
            skipped = any(pair[0].x_at < time < pair[1].x_at for time in times)
            run += skipped
            name = f"{pair[0].series} {run}"
            (bridged if skipped else known).extend(
                Point(name, mark.x_at, mark.value, 0, tint(mark.marked)) for mark in pair
            )
    return list(dict.fromkeys(known)), bridged


def _across(frame: pd.DataFrame, ends: pd.DataFrame, look: Look) -> Scale:
    """Time in pixels, with room on the right for each line's name and last value."""
    said = [*ends["series"], *ends["printed"], *ends["note"]]
    lines = [line for text in said for line in look.wrap(text, look.width * _SIDE, True)]
    room = max(look.measure(line, True) for line in lines) + _PAD + _RADIUS
    return spanning(frame["x_at"], _RADIUS, look.width - room, zero=False)


def _dot(mark: Entry, up: Scale) -> Dot:
    return Dot(mark.x_at, up.at(mark.value), tint(mark.marked), tint(mark.marked))


def _ends(ends: pd.DataFrame, up: Scale, left: float, ground: float, look: Look) -> list[Text]:
    """Each line's last value and its name, beside its end."""
    width = look.width - left
    blocks = []
    for mark in entries(ends):
        value = look.lines(mark.printed, left, 0, width, voice(mark.marked), True)
        below = len(value) * look.pitch
        name = look.lines(mark.series, left, below, width, voice(mark.marked))
        below += len(name) * look.pitch
        blocks.append(value + name + look.lines(mark.note, left, below, width, MUTED))
    wanted = [up.at(value) - look.pitch / 2 for value in ends["value"]]
    heights = [len(block) * look.pitch + 6 for block in blocks]
    return settle(blocks, wanted, heights, 0, ground)


def _spoken(frame: pd.DataFrame) -> list[Entry]:
    """The points whose value is said, the most important first: noted, first, extreme."""
    chosen = [frame[frame["note"] != ""]]
    for _, one in frame.groupby("series", sort=False):
        extremes = one.loc[[one["value"].idxmax(), one["value"].idxmin()]]
        chosen += [one.head(1), extremes]
    inner = pd.concat(chosen).drop_duplicates(["x_at", "printed"])
    last = frame.groupby("series", sort=False).tail(1).index
    return entries(inner[~inner.index.isin(last)])


def _said(
    mark: Entry, frame: pd.DataFrame, across: Scale, up: Scale, ground: float, look: Look
) -> Iterator[list[Text]]:
    """The value of one point with its note where it could stand, the best place first.

    That is where fewest lines run through: a high point's above it, a low one's below, centred.
    """
    lines = [mark.printed, *look.wrap(mark.note, _NOTE)]
    wide = max(look.measure(line, not number) for number, line in enumerate(lines))
    at, y, high = across.at(mark.x_at), up.at(mark.value), len(lines) * look.pitch
    above, below = y - _PAD - high, y + _PAD
    tops = (above, below) if mark.value >= frame["value"].mean() else (below, above)
    lefts = (at - wide / 2, at - _RADIUS, at + _RADIUS - wide)
    places = [
        Box(x, top, x + wide, top + high)
        for top, left in product(tops, lefts)
        for x in [min(max(left, 0), across.end - wide)]
        if top == above or top + high <= ground
    ]
    for place in sorted(places, key=lambda place: _crossed(place, frame, across, up)):
        yield [
            Text(place.left, look.baseline(place.top + number * look.pitch), line,
                 MUTED if number else voice(mark.marked), not number)
            for number, line in enumerate(lines)
        ]  # fmt: skip


def _crossed(box: Box, frame: pd.DataFrame, across: Scale, up: Scale) -> int:
    """In how many of the pixel columns of *box* a line runs through it."""
    crossed = 0
    for _, one in frame.groupby("series", sort=False):
        xs = [across.at(at) for at in one["x_at"]]
        heights = np.interp(range(int(box.left), int(box.right) + 1), xs,
                            [up.at(value) for value in one["value"]])  # fmt: skip
        crossed += int(((heights > box.top) & (heights < box.bottom)).sum())
    return crossed


def _times(frame: pd.DataFrame, across: Scale, top: float, right: float, look: Look) -> list[Text]:
    """Times below the line at even steps from the first to the last, as many as fit."""
    times = list(dict.fromkeys(zip(frame["x_at"], frame["x"], strict=True)))
    steps = [step for step in range(1, len(times)) if (len(times) - 1) % step == 0]
    texts: list[Text] = []
    for step in steps or [1]:
        texts = []
        for at, time in times[::step]:
            wide = look.measure(time)
            x = min(max(across.at(at) - wide / 2, 0), right - wide)
            texts.append(Text(x, look.baseline(top), time, MUTED))
        if all(look.box(one).right + 12 <= other.x for one, other in pairwise(texts)):
            break
    return texts
