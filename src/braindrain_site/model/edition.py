"""An edition: everything an editor wrote in ``data/``, read, typed and frozen.

Nothing here reads a file or knows how a page looks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from braindrain_site.model.amendments import Amendment
from braindrain_site.model.chart import Chart
from braindrain_site.model.drafts import Drafts
from braindrain_site.model.entries import (
    Calculator,
    Claim,
    Exemption,
    Figure,
    Origin,
    Source,
    Statement,
    Term,
    Unit,
    Verdict,
)
from braindrain_site.model.fields import Text
from braindrain_site.model.house import MARK, House
from braindrain_site.model.problems import Place
from braindrain_site.model.site import Site
from braindrain_site.model.tables import Table
from braindrain_site.model.witness import Witness


@dataclass(frozen=True)
class Chapter:
    """One Markdown file: its name, its heading and the text below it, which begins on a line."""

    slug: str
    file: str
    title: str
    text: str
    first_line: int


@dataclass(frozen=True)
class Published:
    """A file of ``public/``: its name and what it holds."""

    file: str
    content: bytes


@dataclass(frozen=True)
class Image:
    """One file of ``images/``, which a chapter shows: its name, its size in pixels, its bytes."""

    name: str
    width: int
    height: int
    content: bytes

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths it is published in: as wide as the text, twice that for fine screens, or,
        where it has not as many pixels, its own."""
        return tuple(width for width in (560, 1120) if width < self.width) + (
            (self.width,) if self.width <= 1120 else ()
        )

    def path(self, width: int) -> str:
        """Where it is published, *width* pixels wide: a new place when its content is new."""
        stem, _, ending = self.name.lower().rpartition(".")
        return f"assets/images/{stem}-{sha256(self.content).hexdigest()[:12]}-{width}.{ending}"


@dataclass(frozen=True, eq=False)
class Edition:
    """All of ``data/``. Mappings keep the order in which the editor wrote them."""

    site: Site
    house: House
    words: Mapping[str, Text]
    units: Mapping[str, Unit]
    origins: Mapping[str, Origin]
    sources: Mapping[str, Source]
    figures: Mapping[str, Figure]
    tables: Mapping[str, Table]
    charts: Mapping[str, Chart]
    claims: Mapping[str, Claim]
    statements: Mapping[str, Statement]
    verdicts: Mapping[str, Verdict]
    calculator: Calculator | None
    glossary: Mapping[str, Term]
    exempt: Mapping[str, Exemption]
    changes: Mapping[str, Amendment]
    """What readers were told otherwise before, as the editor listed it."""
    story: Mapping[str, tuple[Chapter, ...]]
    method: Mapping[str, Chapter]
    witnesses: Mapping[str, Witness]
    """Source → the words that its text was read to say."""
    reviewed: Mapping[str, str]
    """Path below ``data/`` → an original as it was when its translation was last reviewed."""
    lines: Mapping[str, tuple[str, ...]]
    places: Mapping[tuple[str, ...], Place]
    scalars: Mapping[tuple[str, ...], str]
    """All that YAML files say: path → as typed."""
    texts: Mapping[tuple[str, ...], str]
    """All that YAML files say to readers: path, which ends with a language → text."""
    public: Mapping[str, Published] = field(default_factory=dict)
    """Path below the site → what is published there as it is."""
    images: Mapping[str, Image] = field(default_factory=dict)
    """Name → image."""
    fonts: Mapping[str, bytes] = field(default_factory=dict)
    """File of ``fonts/`` → what it holds, of licences too."""
    drafts: Drafts = field(default_factory=Drafts)
    mark: str = MARK
    """The shapes of its sign, as SVG."""
    kept: tuple[str, ...] | None = None
    """The names of the versions that are kept where it will stand; None where none is to be."""

    def chapters(self, lang: str) -> tuple[Chapter, ...]:
        """The chapters of the story in *lang*, and the method behind them where there is one."""
        return self.story[lang] + ((self.method[lang],) if lang in self.method else ())

    def place(self, *path: str) -> Place:
        """Where the value at *path* was typed: ``("figures.yaml", "pay_gap", "formula")``."""
        return self.places[path]
