"""A cell is put into the house form where it can mean one thing only."""

import pytest

from braindrain_site.skeletons import cells
from braindrain_site.skeletons.cells import Habits

POINT, COMMA = Habits("."), Habits(",")


@pytest.mark.parametrize(
    ("typed", "known", "number"),
    [
        ("1,234,567", Habits(), "1234567"),
        ("1,234.5", Habits(), "1234.5"),
        ("1.234,5", Habits(), "1234.5"),
        ("1.234.567", Habits(), "1234567"),
        ("12,5", Habits(), "12.5"),
        ("0,125", Habits(), "0.125"),
        ("1,234", Habits(), ""),
        ("1,234", POINT, "1234"),
        ("1,234", COMMA, "1.234"),
        ("1.234", COMMA, "1234"),
        ("1.234", POINT, "1.234"),
        ("1.234", Habits(), ""),
        ("1 234 567", Habits(), "1234567"),
        ("1'234", Habits(), "1234"),
        ("+5", Habits(), "5"),
        ("+0.5", Habits(), "0.5"),
        (".5", Habits(), "0.5"),
        ("-.5", Habits(), "-0.5"),
        ("5.", Habits(), "5"),
        ("007", Habits(), ""),
        ("(5)", Habits(), ""),
        ("5-", Habits(), ""),
        ("1.2E+05", Habits(), ""),
        ("1 2", Habits(), ""),
        ("12,34,567", Habits(), ""),
        ("five", Habits(), ""),
    ],
)
def test_a_number(typed: str, known: Habits, number: str) -> None:
    assert cells.number(typed, known) == number


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("12.5%", ("12.5", "%")),
        ("$1,200", ("1,200", "$")),
        ("1,344명", ("1,344", "명")),
        ("−5", ("-5", "")),
        ("１２", ("12", "")),
        ("$5%", ("$5%", "")),
        ("Seoul", ("Seoul", "")),
    ],
)
def test_a_sign_is_taken_off(typed: str, bare: tuple[str, str]) -> None:
    assert cells.bare(typed) == bare


@pytest.mark.parametrize(
    ("typed", "comma", "decimal"),
    [
        (["1,234"], ",", ""),
        (["1,234", "0.5"], ",", "."),
        (["1,234", "1,234,567"], ",", "."),
        (["1.234", "5,6"], ";", ","),
        (["1.234"], ";", ""),
        (["1.234"], ",", "."),
        (["0.5", "0,5"], ";", ""),
        (["12.5%", "1,234"], ",", "."),
    ],
)
def test_what_a_file_proves_of_its_numbers(typed: list[str], comma: str, decimal: str) -> None:
    assert cells.habits(typed, comma).decimal == decimal


@pytest.mark.parametrize(
    ("typed", "first", "day"),
    [
        ("01/02/2026", "", ""),
        ("01/02/2026", "day", "2026-02-01"),
        ("1/2/2026", "month", "2026-01-02"),
        ("02/02/2026", "", "2026-02-02"),
        ("31/02/2026", "day", ""),
        ("5 Jan 2024", "", "2024-01-05"),
        ("20240105", "", "2024-01-05"),
        ("2024-01", "", ""),
    ],
)
def test_a_day(typed: str, first: str, day: str) -> None:
    assert cells.day(typed, Habits(first=first)) == day


def test_a_file_proves_which_part_of_a_day_is_first() -> None:
    assert cells.habits(["01/02/2026", "13/02/2026"], ",").first == "day"
    assert cells.habits(["01/02/2026", "02/13/2026"], ",").first == "month"
    assert cells.habits(["13/01/2026", "02/13/2026"], ",").first == ""


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("1,234", "1234 or 1.234"),
        ("₩1,234", "1234 or 1.234"),
        ("1.234", "1.234 or 1234"),
        ("1/2/2026", "2026-02-01 or 2026-01-02"),
        ("12", ""),
    ],
)
def test_what_can_mean_two_things(typed: str, means: str) -> None:
    assert cells.ambiguous(typed, Habits()) == means
