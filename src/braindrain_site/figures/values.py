"""Every figure's amount: given ones as typed, derived ones worked out from the others."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from braindrain_site.figures import formulas
from braindrain_site.figures.formulas import FormulaError, Scope
from braindrain_site.model import amounts
from braindrain_site.model.amounts import Amount, AmountError
from braindrain_site.model.edition import Edition, Figure
from braindrain_site.model.problems import Place, Problem


class Figures(Mapping[str, Amount]):
    """Figure key → amount, worked out when first asked for; keeps the problems it met."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.problems: list[Problem] = []
        self._known: dict[str, Amount] = {}
        self._failed: set[str] = set()
        self._asked: list[str] = []
        self.scope = Scope(self._ask, frozenset(edition.figures), edition.tables, edition.units)

    def __getitem__(self, key: str) -> Amount:
        return self._known[key]

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def _ask(self, key: str) -> Amount:
        """The amount of *key* for another formula. Raises FormulaError for a circle."""
        if key in self._asked:
            circle = " → ".join([*self._asked[self._asked.index(key) :], key])
            raise FormulaError(f"These formulas go round in a circle: {circle}.")
        if key not in self._known and key not in self._failed:
            self.work_out(key)
        if key in self._failed:
            raise Inherited
        return self._known[key]

    def work_out(self, key: str) -> None:
        """Finds the amount of *key*, or notes the problem that stops it."""
        figure = self.edition.figures[key]
        self._asked.append(key)
        try:
            self._known[key] = self._amount(key, figure)
        except FormulaError as error:
            self._failed.add(key)
            if not isinstance(error, Inherited):
                self.problems.append(_problem(error, self.edition.place(*_path(key, figure))))
        finally:
            self._asked.pop()

    def _amount(self, key: str, figure: Figure) -> Amount:
        unit = self.edition.units[figure.unit]
        if figure.formula is None:
            assert figure.value is not None
            return amounts.given(figure.value, unit, figure.qualifier)
        value = formulas.evaluate(figure.formula, self.scope)
        if not isinstance(value, Amount):
            raise FormulaError("This formula gives no number.")
        try:
            amount = amounts.in_unit(value, unit)
        except AmountError as error:
            raise FormulaError(f"This formula {error}.") from None
        return _as_fine(amount, figure)


class Inherited(FormulaError):
    """A figure that another formula needs has a problem of its own, told elsewhere."""

    def __init__(self) -> None:
        super().__init__("")


def _as_fine(amount: Amount, figure: Figure) -> Amount:
    """*amount* printed to the decimals its figure asks for, if that many are known."""
    if figure.digits is None or amount.unit is None:
        return amount
    step = Decimal(1).scaleb(-figure.digits) * amount.unit.scale
    if step < amount.step:
        known = -(amount.step / amount.unit.scale).normalize().adjusted()
        raise FormulaError(
            f"digits asks for {figure.digits}, but the inputs are known only to digits: {known}.",
            hint=f"Write digits: {known}, or give the inputs with more decimals, as 101.40.",
        )
    return replace(amount, step=step)


def _path(key: str, figure: Figure) -> tuple[str, str, str]:
    return "figures.yaml", key, "value" if figure.formula is None else "formula"


def _problem(error: FormulaError, place: Place) -> Problem:
    return Problem(place.right(error.offset), error.sentence, error.hint)


def work_out(edition: Edition) -> tuple[Figures, list[Problem]]:
    """The amounts of all figures of *edition*, and the problems of those that have none."""
    figures = Figures(edition)
    for key in edition.figures:
        if key not in figures and key not in figures._failed:
            figures.work_out(key)
    return figures, figures.problems


def disagreements(edition: Edition, figures: Figures) -> list[Problem]:
    """Figures that do not say what their ``agrees_with`` formula gives.

    A source that prints both the parts and the total, or both the ends and the change, checks
    itself: the formula, rounded as the source rounds, must give the printed number.
    """
    problems = []
    for key, figure in edition.figures.items():
        if figure.agrees_with is None or key not in figures:
            continue
        place = edition.place("figures.yaml", key, "agrees_with")
        try:
            worked_out = formulas.evaluate(figure.agrees_with, figures.scope)
            if not isinstance(worked_out, Amount):
                raise FormulaError("This formula gives no number.")
            amounts.same(worked_out, figures[key], "compared")
        except Inherited:
            continue
        except FormulaError as error:
            problems.append(_problem(error, place))
        except AmountError as error:
            problems.append(Problem(place, f"{error}.".capitalize()))
        else:
            if not agree(figures[key], worked_out):
                problems.append(_disagreement(edition, key, figures[key], worked_out))
    return problems


def agree(printed: Amount, worked_out: Amount) -> bool:
    """Whether *worked_out*, rounded as *printed* is, lies among the values *printed* allows.

    A derived number is printed rounded too, so it agrees when the two round to the same.
    """
    step = printed.step or _finest(printed)
    value = amounts.round_to(worked_out.value, step)
    return printed.low <= value <= printed.high or value == amounts.round_to(printed.value, step)


def _finest(printed: Amount) -> Decimal:
    scale = printed.unit.scale if printed.unit else Decimal(1)
    exponent = printed.shown.normalize().as_tuple().exponent
    return Decimal(1).scaleb(min(0, int(exponent))) * scale


def _disagreement(edition: Edition, key: str, printed: Amount, found: Amount) -> Problem:
    figure = edition.figures[key]
    unit = printed.unit
    assert unit is not None
    shown = amounts.round_to(found.value / unit.scale, Decimal("0.001")).normalize()
    return Problem(
        edition.place(*_path(key, figure)),
        f'"{key}" is {printed.shown.normalize():f}, but {figure.agrees_with} gives {shown:f}.',
        "One of the two is mistyped, or both must change together.",
    )
