"""The tables of an edition: each is two files of one name, cells and what is told of them."""

import re
from collections.abc import Iterator

from braindrain_site.model.fields import A_NAME, KEY
from braindrain_site.model.problems import nearest
from braindrain_site.model.tables import Sidecar, Table
from braindrain_site.reading import csv_tables, records
from braindrain_site.reading.desk import Desk
from braindrain_site.reading.yaml_files import Document

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
        sidecar = desk.document(f"{stem}.yaml")
        readable = desk.readable(f"{stem}.csv")
        about: Sidecar | None = None
        if sidecar.value is not None:
            about = records.record(sidecar, Sidecar, {"languages": desk.languages})
        if about:
            _check_sidecar(sidecar, about)
        if about and readable and not sidecar.problems:
            file = desk.name(f"{stem}.csv")
            table, problems = csv_tables.read_table(name, file, desk.files[f"{stem}.csv"], about)
            desk.problems += problems
            if table:
                yield name, table
        desk.keep(f"{stem}.yaml", sidecar)


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
