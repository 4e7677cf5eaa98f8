"""What the tests would notice: the program with one small thing changed, held to its own tests.

``python -m tests.support.mutations COUNT MODULE…`` tries COUNT changes of each module (such as
``model.amounts``), chosen evenly; prints those that no test notices, and the share that is noticed.
Each is tried in a process of its own: first with other code in the functions that the collected
tests have loaded; if no test notices, or the change is none of a function, where the module is
compiled anew before any test loads it, and nothing but libraries is loaded already.

What changes nothing goes unnoticed: in ``meanings.intervals`` the ends of ``_further`` may lie 2
instead of 1 way apart, for only its sign counts.
"""

import ast
import copy
import functools
import gc
import importlib
import importlib.abc
import importlib.machinery
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

import pytest
from hypothesis import HealthCheck, Phase, settings

ROOT = Path(__file__).parents[2]
PACKAGE = "braindrain_site"
LONGEST = 25
"""Seconds: what takes longer than that is noticed by whoever waits."""
LARGEST = 4 << 30
"""Bytes: so is what needs more than that."""
QUICK = [
    *("-x", "-q", "--assert=plain", "-p", "no:xdist", "-p", "no:cov"),
    *("--hypothesis-profile=mutations", "-m", "not slow"),
]
"""Ends at the first failure, which nobody needs in its simplest form."""
_FACTS, _REWORDINGS = "tests/meanings/test_facts.py", "tests/meanings/test_rewordings.py"
_WORDING = ["tests/wording/test_wording.py", "tests/wording/test_korean.py"]
BESIDE = {
    "model.amounts": ["tests/figures/test_evaluation.py", "tests/wording/test_wording.py"],
    "figures.evaluation": ["tests/judging/test_claims.py"],
    "figures.formulas": ["tests/figures/test_evaluation.py"],
    "figures.grades": [],
    "judging.claims": [],
    "judging.meanings": [_REWORDINGS],
    "judging.coverage": [],
    "judging.unbound": ["tests/judging/test_coverage.py"],
    "judging.vouching": ["tests/judging/test_coverage.py"],
    "meanings.facts": [_REWORDINGS],
    "meanings.intervals": [_FACTS],
    "meanings.meaning": [_FACTS, _REWORDINGS],
    "meanings.ratios": [_FACTS],
    "wording": _WORDING,
    "wording.english": _WORDING,
    "wording.korean": _WORDING,
    "wording.particles": ["tests/wording/test_korean.py"],
}
"""The tests of each module beyond the one that is called like it."""
SWAPS: dict[type, type] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.And: ast.Or,
    ast.Or: ast.And, ast.Break: ast.Continue, ast.Continue: ast.Break,
}  # fmt: skip
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


def changes(tree: ast.Module) -> Iterator[tuple[str, int, "Change"]]:
    """Each way to change one thing of a module: in words, the node by its number, and how.

    How much is remembered (``@lru_cache(maxsize=2)``) is a matter of speed, and what is always of
    one length is ``strict`` or not.
    """
    no_matter = {
        inner
        for node in ast.walk(tree)
        for each in (*getattr(node, "decorator_list", ()), *_strict(node))
        for inner in ast.walk(each)
    }
    for number, node in enumerate(ast.walk(tree)):
        for said, change in _of(node) if node not in no_matter else ():
            yield f"{getattr(node, 'lineno', 0)}: {said}", number, change


def _strict(node: ast.AST) -> list[ast.keyword]:
    return [each for each in getattr(node, "keywords", ()) if each.arg == "strict"]


def changed(tree: ast.Module, number: int, change: "Change") -> ast.Module:
    """A copy of *tree* with the *change* in its node of that *number*."""
    other = copy.deepcopy(tree)
    change([*ast.walk(other)][number])
    return ast.fix_missing_locations(other)


def _of(node: ast.AST) -> Iterator[tuple[str, "Change"]]:
    match node:
        case ast.Compare(ops=[only]) if type(only) in SWAPS:
            swap = SWAPS[type(only)]
            yield f"{ast.unparse(node)} → {swap.__name__}", _set("ops", [swap()])
        case ast.BinOp(op=op) | ast.BoolOp(op=op) if type(op) in SWAPS:
            yield f"{ast.unparse(node)} → {SWAPS[type(op)].__name__}", _set("op", SWAPS[type(op)]())
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            twice = ast.UnaryOp(ast.Not(), operand)
            yield f"{ast.unparse(node)} → without not", _set("operand", twice)
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


class Collected:
    """Holds tests that were collected once to every change of the code of functions."""

    def __init__(self, path: Path, trees: Sequence[ast.Module], room: str) -> None:
        self._path, self._trees, self._room = path, trees, room

    def pytest_collection_finish(self) -> None:
        """The process that collected them waits; each that parts from it goes on with the tests."""
        gc.freeze()
        plain = _codes(self._path, ast.parse(self._path.read_text("utf-8")))
        for number, tree in enumerate(self._trees):
            other = _codes(self._path, tree)
            child = os.fork()
            if child == 0:
                _confine()
                if not _replaced(self._path, plain, other):
                    os._exit(0)
                return
            if _failed(child):
                Path(self._room, str(number)).touch()
        os._exit(0)


