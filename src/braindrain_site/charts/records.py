"""The marks of a chart as records: what each is called, its value, and how that is written.

All words and numbers in them are ready to print; nothing is formatted by the drawing library.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from math import nan
from typing import Any

from braindrain_site import wording
from braindrain_site.charts import FORMS, Kind
from braindrain_site.charts.times import until, years
from braindrain_site.figures import grades
from braindrain_site.model import amounts
from braindrain_site.model.amounts import Amount
from braindrain_site.model.chart import Chart, Row
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Unit
from braindrain_site.model.tables import Column, Table

Plain = Callable[[str], str]
"""Turns an editor's text with bound figures into words."""

_LARGE = 1000
"""Numbers in units of a thousand or more (billions of dollars) always say so."""


def make_records(
    chart: Chart, edition: Edition, figures: Mapping[str, Amount], plain: Plain, lang: str
) -> list[dict[str, Any]]:
    """Every mark of *chart*, in the order of its data."""
    if chart.rows:
        return [_from_row(chart, row, edition, figures, plain, lang) for row in chart.rows]
    return [*_from_table(chart, edition.tables[chart.table or ""], edition, lang)]


def say(record: Mapping[str, Any], form: str) -> str:
    """One mark in words, for who points at it or moves through the chart: *Lake school: 17.27*.

    A series is a sentence of its own, because an editor may begin it with a capital: what a dot
    is follows its value, what a bar or a pair is part of goes before.
    """
    what = record.get("what") or record.get("spoken", "")
    series, time = record.get("series", ""), record.get("x") or record.get("when", "")
    if form == "dots" and series:
        text = f"{record['label']}: {what}. {series}"
    else:
        named = ". ".join(filter(None, [record.get("label", ""), series]))
        text = f"{', '.join(filter(None, [named, time]))}: {what}"
    return f"{text} ({record['note']})" if record.get("note") else text


def _from_row(
    chart: Chart, row: Row, edition: Edition, figures: Mapping[str, Amount], plain: Plain, lang: str
) -> dict[str, Any]:
    form = FORMS[chart.form]
    amount = figures[row.figure]
    spoken = wording.phrase(amount, lang)
    plain_count = amount.qualifier == "exactly" and amount.unit is not None
    printed = _brief(spoken, amount.unit, lang) if plain_count and amount.unit else spoken
    doubtful = grades.doubtful(row.figure, edition)
    grade = edition.words[f"grade_{grades.evidence(row.figure, edition)}"][lang]
    record: dict[str, Any] = {
        "value": float(amount.shown), "open": amount.qualifier == "over", "doubtful": doubtful,
        "spoken": spoken + f" ({grade})" * doubtful,
        "printed": printed + grades.DOUBTFUL * doubtful,
        "unit": edition.figures[row.figure].unit,
    }  # fmt: skip
    for role, text in zip(form.rows, (row.label, row.series), strict=False):
        if text is not None:
            record[role] = plain(text[lang])
        if form.roles[role] == "time":
            period = edition.figures[row.figure].period or ""
            record |= {f"{role}_at": years(period), f"{role}_to": until(period)}
    return record


def _from_table(
    chart: Chart, table: Table, edition: Edition, lang: str
) -> Iterator[dict[str, Any]]:
    roles = FORMS[chart.form].roles
    columns = {role: column_of(table, name) for role, name in chart.columns.items()}
    for number in range(len(table.typed)):
        record: dict[str, Any] = {}
        for role, column in columns.items():
            typed = str(table.typed[column.name].iloc[number])
            record |= _cell(role, roles[role], typed, column, chart, edition, lang)
        yield record


def column_of(table: Table, name: str) -> Column:
    """The column called *name*, which the gates have seen to be there."""
    column = table.column(name)
    assert column is not None
    return column


def _cell(
    role: str, kind: Kind, typed: str, column: Column, chart: Chart, edition: Edition, lang: str
) -> dict[str, Any]:
    unit, none = edition.units[column.unit] if column.unit else None, edition.words["no_data"][lang]
    if kind == "number" and not typed:
        return {"value": nan, "open": False, "doubtful": False, "spoken": none, "printed": none}
    if kind == "number":
        text = printed = wording.cell_text(typed, unit, lang)
        if unit is not None and not unit.ordinal:
            text = wording.quantity(amounts.given(Decimal(typed), unit), lang)
            printed = _brief(text, unit, lang)
        return {
            "value": float(typed), "open": False, "doubtful": False,
            "spoken": text, "printed": printed, "unit": column.unit or "",
        }  # fmt: skip
    if kind == "time":
        at = {f"{role}_at": years(typed), f"{role}_to": until(typed)}
        return {role: wording.period(typed, lang)} | at
    return {role: shown(role, typed, column, chart, lang)}


def shown(role: str, typed: str, column: Column, chart: Chart, lang: str) -> str:
    """What readers see of the cell *typed* in *column*, which plays *role*."""
    if role == "series" and typed in chart.series:
        return chart.series[typed][lang]
    if typed in column.labels:
        return column.labels[typed][lang]
    return wording.period(typed, lang) if column.type == "period" else typed


def _brief(text: str, unit: Unit, lang: str) -> str:
    """A quantity without the words that the subtitle has said.

    Signs and counters stay (``1.98% of members`` is *1.98%*), and so do millions and billions.
    """
    if unit.scale >= _LARGE:
        return text
    for pattern in filter(None, (unit.print, unit.singular)):
        before, _, after = pattern[lang].partition("{}")
        words_before, words_after = before.rpartition(" ")[0], after.partition(" ")[2]
        text = text.removeprefix(words_before).removesuffix(words_after).strip()
    return text
