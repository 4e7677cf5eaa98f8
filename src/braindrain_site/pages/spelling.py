"""A formula as readers see it: values filled in and linked, arithmetic in signs.

A comparison is told in words, with both of its values in the same unit.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal

from markupsafe import Markup, escape

from braindrain_site import wording
from braindrain_site.figures import formulas
from braindrain_site.figures.formulas import Scope, Verdict
from braindrain_site.figures.recount import Sum, recount
from braindrain_site.model import amounts
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Unit
from braindrain_site.model.fields import NOT_STATED, NUMBER, Text
from braindrain_site.texts.binding import Binding
from braindrain_site.wording.filling import filled

_SIGNS: dict[type[ast.AST], str] = {
    ast.Add: "+", ast.Sub: "−", ast.Mult: "×", ast.Div: "÷",
    ast.Lt: "<", ast.LtE: "≤", ast.Gt: ">", ast.GtE: "≥", ast.Eq: "=", ast.NotEq: "≠",
}  # fmt: skip
_COMPARED = {"<": "less", "<=": "at_most", ">": "more", ">=": "at_least", "!=": "unequal"}
_PERCENT = Unit.model_validate({"print": {"en": "{}%", "ko": "{}%"}, "scale": "0.01"})
_PLACE = Unit.model_validate({"print": {"en": "{}", "ko": "{}위"}, "ordinal": "true"})
_MOST_FINER = 12


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
    formula, result = binding.edition.figures[key].formula, binding.amounts[key]
    assert formula is not None
    if cell := formulas.cell(formula):
        return Calculation("lookup", _Spelling(binding).cell(*cell, "lookup"))
    tree = formulas.parse(formula)
    if _is_constant(tree):
        return Calculation("base", escape(wording.phrase(result, binding.lang)))
    found = recount(formula, result, binding.edition, binding.amounts)
    text = _with_factor(tree, found, _Spelling(binding, found.finer))
    remark: Remark | None = "unrounded" if not found.follows else "finer" if found.finer else None
    return Calculation("formula", text, remark)


def condition(holds: str, binding: Binding) -> Markup:
    """What a claim's formula compares, in words and with the values of both sides."""
    return _condition(formulas.parse(holds), _Spelling(binding))


def _is_constant(node: ast.expr) -> bool:
    return not any(isinstance(part, ast.Name) for part in ast.walk(node))


def _with_factor(node: ast.expr, found: Sum, say: "_Spelling") -> Markup:
    """*node* and what turns its outcome into the unit of the result."""
    if found.factor == 1:
        return _spell(node, say)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div):
        text = _spell(node, say)
    else:
        text = _bracketed(node, say)
    sign, factor = ("×", found.factor) if found.factor > 1 else ("÷", 1 / found.factor)
    return _signed(text, sign, wording.number(amounts.bare(factor), say.lang))


@dataclass(frozen=True)
class _Spelling:
    binding: Binding
    finer: int = 0
    """How many digits more than where they stand alone figures get."""

    @property
    def lang(self) -> str:
        return self.binding.lang

    def figure(self, key: str, write: Callable[[Amount, str], str] = wording.phrase) -> Markup:
        return self.link(
            key, write(wording.finer(self.binding.amounts[key], self.finer), self.lang)
        )

    def link(self, key: str, text: str) -> Markup:
        href = f"{self.binding.receipts}#r-{key}"
        return Markup('<a href="{}" title="{}">{}</a>').format(href, self.label(key), text)

    def label(self, key: str) -> str:
        return self.said(self.binding.edition.figures[key].label)

    def dated_label(self, key: str) -> str:
        """The label of figure *key* with its time, where that is stated."""
        period = self.binding.edition.figures[key].period
        if period is None or period == NOT_STATED:
            return self.label(key)
        when = wording.period(period, self.lang)
        return self.words("dated", label=self.label(key), period=when)

    def column(self, table: str, column: str) -> Markup:
        about = self.binding.edition.tables[table].about
        found = self.binding.edition.tables[table].column(column)
        assert found is not None
        return self.words("column", column=self.said(found.title),
                          table=self.said(about.title))  # fmt: skip

    def cell(self, table: str, column: str, key: str, pattern: str = "cell") -> Markup:
        found = self.binding.edition.tables[table]
        value = self.cell_value(table, column, key)
        name = self.value(table, found.about.primaryKey, key)
        return self.words(pattern, value=value, row=name, table=self.said(found.about.title))

    def cell_value(self, table: str, column: str, key: str) -> str:
        found = self.binding.edition.tables[table]
        row = found.typed[found.about.primaryKey] == key
        about = found.column(column)
        unit = self.binding.edition.units[about.unit] if about and about.unit else None
        typed = str(found.typed.loc[row, column].iloc[0])
        if unit and NUMBER.fullmatch(typed):
            return wording.quantity(amounts.given(Decimal(typed), unit), self.lang)
        return wording.cell_text(typed, unit, self.lang)

    def value(self, table: str, column: str, typed: str) -> str:
        """What a reader sees for the word *typed* in a column."""
        found = self.binding.edition.tables[table].column(column)
        labels = found.labels if found else {}
        return self.said(labels[typed]) if typed in labels else typed

    def said(self, text: Text) -> str:
        return self.binding.plain(text[self.lang])

    def words(self, name: str, **parts: str) -> Markup:
        return escape(filled(self.binding.edition.words[f"formula_{name}"][self.lang], **parts))

    def worked_out(self, node: ast.expr) -> formulas.Value:
        edition, known = self.binding.edition, self.binding.amounts
        scope = Scope(known.__getitem__, frozenset(edition.figures), edition.tables, edition.units)
        return formulas.evaluate(ast.unparse(node), scope)


