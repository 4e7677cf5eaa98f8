"""What a formula comes to: of derived figures, cross-checks and claims alike.

Walks the tree of a formula and knows only what is listed here, so that a formula can reach figures
and tables and nothing else: no powers, no loops, decimals of fixed precision.
"""

import ast
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from braindrain_site.figures import formulas
from braindrain_site.figures.formulas import FormulaError
from braindrain_site.figures.functions import FUNCTIONS, UnknownRow
from braindrain_site.model import amounts
from braindrain_site.model.amounts import Amount, AmountError
from braindrain_site.model.entries import Unit
from braindrain_site.model.problems import nearest
from braindrain_site.model.tables import Table

_ARITHMETIC: dict[type[ast.operator], Callable[[Amount, Amount], Amount]] = {
    ast.Add: amounts.add,
    ast.Sub: amounts.subtract,
    ast.Mult: amounts.multiply,
    ast.Div: amounts.divide,
}
_COMPARISONS: dict[type[ast.cmpop], tuple[str, Callable[[Decimal, Decimal], bool]]] = {
    ast.Lt: ("<", operator.lt),
    ast.LtE: ("<=", operator.le),
    ast.Gt: (">", operator.gt),
    ast.GtE: (">=", operator.ge),
    ast.Eq: ("==", operator.eq),
    ast.NotEq: ("!=", operator.ne),
}


@dataclass(frozen=True)
class Series:
    """A column, or a part of one: row key → amount, or → text for a column of words."""

    cells: Mapping[str, Amount | str]


@dataclass(frozen=True)
class Verdict:
    """Whether a comparison holds: for every value the words allow, and for the values printed."""

    always: bool
    printed: bool
    left: Amount
    sign: str
    right: Amount


Value = Amount | Series | Verdict | str


@dataclass(frozen=True)
class Scope:
    """What a formula may reach. *figure* gives a figure's amount and may raise FormulaError."""

    figure: Callable[[str], Amount]
    figures: frozenset[str]
    tables: Mapping[str, Table]
    units: Mapping[str, Unit]


def evaluate(text: str, scope: Scope) -> Value:
    """The value of a formula: an amount, or a verdict when it compares.

    Raises FormulaError at the part that cannot be worked out.
    """
    tree = formulas.parse(text)
    try:
        return worked_out(tree, scope)
    except FormulaError as error:
        error.offset = formulas.letters_before(text, error.offset)
        raise


def worked_out(node: ast.expr, scope: Scope) -> Value:
    """The value of a formula's tree or of a part of it. Raises FormulaError."""
    match node:
        case ast.Constant(value=int() | float()) if not isinstance(node.value, bool):
            return _literal(node)
        case ast.Constant() | ast.Tuple() if (row := formulas.row_named(node)) is not None:
            return row
        case ast.Name(id=name):
            return _figure(name, node, scope)
        case ast.UnaryOp(op=ast.USub()):
            return amounts.negative(_amount(node.operand, scope))
        case ast.BinOp() if type(node.op) in _ARITHMETIC:
            return _arithmetic(node, scope)
        case ast.Compare(ops=[_], comparators=[_]):
            return _comparison(node, scope)
        case ast.BoolOp(op=ast.And()):
            return _all_of(node, scope)
        case ast.Attribute(value=ast.Name()):
            return _column(node, scope)
        case ast.Subscript(value=ast.Attribute()):
            return _part(node, scope)
        case ast.Call(func=ast.Name(), keywords=[]):
            return _call(node, scope)
    raise FormulaError(
        "A formula cannot do this.",
        node.col_offset,
        f"It knows + - * / ( ), comparisons, figures, table.column and {', '.join(FUNCTIONS)}.",
    )


def _literal(node: ast.Constant) -> Amount:
    value = Decimal(str(node.value))
    if not value.is_finite():
        raise FormulaError("There is no such number.", node.col_offset)
    return amounts.bare(value)


