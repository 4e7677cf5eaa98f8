"""The tables of an edition: each is two files of one name, cells and what is told of them."""

import re
from collections.abc import Iterator

from braindrain_site.model.fields import A_NAME, KEY
from braindrain_site.model.problems import Problem, nearest
from braindrain_site.model.remembered import remembered
from braindrain_site.model.tables import Sidecar, Table
from braindrain_site.reading import records, yaml_files
from braindrain_site.reading.desk import Desk
from braindrain_site.reading.document import Document

_FILE = re.compile(r"(tables/[^/]+)\.(?:csv|yaml)")


def read_tables(desk: Desk) -> Iterator[tuple[str, Table]]:
    """Name → table, for each whose two files fit each other."""
    names = {found[1] for path in desk.files if (found := _FILE.fullmatch(path))}
    for stem in sorted(names):
        name = stem.removeprefix("tables/")
        if not KEY.fullmatch(name):
            for path in desk.files.keys() & {f"{stem}.csv", f"{stem}.yaml"}:
                desk.problem(path, f'"{name}" cannot be the name of a table.', A_NAME)
            continue
        about, cells = f"{stem}.yaml", f"{stem}.csv"
        text = desk.files[cells] if desk.readable(cells) else None
        if not desk.readable(about):
            continue
        file, typed = desk.name(stem), desk.files[about]
        sidecar, table, problems = _read(file, name, typed, text, desk.languages)
        desk.keep(about, sidecar)
        desk.problems += problems
        if table:
            yield name, table


@remembered(256)
def _read(
    stem: str, name: str, about: str, cells: str | None, languages: tuple[str, ...]
) -> tuple[Document, Table | None, list[Problem]]:
    """The table whose files hold *about* and *cells*, once however often a preview reads them."""
    document = yaml_files.read(f"{stem}.yaml", about)
    sidecar: Sidecar | None = None
    if document.value is not None:
        draft = records.is_draft(document.value)
        sidecar = records.record(document, Sidecar, {"languages": languages, "draft": draft})
    if sidecar:
        _check_sidecar(document, sidecar)
    if sidecar is None or cells is None or document.problems:
        return document, None, []
    from braindrain_site.reading import csv_tables

    return document, *csv_tables.read_table(name, f"{stem}.csv", cells, sidecar)


def _check_sidecar(document: Document, about: Sidecar) -> None:
    names = [column.name for column in about.fields]
    for number, name in enumerate(about.primaryKey):
        place = document.place(("primaryKey", str(number)))
        if name not in names:
            sentence = f'"{name}" is no column of this table.'
            document.problem(place, sentence, nearest(name, names))
        elif name in about.primaryKey[:number]:
            document.problem(place, f'"{name}" is listed twice.', "Keep one of the two.")
    for number, name in enumerate(names):
        if name in names[:number]:
            place = document.place(("fields", str(number), "name"))
            document.problem(place, f'There are two columns called "{name}".')
