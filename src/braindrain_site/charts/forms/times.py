"""How many times: a row of blocks for each multiple, the first of them the amount itself."""

from math import ceil

import altair as alt
import pandas as pd

from braindrain_site.charts.marks import Bar, Rule, bars, page, rules, words
from braindrain_site.charts.plots import Entry, entries
from braindrain_site.charts.scales import Scale
from braindrain_site.charts.style import INK, MUTED, PAPER, SOFT, SUBJECT, Look, Text
from braindrain_site.charts.tips import Spot, spots

_THICK = 30
_GAP = 16
_OPEN = 12
_PAD = 8
_MOST = 40
"""More blocks than this are a grey, so that no line parts them."""


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """For each row of *frame* as many blocks as its value; what is left over is a part of one."""
    marks = entries(frame)
    most = max(mark.value for mark in marks)
    room = max(look.measure(mark.printed, bold=True) + _PAD for mark in marks) + _OPEN
    scale = Scale(0, most, 1, look.width - (_OPEN if look.narrow else room))
    texts: list[Text] = []
    shapes: list[Bar] = []
    lines: list[Rule] = []
    places: list[Spot] = []
    top = 0.0
    for mark in marks:
        said = look.lines(mark.label, 0, top, look.width)
        said += look.lines(mark.note, 0, top + len(said) * look.pitch, look.width, MUTED)
        if look.narrow:  # no room behind
            said += look.lines(mark.printed, 0, top + len(said) * look.pitch, look.width, bold=True)
        texts += said
        bar = top + len(said) * look.pitch + 3
        shapes += [Bar(0, min(1, mark.value), bar, _THICK, SUBJECT)]
        if mark.value > 1:
            shapes.append(Bar(1, mark.value, bar, _THICK, PAPER if mark.doubtful else SOFT))
            lines += _blocks(mark, bar, scale)
        if not look.narrow:
            behind = scale.at(mark.value) + _PAD + _OPEN * mark.open
            middle = bar + _THICK / 2 + look.size * 0.36
            texts.append(Text(behind, middle, mark.printed, INK, True))
        places.append(Spot(0, top, look.width, bar + _THICK, mark.said))
        top = bar + _THICK + _GAP
    return page(
        look, top - _GAP + 1, bars(shapes, scale), rules(lines), words(texts, look), spots(places)
    )


def _blocks(mark: Entry, top: float, scale: Scale) -> list[Rule]:
    """The outlines of all blocks but the first, the last one open where it may be more."""
    start, end, foot = scale.at(1), scale.at(mark.value), top + _THICK
    ends = [scale.at(number) for number in range(2, min(ceil(mark.value), _MOST))]
    ends *= mark.value <= _MOST
    edges = [Rule(start, y, end, y, SUBJECT, 1.5) for y in (top, foot)]
    edges += [Rule(x, top, x, foot, SUBJECT, 1.5) for x in [*ends, *[end] * (not mark.open)]]
    strokes = ((0, 2.5), (4, 1.5), (8, 1))
    return edges + [Rule(end + x, top, end + x, foot, SUBJECT, wide) for x, wide in strokes] * (
        mark.open
    )