def _figure(name: str, node: ast.expr, scope: Scope) -> Amount:
    if name not in scope.figures:
        hint = nearest(name, [*scope.figures, *scope.tables])
        if name in scope.tables:
            column = _columns(name, scope)[0]
            hint = f'"{name}" is a table: name a column of it, such as {name}.{column}.'
        raise FormulaError(f'There is no figure "{name}".', node.col_offset, hint)
    return scope.figure(name)


def _columns(table: str, scope: Scope) -> list[str]:
    return [column.name for column in scope.tables[table].about.fields]


def _amount(node: ast.expr, scope: Scope) -> Amount:
    value = worked_out(node, scope)
    if not isinstance(value, Amount):
        found = {Series: "a whole column", Verdict: "a comparison", str: "a word"}[type(value)]
        raise FormulaError(f"This needs one number, but has {found}.", node.col_offset)
    return value


def _series(node: ast.expr, scope: Scope) -> Series:
    value = worked_out(node, scope)
    if not isinstance(value, Series):
        raise FormulaError("This needs a column, such as table.column.", node.col_offset)
    return value


def _arithmetic(node: ast.BinOp, scope: Scope) -> Amount:
    left, right = _amount(node.left, scope), _amount(node.right, scope)
    try:
        return _ARITHMETIC[type(node.op)](left, right)
    except AmountError as error:
        raise _unlike(error, node) from None


def _unlike(error: AmountError, node: ast.expr) -> FormulaError:
    """What to say where *error* tells that two units do not go together."""
    hint = (
        "Turn one into the unit of the other first, as an exchange rate does by * or /; or, if "
        "both count alike, give them the same dimension in units.yaml."
    )
    if "zero" in str(error):
        hint = "Divide by a figure that is above zero for certain."
    return FormulaError(_sentence(error), node.col_offset, hint)


def _sentence(error: AmountError) -> str:
    text = str(error)
    return f"This {text}." if text.startswith("divides") else f"Here {text}."


def _comparison(node: ast.Compare, scope: Scope) -> Verdict | Series:
    left, right = worked_out(node.left, scope), worked_out(node.comparators[0], scope)
    sign, compare = _COMPARISONS[type(node.ops[0])]
    if isinstance(left, Series) and isinstance(right, Amount | str):
        return _where(left, sign, compare, right, node)
    if not isinstance(left, Amount) or not isinstance(right, Amount):
        raise FormulaError("Only numbers can be compared here.", node.col_offset)
    try:
        amounts.same(left, right, "compared")
    except AmountError as error:
        raise _unlike(error, node) from None
    printed = compare(left.value, right.value)
    ends = [compare(a, b) for a in (left.low, left.high) for b in (right.low, right.high)]
    return Verdict(all(ends) and printed, printed, left, sign, right)


def _where(
    series: Series,
    sign: str,
    compare: Callable[[Decimal, Decimal], bool],
    wanted: Amount | str,
    node: ast.Compare,
) -> Series:
    """The rows of *series* that satisfy the comparison."""
    kept: dict[str, Amount | str] = {}
    for key, cell in series.cells.items():
        if isinstance(cell, str) != isinstance(wanted, str):
            raise FormulaError("Words and numbers cannot be compared.", node.col_offset)
        if isinstance(cell, str) and sign not in {"==", "!="}:
            raise FormulaError(
                f"Words and periods have no order here, so {sign} chooses no rows.",
                node.col_offset,
                "Compare them by == or !=; or compare a column of years or numbers.",
            )
        if isinstance(cell, str):
            holds = (cell == wanted) == (sign == "==")
        else:
            assert isinstance(wanted, Amount)
            holds = compare(cell.value, wanted.value)
        if holds:
            kept[key] = cell
    return Series(kept)


def _all_of(node: ast.BoolOp, scope: Scope) -> Verdict:
    verdicts = []
    for part in node.values:
        value = worked_out(part, scope)
        if not isinstance(value, Verdict):
            raise FormulaError('Both sides of "and" must compare.', part.col_offset)
        verdicts.append(value)
    return min(verdicts, key=lambda verdict: (verdict.printed, verdict.always))


