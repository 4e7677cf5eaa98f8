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


def near_zero(values: Iterable[float]) -> bool:
    """Whether zero lies so near that a scale begins there; further off it would flatten all."""
    known = [*map(float, values)]
    return 0 <= min(known) < max(known) / 2


def spanning(values: Iterable[float], start: float, end: float, *, zero: bool) -> Scale:
    """A scale from the least to the greatest of *values*, and from or to *zero* if asked."""
    known = [*map(float, values), *([0.0] if zero else [])]
    low, high = min(known), max(known)
    return Scale(low, high if high > low else low + 1, start, end)
