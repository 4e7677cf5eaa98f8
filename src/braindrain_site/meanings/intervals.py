"""The numbers that words allow, from one end to another."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Interval:
    """From *low* to *high*; None is without end, an open end is not in it."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def holds_all_of(self, other: "Interval") -> bool:
        """Whether every number of *other* is in this one."""
        return self._below(other) and self._above(other)

    def _below(self, other: "Interval") -> bool:
        if self.low is None:
            return True
        if other.low is None or other.low < self.low:
            return False
        return other.low > self.low or other.low_open or not self.low_open

    def _above(self, other: "Interval") -> bool:
        if self.high is None:
            return True
        if other.high is None or other.high > self.high:
            return False
        return other.high < self.high or other.high_open or not self.high_open

    def both(self, other: "Interval") -> "Interval":
        """The numbers in this one and in *other*."""
        low, low_open = _further(self.low, self.low_open, other.low, other.low_open, 1)
        high, high_open = _further(self.high, self.high_open, other.high, other.high_open, -1)
        return Interval(low, high, low_open, high_open)

    @property
    def is_part(self) -> bool:
        """Whether it begins below one: a part of something, not a count of things."""
        beginning = self.high if self.low is None else self.low
        return beginning is not None and beginning < 1

    def grown(self, sign: int) -> "Interval":
        """What is left of one after growing (1) or shrinking (-1) by each of these numbers."""
        low = None if self.low is None else 1 + sign * self.low
        high = None if self.high is None else 1 + sign * self.high
        if sign > 0:
            return Interval(low, high, self.low_open, self.high_open)
        return Interval(high, low, self.high_open, self.low_open)

    def __str__(self) -> str:
        if self.low == self.high and self.low is not None:
            return f"exactly {shown(self.low)}"
        above = "more than " if self.low_open else ""
        if self.high is None:
            low = shown(self.low or Fraction(0))
            return f"{above}{low}" if self.low_open else f"{low} or more"
        high = shown(self.high)
        if self.low is None:
            return f"less than {high}" if self.high_open else f"{high} or less"
        return f"{above}{shown(self.low)} to {'less than ' if self.high_open else ''}{high}"


def _further(
    one: Fraction | None, one_open: bool, other: Fraction | None, other_open: bool, way: int
) -> tuple[Fraction | None, bool]:
    """Of two ends the one that lets in less: the greater of two beginnings (*way* 1)."""
    if one is None or other is None:
        return (other, other_open) if one is None else (one, one_open)
    if one == other:
        return one, one_open or other_open
    return (one, one_open) if (one - other) * way > 0 else (other, other_open)


def shown(number: Fraction) -> str:
    """A number as a person writes it: ``4``, ``0.25``, ``1/3``."""
    if number.denominator == 1:
        return str(number.numerator)
    for decimals in range(1, 4):
        if (number * 10**decimals).denominator == 1:
            return f"{float(number):.{decimals}f}"
    return f"{number.numerator}/{number.denominator}"


def exactly(number: Fraction) -> Interval:
    """That number alone."""
    return Interval(number, number)


def compared(sign: str, number: Fraction) -> Interval:
    """The numbers that stand in the relation *sign*, such as ``>``, to *number*."""
    if sign == "==":
        return exactly(number)
    if sign in {">", ">="}:
        return Interval(number, None, low_open=sign == ">")
    return Interval(None, number, high_open=sign == "<")
