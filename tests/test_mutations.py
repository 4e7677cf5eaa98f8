"""Changes of the program that its tests are held to: what can change, and what is explained."""

import ast
import os
import subprocess
import sys

import pytest

from tests.support.mutations import ROOT, path_of
from tests.support.mutations.changes_nothing import everything
from tests.support.mutations.changing import changed, changes

SOURCE = """
@lru_cache(maxsize=2)
def least(a: int, b: int = 3) -> int:
    told.append(a)
    if not a < b < 9 and a:
        return min(a, -b)
    return None
"""


def test_what_can_change() -> None:
    """Neither types, nor how much is remembered, nor what gives nothing back already."""
    assert [f"{each.line} {each.said}" for each in changes(ast.parse(SOURCE))] == [
        "3 least: a: int, b: int=3 → a: int, b: int=4",
        "4 least: told.append(a) → None",
        "5 least: if not a < b < 9 and a → if True",
        "5 least: if not a < b < 9 and a → if False",
        "5 least: not a < b < 9 and a → not a < b < 9 or a",
        "5 least: not a < b < 9 → not not a < b < 9",
        "5 least: a < b < 9 → a <= b < 9",
        "5 least: a < b < 9 → a < b <= 9",
        "5 least: a < b < 9 → a < b < 10",
        "6 least: return min(a, -b) → return None",
        "6 least: min → max",
        "6 least: -b → +b",
    ]


def test_only_that_is_changed() -> None:
    tree = ast.parse("if a == 1:\n    b(2, 2)")
    first, *_, last = changes(tree)
    assert ast.unparse(changed(tree, first)) == "if True:\n    b(2, 2)"
    assert ast.unparse(changed(tree, last)) == "if a == 1:\n    b(2, 3)"
    assert last.said == "module: b(2, 2) → b(2, 3)"
    assert ast.unparse(tree) == "if a == 1:\n    b(2, 2)"


def test_what_is_explained_is_there_and_has_a_reason() -> None:
    """So no explanation outlives the line that it explains."""
    for module, explained in everything().items():
        there = {each.said for each in changes(ast.parse(path_of(module).read_text("utf-8")))}
        assert not {*explained} - there
        assert all(explained.values())


@pytest.mark.slow
def test_two_changes_are_noticed() -> None:
    """``python -m tests.support.mutations COUNT MODULE…`` tries as many as you like."""
    command = [sys.executable, "-m", "tests.support.mutations", "2", "judging.vouching"]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": "src"}, capture_output=True, text=True
    )
    assert done.stdout.splitlines()[-1].split()[:3] == ["judging.vouching", "2", "2"], done.stderr
