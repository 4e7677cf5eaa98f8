"""Do the figures of the calculator go together: salaries, two rates, offers in another currency?"""

from collections.abc import Iterator
from itertools import product

from braindrain_site.judging.draft import Draft
from braindrain_site.model import amounts
from braindrain_site.model.amounts import Dimension
from braindrain_site.model.entries import Calculator
from braindrain_site.model.problems import Problem

_FILE = "calculator.yaml"


def check(draft: Draft) -> list[Problem]:
    """A problem at each figure that measures something else than its place asks for."""
    return [*_misfits(draft)]


def _misfits(draft: Draft) -> Iterator[Problem]:
    figures, calculator = draft.figures, draft.edition.calculator
    if calculator is None or figures.problems:
        return
    wanted = _wanted(calculator, {key: figures[key].dimension for _, key in calculator.named()})
    for path, key in calculator.named():
        place = draft.edition.place(_FILE, *path)
        if figures[key].dimension != wanted[path[0]]:
            found, other = map(amounts.dimension_text, (figures[key].dimension, wanted[path[0]]))
            hint = "Name another figure, or mend its unit."
            yield Problem(place, f'"{key}" is in {found}; here stands one in {other}.', hint)
        elif figures[key].low <= 0:
            sentence = f'"{key}" may be zero or less, and nothing can be divided by it.'
            yield Problem(place, sentence, "Name another figure, or mend its value.")


def _wanted(calculator: Calculator, found: dict[str, Dimension]) -> dict[str, Dimension]:
    """What is measured in each place, if as many figures as can be are right.

    Salaries are in one currency and offers in another, both in the same time; rates are what one
    of the second costs in the first.
    """

    def fitting(wanted: dict[str, Dimension]) -> int:
        return sum(found[key] == wanted[path[0]] for path, key in calculator.named())

    pays, offers = (
        [found[each.figure] for each in group] for group in (calculator.examples, calculator.offers)
    )
    every = (
        {"examples": pay, "offers": offer, "rate": rate, "parity": rate}
        for pay, offer in product(pays, offers)
        for rate in [amounts.combined(pay, offer, -1)]
    )
    return max(every, key=fitting)
