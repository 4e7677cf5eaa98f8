"""Does a formula, a claim or a chart set unlike things side by side without saying so?

Figures and tables say what they count under ``basis``. Where two inputs differ in that, the reader
must be told: the formula, claim or chart needs a ``caveat``, which is printed with it. Only
``population`` is left out: a comparison is often just of two populations.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from braindrain_site.figures import formulas
from braindrain_site.figures.order import in_order
from braindrain_site.judging.draft import Draft
from braindrain_site.model.date_mistakes import UNDATED
from braindrain_site.model.edition import Edition
from braindrain_site.model.house import House
from braindrain_site.model.problems import Place, Problem
from braindrain_site.model.record import Basis


@dataclass(frozen=True)
class Counted:
    """What one input counts, and when."""

    name: str
    basis: Basis
    period: str | None


def check(draft: Draft) -> Iterable[Problem]:
    """A problem at each comparison of unlike things that carries no caveat.

    Nothing is compared while a figure cannot be worked out: a circle would have no end here.
    """
    return () if draft.figures.problems else _problems(draft.edition)


def _problems(edition: Edition) -> Iterator[Problem]:
    for key, figure in edition.figures.items():
        if figure.formula and not figure.caveat:
            place = edition.place("figures.yaml", key, "formula")
            yield from _told(_inputs(figure.formula, edition), edition.house, place)
    for key, claim in edition.claims.items():
        if not claim.caveat:
            place = edition.place("claims.yaml", key, "holds")
            yield from _told(_inputs(claim.holds, edition), edition.house, place)
    for key, chart in edition.charts.items():
        if chart.rows and not chart.caveat:
            inputs = [counted(row.figure, edition) for row in chart.rows]
            yield from _told(inputs, edition.house, edition.place("charts.yaml", key))


def unlike(formula: str, edition: Edition) -> tuple[str, str, str, str] | None:
    """The first two inputs of *formula* that count unlike things, each with what it counts."""
    return _unlike(_inputs(formula, edition), edition.house)


def _inputs(formula: str, edition: Edition) -> list[Counted]:
    """What each input of *formula* counts; a formula that cannot be read is told elsewhere."""
    try:
        names = formulas.names(formula)
    except formulas.FormulaError:
        return []
    known = (name for name in names if name in edition.figures or name in edition.tables)
    return [counted(name, edition) for name in known]


def counted(name: str, edition: Edition) -> Counted:
    """What the figure or table *name* counts.

    A derived figure counts what it says, and else what all its inputs agree on; where they differ
    its caveat has told the reader, and the result counts neither.
    """
    if name in edition.tables:
        return Counted(name, edition.tables[name].about.basis, None)
    return _counted(edition)[name]


@lru_cache(maxsize=2)
def _counted(edition: Edition) -> Mapping[str, Counted]:
    """Figure key → what it counts."""
    known: dict[str, Counted] = {}
    for key in in_order(edition).keys:
        figure = edition.figures[key]
        if figure.formula is None:
            known[key] = Counted(key, figure.basis, figure.period)
            continue
        names = formulas.names(figure.formula)
        inputs = [known[name].basis for name in names if name in known]
        inputs += [edition.tables[name].about.basis for name in names if name in edition.tables]
        shared = {
            part: next(iter(values))
            for part in edition.house.counted
            if len(values := {found for basis in inputs if (found := basis.of(part))}) == 1
        }
        own = figure.basis.model_dump(exclude_none=True)
        known[key] = Counted(key, Basis.model_construct(**(shared | own)), figure.period)
    return known


def _told(inputs: list[Counted], house: House, place: Place) -> Iterator[Problem]:
    unlike = _unlike(inputs, house)
    if unlike is not None:
        one, what, other, what_else = unlike
        yield Problem(
            place,
            f"This sets unlike things side by side: {one} counts {what}, {other} {what_else}.",
            "Compare like with like, or add a caveat that tells the reader.",
        )


def _unlike(inputs: list[Counted], house: House) -> tuple[str, str, str, str] | None:
    """The first pair of inputs that differ in what they count, each with what it counts."""
    for part, words in house.counted.items():
        known = [(item.name, value) for item in inputs if (value := item.basis.of(part))]
        for name, value in known[1:]:
            if value != known[0][1]:
                first = known[0]
                return first[0], words.get(first[1], first[1]), name, words.get(value, value)
    return _money_of_different_years(inputs)


def _money_of_different_years(inputs: Iterable[Counted]) -> tuple[str, str, str, str] | None:
    """Money of the day of one year against that of another, with inflation in between."""
    dated = [
        (item.name, item.period[:4])
        for item in inputs
        if item.basis.prices == "nominal" and item.period and item.period not in UNDATED
    ]
    for name, year in dated[1:]:
        if year != dated[0][1]:
            return dated[0][0], f"money of {dated[0][1]}", name, f"money of {year}"
    return None
