"""A CSV file and its sidecar → a table whose cells are typed and know where they stand.

What a cell may be is told by its column; pandas holds what was typed. Reading it with pandas would
turn ``NA`` into a gap and pad a short row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

import pandas as pd

from braindrain_site.model.problems import Place, Problem, nearest
from braindrain_site.model.tables import Column, Sidecar, Table, joined
from braindrain_site.reading.cell_mistakes import cell_mistake
from braindrain_site.reading.csv_cells import Cell, is_empty, is_note, scan, trimmed

_TYPES = {"integer": ("int64", "Int64", int), "year": ("int64", "Int64", int),
          "number": ("float64", "float64", float)}  # fmt: skip
"""How pandas keeps a column, also where it has gaps, and how a cell becomes one of its values."""
_MOST_ROWS = 100_000
"""Each row stands on a page and in files to download."""
_TITLES = 30
"""Lines above a header that are looked through for it."""


def read_table(
    name: str, file: str, text: str, about: Sidecar
) -> tuple[Table | None, list[Problem]]:
    """The table in *text*; None with problems when a row, a column or a cell does not fit.

    Empty rows below a table and empty columns beside it, as spreadsheets leave them, are none.
    """
    rows, problems = scan(file, text)
    if problems:
        return None, problems
    rows = trimmed(rows)
    problems = [*_header(rows, about, file)] or [*_body(rows, about)]
    if problems:
        return None, problems
    names = [column.name for column in about.fields]
    places = {
        (number, column): cell.place
        for number, row in enumerate(rows[1:])
        for column, cell in zip(names, row, strict=True)
    }
    typed = {column: [row[number].text for row in rows[1:]] for number, column in enumerate(names)}
    frame = {column.name: _values(typed[column.name], column) for column in about.fields}
    return Table(name, about, pd.DataFrame(frame), pd.DataFrame(typed, dtype="str"), places), []


def _values(cells: Sequence[str], column: Column) -> pd.Series:
    """What was typed in *column* as pandas keeps it."""
    if column.type not in _TYPES:
        return pd.Series(cells, dtype="str")
    plain, with_gaps, value = _TYPES[column.type]
    values = [value(cell) if cell else None for cell in cells]
    return pd.Series(values, dtype=plain if column.constraints.required else with_gaps)


def _header(rows: list[list[Cell]], about: Sidecar, file: str) -> Iterator[Problem]:
    declared = [column.name for column in about.fields]
    header, names = rows[0], [cell.text for cell in rows[0]]
    if len(header) == 1 < len(declared) and re.search(r"[;\t]", names[0]):
        sentence = "The cells of this table are parted by semicolons or tabs."
        yield Problem(header[0].place, sentence, "Save it as CSV with commas.")
        return
    if not set(names) & set(declared):
        yield _no_header(rows, declared)
        return
    missing = [name for name in declared if name not in names]
    for number, cell in enumerate(header):
        if cell.text and cell.text in names[:number]:
            yield Problem(cell.place, f'There are two columns called "{cell.text}".')
        elif not cell.text:
            hint = "Name it and declare it under fields, or delete it."
            yield Problem(cell.place, "This column has no name.", hint)
        elif cell.text not in declared:
            hint = nearest(cell.text, missing, "Declare it under fields, or delete it here.")
            missing = [name for name in missing if f'"{name}"' not in hint]
            yield Problem(cell.place, f'The sidecar declares no column "{cell.text}".', hint)
    for name in missing:
        yield Problem(Place(file), f'The column "{name}" is missing.', "The sidecar declares it.")
    if sorted(names) == sorted(declared) and names != declared:
        wanted = ",".join(declared)
        yield Problem(Place(file), "The columns stand in another order.", f"Write {wanted}.")


def _no_header(rows: list[list[Cell]], declared: list[str]) -> Problem:
    """A first line that names no column of the sidecar, and where they are named, if they are."""
    for row in rows[1:_TITLES]:
        if set(declared) <= {cell.text.strip() for cell in row}:
            line = row[0].place.line
            sentence = f"The names of the columns stand on line {line} and not on the first."
            return Problem(rows[0][0].place, sentence, f"Delete the lines above line {line}.")
    hint = f"The first line of a table is {','.join(declared)}."
    return Problem(rows[0][0].place, "This line names no column that the sidecar declares.", hint)


def _body(rows: list[list[Cell]], about: Sidecar) -> Iterator[Problem]:
    if len(rows) == 1:
        yield Problem(rows[0][0].place, "This table has a header and no rows.")
    if len(rows) > _MOST_ROWS + 1:
        sentence = f"A table has {_MOST_ROWS:,} rows at most, and here are {len(rows) - 1:,}."
        yield Problem(rows[_MOST_ROWS + 1][0].place, sentence)
        return
    notes = [*takewhile(is_note, reversed(rows[1:]))] if len(about.fields) > 1 else []
    required = [column for column in about.fields[1:] if column.constraints.required]
    if notes and required:
        yield _note_below(notes[-1][0].place, len(notes))
        rows = rows[: -len(notes)]
    first: dict[tuple[str, str], int] = {}
    wrong: dict[tuple[str, str], list[Problem]] = {}
    for row in rows[1:]:
        if is_empty(row) or len(row) != len(about.fields):
            yield row_length(row, len(about.fields))
            continue
        if not _in_row(row, about, wrong):
            yield from _seen_before(row, about, first)
    for (column, _), problems in wrong.items():
        yield _for_all(problems, column)


def _note_below(place: Place, count: int) -> Problem:
    lines = "this line" if count == 1 else f"these {count} lines"
    return Problem(
        place,
        "Below the table stand words in the first column and nothing else.",
        f"Write them into the note of its sidecar, and delete {lines}; "
        "a row has a value in each column.",
    )


def _in_row(row: list[Cell], about: Sidecar, wrong: dict[tuple[str, str], list[Problem]]) -> bool:
    """Whether a cell of *row* is *wrong*, where it is added to those with the same mistake."""
    found = False
    for column, cell in zip(about.fields, row, strict=True):
        if mistake := cell_mistake(cell.text, column):
            found = True
            kind = re.sub(r'says "[^"]*"|[-\d.,/]+', "", "".join(mistake))  # whatever was typed
            wrong.setdefault((column.name, kind), []).append(Problem(cell.place, *mistake))
    return found


def _for_all(problems: list[Problem], column: str) -> Problem:
    """The first of the *problems* that are the same in all cells of a *column*, and how many."""
    first, more = problems[0], len(problems) - 1
    if not more:
        return first
    count = "1 more cell" if more == 1 else f"{more:,} more cells"
    return replace(first, hint=f'{first.hint} So it is in {count} of "{column}".'.strip())


def _seen_before(
    row: list[Cell], about: Sidecar, first: dict[tuple[str, str], int]
) -> Iterator[Problem]:
    """Tells what stands twice though it names the rows, or has to be unique."""
    cells = {column.name: cell for column, cell in zip(about.fields, row, strict=True)}
    unique = [column.name for column in about.fields if column.constraints.unique]
    for names in dict.fromkeys([about.primaryKey, *((name,) for name in unique)]):
        text = joined(cells[name].text for name in names)
        under = " and ".join(f'"{name}"' for name in names)
        place = cells[names[0]].place
        if (line := first.setdefault((under, text), place.line)) != place.line:
            sentence = f'"{text}" stands twice under {under}; the first is on line {line}.'
            yield Problem(place, sentence, _MORE_COLUMNS if names == about.primaryKey else "")


_MORE_COLUMNS = (
    "Keep one of the two rows; or, if it takes several columns to name one, list them: "
    "primaryKey: [country, year]."
)


def row_length(row: list[Cell], wanted: int) -> Problem:
    """What is wrong with a *row* that has more or fewer cells than are *wanted*."""
    if is_empty(row):
        return Problem(row[0].place, "This line is blank.", "Delete it.")
    cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
    sentence = f"This row has {cells}, but the table has {wanted} columns."
    hint = "Every column needs its cell, also where it is empty: a comma between each two."
    if len(row) > wanted:
        hint = 'A comma inside a cell needs quotes round the cell: "a, b".'
        if any(cell.text.lstrip().startswith(("“", "”", "„", "‘", "'")) for cell in row):
            hint = 'Only the plain quote " of the keyboard holds a cell with a comma together.'
    return Problem(row[min(len(row), wanted) - 1].place, sentence, hint)
