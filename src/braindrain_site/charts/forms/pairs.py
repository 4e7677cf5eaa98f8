"""Two values of one thing on one line from zero, joined so that the gap is seen."""

import altair as alt
import pandas as pd

from braindrain_site.charts.marks import Dot, Rule, dots, page, rules, words
from braindrain_site.charts.plots import Entry, entries
from braindrain_site.charts.scales import Scale, spanning
from braindrain_site.charts.spacing import room_for
from braindrain_site.charts.style import INK, MUTED, PAPER, QUIET, RULE, Look, Text, tint, voice
from braindrain_site.charts.tips import Spot, around, spots

_RADIUS = 7
_GAP = 22
_CLEAR = 12
_OPEN = 14
"""Room for the dashes that say that a value may be more."""


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """One line for each label of *frame* with a dot for each of its two series."""
    edge = _RADIUS + 1
    end = look.width - edge - _OPEN * bool(frame["open"].any())
    scale = spanning(frame["value"], edge, end, zero=True)
    texts: list[Text] = []
    points: list[Dot] = []
    places: list[Spot] = []
    lines: list[Rule] = []
    zeros: list[Text] = []
    top = 0.0
    for label, group in frame.groupby("label", sort=False):
        heading = look.lines(str(label), 0, top, look.width, bold=True)
        texts += heading
        top += len(heading) * look.pitch
        marks = sorted(entries(group), key=lambda mark: mark.value)
        above, below = _names(marks, scale, look)
        middle = top + max(map(len, above), default=0) * look.pitch + _CLEAR
        for name in above:
            texts += _moved(name, middle - _CLEAR - len(name) * look.pitch)
        for name in below:
            texts += _moved(name, middle + _CLEAR)
        lines += _track(marks, scale, middle)
        lines += [each for mark in marks if mark.open for each in _open(mark, scale, middle)]
        zeros.append(_zero(scale, middle + _CLEAR, look))
        points += [_dot(mark, middle) for mark in marks]
        places += [around(scale.at(mark.value), middle, mark.said) for mark in marks]
        top = middle + _CLEAR + max(map(len, below), default=0) * look.pitch + _GAP
    taken = [look.box(text) for text in texts]
    if room_for([look.box(zero) for zero in zeros], taken):
        texts += zeros
    return page(
        look, top - _GAP, rules(lines), dots(points, scale, _RADIUS), words(texts, look),
        spots(places),
    )  # fmt: skip


def _moved(name: list[Text], top: float) -> list[Text]:
    return [line._replace(y=line.y + top) for line in name]


def _dot(mark: Entry, y: float) -> Dot:
    return Dot(mark.value, y, *((tint(mark.marked),) * 2 if mark.marked else (PAPER, INK)))


def _track(marks: list[Entry], scale: Scale, y: float) -> list[Rule]:
    """From zero a hairline, then a strong line over the gap."""
    first, last = scale.at(marks[0].value), scale.at(marks[-1].value)
    zero = scale.at(0)
    return [
        Rule(zero, y - 6, zero, y + 6, MUTED, 1),
        Rule(zero, y, first - _RADIUS, y, RULE, 1),
        Rule(first + _RADIUS, y, last - _RADIUS, y, QUIET, 3),
    ]


def _open(mark: Entry, scale: Scale, y: float) -> list[Rule]:
    """Ever shorter dashes behind a dot whose value may be more."""
    x = scale.at(mark.value) + _RADIUS
    return [Rule(x + start, y, x + end, y, INK, 2) for start, end in ((3, 8), (11, 13))]


def _zero(scale: Scale, top: float, look: Look) -> Text:
    """What stands below the tick at zero: on every line, or on none where a name is in the way."""
    return Text(scale.at(0), look.baseline(top), "0", MUTED, False, "middle")


def _names(
    marks: list[Entry], scale: Scale, look: Look
) -> tuple[list[list[Text]], list[list[Text]]]:
    """The words at each dot: below the line, or above it where they would touch the last."""
    above: list[list[Text]] = []
    below: list[list[Text]] = []
    reached = {"below": -1e9, "above": -1e9}
    clear = look.box(_zero(scale, 0, look)).right + _CLEAR if scale.low == 0 else 0
    for mark in marks:
        lines = look.wrap(mark.printed, look.width / 2, True)
        strong = len(lines)
        lines += look.wrap(mark.series, look.width * 0.45) + look.wrap(mark.note, look.width * 0.45)
        wide = max(look.measure(line, number < strong) for number, line in enumerate(lines))
        left = min(max(scale.at(mark.value) - wide / 2, clear), look.width - wide)
        side = "below" if left > reached["below"] + _CLEAR else "above"
        reached[side] = left + wide
        name = [
            Text(left + wide / 2, look.baseline(number * look.pitch), line,
                 voice(mark.marked) if number < strong else MUTED, number < strong, "middle")
            for number, line in enumerate(lines)
        ]  # fmt: skip
        (below if side == "below" else above).append(name)
    return above, below
