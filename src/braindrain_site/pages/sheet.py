"""A table for readers: every cell in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from braindrain_site import wording
from braindrain_site.model.chart import Chart
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Source, Unit
from braindrain_site.model.memory import recall
from braindrain_site.model.tables import Column, Table
from braindrain_site.texts.binding import Binding


@dataclass(frozen=True)
class Heading:
    """The head of one column; numbers are set to the right."""

    title: str
    numeric: bool = False


@dataclass(frozen=True)
class Sheet:
    """A table for readers: every cell is text with its separators, or a link."""

    title: str
    columns: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def heads(self) -> int:
        """How many of its first cells name a row: the words that tell it from all others, or one.

        They are what screen readers say before each other cell of the row.
        """
        texts = next((at for at, head in enumerate(self.columns) if head.numeric), 1)
        for count in range(1, texts + 1):
            if len({row[:count] for row in self.rows}) == len(self.rows):
                return count
        return 1


def sheet(table: Table, binding: Binding, wanted: tuple[str, ...] = ()) -> Sheet:
    """*table* for readers; only the columns *wanted* and the key, or all of them."""
    what = ("sheet", table.name, binding.lang, wanted)
    return recall(binding.edition, what, lambda: _sheet(table, binding, wanted))


def _sheet(table: Table, binding: Binding, wanted: tuple[str, ...]) -> Sheet:
    shown = [
        column
        for column in table.about.fields
        if not wanted or column.name in {*wanted, *table.about.primaryKey, "source"}
    ]
    shown.sort(key=lambda column: column.name not in table.about.primaryKey)
    typed = [[str(cell) for cell in table.typed[column.name]] for column in shown]
    cells = [
        [_cell(text, column, binding) for text in texts]
        for column, texts in zip(shown, typed, strict=True)
    ]
    return Sheet(
        title=binding.plain(table.about.title[binding.lang]),
        columns=tuple(
            Heading(binding.plain(column.title[binding.lang]), column.type in {"integer", "number"})
            for column in shown
        ),
        rows=tuple(zip(*cells, strict=True)),
    )


def _cell(typed: str, column: Column, binding: Binding) -> str:
    """One cell in words: a label, a source by its publisher, a date, or a number."""
    edition, lang = binding.edition, binding.lang
    if column.name == "source" and typed in edition.sources:
        source = edition.sources[typed]
        return _linked(source.publisher[lang], source)
    if typed in column.labels:
        return binding.plain(column.labels[typed][lang])
    if column.type in {"period", "day"}:
        return wording.period(typed, lang)
    if column.type in {"string", "year"}:
        return typed
    if not typed:
        return edition.words["no_data"][lang]
    return wording.cell_text(typed, _unit(column, edition), lang)


def said(typed: str, column: Column, binding: Binding) -> str:
    """One cell in a sentence: as in its table, but a number with its unit and a source by its
    title."""
    if column.name == "source" and typed in binding.edition.sources:
        return binding.edition.sources[typed].title[binding.lang]
    if not typed:
        return binding.edition.words["no_data"][binding.lang]
    if typed in column.labels or column.type not in {"integer", "number"}:
        return _cell(typed, column, binding)
    return wording.cell_said(typed, _unit(column, binding.edition), binding.lang)


def _unit(column: Column, edition: Edition) -> Unit | None:
    return edition.units[column.unit] if column.unit else None


def _linked(text: str, source: Source) -> str:
    return Markup('<a href="{}">{}</a>').format(source.url, text) if source.url else text


def chart_sheet(chart: Chart, binding: Binding, words: Mapping[str, str]) -> Sheet:
    """What a chart draws, as a table: its columns, or its rows of figures."""
    lang = binding.lang
    title = binding.plain(chart.subtitle[lang])
    if chart.table:
        table = binding.edition.tables[chart.table]
        whole = sheet(table, binding, tuple(chart.columns.values()))
        return Sheet(title, whole.columns, whole.rows)
    grouped = any(row.series for row in chart.rows)
    heads = [Heading(words["table_label"]), Heading(words["table_value"], numeric=True)]
    if grouped:
        heads.insert(1, Heading(words["table_series"]))
    rows = []
    for row in chart.rows:
        cells = [binding.plain(row.label[lang]), binding.figure(row.figure, back=False)]
        if grouped:
            cells.insert(1, binding.plain(row.series[lang]) if row.series else "")
        rows.append(tuple(cells))
    return Sheet(title, tuple(heads), tuple(rows))
