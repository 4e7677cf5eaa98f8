"""Bars on one zero line, each with its name beside it (or above it) and its value at its end."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import altair as alt
import pandas as pd

from braindrain_site.charts.marks import Bar, Rule, bars, page, rules, words
from braindrain_site.charts.plots import Beside, Entry, entries
from braindrain_site.charts.scales import Scale, spanning
from braindrain_site.charts.style import INFLOW, MUTED, Anchor, Look, Text, tint, voice
from braindrain_site.charts.tips import Spot, spots

_GAP = 8
_GUTTER = 40
"""Between two panels that stand side by side."""
_OPEN = 12
"""Room for the strokes that say that a bar may be longer."""
_NAMES = 0.36
"""The most of the width that names may take before they move above their bars."""


class _Row(NamedTuple):
    mark: Entry
    heading: str
    name: str


class _Panel(NamedTuple):
    """Bars one below the other: what is drawn of them, and where they end."""

    texts: list[Text]
    shapes: list[Bar]
    lines: list[Rule]
    places: list[Spot]
    foot: float


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """One bar for each row of *frame*; rows with a series are grouped under their label.

    Two groups that have no series in common answer two questions: where there is room they stand
    side by side, on one scale.
    """
    groups = _groups(frame)
    beside = len(groups) == _PAIR and _apart(groups) and not look.narrow
    wide = (look.width - _GUTTER) / 2 if beside else look.width
    each = Look(round(wide), look.letters)
    rows = [row for group in groups for row in group]
    names = [*(row.name for row in rows), *(other.name for other in frame.attrs["beside"])]
    column = _names_column(names, each)
    scale = _scale(frame, each, column)
    colours = _Colours(bool(frame.attrs["sides"]) and scale.crosses)
    stacks = groups if beside else [rows]
    panels = [_panel(stack, column, scale, each, colours) for stack in stacks]
    top = 0.0
    if colours.sided:
        heads = [*_sides(frame, scale, look)]
        top = max(text.y for text in heads) + 8
        panels = [_moved(panels[0], 0, top)._replace(texts=heads + _moved(panels[0], 0, top).texts)]
    if beside:
        panels[1] = _moved(panels[1], wide + _GUTTER, 0)
    return page(
        look, max(panel.foot for panel in panels),
        *(bars(panel.shapes, _shifted(scale, number * (wide + _GUTTER)))
          for number, panel in enumerate(panels)),
        rules([line for panel in panels for line in panel.lines]),
        words([text for panel in panels for text in panel.texts], look),
        spots([place for panel in panels for place in panel.places]),
    )  # fmt: skip


_PAIR = 2


class _Colours(NamedTuple):
    """How bars are painted: where sides of zero are named, by their side."""

    sided: bool

    def of(self, mark: Entry) -> str:
        """The fill of the bar of *mark*."""
        return INFLOW if self.sided and mark.value > 0 and not mark.marked else tint(mark.marked)

    def said(self, mark: Entry) -> str:
        """What stands at its end: with a sign on either side of zero."""
        return f"+{mark.printed}" if self.sided and mark.value > 0 else mark.printed


def _panel(
    rows: Sequence[_Row], column: float, scale: Scale, look: Look, colours: _Colours
) -> _Panel:
    panel = _Panel([], [], [], [], 0)
    zero, top = round(scale.at(0), 1), 0.0
    begins: list[float] = []
    for row in rows:
        if row.heading:
            top += _GAP * 2 if top else 0
            heading = look.lines(row.heading, 0, top, look.width, bold=True)
            panel.texts.extend(heading)
            top += look.pitch * len(heading) + 4
        foot = _draw_row(row, top, column, scale, look, panel, colours)
        panel.places.append(Spot(0, top, look.width, foot - _GAP, row.mark.said))
        begins += [top if column else panel.shapes[-1].y] * (bool(row.heading) or not begins)
        if row is rows[-1] or rows[len(panel.places)].heading:
            panel.lines.append(Rule(zero, begins[-1], zero, foot - _GAP / 2))
        top = foot
    for row, bar in zip(rows, panel.shapes, strict=True):
        if row.mark.open:
            panel.lines.extend(_open(bar, scale))
    return panel._replace(foot=top)


def _moved(panel: _Panel, across: float, down: float) -> _Panel:
    """*panel* further to the right and further down; its bars go right with their scale."""
    return _Panel(
        [text._replace(x=text.x + across, y=text.y + down) for text in panel.texts],
        [bar._replace(y=bar.y + down) for bar in panel.shapes],
        [Rule(o.x + across, o.y + down, o.x2 + across, o.y2 + down, o.stroke, o.width)
         for o in panel.lines],
        [Spot(o.x + across, o.y + down, o.x2 + across, o.y2 + down, o.said)
         for o in panel.places],
        panel.foot + down,
    )  # fmt: skip


def _shifted(scale: Scale, across: float) -> Scale:
    return scale._replace(start=scale.start + across, end=scale.end + across)


def _sides(frame: pd.DataFrame, scale: Scale, look: Look) -> Iterator[Text]:
    """What either side of zero means, above the bars."""
    below, above = frame.attrs["sides"]
    zero, line = scale.at(0), look.baseline(0)
    left = Text(zero - _GAP, line, f"← {below}", MUTED, False, "end")
    right = Text(zero + _GAP, line, f"{above} →", INFLOW)
    if look.box(left).left < 0:
        left = left._replace(x=0, anchor="start")
        right = right._replace(y=line + look.pitch * (look.box(left).right + _GAP > right.x))
    if look.box(right).right > look.width:
        right = right._replace(x=look.width, y=line + look.pitch, anchor="end")
    yield from (left, right)


def _open(bar: Bar, scale: Scale) -> list[Rule]:
    """Ever finer strokes beyond the end of a bar that may be longer."""
    end = scale.at(bar.end)
    strokes = ((3, 2.5), (7, 1.5), (10.5, 1))
    return [
        Rule(end + x, bar.y, end + x, bar.y + bar.height, bar.fill, wide) for x, wide in strokes
    ]


def _groups(frame: pd.DataFrame) -> list[list[_Row]]:
    if "series" not in frame:
        return [[_Row(mark, "", mark.label) for mark in entries(frame)]]
    return [
        [
            _Row(mark, "" if number else str(label), mark.series)
            for number, mark in enumerate(entries(group))
        ]
        for label, group in frame.groupby("label", sort=False)
    ]


def _apart(groups: Sequence[Sequence[_Row]]) -> bool:
    """Whether no series stands in two groups."""
    one, other = ({row.name for row in group} for group in groups)
    return one.isdisjoint(other)


def _names_column(names: list[str], look: Look) -> float:
    """How wide the column of names is; 0 when they have to stand above their bars."""
    most = look.width * _NAMES
    lines = [look.wrap(name, most, bold=True) for name in names]
    single_words = [word for name in names for word in name.split()]
    if any(len(each) > 2 for each in lines):
        return 0
    if any(look.measure(word, bold=True) > most for word in single_words):
        return 0
    return max(look.measure(line, bold=True) for each in lines for line in each) + 10


def _scale(frame: pd.DataFrame, look: Look, column: float) -> Scale:
    """A scale with a zero, as long as leaves room for the values at the bars' ends."""
    marks: list[Entry | Beside] = [*entries(frame), *frame.attrs["beside"]]
    plus = look.measure("+", bold=True) * bool(frame.attrs["sides"])
    room = {
        sign: max(
            (look.measure(mark.printed, bold=True) + _GAP + plus + _OPEN * mark.open
             for mark in marks
             if (mark.value < 0) == sign),
            default=0,
        )
        for sign in (True, False)
    }  # fmt: skip
    start, end = column + room[True], look.width - room[False]
    return spanning((mark.value for mark in marks), start, end, zero=True)


