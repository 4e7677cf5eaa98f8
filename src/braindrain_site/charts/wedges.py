"""The level that all lines of an index begin at, and what lies between it and a line of Korea."""

from collections.abc import Iterator

import pandas as pd

from braindrain_site.charts.marks import Point
from braindrain_site.charts.plots import Entry, entries
from braindrain_site.charts.scales import Scale
from braindrain_site.charts.style import MUTED, Look, Text

_GAP = 8
_SHARE = 0.55
"""How much of the length of a wedge its words take, at its tall end."""


def base_of(frame: pd.DataFrame) -> float | None:
    """The value at which several lines begin together; none where they do not."""
    firsts = frame.groupby("series", sort=False).head(1)
    if len(firsts) > 1 and firsts["value"].nunique() == 1 and firsts["x_at"].nunique() == 1:
        return float(firsts["value"].iloc[0])
    return None


def lines_of(frame: pd.DataFrame) -> Iterator[list[Entry]]:
    """The marks of each line of Korea."""
    for _, one in frame.groupby("series", sort=False):
        marks = entries(one)
        if marks[-1].marked == "korea":
            yield marks


def edges(frame: pd.DataFrame, base: float | None, across: Scale, up: Scale) -> list[Point]:
    """The wedges between *base* and the lines of Korea, in pixels; none without a base."""
    if base is None:
        return []
    return [
        Point(mark.series, across.at(mark.x_at), up.at(mark.value), up.at(base))
        for marks in lines_of(frame)
        for mark in marks
    ]


def notes(frame: pd.DataFrame, base: float, across: Scale, up: Scale, look: Look) -> list[Text]:
    """What is noted of the end of a line of Korea: in the tall end of its wedge, at the base."""
    texts = []
    for marks in lines_of(frame):
        last = marks[-1]
        width, right = (across.end - across.start) * _SHARE, across.end - _GAP
        high = len(look.wrap(last.note, width)) * look.pitch
        top = up.at(base) + (3 if last.value < base else -high - 3)
        texts += look.lines(last.note, right, top, width, MUTED, anchor="end")
    return texts
