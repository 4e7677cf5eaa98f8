"""The nouns of an edition: everything an editor wrote in ``data/``, read, typed and frozen.

Field names are the keys an editor types; ``data/README.md`` explains each with an example.
Nothing here reads a file or knows how a page looks.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from braindrain_site.model.fields import (
    Address,
    Around,
    Day,
    Digits,
    Line,
    Name,
    Number,
    Period,
    Scale,
    Switch,
    Text,
    Tongue,
    UrlPath,
    Words,
    wrong,
)
from braindrain_site.model.notation import NOT_STATED
from braindrain_site.model.problems import Place
from braindrain_site.model.record import Basis, Dispute, Record, Reports, keys_named
from braindrain_site.model.tables import Table
from braindrain_site.model.witness import Witness

Qualifier = Literal["exactly", "about", "over", "up_to", "under"]


class Site(Record):
    """``site.yaml``: the publication itself."""

    title: Text
    standfirst: Text
    description: Text
    publisher: Text
    languages: tuple[Line, ...] = Field(min_length=1)
    published: Day
    updated: Day
    looked_until: Day
    chapters: tuple[Line, ...] = ()
    path: UrlPath = "/"
    address: Address | None = None

    @field_validator("updated", mode="after")
    @classmethod
    def _not_before_published(cls, updated: dt.date, info: ValidationInfo) -> dt.date:
        published = info.data.get("published", updated)
        if updated < published:
            hint = "Correct the one of the two that is wrong."
            raise wrong(f'says "{updated}", which is before "published": {published}.', hint)
        return updated

    @field_validator("address", mode="after")
    @classmethod
    def _ends_with_path(cls, address: str | None, info: ValidationInfo) -> str | None:
        path = info.data.get("path", "/")
        if address and urlsplit(address)[2:] != (path, "", ""):
            hint = "Both say where the site stands: /drain/ and https://example.org/drain/."
            raise wrong(f'needs to end with the path "{path}", but says "{address}".', hint)
        return address


class Origin(Record):
    """Someone in ``origins.yaml`` who counted, measured or said what documents pass on."""

    name: Text


class Source(Record):
    """One document in ``sources.yaml``; ``origin`` is whose numbers it gives unless told."""

    publisher: Text
    title: Text
    language: Tongue
    kind: Literal["newspaper", "report", "statistics", "news_release", "aggregator"]
    seen: Literal["primary", "mirror", "second_hand", "article"]
    published: Period
    retrieved: Day
    origin: Line | None = None
    url: Address | None = None
    seen_at: Text | None = None
    seen_url: Address | None = None
    licence: Text | None = None
    note: Text | None = None

    @field_validator("retrieved", mode="after")
    @classmethod
    def _not_before_published(cls, retrieved: dt.date, info: ValidationInfo) -> dt.date:
        begins = info.data.get("published", NOT_STATED).partition("/")[0]
        if begins != NOT_STATED and str(retrieved) < begins:
            hint = "Correct the one of the two that is wrong."
            raise wrong(f'says "{retrieved}", which is before "published": {begins}.', hint)
        return retrieved

    @model_validator(mode="after")
    def _a_place_has_words(self) -> "Source":
        if self.seen_url and not self.seen_at:
            raise wrong('has "seen_url", so it needs "seen_at" as well.')
        return self

    def tongue(self, lang: str) -> str | None:
        """The document's language, where its title is left in that on a page in *lang*."""
        left = self.language != lang and self.title.get(self.language) == self.title[lang]
        return self.language if left else None


class Unit(Record):
    """One unit in ``units.yaml``: how it is printed and how it calculates."""

    print: Around
    singular: Around | None = None
    dimension: Line = ""
    scale: Scale = Decimal(1)
    ordinal: Switch = False


