"""What happened when, from top to bottom on a true scale of time."""

from math import ceil, floor
from typing import NamedTuple

import altair as alt
import pandas as pd

from braindrain_site.charts.marks import Dot, Rule, dots, page, rules, words
from braindrain_site.charts.plots import Entry, entries
from braindrain_site.charts.scales import Scale, spanning
from braindrain_site.charts.spacing import spread
from braindrain_site.charts.style import INK, MUTED, PAPER, QUIET, Look, Text, tint
from braindrain_site.charts.tips import Spot, spots

_RADIUS = 5.5
_RAIL = 12
"""Where time runs down, in pixels from the left."""
_LEADER = 30
_GAP = 10
_AIR, _LEAST = 1.25, 380
"""How much taller the scale is than all that is written beside it, and how tall at least."""
_MONTHS = 12
_MANY_YEARS = 3


class _Block(NamedTuple):
    """What is said of one entry, set from its upper edge."""

    mark: Entry
    lines: list[Text]
    height: float


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """One entry for each row of *frame*: a dot on its day, or a bar over the time it is known to
    lie in, and what happened beside it."""
    frame = frame.sort_values("when_at", kind="stable")
    column = 0 if look.narrow else max(look.measure(when, True) for when in frame["when"]) + 16
    blocks = [_block(entry, column, look) for entry in entries(frame)]
    heights = [block.height + _GAP for block in blocks]
    middle = look.pitch / 2
    down = spanning(
        [*frame["when_at"], *frame["when_to"]], middle, max(sum(heights) * _AIR, _LEAST), zero=False
    )
    at = [down.at((block.mark.when_at + block.mark.when_to) / 2) for block in blocks]
    tops = spread([y - middle for y in at], heights, 0)
    texts = [
        line._replace(y=line.y + top)
        for block, top in zip(blocks, tops, strict=True)
        for line in block.lines
    ]
    leaders = [
        Rule(_RAIL + _RADIUS + 2, y, _RAIL + _LEADER - 6, top + middle, QUIET)
        for y, top in zip(at, tops, strict=True)
    ]
    places = [
        Spot(0, top, look.width, top + block.height, block.mark.said)
        for block, top in zip(blocks, tops, strict=True)
    ]
    height = max(down.end + _RADIUS + 2, tops[-1] + blocks[-1].height)
    marks = [block.mark for block in blocks]
    return page(
        look, height, rules([*_rail(down), *leaders]), rules(_spans(marks, down)),
        dots(_days(marks, down), None, _RADIUS), words(texts, look), spots(places),
    )  # fmt: skip


def _block(mark: Entry, column: float, look: Look) -> _Block:
    """When it was, what happened, and a note: side by side, or one below the other."""
    start = _RAIL + _LEADER
    left = start + column
    when = look.lines(mark.when, start, 0, look.width - start, INK, True)
    top = 0 if column else len(when) * look.pitch
    what = look.lines(mark.what, left, top, look.width - left, INK, bool(mark.marked))
    top += len(what) * look.pitch
    note = look.lines(mark.note, left, top, look.width - left, MUTED)
    return _Block(mark, when + what + note, top + len(note) * look.pitch)


def _rail(down: Scale) -> list[Rule]:
    """The line of time, with a tick at each month, or at each year when there are many."""
    rail = Rule(_RAIL, down.start, _RAIL, down.end, QUIET)
    each = 1 if down.high - down.low > _MANY_YEARS else _MONTHS
    ticks = range(ceil(down.low * each), floor(down.high * each) + 1)
    return [rail, *(Rule(0, down.at(n / each), _RAIL, down.at(n / each), QUIET) for n in ticks)]


def _spans(marks: list[Entry], down: Scale) -> list[Rule]:
    return [
        Rule(_RAIL, down.at(mark.when_at), _RAIL, down.at(mark.when_to), tint(mark.marked), 6)
        for mark in marks
        if mark.when_to > mark.when_at
    ]


def _days(marks: list[Entry], down: Scale) -> list[Dot]:
    return [
        Dot(_RAIL, down.at(mark.when_at), tint(mark.marked), PAPER)
        for mark in marks
        if mark.when_to == mark.when_at
    ]
