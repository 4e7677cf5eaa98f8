"""The page of all there is to take away."""

from dataclasses import dataclass

from markupsafe import Markup

from braindrain_site import wording
from braindrain_site.pages import change_notes, citations
from braindrain_site.pages.addresses import TEXT
from braindrain_site.pages.change_notes import Note
from braindrain_site.pages.credits import Credit, credit
from braindrain_site.pages.downloads import SizedFile, downloads, sized
from braindrain_site.pages.material import Material
from braindrain_site.pages.sheet import Sheet, sheet
from braindrain_site.pages.templates import Content

_FILES = {
    "package": "data/datapackage.json",
    "csvw": "data/csv-metadata.json",
    "database": "data/database.sqlite",
    "datasette": "data/metadata.json",
    "schema": "data/figures.schema.json",
    "sources": "data/sources.csv",
    "reports": "data/reports.csv",
    "units": "data/units.csv",
}
"""The words that say what a file is → its path."""


@dataclass(frozen=True)
class Dataset:
    """One table with its files."""

    key: str
    sheet: Sheet
    period: str
    credit: Credit
    licence: str
    note: Markup | None
    changed: tuple[Note, ...]
    files: tuple[SizedFile, ...]


@dataclass(frozen=True)
class DataPage(Content):
    """What ``data.html`` gets: the files of all figures and of each table."""

    figures_count: int
    figure_files: tuple[SizedFile, ...]
    statement_files: tuple[SizedFile, ...]
    datasets: tuple[Dataset, ...]
    machine_files: tuple[tuple[str, str, str], ...]
    """What describes or holds all of it for programs: path below the site, name, what it is."""


def data(material: Material) -> DataPage:
    """All there is to take away."""
    edition, lang = material.edition, material.lang
    binding = material.binding("data")
    return DataPage(
        figures_count=len(edition.figures),
        figure_files=_files(material, "data/figures"),
        statement_files=_files(material, "data/statements") if edition.statements else (),
        datasets=tuple(
            Dataset(
                key=name,
                sheet=sheet(table, binding),
                period=wording.period(table.about.period, lang),
                credit=credit(edition, table.about.source, lang, table.about.at[lang]),
                licence=_licence(material, table.about.source),
                note=binding.html(table.about.note[lang]) if table.about.note else None,
                changed=change_notes.of_table(name, binding),
                files=_files(material, f"data/tables/{name}"),
            )
            for name, table in edition.tables.items()
        ),
        machine_files=tuple(
            (path, path.removeprefix("data/"), material.words[f"data_file_{key}"])
            for key, path in _for_machines(material).items()
        ),
    )


def _for_machines(material: Material) -> dict[str, str]:
    """The words that say what a file is → its path; text and citations are of one language."""
    home = material.home
    return _FILES | {"text": home + TEXT, "citations": f"{home}{citations.ALL_FIGURES}.bib"}


def _licence(material: Material, source: str) -> str:
    licence = material.edition.sources[source].licence
    return licence[material.lang] if licence else material.words["licence_unknown"]


def _files(material: Material, stem: str) -> tuple[SizedFile, ...]:
    found = downloads(stem, material.exports)
    return tuple(sized(material, file) for file in found)
