"""What the entries of all files share, and what is told of a number wherever it stands."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from braindrain_site.model.fields import Line

Evidence = Literal["primary", "corroborated", "single_source", "unattributed", "disputed"]
EVIDENCE: tuple[Evidence, ...] = (
    "primary", "corroborated", "single_source", "unattributed", "disputed",
)  # fmt: skip
"""Best first: a derived figure is graded as its weakest input."""


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
    """What a number counts, so that unlike things are not set side by side unawares."""

    population: Line | None = None
    career: Literal["all", "start", "one_example", "top_offer"] | None = None
    prices: Literal["nominal", "constant"] | None = None
    conversion: Literal["market", "ppp"] | None = None
    quantity: Literal["stock", "flow", "net_flow"] | None = None
    departures: Literal["all", "abroad"] | None = None
    edition: Line | None = None
