"""Do the marks of a chart go together? One value for one place, and as many as the form holds."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain, islice
from typing import NamedTuple

from braindrain_site.charts import MOST_LADDERS, MOST_LINES, Form
from braindrain_site.charts.records import shown
from braindrain_site.charts.times import years
from braindrain_site.model.chart import Chart
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Place, Problem
from braindrain_site.model.tables import Table

_FILE = "charts.yaml"
_PAIR = 2


class _Mark(NamedTuple):
    """A mark: role → what readers see, where it stands, role → where it was typed, and whether its
    value is known."""

    said: Mapping[str, str]
    spot: tuple[object, ...]
    typed: Mapping[str, Place]
    known: bool


class _Plot(NamedTuple):
    """The marks of a chart in one language, and where its entry was typed."""

    key: str
    form: str
    marks: list[_Mark]
    entry: Callable[..., Place]


def check(edition: Edition, key: str, chart: Chart, form: Form) -> Iterator[Problem]:
    """The first thing in the marks of chart *key* that keeps them from being drawn together."""
    for lang in edition.site.languages:
        make = _from_rows if chart.table is None else _from_table
        plot = _Plot(
            key,
            chart.form,
            make(edition, key, chart, form, lang),
            lambda *path: edition.place(_FILE, key, *path),
        )
        shape = _SHAPES.get(chart.form, _nothing)
        found = [*islice(chain(_doubled(plot, chart, form), _lines(plot, form), shape(plot)), 1)]
        if found:
            yield from found
            return


def _from_table(edition: Edition, key: str, chart: Chart, form: Form, lang: str) -> list[_Mark]:
    table: Table = edition.tables[chart.table or ""]
    columns = chart.columns
    said: dict[str, list[str]] = {}
    spots: dict[str, list[object]] = {}
    for role in (role for role in form.places if role in columns):
        column = table.column(columns[role])
        assert column is not None  # chart_entries has seen to it
        cells = [str(cell) for cell in table.typed[column.name]]
        said[role] = [shown(role, cell, column, chart, lang) for cell in cells]
        timed = form.roles[role] == "time"
        spots[role] = [years(cell) for cell in cells] if timed else [*said[role]]
    values = table.typed[columns["value"]] if "value" in columns else [True] * len(table.typed)
    return [
        _Mark(
            {role: words[number] for role, words in said.items()},
            tuple(spot[number] for spot in spots.values()),
            {role: table.places[number, name] for role, name in columns.items()},
            bool(value),
        )
        for number, value in enumerate(values)
    ]


def _from_rows(edition: Edition, key: str, chart: Chart, form: Form, lang: str) -> list[_Mark]:
    marks = []
    for number, row in enumerate(chart.rows):
        said: dict[str, str] = {}
        spot: dict[str, object] = {}
        typed: dict[str, Place] = {}
        for role, name in zip(form.rows, ("label", "series"), strict=False):
            text = row.label if name == "label" else row.series
            if text is not None:
                said[role] = spot[role] = text[lang]
                typed[role] = edition.place(_FILE, key, "rows", str(number), name)
                if form.roles[role] == "time":
                    spot[role] = years(edition.figures[row.figure].period or "")
        marks.append(_Mark(said, tuple(spot.values()), typed, known=True))
    return marks


def _doubled(plot: _Plot, chart: Chart, form: Form) -> Iterator[Problem]:
    """Two marks at one place: a row typed twice, or a column that nobody named."""
    first: dict[tuple[object, ...], _Mark] = {}
    again: list[tuple[_Mark, _Mark]] = []
    for mark in plot.marks:
        before = first.setdefault(mark.spot, mark)
        if before is not mark:
            again.append((before, mark))
    if not again:
        return
    before, mark = again[0]
    role = next(role for role in form.places if role in mark.said)
    name, line = ", ".join(mark.said.values()), before.typed[role].line
    what = "value" if "value" in form.roles else "entry"
    unused = [role for role in form.optional if role not in mark.said]
    if unused and len({before.spot for before, _ in again}) > 1 and chart.table is not None:
        lines = f"lines {line} and {mark.typed[role].line} of {chart.table}.csv"
        sentence = f'Several places have more than one value, such as "{name}" in {lines}.'
        hint = f'Name the column that tells them apart as "{unused[0]}".'
        yield Problem(plot.entry("columns"), sentence, hint)
        return
    hint = "Delete one of the two."
    if unused:
        hint = (
            f'If both are right, name the column that tells them apart as "{unused[0]}"; '
            "if one was typed twice, delete it."
        )
    if before.said != mark.said:
        hint = f'There it is called "{", ".join(before.said.values())}"; both begin at one time.'
    sentence = f'The chart "{plot.key}" has a second {what} for "{name}" here; line {line} has one.'
    yield Problem(mark.typed[role], sentence, hint)


def _lines(plot: _Plot, form: Form) -> Iterator[Problem]:
    """No more lines than can be named, and of each a value that is known."""
    if not form.lines:
        return
    names = dict.fromkeys(mark.said.get(form.lines, "") for mark in plot.marks)
    if len(names) > MOST_LINES:
        sentence = (
            f'The form "{plot.form}" has {MOST_LINES} lines at most, and here are {len(names)}.'
        )
        yield Problem(plot.entry("form"), sentence, "Make a table of those to be drawn.")
    known = {mark.said.get(form.lines, "") for mark in plot.marks if mark.known}
    for mark in plot.marks:
        name = mark.said.get(form.lines, "")
        if name not in known:
            sentence = f'No value of "{name}" is known.' if name else "No value is known."
            yield Problem(mark.typed["value"], sentence, "Leave these rows out.")


def _in_squares(plot: _Plot) -> Iterator[Problem]:
    """One amount goes into one other."""
    if len(plot.marks) != _PAIR:
        sentence = (
            "Squares show how often one amount goes into another,"
            f" and here {_are(len(plot.marks))}."
        )
        yield Problem(plot.entry("form"), sentence, 'Draw them as "bar", or two of them.')


def _in_ladders(plot: _Plot) -> Iterator[Problem]:
    """No more than stand side by side on a telephone, and no fewer than can be joined."""
    ladders = _by(plot, "series")
    if not _PAIR <= len(ladders) <= MOST_LADDERS:
        sentence = (
            f"Two to {MOST_LADDERS} ladders stand side by side, and here {_are(len(ladders))}."
        )
        yield Problem(plot.entry("form"), sentence, 'Draw one alone as "bar".')


def _are(count: int) -> str:
    return "is one" if count == 1 else f"are {count}"


def _by(plot: _Plot, role: str) -> dict[str, list[_Mark]]:
    """The marks that share what they say in *role*, in the order of the first."""
    groups: dict[str, list[_Mark]] = {}
    for mark in plot.marks:
        groups.setdefault(mark.said[role], []).append(mark)
    return groups


def _nothing(_: _Plot) -> Iterator[Problem]:
    return iter(())


_SHAPES = {"squares": _in_squares, "ladders": _in_ladders}
"""What a form's marks must add up to."""
