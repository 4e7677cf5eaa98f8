"""A table: its cells, and beside them what its columns are and where it comes from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from braindrain_site.model.fields import Line, Lines, Name, Number, Period, Switch, Text, Words
from braindrain_site.model.problems import Place
from braindrain_site.model.record import Basis, Dispute, Record, Reports
from braindrain_site.model.remembered import Apart

if TYPE_CHECKING:
    import pandas as pd


Key = Lines
"""The column, or the columns, that name the rows of a table."""


def joined(parts: Iterable[str]) -> str:
    """What a row is called that several columns name: ``Lake school, 2024``."""
    return ", ".join(parts)


class Constraints(Record):
    """What every cell of a column must satisfy (Table Schema's words)."""

    minimum: Number | None = None
    maximum: Number | None = None
    unique: Switch = False
    required: Switch = True


class Column(Record):
    """One column of a table, declared in its sidecar."""

    name: Line
    type: Literal["string", "integer", "number", "year", "day", "period"]
    title: Text
    unit: Line | None = None
    labels: Mapping[str, Name] = {}
    constraints: Constraints = Constraints()


class Sidecar(Record):
    """``tables/NAME.yaml``: what the table beside it holds and where it comes from."""

    title: Text
    source: Line
    at: Words
    period: Period
    primaryKey: Key  # noqa: N815 - Table Schema's spelling
    fields: tuple[Column, ...] = Field(min_length=1)
    origin: Line | None = None
    also: Reports = ()
    disputed: Dispute | None = None
    draft: Switch = False
    evidence: Line | None = None
    """Once typed by hand: taken, and not read."""
    basis: Basis = Basis()
    note: Text | None = None


@dataclass(frozen=True, eq=False)
class Table(Apart):
    """A table with its sidecar; ``frame`` holds typed cells, ``typed`` the text as typed."""

    name: str
    about: Sidecar
    frame: "pd.DataFrame"
    typed: "pd.DataFrame"
    places: Mapping[tuple[int, str], Place]

    def column(self, name: str) -> Column | None:
        """The declared column called *name*, or None."""
        return next((column for column in self.about.fields if column.name == name), None)

    def cell(self, column: str, key: str) -> str:
        """What was typed in *column* of the row called *key*, as ``keys`` has it."""
        return self._cells[column][key]

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What each row is called: its cell of the primary key, or its cells, joined."""
        columns = (map(str, self.typed[name]) for name in self.about.primaryKey)
        return tuple(map(joined, zip(*columns, strict=True)))

    @cached_property
    def _cells(self) -> Mapping[str, Mapping[str, str]]:
        """Column → key of a row → what was typed: looking a cell up must not search its table."""
        return {
            column.name: dict(zip(self.keys, map(str, self.typed[column.name]), strict=True))
            for column in self.about.fields
        }
