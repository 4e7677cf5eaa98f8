"""Does each entry of ``changes.yaml`` name what there is, and say something else than is said now?

The history of a figure is read from the newest entry to the oldest: what one says a figure was is
what it became by the entry before that.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from braindrain_site import wording
from braindrain_site.figures.formulas import Cell
from braindrain_site.figures.values import Figures
from braindrain_site.judging import cells, formerly
from braindrain_site.judging.draft import Draft
from braindrain_site.judging.touched import Named, charts, resting
from braindrain_site.model.amendments import Amendment
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition
from braindrain_site.model.memory import recall
from braindrain_site.model.number_mistakes import number_mistake
from braindrain_site.model.problems import Problem, nearest

FILE = "changes.yaml"
METHOD = "method"
"""What an entry calls the page that says how we know."""
_GONE = 'If there was one, say in "sentences" what readers were told.'
_KEEP = 'What is cited stays in sources.yaml: put it back, or leave "source" out.'
_NUMBERS = {"integer", "number", "year"}


@dataclass(frozen=True)
class Step:
    """What one entry did to a figure: what it was, with its time, and what it became."""

    entry: str
    number: int
    """Its place among the figures of the entry."""
    was: Amount | None
    now: Amount | None
    was_period: str | None
    now_period: str | None
    was_source: str | None = None
    now_source: str | None = None

    @property
    def moved(self) -> bool:
        """Whether its value became another: what is worked out from it did, too."""
        return self.was is not None and self.now is not None and _size(self.was) != _size(self.now)


@dataclass(frozen=True)
class Reach:
    """All that an entry touches: by kind and key, with the charts among it."""

    named: Named
    worked_out: frozenset[str]
    """The figures that it does not list, and that rest on those it does."""
    charts: tuple[str, ...]
    tables: tuple[str, ...]
    chapters: tuple[str, ...]
    """Those it lists."""


def newest_first(edition: Edition) -> list[tuple[str, Amendment]]:
    """The entries by their days; those of one day as they stand in the file."""
    return sorted(edition.changes.items(), key=lambda each: each[1].day, reverse=True)


def names(draft: Draft) -> Iterator[Problem]:
    """A problem at each name in an entry that stands for nothing."""
    edition = draft.edition
    chapters = [each.slug for each in edition.story[edition.site.languages[0]]]
    known = {
        "figure": edition.figures,
        "unit": edition.units,
        "chart": edition.charts,
        "source": edition.sources,
        "chapter": dict.fromkeys([*chapters, METHOD]),
    }
    for key, entry in edition.changes.items():
        for kind, path, name in entry.named():
            if name not in known[kind]:
                place = edition.place(FILE, key, *path)
                gone = _KEEP if kind == "source" else _GONE
                hint = nearest(name, known[kind], gone)
                yield Problem(place, f'There is no {kind} "{name}".', hint)
        for number, cell in enumerate(entry.cells):
            place = edition.place(FILE, key, "cells", str(number), "cell")
            yield from cells.problems(edition, cell.cell, place)


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at each entry that cannot be: of another time, or saying what is said now."""
    edition = draft.edition
    for key, entry in edition.changes.items():
        yield from _of_another_time(edition, key, entry)
        yield from _listed_twice(edition, key, entry)
        yield from _cells(edition, key, entry)
    for figure, steps in history(edition, draft.figures).items():
        for step in steps:
            if _says_the_same(step):
                field = "was" if step.was else "period"
                place = edition.place(FILE, step.entry, "figures", str(step.number), field)
                sentence = f'By this entry "{figure}" was the same before it and after it.'
                hint = f'Write what it was before; leave "{field}" out if only words changed.'
                yield Problem(place, sentence, hint)
            if step.was_source and step.was_source == step.now_source:
                place = edition.place(FILE, step.entry, "figures", str(step.number), "source")
                sentence = f'By this entry "{figure}" had the same source before it and after it.'
                hint = 'Name the source that it was from before, or leave "source" out.'
                yield Problem(place, sentence, hint)


def _of_another_time(edition: Edition, key: str, entry: Amendment) -> Iterator[Problem]:
    site, place = edition.site, edition.place(FILE, key, "day")
    if entry.day > site.updated:
        sentence = f'"day" says {entry.day}, after the day of "updated" ({site.updated}).'
        hint = f"Correct it; or, if that is the day, write updated: {entry.day} in site.yaml."
        yield Problem(place, sentence, hint)
    elif entry.day < site.published:
        sentence = f'"day" says {entry.day}, before anything was published ({site.published}).'
        yield Problem(place, sentence, "Correct it: readers had been told nothing yet.")


