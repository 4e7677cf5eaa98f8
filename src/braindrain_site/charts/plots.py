"""A chart's entry and its data → the one shape of table that every form draws.

The columns are named after the form's roles.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from math import isnan
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from braindrain_site.charts import FORMS
from braindrain_site.charts.records import Plain, column_of, make_records, say
from braindrain_site.charts.style import Stress
from braindrain_site.model.amounts import Amount
from braindrain_site.model.chart import Chart
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Unit
from braindrain_site.model.fields import Text
from braindrain_site.texts import switches

if TYPE_CHECKING:
    import pandas as pd


class Entry(Protocol):
    """One row of a frame; of the roles, it has those that its form has."""

    Index: int
    value: float
    open: bool
    doubtful: bool
    printed: str
    spoken: str
    unit: str
    marked: Stress
    note: str
    said: str
    label: str
    series: str
    x: str
    x_at: float
    when: str
    when_at: float
    when_to: float
    what: str


class Gap(NamedTuple):
    """A time for which a line has no value, and that in words."""

    series: str
    x: str
    x_at: float
    printed: str
    note: str
    said: str


class Beside(NamedTuple):
    """A mark of another view on the same switch: what it takes of the width, and of the scale."""

    name: str
    value: float
    printed: str
    open: bool


def entries(frame: "pd.DataFrame") -> list[Entry]:
    """The rows of *frame*, in order."""
    return cast("list[Entry]", list(frame.itertuples()))


def names(chart: Chart, edition: Edition) -> list[set[str]]:
    """By what names each mark of *chart* can be highlighted and annotated.

    For rows: the key of the figure. For a table: the words typed in its columns and its key.
    """
    if chart.table is None:
        return [{row.figure} for row in chart.rows]
    table = edition.tables[chart.table]
    wanted = {*table.about.primaryKey, *chart.columns.values()}
    columns = [column.name for column in table.about.fields
               if column.name in wanted and column.type not in {"integer", "number"}]  # fmt: skip
    return [set(row) for row in table.typed[columns].itertuples(index=False, name=None)]


def make_frame(
    chart: Chart, edition: Edition, figures: Mapping[str, Amount], plain: Plain, lang: str
) -> "pd.DataFrame":
    """The table that the form of *chart* draws, one row for each mark.

    Beside a column for each role: ``value`` (a float in the unit as typed), ``open`` (whether it
    may be more, as in *over 114,000*), ``doubtful``, ``spoken`` (the value with unit and
    qualifier), ``printed`` (the same, without a unit that the subtitle has said), ``marked``,
    ``note``, ``said`` (the mark in words); and for a role that holds times, ``ROLE_at`` and
    ``ROLE_to``, its begin and end in years. ``attrs["series"]`` lists the series in order,
    ``attrs["sides"]`` what lies below and above zero, ``attrs["beside"]`` all marks of the views
    of its switch in the same unit, ``attrs["gaps"]`` the times for which a line has no value,
    ``attrs["cut"]`` and ``attrs["broken"]`` how a line says so, ``attrs["published"]`` what
    brackets of readings stand for, ``attrs["fields"]`` the name of the column behind each role.
    """
    records = make_records(chart, edition, figures, plain, lang)
    notes = {annotation.at: plain(annotation.text[lang]) for annotation in chart.annotations}
    one = len({record.get("label") for record in records}) == 1
    for record, known in zip(records, names(chart, edition), strict=True):
        record["marked"] = _stress(chart, known)
        record["note"] = " ".join(notes[name] for name in sorted(known & notes.keys()))
        whole = {"label": ""} if one and "series" in record else {}
        record["said"] = say(record | whole, chart.form)
    import pandas as pd

    frame = pd.DataFrame([record for record in records if not _missing(record)])
    if chart.order != "as_given":
        down = chart.order == "descending"
        frame = frame.sort_values("value", ascending=not down, kind="stable", ignore_index=True)
    said = [words[lang] for words in chart.series.values()]
    frame.attrs["series"] = list(dict.fromkeys([*said, *frame.get("series", [])]))
    frame.attrs["sides"] = [plain(text[lang]) for text in _sides(chart)]
    frame.attrs["beside"] = list(_beside(chart, edition, figures, plain, lang))
    frame.attrs["gaps"] = [*_gaps(records)]
    frame.attrs |= {name: edition.words[f"line_{name}"][lang] for name in ("cut", "broken")}
    frame.attrs["published"] = edition.words["readings_published"][lang]
    frame.attrs["fields"] = _fields(chart)
    return frame


def _fields(chart: Chart) -> Mapping[str, str]:
    """Each role of *chart* with the name of the column that plays it, or its own in rows."""
    if chart.table is not None:
        return dict(chart.columns)
    second = any(row.series for row in chart.rows)
    roles = zip(FORMS[chart.form].rows, ("label", "series")[: 1 + second], strict=False)
    return {**dict(roles), "value": "value"}


def _missing(record: Mapping[str, Any]) -> bool:
    return isnan(record.get("value", 0))


def _gaps(records: Sequence[Mapping[str, Any]]) -> Iterator[Gap]:
    for each in filter(_missing, records):
        yield Gap(**{name: each.get(name, "") for name in Gap._fields})


def _beside(
    chart: Chart, edition: Edition, figures: Mapping[str, Amount], plain: Plain, lang: str
) -> Iterator[Beside]:
    """The marks of all views on the switch of *chart* that have its form and its unit.

    On one scale that has room for the words of each, what two views have in common does not change
    when the reader switches.
    """
    key = next(key for key, other in edition.charts.items() if other is chart)
    views = [edition.charts[view] for view in switches.views(key, edition, lang)]
    unit = next(_units(chart, edition, figures), None)
    for view in (view for view in views if view.form == chart.form):
        marks = make_records(view, edition, figures, plain, lang)
        for mark, other in zip(marks, _units(view, edition, figures), strict=False):
            if other == unit:
                name = mark.get("series") or mark.get("label", "")
                yield Beside(name, mark["value"], mark["printed"], mark["open"])


def _units(chart: Chart, edition: Edition, figures: Mapping[str, Amount]) -> Iterator[Unit | None]:
    """The unit of each mark of *chart*; none for a form that shows no values."""
    if chart.rows:
        yield from (figures[row.figure].unit for row in chart.rows)
    elif name := chart.columns.get("value"):
        table = edition.tables[chart.table or ""]
        unit = column_of(table, name).unit
        yield from repeat(edition.units[unit] if unit else None, len(table.typed))


def _stress(chart: Chart, known: set[str]) -> Stress:
    if not known.isdisjoint(chart.subject):
        return "subject"
    return "" if known.isdisjoint(chart.highlight) else "ink"


def _sides(chart: Chart) -> Sequence[Text]:
    return (chart.sides.below, chart.sides.above) if chart.sides else ()
