"""Charts: a form is one module here, a chart is one entry of ``charts.yaml``.

``FORMS`` says what each form needs; the module of a form is imported when it has to draw, so
that a build which finds all its drawings in the cache never loads altair.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["any", "number", "time"]
"""What a column may hold: anything, numbers, or years, days and periods."""

MOST_LINES = 12
"""Lines of one chart whose names find room beside their ends."""
MOST_DOTS = 5000
"""Dots of a crowd that can be told apart on a telephone."""
MOST_LADDERS = 3
"""Ladders whose names find room beside them on a telephone."""
MOST_PLACES = 1000
"""Places of a ladder; beyond, neighbours stand on the same pixel."""
MOST_LETTERS = 15_000
"""Letters of all that marks say: each is measured, again and again, to find its place."""


@dataclass(frozen=True)
class Form:
    """What a form draws: the roles it must have, those it may have, and how rows fill them.

    ``rows`` names the roles that a row's label and its series fill when a chart is drawn from
    figures; empty when the form can only be drawn from a table.
    """

    needed: Mapping[str, Kind]
    optional: Mapping[str, Kind]
    rows: tuple[str, ...]
    sizes: bool = False
    """Whether values are drawn as sizes, which are never below zero."""
    most: int = 150
    """How many marks it has at most, each with its words; more need a page of their own."""
    lines: str = ""
    """The role that names its lines, which are ``MOST_LINES`` at most."""
    gaps: bool = False
    """Whether it shows where a value is missing."""
    drawn: bool = True
    """Whether it is a picture; if not, it is a list of words."""
    sided: bool = False
    """Whether it can name what lies on either side of zero."""

    @property
    def places(self) -> tuple[str, ...]:
        """The roles that say where a mark stands: two marks never agree in all of them."""
        return tuple(role for role in self.roles if role != "value")

    @property
    def timed(self) -> bool:
        """Whether its marks stand in the order of time, and in no other."""
        return not self.roles.keys().isdisjoint(("x", "when"))

    @property
    def roles(self) -> dict[str, Kind]:
        """All roles, the needed ones first."""
        return {**self.needed, **self.optional}


FORMS: Mapping[str, Form] = {
    "bar": Form(
        {"label": "any", "value": "number"}, {"series": "any"}, ("label", "series"), sided=True
    ),
    "stack": Form(
        {"label": "any", "series": "any", "value": "number"}, {}, ("label", "series"), sizes=True
    ),
    "crowd": Form({"label": "any", "value": "number"}, {}, ("label",), sizes=True, most=12),
    "line": Form(
        {"x": "time", "value": "number"}, {"series": "any"}, ("x", "series"),
        most=400, lines="series", gaps=True,
    ),
    "dots": Form(
        {"label": "any", "value": "number"}, {"series": "any"}, ("label", "series"),
        most=250, sided=True,
    ),
    "squares": Form({"label": "any", "value": "number"}, {}, ("label",), sizes=True),
    "times": Form({"label": "any", "value": "number"}, {}, ("label",), sizes=True),
    "ladders": Form({"label": "any", "series": "any", "value": "number"}, {}, ("label", "series")),
    "readings": Form(
        {"label": "any", "x": "time", "value": "number"}, {"series": "any"}, (),
        most=24, sided=True,
    ),
    "list": Form(
        {"what": "any", "status": "any", "result": "any", "when": "time"}, {}, (), drawn=False
    ),
}  # fmt: skip
"""Each form by the name an editor types: bar compares sizes, stack shows the parts of a whole,
crowd some among many, line change, dots and ladders a place among many, squares and times how often
one amount goes into another, readings single values through time, list what came of what was
announced."""