def _listed_twice(edition: Edition, key: str, entry: Amendment) -> Iterator[Problem]:
    for field, name in (("figures", "figure"), ("cells", "cell"), ("sentences", "was")):
        seen = set()
        for number, each in enumerate(getattr(entry, field)):
            what = getattr(each, name)
            what = tuple(what.items()) if isinstance(what, Mapping) else what
            if what is not None and what in seen:
                place = edition.place(FILE, key, field, str(number), *([name] * (name != "was")))
                yield Problem(place, "This is listed twice in one entry.", "Keep one of the two.")
            seen.add(what)


def _cells(edition: Edition, key: str, entry: Amendment) -> Iterator[Problem]:
    """What is wrong with what cells are said to have been."""
    for number, each in enumerate(entry.cells):
        if each.was is None:
            continue
        place = edition.place(FILE, key, "cells", str(number), "was")
        cell = cells.named(each.cell)
        column = edition.tables[cell.table].column(cell.column)
        assert column is not None
        if column.type in _NUMBERS and (mistake := number_mistake(each.was)):
            yield Problem(place, f'"was" {mistake[0]}', mistake[1])
        elif each.was == cell_after(edition, key, cell):
            sentence = f'By this entry the cell held "{each.was}" before it and after it.'
            yield Problem(place, sentence, "Write what stood in it before.")


def cell_after(edition: Edition, key: str, cell: Cell) -> str:
    """What stood in *cell* after the entry *key*: what the next newer entry says, or the table."""
    now = cells.typed(edition, cell)
    for other, entry in newest_first(edition):
        if other == key:
            break
        found = [each.was for each in entry.cells if cells.named(each.cell) == cell]
        now = next(filter(None, found), now)
    return now


def _says_the_same(step: Step) -> bool:
    """Whether nothing that is printed became another, though it is said that something did."""
    if step.was is None and step.was_period is None:
        return False
    value = step.was is None or (step.now is not None and _printed(step.was) == _printed(step.now))
    return value and step.was_period in (None, step.now_period)


def _printed(amount: Amount) -> tuple[object, ...]:
    """What of *amount* is printed, whatever the language."""
    return wording.printed(amount), amount.unit, amount.qualifier


def _size(amount: Amount) -> tuple[object, ...]:
    return amount.value, amount.low, amount.high


def history(
    edition: Edition, figures: Figures | Mapping[str, Amount]
) -> Mapping[str, tuple[Step, ...]]:
    """Figure → what was done to it by the entries that list it, the newest first."""
    return recall(edition, "history of figures", lambda: _history(edition, figures))


def _history(edition: Edition, figures: Mapping[str, Amount]) -> Mapping[str, tuple[Step, ...]]:
    found: dict[str, list[Step]] = {}
    for key, entry in newest_first(edition):
        for number, each in enumerate(entry.figures):
            steps = found.setdefault(each.figure, [])
            figure, now = edition.figures[each.figure], figures.get(each.figure)
            period, source = figure.period, figure.source
            for step in steps:  # the newest first: the last that says something says what was next
                now, period = step.was or now, step.was_period or period
                source = step.was_source or source
            was = formerly.amount(edition, each)
            steps.append(Step(key, number, was, now, each.period, period, each.source, source))
    return {figure: tuple(steps) for figure, steps in found.items()}


def reach(edition: Edition, figures: Mapping[str, Amount], key: str) -> Reach:
    """All that the entry *key* touches."""
    return recall(edition, ("reach", key), lambda: _reach(edition, figures, key))


def _reach(edition: Edition, figures: Mapping[str, Amount], key: str) -> Reach:
    entry = edition.changes[key]
    listed = frozenset(each.figure for each in entry.figures)
    moved = {
        figure
        for figure, steps in history(edition, figures).items()
        if any(step.entry == key and step.moved for step in steps)
    }
    changed = [cells.named(each.cell) for each in entry.cells]
    rest = resting(edition, moved, changed) if moved or changed else frozenset()
    named = rest | {("figure", each) for each in listed}
    tables = tuple(dict.fromkeys(cell.table for cell in changed))
    shown = dict.fromkeys((*entry.charts, *charts(edition, named, changed)))
    return Reach(
        named | {("chart", each) for each in shown},
        frozenset(each for kind, each in rest if kind == "figure") - listed,
        tuple(shown),
        tables,
        tuple(dict.fromkeys(each.chapter for each in entry.sentences)),
    )
