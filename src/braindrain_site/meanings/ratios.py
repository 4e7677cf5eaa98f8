"""What sets one thing against another: shares and multiples, told from numbers of something."""

import ast
import operator
import re
from collections.abc import Callable
from fractions import Fraction
from typing import TypeGuard

from braindrain_site.figures import evaluation
from braindrain_site.figures.evaluation import Scope
from braindrain_site.model import amounts
from braindrain_site.model.amounts import Amount
from braindrain_site.model.entries import Unit

_FOLDED: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
}  # fmt: skip
_SAYS = re.compile(
    r"\{\}(?: ?(?:%|percent\b|per cent\b|퍼센트)(?! ?(?:p\b|point|포인트))"
    r"| ?(?:[×x](?!\w)|times\b|-?fold\b)| ?(?:배|갑절|곱절)(?![가-힣]))"
)
"""How a unit is printed that is a multiple or a share."""


def is_ratio(node: ast.expr) -> TypeGuard[ast.BinOp]:
    """Whether *node* divides one thing by another."""
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)


def divided(node: ast.expr) -> ast.expr:
    """``share(a, b)`` as a divided by b, and any other formula as it is."""
    match node:
        case ast.Call(func=ast.Name(id="share"), args=[part, whole]):
            return ast.BinOp(part, ast.Div(), whole)
    return node


def constant(node: ast.expr) -> Fraction | None:
    """The number that *node* comes to without any figure, if it does."""
    match node:
        case ast.Constant(value=int() | float()):
            return Fraction(str(node.value))
        case ast.UnaryOp(op=ast.USub()):
            inner = constant(node.operand)
            return None if inner is None else -inner
        case ast.BinOp() if type(node.op) in _FOLDED:
            one, other = constant(node.left), constant(node.right)
            if one is None or other is None or (isinstance(node.op, ast.Div) and not other):
                return None
            return _FOLDED[type(node.op)](one, other)
    return None


def factor(node: ast.expr) -> tuple[Fraction, ast.expr]:
    """*node* as a number times the rest of it: ``2 * left`` → 2 and ``left``; so in a ratio:
    ``2 * left / gone`` → 2 and ``left / gone``."""
    match node:
        case ast.BinOp(left=one, op=ast.Mult(), right=other):
            for number, rest in ((one, other), (other, one)):
                if (found := constant(number)) is not None:
                    times, rest = factor(rest)
                    return found * times, rest
        case ast.BinOp(left=one, op=ast.Div(), right=other) if constant(other) is None:
            (above, upper), (below, lower) = factor(one), factor(other)
            if below:
                return above / below, ast.BinOp(upper, ast.Div(), lower)
    return Fraction(1), node


def is_relative(node: ast.expr, scope: Scope) -> bool:
    """Whether *node* comes to a share or a multiple: one thing as a part of another, like it.

    What is counted is none, though it may be a pure number: four countries are not four times.
    """
    match node:
        case ast.Call(func=ast.Name(id="share" | "change")):
            return True
        case ast.BinOp(left=one, op=ast.Div(), right=other):
            if constant(other) is not None:
                return is_relative(one, scope)
            return constant(one) is None and not _amount(node, scope).dimension
        case ast.BinOp(left=one, op=ast.Mult(), right=other):
            parts = is_relative(one, scope), is_relative(other, scope)
            return any(parts) and not _amount(node, scope).dimension
        case ast.BinOp(left=one, right=other):
            sides = [side for side in (one, other) if constant(side) is None]
            return bool(sides) and all(is_relative(side, scope) for side in sides)
        case ast.UnaryOp(operand=one):
            return is_relative(one, scope)
        case ast.Call(func=ast.Name(id="sum"), args=[column]):
            return _unit_is_relative(_amount(ast.Call(ast.Name("max"), [column], []), scope).unit)
        case ast.Name() | ast.Subscript() | ast.Call():
            return _unit_is_relative(_amount(node, scope).unit)
    return False


def is_only_relative(node: ast.expr, scope: Scope) -> bool:
    """Whether *node* can only be said as a share or a multiple: an index is said as a number too,
    and so is one kind of thing counted for each of another."""
    match node:
        case ast.BinOp(left=one, op=ast.Div(), right=other) if is_relative(node, scope):
            if constant(other) is not None:
                return is_only_relative(one, scope)
            sides = _amount(one, scope), _amount(other, scope)
            return bool(sides[0].dimension) or sides[0].unit == sides[1].unit
        case ast.Name() | ast.Subscript():
            unit = _amount(node, scope).unit
            return unit is not None and any(_SAYS.search(print) for print in unit.print.values())
    return False


def _amount(node: ast.expr, scope: Scope) -> Amount:
    amount = evaluation.worked_out(node, scope)
    assert isinstance(amount, Amount)  # it has been compared with a number
    return amount


def _unit_is_relative(unit: Unit | None) -> bool:
    """Whether it says so, or is a pure number that counts nothing: a percentage, an index."""
    if unit is None or unit.ordinal:
        return False
    if any(_SAYS.search(print) for print in unit.print.values()):
        return True
    nameless = all(print.strip() == "{}" for print in unit.print.values())
    return amounts.dimension(unit.dimension) == () and (unit.scale < 1 or nameless)
