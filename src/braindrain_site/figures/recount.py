"""Whether what a receipt prints gives its result, and how it has to print for that.

A figure is worked out from exact values, and each of them is printed rounded where it stands. Who
follows the printed numbers may come to another result: 330,000 ÷ 120,000 is not 2.7. So a receipt
prints its inputs with as many digits as it takes, and says if none will do.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from braindrain_site import wording
from braindrain_site.figures import evaluation
from braindrain_site.figures.evaluation import Scope
from braindrain_site.figures.formulas import FormulaError
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Unit
from braindrain_site.model.memory import recall

_MOST_FINER = 12
_SLACK = Decimal("1e-9")
_SAYS_ITS_SCALE = ("%", "‰", "percent", "per cent", "퍼센트")


@dataclass(frozen=True)
class Sum:
    """How a formula is printed so that following it gives what is printed of its result."""

    finer: int = 0
    """How many digits more than where they stand alone its inputs have."""
    factor: Decimal = Decimal(1)
    """What turns the outcome into the unit of the result: 12, from months to a year."""
    follows: bool = True
    """Whether that gives the result; if not, rounding or a change of units hides how."""


def recount(formula: str, result: Amount, edition: Edition, amounts: Mapping[str, Amount]) -> Sum:
    """How to print *formula*, which gave *result*."""
    what = ("recount", formula, repr(result))
    return recall(edition, what, lambda: _recount(formula, result, edition, amounts))


def _recount(formula: str, result: Amount, edition: Edition, amounts: Mapping[str, Amount]) -> Sum:
    exact = _outcome(formula, edition, amounts, None)
    factor = _factor(exact, result) if exact is not None else None
    if factor is None:
        return Sum(follows=False)
    for finer in range(_MOST_FINER):
        found = _outcome(formula, edition, amounts, finer)
        if found is not None and _prints_as(found * factor, result):
            return Sum(finer, factor)
    return Sum(factor=factor, follows=False)


def _outcome(
    formula: str, edition: Edition, amounts: Mapping[str, Amount], finer: int | None
) -> Decimal | None:
    """What a reader gets from the numbers as printed, or from unrounded ones if *finer* is None.

    None when that cannot be worked out: a divisor may be printed as nought.
    """

    def seen(key: str) -> Amount:
        amount = amounts[key]
        value = amount.value
        if finer is not None:
            value = wording.printed(wording.finer(amount, finer))
        value /= _hidden(amount.unit)
        return Amount(value, value, value, amount.dimension)

    units = {key: _as_read(unit) for key, unit in edition.units.items()}
    try:
        found = evaluation.evaluate(
            formula, Scope(seen, frozenset(edition.figures), edition.tables, units)
        )
    except FormulaError:
        return None
    assert isinstance(found, Amount)
    return found.value


def _hidden(unit: Unit | None) -> Decimal:
    """The scale of *unit* where its words do not tell it: 53 months are read as 53, 5% as 0.05."""
    if unit is None or unit.scale >= 1:
        return Decimal(1)
    told = any(sign in text for text in unit.print.values() for sign in _SAYS_ITS_SCALE)
    return Decimal(1) if told else unit.scale


def _as_read(unit: Unit) -> Unit:
    return unit.model_copy(update={"scale": unit.scale / _hidden(unit)})


def _factor(exact: Decimal, result: Amount) -> Decimal | None:
    """A whole number, or one part of it, that *exact* is to be taken times; None for no such."""
    wanted = result.value / _hidden(result.unit)
    if not exact or not wanted:
        return Decimal(1) if exact == wanted else None
    ratio = wanted / exact
    for found in (ratio, 1 / ratio):
        whole = found.to_integral_value()
        if whole >= 1 and abs(found - whole) <= _SLACK * whole:
            return whole if found is ratio else 1 / whole
    return None


def _prints_as(value: Decimal, result: Amount) -> bool:
    """Whether *value* is printed as *result* is."""
    found = replace(result, value=value * _hidden(result.unit))
    return wording.number(found, "en") == wording.number(result, "en")
