"""Whether any test fails where the program is changed.

Each change is tried in a process of its own: first with other code in the functions that the
collected tests have loaded; if no test notices, or the change is none of a function, where the
module is compiled anew before any test loads it, and nothing but libraries is loaded already.
"""

import ast
import functools
import gc
import importlib
import importlib.abc
import importlib.machinery
import math
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.support.mutations import PACKAGE, ROOT, path_of

LARGEST = 4 << 30
"""Bytes: what needs more than that is noticed."""
QUICK = [
    *("-x", "-q", "--tb=no", "--assert=plain", "-p", "no:xdist", "-p", "no:cov"),
    *("--hypothesis-profile=mutations", "-m", "not slow"),
]
"""Ends at the first failure, which nobody needs in its simplest form."""

Key = tuple[str, int]
"""The name of a function and its first line."""


class End(Enum):
    """How the tests of a change ended."""

    PASSED = 0
    FAILED = 1
    NEVER = 2
    """They took too long: whoever runs them notices that."""


class Held:
    """A module and the tests that hold it.

    Raises AssertionError if they fail where nothing is changed.
    """

    def __init__(self, module: str, tests: Sequence[str]) -> None:
        self._module, self._path, self._tests = module, path_of(module), tests
        self._longest = 600
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        plain = self._anew(ast.parse(self._path.read_text("utf-8")))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert plain is End.PASSED, f"the tests of {module} fail unchanged"
        taken = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        self._longest = math.ceil(3 * taken) + 3
        """Seconds of the processor, which others may use meanwhile without making them fewer."""

    def ends(self, trees: Sequence[ast.Module]) -> list[End]:
        """How the tests end with each of *trees* for the code of the module."""
        quick = self._in_functions(trees)
        return [
            self._anew(tree) if end is End.PASSED else end
            for tree, end in zip(trees, quick, strict=True)
        ]

    def _in_functions(self, trees: Sequence[ast.Module]) -> list[End]:
        with tempfile.TemporaryDirectory() as room:
            collected = _Collected(self._path, trees, self._longest, room)
            child = os.fork()
            if child == 0:
                _test([*self._tests], room, [collected])
            os.waitpid(child, 0)
            return [
                End(int(said.read_text())) if (said := Path(room, f"{number}")).exists() else End(0)
                for number in range(len(trees))
            ]

    def _anew(self, tree: ast.Module) -> End:
        with tempfile.TemporaryDirectory() as room:
            child = os.fork()
            if child == 0:
                _confine(self._longest)
                sys.meta_path.insert(0, _Instead(f"{PACKAGE}.{self._module}", self._path, tree))
                _test([*self._tests], room)
            return _end(child)


class _Instead(importlib.abc.MetaPathFinder, importlib.abc.Loader):
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


class _Collected:
    """Holds tests that were collected once to every change of the code of functions."""

    def __init__(self, path: Path, trees: Sequence[ast.Module], longest: int, room: str) -> None:
        self._path, self._trees, self._longest, self._room = path, trees, longest, room

    def pytest_collection_finish(self) -> None:
        """The process that collected them waits; each that parts from it goes on with the tests."""
        functions: dict[Key, list[FunctionType]] = {}
        gc.unfreeze()  # what is frozen is not among the objects
        for each in gc.get_objects():
            if isinstance(each, FunctionType) and each.__code__.co_filename == str(self._path):
                functions.setdefault(_key(each.__code__), []).append(each)
            elif isinstance(each, functools._lru_cache_wrapper):
                each.cache_clear()  # what was worked out before
            elif isinstance(each, dict) and type(each).__name__ == "Memory":
                each.clear()
        gc.freeze()
        for number, tree in enumerate(self._trees):
            code = _codes(self._path, tree)
            child = os.fork()
            if child == 0:
                _confine(self._longest)
                if not _replace(functions, code):
                    os._exit(0)
                return
            Path(self._room, f"{number}").write_text(f"{_end(child).value}")
        os._exit(0)


def _key(code: CodeType) -> Key:
    return code.co_qualname, code.co_firstlineno


def _codes(path: Path, tree: ast.Module) -> dict[Key, CodeType]:
    """The code of each function of a module."""
    found: dict[Key, CodeType] = {}
    left = [compile(tree, str(path), "exec")]
    while left:
        inner = [each for each in left.pop().co_consts if isinstance(each, CodeType)]
        found |= {_key(each): each for each in inner}
        left += inner
    return found


def _replace(functions: Mapping[Key, list[FunctionType]], code: Mapping[Key, CodeType]) -> bool:
    """Gives the *functions* of a module their other *code*: False where that cannot be."""
    done = False
    for key, those in functions.items():
        for each in those:
            other = code.get(key, each.__code__)  # what is never reached now is in it no more
            if other != each.__code__:
                if other.co_freevars != each.__code__.co_freevars:
                    return False
                each.__code__, done = other, True
    return done


def _test(tests: list[str], room: str, plugins: Sequence[object] = ()) -> None:
    """Runs *tests*, ends the process with what came out, and says nothing of it.

    What it writes goes to *room*.
    """
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        os.environ["TMPDIR"] = tempfile.tempdir = room
        os.environ.pop("DRAWN_FOR_TESTS", None)  # what is drawn is shared by no two changes
        os.chdir(ROOT)
        os._exit(int(pytest.main([*tests, *QUICK], plugins)))
    finally:
        os._exit(1)


def _confine(longest: int) -> None:
    """Ends this process once it has had a processor for so many seconds, or takes all memory."""
    resource.setrlimit(resource.RLIMIT_CPU, (longest, longest + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (LARGEST, LARGEST))


def _end(child: int) -> End:
    """Waits for a process: how it ended."""
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        return End.NEVER
    return End.PASSED if status == 0 else End.FAILED


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
