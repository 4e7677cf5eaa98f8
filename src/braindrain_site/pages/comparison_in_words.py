"""A comparison in words, with both of its values in the same unit."""

import ast
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from markupsafe import Markup, escape

from braindrain_site import wording
from braindrain_site.figures import evaluation, formulas
from braindrain_site.figures.evaluation import Scope, Verdict
from braindrain_site.figures.recount import recount
from braindrain_site.model import amounts
from braindrain_site.model.amounts import Amount
from braindrain_site.model.entries import Unit
from braindrain_site.model.memory import recall
from braindrain_site.pages.formula_in_words import (
    called,
    is_constant,
    ranked_cell,
    signed,
    spell,
    with_factor,
)
from braindrain_site.pages.formula_parts import Parts
from braindrain_site.pages.own_units import own_unit
from braindrain_site.texts.binding import Binding

_COMPARED = {"<": "less", "<=": "at_most", ">": "more", ">=": "at_least", "!=": "unequal"}
_MOST_FINER = 12


def condition(holds: str, binding: Binding) -> Markup:
    """What a claim's formula compares, in words and with the values of both sides."""
    what = ("condition", holds, binding.lang, binding.receipts)
    return recall(binding.edition, what, lambda: _condition(formulas.parse(holds), Parts(binding)))


def _condition(node: ast.expr, say: Parts) -> Markup:
    if isinstance(node, ast.BoolOp):
        first, *more = [_condition(part, say) for part in node.values]
        for other in more:
            first = say.words("and", left=first, right=other)
        return first
    assert isinstance(node, ast.Compare)
    verdict = _worked_out(node, say)
    assert isinstance(verdict, Verdict)
    left, right = node.left, node.comparators[0]
    if called(left) == "rank":
        return _ranked(left, verdict, say)
    unit = _common_unit(verdict, say)
    seen = _told_apart(*(replace(a, unit=a.unit or unit) for a in (verdict.left, verdict.right)))
    write = wording.phrase if verdict.always else wording.quantity  # else it holds as printed
    value, edge = write(seen[0], say.lang), _edge(seen[1], say.lang)
    if verdict.sign != "==":
        first, other = _side(left, seen[0], value, say), _side(right, seen[1], edge, say)
        if isinstance(left, ast.BinOp | ast.Call):  # it ends with what it comes to
            first = say.words("which", left=first)
        return say.words(_COMPARED[verdict.sign], left=first, right=other)
    if is_constant(right):
        return _side(left, seen[0], value, say)
    named = isinstance(right, ast.Name)
    other = _side(right, seen[1], edge, say) if named else spell(right, say)
    return signed(spell(left, say), "=", other)


def _common_unit(verdict: Verdict, say: Parts) -> Unit | None:
    """What a side without a unit of its own is read in: the other's, percent of a fraction, or
    how many times one thing goes into another."""
    sides = verdict.left, verdict.right
    if unit := next((side.unit for side in sides if side.unit), None):
        return unit
    sizes = [abs(side.value) for side in sides]
    if any(side.dimension for side in sides):
        return None
    if any(0 < size < 1 for size in sizes):
        return own_unit("percent", say.binding.edition)
    divided = any(side.dimension is not None for side in sides)
    timed = divided and 1 not in sizes
    return own_unit("times", say.binding.edition) if timed else None


def _told_apart(left: Amount, right: Amount) -> tuple[Amount, Amount]:
    """Both, with as many digits as it takes to print them in their true order."""

    def order(a: Decimal, b: Decimal) -> int:
        return (a > b) - (a < b)

    for digits in range(_MOST_FINER):
        pair = wording.finer(left, digits), wording.finer(right, digits)
        if order(*map(wording.printed, pair)) == order(left.value, right.value):
            break
    return pair


def _edge(amount: Amount, lang: str) -> str:
    """What something is more or less than: a bound is its number, "more than up to 4" is none."""
    return (wording.phrase if amount.qualifier == "about" else wording.quantity)(amount, lang)


def _side(node: ast.expr, amount: Amount, value: str, say: Parts) -> Markup:
    """One side of a comparison, with its *amount* and how that is written."""
    if isinstance(node, ast.Name):
        return say.words("named", value=say.link(node.id, value), label=say.dated_label(node.id))
    if is_constant(node):
        return escape(value if amount.value else "0")
    if formulas.cell(ast.unparse(node)):
        return spell(node, say)
    found = recount(ast.unparse(node), amount, say.binding.edition, say.binding.amounts)
    text = with_factor(node, found, replace(say, finer=found.finer))
    return signed(text, "=" if found.follows else "≈", value)


def _ranked(node: ast.expr, verdict: Verdict, say: Parts) -> Markup:
    """A place among all that are ranked, with the value that earns it."""
    assert isinstance(node, ast.Call)
    whole, _ = node.args
    cell = ranked_cell(node.args)
    count = _worked_out(ast.Call(ast.Name("count"), [whole], []), say)
    assert isinstance(count, Amount)
    text = say.words(
        "ranked",
        row=say.row(cell.table, cell.row),
        value=say.cell_value(*cell),
        rank=_place(verdict.left.value, say),
        count=wording.number(count, say.lang),
        column=spell(whole, say),
    )
    limit = verdict.right.value
    match verdict.sign:
        case "==":
            return text
        case "<=":
            worst = _place(limit.to_integral_value(ROUND_FLOOR), say)
            return say.words("within", left=text, right=worst)
        case "<":
            worst = _place(limit.to_integral_value(ROUND_CEILING) - 1, say)
            return say.words("within", left=text, right=worst)
    which = say.words("which", left=text)
    return say.words(_COMPARED[verdict.sign], left=which, right=_place(limit, say))


def _place(rank: Decimal, say: Parts) -> str:
    place = own_unit("place", say.binding.edition)
    return wording.quantity(replace(amounts.bare(rank), unit=place), say.lang)


def _worked_out(node: ast.expr, say: Parts) -> evaluation.Value:
    edition, known = say.binding.edition, say.binding.amounts
    scope = Scope(known.__getitem__, frozenset(edition.figures), edition.tables, edition.units)
    return evaluation.worked_out(node, scope)
