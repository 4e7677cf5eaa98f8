"""The page that tells every change: what it was, what it is, why, and where it stood."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from braindrain_site.figures.formulas import Cell
from braindrain_site.judging import amendments, cells
from braindrain_site.pages import change_notes
from braindrain_site.pages.addresses import CHANGES, PAGES, Link, chart_path, up
from braindrain_site.pages.material import Material
from braindrain_site.pages.sheet import said
from braindrain_site.pages.templates import Content
from braindrain_site.texts.binding import Binding
from braindrain_site.wording.filling import filled


class Line(NamedTuple):
    """One figure or cell that changed: what it is called, where it stands, what was and is."""

    name: str
    href: str
    told: str


@dataclass(frozen=True)
class Change:
    """One entry, ready for a page."""

    key: str
    dated: str
    done: Markup
    cause: Markup
    lines: tuple[Line, ...]
    quoted: tuple[str, ...]
    """Sentences as they stood."""
    noted: tuple[Link, ...]
    """The chapters and charts that carry its note."""


@dataclass(frozen=True)
class ChangesPage(Content):
    """What ``corrections.html`` gets: every entry, the newest first."""

    entries: tuple[Change, ...]


def changes(material: Material) -> ChangesPage:
    """The page of all changes."""
    binding = material.binding_at(CHANGES.path)
    found = amendments.newest_first(material.edition)
    return ChangesPage(tuple(_change(key, material, binding) for key, _ in found))


def lines(key: str, binding: Binding) -> Iterator[Line]:
    """The figures and cells of an entry, with what each was and became."""
    edition, lang = binding.edition, binding.lang
    top, entry = up(CHANGES.path), edition.changes[key]
    steps = amendments.history(edition, binding.amounts)
    for each in entry.figures:
        told = next(step for step in steps[each.figure] if step.entry == key)
        yield Line(
            binding.plain(edition.figures[each.figure].label[lang]),
            f"{top}{PAGES['figures'].path}#r-{each.figure}",
            change_notes.from_to(told, binding),
        )
    for was in entry.cells:
        cell = cells.named(was.cell)
        href = f"{top}{PAGES['data'].path}#t-{cell.table}"
        told_of_it = _cell(key, cell, was.was, binding)
        if was.source:
            told_of_it = f"{told_of_it} {change_notes.source_then(was.source, binding)}"
        yield Line(_named(cell, binding), href, told_of_it)


def _named(cell: Cell, binding: Binding) -> str:
    """A cell by its table, its row and its column, as readers know them."""
    about = binding.edition.tables[cell.table].about
    columns = {column.name: column for column in about.fields}
    labels = columns[about.primaryKey[0]].labels
    row = labels[cell.row][binding.lang] if cell.row in labels else cell.row
    title = binding.plain(about.title[binding.lang])
    return ", ".join((title, row, binding.plain(columns[cell.column].title[binding.lang])))


def _cell(key: str, cell: Cell, was: str | None, binding: Binding) -> str:
    edition, lang = binding.edition, binding.lang
    if was is None:
        return edition.words["change_new"][lang]
    column = edition.tables[cell.table].column(cell.column)
    assert column is not None  # amendments has seen to it
    now = amendments.cell_after(edition, key, cell)
    old, new = (said(each, column, binding) for each in (was, now))
    if old == new:  # only how it is typed became another
        return edition.words["change_new"][lang]
    return filled(edition.words["change_from_to"][lang], was=old, now=new)


def _change(key: str, material: Material, binding: Binding) -> Change:
    edition, lang = material.edition, material.lang
    entry = edition.changes[key]
    return Change(
        key=key,
        dated=change_notes.dated(edition, key, lang),
        done=binding.html(entry.done[lang]),
        cause=binding.html(entry.cause[lang]),
        lines=tuple(lines(key, binding)),
        quoted=tuple(each.was[lang] for each in entry.sentences if each.was),
        noted=tuple(_noted(key, material, binding)),
    )


def _noted(key: str, material: Material, binding: Binding) -> Iterator[Link]:
    """Where its note stands: chapters of the story, the method, charts."""
    edition, lang, top = material.edition, material.lang, up(CHANGES.path)
    reach = amendments.reach(edition, material.amounts, key)
    titles = {each.slug: binding.plain(each.title) for each in edition.story[lang]}
    for slug in change_notes.reached(edition, lang, reach):
        if slug == amendments.METHOD:
            yield Link(top + PAGES["method"].path, material.words["nav_method"])
        else:
            yield Link(f"{top}{PAGES['story'].path}#{slug}", titles[slug])
    for chart in reach.charts:
        yield Link(top + chart_path(chart), material.drawings[chart].title)
