"""Every file of data: path below the site → what makes it."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from braindrain_site.exports import csvw, database, figure_schema, package, records
from braindrain_site.exports.columns import Sheet
from braindrain_site.exports.sheets import Sheets
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition
from braindrain_site.model.files import Make
from braindrain_site.model.memory import recall

FOLDER = "data/"


def make_exports(edition: Edition, amounts: Mapping[str, Amount]) -> dict[str, Make]:
    """Path below the site → what makes each file to download, once for all who ask."""
    sheets = Sheets(edition, amounts)
    made = _of_tables(sheets) | {
        f"{FOLDER}figures/{key}.json": _json(partial(sheets.figure, key)) for key in edition.figures
    }
    files: dict[str, Make] = {
        path: partial(recall, edition, ("export", path), it) for path, it in made.items()
    }
    for path, make in _of_all(sheets, lambda path: files[FOLDER + path]()).items():
        files[FOLDER + path] = partial(recall, edition, ("export", path), make)
    return files


def _of_tables(sheets: Sheets) -> dict[str, Make]:
    """Every table, as CSV and as JSON."""
    edition, bindings = sheets.edition, sheets.bindings
    files: dict[str, Make] = {}
    for path, sheet in sheets.by_path().items():
        files[FOLDER + path] = partial(_csv, sheet)
    for name, of in sheets.records().items():
        files[f"{FOLDER}{name}.json"] = _json(of)
    for table in edition.tables.values():
        told = partial(records.table, table, edition, bindings)
        files[f"{FOLDER}tables/{table.name}.json"] = _json(told)
    for key, chart in edition.charts.items():
        if chart.rows:
            shown = partial(records.chart, chart, partial(sheets.marks, chart), bindings)
            files[f"{FOLDER}charts/{key}.json"] = _json(shown)
    return files


def _csv(sheet: Callable[[], Sheet]) -> bytes:
    return sheet().csv()


def _of_all(sheets: Sheets, csv: Callable[[str], bytes]) -> dict[str, Make]:
    """What describes or holds all tables."""
    edition = sheets.edition
    titles = {lang: it.plain(edition.site.title[lang]) for lang, it in sheets.bindings.items()}
    return {
        "datapackage.json": _json(lambda: package.package(edition, sheets.all(), csv, titles)),
        "csv-metadata.json": _json(lambda: csvw.group(edition, sheets.all(), titles)),
        f"{database.NAME}.sqlite": lambda: database.database(sheets.all()),
        "metadata.json": _json(lambda: database.metadata(edition, sheets.all(), titles)),
        "figures.schema.json": _json(lambda: figure_schema.schema(edition)),
    }


def _json(content: Callable[[], Any]) -> Make:
    return lambda: (json.dumps(content(), ensure_ascii=False, indent=1) + "\n").encode()
