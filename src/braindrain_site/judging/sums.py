"""Can every figure be worked out, and do the printed ones agree with one another?"""

from decimal import Decimal

from braindrain_site.figures import evaluation, values
from braindrain_site.figures.formulas import FormulaError
from braindrain_site.figures.values import Inherited
from braindrain_site.judging.draft import Draft
from braindrain_site.model import amounts
from braindrain_site.model.amounts import Amount, AmountError
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Problem


def check(draft: Draft) -> list[Problem]:
    """Figures that cannot be worked out, or do not say what their ``agrees_with`` gives.

    A source that prints both the parts and the total, or both the ends and the change, checks
    itself: the formula, rounded as the source rounds, must give the printed number.
    """
    edition, figures = draft.edition, draft.figures
    problems = [*figures.problems]
    for key, figure in edition.figures.items():
        if figure.agrees_with is None or key not in figures:
            continue
        place = edition.place("figures.yaml", key, "agrees_with")
        try:
            worked_out = evaluation.evaluate(figure.agrees_with, figures.scope)
            if not isinstance(worked_out, Amount):
                raise FormulaError("This formula gives no number.")
            amounts.same(worked_out, figures[key], "compared")
        except Inherited:
            continue
        except FormulaError as error:
            problems.append(values.told(error, place))
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
        edition.place(*values.path_of(key, figure)),
        f'"{key}" is {printed.shown.normalize():f}, but {figure.agrees_with} gives {shown:f}.',
        "One of the two is mistyped, or both must change together.",
    )
