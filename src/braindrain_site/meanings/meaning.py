"""What the words of a claim say: a number between two ends, a rank, a direction, a turn."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from braindrain_site.meanings.intervals import Interval, exactly

Kind = Literal["number", "rank", "direction", "turn"]


MOST_LETTERS = 300
"""No comparison in words is longer."""
SIDES = {
    1: "the left side is more than the right",
    -1: "the left side is less than the right",
    0: "both sides are equal",
}
"""What is said of the two sides of a formula, by sign."""
_OR_LEVEL = {
    1: "the left side is no less than the right",
    -1: "the left side is no more than the right",
}


@dataclass(frozen=True)
class Meaning:
    """What must be true for the words to be.

    A *number* lies in ``interval``. A *rank* is the place in it, counted from the top or, where
    ``sign`` is -1, from the bottom; ``alone`` if it is shared with nobody. A *direction* is up or
    down or level by ``sign``: the left side of the formula against the right; one that leaves open
    whether both are level has the ``interval`` in which their ratio lies. A *turn* is a change
    of sign that ends with ``sign``. What is ``timed`` happens in time: the left side is the later.
    An ``amount`` is a number of something, that of a figure which the words name. A number that is
    ``relative`` is a share or a multiple of something ("a third", "four times").
    """

    kind: Kind
    interval: Interval | None = None
    sign: int = 1
    alone: bool = False
    timed: bool = field(default=False, compare=False)
    amount: bool = field(default=False, compare=False)
    relative: bool = field(default=False, compare=False)

    @property
    def counts(self) -> bool:
        """Whether it says a number of something in words: "more than four", "a dozen"."""
        other = self.relative or self.timed or self.amount
        return self.kind == "number" and not other and self.interval != exactly(Fraction(0))

    def __str__(self) -> str:
        match self.kind:
            case "number":
                return str(self.interval) + (" times what it was" if self.timed else "")
            case "rank":
                assert self.interval
                end = "" if self.sign > 0 else " from the bottom"
                alone = ", shared with nobody" if self.alone else ""
                return f"place {str(self.interval).removeprefix('exactly ')}{end}{alone}"
            case "direction" if self.interval:
                return _OR_LEVEL[self.sign]
            case "direction":
                return SIDES[self.sign] + (", and is the later" if self.timed and self.sign else "")
        return f"a turn from {'below' if self.sign > 0 else 'above'} zero to the other side"


def number(interval: Interval, *, timed: bool = False) -> Meaning:
    """A number in *interval*; a verb such as "doubled" is *timed*."""
    return Meaning("number", interval, timed=timed)


def share(interval: Interval) -> Meaning:
    """A share or a multiple in *interval*."""
    return Meaning("number", interval, relative=True)


def rank(place: int, sign: int = 1, *, alone: bool = False) -> Meaning:
    """A place from the top, or from the bottom where *sign* is -1."""
    return Meaning("rank", Interval(Fraction(place), Fraction(place)), sign, alone)


def direction(sign: int, *, timed: bool = False) -> Meaning:
    """More (1), less (-1) or as much (0); a verb such as "fell" is *timed*."""
    return Meaning("direction", None, sign, timed=timed)


def no_further(sign: int) -> Meaning:
    """No more (-1) or no less (1) than what it is compared with."""
    one = Fraction(1)
    return Meaning("direction", Interval(one, None) if sign > 0 else Interval(None, one), sign)


def turn(sign: int) -> Meaning:
    """From one side of nought to the other."""
    return Meaning("turn", None, sign)