def _spell(node: ast.expr, say: _Spelling) -> Markup:
    match node:
        case ast.Constant(value=value):
            text = value if isinstance(value, str) else f"{Decimal(str(value)):f}"
            return escape(wording.cell_text(text, None, say.lang))
        case ast.Name(id=key):
            return say.figure(key)
        case ast.UnaryOp(operand=operand):
            return Markup("−{}").format(_bracketed(operand, say))
        case ast.BinOp(left=left, op=op, right=right):
            return _signed(_operand(left, say), _SIGNS[type(op)], _operand(right, say))
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _signed(_spell(left, say), _SIGNS[type(op)], _row_value(left, right, say))
        case ast.Attribute(value=ast.Name(id=table), attr=column):
            return say.column(table, column)
        case ast.Subscript(
            value=ast.Attribute(value=ast.Name(id=table), attr=column),
            slice=ast.Constant(value=str(key)),
        ):
            return say.cell(table, column, key)
        case ast.Subscript(value=whole, slice=rows):
            return say.words("where", column=_spell(whole, say), condition=_spell(rows, say))
        case ast.Call(func=ast.Name(id=name), args=args):
            return _CALLS.get(name, _worded(name))(args, say)
    raise AssertionError(ast.dump(node))  # the formula was evaluated before, so its parts are known


def _signed(left: str, sign: str, right: str) -> Markup:
    return Markup("{} {} {}").format(left, sign, right)


def _row_value(column: ast.expr, wanted: ast.expr, say: _Spelling) -> str:
    """What the rows of a column are compared with."""
    match column, wanted:
        case ast.Attribute(value=ast.Name(id=table), attr=name), ast.Constant(value=str(typed)):
            return say.value(table, name, typed)
    return _spell(wanted, say)


def _operand(node: ast.expr, say: _Spelling) -> Markup:
    """A side of a sum; of a rank its number, for "32nd" cannot be taken from anything."""
    if isinstance(node, ast.Name):
        unit = say.binding.amounts[node.id].unit
        return say.figure(node.id, wording.number if unit and unit.ordinal else wording.phrase)
    return _bracketed(node, say)


def _bracketed(node: ast.expr, say: _Spelling) -> Markup:
    text = _spell(node, say)
    compound = isinstance(node, ast.BinOp) or _called(node) in {"share", "change"}
    return Markup("({})").format(text) if compound else text


def _called(node: ast.expr) -> str | None:
    match node:
        case ast.Call(func=ast.Name(id=name)):
            return name
    return None


def _worded(name: str) -> Callable[[list[ast.expr], _Spelling], Markup]:
    def spelled(args: list[ast.expr], say: _Spelling) -> Markup:
        return say.words(name, column=_spell(args[0], say))

    return spelled


def _count(args: list[ast.expr], say: _Spelling) -> Markup:
    if isinstance(args[0], ast.Compare):
        return say.words("count_where", condition=_spell(args[0], say))
    return say.words("count", column=_spell(args[0], say))


def _share(args: list[ast.expr], say: _Spelling) -> Markup:
    return _signed(_operand(args[0], say), "÷", _operand(args[1], say))


def _change(args: list[ast.expr], say: _Spelling) -> Markup:
    return Markup("{} − 1").format(_signed(_operand(args[1], say), "÷", _operand(args[0], say)))


