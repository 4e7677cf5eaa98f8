"""True scales: from numbers to pixels."""

from collections.abc import Iterable
from typing import NamedTuple


class Scale(NamedTuple):
    """A true scale: *low* is drawn at pixel *start*, *high* at pixel *end*."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The pixel at which *value* is drawn."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    @property
    def cut(self) -> bool:
        """Whether zero lies outside of it."""
        return not self.low <= 0 <= self.high

    @property
    def crosses(self) -> bool:
        """Whether values lie below zero and zero needs a line of its own."""
        return self.low < 0 <= self.high


def spanning(values: Iterable[float], start: float, end: float, *, zero: bool) -> Scale:
    """A scale from the least to the greatest of *values*, and from or to *zero* if asked."""
    known = [*map(float, values), *([0.0] if zero else [])]
    low, high = min(known), max(known)
    return Scale(low, high if high > low else low + 1, start, end)


def levels(values: Iterable[float], start: float, end: float) -> Scale:
    """A scale for values that are places and not lengths, which need not begin at zero.

    It holds zero where that lies so near that it flattens nothing, or where there is nothing to
    flatten because all values are the same.
    """
    known = [*map(float, values)]
    near, far = sorted(map(abs, (min(known), max(known))))
    return spanning(known, start, end, zero=near < far / 2 or min(known) == max(known))
