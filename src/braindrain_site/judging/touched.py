"""What a change reaches: all that rests on a figure or a cell, and where readers meet it.

Formulas, claims, charts and texts name what they rest on, so nobody has to list the pages.
"""

import ast
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from braindrain_site.figures import formulas
from braindrain_site.figures.formulas import Cell, FormulaError
from braindrain_site.figures.order import in_order
from braindrain_site.model.chart import Chart
from braindrain_site.model.edition import Chapter, Edition
from braindrain_site.model.memory import recall
from braindrain_site.model.problems import Place
from braindrain_site.texts import mentions

SOURCE = "source"
"""The column of a table that names the document of each row."""
Named = frozenset[tuple[str, str]]
"""Things by kind and key: ``("figure", "pay_gap")``."""


def resting(edition: Edition, figures: Collection[str], cells: Collection[Cell] = ()) -> Named:
    """*figures*, all that is worked out from them or from *cells*, and claims and verdicts about
    any of these."""
    found = {*figures}

    def rests(formula: str) -> bool:
        try:
            named = formulas.names(formula)
        except FormulaError:  # told where formulas are worked out
            return False
        return not found.isdisjoint(named) or any(
            cell.table in named and asks_for(formula, cell) for cell in cells
        )

    for key in in_order(edition).keys:
        formula = edition.figures[key].formula
        if formula and rests(formula):
            found.add(key)
    claims = {("claim", key) for key, it in edition.claims.items() if rests(it.holds)}
    verdicts = {
        ("verdict", key)
        for key, it in edition.verdicts.items()
        if any(rests(condition) for condition in (it.holds, it.loosely) if condition)
    }
    return frozenset({("figure", key) for key in found} | claims | verdicts)


def asks_for(formula: str, cell: Cell) -> bool:
    """Whether *cell* is among what *formula* is worked out from: by name, or with its column."""
    tree = formulas.parse(formula)
    picked = [node for node in ast.walk(tree) if isinstance(node, ast.Subscript)]
    whole = {id(node.value): formulas.row_named(node.slice) for node in picked}
    return any(
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr) == (cell.table, cell.column)
        and whole.get(id(node)) in (None, cell.row)
        for node in ast.walk(tree)
    )


def charts(edition: Edition, named: Named, cells: Collection[Cell] = ()) -> tuple[str, ...]:
    """The charts that draw or say something of *named*, or show one of *cells*."""
    said = recall(edition, "named by charts", lambda: _named_by_charts(edition))
    return tuple(
        key
        for key, chart in edition.charts.items()
        if not named.isdisjoint(said[key]) or any(shows(edition, chart, cell) for cell in cells)
    )


def shows(edition: Edition, chart: Chart, cell: Cell) -> bool:
    """Whether *chart* draws *cell*, or lists it in the table below: that has the columns it draws,
    what names their rows, and the document of each."""
    if chart.table is None or chart.table != cell.table:
        return False
    key = edition.tables[cell.table].about.primaryKey
    return cell.column in {*chart.columns.values(), *key, SOURCE}


def chapters(edition: Edition, lang: str, named: Named) -> tuple[str, ...]:
    """The chapters in *lang*, the method among them, that say or show something of *named*."""
    told = edition.chapters(lang)
    found = [each.slug for each in told if not named.isdisjoint(_in_chapter(edition, each))]
    if not named.isdisjoint(recall(edition, "named at the top", lambda: _at_the_top(edition))):
        found.insert(0, edition.story[lang][0].slug)
    return tuple(dict.fromkeys(found))


def _at_the_top(edition: Edition) -> Named:
    """What is named above the chapters, which belongs to the first of them."""
    opening = {("chart", key) for key in edition.site.opening}
    return _in_texts(edition, "site.yaml") | opening


def _named_by_charts(edition: Edition) -> Mapping[str, Named]:
    rows = {
        key: frozenset(("figure", row.figure) for row in chart.rows)
        for key, chart in edition.charts.items()
    }
    return {key: rows[key] | _in_texts(edition, "charts.yaml", key) for key in edition.charts}


def _in_texts(edition: Edition, *path: str) -> Named:
    """What the texts in YAML below *path* name."""
    texts = (text for where, text in edition.texts.items() if where[: len(path)] == path)
    return frozenset(each for text in texts if "{" in text for each in _names(text))


def _in_chapter(edition: Edition, chapter: Chapter) -> Named:
    """What a chapter names, and what the list of verdicts and the calculator in it do."""
    named = _names(chapter.title) | _names(chapter.text)
    kinds = {kind for kind, _ in named}
    if "verdicts" in kinds:
        named |= {("verdict", key) for key in edition.verdicts}
        named |= recall(edition, "in verdicts", lambda: _in_texts(edition, "verdicts.yaml"))
    if "calculator" in kinds and edition.calculator:
        named |= {("figure", key) for _, key in edition.calculator.named()}
    return named


@lru_cache(maxsize=256)
def _names(text: str) -> Named:
    return frozenset(_each(text))


def _each(text: str) -> Iterator[tuple[str, str]]:
    found, _ = mentions.find(text, Place(""), ())
    return ((mention.kind, mention.key) for mention in found)
