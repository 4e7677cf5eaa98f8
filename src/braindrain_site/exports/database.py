"""All tables as an SQLite database, and what Datasette says of it.

The same tables make the same bytes whichever release of SQLite writes them, as far as we have seen
(3.39 to 3.54): the database is made in one go, and what a release leaves to chance is settled by
its file format (https://www.sqlite.org/fileformat.html). In the header that is how often it was
changed and by which release (1.3), on each page the room between its list of cells and its cells
(1.6). No release promises where it puts a cell; one that puts it elsewhere shows as a difference in
``site/``.
"""

from collections.abc import Iterable, Mapping
from contextlib import closing
from typing import Any

from braindrain_site.exports.columns import Column, Said, Sheet, value
from braindrain_site.exports.package import OWN, licence
from braindrain_site.model.edition import Edition

NAME = "database"
"""What Datasette calls it."""
_COUNTS_CHANGES, _CHANGED_BY, _RELEASE = slice(24, 28), slice(92, 96), slice(96, 100)
_OLDEST = 3_040_000
"""The release that the header names; any since can read what this one wrote."""
_PAGE = 4096
_TREES = {2: 12, 5: 12, 10: 8, 13: 8}
"""The kinds of page that have cells, and how long their headers are."""
_TYPES = {"integer": "INTEGER", "year": "INTEGER", "number": "NUMERIC"}


def database(sheets: Iterable[Sheet]) -> bytes:
    """An SQLite file of *sheets*, each of which stands after those that its columns name."""
    import sqlite3  # not every build of Python has it, and nothing else needs it

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.execute(f"PRAGMA page_size = {_PAGE}")
        base.execute("PRAGMA secure_delete = ON")  # what a cell moved from is zero
        base.execute("BEGIN")
        for sheet in sheets:
            base.execute(_table(sheet))
            marks = ", ".join("?" for _ in sheet.columns)
            kinds = [column.type for column in sheet.columns]
            base.executemany(
                f"INSERT INTO {_quoted(sheet.name)} VALUES ({marks})",  # noqa: S608 - our names
                (tuple(map(value, row, kinds)) for row in sheet.rows()),
            )
        base.execute("COMMIT")
        return _settled(base.serialize())


def _settled(content: bytes) -> bytes:
    """*content* as any release might have written it at one stroke."""
    settled = bytearray(content)
    settled[_COUNTS_CHANGES] = settled[_CHANGED_BY] = (1).to_bytes(4)
    settled[_RELEASE] = _OLDEST.to_bytes(4)
    for page in range(0, len(settled), _PAGE):
        header = page if page else 100
        if length := _TREES.get(settled[header]):
            cells = int.from_bytes(settled[header + 3 : header + 5])
            begins = page + int.from_bytes(settled[header + 5 : header + 7])
            ends = header + length + 2 * cells
            settled[ends:begins] = bytes(begins - ends)
    return bytes(settled)


def _table(sheet: Sheet) -> str:
    lines = [_column(column) for column in sheet.columns]
    if sheet.key:
        lines.append(f"PRIMARY KEY ({', '.join(map(_quoted, sheet.key))})")
    for column in sheet.columns:
        if column.names:
            named = f"REFERENCES {_quoted(column.names)} ({_quoted('key')})"
            lines.append(f"FOREIGN KEY ({_quoted(column.name)}) {named}")
    inside = ",\n  ".join(lines)
    return f"CREATE TABLE {_quoted(sheet.name)} (\n  {inside}\n)"


def _column(column: Column) -> str:
    must = " NOT NULL" if column.required else ""
    return f"{_quoted(column.name)} {_TYPES.get(column.type, 'TEXT')}{must}"


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def metadata(edition: Edition, sheets: Iterable[Sheet], titles: Said) -> dict[str, Any]:
    """What Datasette shows around the database: ``datasette database.sqlite -m metadata.json``."""
    site, first = edition.site, edition.site.languages[0]
    ours = licence(OWN)
    about: dict[str, Any] = {
        "title": titles[first],
        "description": site.description[first],
        "source": site.publisher[first],
    }
    if site.address:
        about["source_url"] = site.address
    tables = {sheet.name: _told(sheet, edition, first, ours) for sheet in sheets}
    return {**about, "databases": {NAME: {"tables": tables}}}


def _told(sheet: Sheet, edition: Edition, lang: str, ours: Mapping[str, str]) -> dict[str, Any]:
    told: dict[str, Any] = {"title": sheet.titles[lang]}
    if sheet.about:
        told["description"] = sheet.about[lang]
    if sheet.sources:
        source = edition.sources[sheet.sources[0]]
        told["source"] = f"{source.publisher[lang]}: {source.title[lang]}"
        told |= {"source_url": source.url} if source.url else {}
        told |= {"license": source.licence[lang]} if source.licence else {}
    else:
        told |= {"license": ours["title"], "license_url": ours["path"]}
    told["columns"] = {
        column.name: said for column in sheet.columns if (said := _said(column, lang))
    }
    names = {column.name for column in sheet.columns}
    label = next(
        (it for it in (f"label_{lang}", f"title_{lang}", f"print_{lang}") if it in names), ""
    )
    return told | ({"label_column": label} if label and sheet.key else {})


def _said(column: Column, lang: str) -> str:
    """What a column holds, with its unit."""
    unit = column.unit and f"({column.unit})"
    return " ".join(filter(None, (column.about or column.titles.get(lang), unit)))
