"""A formula as readers see it: values filled in and linked, arithmetic in signs."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from markupsafe import Markup, escape

from braindrain_site import wording
from braindrain_site.figures import formulas
from braindrain_site.figures.recount import Sum, recount
from braindrain_site.model import amounts
from braindrain_site.model.memory import recall
from braindrain_site.pages.formula_parts import Parts
from braindrain_site.texts.binding import Binding

_SIGNS: dict[type[ast.AST], str] = {
    ast.Add: "+", ast.Sub: "−", ast.Mult: "×", ast.Div: "÷",
    ast.Lt: "<", ast.LtE: "≤", ast.Gt: ">", ast.GtE: "≥", ast.Eq: "=", ast.NotEq: "≠",
}  # fmt: skip
Remark = Literal["finer", "unrounded"]


@dataclass(frozen=True)
class Calculation:
    """Where a figure with a formula comes from: worked out, looked up, or set.

    ``remark`` says what is odd about the numbers shown, by the name of its words.
    """

    how: Literal["formula", "lookup", "base"]
    text: Markup
    remark: Remark | None = None


def calculation(key: str, binding: Binding) -> Calculation:
    """The formula of figure *key*, printed so that it gives what is printed of the figure."""
    what = ("calculation", key, binding.lang, binding.receipts)
    return recall(binding.edition, what, lambda: _calculation(key, binding))


def _calculation(key: str, binding: Binding) -> Calculation:
    formula, result = binding.edition.figures[key].formula, binding.amounts[key]
    assert formula is not None
    if cell := formulas.cell(formula):
        return Calculation("lookup", Parts(binding).cell(*cell, "lookup"))
    tree = formulas.parse(formula)
    if is_constant(tree):
        return Calculation("base", escape(wording.phrase(result, binding.lang)))
    found = recount(formula, result, binding.edition, binding.amounts)
    text = with_factor(tree, found, Parts(binding, found.finer))
    remark: Remark | None = "unrounded" if not found.follows else "finer" if found.finer else None
    return Calculation("formula", text, remark)


def is_constant(node: ast.expr) -> bool:
    """Whether *node* names nothing."""
    return not any(isinstance(part, ast.Name) for part in ast.walk(node))


def with_factor(node: ast.expr, found: Sum, say: Parts) -> Markup:
    """*node* and what turns its outcome into the unit of the result."""
    if found.factor == 1:
        return spell(node, say)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div):
        text = spell(node, say)
    else:
        text = _bracketed(node, say)
    sign, factor = ("×", found.factor) if found.factor > 1 else ("÷", 1 / found.factor)
    return signed(text, sign, wording.number(amounts.bare(factor), say.lang))


def spell(node: ast.expr, say: Parts) -> Markup:
    """*node* with its values filled in and its arithmetic in signs."""
    match node:
        case ast.Constant(value=value):
            text = value if isinstance(value, str) else f"{Decimal(str(value)):f}"
            return escape(wording.cell_text(text, None, say.lang))
        case ast.Name(id=key):
            return say.figure(key)
        case ast.UnaryOp(operand=operand):
            return Markup("−({})").format(spell(operand, say))
        case ast.BinOp(left=left, op=op, right=right):
            return signed(_operand(left, say), _SIGNS[type(op)], _operand(right, say))
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return signed(spell(left, say), _SIGNS[type(op)], _row_value(left, right, say))
        case ast.Attribute(value=ast.Name(id=table), attr=column):
            return say.column(table, column)
        case ast.Subscript(
            value=ast.Attribute(value=ast.Name(id=table), attr=column),
            slice=part,
        ) if (row := formulas.row_named(part)) is not None:
            return say.cell(table, column, row)
        case ast.Subscript(value=whole, slice=rows):
            return say.words("where", column=spell(whole, say), condition=spell(rows, say))
        case ast.Call(func=ast.Name(id=name), args=args):
            return _CALLS.get(name, _worded(name))(args, say)
    raise AssertionError(ast.dump(node))  # the formula was evaluated before, so its parts are known


def signed(left: str, sign: str, right: str) -> Markup:
    """Two sides with their sign between them."""
    return Markup("{} {} {}").format(left, sign, right)


def _row_value(column: ast.expr, wanted: ast.expr, say: Parts) -> str:
    """What the rows of a column are compared with."""
    match column, wanted:
        case ast.Attribute(value=ast.Name(id=table), attr=name), ast.Constant(value=str(typed)):
            return say.value(table, name, typed)
    return spell(wanted, say)


def _operand(node: ast.expr, say: Parts) -> Markup:
    """A side of a sum; of a rank its number, for "32nd" cannot be taken from anything."""
    if isinstance(node, ast.Name):
        unit = say.binding.amounts[node.id].unit
        return say.figure(node.id, wording.number if unit and unit.ordinal else wording.phrase)
    return _bracketed(node, say)


def _bracketed(node: ast.expr, say: Parts) -> Markup:
    text = spell(node, say)
    compound = isinstance(node, ast.BinOp) or called(node) in {"share", "change"}
    return Markup("({})").format(text) if compound else text


def called(node: ast.expr) -> str | None:
    """The name of the function that *node* calls, or None."""
    match node:
        case ast.Call(func=ast.Name(id=name)):
            return name
    return None


def _worded(name: str) -> Callable[[list[ast.expr], Parts], Markup]:
    def spelled(args: list[ast.expr], say: Parts) -> Markup:
        return say.words(name, column=spell(args[0], say))

    return spelled


def _count(args: list[ast.expr], say: Parts) -> Markup:
    if isinstance(args[0], ast.Compare):
        return say.words("count_where", condition=spell(args[0], say))
    return say.words("count", column=spell(args[0], say))


def _share(args: list[ast.expr], say: Parts) -> Markup:
    return signed(_operand(args[0], say), "÷", _operand(args[1], say))


def _change(args: list[ast.expr], say: Parts) -> Markup:
    return Markup("{} − 1").format(signed(_operand(args[1], say), "÷", _operand(args[0], say)))


def _rank(args: list[ast.expr], say: Parts) -> Markup:
    """The row of a rank by the name that readers know it by."""
    table, _, key = ranked_cell(args)
    return say.words("rank", column=spell(args[0], say), row=say.row(table, key))


def ranked_cell(args: list[ast.expr]) -> formulas.Cell:
    """The cell whose place ``rank`` with these *args* tells."""
    whole, key = args
    column = whole.value if isinstance(whole, ast.Subscript) else whole
    assert isinstance(column, ast.Attribute)
    assert isinstance(column.value, ast.Name)
    return formulas.Cell(column.value.id, column.attr, formulas.row_named(key) or "")


_CALLS: Mapping[str, Callable[[list[ast.expr], Parts], Markup]] = {
    "share": _share, "change": _change, "rank": _rank, "count": _count,
}  # fmt: skip
