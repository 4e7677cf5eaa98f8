"""A CSV file and its sidecar → a table whose cells are typed and know where they stand.

A scanner finds each cell's place and checks what was typed; pandas then reads the same text with
the sidecar's types. pandas alone would turn ``NA`` into a gap and pad a short row.
"""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from braindrain_site.model.fields import LONGEST_NAME
from braindrain_site.model.notation import (
    NUMBER,
    Mistake,
    day_mistake,
    number_mistake,
    period_mistake,
    whole_mistake,
    year_mistake,
)
from braindrain_site.model.problems import Place, Problem, nearest
from braindrain_site.model.tables import Column, Sidecar, Table

_DTYPES = {"integer": "int64", "number": "float64", "year": "int64"}
_NULLABLE = {"integer": "Int64", "number": "float64", "year": "Int64"}
_CHECKS: dict[str, Callable[[str], Mistake]] = {
    "integer": whole_mistake,
    "number": number_mistake,
    "year": year_mistake,
    "day": day_mistake,
    "period": period_mistake,
}
"""What is wrong with a cell of each type; a string may be anything."""
_MOST_ROWS = 100_000
"""Each row stands on a page and in files to download."""
_CELL = re.compile(r'"((?:[^"]|"")*)"|([^,"\n]*)')


@dataclass(frozen=True)
class Cell:
    """One cell as typed, without its quotes, and where it begins."""

    text: str
    place: Place


def scan(file: str, text: str) -> tuple[list[list[Cell]], list[Problem]]:
    """The rows of cells of a CSV text (RFC 4180), and where a quote is out of place."""
    rows: list[list[Cell]] = [[]]
    position, line, begins = 0, 1, 0
    while position < len(text):
        place = Place(file, line, position - begins + 1)
        found = _CELL.match(text, position)
        assert found  # the pattern matches the empty text
        quoted, plain = found.groups()
        after = text[found.end() : found.end() + 1]
        if after not in {",", "\n", ""}:
            return rows, [_stray_quote(place, text, position)]
        rows[-1].append(Cell(plain if quoted is None else quoted.replace('""', '"'), place))
        if newlines := found[0].count("\n"):
            line, begins = line + newlines, position + found[0].rindex("\n") + 1
        position = found.end() + 1
        if after == "\n":
            line, begins = line + 1, position
            rows.append([])
        elif after == "," and position == len(text):
            rows[-1].append(Cell("", Place(file, line, position - begins + 1)))
    return rows[:-1] if not rows[-1] else rows, []


def _stray_quote(place: Place, text: str, position: int) -> Problem:
    if text[position] == '"':
        sentence = "This cell opens with a quote that does not close before the next comma."
    else:
        sentence = "A quote stands in the middle of this cell."
    return Problem(place, sentence, 'Write "…" round the whole cell, and "" for a quote in it.')


def read_table(
    name: str, file: str, text: str, about: Sidecar
) -> tuple[Table | None, list[Problem]]:
    """The table in *text*; None with problems when a row, a column or a cell does not fit."""
    rows, problems = scan(file, text)
    if problems:
        return None, problems
    problems = [*_header(rows[0], about, file)] or [*_body(rows, about)]
    if problems:
        return None, problems
    names = [column.name for column in about.fields]
    places = {
        (number, column): cell.place
        for number, row in enumerate(rows[1:])
        for column, cell in zip(names, row, strict=True)
    }
    typed = pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
    return Table(name, about, _frame(text, about), typed, places), []


def _frame(text: str, about: Sidecar) -> pd.DataFrame:
    numbers = [column for column in about.fields if column.type in _DTYPES]
    dtypes = {column.name: "str" for column in about.fields}
    for column in numbers:
        dtypes[column.name] = (_DTYPES if column.constraints.required else _NULLABLE)[column.type]
    gaps = {column.name: [""] for column in numbers}
    return pd.read_csv(io.StringIO(text), dtype=dtypes, keep_default_na=False, na_values=gaps)


