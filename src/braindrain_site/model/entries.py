"""What else an editor writes in the YAML files of ``data/``, entry by entry, typed and frozen.

Field names are the keys an editor types; ``data/README.md`` explains each with an example.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from braindrain_site.model.date_mistakes import ALWAYS, NOT_STATED
from braindrain_site.model.fields import (
    Address,
    Around,
    Day,
    Digits,
    Line,
    Lines,
    Name,
    Number,
    Period,
    Scale,
    Switch,
    Text,
    Tongue,
    Words,
    wrong,
)
from braindrain_site.model.record import Basis, Dispute, KnownError, Record, Reports, keys_named

Qualifier = Literal["exactly", "about", "over", "up_to", "under"]


class Origin(Record):
    """Someone in ``origins.yaml`` who counted, measured or said what documents pass on."""

    name: Text


class Source(Record):
    """One document in ``sources.yaml``; ``origin`` is whose numbers it gives unless told."""

    publisher: Text
    title: Text
    language: Tongue
    kind: Line
    seen: Line
    published: Period
    retrieved: Day
    origin: Line | None = None
    url: Address | None = None
    seen_at: Text | None = None
    seen_url: Address | None = None
    licence: Text | None = None
    note: Text | None = None
    draft: Switch = False
    known_errors: tuple[KnownError, ...] = ()

    @field_validator("published", mode="after")
    @classmethod
    def _at_a_time(cls, published: str) -> str:
        if published == ALWAYS:
            hint = f'If the document does not say, write "{NOT_STATED}".'
            raise wrong(f'says "{ALWAYS}", but a document is of some time.', hint)
        return published

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
    draft: Switch = False

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


class Claim(Record):
    """One worded comparison in ``claims.yaml`` and the condition under which it is true."""

    holds: Line
    on: Literal["all values", "printed values"] = "all values"
    caveat: Text | None = None
    means: Text | None = None
    draft: Switch = False


class Statement(Record):
    """What a source or someone in it says, in ``statements.yaml``: a view, a cause, a plan."""

    source: Line
    at: Words
    by: Text | None = None
    named: Literal["yes", "no"] | None = None
    words: Line | None = None
    sure: Literal["is", "may"]
    draft: Switch = False

    @model_validator(mode="after")
    def _whoever_says_it(self) -> "Statement":
        if self.by and not self.named:
            hint = "Write yes if the source gives the name, no if it does not."
            raise wrong('says by whom, so it needs "named" as well.', hint)
        if self.named and not self.by:
            hint = 'Say who it is, or leave out "named" where the source itself says it.'
            raise wrong('has "named", so it needs "by" as well.', hint)
        return self


class Verdict(Record):
    """One claim of an article in ``verdicts.yaml``, and the conditions that give it its stamp."""

    article: Line
    printed: Line
    says: Text
    holds: Line
    loosely: Line | None = None
    reason: Text
    draft: Switch = False


class Labelled(Record):
    """One figure of the calculator, called as its readers need it."""

    figure: Line
    label: Name


class Calculator(Record):
    """``calculator.yaml``: salaries, rates that turn them into other money, and offers in that."""

    rate: Line
    parity: Line
    offers: tuple[Labelled, ...] = Field(min_length=1, max_length=3)
    examples: tuple[Labelled, ...] = Field(min_length=2, max_length=4)
    notes: Text

    def named(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Every figure that it names, and the path to where it does."""
        yield ("rate",), self.rate
        yield ("parity",), self.parity
        for group in ("offers", "examples"):
            for number, each in enumerate(getattr(self, group)):
                yield (group, str(number), "figure"), each.figure


class Term(Record):
    """An institution or a notion in ``glossary.yaml``, explained where a text first names it."""

    name: Text
    text: Text
    source: Line | None = None
    at: Words | None = None
    draft: Switch = False

    @model_validator(mode="after")
    def _place_of_a_source(self) -> "Term":
        if self.at and not self.source:
            hint = "Name the source, or leave out the place."
            raise wrong('has a place ("at") in no source.', hint)
        return self


class Exemption(Record):
    """A few words in ``exempt.yaml`` that look like a number and are none, in all their forms."""

    words: Lines
    reason: Text
