"""Which numbers lie between two ends."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from braindrain_site.meanings.intervals import Interval, compared, exactly

ends = st.one_of(st.none(), st.integers(-3, 3).map(Fraction))
intervals = st.builds(Interval, ends, ends, st.booleans(), st.booleans())
NUMBERS = [Fraction(number, 2) for number in range(-9, 10)]


def inside(number: Fraction, interval: Interval) -> bool:
    low, high = interval.low, interval.high
    above = low is None or number > low or (number == low and not interval.low_open)
    return above and (high is None or number < high or (number == high and not interval.high_open))


@given(intervals, intervals)
def test_all_of_another(one: Interval, other: Interval) -> None:
    """Whatever lies in the other lies in this one."""
    if one.holds_all_of(other):
        assert all(inside(number, one) for number in NUMBERS if inside(number, other))


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


def test_in_words() -> None:
    said = [compared(">", Fraction(4)), compared("<=", Fraction(1, 3)), exactly(Fraction(1, 4))]
    assert [str(each) for each in said] == ["more than 4", "1/3 or less", "exactly 0.25"]
    assert str(Interval(Fraction(1), Fraction(2), True, True)) == "more than 1 to less than 2"
