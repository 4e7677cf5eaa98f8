"""Every table that leaves the site: those of the editors, and our own of figures and the rest."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any

from braindrain_site.exports import own_columns, records
from braindrain_site.exports.columns import Column, Kind, Said, Sheet, harmless
from braindrain_site.exports.own_columns import Part
from braindrain_site.model.amounts import Amount
from braindrain_site.model.chart import Chart
from braindrain_site.model.edition import Edition
from braindrain_site.model.fields import Text
from braindrain_site.model.tables import Column as Declared
from braindrain_site.model.tables import Table
from braindrain_site.texts.binding import Binding

Records = Callable[[], Sequence[Mapping[str, Any]]]
_DATES: Mapping[str, Kind] = {"day": "date", "period": "string"}
"""What Table Schema calls our types of time; a period may be a span, which it has no type for."""


class Sheets:
    """The tables of one edition, and the records that our own are made of."""

    def __init__(self, edition: Edition, amounts: Mapping[str, Amount]) -> None:
        self.edition, self.amounts = edition, amounts
        self.bindings = {lang: Binding(edition, amounts, lang) for lang in edition.site.languages}
        self.figure = cache(self._figure)

    def _figure(self, key: str) -> dict[str, Any]:
        return records.figure(key, self.edition, self.amounts[key], self.bindings)

    def figures(self) -> list[dict[str, Any]]:
        """Every figure as a record."""
        return [self.figure(key) for key in self.edition.figures]

    def marks(self, chart: Chart) -> list[dict[str, Any]]:
        """The marks of a *chart* that is drawn from figures, as records."""
        return [
            records.mark(row.label, row.series, self.figure(row.figure), self.bindings)
            for row in chart.rows
        ]

    def records(self) -> dict[str, Records]:
        """Name → the records of each table of our own; one stands after those that it names."""
        edition, bindings = self.edition, self.bindings
        found: dict[str, Records] = {
            "units": partial(records.units, edition),
            "sources": partial(records.sources, edition),
            "figures": self.figures,
            "reports": partial(records.reports, edition, bindings),
        }
        if edition.statements:
            found["statements"] = partial(records.statements, edition)
        if edition.verdicts:
            found["verdicts"] = partial(records.verdicts, edition, bindings)
        return found

    def all(self) -> Iterator[Sheet]:
        """Every table, each after those that it names."""
        return (make() for make in self.by_path().values())

    def by_path(self) -> dict[str, Callable[[], Sheet]]:
        """Path of the CSV → the table; until one is asked for, no table is looked at."""
        edition = self.edition
        found: dict[str, Callable[[], Sheet]] = {}
        for name, of in self.records().items():
            parts, key = own_columns.TABLES[name]
            found[f"{name}.csv"] = partial(
                self._own, name, f"{name}.csv", edition.words[f"data_{name}"], parts, key, of
            )
        for name, table in edition.tables.items():
            found[f"tables/{name}.csv"] = partial(self._typed, table)
        for name, chart in edition.charts.items():
            if chart.rows:
                found[f"charts/{name}.csv"] = partial(self._of_chart, name, chart)
        return found

    def _of_chart(self, name: str, chart: Chart) -> Sheet:
        path, titles = f"charts/{name}.csv", self._said(chart.headline)
        of = partial(self.marks, chart)
        return self._own(f"chart_{name}", path, titles, own_columns.MARK, (), of)

    def _said(self, text: Text | None) -> Said:
        return {lang: it.plain(text[lang]) for lang, it in self.bindings.items()} if text else {}

    def _own(
        self, name: str, path: str, titles: Said, parts: Sequence[Part], key: tuple[str, ...],
        of: Records,
    ) -> Sheet:  # fmt: skip
        languages = self.edition.site.languages

        def rows() -> Iterator[tuple[str, ...]]:
            return (tuple(own_columns.cells(record, parts, languages)) for record in of())

        spoken = {lang: titles[lang] for lang in languages}
        columns = tuple(own_columns.columns(parts, languages))
        return Sheet(name, path, spoken, {}, columns, key, rows)

    def _typed(self, table: Table) -> Sheet:
        """A table of the editors; its columns stand in the order of their CSV."""
        about, names = table.about, [str(name) for name in table.typed]
        typed = {name: tuple(map(str, table.typed[name])) for name in names}
        declared = {column.name: column for column in about.fields}
        return Sheet(
            name=f"table_{table.name}",
            path=f"tables/{table.name}.csv",
            titles=self._said(about.title),
            about=self._said(about.note),
            columns=tuple(self._column(declared[name], typed[name]) for name in names),
            key=tuple(map(harmless, about.primaryKey)),
            rows=lambda: zip(*typed.values(), strict=True),
            sources=(about.source, *(report.source for report in about.also)),
        )

    def _column(self, column: Declared, cells: Sequence[str]) -> Column:
        named = column.name == "source" and {*cells} - {""} <= {*self.edition.sources}
        must = column.constraints
        return Column(
            name=harmless(column.name),
            type=_DATES.get(column.type, column.type),  # type: ignore[arg-type]
            titles=self._said(column.title),
            unit=column.unit,
            labels={harmless(key): self._said(label) for key, label in column.labels.items()},
            required=must.required,
            unique=must.unique,
            minimum=must.minimum,
            maximum=must.maximum,
            names="sources" if named else None,
        )
