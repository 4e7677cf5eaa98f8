"""Tables as offices and spreadsheets export them, and what is made of each.

A case of ``exports.txt`` is: how it comes about; the encoding and the file, its line ends and what
cannot be seen written as Python writes them; each column with its type, ``?`` where cells may be
empty, and the unit that the file says; the rows; what is told of it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from braindrain_site.skeletons.grid import grid
from braindrain_site.skeletons.guessing import Guess, guess, unit_named

CASES = Path(__file__).with_name("exports.txt")
UNITS = {"teachers": {"en": "{} teachers", "ko": "{}명"}, "USD/year": {"en": "${}"}}


def cases() -> Iterator[object]:
    for block in CASES.read_text("utf-8").split("\n# "):
        what, typed, columns, rows, told, *_ = block.split("\n")
        yield pytest.param(typed, columns, rows, told, id=what.removeprefix("# "))


def content(typed: str) -> bytes:
    """The file that a case shows."""
    encoding, _, text = typed.partition(" ")
    text = text.encode("latin-1", "backslashreplace").decode("unicode_escape")
    return text.encode(encoding)


def told_of(column: Guess) -> str:
    gap = "" if column.column.required else "?"
    return f"{column.name}:{column.column.type}{gap}{f':{column.unit}' if column.unit else ''}"


@pytest.mark.parametrize(("typed", "columns", "rows", "told"), [*cases()])
def test_what_is_exported(typed: str, columns: str, rows: str, told: str) -> None:
    """Named, typed and put into the house form, but for what can be read in two ways."""
    seen = grid("export.csv", content(typed))
    found = guess(seen)
    assert ",".join(map(told_of, found.columns)) == columns
    assert " ".join(map(",".join, found.rows()[1:])) == rows
    left = [f"{each.place.line}:{each.place.column} {each.sentence}" for each in found.unclear]
    assert " | ".join([*seen.told, *found.remarks, *left]) == told


@pytest.mark.parametrize(
    ("decimal", "cells"), [(".", [["a", "1234"], ["b", "5"]]), (",", [["a", "1.234"], ["b", "5"]])]
)
def test_an_editor_can_say_what_a_comma_is(decimal: str, cells: list[list[str]]) -> None:
    seen = grid("export.csv", b'name,value\na,"1,234"\nb,5\n')
    assert guess(seen, decimal).rows()[1:] == cells


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("name,n\na,1\nb,1\n", ["name"]),
        ("name,year,n\na,2020,1\na,2021,1\nb,2020,4\n", ["name", "year"]),
        ("year,n\n2020,5\n2021,5\n", ["year"]),
        ("name,kind,n\na,x,1\na,y,2\nb,x,1\n", ["name", "kind"]),
    ],
)
def test_what_names_the_rows(text: str, key: list[str]) -> None:
    assert guess(grid("export.csv", text.encode())).key == key


@pytest.mark.parametrize(
    ("says", "named"),
    [("명", ["teachers"]), ("US$", ["USD/year"]), ("달러", ["USD/year"]), ("천 명", []), ("", [])],
)
def test_a_unit_is_known_by_what_it_prints(says: str, named: list[str]) -> None:
    """A thousand of something is another unit."""
    assert unit_named(says, UNITS) == named
