"""CSV is read as typed, and each cell knows its place."""

import csv
import io
from collections.abc import Mapping
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from braindrain_site.model.tables import Column, Sidecar, Table
from braindrain_site.reading.csv_cells import scan
from braindrain_site.reading.csv_tables import read_table

CELLS = st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"]), max_size=6)
ROWS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=5)
)


def sidecar(*columns: Mapping[str, Any], key: str = "a") -> Sidecar:
    return Sidecar(
        title={"en": "t"}, source="s", at={"en": "p"}, period="2024",
        primaryKey=(key,),
        fields=tuple(Column(title={"en": "x"}, **column) for column in columns),
    )  # fmt: skip


TWO = sidecar({"name": "a", "type": "string"}, {"name": "b", "type": "number"})


def table(text: str, about: Sidecar = TWO) -> Table:
    found, problems = read_table("t", "t.csv", text, about)
    assert not problems
    assert found
    return found


def problems(text: str, about: Sidecar = TWO) -> list[str]:
    _, found = read_table("t", "t.csv", text, about)
    return [f"{p.place.line}:{p.place.column} {p.sentence}" for p in found]


@given(ROWS)
def test_the_scanner_reads_what_csv_writes(rows: list[list[str]]) -> None:
    """Whatever Python's csv module writes, quotes and newlines too, comes back cell by cell."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    found, wrong = scan("t.csv", written.getvalue())
    assert wrong == []
    assert [[cell.text for cell in row] for row in found] == rows


@given(ROWS)
def test_a_place_is_where_the_cell_begins(rows: list[list[str]]) -> None:
    """At each cell's place stands its opening quote."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    lines = written.getvalue().split("\n")
    found, _ = scan("t.csv", written.getvalue())
    for row in found:
        for cell in row:
            assert lines[cell.place.line - 1][cell.place.column - 1] == '"'


@given(st.text(st.sampled_from('a,"\n1')))
def test_any_text_is_scanned_or_refused(text: str) -> None:
    """No text can make the scanner fail or run for ever."""
    rows, wrong = scan("t.csv", text)
    assert isinstance(rows, list)
    assert len(wrong) <= 1


@given(st.lists(st.decimals(-1000, 1000, places=2), min_size=1, max_size=9))
def test_pandas_reads_the_same_numbers(values: list[Any]) -> None:
    """The typed frame and the text as typed agree."""
    text = "a,b\n" + "".join(f"r{n},{value}\n" for n, value in enumerate(values))
    found = table(text)
    assert found.frame["b"].tolist() == [float(value) for value in values]
    assert found.typed["b"].tolist() == [str(value) for value in values]


def test_na_stays_text() -> None:
    """A country code or a name is no gap."""
    assert table("a,b\nNA,1\nnull,2\nNaN,3\n").frame["a"].tolist() == ["NA", "null", "NaN"]


def test_types() -> None:
    """Whole numbers and years are whole, gaps are gaps where they are allowed."""
    about = sidecar(
        {"name": "a", "type": "string"},
        {"name": "n", "type": "integer", "constraints": {"required": "false"}},
        {"name": "y", "type": "year"},
        {"name": "d", "type": "day"},
        {"name": "p", "type": "period"},
    )
    frame = table(
        "a,n,y,d,p\nx,1,2024,2024-02-29,2024-04\nz,,2025,2025-01-01,2021/2022\n", about
    ).frame
    assert frame["n"].dtype == "Int64"
    assert frame["n"].isna().tolist() == [False, True]
    assert frame["y"].tolist() == [2024, 2025]
    assert frame["p"].tolist() == ["2024-04", "2021/2022"]


