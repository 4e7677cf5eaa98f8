"""A chart that is a list: what was announced, what has become of it, when and by whose report."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from braindrain_site import wording
from braindrain_site.model.chart import Chart
from braindrain_site.model.tables import Column, Table
from braindrain_site.texts.binding import Binding


@dataclass(frozen=True)
class Promise:
    """One entry. Its *status* is the *step*-th of *steps* on the way to its end."""

    what: Markup
    status: Markup
    step: int
    steps: int
    result: Markup
    when: str
    day: str
    """The same for machines; empty where it is a span of time."""
    source: str
    url: str | None


def promises(chart: Chart, binding: Binding) -> Iterator[Promise]:
    """The rows of the table of *chart*, with figures as links to their receipts.

    What a status can be, and in which order, say the labels of its column.
    """
    table = binding.edition.tables[chart.table or ""]
    states = [*_column(table, chart.columns["status"]).labels]
    for number in range(len(table.typed)):
        typed = {role: str(table.typed[name].iloc[number]) for role, name in chart.columns.items()}
        what, status, result = (
            binding.html(_words(table, chart.columns[role], typed[role], binding.lang))
            for role in ("what", "status", "result")
        )
        source = binding.edition.sources[_source(table, number)]
        yield Promise(
            what=what,
            status=status,
            step=states.index(typed["status"]) + 1 if typed["status"] in states else 0,
            steps=len(states),
            result=result,
            when=wording.period(typed["when"], binding.lang),
            day="" if "/" in typed["when"] else typed["when"],
            source=source.publisher[binding.lang],
            url=source.url,
        )


def _column(table: Table, name: str) -> Column:
    column = table.column(name)
    assert column is not None  # chart_entries has seen to it
    return column


def _words(table: Table, name: str, typed: str, lang: str) -> str:
    labels = _column(table, name).labels
    return labels[typed][lang] if typed in labels else typed


def _source(table: Table, number: int) -> str:
    """The document of a row, or that of the whole table."""
    if table.column("source"):
        return str(table.typed["source"].iloc[number])
    return table.about.source
