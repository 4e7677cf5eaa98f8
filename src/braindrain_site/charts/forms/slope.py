"""Change between two (or a few) moments: a straight line for each thing."""

from math import inf

import altair as alt
import pandas as pd

from braindrain_site.charts import ends
from braindrain_site.charts.marks import Dot, Point, Rule, curves, dots, page, rules, words
from braindrain_site.charts.plots import Entry, entries
from braindrain_site.charts.scales import Scale, levels
from braindrain_site.charts.style import (
    INK,
    MUTED,
    QUIET,
    RULE,
    Look,
    Text,
    settle,
    strongest,
    tint,
)
from braindrain_site.charts.tips import around, spots

_RADIUS = 4.5
_HIGH = 240
_FOOT = 22
_SIDE = 0.27
"""The most of the width that values and names take on either side of the lines."""


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """A line for each label of *frame* through its values at each x, in the order given."""
    frame = frame.assign(marked=frame.groupby("label")["marked"].transform(strongest))
    moments = list(dict.fromkeys(frame["x"]))
    first, last = (entries(frame[frame["x"] == moments[end]]) for end in (0, -1))
    start = ends.room([mark.printed for mark in first], _SIDE, look) + ends.PAD + _RADIUS
    said = [text for mark in last for text in (mark.label, mark.printed)]
    left = look.width - ends.room(said, _SIDE, look)
    blocks = [ends.block(mark, mark.label, left, look) for mark in last]
    heads = _heads(moments, Scale(0, len(moments) - 1, start, left - ends.LEAD), look)
    top = max(line.y for line in heads) + 22
    high = max(_HIGH, ends.tall(blocks, look) - _FOOT)
    up = levels(frame["value"], top + high, top)
    named = ends.place(last, blocks, up, top - 12, inf, look)
    led = any(ends.moved(end, up, look) for end in named)
    across = Scale(0, len(moments) - 1, start, left - (ends.LEAD if led else ends.PAD + _RADIUS))
    texts = _heads(moments, across, look) + _first(first, up, start - ends.PAD - _RADIUS, look)
    texts += [line for end in named for line in end.texts()]
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
        Rule(across.at(number), top - 10, across.at(number), up.start + _FOOT, RULE)
        for number in range(len(moments))
    ]
    lines = [*posts, *(line for end in named for line in ends.leader(end, across.end, up, look))]
    if up.cut:
        lines += [cut for post in posts for cut in _cut(post.x, post.y2)]
    lines += [Rule(across.start, up.at(0), across.end, up.at(0), QUIET)] * up.crosses
    height = max([up.start + _FOOT, *(text.y + 6 for text in texts)])
    return page(
        look, height, rules(lines), curves(bends, across, up, 2.5),
        dots(points, across, _RADIUS), words(texts, look), spots(places),
    )  # fmt: skip


def _cut(x: float, y: float) -> list[Rule]:
    """Two strokes across the foot of a post: the scale does not begin at zero."""
    return [Rule(x - 6, y - 1 - up, x + 6, y - 5 - up, MUTED) for up in (0, 4)]


def _heads(moments: list[str], across: Scale, look: Look) -> list[Text]:
    """The name of each moment above its place, within the chart's edges."""
    each = (across.end - across.start) / max(len(moments) - 1, 1) - 12
    heads = []
    for number, moment in enumerate(moments):
        wide = max(look.measure(line) for line in look.wrap(moment, each))
        x = min(max(across.at(number), wide / 2), look.width - wide / 2)
        heads += look.lines(moment, x, 0, each, MUTED, anchor="middle")
    return heads


def _first(first: list[Entry], up: Scale, right: float, look: Look) -> list[Text]:
    """The values at the beginning, the same value said once, and the zero of a line of its own."""
    marks = list({mark.printed: mark for mark in first}.values())
    blocks = [look.lines(mark.printed, right, 0, right, INK, True, "end") for mark in marks]
    wanted = [up.at(mark.value) - look.pitch / 2 for mark in marks]
    if up.crosses and not any(mark.value == 0 for mark in first):
        blocks.append(look.lines("0", right, 0, right, MUTED, anchor="end"))
        wanted.append(up.at(0) - look.pitch / 2)
    return settle(blocks, wanted, [len(block) * look.pitch + 6 for block in blocks], up.end - 12)
