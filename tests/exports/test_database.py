"""The database is whole, keeps what tables name, and is the same bytes for the same tables."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from braindrain_site.exports import database
from braindrain_site.exports.columns import Column, Kind, Sheet
from braindrain_site.exports.every_export import make_exports
from tests.support import small


def sheet(*made: Column, count: int = 2) -> Sheet:
    name = "things"
    return Sheet(
        name, f"{name}.csv", {"en": name}, {}, made, (made[0].name,),
        lambda: (tuple(f"{row}" for _ in made) for row in range(count)),
    )  # fmt: skip


def asked(content: bytes, question: str) -> list[Any]:
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(content)
        return base.execute(question).fetchall()


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    edition, amounts, _ = small.judged(small.TWO)
    files = make_exports(edition, amounts)
    return {path: files[path]() for path in ("data/database.sqlite", "data/metadata.json")}


def test_it_is_whole_and_what_its_tables_name_is_there(made: dict[str, bytes]) -> None:
    content = made["data/database.sqlite"]
    assert asked(content, "PRAGMA integrity_check") == [("ok",)]
    assert asked(content, "PRAGMA foreign_key_check") == []
    joined = "SELECT f.value, s.title_en FROM figures f JOIN sources s ON f.source = s.key"
    assert (6, "Teachers who left") in asked(content, joined)
    assert {"units", "sources", "figures"} == {
        row[2] for row in asked(content, "PRAGMA foreign_key_list(figures)")
    }


def test_cells_have_their_types() -> None:
    kinds: dict[str, Kind] = {
        "key": "string",
        "whole": "integer",
        "year": "year",
        "amount": "number",
        "day": "date",
    }
    table = sheet(*(Column(name, kind) for name, kind in kinds.items()))
    [row] = asked(database.database([table]), "SELECT * FROM things WHERE key = '1'")
    assert row == ("1", 1, 1, 1, "1")


def test_a_name_with_quotes_or_of_a_word_of_sql_is_a_name() -> None:
    names = ('a "b"', "select", "값", "x'); DROP TABLE things; --")
    table = sheet(*map(Column, names))
    found = asked(database.database([table]), "SELECT name FROM pragma_table_info('things')")
    assert [name for (name,) in found] == [*names]


@pytest.mark.parametrize("count", [0, 1, 3000])
def test_nothing_in_it_is_left_to_the_library_that_wrote_it(count: int) -> None:
    """What it names, counts, or leaves lying between the cells of a page."""
    content = database.database([sheet(Column("key"), Column("text"), count=count)])
    assert content[24:28] == content[92:96] == b"\0\0\0\1"
    assert int.from_bytes(content[96:100]) == 3_040_000
    assert content == database.database([sheet(Column("key"), Column("text"), count=count)])
    for page in range(0, len(content), 4096):
        header = page or 100
        cells = int.from_bytes(content[header + 3 : header + 5])
        begins = page + int.from_bytes(content[header + 5 : header + 7])
        ends = header + {2: 12, 5: 12, 10: 8, 13: 8}[content[header]] + 2 * cells
        assert not any(content[ends:begins])


def test_a_changed_cell_changes_it(tmp_path: Path) -> None:
    def of(data: Path) -> bytes:
        edition, amounts, _ = small.judged(data)
        return make_exports(edition, amounts)["data/database.sqlite"]()

    changed = of(small.copy(tmp_path, ("tables/by_subject.csv", "maths,2", "maths,5")))
    assert changed != of(small.FOLDER)
    assert asked(changed, "SELECT teachers FROM table_by_subject WHERE subject = 'maths'") == [(5,)]


def test_datasette_is_told_of_every_table_and_column(made: dict[str, bytes]) -> None:
    tables = json.loads(made["data/metadata.json"])["databases"]["database"]["tables"]
    content = made["data/database.sqlite"]
    names = asked(content, "SELECT name FROM sqlite_schema WHERE type = 'table'")
    assert {name for (name,) in names} == {*tables}
    for name, about in tables.items():
        columns = {c for (c,) in asked(content, f"SELECT name FROM pragma_table_info('{name}')")}
        assert {*about["columns"]} == columns
    assert tables["figures"]["label_column"] == "label_en"
    assert tables["table_by_subject"]["columns"]["teachers"] == "Teachers (teachers)"
    assert tables["table_by_subject"]["source"] == "The school board: Teachers who left"
