"""Change between two (or a few) moments: a straight line for each thing."""

from collections.abc import Iterable

import altair as alt
import pandas as pd

from braindrain_site.charts.marks import Dot, Point, Rule, curves, dots, page, rules, words
from braindrain_site.charts.plots import Entry, entries
from braindrain_site.charts.scales import Scale, near_zero, spanning
from braindrain_site.charts.style import (
    INK,
    MUTED,
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
_HIGH = 240
_FOOT = 22
_SIDE = 0.27
"""The most of the width that values and names take on either side of the lines."""


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """A line for each label of *frame* through its values at each x, in the order given."""
    frame = frame.assign(marked=frame.groupby("label")["marked"].transform(strongest))
    moments = list(dict.fromkeys(frame["x"]))
    first, last = (frame[frame["x"] == moments[end]] for end in (0, -1))
    start = _room(first["printed"], look)
    end = look.width - _room([*last["label"], *last["printed"]], look)
    across = Scale(0, max(len(moments) - 1, 1), start, end)
    heads = _heads(moments, across, look)
    top = max(line.y for line in heads) + 22
    up = spanning(frame["value"], top + _HIGH, top, zero=near_zero(frame["value"]))
    named = _first(first, up, start - _PAD - _RADIUS, look) + _last(
        last, up, end + _PAD + _RADIUS, look
    )
    bends = [
        Point(mark.label, moments.index(mark.x), mark.value, 0, tint(mark.marked))
        for mark in sorted(entries(frame), key=lambda mark: bool(mark.marked))
    ]
    points = [Dot(bend.x, up.at(bend.y), bend.stroke, bend.stroke) for bend in bends]
    places = [
        around(across.at(moments.index(mark.x)), up.at(mark.value), mark.said)
        for mark in entries(frame)
    ]
    posts = [
        Rule(across.at(number), top - 10, across.at(number), top + _HIGH + _FOOT, RULE)
        for number in range(len(moments))
    ]
    if up.low != 0:
        posts += [cut for post in posts for cut in _cut(post.x, post.y2)]
    height = max(top + _HIGH + _FOOT, *(line.y + 6 for line in named))
    return page(
        look, height, rules(posts), curves(bends, across, up, 2.5),
        dots(points, across, _RADIUS), words(named + heads, look), spots(places),
    )  # fmt: skip


def _cut(x: float, y: float) -> list[Rule]:
    """Two strokes across the foot of a post: the scale does not begin at zero."""
    return [Rule(x - 6, y - 1 - up, x + 6, y - 5 - up, MUTED) for up in (0, 4)]


def _room(words_: Iterable[str], look: Look) -> float:
    """The width kept on one side for words, which break into lines if it is not enough."""
    lines = [line for text in words_ for line in look.wrap(text, look.width * _SIDE, True)]
    return max(look.measure(line, True) for line in lines) + _PAD + _RADIUS


def _heads(moments: list[str], across: Scale, look: Look) -> list[Text]:
    """The name of each moment above its place, within the chart's edges."""
    each = (across.end - across.start) / max(len(moments) - 1, 1) - 12
    heads = []
    for number, moment in enumerate(moments):
        wide = max(look.measure(line) for line in look.wrap(moment, each))
        x = min(max(across.at(number), wide / 2), look.width - wide / 2)
        heads += look.lines(moment, x, 0, each, MUTED, anchor="middle")
    return heads


def _first(first: pd.DataFrame, up: Scale, right: float, look: Look) -> list[Text]:
    """The values at the beginning; the same value is said once."""
    marks = list({mark.printed: mark for mark in entries(first)}.values())
    blocks = [look.lines(mark.printed, right, 0, right, INK, True, "end") for mark in marks]
    wanted = [up.at(mark.value) - look.pitch / 2 for mark in marks]
    return settle(blocks, wanted, [len(block) * look.pitch + 6 for block in blocks], up.end - 12)


def _last(last: pd.DataFrame, up: Scale, left: float, look: Look) -> list[Text]:
    """The values at the end, each with the name of its line below it."""
    blocks, wanted = [], []
    for mark in entries(last):
        blocks.append(_block(mark, left, look))
        wanted.append(up.at(mark.value) - look.pitch / 2)
    return settle(blocks, wanted, [len(block) * look.pitch + 6 for block in blocks], up.end - 12)


def _block(mark: Entry, left: float, look: Look) -> list[Text]:
    width = look.width - left
    value = look.lines(mark.printed, left, 0, width, voice(mark.marked), True)
    below = len(value) * look.pitch
    name = look.lines(mark.label, left, below, width, voice(mark.marked))
    note = look.lines(mark.note, left, below + len(name) * look.pitch, width, MUTED)
    return value + name + note
