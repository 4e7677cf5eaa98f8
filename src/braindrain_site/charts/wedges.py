"""The level at which all lines of an index begin, and what lies between it and the subject."""

from collections.abc import Iterator, Sequence
from itertools import product

import pandas as pd

from braindrain_site.charts.marks import Point
from braindrain_site.charts.plots import Entry, entries
from braindrain_site.charts.sayings import Course, clear
from braindrain_site.charts.scales import Scale
from braindrain_site.charts.spacing import room_for
from braindrain_site.charts.style import MUTED, Look, Text

_GAP = 8
_OFF = 4
_SHARES = (0.55, 0.4, 0.28)
"""How much of the length of a wedge its words take at its tall end, the best first."""


def base_of(frame: pd.DataFrame) -> float | None:
    """The value at which several lines begin together; none where they do not."""
    firsts = frame.groupby("series", sort=False).head(1)
    if len(firsts) > 1 and firsts["value"].nunique() == 1 and firsts["x_at"].nunique() == 1:
        return float(firsts["value"].iloc[0])
    return None


def lines_of(frame: pd.DataFrame) -> Iterator[list[Entry]]:
    """The marks of each line of the subject."""
    for _, one in frame.groupby("series", sort=False):
        marks = entries(one)
        if marks[-1].marked == "subject":
            yield marks


def edges(frame: pd.DataFrame, base: float | None, across: Scale, up: Scale) -> list[Point]:
    """The wedges between *base* and the lines of the subject, in pixels; none without a base."""
    if base is None:
        return []
    return [
        Point(mark.series, across.at(mark.x_at), up.at(mark.value), up.at(base))
        for marks in lines_of(frame)
        for mark in marks
    ]


def notes(
    frame: pd.DataFrame, base: float | None, across: Scale, up: Scale, courses: Sequence[Course],
    ground: float, look: Look,
) -> tuple[list[Text], list[str]]:  # fmt: skip
    """What is noted of the end of a line of the subject, in the tall end of its wedge, at the base.

    Where one of *courses* runs there it stands in narrower lines or across the base; beside what
    is set so stand the notes that found no room at all.
    """
    texts: list[Text] = []
    untold: list[str] = []
    if base is None:
        return texts, untold
    for last in (marks[-1] for marks in lines_of(frame) if marks[-1].note):
        taken = [look.box(text) for text in texts]
        for share, inside in product(_SHARES, (True, False)):
            below = (last.value < base) is inside
            said = _note(last.note, below, up.at(base), across, share, look)
            boxes = [look.box(text) for text in said]
            within = boxes[0].top >= 0 and boxes[-1].bottom <= ground
            free = all(clear(box, courses) for box in boxes)
            if within and free and room_for(boxes, taken):
                texts += said
                break
        else:
            untold.append(f"{last.series}: {last.note}")
    return texts, untold


def _note(
    note: str, below: bool, level: float, across: Scale, share: float, look: Look
) -> list[Text]:
    """*note* in lines of a *share* of what is drawn, *below* the base at *level* or above it."""
    width, right = (across.end - across.start) * share, across.end - _GAP
    high = len(look.wrap(note, width)) * look.pitch
    top = level + _OFF if below else level - high - _OFF
    return look.lines(note, right, top, width, MUTED, anchor="end")
