"""What the tests would notice: the program with one small thing changed, held to its own tests.

``python -m tests.support.mutations COUNT MODULE…`` tries COUNT changes of each module (such as
``model.amounts``), chosen evenly; prints those that no test notices, and the share that is noticed.
Each is tried in a process of its own, where the module is compiled anew before any test loads it.
"""

import ast
import copy
import importlib.abc
import importlib.machinery
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

import markdown_it  # noqa: F401  loaded once, before the processes part
import pandas  # noqa: F401
import pydantic  # noqa: F401
import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = "braindrain_site"
LONGEST = 120
"""Seconds: what takes longer than that is noticed by whoever waits."""
BESIDE = {
    "model.amounts": ["tests/figures", "tests/wording"],
    "figures.evaluation": ["tests/figures", "tests/judging/test_claims.py"],
    "figures.formulas": ["tests/figures"],
    "figures.grades": ["tests/figures"],
    "judging.claims": ["tests/judging", "tests/meanings", "tests/test_mistakes.py"],
    "judging.meanings": ["tests/meanings", "tests/judging", "tests/test_mistakes.py"],
    "judging.coverage": ["tests/judging", "tests/test_mistakes.py"],
    "judging.unbound": ["tests/judging", "tests/test_mistakes.py"],
    "judging.vouching": ["tests/judging", "tests/test_mistakes.py"],
    "meanings.facts": ["tests/meanings"],
    "meanings.intervals": ["tests/meanings"],
    "meanings.meaning": ["tests/meanings"],
    "meanings.ratios": ["tests/meanings"],
    "wording": ["tests/wording", "tests/texts", "tests/figures", "tests/pages"],
    "wording.english": ["tests/wording", "tests/texts"],
    "wording.korean": ["tests/wording", "tests/texts"],
    "wording.particles": ["tests/wording", "tests/texts"],
}
"""The tests of each module beyond the one that is called like it."""
SWAPS: dict[type, type] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.And: ast.Or,
    ast.Or: ast.And, ast.Break: ast.Continue, ast.Continue: ast.Break,
}  # fmt: skip
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


def changes(tree: ast.Module) -> Iterator[tuple[str, ast.Module]]:
    """Each way to change one thing of a module: what was changed, and the module."""
    for number, node in enumerate(ast.walk(tree)):
        for said, change in _of(node):
            other = copy.deepcopy(tree)
            change([*ast.walk(other)][number])
            yield f"{getattr(node, 'lineno', 0)}: {said}", ast.fix_missing_locations(other)


def _of(node: ast.AST) -> Iterator[tuple[str, "Change"]]:
    match node:
        case ast.Compare(ops=[only]) if type(only) in SWAPS:
            swap = SWAPS[type(only)]
            yield f"{ast.unparse(node)} → {swap.__name__}", _set("ops", [swap()])
        case ast.BinOp(op=op) | ast.BoolOp(op=op) if type(op) in SWAPS:
            yield f"{ast.unparse(node)} → {SWAPS[type(op)].__name__}", _set("op", SWAPS[type(op)]())
        case ast.UnaryOp(op=ast.Not()):
            yield f"{ast.unparse(node)} → without not", _set("op", ast.UAdd())
        case ast.Constant(value=bool(value)):
            yield f"{value} → {not value}", _set("value", not value)
        case ast.Constant(value=int(value)):
            yield f"{value} → {value + 1}", _set("value", value + 1)
        case ast.If() | ast.IfExp():
            yield f"if {ast.unparse(node.test)} → True", _set("test", ast.Constant(True))
            yield f"if {ast.unparse(node.test)} → False", _set("test", ast.Constant(False))
        case ast.Return(value=ast.expr() as value) if ast.unparse(value) != "None":
            yield f"return {ast.unparse(value)} → None", _set("value", ast.Constant(None))
        case ast.Name(id=name) if name in NAMES:
            yield f"{name} → {NAMES[name]}", _set("id", NAMES[name])


class Change:
    """Sets a field of a node."""

    def __init__(self, field: str, value: object) -> None:
        self._field, self._value = field, value

    def __call__(self, node: ast.AST) -> None:
        setattr(node, self._field, self._value)


_set = Change


class Instead(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads *code* for the module *name*, and leaves all others alone."""

    def __init__(self, name: str, path: Path, code: ast.Module) -> None:
        self._name, self._path, self._code = name, path, code

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self._name:
            return None
        spec = importlib.machinery.ModuleSpec(name, self, origin=str(self._path))
        spec.has_location = True
        if self._path.name == "__init__.py":
            spec.submodule_search_locations = [str(self._path.parent)]
        return spec

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self._code, str(self._path), "exec"), vars(module))


def noticed(module: str, path: Path, code: ast.Module, tests: Sequence[str]) -> bool:
    """Whether any of *tests* fails, or never ends, where *module* is *code*."""
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        sys.meta_path.insert(0, Instead(f"{PACKAGE}.{module}", path, code))
        given = [*tests, "-x", "-q", "-n0", "-m", "not slow"]
        os._exit(int(pytest.main(given)))
    ends = time.monotonic() + LONGEST
    while time.monotonic() < ends:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) != 0
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def tests_of(module: str) -> list[str]:
    """The tests of a module, its own first."""
    *folder, name = module.split(".")
    own = Path("tests", *folder, f"test_{name}.py")
    return [*([str(own)] if (ROOT / own).exists() else []), *BESIDE[module]]


def main() -> None:
    """Prints what goes unnoticed in each module, and the share that does not."""
    count = int(sys.argv[1])
    for module in sys.argv[2:] or BESIDE:
        path = ROOT / "src" / PACKAGE / Path(*module.split("."))
        path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        tree, tests = ast.parse(path.read_text("utf-8")), tests_of(module)
        assert not noticed(module, path, tree, tests), f"the tests of {module} fail unchanged"
        found = [*changes(tree)]
        chosen = found[:: max(1, len(found) // count)][:count]
        left = [said for said, code in chosen if not noticed(module, path, code, tests)]
        share = 1 - len(left) / len(chosen)
        print(f"{module}: {len(chosen) - len(left)} of {len(chosen)} noticed, {share:.0%}")
        print(*(f"  {said}" for said in left), sep="\n", flush=True)


if __name__ == "__main__":
    main()