def _rank(args: list[ast.expr], say: _Spelling) -> Markup:
    """The row of a rank by the name that readers know it by."""
    table, _, key = _ranked_cell(args)
    row = say.value(table, say.binding.edition.tables[table].about.primaryKey, key)
    return say.words("rank", column=_spell(args[0], say), row=row)


def _ranked_cell(args: list[ast.expr]) -> formulas.Cell:
    whole, key = args
    column = whole.value if isinstance(whole, ast.Subscript) else whole
    assert isinstance(column, ast.Attribute)
    assert isinstance(column.value, ast.Name)
    assert isinstance(key, ast.Constant)
    return formulas.Cell(column.value.id, column.attr, str(key.value))


_CALLS: Mapping[str, Callable[[list[ast.expr], _Spelling], Markup]] = {
    "share": _share, "change": _change, "rank": _rank, "count": _count,
}  # fmt: skip


def _condition(node: ast.expr, say: _Spelling) -> Markup:
    if isinstance(node, ast.BoolOp):
        first, *more = [_condition(part, say) for part in node.values]
        for other in more:
            first = say.words("and", left=first, right=other)
        return first
    assert isinstance(node, ast.Compare)
    verdict = say.worked_out(node)
    assert isinstance(verdict, Verdict)
    left, right = node.left, node.comparators[0]
    if _called(left) == "rank":
        return _ranked(left, verdict, say)
    unit = _common_unit(verdict)
    seen = _told_apart(*(replace(a, unit=a.unit or unit) for a in (verdict.left, verdict.right)))
    write = wording.phrase if verdict.always else wording.quantity  # else it holds as printed
    value, edge = write(seen[0], say.lang), _edge(seen[1], say.lang)
    if verdict.sign != "==":
        first, other = _side(left, seen[0], value, say), _side(right, seen[1], edge, say)
        if isinstance(left, ast.BinOp | ast.Call):  # it ends with what it comes to
            first = say.words("which", left=first)
        return say.words(_COMPARED[verdict.sign], left=first, right=other)
    if _is_constant(right):
        return _side(left, seen[0], value, say)
    named = isinstance(right, ast.Name)
    other = _side(right, seen[1], edge, say) if named else _spell(right, say)
    return _signed(_spell(left, say), "=", other)


def _common_unit(verdict: Verdict) -> Unit | None:
    """What a side without a unit of its own is read in: the other's, or percent of a fraction."""
    sides = verdict.left, verdict.right
    if unit := next((side.unit for side in sides if side.unit), None):
        return unit
    pure = all(not side.dimension for side in sides)
    return _PERCENT if pure and any(0 < abs(side.value) < 1 for side in sides) else None


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


def _side(node: ast.expr, amount: Amount, value: str, say: _Spelling) -> Markup:
    """One side of a comparison, with its *amount* and how that is written."""
    if isinstance(node, ast.Name):
        return say.words("named", value=say.link(node.id, value), label=say.dated_label(node.id))
    if _is_constant(node):
        return escape(value if amount.value else "0")
    if formulas.cell(ast.unparse(node)):
        return _spell(node, say)
    found = recount(ast.unparse(node), amount, say.binding.edition, say.binding.amounts)
    text = _with_factor(node, found, replace(say, finer=found.finer))
    return _signed(text, "=" if found.follows else "≈", value)


def _ranked(node: ast.expr, verdict: Verdict, say: _Spelling) -> Markup:
    """A place among all that are ranked, with the value that earns it."""
    assert isinstance(node, ast.Call)
    whole, _ = node.args
    cell = _ranked_cell(node.args)
    count = say.worked_out(ast.Call(ast.Name("count"), [whole], []))
    assert isinstance(count, Amount)
    text = say.words(
        "ranked",
        row=say.value(
            cell.table, say.binding.edition.tables[cell.table].about.primaryKey, cell.row
        ),
        value=say.cell_value(*cell),
        rank=_place(verdict.left.value, say),
        count=wording.number(count, say.lang),
        column=_spell(whole, say),
    )
    limit = verdict.right.value
    match verdict.sign:
        case "==":
            return text
        case "<=":
            return say.words(
                "within", left=text, right=_place(limit.to_integral_value(ROUND_FLOOR), say)
            )
        case "<":
            return say.words(
                "within", left=text, right=_place(limit.to_integral_value(ROUND_CEILING) - 1, say)
            )
    which = say.words("which", left=text)
    return say.words(_COMPARED[verdict.sign], left=which, right=_place(limit, say))


def _place(rank: Decimal, say: _Spelling) -> str:
    return wording.quantity(replace(amounts.bare(rank), unit=_PLACE), say.lang)
