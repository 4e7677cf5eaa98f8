"""A chart's entry and its data → the one shape of table that every form draws.

The columns are named after the form's roles. All words and numbers in them are ready to print;
nothing is formatted by the drawing library.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Protocol, cast

import pandas as pd

from braindrain_site import amounts, wording
from braindrain_site.amounts import Amount
from braindrain_site.charts import FORMS, Kind
from braindrain_site.edition import Chart, Column, Edition, Row, Table, Unit
from braindrain_site.fields import NOT_STATED

Plain = Callable[[str], str]
"""Turns an editor's text with bound figures into words."""

_LARGE = 1000
"""Numbers in units of a thousand or more (billions of dollars) always say so."""


class Entry(Protocol):
    """One row of a frame; of the roles, it has those that its form has."""

    Index: int
    value: float
    printed: str
    spoken: str
    marked: bool
    note: str
    label: str
    series: str
    x: str
    x_at: float
    when: str
    what: str
    start: str
    end: str


def entries(frame: pd.DataFrame) -> list[Entry]:
    """The rows of *frame*, in order."""
    return cast("list[Entry]", list(frame.itertuples()))


def names(chart: Chart, edition: Edition) -> list[set[str]]:
    """By what names each mark of *chart* can be highlighted and annotated.

    For rows: the key of the figure. For a table: the words typed in its columns and its key.
    """
    if chart.table is None:
        return [{row.figure} for row in chart.rows]
    table = edition.tables[chart.table]
    wanted = {table.about.primaryKey, *chart.columns.values()}
    columns = [column.name for column in table.about.fields
               if column.name in wanted and column.type not in {"integer", "number"}]  # fmt: skip
    return [set(row) for row in table.typed[columns].itertuples(index=False, name=None)]


def make_frame(
    chart: Chart, edition: Edition, figures: Mapping[str, Amount], plain: Plain, lang: str
) -> pd.DataFrame:
    """The table that the form of *chart* draws, one row for each mark.

    Beside a column for each role: ``value`` (a float in the unit as typed), ``spoken`` (the
    value with unit and qualifier), ``printed`` (the same, without a unit that the subtitle has
    said), ``marked``, ``note``; and for a role that holds times, ``ROLE_at`` in years.
    ``attrs["series"]`` lists the series in order.
    """
    if chart.rows:
        records = [_from_row(chart, row, edition, figures, plain, lang) for row in chart.rows]
    else:
        records = list(_from_table(chart, edition.tables[chart.table or ""], edition, lang))
    notes = {annotation.at: plain(annotation.text[lang]) for annotation in chart.annotations}
    for record, known in zip(records, names(chart, edition), strict=True):
        record["marked"] = not known.isdisjoint(chart.highlight)
        record["note"] = " ".join(notes[name] for name in sorted(known & notes.keys()))
    frame = pd.DataFrame(records)
    if chart.order != "as_given":
        down = chart.order == "descending"
        frame = frame.sort_values("value", ascending=not down, kind="stable", ignore_index=True)
    said = [words[lang] for words in chart.series.values()]
    frame.attrs["series"] = list(dict.fromkeys([*said, *frame.get("series", [])]))
    return frame


def _from_row(
    chart: Chart, row: Row, edition: Edition, figures: Mapping[str, Amount], plain: Plain, lang: str
) -> dict[str, Any]:
    form = FORMS[chart.form]
    amount = figures[row.figure]
    spoken = wording.phrase(amount, lang)
    alone = amount.qualifier == "exactly" and not _keeps_unit(amount.unit, lang)
    printed = wording.number(amount, lang) if alone else spoken
    record: dict[str, Any] = {"value": float(amount.shown), "spoken": spoken, "printed": printed}
    for role, text in zip(form.rows, (row.label, row.series), strict=False):
        if text is not None:
            record[role] = plain(text[lang])
        if form.roles[role] == "time":
            record[f"{role}_at"] = years(edition.figures[row.figure].period or "")
    return record


def _from_table(
    chart: Chart, table: Table, edition: Edition, lang: str
) -> Iterator[dict[str, Any]]:
    roles = FORMS[chart.form].roles
    columns = {role: _column(table, name) for role, name in chart.columns.items()}
    for number in range(len(table.typed)):
        record: dict[str, Any] = {}
        for role, column in columns.items():
            typed = str(table.typed[column.name].iloc[number])
            unit = edition.units[column.unit] if column.unit else None
            record |= _cell(role, roles[role], typed, column, unit, chart, lang)
        yield record


def _column(table: Table, name: str) -> Column:
    column = table.column(name)
    assert column is not None  # fit.check has seen to it
    return column


def _cell(
    role: str, kind: Kind, typed: str, column: Column, unit: Unit | None, chart: Chart, lang: str
) -> dict[str, Any]:
    if kind == "number":
        text = wording.cell_text(typed, unit, lang)
        if unit is not None and _keeps_unit(unit, lang):
            text = wording.quantity(amounts.given(Decimal(typed), unit), lang)
        return {"value": float(typed), "spoken": text, "printed": text}
    if kind == "time":
        return {role: wording.period(typed, lang), f"{role}_at": years(typed)}
    if role == "series" and typed in chart.series:
        return {role: chart.series[typed][lang]}
    if typed in column.labels:
        return {role: column.labels[typed][lang]}
    return {role: wording.period(typed, lang) if column.type == "period" else typed}


def _keeps_unit(unit: Unit | None, lang: str) -> bool:
    """Whether a drawing repeats the unit at each number: signs, and millions or billions."""
    return unit is not None and (" " not in unit.print[lang] or unit.scale >= _LARGE)


def years(period: str) -> float:
    """When a period begins, in years: ``2024-07`` is 2024.5.

    >>> years("2024"), years("2024-07"), years("2021-01/2025-05")
    (2024.0, 2024.5, 2021.0)
    """
    year, month, day = _parts(period.split("/")[0])
    return year + (month - 1) / 12 + (day - 1) / 366


def _parts(moment: str) -> Sequence[int]:
    typed = [] if moment in {"", NOT_STATED} else [int(part) for part in moment.split("-")]
    return [*typed, *[0, 1, 1][len(typed) :]]
