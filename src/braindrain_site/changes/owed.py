"""Which published values became others, and no entry of ``changes.yaml`` says so?

What counts is an entry that was not there before. It answers for what it lists and for all that is
worked out from that, and what it says a value was must be what readers had been told.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from braindrain_site import wording
from braindrain_site.changes.versions import Outdated
from braindrain_site.figures import formulas
from braindrain_site.figures.formulas import Cell
from braindrain_site.figures.values import path_of, work_out
from braindrain_site.judging import amendments, cells, left_out
from braindrain_site.judging.amendments import FILE
from braindrain_site.judging.touched import asks_for, resting
from braindrain_site.model.amendments import Amendment
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Problem, Rejected
from braindrain_site.reading import loading


@dataclass(frozen=True)
class Published:
    """An edition and its amounts. It need not pass gates that are younger than it is."""

    edition: Edition
    amounts: Mapping[str, Amount]

    def value(self, key: str) -> tuple[object, ...]:
        """What a figure says but for its words: the number, how firm, of what unit, of when."""
        amount, figure = self.amounts[key], self.edition.figures[key]
        number = wording.number(amount, self.edition.site.languages[0])
        return number, amount.qualifier, figure.unit, figure.period

    def phrase(self, key: str) -> str:
        """A figure as readers read it, in the first language."""
        return wording.phrase(self.amounts[key], self.edition.site.languages[0])


class Owed(NamedTuple):
    """The figures and the cells of which an entry has to tell."""

    figures: Sequence[str]
    cells: Sequence[Cell]


def read(data: Path, name: str) -> Published:
    """What was published as *name*. Raises Outdated where this program takes it no more."""
    try:
        edition = left_out.published(loading.load(data))
    except Rejected as rejected:
        raise Outdated(name, rejected) from None
    return Published(edition, work_out(edition))


def owed(before: Published, after: Published) -> list[Problem]:
    """A problem at each value that became another without an entry, and at each new entry that says
    of such a value that readers had been told something else than they had."""
    listed = _listed(before, after)
    unsaid = _unsaid_of(before, after, listed)
    return [
        *(_unsaid(key, before, after) for key in unsaid.figures),
        *(_unsaid_cell(cell, before, after) for cell in unsaid.cells),
        *_otherwise(before, after, {*listed}, [*_others(before, after)]),
        *_cells_otherwise(
            before.edition, after.edition, {*listed}, [*_moved_cells(before.edition, after.edition)]
        ),
    ]


def _listed(before: Published, after: Published) -> dict[str, Amendment]:
    """The entries that were not there before."""
    return {
        key: each
        for key, each in after.edition.changes.items()
        if each != before.edition.changes.get(key)
    }


def _unsaid_of(before: Published, after: Published, listed: Mapping[str, Amendment]) -> Owed:
    """What became another and is told by none of the entries that are *listed*."""
    figures = {each.figure for entry in listed.values() for each in entry.figures}
    told = {cells.named(each.cell) for entry in listed.values() for each in entry.cells}
    told |= {cell for key in figures if (cell := _looked_up(after.edition, key))}
    answered = resting(after.edition, figures, told)
    moved = [*_moved_cells(before.edition, after.edition)]
    others = [*_others(before, after)]
    return Owed(
        [
            key
            for key in others
            if ("figure", key) not in answered and not _follows(key, before, after, others, moved)
        ],
        [cell for cell in moved if cell not in told],
    )


def as_typed(before: Published, after: Published) -> dict[str, list[str]]:
    """What an entry has to list of all that none tells: ``figures`` or ``cells`` → its lines."""
    unsaid = _unsaid_of(before, after, _listed(before, after))
    lines = {
        "figures": [_as_it_was(key, before, after) for key in unsaid.figures],
        "cells": [_cell_as_it_was(cell, before, after) for cell in unsaid.cells],
    }
    return {what: told for what, told in lines.items() if told}


def _looked_up(edition: Edition, key: str) -> Cell | None:
    """The cell that a figure is, if it is one."""
    formula = edition.figures[key].formula
    return formulas.cell(formula) if formula else None


def _moved_cells(before: Edition, after: Edition) -> Iterator[Cell]:
    """The cells that both editions have, and that became others."""
    for name in after.tables.keys() & before.tables.keys():
        old, new = before.tables[name], after.tables[name]
        columns = [each.name for each in new.about.fields if old.column(each.name)]
        rows = {*old.keys}
        for row in new.keys:
            for column in columns if row in rows else ():
                if old.cell(column, row) != new.cell(column, row):
                    yield Cell(name, column, row)


def _others(before: Published, after: Published) -> Iterator[str]:
    """The figures that both editions have, and that say something else."""
    for key in after.amounts:
        if key in before.amounts and before.value(key) != after.value(key):
            yield key


def _follows(
    key: str, before: Published, after: Published, others: list[str], moved: list[Cell]
) -> bool:
    """Whether a figure became another by what it is worked out from, where that is told."""
    formula = after.edition.figures[key].formula
    if formula is None or formula != before.edition.figures[key].formula:
        return False
    names = {*formulas.names(formula)}
    return not names.isdisjoint(others) or any(
        cell.table in names and asks_for(formula, cell) for cell in moved
    )


def _unsaid(key: str, before: Published, after: Published) -> Problem:
    figure = after.edition.figures[key]
    path = path_of(key, figure)
    if _only_time(key, before, after) and figure.period:
        path = ("figures.yaml", key, "period")
    said = _say(f"figures: [{_as_it_was(key, before, after)}]")
    return Problem(after.edition.place(*path), _was_told(key, before, after), said)


def _unsaid_cell(cell: Cell, before: Published, after: Published) -> Problem:
    table = after.edition.tables[cell.table]
    place = table.places[table.keys.index(cell.row), cell.column]
    was = cells.typed(before.edition, cell)
    said = f"cells: [{_cell_as_it_was(cell, before, after)}]"
    told = f'"{was}"' if was else "empty"
    return Problem(place, f"This cell was published as {told}.", _say(said))


def _cell_as_it_was(cell: Cell, before: Published, after: Published) -> str:
    """What to type of a cell in an entry."""
    name = f'{cell.table}.{cell.column}["{cell.row}"]'.replace("'", "''")
    typed = {"cell": f"'{name}'"}
    if was := cells.typed(before.edition, cell):
        typed["was"] = was if re.fullmatch(r"[\w.-]+", was) else json.dumps(was, ensure_ascii=False)
    old, new = (each.edition.tables[cell.table].about.source for each in (before, after))
    if old != new and old in after.edition.sources:
        typed["source"] = old
    return _between_braces(typed)


def _between_braces(typed: Mapping[str, str]) -> str:
    return f"{{{', '.join(f'{name}: {value}' for name, value in typed.items())}}}"


def _only_time(key: str, before: Published, after: Published) -> bool:
    """Whether nothing but the time of a figure became another."""
    return before.value(key)[:-1] == after.value(key)[:-1]


def _was_told(key: str, before: Published, after: Published) -> str:
    """What readers had been told of a figure, as a sentence."""
    if _only_time(key, before, after):
        return f'The time of "{key}" was published as {before.edition.figures[key].period}.'
    return f'"{key}" was published as {before.phrase(key)}.'


def _as_it_was(key: str, before: Published, after: Published) -> str:
    """What to type of a figure in an entry."""
    figure, old, amount = (
        after.edition.figures[key],
        before.edition.figures[key],
        before.amounts[key],
    )
    typed = {"figure": key}
    if not _only_time(key, before, after):
        typed["was"] = f"{amount.rounded().shown:f}"
        if old.unit != figure.unit:
            typed["unit"] = old.unit
        if amount.qualifier != "exactly":
            typed["qualifier"] = amount.qualifier
    if old.period and old.period != figure.period:
        typed["period"] = old.period
    if old.source and old.source != figure.source and old.source in after.edition.sources:
        typed["source"] = old.source
    return _between_braces(typed)


def _say(what: str) -> str:
    return f"Say so in {FILE}: an entry with kind, day, cause, done and {what}."


def _otherwise(
    before: Published, after: Published, listed: set[str], others: list[str]
) -> Iterator[Problem]:
    """What is wrong in what new entries say that readers had been told: the oldest of them."""
    edition, lang = after.edition, after.edition.site.languages[0]
    for key, steps in amendments.history(edition, after.amounts).items():
        mine = [step for step in steps if step.entry in listed]
        if not mine or key not in others:  # what changed long ago may be entered late
            continue
        path = (FILE, mine[-1].entry, "figures", str(mine[-1].number))
        said = [step for step in mine if step.was]
        if not said and not any(step.was_period for step in mine):
            hint = f"Write {_as_it_was(key, before, after)}."
            yield Problem(edition.place(*path, "figure"), _was_told(key, before, after), hint)
        for step in said[-1:]:
            told, was = before.phrase(key), wording.phrase(step.was or before.amounts[key], lang)
            if was != told:
                place = edition.place(FILE, step.entry, "figures", str(step.number), "was")
                sentence = f'"{key}" was published as {told}, and not as {was}.'
                yield Problem(place, sentence, "Write what readers had been told.")


def _cells_otherwise(
    before: Edition, after: Edition, listed: set[str], moved: list[Cell]
) -> Iterator[Problem]:
    """What is wrong in what new entries say that stood in cells."""
    for key in listed:
        for number, each in enumerate(after.changes[key].cells):
            cell = cells.named(each.cell)
            published = cells.typed(before, cell) if cell in moved else ""
            if published and each.was != published:
                name = "cell" if each.was is None else "was"
                place = after.place(FILE, key, "cells", str(number), name)
                sentence = f'This cell was published as "{published}".'
                yield Problem(place, sentence, f"Write was: {published}")
