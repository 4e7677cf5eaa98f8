"""Which numbers lie between two ends."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from braindrain_site.meanings.intervals import Interval, compared, exactly, shown

ends = st.one_of(st.none(), st.integers(-3, 3).map(Fraction))
intervals = st.builds(Interval, ends, ends, st.booleans(), st.booleans())
NUMBERS = [Fraction(number, 2) for number in range(-9, 10)]


def inside(number: Fraction, interval: Interval) -> bool:
    low, high = interval.low, interval.high
    above = low is None or number > low or (number == low and not interval.low_open)
    return above and (high is None or number < high or (number == high and not interval.high_open))


@given(intervals, intervals)
def test_all_of_another(one: Interval, other: Interval) -> None:
    """Whatever lies in the other lies in this one, or something of it does not."""
    those = [number for number in NUMBERS if inside(number, other)]
    assume(those)
    assert one.holds_all_of(other) == all(inside(number, one) for number in those)


@pytest.mark.parametrize(("low_open", "high_open"), [(True, False), (False, True), (True, True)])
def test_an_open_end_lacks_the_number_at_it(low_open: bool, high_open: bool) -> None:
    """Of two intervals between the same ends the closed one has more."""
    closed = Interval(Fraction(1), Fraction(2))
    opened = replace(closed, low_open=low_open, high_open=high_open)
    assert closed.holds_all_of(opened)
    assert not opened.holds_all_of(closed)
    assert opened.holds_all_of(opened)
    assert closed.both(opened) == opened.both(closed) == opened


@given(intervals, intervals)
def test_both(one: Interval, other: Interval) -> None:
    """What lies in both, and nothing else."""
    both = one.both(other)
    for number in NUMBERS:
        assert inside(number, both) == (inside(number, one) and inside(number, other))


@given(st.sampled_from(["<", "<=", ">", ">=", "=="]), st.integers(-3, 3).map(Fraction))
def test_compared(sign: str, edge: Fraction) -> None:
    """As Python compares."""
    for number in NUMBERS:
        assert inside(number, compared(sign, edge)) == eval(f"number {sign} edge")


@given(intervals, st.sampled_from([1, -1]))
def test_grown(interval: Interval, sign: int) -> None:
    """Each of its numbers added to one, or taken from it."""
    grown = interval.grown(sign)
    for number in NUMBERS:
        assert inside(1 + sign * number, grown) == inside(number, interval)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (None, "1/2", True), ("1/2", "2", True), ("1/2", None, True), ("1", "2", False),
        (None, "1", False), (None, None, False), ("1", None, False), ("2", "1/2", False),
    ],
)  # fmt: skip
def test_a_part(low: str | None, high: str | None, expected: bool) -> None:
    """What begins below one is a part of something."""
    first, last = (None if end is None else Fraction(end) for end in (low, high))
    assert Interval(first, last).is_part is expected


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("4", "4"), ("-4", "-4"), ("1/2", "0.5"), ("1/4", "0.25"), ("1/8", "0.125"),
        ("1/16", "1/16"), ("1/3", "1/3"), ("3/2", "1.5"),
    ],
)  # fmt: skip
def test_a_number_as_a_person_writes_it(number: str, said: str) -> None:
    assert shown(Fraction(number)) == said


@pytest.mark.parametrize(
    ("interval", "said"),
    [
        (Interval(Fraction(1), None), "1 or more"),
        (Interval(Fraction(0), None), "0 or more"),
        (Interval(Fraction(1), None, low_open=True), "more than 1"),
        (Interval(None, Fraction(2)), "2 or less"),
        (Interval(None, Fraction(2), high_open=True), "less than 2"),
        (Interval(Fraction(1), Fraction(2)), "1 to 2"),
        (Interval(Fraction(1), Fraction(2), high_open=True), "1 to less than 2"),
        (Interval(Fraction(0), Fraction(0)), "exactly 0"),
    ],
)
def test_each_kind_in_words(interval: Interval, said: str) -> None:
    assert str(interval) == said


def test_in_words() -> None:
    said = [compared(">", Fraction(4)), compared("<=", Fraction(1, 3)), exactly(Fraction(1, 4))]
    assert [str(each) for each in said] == ["more than 4", "1/3 or less", "exactly 0.25"]
    assert str(Interval(Fraction(1), Fraction(2), True, True)) == "more than 1 to less than 2"