def test_places_of_cells() -> None:
    """Row number and column lead to the line in the file."""
    assert str(table("a,b\nx,1\ny,2\n").places[1, "b"]) == "t.csv:3:3"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n", ["1:1 This table has a header and no rows."]),
        ("a,b\nx\n", ["2:1 This row has 1 cell, but the table has 2 columns."]),
        ("a,b\nx,1,2\n", ["2:3 This row has 3 cells, but the table has 2 columns."]),
        ("a,b\nx,1\n\ny,2\n", ["3:1 This line is blank."]),
        ("a,b\nx,1\n,\ny,2\n", ["3:1 This line is blank."]),
        ("a,b\nx,\n", ['2:3 "b" is empty.']),
        ("a,b\nx,1\nx,2\n", ['3:1 "x" stands twice under "a"; the first is on line 2.']),
        ("a,b\nx, 1\n", ['2:3 "b" has a space before or after it.']),
        ("a,b\nx,1e3\n", ['2:3 "b" needs a number, but says "1e3".']),
        (
            'a,b\n"x,1\n',
            ["2:1 This cell opens with a quote that does not close before the next comma."],
        ),
        ('a,b\nx"y,1\n', ["2:1 A quote stands in the middle of this cell."]),
        ("b,a\n1,x\n", ["1:1 The columns stand in another order."]),
        ("a,b,a\nx,1,y\n", ['1:5 There are two columns called "a".']),
    ],
)
def test_mistakes(text: str, expected: list[str]) -> None:
    """Each mistake is told where it stands."""
    assert problems(text) == expected


def test_an_unknown_and_a_missing_column() -> None:
    """Both are told where they are two, and a mistyped one is one."""
    assert problems("a,year\nx,1\n") == [
        '1:3 The sidecar declares no column "year".',
        '1:1 The column "b" is missing.',
    ]
    about = sidecar({"name": "a", "type": "string"}, {"name": "teachers", "type": "number"})
    assert problems("a,teacher\nx,1\n", about) == ['1:3 The sidecar declares no column "teacher".']


@pytest.mark.parametrize(
    ("column", "cell", "word"),
    [
        ({"type": "integer"}, "1.5", "whole number"),
        ({"type": "year"}, "24", "four digits"),
        ({"type": "day"}, "2025-02-30", "no such day"),
        ({"type": "period"}, "spring", "a month such as"),
        ({"type": "number", "constraints": {"minimum": "0"}}, "-1", "at least 0"),
        ({"type": "number", "constraints": {"maximum": "1"}}, "2", "at most 1"),
        ({"type": "string", "constraints": {"required": "true"}}, '""', "is empty"),
    ],
)
def test_cells_of_each_type(column: dict[str, Any], cell: str, word: str) -> None:
    """A cell that does not fit its column is told with the type it needs."""
    about = sidecar({"name": "a", "type": "string"}, {"name": "b", **column})
    [sentence] = problems(f"a,b\nx,{cell}\n", about)
    assert word in sentence


def test_unique_columns() -> None:
    """A column other than the key may also forbid repetition."""
    about = sidecar(
        {"name": "a", "type": "string"},
        {"name": "b", "type": "string", "constraints": {"unique": "true"}},
    )
    assert problems("a,b\nx,1\ny,1\n", about) == [
        '3:3 "1" stands twice under "b"; the first is on line 2.'
    ]


def test_column_by_name() -> None:
    """A declared column is found, another is not."""
    found = table("a,b\nx,1\n")
    assert found.column("b") == TWO.fields[1]
    assert found.column("c") is None
    assert isinstance(found.frame, pd.DataFrame)


def test_the_same_in_many_cells_is_told_once() -> None:
    """One cause, one problem; another mistake in the column is another."""
    cells = ["1,000", "2,000", "5%", "3,000"]
    rows = "".join(f'r{number},"{cell}"\n' for number, cell in enumerate(cells))
    _, [first, other] = read_table("t", "t.csv", f"a,b\n{rows}", TWO)
    assert first.sentence == '"b" needs a number, but says "1,000".'
    assert first.hint == 'Write it without commas: 1000. So it is in 2 more cells of "b".'
    assert other.sentence == '"b" needs a number, but says "5%".'
