"""``house.yaml``: how a publication looks, and what it distinguishes in sources and numbers.

All of it has a default in the program; a story writes what is otherwise.
"""

from collections.abc import Mapping
from typing import Any, Literal, get_args

from pydantic import field_validator

from braindrain_site.model.fields import Colour, Line, Switch, Text
from braindrain_site.model.record import Record

Paint = Literal["paper", "ink", "muted", "rule", "quiet", "subject", "inflow", "soft"]
"""The colours of pages and charts by what each is for."""
PAINTS: tuple[Paint, ...] = get_args(Paint)
MARK = (
    '<path d="M6 27V15M16 27V9" fill="none" stroke="var(--ink)" stroke-width="5"/>'
    '<path d="M26 27V4" fill="none" stroke="var(--subject)" stroke-width="5"/>'
)
"""The sign of a publication that has none of its own, 32 by 32: three bars."""
KINDS = (
    "newspaper", "report", "statistics", "news_release", "aggregator", "interview", "court_file",
    "data_set", "book",
)  # fmt: skip
"""The kinds of document that every story may have; their words are the interface's."""
OWN = ("report", "statistics", "news_release", "interview", "court_file", "data_set")
"""Those of them in which whoever counted speaks; newspapers pass on what others count."""
SEEN = ("primary", "mirror", "second_hand")
"""How a document may have been seen in every story."""
BASIS: Mapping[str, Mapping[str, str]] = {
    "prices": {"nominal": "money of the day", "constant": "constant prices"},
    "conversion": {"market": "market exchange rates", "ppp": "purchasing power"},
    "quantity": {"stock": "a stock", "flow": "a flow", "net_flow": "a net flow"},
    "edition": {},
}
"""What a number may count in every story: part → its values, in a sentence; free words for none."""


class DayAndNight(Record):
    """A colour on light paper, and the same on dark."""

    light: Colour
    dark: Colour


class Colours(Record):
    """The colours that the publication has of its own: the fields are those of ``Paint``."""

    paper: DayAndNight | None = None
    ink: DayAndNight | None = None
    muted: DayAndNight | None = None
    rule: DayAndNight | None = None
    quiet: DayAndNight | None = None
    subject: DayAndNight | None = None
    inflow: DayAndNight | None = None
    soft: DayAndNight | None = None

    @property
    def own(self) -> dict[str, DayAndNight]:
        """Those that are given, by name."""
        return {name: each for name in PAINTS if (each := getattr(self, name))}


class Kind(Record):
    """A kind of document, as pages name it; in its *own*, whoever counted speaks."""

    name: Text
    own: Switch = False


class House(Record):
    """What one publication has of its own."""

    colours: Colours = Colours()
    kinds: Mapping[Line, Kind] = {}
    seen: Mapping[Line, Text] = {}
    basis: Mapping[Line, Mapping[Line, Line]] = {}

    @field_validator("basis", mode="before")
    @classmethod
    def _in_their_own_words(cls, value: Any) -> Any:
        """Values in a list are called what they are."""
        if not isinstance(value, dict):
            return value
        return {
            part: dict(zip(said, said, strict=True))
            if isinstance(said, list) and all(isinstance(each, str) for each in said)
            else said or {}
            for part, said in value.items()
        }

    @property
    def counted(self) -> Mapping[str, Mapping[str, str]]:
        """What makes two numbers unlike: part of a basis → its values, in a sentence."""
        return {**self.basis, **BASIS}
