"""``house.yaml``: how a publication looks, and what it distinguishes in sources and numbers.

All of it has a default in the program; a story writes what is otherwise.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, ValidationInfo, field_validator

from braindrain_site.model.fields import Colour, Line, Switch, Text
from braindrain_site.model.record import Record

Paint = Literal["paper", "ink", "muted", "rule", "quiet", "subject", "inflow", "soft"]
"""The colours of pages and charts by what each is for."""
PAINTS: tuple[Paint, ...] = get_args(Paint)
Role = Literal["headings", "text", "labels"]
"""What fonts are for: headings and large figures, running text, and all that is small or drawn."""
ROLES: tuple[Role, ...] = get_args(Role)
STYLES = ("regular", "bold", "italic", "display")
"""The fonts that a family may have; ``display`` is for headings alone."""
FAMILIES = ("newsreader", "desk_sans", "desk_myeongjo")
"""The families of the program, by the names that a story chooses them by."""
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


def _in_all_languages(value: Any, info: ValidationInfo) -> Any:
    """A family named alone is for every language of the site."""
    languages = (info.context or {}).get("languages", ()) or ("en",)
    return dict.fromkeys(languages, value) if isinstance(value, str) else value


Chosen = Annotated[Mapping[str, Line], BeforeValidator(_in_all_languages)]
"""Language → the family of fonts that is chosen in it."""


class Fonts(Record):
    """Which family each role is set in: the fields are those of ``Role``."""

    headings: Chosen | None = None
    text: Chosen | None = None
    labels: Chosen | None = None

    def of(self, role: Role) -> Mapping[str, str]:
        """Language → the family chosen for *role*, where one is."""
        return getattr(self, role) or {}


class Brought(Record):
    """A family that a story brings: its name, its licence, and its files in ``fonts/``."""

    name: Line
    kind: Literal["serif", "sans"]
    licence: Line
    regular: Line
    bold: Line | None = None
    italic: Line | None = None
    display: Line | None = None

    @property
    def files(self) -> dict[str, str]:
        """Weight or style → the file that it stands in."""
        return {style: file for style in STYLES if (file := getattr(self, style))}


class House(Record):
    """What one publication has of its own."""

    colours: Colours = Colours()
    fonts: Fonts = Fonts()
    families: Mapping[Line, Brought] = {}
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
