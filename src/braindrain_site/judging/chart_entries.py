"""Is each chart declared well? Its form, its columns and the names it points at are known."""

from collections.abc import Iterator, Mapping

from braindrain_site.charts import FORMS, Form, Kind, plots
from braindrain_site.judging import chart_shapes, chart_values
from braindrain_site.judging.draft import Draft
from braindrain_site.model.amounts import Amount
from braindrain_site.model.chart import Chart
from braindrain_site.model.edition import Edition
from braindrain_site.model.memory import recall
from braindrain_site.model.problems import Place, Problem, listed, nearest
from braindrain_site.model.tables import Table
from braindrain_site.texts import switches

_FILE = "charts.yaml"
_HOLDS: dict[Kind, tuple[str, frozenset[str]]] = {
    "number": ("numbers", frozenset({"integer", "number"})),
    "time": ("years, days or periods", frozenset({"year", "day", "period"})),
    "any": ("text", frozenset({"string", "integer", "number", "year", "day", "period"})),
}


def check(draft: Draft) -> list[Problem]:
    """What keeps a chart from being drawn, each at its place in ``charts.yaml``."""
    edition = draft.edition
    placed = tuple(place for lang in edition.story for place in switches.everywhere(edition, lang))

    def problems() -> list[Problem]:
        return [
            problem
            for key, chart in edition.charts.items()
            for problem in _problems(edition, key, chart, draft.figures)
        ]

    return recall(edition, ("chart entries", placed), problems)


def _problems(
    edition: Edition, key: str, chart: Chart, figures: Mapping[str, Amount]
) -> Iterator[Problem]:
    form = FORMS.get(chart.form)
    if form is None:
        place = edition.place(_FILE, key, "form")
        hint = nearest(chart.form, FORMS, f"The forms are {listed(FORMS)}.")
        yield Problem(place, f'There is no form "{chart.form}".', hint)
        return
    found = [*(_in_rows if chart.rows else _in_table)(edition, key, chart, form)]
    if not found:
        found += _in_pointers(edition, key, chart)
        found += _in_order(edition, key, chart, form)
        found += _in_sides(edition, key, chart, form)
        found += _in_switch(edition, key, chart)
        values = [*chart_values.check(edition, key, chart, form, figures)]
        found += values or chart_shapes.check(edition, key, chart, form)
    yield from found


def _in_rows(edition: Edition, key: str, chart: Chart, form: Form) -> Iterator[Problem]:
    """Rows must name figures, and carry a series where the form needs one."""
    if not form.rows:
        yield Problem(
            edition.place(_FILE, key, "rows"),
            f'The form "{chart.form}" cannot be drawn from rows of figures.',
            f"Give it a table with columns for {' and '.join(form.needed)}.",
        )
        return
    second = form.rows[1] if len(form.rows) > 1 else None
    some = any(row.series for row in chart.rows)
    for number, row in enumerate(chart.rows):
        path = (_FILE, key, "rows", str(number))
        if row.figure not in edition.figures:
            place = edition.place(*path, "figure")
            hint = nearest(row.figure, edition.figures)
            yield Problem(place, f'There is no figure "{row.figure}".', hint)
        if row.series is None and second in form.needed:
            hint = f'It is the "{second}" of this mark.'
            sentence = f'A row of the form "{chart.form}" needs "series".'
            yield Problem(edition.place(*path), sentence, hint)
        if row.series is None and some and second in form.optional:
            hint = "Give it one, or take theirs away."
            yield Problem(
                edition.place(*path), 'Other rows have a "series", and this has none.', hint
            )
        if row.series is not None and second is None:
            sentence = f'A row of the form "{chart.form}" has no use for "series".'
            yield Problem(edition.place(*path, "series"), sentence)
    for name in chart.series:
        place = edition.place(_FILE, key, "series", name)
        yield Problem(place, "Rows have their series words of their own.", "Delete this line.")


def _in_table(edition: Edition, key: str, chart: Chart, form: Form) -> Iterator[Problem]:
    """The table must exist and have, for each role, a column of the right kind."""
    table = edition.tables.get(chart.table or "")
    if table is None:
        place = edition.place(_FILE, key, "table")
        hint = nearest(chart.table or "", edition.tables)
        yield Problem(place, f'There is no table "{chart.table}".', hint)
        return
    for role in form.needed:
        if role not in chart.columns:
            path = ("columns",) if chart.columns else ()
            sentence = f'The form "{chart.form}" needs a column for "{role}".'
            yield Problem(edition.place(_FILE, key, *path), sentence)
    for role, name in chart.columns.items():
        place = edition.place(_FILE, key, "columns", role)
        yield from _in_column(role, name, table, form, chart, place)
    yield from _in_series(edition, key, chart, table)