def _column(node: ast.Attribute, scope: Scope) -> Series:
    assert isinstance(node.value, ast.Name)
    table = scope.tables.get(node.value.id)
    if table is None:
        hint = nearest(node.value.id, scope.tables)
        raise FormulaError(f'There is no table "{node.value.id}".', node.col_offset, hint)
    column = table.column(node.attr)
    if column is None:
        hint = nearest(node.attr, _columns(table.name, scope))
        offset = node.col_offset + len(node.value.id) + 1
        raise FormulaError(f'"{table.name}" has no column "{node.attr}".', offset, hint)
    cells = zip(table.keys, table.typed[column.name], strict=True)
    if column.type not in {"number", "integer", "year"}:
        return Series(dict(cells))
    unit = scope.units[column.unit] if column.unit else None
    return Series({key: _cell(typed, unit) for key, typed in cells if typed})


def _cell(typed: str, unit: Unit | None) -> Amount:
    return amounts.given(Decimal(typed), unit) if unit else amounts.bare(Decimal(typed))


def _part(node: ast.Subscript, scope: Scope) -> Value:
    """``table.column["key"]``: one cell; ``table.column[table.other == "yes"]``: some rows."""
    series = _series(node.value, scope)
    chosen = worked_out(node.slice, scope)
    if isinstance(chosen, str):
        if chosen not in series.cells:
            hint = nearest(chosen, series.cells)
            raise FormulaError(f'No row is called "{chosen}".', node.slice.col_offset, hint)
        return series.cells[chosen]
    if isinstance(chosen, Series):
        return Series({key: cell for key, cell in series.cells.items() if key in chosen.cells})
    raise FormulaError(
        "Between the brackets stands a row's key or a condition.",
        node.slice.col_offset,
        'Write the key between quotes: ["2020"].',
    )


def _call(node: ast.Call, scope: Scope) -> Amount:
    assert isinstance(node.func, ast.Name)
    name = node.func.id
    if name not in FUNCTIONS:
        hint = nearest(name, FUNCTIONS, f"The functions are {', '.join(FUNCTIONS)}.")
        raise FormulaError(f'There is no function "{name}".', node.col_offset, hint)
    wanted, function = FUNCTIONS[name]
    if len(node.args) != len(wanted):
        parts = "one part" if len(wanted) == 1 else f"{len(wanted)} parts"
        raise FormulaError(f'"{name}" needs {parts} between its brackets.', node.col_offset)
    values = [_PARTS[kind](arg, scope) for kind, arg in zip(wanted, node.args, strict=True)]
    try:
        return function(*values)
    except AmountError as error:
        raise FormulaError(_sentence(error), node.col_offset) from None
    except UnknownRow as error:
        hint = nearest(error.key, error.known, "Write the row's key in quotes.")
        raise FormulaError(
            "This row is not in the column.", node.args[1].col_offset, hint
        ) from None


def _numbers(node: ast.expr, scope: Scope) -> dict[str, Amount]:
    cells = _series(node, scope).cells
    numbers = {key: cell for key, cell in cells.items() if isinstance(cell, Amount)}
    if not cells:
        raise FormulaError(
            "No number is left here.",
            node.col_offset,
            "Choose by a condition that a row fulfils, or fill in the column.",
        )
    if len(numbers) != len(cells):
        raise FormulaError("This needs a column of numbers.", node.col_offset)
    return numbers


def _key(node: ast.expr, scope: Scope) -> str:
    value = worked_out(node, scope)
    return value if isinstance(value, str) else ""


_PARTS: dict[str, Callable[[ast.expr, Scope], Any]] = {
    "number": _amount,
    "numbers": _numbers,
    "rows": lambda node, scope: _series(node, scope).cells,
    "key": _key,
}
