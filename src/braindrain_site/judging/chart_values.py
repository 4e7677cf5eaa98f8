"""Can a form draw these values? What a well declared chart may still get wrong in its data."""

from collections import Counter
from collections.abc import Iterator, Mapping
from math import isfinite

from braindrain_site.charts import Form
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Chart, Edition
from braindrain_site.model.fields import NOT_STATED
from braindrain_site.model.problems import Place, Problem, listed

_FILE = "charts.yaml"
_PAIR = 2
MOST_PEOPLE = 2000
"""Figures of people that a waffle draws; beyond, each is a dot that nobody counts."""

MOST_MARKS = 150
"""Marks of a chart, each with its words; more need a page of their own."""
MOST_LETTERS = 15_000
"""Letters of all that its marks say: each is measured, again and again, to find its place."""


def check(
    edition: Edition, key: str, chart: Chart, form: Form, figures: Mapping[str, Amount]
) -> Iterator[Problem]:
    """What keeps the values of chart *key* from being drawn, each where the value was typed."""
    marks = len(chart.rows or edition.tables[chart.table or ""].typed)
    if marks > MOST_MARKS:
        sentence = f"A chart has {MOST_MARKS} marks at most, and here are {marks:,}."
        hint = "Make a table of those to be drawn."
        yield Problem(edition.place(_FILE, key, "form"), sentence, hint)
        return
    roles = form.rows if chart.rows else form.roles
    letters = sum(len(said) for role in roles for said in _words(edition, chart, form, role))
    if letters > MOST_LETTERS:
        sentence = f"The marks of a chart say {MOST_LETTERS:,} letters at most, here {letters:,}."
        yield Problem(edition.place(_FILE, key, "form"), sentence, "Find shorter words.")
        return
    if "value" in form.roles:
        values = list(_values(edition, key, chart, figures))
        endless = [place for value, place in values if not isfinite(value)]
        yield from (Problem(place, "This number is too large to be drawn.") for place in endless)
        if form.sizes and not endless:
            yield from _in_sizes(edition, key, chart, values)
    for role in (role for role, kind in form.roles.items() if kind == "time"):
        yield from _in_times(edition, key, chart, role)
    if chart.form in {"pairs", "slope", "flow"}:
        sentence = _SHAPES[chart.form](edition, chart, form)
        if sentence:
            yield Problem(edition.place(_FILE, key, "form"), sentence)


def _in_sizes(
    edition: Edition, key: str, chart: Chart, values: list[tuple[float, Place]]
) -> Iterator[Problem]:
    """Sizes are never below zero, and people come whole, in no larger number than can be seen."""
    for value, place in values:
        if value < 0:
            yield Problem(place, f'The form "{chart.form}" cannot show a number below zero.')
        elif chart.form == "waffle" and value != int(value):
            yield Problem(place, "People are drawn whole, so this needs a whole number.")
    if values and not any(value for value, _ in values):
        place = edition.place(_FILE, key, "form")
        yield Problem(place, f'All is zero, and the form "{chart.form}" has nothing to draw.')
    people = sum(value for value, _ in values if value > 0)
    if chart.form == "waffle" and people > MOST_PEOPLE:
        place = edition.place(_FILE, key, "form")
        sentence = f"A waffle draws {MOST_PEOPLE:,} people at most, and here are {people:,.0f}."
        yield Problem(place, sentence, 'Draw them as "bar" or "area".')


def _values(
    edition: Edition, key: str, chart: Chart, figures: Mapping[str, Amount]
) -> Iterator[tuple[float, Place]]:
    if chart.table is not None:
        table, name = edition.tables[chart.table], chart.columns["value"]
        for number, value in enumerate(table.frame[name]):
            yield float(value), table.places[number, name]
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
        if time == NOT_STATED:
            yield Problem(
                place, f"A {chart.form} needs to know when, but the period is not stated."
            )


def _said(edition: Edition, chart: Chart, form: Form, role: str) -> list[str]:
    """What each mark says in *role*, as typed."""
    if chart.table is not None:
        return [str(cell) for cell in edition.tables[chart.table].typed[chart.columns[role]]]
    lang = edition.site.languages[0]
    texts = [row.label if form.rows[0] == role else row.series or {} for row in chart.rows]
    return [text.get(lang, "") for text in texts]


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


def _in_pairs(edition: Edition, chart: Chart, form: Form) -> str:
    for label, count in Counter(_said(edition, chart, form, "label")).items():
        if count != _PAIR:
            return f'Pairs need two values of each thing; "{label}" has {count}.'
    return ""


def _in_slope(edition: Edition, chart: Chart, form: Form) -> str:
    several = len(set(_said(edition, chart, form, "x"))) >= _PAIR
    return "" if several else "A slope needs values of two moments at least; here is one."


def _in_flow(edition: Edition, chart: Chart, form: Form) -> str:
    """Links that nothing follows fall away, again and again; what never does is a circle."""
    starts, ends = (_said(edition, chart, form, role) for role in ("start", "end"))
    links = set(zip(starts, ends, strict=True))
    while links:
        followed = {link for link in links if link[1] in {start for start, _ in links}}
        if followed == links:
            names = listed(sorted({name for link in links for name in link}))
            return f"A flow cannot go in a circle, as here between {names}."
        links = followed
    return ""


_SHAPES = {"pairs": _in_pairs, "slope": _in_slope, "flow": _in_flow}
"""What a form's marks must add up to: a sentence when they do not."""
