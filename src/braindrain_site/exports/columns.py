"""What the tables that leave the site have in common: their columns, their rows, their bytes.

A table is described once, here, and written as CSV, Data Package, CSVW and SQLite from that.

CSV is UTF-8 with LF line ends (RFC 4180 but for the line ends, so that two builds differ where the
data do). Cells stand as the editor typed them: ``1.30`` stays ``1.30``. Words that a spreadsheet
would take for a formula and run (OWASP, CSV Injection) begin with an apostrophe, which makes it
show them.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from braindrain_site.model.number_mistakes import NUMBER

Kind = Literal["string", "integer", "number", "year", "date", "boolean"]
"""The types of Table Schema (https://datapackage.org/standard/table-schema/) that we need."""
Said = Mapping[str, str]
"""Language → words."""
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class Column:
    """One column: its name in the header, what it holds, and how it is called for readers."""

    name: str
    type: Kind = "string"
    about: str = ""
    titles: Said = field(default_factory=dict)
    unit: str | None = None
    labels: Mapping[str, Said] = field(default_factory=dict)
    required: bool = False
    unique: bool = False
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    names: str | None = None
    """The table whose rows it names."""


@dataclass(frozen=True)
class Sheet:
    """A table that leaves the site; *rows* gives its cells as typed, empty for none."""

    name: str
    path: str
    """Of its CSV, below ``data/``."""
    titles: Said
    about: Said
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[], Iterable[Sequence[str]]]
    sources: tuple[str, ...] = ()
    """The sources it was taken from; none if it is our own arrangement."""

    def csv(self) -> bytes:
        """The table as CSV."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(harmless(column.name) for column in self.columns)
        writer.writerows(map(harmless, row) for row in self.rows())
        return text.getvalue().encode()


def harmless(cell: str) -> str:
    """*cell* so that no spreadsheet runs it; a number cannot do any harm.

    >>> harmless("=1+1"), harmless("-0.5")
    ("'=1+1", '-0.5')
    """
    if cell.startswith(_STARTS_A_FORMULA) and not NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def value(cell: str, kind: str) -> str | int | float | None:
    """A cell for programs: numbers as numbers, none for an empty one, text as it stands.

    >>> value("1.30", "number"), value("2024", "year"), value("", "string"), value("7", "string")
    (1.3, 2024, None, '7')
    """
    if not cell:
        return None
    if kind in {"integer", "number", "year"} and NUMBER.fullmatch(cell):
        return float(cell) if "." in cell else int(cell)
    return cell