def _draw_row(
    row: _Row, top: float, column: float, scale: Scale, look: Look, panel: _Panel,
    colours: _Colours,
) -> float:  # fmt: skip
    """Adds the row that begins at *top* to *panel*; says where it ends."""
    mark, texts = row.mark, panel.texts
    width = column - 9 if column else look.width
    name = look.lines(row.name, 0, top, width, voice(mark.marked), bool(mark.marked))
    thick = look.pitch if column else look.pitch - 5
    high = max(len(name), 1) * look.pitch if column else thick
    bar_top = top if column else top + len(name) * look.pitch + 1
    bar = Bar(0, mark.value, bar_top + (high - thick) / 2, thick, colours.of(mark), mark.doubtful)
    panel.shapes.append(bar)
    texts += name
    end = scale.at(mark.value) + (6 if mark.value >= 0 else -6) + _OPEN * mark.open
    baseline = bar_top + high / 2 + look.size * 0.36
    anchor: Anchor = "start" if mark.value >= 0 else "end"
    said = colours.said(mark)
    texts.append(Text(end, baseline, said, voice(mark.marked), bool(mark.marked), anchor))
    top = bar_top + high
    if mark.note:
        note = look.lines(mark.note, column, top + 2, look.width - column, MUTED)
        texts += note
        top += len(note) * look.pitch
    return top + _GAP