def noticed_in_functions(
    path: Path, trees: Sequence[ast.Module], tests: Sequence[str]
) -> list[bool]:
    """Of each of *trees* whether *tests* notice what is other in its functions."""
    with tempfile.TemporaryDirectory() as room:
        child = os.fork()
        if child == 0:
            try:
                _be_quiet(room)
                os._exit(int(pytest.main([*tests, *QUICK], [Collected(path, trees, room)])))
            finally:
                os._exit(1)
        os.waitpid(child, 0)
        return [Path(room, str(number)).exists() for number in range(len(trees))]


def _codes(path: Path, tree: ast.Module) -> dict[tuple[str, int], CodeType]:
    """The code of each function of a module, by name and line."""
    found: dict[tuple[str, int], CodeType] = {}
    left = [compile(tree, str(path), "exec")]
    while left:
        inner = [each for each in left.pop().co_consts if isinstance(each, CodeType)]
        found |= {(each.co_qualname, each.co_firstlineno): each for each in inner}
        left += inner
    return found


def _replaced(
    path: Path, plain: Mapping[tuple[str, int], CodeType], other: Mapping[tuple[str, int], CodeType]
) -> bool:
    """Gives every function of a module its *other* code, and forgets what was worked out before.

    False where that cannot be.
    """
    done = False
    gc.unfreeze()
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__.co_filename == str(path):
            key = (each.__code__.co_qualname, each.__code__.co_firstlineno)
            code = other.get(key, plain[key])  # what is never reached now is in it no more
            if code != plain[key]:
                if code.co_freevars != plain[key].co_freevars:
                    return False
                each.__code__, done = code, True
        elif isinstance(each, functools._lru_cache_wrapper):
            each.cache_clear()
        elif isinstance(each, dict) and type(each).__name__ == "Memory":
            each.clear()
    return done


def noticed(module: str, path: Path, code: ast.Module, tests: Sequence[str]) -> bool:
    """Whether any of *tests* fails, or never ends, where *module* is *code*."""
    with tempfile.TemporaryDirectory() as room:
        child = os.fork()
        if child == 0:
            try:
                _be_quiet(room)
                _confine()
                sys.meta_path.insert(0, Instead(f"{PACKAGE}.{module}", path, code))
                os._exit(int(pytest.main([*tests, *QUICK])))
            finally:
                os._exit(1)
        return _failed(child)


def _failed(child: int) -> bool:
    """Waits for a process: whether it failed, or had to be ended."""
    ends = time.monotonic() + LONGEST
    while time.monotonic() < ends:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) != 0
        time.sleep(0.01)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def _confine() -> None:
    os.setpgid(0, 0)
    resource.setrlimit(resource.RLIMIT_AS, (LARGEST, LARGEST))


def _be_quiet(room: str) -> None:
    """What the process writes from now on goes to *room*, and what it says nowhere."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    os.environ["TMPDIR"] = tempfile.tempdir = room
    os.environ.pop("DRAWN_FOR_TESTS", None)  # what is drawn is shared by no two changes
    os.chdir(ROOT)


def load_libraries() -> None:
    """Loads what the program and its tests stand on, and nothing of theirs stays loaded."""
    for name in (f"{PACKAGE}.cli", "tests.conftest"):
        importlib.import_module(name)
    for name in [*sys.modules]:
        if name.partition(".")[0] in {PACKAGE, "tests"}:
            del sys.modules[name]
    calm = settings(
        deadline=None,
        derandomize=True,
        max_examples=50,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.register_profile("mutations", calm)
    gc.freeze()


def tests_of(module: str, path: Path) -> list[str]:
    """The tests of a module, its examples and its own first."""
    *folder, name = module.split(".")
    own = Path("tests", *folder, f"test_{name}.py")
    examples = [str(path)] if ">>> " in path.read_text("utf-8") else []
    return [*examples, *([str(own)] if (ROOT / own).exists() else []), *BESIDE[module]]


def main() -> None:
    """Prints what goes unnoticed in each module, and the share that does not."""
    load_libraries()
    count = int(sys.argv[1])
    for module in sys.argv[2:] or BESIDE:
        path = ROOT / "src" / PACKAGE / Path(*module.split("."))
        path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        tree, tests = ast.parse(path.read_text("utf-8")), tests_of(module, path)
        assert not noticed(module, path, tree, tests), f"the tests of {module} fail unchanged"
        found = [*changes(tree)]
        tried = min(count, len(found))
        chosen = [found[n * len(found) // tried] for n in range(tried)]
        trees = [changed(tree, node, change) for _, node, change in chosen]
        seen = noticed_in_functions(path, trees, tests)
        left = [
            said
            for (said, *_), code, noted in zip(chosen, trees, seen, strict=True)
            if not (noted or noticed(module, path, code, tests))
        ]
        print(f"{module}: {tried - len(left)} of {tried} noticed, {1 - len(left) / tried:.0%}")
        print(*(f"  {said}" for said in left), sep="\n", flush=True)


if __name__ == "__main__":
    main()
