"""Which keys go with which, and which of them name an entry of the edition."""

from braindrain_site.model.amendments import WasCell, WasFigure
from braindrain_site.model.chart import Chart, Row
from braindrain_site.model.entries import Figure, Labelled, Source, Statement, Term, Verdict
from braindrain_site.model.record import Dispute, KnownError, Record, Report
from braindrain_site.model.tables import Column, Sidecar
from braindrain_site.schemas.typed import Schema

TOGETHER: dict[type[Record], Schema] = {
    Figure: {
        "oneOf": [{"required": ["value"]}, {"required": ["formula"]}],
        "dependentRequired": {"value": ["source", "at", "period"], "also": ["source", "at"]},
    },
    Chart: {"oneOf": [{"required": ["table"]}, {"required": ["rows"]}]},
    Source: {"dependentRequired": {"seen_url": ["seen_at"]}},
    Statement: {"dependentRequired": {"by": ["named"], "named": ["by"]}},
    Term: {"dependentRequired": {"at": ["source"]}},
}
"""Which keys go with which, as the records themselves judge it."""
NAMED = {
    (Figure, "source"): "sources",
    (Figure, "unit"): "units",
    (Figure, "origin"): "origins",
    (Figure, "variant_of"): "figures",
    (Dispute, "by"): "figures",
    (Source, "origin"): "origins",
    (Sidecar, "source"): "sources",
    (Sidecar, "origin"): "origins",
    (Column, "unit"): "units",
    (Report, "source"): "sources",
    (Report, "origin"): "origins",
    (Statement, "source"): "sources",
    (Term, "source"): "sources",
    (Chart, "table"): "tables",
    (Row, "figure"): "figures",
    (Labelled, "figure"): "figures",
    (Verdict, "article"): "sources",
    (WasFigure, "figure"): "figures",
    (WasFigure, "unit"): "units",
    (WasFigure, "source"): "sources",
    (WasCell, "source"): "sources",
    (KnownError, "figure"): "figures",
}
"""Keys that name an entry of the edition."""
