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

    said: Mapping[str, tuple[str, ...]]
    low: Fraction | None
    high: Fraction | None

    @property
    def ends(self) -> dict[str, Fraction]:
        """The ends that it has, as parts of the number: ``low``, ``high``."""
        ends = {"low": self.low, "high": self.high}
        return {name: end for name, end in ends.items() if end is not None}

    def of(self, number: Fraction) -> Interval:
        """What they allow of *number*; a number itself is never "nearly" itself."""
        low = None if self.low is None else self.low * number
        high = None if self.high is None else self.high * number
        return Interval(low, high, self.low == 1 or self.high is None, self.high == 1 or not low)


def _width(low: str | None, high: str | None, en: str, ko: str) -> Width:
    said = {"en": tuple(en.split(", ")), "ko": tuple(ko.split(", "))}
    return Width(said, Fraction(low) if low else None, Fraction(high) if high else None)


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
FORCES: dict[str, Width] = {
    "soared": _width(
        "1.2", None, "soared, surged, rocketed, jumped", "급증, 급등, 폭등, 치솟다"
    ),
    "plunged": _width(
        None, "0.8", "plunged, plummeted, collapsed, slumped", "급감, 급락, 폭락, 곤두박질치다"
    ),
    "vast": _width(
        "0.75", None,
        "the vast majority, a vast majority, the great majority, the overwhelming majority",
        "절대다수, 압도적 다수",
    ),
}  # fmt: skip
"""The same for words that stand without a number: parts of what was before, or of the whole."""


def forced(kind: str) -> Interval:
    """What one of the ``FORCES`` says of the later over the earlier, or of a share."""
    return FORCES[kind].of(Fraction(1))