def _in_column(
    role: str, name: str, table: Table, form: Form, chart: Chart, place: Place
) -> Iterator[Problem]:
    if role not in form.roles:
        hint = nearest(role, form.roles, f"It has {listed(form.roles)}.")
        yield Problem(place, f'The form "{chart.form}" has no role "{role}".', hint)
        return
    column = table.column(name)
    if column is None:
        known = [column.name for column in table.about.fields]
        hint = nearest(name, known, f"It has {listed(known)}.")
        yield Problem(place, f'The table "{table.name}" has no column "{name}".', hint)
        return
    wanted, types = _HOLDS[form.roles[role]]
    if column.type not in types:
        sentence = f'"{role}" needs {wanted}, but the column "{name}" holds the type {column.type}.'
        counts = "number" in types and column.type == "year"
        hint = "Years that are to be counted need type: integer and a unit." if counts else ""
        if "year" in types and column.type == "integer":
            hint = f"If these are years, write type: year for them in tables/{table.name}.yaml."
        yield Problem(place, sentence, hint)


def _in_series(edition: Edition, key: str, chart: Chart, table: Table) -> Iterator[Problem]:
    column = table.column(chart.columns.get("series", ""))
    known = list(table.typed[column.name].unique()) if column else []
    for name in chart.series:
        if name not in known:
            place = edition.place(_FILE, key, "series", name)
            hint = nearest(name, known, f"There is {listed(known)}." if known else "")
            yield Problem(place, f'No row of this chart has the series "{name}".', hint)


def _in_pointers(edition: Edition, key: str, chart: Chart) -> Iterator[Problem]:
    """What is set apart or annotated must be in the chart."""
    known = sorted(set().union(*plots.names(chart, edition)))
    pointed = [
        *((name, ("subject", str(number))) for number, name in enumerate(chart.subject)),
        *((name, ("highlight", str(number))) for number, name in enumerate(chart.highlight)),
        *((note.at, ("annotations", str(n), "at")) for n, note in enumerate(chart.annotations)),
    ]
    for name, path in pointed:
        if name not in known:
            hint = nearest(name, known, f"There is {listed(known[:8])}.")
            yield Problem(edition.place(_FILE, key, *path), f'This chart has no "{name}".', hint)


def _in_order(edition: Edition, key: str, chart: Chart, form: Form) -> Iterator[Problem]:
    """What stands in time has an order already, and a crowd comes before those among it."""
    if chart.order == "as_given":
        return
    place = edition.place(_FILE, key, "order")
    if form.timed:
        sentence = f'The form "{chart.form}" goes by time, and has no other order.'
        yield Problem(place, sentence, "Delete this line.")
    elif chart.form == "crowd":
        sentence = "A crowd stands first and those among it after it, in the order of the data."
        yield Problem(place, sentence, "Delete this line.")


def _in_sides(edition: Edition, key: str, chart: Chart, form: Form) -> Iterator[Problem]:
    """Some forms show nothing that has two sides."""
    if chart.sides and not form.sided:
        place = edition.place(_FILE, key, "sides")
        yield Problem(place, f'The form "{chart.form}" does not name the sides of zero.')


def _in_switch(edition: Edition, key: str, chart: Chart) -> Iterator[Problem]:
    """The views of a switch stand next to one another; a view alone is nothing to choose from.

    The first view says what the switch chooses.
    """
    if chart.choice is None:
        if chart.switch:
            place = edition.place(_FILE, key, "switch")
            yield Problem(place, 'Only a chart with a "choice" stands on a switch.')
        return
    for lang in edition.story:
        views = switches.views(key, edition, lang)
        if chart.switch and views and views[0] != key:
            place = edition.place(_FILE, key, "switch")
            sentence = "Only the first view of a switch says what it chooses."
            yield Problem(place, sentence, f'Move this line to "{views[0]}".')
        if not {*views} - {key}:
            yield Problem(
                edition.place(_FILE, key, "choice"),
                f'Beside "{key}" the story in "{lang}" has no other view to switch to.',
                "Place a chart with a choice directly before or after it, or drop the choice.",
            )
