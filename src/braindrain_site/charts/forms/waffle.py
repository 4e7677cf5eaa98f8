"""People drawn as people: one figure for each, walking out, in a row for each group."""

from math import ceil, sqrt

import altair as alt
import pandas as pd

from braindrain_site.charts.marks import Dot, page, shapes, words
from braindrain_site.charts.plots import Entry, entries
from braindrain_site.charts.style import MUTED, Look, Text, tint, voice
from braindrain_site.charts.tips import Spot, spots

_OUTLINE = (
    "M.05,-.82A.11,.11,0,1,1,.27,-.82A.11,.11,0,1,1,.05,-.82Z"  # head
    "M-.04,-.52L.24,-.52L.18,0L-.04,0Z"  # trunk
    "M.12,.03L.25,.45M.25,.45L.28,.93M.02,.03L-.02,.48M-.02,.48L-.2,.9"  # legs in stride
    "M.22,-.47L.42,-.12M-.02,-.48L-.24,-.08L-.44,.38"  # arms, and the handle of a case
    "M-.66,.42L-.36,.42L-.36,.9L-.66,.9Z"  # the case
)
"""A person who walks to the right and pulls a case; x from -0.72 to 0.48, y from -1 to 1."""
_LIMB = 0.065
"""How thick limbs are, as a share of a figure's height."""
_SHAPE = 1.42
"""How tall a figure is for each pixel of the width it gets."""
_COLUMN = 210
_NUMERAL = 30
_BASELINE = 28.5
"""Where numerals stand below the top of their line: their box is taller than they are."""
_HEAD = 6
_GAP = 20


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """A figure for every one that the values of *frame* count, in rows of equal length."""
    column = 0 if look.narrow else _COLUMN
    across = max(10, ceil(sqrt(7 * frame["value"].max())))
    step = min((look.width - column) / across, 34)
    tall = step * _SHAPE
    texts: list[Text] = []
    people: list[Dot] = []
    places: list[Spot] = []
    top = 0.0
    for group in entries(frame):
        name = _name(group, look, column, top)
        texts += name
        start = top + _HEAD if column else name[-1].y + 12
        count = round(group.value)
        colour = tint(group.marked)
        for number in range(count):
            x = column + (number % across + 0.6) * step
            y = start + (number // across + 0.5) * (tall + 5)
            people.append(Dot(x, y, colour, colour))
        bottom = start + ceil(count / across) * (tall + 5)
        foot = max(bottom, name[-1].y + 6)
        places.append(Spot(0, top, look.width, foot, group.said))
        top = foot + _GAP
    return page(
        look, top - _GAP, shapes(people, _OUTLINE, tall, tall * _LIMB), words(texts, look),
        spots(places),
    )  # fmt: skip


def _name(group: Entry, look: Look, column: float, top: float) -> list[Text]:
    """The count as a large numeral with the group's name: below it, or beside it if narrow."""
    colour = voice(group.marked)
    numeral = Text(0, top + _BASELINE, group.printed, colour, True, "start", _NUMERAL)
    if column:
        return [numeral, *_words(group, look, 0, top + _NUMERAL + _HEAD, column - 24)]
    left = look.letters.width(group.printed, _NUMERAL, bold=True) + 10
    return [
        numeral,
        *_words(group, look, left, top + _BASELINE - look.baseline(0), look.width - left),
    ]


def _words(group: Entry, look: Look, left: float, top: float, width: float) -> list[Text]:
    name = look.lines(group.label, left, top, width, voice(group.marked), bool(group.marked))
    return name + look.lines(group.note, left, top + len(name) * look.pitch, width, MUTED)
