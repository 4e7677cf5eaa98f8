"""Bars on one zero line, each with its name beside it (or above it) and its value at its end."""

from typing import NamedTuple

import altair as alt
import pandas as pd

from braindrain_site.charts.marks import Bar, Rule, bars, page, rules, words
from braindrain_site.charts.plots import Beside, Entry, entries
from braindrain_site.charts.scales import Scale, spanning
from braindrain_site.charts.style import MUTED, Anchor, Look, Text, tint, voice
from braindrain_site.charts.tips import Spot, spots

_GAP = 8
_OPEN = 12
"""Room for the strokes that say that a bar may be longer."""
_NAMES = 0.36
"""The most of the width that names may take before they move above their bars."""


class _Row(NamedTuple):
    mark: Entry
    heading: str
    name: str


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """One bar for each row of *frame*; rows with a series are grouped under their label."""
    rows = _rows(frame)
    names = [*(row.name for row in rows), *(other.name for other in frame.attrs["beside"])]
    column = _names_column(names, look)
    scale = _scale(frame, look, column)
    texts: list[Text] = []
    shapes: list[Bar] = []
    places: list[Spot] = []
    top = 0.0
    for row in rows:
        if row.heading:
            top += _GAP if top else 0
            heading = look.lines(row.heading, 0, top, look.width, bold=True)
            texts += heading
            top += look.pitch * len(heading) + 4
        foot = _draw_row(row, top, column, scale, look, texts, shapes)
        places.append(Spot(0, top, look.width, foot - _GAP, row.mark.said))
        top = foot
    zero = round(scale.at(0), 1)
    lines = [Rule(zero, 0 if column else shapes[0].y, zero, top - _GAP / 2)]
    lines += [
        each for row, bar in zip(rows, shapes, strict=True) if row.mark.open
        for each in _open(bar, scale)
    ]  # fmt: skip
    return page(look, top, bars(shapes, scale), rules(lines), words(texts, look), spots(places))


def _open(bar: Bar, scale: Scale) -> list[Rule]:
    """Ever finer strokes beyond the end of a bar that may be longer."""
    end = scale.at(bar.end)
    strokes = ((3, 2.5), (7, 1.5), (10.5, 1))
    return [
        Rule(end + x, bar.y, end + x, bar.y + bar.height, bar.fill, wide) for x, wide in strokes
    ]


def _rows(frame: pd.DataFrame) -> list[_Row]:
    if "series" not in frame:
        return [_Row(mark, "", mark.label) for mark in entries(frame)]
    rows = []
    for label, group in frame.groupby("label", sort=False):
        for number, mark in enumerate(entries(group)):
            rows.append(_Row(mark, "" if number else str(label), mark.series))
    return rows


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
    room = {
        sign: max(
            (look.measure(mark.printed, bold=True) + _GAP + _OPEN * mark.open
             for mark in marks
             if (mark.value < 0) == sign),
            default=0,
        )
        for sign in (True, False)
    }  # fmt: skip
    start, end = column + room[True], look.width - room[False]
    return spanning((mark.value for mark in marks), start, end, zero=True)


def _draw_row(
    row: _Row, top: float, column: float, scale: Scale, look: Look,
    texts: list[Text], shapes: list[Bar],
) -> float:  # fmt: skip
    """Adds the row that begins at *top*; says where it ends."""
    mark = row.mark
    width = column - 9 if column else look.width
    name = look.lines(row.name, 0, top, width, voice(mark.marked), bool(mark.marked))
    thick = look.pitch if column else look.pitch - 5
    high = max(len(name), 1) * look.pitch if column else thick
    bar_top = top if column else top + len(name) * look.pitch + 1
    bar = Bar(0, mark.value, bar_top + (high - thick) / 2, thick, tint(mark.marked), mark.doubtful)
    shapes.append(bar)
    texts += name
    end = scale.at(mark.value) + (6 if mark.value >= 0 else -6) + _OPEN * mark.open
    baseline = bar_top + high / 2 + look.size * 0.36
    anchor: Anchor = "start" if mark.value >= 0 else "end"
    texts.append(Text(end, baseline, mark.printed, voice(mark.marked), bool(mark.marked), anchor))
    top = bar_top + high
    if mark.note:
        note = look.lines(mark.note, column, top + 2, look.width - column, MUTED)
        texts += note
        top += len(note) * look.pitch
    return top + _GAP
