"""What the entries of all files share, and what is told of a number wherever it stands."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from braindrain_site.model.fields import Day, Line, Number, Text, Words, wrong

Evidence = Literal["primary", "corroborated", "one_origin", "unattributed", "disputed"]
EVIDENCE: tuple[Evidence, ...] = (
    "primary", "corroborated", "one_origin", "unattributed", "disputed",
)  # fmt: skip
"""Best first: a derived figure is graded as its weakest input."""
COMPUTED = (
    "Grades are computed now: nobody types them.",
    'Delete this line. Name who counted it ("origin"), list further reports ("also") and, if '
    'it is contradicted, say by what ("disputed").',
)
RETIRED = {
    "grade": COMPUTED,
    "reported_by": (
        "Who counted a number is named in origins.yaml now.",
        'Add the name there and write its key here as "origin".',
    ),
    "stamp": (
        "A stamp is worked out from the conditions: nobody types it.",
        'Delete this line; mend "holds" or "loosely" if it is not the stamp that you mean.',
    ),
}
"""Keys that once were, or that are looked for here, each with what takes its place."""
_WHY = "Write {by: …} with the figure that contradicts it, or {reason: …} with why in words."


class Record(BaseModel):
    """What all records share: they never change, and an unknown key is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    @classmethod
    def needed_as_well(cls, typed: Mapping[str, Any]) -> list[str]:
        """The keys that are missing only because of others that were *typed*."""
        return []


def keys_named(names: Sequence[str]) -> str:
    """What an entry needs, for a sentence: ``a key "a"`` or ``the keys "a", "b" and "c"``."""
    *most, last = (f'"{name}"' for name in names)
    return f"the keys {', '.join(most)} and {last}" if most else f"a key {last}"


class Basis(Record):
    """What a number counts, so that unlike things are not set side by side unawares.

    ``house.yaml`` says what it may tell besides, and in which words.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Line] = Field(init=False)

    population: Line | None = None
    prices: Literal["nominal", "constant"] | None = None
    conversion: Literal["market", "ppp"] | None = None
    quantity: Literal["stock", "flow", "net_flow"] | None = None
    edition: Line | None = None

    def of(self, part: str) -> str | None:
        """What it says of *part*, if anything."""
        said: str | None = getattr(self, part, None)
        return said


class Report(Record):
    """One document that gives a number or a table: where in it, in which words, from whom."""

    source: Line
    at: Words
    as_printed: Line | None = None
    origin: Line | None = None


def _listed(value: Any) -> Any:
    if isinstance(value, list | tuple) and all(isinstance(each, dict | Report) for each in value):
        return value
    raise wrong("needs a list of reports.", "Write each on its own line: - {source: …, at: …}.")


Reports = Annotated[tuple[Report, ...], BeforeValidator(_listed)]
"""Further reports of a number."""


class Dispute(Record):
    """What contradicts a number: another figure, or a reason in words, or both."""

    by: Line | None = None
    reason: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _has_keys(cls, value: Any) -> Any:
        if isinstance(value, dict | Dispute):
            return value
        raise wrong("needs a reason.", _WHY)

    @model_validator(mode="after")
    def _says_why(self) -> "Dispute":
        if self.by is None and self.reason is None:
            raise wrong("needs a reason.", _WHY)
        return self


class KnownError(Record):
    """What a source prints wrongly, and what we expect it to print once it has mended that."""

    figure: Line | None = None
    cell: Line | None = None
    prints: Number
    expected: Number
    found: Day

    @model_validator(mode="after")
    def _one_place(self) -> "KnownError":
        if (self.figure is None) == (self.cell is None):
            raise wrong("needs either a figure or a cell, one of the two.")
        if self.prints == self.expected:
            raise wrong('expects what the source prints, so there is no error in "prints".')
        return self
