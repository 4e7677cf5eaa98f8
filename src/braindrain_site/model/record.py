"""What the entries of all files share, and what is told of a number wherever it stands."""

from typing import Literal

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


class Basis(Record):
    """What a number counts, so that unlike things are not set side by side unawares."""

    population: Line | None = None
    career: Literal["all", "start", "one_example", "top_offer"] | None = None
    prices: Literal["nominal", "constant"] | None = None
    conversion: Literal["market", "ppp"] | None = None
    quantity: Literal["stock", "flow", "net_flow"] | None = None
    departures: Literal["all", "abroad"] | None = None
    edition: Line | None = None
