"""Parts of wholes, end to end on one scale; every part is named where it lies."""

from typing import NamedTuple

import altair as alt
import pandas as pd

from braindrain_site.charts.marks import Bar, Rule, bars, page, rules, words
from braindrain_site.charts.plots import Entry, entries
from braindrain_site.charts.scales import Scale, spanning
from braindrain_site.charts.style import MUTED, QUIET, Look, Text, tint, voice
from braindrain_site.charts.tips import Spot, spots

_THICK = 34
_STEP = 18
_GAP = 24
_SLIT = 2
_MOST_LINES = 5
_PAD = 10


class _Part(NamedTuple):
    mark: Entry
    start: float
    end: float


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """A bar for each label of *frame*, cut into its series.

    Parts stand in one line while each is wide enough for its words; otherwise each part moves
    to a line of its own and still begins where the last one ended.
    """
    totals = frame.groupby("label", sort=False)["value"].sum()
    scale = spanning(totals, 0, look.width, zero=True)
    wholes = [(str(label), _cut(group)) for label, group in frame.groupby("label", sort=False)]
    fits = all(_apart(parts, scale, look) for _, parts in wholes)
    texts: list[Text] = []
    shapes: list[Bar] = []
    lines: list[Rule] = []
    top = 0.0
    for label, parts in wholes:
        if label:
            heading = look.lines(label, 0, top, look.width, bold=True)
            texts += heading
            top += len(heading) * look.pitch + 4
        if fits:
            top = _side_by_side(parts, top, scale, look, texts, shapes) + _GAP
        else:
            top = _in_steps(parts, top, scale, look, texts, shapes, lines) + _GAP
    marks = [part.mark for _, parts in wholes for part in parts]
    places = [
        Spot(scale.at(bar.start), bar.y, scale.at(bar.end), bar.y + bar.height, mark.said)
        for mark, bar in zip(marks, shapes, strict=True)
    ]
    return page(
        look, top - _GAP, rules(lines), bars(shapes, scale), words(texts, look), spots(places)
    )


def _cut(group: pd.DataFrame) -> list[_Part]:
    ends = group["value"].cumsum()
    return [
        _Part(mark, float(end) - mark.value, float(end))
        for mark, end in zip(entries(group), ends, strict=True)
    ]


def _words(part: _Part, last: bool, scale: Scale, look: Look) -> list[Text]:
    """What stands below a part, from its left edge or, where room is short, up to the right."""
    mark, left = part.mark, scale.at(part.start)
    said = (mark.printed, mark.series, mark.note)
    words = [look.measure(word, bold=True) for text in said for word in text.split()]
    room = max(scale.at(part.end) - left - _PAD, *words)
    texts = look.lines(mark.printed, left, 0, room, voice(mark.marked), True)
    for text, colour in ((mark.series, voice(mark.marked)), (mark.note, MUTED)):
        texts += look.lines(text, left, len(texts) * look.pitch, room, colour)
    if last and part.start and look.narrow:
        texts = [text._replace(x=float(look.width), anchor="end") for text in texts]
    return texts


def _apart(parts: list[_Part], scale: Scale, look: Look) -> bool:
    """Whether each part has room for its words below it."""
    reached = 0.0
    for part in parts:
        boxes = [look.box(text) for text in _words(part, part is parts[-1], scale, look)]
        left = min(box.left for box in boxes)
        if left < reached or len(boxes) > _MOST_LINES:
            return False
        reached = max(box.right for box in boxes) + _PAD
    return reached - _PAD <= look.width + 0.5


def _side_by_side(
    parts: list[_Part], top: float, scale: Scale, look: Look,
    texts: list[Text], shapes: list[Bar],
) -> float:  # fmt: skip
    """Adds one bar with the words of each part below it; says where they end."""
    slit = _SLIT * (scale.high - scale.low) / (scale.end - scale.start)
    below = top + _THICK + 4
    bottom = below
    for part in parts:
        mark, last = part.mark, part is parts[-1]
        end = part.end if last else part.end - slit
        shapes.append(Bar(part.start, end, top, _THICK, tint(mark.marked)))
        said = _words(part, last, scale, look)
        bottom = max(bottom, below + len(said) * look.pitch)
        texts += [text._replace(y=text.y + below) for text in said]
    return bottom


def _in_steps(
    parts: list[_Part], top: float, scale: Scale, look: Look,
    texts: list[Text], shapes: list[Bar], lines: list[Rule],
) -> float:  # fmt: skip
    """Adds a line for each part, its words above it; says where the last ends."""
    for part in parts:
        mark, colour = part.mark, voice(part.mark.marked)
        indent = look.measure(mark.printed, bold=True) + 6
        texts.append(Text(0, look.baseline(top), mark.printed, colour, True))
        said = look.lines(mark.series, indent, top, look.width - indent, colour)
        said += look.lines(mark.note, indent, top + len(said) * look.pitch,
                           look.width - indent, MUTED)  # fmt: skip
        texts += said
        top += max(len(said), 1) * look.pitch + 2
        shapes.append(Bar(part.start, part.end, top, _STEP, tint(mark.marked)))
        if part is not parts[-1]:
            x = scale.at(part.end)
            lines.append(Rule(x, top + _STEP, x, top + _STEP + 8, QUIET))
        top += _STEP + 10
    return top - 10