class Figure(Record):
    """One number that stands alone in ``figures.yaml``: given, or derived by a formula."""

    label: Text
    unit: Line
    value: Number | None = None
    formula: Line | None = None
    qualifier: Qualifier = "exactly"
    digits: Digits | None = None
    period: Period | None = None
    basis: Basis = Basis()
    source: Line | None = None
    at: Words | None = None
    as_printed: Line | None = None
    origin: Line | None = None
    also: Reports = ()
    disputed: Dispute | None = None
    evidence: Line | None = None
    """Once typed by hand: taken, and not read."""
    until: Day | None = None
    due: Day | None = None
    agrees_with: Line | None = None
    variant_of: Line | None = None
    note: Text | None = None
    caveat: Text | None = None

    @classmethod
    def needed_as_well(cls, typed: Mapping[str, Any]) -> list[str]:
        """What tells where the value of a given figure comes from."""
        needed = ("source", "at", "period") if "value" in typed else ()
        return [key for key in needed if key not in typed]

    @model_validator(mode="after")
    def _given_or_derived(self) -> "Figure":
        if (self.value is None) == (self.formula is None):
            hint = "Delete one of the two." if self.formula else "Add a line: value: …"
            raise wrong("needs either a value or a formula, one of the two.", hint)
        typed = self.model_dump(exclude_none=True)
        if lacking := self.needed_as_well(typed):
            hint = f"Add a line{' for each' if lacking[1:] else ''}: {lacking[0]}: …"
            raise wrong(f"has a value, so it needs {keys_named(lacking)} as well.", hint)
        if self.also and not (self.source and self.at):
            raise wrong('has further reports, so it needs a first one: "source" and "at".')
        return self


class Row(Record):
    """One mark of a chart that is drawn from figures and not from a table."""

    figure: Line
    label: Name
    series: Name | None = None


class Annotation(Record):
    """A few words set beside one mark of a chart."""

    at: Line
    text: Name


class Sides(Record):
    """What values below and above zero mean, in a few words each."""

    below: Name
    above: Name


class Chart(Record):
    """One chart in ``charts.yaml``: a form, its data and its words."""

    form: Line
    headline: Text
    subtitle: Text
    table: Line | None = None
    columns: Mapping[str, Line] = {}
    rows: tuple[Row, ...] = ()
    order: Literal["as_given", "descending", "ascending"] = "as_given"
    korea: tuple[Line, ...] = ()
    highlight: tuple[Line, ...] = ()
    series: Mapping[str, Name] = {}
    sides: Sides | None = None
    annotations: tuple[Annotation, ...] = ()
    choice: Text | None = None
    switch: Text | None = None
    notes: Text | None = None
    caveat: Text | None = None

    @model_validator(mode="after")
    def _table_or_rows(self) -> "Chart":
        if (self.table is None) == (not self.rows):
            raise wrong("needs either a table or rows of figures, one of the two.")
        return self


class Claim(Record):
    """One worded comparison in ``claims.yaml`` and the condition under which it is true."""

    holds: Line
    on: Literal["all values", "printed values"] = "all values"
    caveat: Text | None = None
    means: Text | None = None


class Statement(Record):
    """What a source or someone in it says, in ``statements.yaml``: a view, a cause, a plan."""

    source: Line
    at: Words
    by: Text | None = None
    named: Literal["yes", "no"] | None = None
    words: Line | None = None
    sure: Literal["is", "may"]

    @model_validator(mode="after")
    def _whoever_says_it(self) -> "Statement":
        if self.by and not self.named:
            hint = "Write yes if the source gives the name, no if it does not."
            raise wrong('says by whom, so it needs "named" as well.', hint)
        if self.named and not self.by:
            hint = 'Say who it is, or leave out "named" where the source itself says it.'
            raise wrong('has "named", so it needs "by" as well.', hint)
        return self


class Exemption(Record):
    """A few words in ``exempt.yaml`` that look like a number and are none."""

    words: Line
    reason: Text


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
    words: Mapping[str, Text]
    units: Mapping[str, Unit]
    origins: Mapping[str, Origin]
    sources: Mapping[str, Source]
    figures: Mapping[str, Figure]
    tables: Mapping[str, Table]
    charts: Mapping[str, Chart]
    claims: Mapping[str, Claim]
    statements: Mapping[str, Statement]
    exempt: Mapping[str, Exemption]
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

    def place(self, *path: str) -> Place:
        """Where the value at *path* was typed: ``("figures.yaml", "pay_gap", "formula")``."""
        return self.places[path]
