"""Can a form draw these values? What a well declared chart may still get wrong in its data."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from math import isinf, isnan, nan

from braindrain_site.charts import MOST_DOTS, MOST_LETTERS, MOST_PLACES, Form
from braindrain_site.model import amounts
from braindrain_site.model.amounts import Amount
from braindrain_site.model.chart import Chart
from braindrain_site.model.date_mistakes import NOT_STATED, UNDATED
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Unit
from braindrain_site.model.problems import Place, Problem

_FILE = "charts.yaml"


def check(
    edition: Edition, key: str, chart: Chart, form: Form, figures: Mapping[str, Amount]
) -> Iterator[Problem]:
    """What keeps the values of chart *key* from being drawn, each where the value was typed."""
    if too_much := _too_much(edition, chart, form):
        yield Problem(edition.place(_FILE, key, "form"), *too_much)
        return
    if chart.table is not None:
        yield from _empty(edition, chart, form)
    else:
        yield from _unlike(edition, key, chart, figures)
    if "value" in form.roles:
        values = [*_values(edition, key, chart, figures)]
        endless = [place for value, place in values if isinf(value)]
        yield from (Problem(place, "This number is too large to be drawn.") for place in endless)
        if not endless:
            yield from _in_places(chart, values)
        if form.sizes and not endless:
            yield from _in_sizes(edition, key, chart, values)
    for role in (role for role, kind in form.roles.items() if kind == "time"):
        yield from _in_times(edition, key, chart, role)


def _too_much(edition: Edition, chart: Chart, form: Form) -> tuple[str, str] | None:
    """A sentence and its hint where there are more marks or words than can be drawn."""
    marks = len(chart.rows or edition.tables[chart.table or ""].typed)
    if marks > form.most:
        sentence = f'The form "{chart.form}" has {form.most} marks at most, and here are {marks:,}.'
        return sentence, "Make a table of those to be drawn."
    roles = form.rows if chart.rows else form.roles
    letters = sum(len(said) for role in roles for said in _words(edition, chart, form, role))
    if letters > MOST_LETTERS:
        sentence = f"The marks of a chart say {MOST_LETTERS:,} letters at most, here {letters:,}."
        return sentence, "Find shorter words."
    return None


def _empty(edition: Edition, chart: Chart, form: Form) -> Iterator[Problem]:
    """Cells that say nothing, where the form does not show that; one problem for each column."""
    table = edition.tables[chart.table or ""]
    for role, name in chart.columns.items():
        empty = [number for number, cell in enumerate(table.typed[name]) if not cell]
        if empty and not (role == "value" and form.gaps):
            also = f", as in {len(empty) - 1:,} more rows" if len(empty) > 1 else ""
            sentence = f'The form "{chart.form}" needs a "{role}" in every row; here is none{also}.'
            hint = "Fill it in, or draw a table without such rows."
            yield Problem(table.places[empty[0], name], sentence, hint)


def _unlike(
    edition: Edition, key: str, chart: Chart, figures: Mapping[str, Amount]
) -> Iterator[Problem]:
    """Dollars and won, or dollars and thousands of dollars, on one scale.

    The first is told that is unlike the first mark. People and books can both be counted.
    """
    known = [(n, row.figure) for n, row in enumerate(chart.rows) if row.figure in figures]
    for number, name in known:
        one, other = edition.figures[known[0][1]].unit, edition.figures[name].unit
        if _kind(edition.units[one]) != _kind(edition.units[other]):
            place = edition.place(_FILE, key, "rows", str(number), "figure")
            sentence = f'This is in "{other}", and the marks before it are in "{one}".'
            yield Problem(place, sentence, "What is drawn on one scale has one unit.")
            return


def _kind(unit: Unit) -> tuple[Decimal, str]:
    """What two units must share to be drawn on one scale: their size, and the money if any."""
    money = amounts.is_money(amounts.dimension(unit.dimension))
    return unit.scale, unit.dimension if money else ""


def _in_places(chart: Chart, values: list[tuple[float, Place]]) -> Iterator[Problem]:
    """Who stands on a ladder has a place: the first, the second and so on, of so many."""
    known = [each for each in values if not isnan(each[0])]
    for value, place in known if chart.form == "ladders" else ():
        if value != int(value) or not 1 <= value <= MOST_PLACES:
            sentence = f"A ladder has whole places from 1 to {MOST_PLACES:,}."
            yield Problem(place, sentence, "Give the rank, not the value that it comes from.")
            return


def _in_sizes(
    edition: Edition, key: str, chart: Chart, values: list[tuple[float, Place]]
) -> Iterator[Problem]:
    """Sizes are never below zero, and people come whole, in no larger number than can be seen."""
    for value, place in (known for known in values if not isnan(known[0])):
        if value < 0:
            yield Problem(place, f'The form "{chart.form}" cannot show a number below zero.')
        elif chart.form == "crowd" and value != int(value):
            yield Problem(place, "Each is a dot, so this needs a whole number.")
            return
    if values and not any(value for value, _ in values):
        place = edition.place(_FILE, key, "form")
        yield Problem(place, f'All is zero, and the form "{chart.form}" has nothing to draw.')
    elif chart.form == "crowd" and values:
        yield from _in_crowd(edition, key, values)


def _in_crowd(edition: Edition, key: str, values: list[tuple[float, Place]]) -> Iterator[Problem]:
    """The first value is a crowd that has room, the others are among it and leave some of it."""
    (crowd, place), *parts = values
    among = sum(value for value, _ in parts)
    form = edition.place(_FILE, key, "form")
    if crowd > MOST_DOTS:
        sentence = f"A crowd has {MOST_DOTS:,} dots at most, and this is {crowd:,.0f}."
        yield Problem(place, sentence, 'Draw it as "bar".')
    elif not parts:
        hint = "Add the ones that the chart is about, below it."
        yield Problem(form, "A crowd needs a second value: how many of it are meant.", hint)
    elif among >= crowd:
        sentence = (
            f"Of a crowd of {crowd:,.0f} here are {among:,.0f}, which leaves nobody to be among."
        )
        yield Problem(place, sentence, "The first value is the whole crowd, those among it too.")


def _values(
    edition: Edition, key: str, chart: Chart, figures: Mapping[str, Amount]
) -> Iterator[tuple[float, Place]]:
    if chart.table is not None:
        table, name = edition.tables[chart.table], chart.columns["value"]
        for number, typed in enumerate(table.typed[name]):
            yield float(typed or nan), table.places[number, name]
        return
    for number, row in enumerate(chart.rows):
        if row.figure in figures:
            place = edition.place(_FILE, key, "rows", str(number), "figure")
            yield float(figures[row.figure].shown), place


def _in_times(edition: Edition, key: str, chart: Chart, role: str) -> Iterator[Problem]:
    """What stands at a place in time must say when it was."""
    if chart.table is not None:
        table, name = edition.tables[chart.table], chart.columns[role]
        times = [(str(cell), table.places[n, name]) for n, cell in enumerate(table.typed[name])]
    else:
        times = [
            (
                edition.figures[row.figure].period or NOT_STATED,
                edition.place(_FILE, key, "rows", str(number), "figure"),
            )
            for number, row in enumerate(chart.rows)
        ]
    for time, place in times:
        if time in UNDATED:
            yield Problem(place, f"A {chart.form} needs to know when, but the period is {time}.")


def _words(edition: Edition, chart: Chart, form: Form, role: str) -> list[str]:
    """What each mark says in *role*, in the longest of its languages."""
    if chart.table is None:
        texts = [row.label if form.rows[0] == role else row.series or {} for row in chart.rows]
        return [max(text.values(), key=len, default="") for text in texts]
    column = edition.tables[chart.table].column(chart.columns.get(role, ""))
    if column is None:
        return []
    longest = {key: max(text.values(), key=len) for key, text in column.labels.items()}
    cells = map(str, edition.tables[chart.table].typed[column.name])
    return [longest.get(cell, cell) for cell in cells]