def _header(header: list[Cell], about: Sidecar, file: str) -> Iterator[Problem]:
    declared = [column.name for column in about.fields]
    names = [cell.text for cell in header]
    if len(header) == 1 < len(declared) and re.search(r"[;\t]", names[0]):
        sentence = "The cells of this table are parted by semicolons or tabs."
        yield Problem(header[0].place, sentence, "Save it as CSV with commas.")
        return
    for number, cell in enumerate(header):
        if cell.text in names[:number]:
            yield Problem(cell.place, f'There are two columns called "{cell.text}".')
        elif cell.text not in declared:
            hint = nearest(cell.text, declared, "Declare it under fields, or delete it here.")
            yield Problem(cell.place, f'The sidecar declares no column "{cell.text}".', hint)
    for name in declared:
        if name not in names:
            yield Problem(
                Place(file), f'The column "{name}" is missing.', "The sidecar declares it."
            )
    if sorted(names) == sorted(declared) and names != declared:
        wanted = ",".join(declared)
        yield Problem(Place(file), "The columns stand in another order.", f"Write {wanted}.")


def _body(rows: list[list[Cell]], about: Sidecar) -> Iterator[Problem]:
    if len(rows) == 1:
        yield Problem(rows[0][0].place, "This table has a header and no rows.")
    if len(rows) > _MOST_ROWS + 1:
        sentence = f"A table has {_MOST_ROWS:,} rows at most, and here are {len(rows) - 1:,}."
        yield Problem(rows[_MOST_ROWS + 1][0].place, sentence)
        return
    first: dict[tuple[str, str], int] = {}
    for row in rows[1:]:
        if len(row) != len(about.fields):
            yield _row_length(row, len(about.fields))
            continue
        for column, cell in zip(about.fields, row, strict=True):
            if mistake := _mistake(cell.text, column):
                yield Problem(cell.place, *mistake)
            elif column.name == about.primaryKey or column.constraints.unique:
                line = first.setdefault((column.name, cell.text), cell.place.line)
                if line != cell.place.line:
                    sentence = f'"{cell.text}" stands twice under "{column.name}"'
                    yield Problem(cell.place, f"{sentence}; the first is on line {line}.")


def _row_length(row: list[Cell], wanted: int) -> Problem:
    if [cell.text for cell in row] == [""]:
        return Problem(row[0].place, "This line is blank.", "Delete it.")
    cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
    sentence = f"This row has {cells}, but the table has {wanted} columns."
    hint = "Every column needs its cell, also where it is empty: a comma between each two."
    if len(row) > wanted:
        hint = 'A comma inside a cell needs quotes round the cell: "a, b".'
    return Problem(row[min(len(row), wanted) - 1].place, sentence, hint)


def _mistake(text: str, column: Column) -> tuple[str, str] | None:
    """What is wrong with one cell, as a sentence and a hint; None when it is fine."""
    if text != text.strip():
        return f'"{column.name}" has a space before or after it.', "Delete the space."
    if not text:
        if not column.constraints.required:
            return None
        hint = "Write the value; if gaps are allowed, say required: false in the sidecar."
        return f'"{column.name}" is empty.', hint
    if len(text) > LONGEST_NAME:
        return f'"{column.name}" needs {LONGEST_NAME} letters at most, but has {len(text):,}.', ""
    if column.labels and text not in column.labels:
        hint = f"Add it under the labels of {column.name} in the sidecar."
        return f'"{text}" has no words for readers.', nearest(text, column.labels, hint)
    return _wrong_type(text, column) or _out_of_bounds(text, column)


def _wrong_type(text: str, column: Column) -> tuple[str, str] | None:
    check = _CHECKS.get(column.type)
    if check is None or not (mistake := check(text)):
        return None
    rest, hint = mistake
    return f'"{column.name}" {rest}', hint


def _out_of_bounds(text: str, column: Column) -> tuple[str, str] | None:
    if not NUMBER.fullmatch(text):
        return None
    least, most = column.constraints.minimum, column.constraints.maximum
    if least is not None and Decimal(text) < least:
        return f'"{column.name}" must be at least {least}, but says "{text}".', ""
    if most is not None and Decimal(text) > most:
        return f'"{column.name}" must be at most {most}, but says "{text}".', ""
    return None
