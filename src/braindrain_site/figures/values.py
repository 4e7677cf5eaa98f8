"""Every figure's amount: given ones as typed, derived ones worked out from the others."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from braindrain_site.figures import evaluation
from braindrain_site.figures.evaluation import Scope
from braindrain_site.figures.formulas import FormulaError
from braindrain_site.figures.order import in_order
from braindrain_site.model import amounts
from braindrain_site.model.amounts import Amount, AmountError
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Figure
from braindrain_site.model.memory import recall
from braindrain_site.model.problems import Place, Problem, listed

_LONGEST_CIRCLE = 8
"""Figures of a circle that are told one by one."""
_FEW_UNITS = 5
_MOST_DIGITS = 18
"""Before the point or behind it, in its own unit and in base units."""


class Figures(Mapping[str, Amount]):
    """Figure key → amount, worked out when first asked for; keeps the problems it met."""

    def __init__(self, edition: Edition) -> None:
        self._figures, self._units = edition.figures, edition.units
        self._place = edition.place
        self.problems: list[Problem] = []
        self._known: dict[str, Amount] = {}
        self._failed: set[str] = set()
        self.scope = Scope(self._ask, frozenset(edition.figures), edition.tables, edition.units)

    def __getitem__(self, key: str) -> Amount:
        return self._known[key]

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def _ask(self, key: str) -> Amount:
        """The amount of *key* for another formula. Raises Inherited if it has none."""
        if key not in self._known and key not in self._failed:
            self.work_out(key)
        if key in self._failed:
            raise Inherited
        return self._known[key]

    def work_out(self, key: str) -> None:
        """Finds the amount of *key*, or notes the problem that stops it."""
        figure = self._figures[key]
        try:
            self._known[key] = self._amount(figure)
        except FormulaError as error:
            self._failed.add(key)
            if not isinstance(error, Inherited):
                self._tell(key, error)

    def refuse(self, circle: Sequence[str]) -> None:
        """Notes that the figures of a *circle* cannot be worked out, each needing the next."""
        few = circle if len(circle) <= _LONGEST_CIRCLE else (*circle[:2], "…", circle[-1])
        self._failed.update(circle)
        way = " → ".join([*few, circle[0]])
        self._tell(circle[-1], FormulaError(f"These formulas go round in a circle: {way}."))

    def _tell(self, key: str, error: FormulaError) -> None:
        path = path_of(key, self._figures[key])
        place = self._place(*((*path[:2], "digits") if isinstance(error, TooFine) else path))
        self.problems.append(told(error, place))

    def _amount(self, figure: Figure) -> Amount:
        unit = self._units[figure.unit]
        if figure.formula is None:
            assert figure.value is not None
            return _of_some_size(amounts.given(figure.value, unit, figure.qualifier))
        value = evaluation.evaluate(figure.formula, self.scope)
        if not isinstance(value, Amount):
            raise FormulaError("This formula gives no number.")
        try:
            amount = amounts.in_unit(value, unit)
        except AmountError as error:
            raise FormulaError(f"This formula {error}.", hint=self._fitting(value)) from None
        return _of_some_size(_as_fine(amount, figure))

    def _fitting(self, value: Amount) -> str:
        """Which units could be given to *value*."""
        fit = [
            name
            for name, unit in self._units.items()
            if amounts.dimension(unit.dimension) == value.dimension
        ]
        if not fit:
            return "Mend the formula: no unit of units.yaml stands for that."
        few = listed(f'"{name}"' for name in fit[:_FEW_UNITS])
        return f"Mend the formula, or write a unit that stands for that: {few}."


class TooFine(FormulaError):
    """A figure asks for more digits than its inputs have."""


class Inherited(FormulaError):
    """A figure that another formula needs has a problem of its own, told elsewhere."""

    def __init__(self) -> None:
        super().__init__("")


def _of_some_size(amount: Amount) -> Amount:
    """*amount*, if it can be written out in full."""
    sizes = [number.adjusted() for number in (amount.value, amount.shown) if number]
    if any(abs(size) > _MOST_DIGITS for size in sizes):
        raise FormulaError("This gives a number too large or too small to be written out.")
    return amount


def _as_fine(amount: Amount, figure: Figure) -> Amount:
    """*amount* printed to the decimals its figure asks for, if that many are known.

    One digit more may be asked for where "about" tells that the last one is not firm. Who asks for
    none gets those of the coarsest input; who asks may know that a whole number is exact.
    """
    if figure.digits is None or amount.unit is None:
        return _told_apart(amount)
    step = Decimal(1).scaleb(-figure.digits) * amount.unit.scale
    if step < (amount.step / 10 if amount.about else amount.step):
        known = -(amount.step / amount.unit.scale).normalize().adjusted()
        raise TooFine(
            f"digits asks for {figure.digits}, but the inputs are known only to digits: {known}.",
            hint=f"Write digits: {known}, or give the inputs with more decimals, as 101.40.",
        )
    return replace(amount, step=step, whole=step)


def _told_apart(amount: Amount) -> Amount:
    """*amount* as fine as its coarsest input, unless nothing is left of it then."""
    coarse = amount.measured()
    if amount.unit and coarse.value and amount.rounded().value and not coarse.rounded().value:
        known = -(amount.step / amount.unit.scale).normalize().adjusted()
        raise FormulaError(
            f"This gives {amount.rounded().shown.normalize():f}, and an input was typed as a whole "
            "number: if that was rounded, it may be nothing.",
            hint=f"Write digits: {known} if the whole number is exact, or type its decimals.",
        )
    return coarse


def path_of(key: str, figure: Figure) -> tuple[str, str, str]:
    """Where the editor typed what gives figure *key* its amount."""
    return "figures.yaml", key, "value" if figure.formula is None else "formula"


def told(error: FormulaError, place: Place) -> Problem:
    """What is wrong with a formula that begins at *place*."""
    return Problem(place.right(error.offset), error.sentence, error.hint)


def work_out(edition: Edition) -> Figures:
    """The amounts of all figures of *edition*, with the problems of those that have none."""

    def worked_out() -> Figures:
        figures = Figures(edition)
        order = in_order(edition)
        for circle in order.circles:
            figures.refuse(circle)
        for key in order.keys:
            if key not in figures._failed:
                figures.work_out(key)
        return figures

    return recall(edition, "figures", worked_out)
