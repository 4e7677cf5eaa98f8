"""How often one sum goes into another: a square ruled into squares of the smaller, all to scale."""

from math import sqrt

import altair as alt
import pandas as pd

from braindrain_site.charts.marks import Bar, Rule, bars, page, rules, words
from braindrain_site.charts.plots import Entry, entries
from braindrain_site.charts.scales import Scale
from braindrain_site.charts.style import INK, MUTED, SOFT, Look, Text, tint, voice
from braindrain_site.charts.tips import Spot, spots

_SIDE, _SIDE_NARROW = 300, 264
_GAP = 10
_ASIDE = 20
_FINEST = 40
"""More lines than this across would be a grey: the smaller square stands alone then."""


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """The larger of the two rows of *frame* holds the other as often as it is larger."""
    small, large = sorted(entries(frame), key=lambda mark: mark.value)
    side = float(_SIDE_NARROW if look.narrow else _SIDE)
    cell = side * sqrt(small.value / large.value)
    left = side + _ASIDE
    head = _said(large, 0 if look.narrow else left, 0, look)
    top = len(head) * look.pitch + _GAP if look.narrow else 0.0
    foot = top + side
    aside = _said(small, 0 if look.narrow else left, 0, look)
    high = len(aside) * look.pitch
    down = foot + _GAP if look.narrow else foot - high
    texts = head + [text._replace(y=text.y + down) for text in aside]
    unit = side - cell if not look.narrow else 0.0
    shapes = [
        Bar(0, side, top, side, SOFT),
        Bar(unit, unit + cell, foot - cell, cell, tint(small.marked)),
    ]
    scale = Scale(0, look.width, 0, look.width)
    places = [
        Spot(0, top, side, foot - cell, large.said),
        Spot(unit, foot - max(cell, 24), unit + max(cell, 24), foot, small.said),
    ]
    return page(
        look, foot + (high + _GAP) * look.narrow, bars(shapes, scale),
        rules(_ruled(side, cell, top, small, look)), words(texts, look), spots(places),
    )  # fmt: skip


def _said(mark: Entry, left: float, top: float, look: Look) -> list[Text]:
    """Name, value and note of *mark*."""
    width, colour = look.width - left, voice(mark.marked)
    said = look.lines(mark.label, left, top, width, colour)
    said += look.lines(mark.printed, left, top + len(said) * look.pitch, width, colour, True)
    return said + look.lines(mark.note, left, top + len(said) * look.pitch, width, MUTED)


def _ruled(side: float, cell: float, top: float, small: Entry, look: Look) -> list[Rule]:
    """The frame, and a line wherever one more square of the smaller ends, from its corner on."""
    edge = [
        Rule(0, top, side, top, INK), Rule(0, top + side, side, top + side, INK),
        Rule(0, top, 0, top + side, INK), Rule(side, top, side, top + side, INK),
    ]  # fmt: skip
    if cell * _FINEST < side:
        return edge
    steps = [cell * number for number in range(1, int(side / cell) + 1) if cell * number < side]
    colour = tint(small.marked)
    across = [step if look.narrow else side - step for step in steps]
    down = [top + side - step for step in steps]
    return [
        *(Rule(x, top, x, top + side, colour, 1.5) for x in across),
        *(Rule(0, y, side, y, colour, 1.5) for y in down),
        *edge,
    ]
