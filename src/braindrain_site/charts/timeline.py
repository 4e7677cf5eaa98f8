"""What happened when, from top to bottom on one line."""

import altair as alt
import pandas as pd

from braindrain_site.charts.frames import entries
from braindrain_site.charts.marks import Dot, Rule, dots, page, rules, words
from braindrain_site.charts.spots import Spot, spots
from braindrain_site.charts.style import INK, MUTED, RULE, Look, Text, tint

_GAP = 14
_RADIUS = 5


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """One entry for each row of *frame*: its time, a dot, and what happened."""
    column = 0 if look.narrow else max(look.measure(when, True) for when in frame["when"]) + 16
    left = column + _RADIUS + 1
    start = left + _RADIUS + 12
    texts: list[Text] = []
    points: list[Dot] = []
    places: list[Spot] = []
    top = 0.0
    for entry in entries(frame):
        points.append(Dot(left, top + look.pitch / 2, tint(entry.marked), tint(entry.marked)))
        when = look.lines(entry.when, 0 if column else start, top, look.width, INK, True)
        what_top = top if column else top + look.pitch
        what = look.lines(entry.what, start, what_top, look.width - start)
        note_top = what_top + look.pitch * len(what)
        note = look.lines(entry.note, start, note_top, look.width - start, MUTED)
        texts += when + what + note
        foot = note_top + look.pitch * len(note)
        places.append(Spot(0, top, look.width, foot, entry.said))
        top = foot + _GAP
    spine = Rule(left, points[0].y, left, points[-1].y, RULE, 2)
    height = top - _GAP
    return page(
        look, height, rules([spine]), dots(points, None, _RADIUS), words(texts, look),
        spots(places),
    )  # fmt: skip
