"""What can change in a module: one operator, number, condition or call at a time."""

import ast
import copy
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

SWAPS: dict[type, type] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.And: ast.Or,
    ast.FloorDiv: ast.Div, ast.Mod: ast.FloorDiv, ast.USub: ast.UAdd, ast.Or: ast.And,
}  # fmt: skip
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True, eq=False)
class Change:
    """Another *value* in a *field* of a node of a module, the node by its number."""

    said: str
    """As ``function: before → after``, by which it is known wherever its line moves."""
    line: int
    number: int
    field: str
    value: object


def changes(tree: ast.Module) -> list[Change]:
    """Each way to change one thing of a module, from its first line to its last.

    A thing that is written twice in a function is told apart by its place: ``… (2)``.
    """
    parents, places = _surroundings(tree)
    no_matter = set(_no_matter(tree))
    said: Counter[str] = Counter()
    found = []
    for number, node in enumerate(ast.walk(tree)):
        for field, value in _of(node) if node not in no_matter else ():
            if isinstance(node, ast.Return) and ast.unparse(node) == "return None":
                continue
            shown = parents[node] if isinstance(node, ast.Constant) else node
            words = f"{places[node]}: {_difference(shown, node, field, value)}"
            said[words] += 1
            words += f" ({said[words]})" if said[words] > 1 else ""
            found.append(Change(words, getattr(node, "lineno", 0), number, field, value))
    return sorted(found, key=lambda each: each.line)


def changed(tree: ast.Module, change: Change) -> ast.Module:
    """A copy of *tree* with the *change*."""
    other = copy.deepcopy(tree)
    setattr([*ast.walk(other)][change.number], change.field, change.value)
    return ast.fix_missing_locations(other)


def _of(node: ast.AST) -> Iterator[tuple[str, object]]:
    match node:
        case ast.Compare(ops=ops):
            for place, op in enumerate(ops):
                if type(op) in SWAPS:
                    yield "ops", [*ops[:place], SWAPS[type(op)](), *ops[place + 1 :]]
        case ast.BinOp(op=op) | ast.BoolOp(op=op) | ast.AugAssign(op=op) | ast.UnaryOp(op=op) if (
            type(op) in SWAPS
        ):
            yield "op", SWAPS[type(op)]()
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "operand", ast.UnaryOp(ast.Not(), operand)
        case ast.Constant(value=bool(value)):
            yield "value", not value
        case ast.Constant(value=int(value)):
            yield "value", value + 1
        case ast.If() | ast.IfExp():
            yield from (("test", ast.Constant(True)), ("test", ast.Constant(False)))
        case ast.Return(value=ast.expr()) | ast.Expr(value=ast.Call()):
            yield "value", ast.Constant(None)
        case ast.Name(id=name) if name in NAMES:
            yield "id", NAMES[name]


def _no_matter(tree: ast.Module) -> Iterator[ast.AST]:
    """What is never tried, as it is no matter of what comes out.

    How much is remembered (``@lru_cache(maxsize=2)``) and what a module holds of a type are matters
    of speed, types no code, and what is always of one length is ``strict`` or not.
    """
    for node in ast.walk(tree):
        strict = [each for each in getattr(node, "keywords", ()) if each.arg == "strict"]
        typed = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        for each in (*getattr(node, "decorator_list", ()), *strict, *filter(None, typed)):
            yield from ast.walk(each)


def _surroundings(tree: ast.Module) -> tuple[dict[ast.AST, ast.AST], dict[ast.AST, str]]:
    """Of each node what it is part of, and the name of the function or class that it is in."""
    parents: dict[ast.AST, ast.AST] = {}
    places: dict[ast.AST, str] = {tree: "module"}
    for node in ast.walk(tree):
        inner = node.name if isinstance(node, ast.FunctionDef | ast.ClassDef) else places[node]
        for child in ast.iter_child_nodes(node):
            parents[child], places[child] = node, inner
    return parents, places


def _difference(shown: ast.AST, node: ast.AST, field: str, value: object) -> str:
    """How what is *shown* reads before and after: of a condition no more than itself."""
    read = _condition if isinstance(node, ast.If | ast.IfExp) else ast.unparse
    before, old = read(shown), getattr(node, field)
    setattr(node, field, value)
    after = read(shown)
    setattr(node, field, old)
    return f"{before} → {after}"


def _condition(node: ast.AST) -> str:
    assert isinstance(node, ast.If | ast.IfExp)
    return f"if {ast.unparse(node.test)}"
