"""How much a word such as "nearly" allows: one table, printed on the method page.

Dictionaries give these words no numbers; ours are a convention, stated so that a reader can hold
us to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from braindrain_site.meanings.intervals import Interval


@dataclass(frozen=True)
class Width:
    """The words of one kind in each language, and from and to which part of the number they go."""

    words: Mapping[str, tuple[str, ...]]
    low: Fraction | None
    high: Fraction | None

    def of(self, number: Fraction) -> Interval:
        """What they allow of *number*; a number itself is never "nearly" itself."""
        low = None if self.low is None else self.low * number
        high = None if self.high is None else self.high * number
        return Interval(low, high, self.low == 1 or self.high is None, self.high == 1 or not low)


def _width(low: str | None, high: str | None, en: str, ko: str) -> Width:
    words = {"en": tuple(en.split(", ")), "ko": tuple(ko.split(", "))}
    return Width(words, Fraction(low) if low else None, Fraction(high) if high else None)


WIDTHS: dict[str, Width] = {
    "about": _width(
        "0.9", "1.1",
        "about, around, roughly, approximately, some, or so",
        "약, 대략, 얼추, 쯤, 정도, 가량, 안팎, 내외",
    ),
    "nearly": _width(
        "0.9", "1", "nearly, almost, close to, just under, not quite", "거의, 가까이, 가까운, 육박"
    ),
    "just over": _width(
        "1", "1.1", "just over, a little over, slightly more than", "남짓, 조금 넘는, 살짝 넘는"
    ),
    "well over": _width(
        "1.2", None, "well over, well above, far more than, much more than", "훌쩍 넘는, 훨씬 넘는"
    ),
    "well under": _width(
        None, "0.8",
        "well under, well below, far less than, far fewer than, much less than",
        "훨씬 못 미치는",
    ),
    "barely": _width(None, "1.1", "barely, hardly, scarcely", "겨우, 간신히, 가까스로"),
}  # fmt: skip
"""Kind → its words, and the parts of the number between which it may lie."""
SOARED = Interval(Fraction("1.2"), None, low_open=True)
"""What soars or surges, 급증 and 급등: it grows by more than a fifth."""
PLUNGED = Interval(None, Fraction("0.8"), high_open=True)
"""What plunges or collapses, 급감 and 급락: it shrinks by more than a fifth."""
VAST = Interval(Fraction("0.75"), None, low_open=True)
"""A vast majority, 절대다수."""
