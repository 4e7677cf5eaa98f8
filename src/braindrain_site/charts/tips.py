"""Where each mark of a chart can be pointed at, and what it says then.

A spot is drawn unseen, last of all: a tooltip in a Vega-Lite editor, and in a page what the
script reads when someone points at the chart or moves through it by keyboard.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import altair as alt

from braindrain_site.charts.marks import data

_LEAST = 12
"""Half of the 24 pixels that a target has at least (WCAG 2.2, 2.5.8)."""


class Spot(NamedTuple):
    """A rectangle in pixels and the words of its mark."""

    x: float
    y: float
    x2: float
    y2: float
    said: str


def around(x: float, y: float, said: str) -> Spot:
    """The spot of a mark as small as a dot, its centre at *x* and *y*."""
    return Spot(x - _LEAST, y - _LEAST, x + _LEAST, y + _LEAST, said)


def spots(marks: Sequence[Spot]) -> list[alt.Chart]:
    """A layer of see-through rectangles, in the order in which they are read."""
    pixels: dict[str, Any] = {"scale": None, "axis": None}
    return [
        alt.Chart(data(mark._asdict() for mark in marks)).mark_rect(opacity=0, aria=True).encode(
            x=alt.X("x:Q", **pixels), x2=alt.X2("x2:Q"),
            y=alt.Y("y:Q", **pixels), y2=alt.Y2("y2:Q"),
            description=alt.Description("said:N"), tooltip=alt.Tooltip("said:N"),
        )
    ]  # fmt: skip
