"""Shares and multiples are told from numbers of something."""

import ast
from fractions import Fraction
from pathlib import Path

import pytest

from braindrain_site.judging.draft import Draft
from braindrain_site.meanings.ratios import (
    constant,
    divided,
    factor,
    is_only_relative,
    is_relative,
)
from tests.support import small

SCOPE = Draft(small.judged()[0]).figures.scope


def tree(formula: str) -> ast.expr:
    return ast.parse(formula, mode="eval").body


@pytest.mark.parametrize(
    "formula",
    [
        "pay_away / pay_here", "share(left_music, left)", "change(pay_here, pay_away)",
        "pay_multiple", "share_music", "-share_music", "1 - share_music", "2 * pay_multiple",
        "pay_multiple / 2", "share_music + share_music", "share_music * pay_multiple",
        "(pay_away - pay_here) / pay_here", "max(by_subject.teachers) / left",
        "count(by_subject.teachers) / count(by_subject.subject)",
    ],
)  # fmt: skip
def test_shares_and_multiples(formula: str) -> None:
    assert is_relative(tree(formula), SCOPE)


@pytest.mark.parametrize(
    "formula",
    [
        "left", "pay_away - pay_here", "left / 2", "1 / left", "pay_in_won / pay_here",
        "count(by_subject.teachers)", "count(by_subject.teachers) / 2",
        "count(by_subject.teachers) + share_music", "sum(by_subject.teachers)",
        "max(by_subject.teachers)", 'by_subject.teachers["music"]',
        'rank(by_subject.teachers, "music")', "left * share_music", "2 + left", "4",
    ],
)  # fmt: skip
def test_numbers_of_something(formula: str) -> None:
    """Of teachers, of dollars, of won to the dollar, of rows; a place is no share either."""
    assert is_relative(tree(formula), SCOPE) is False


@pytest.mark.parametrize(
    ("print", "dimension", "scale", "expected"),
    [
        ("{} times", "1", "1", True),
        ("{}배", "1", "1", True),
        ("{}% a year", "1/year", "0.01", True),
        ("{}", "1", "1", True),
        ("{} per 1,000 people", "1", "0.001", True),
        ("{} countries", "1", "1", False),
        ("{} dozen cities", "1", "12", False),
        ("{}배럴", "barrels", "1", False),
        ("{} times", "people", "1", True),
        ("{} timesheets", "1", "1", False),
    ],
)
def test_a_unit_says_what_it_is_of(print: str, dimension: str, scale: str, expected: bool) -> None:
    """Pure numbers too may count something: countries, fields."""
    unit = small.unit(print={"en": print}, dimension=dimension, scale=scale)
    scope = small.scope(unit)
    assert is_relative(tree("many"), scope) is expected


def test_a_sum_is_of_what_its_column_is(tmp_path: Path) -> None:
    """And so is a cell of it."""
    data = small.copy(tmp_path, ("tables/by_subject.yaml", "unit: teachers", "unit: percent"))
    scope = small.judged(data)[1].scope
    assert is_relative(tree("sum(by_subject.teachers)"), scope)
    assert is_relative(tree('by_subject.teachers["music"]'), scope)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("pay_away / pay_here", True), ("pay_multiple", True), ("pay_multiple / 2", True),
        ("share_music / share_music", True), ("share_music / pay_multiple", False),
        ("share_music + share_music", False), ("left", False), ("left / 2", False),
    ],
)  # fmt: skip
def test_what_is_never_said_as_a_number_of_something(formula: str, expected: bool) -> None:
    """One thing over another like it, or what its unit calls a multiple or a percentage."""
    assert is_only_relative(tree(formula), SCOPE) is expected


def test_one_language_is_enough_to_say_so() -> None:
    scope = small.scope(small.unit(print={"en": "{} times", "ko": "{}회"}, dimension="1"))
    assert is_relative(tree("many"), scope)
    assert is_only_relative(tree("many"), scope)


def test_what_one_language_counts_is_no_index() -> None:
    """Though the other prints the number alone."""
    scope = small.scope(small.unit(print={"en": "{}", "ko": "{}개국"}, dimension="1"))
    assert is_relative(tree("many"), scope) is False


@pytest.mark.parametrize(
    ("formula", "number"),
    [
        ("4", "4"), ("0.1", "1/10"), ("-4", "-4"), ("1 / 3", "1/3"), ("2 * 3 - 1", "5"),
        ("2 + 3", "5"), ("0 / 4", "0"),
    ],
)  # fmt: skip
def test_numbers_alone_come_to_a_number(formula: str, number: str) -> None:
    assert constant(tree(formula)) == Fraction(number)


@pytest.mark.parametrize(
    "formula", ["left", "-left", "2 * left", "left + 1", "4 / 0", "2 % 3", "'a'"]
)
def test_with_anything_else_they_do_not(formula: str) -> None:
    """A figure may be any number; divided by nought they come to none."""
    assert constant(tree(formula)) is None


@pytest.mark.parametrize(
    ("formula", "number", "rest"),
    [
        ("2 * left", 2, "left"), ("left * 3", 3, "left"), ("left", 1, "left"),
        ("left * pay_here", 1, "left * pay_here"), ("left / 2", 1, "left / 2"),
        ("left + 2", 1, "left + 2"), ("2 * (3 * left)", 6, "left"),
        ("2 * left / pay_here", 2, "left / pay_here"),
        ("3 * left / (6 * pay_here)", Fraction(1, 2), "left / pay_here"),
        ("2 * left / (2 * pay_here)", 1, "left / pay_here"),
        ("left / (0 * pay_here)", 1, "left / (0 * pay_here)"),
    ],
)  # fmt: skip
def test_how_many_times_what(formula: str, number: int | Fraction, rest: str) -> None:
    times, what = factor(tree(formula))
    assert (times, ast.unparse(what)) == (Fraction(number), rest)


def test_a_share_is_one_divided_by_the_other() -> None:
    assert ast.unparse(divided(tree("share(a, b)"))) == "a / b"
    assert ast.unparse(divided(tree("change(a, b)"))) == "change(a, b)"
