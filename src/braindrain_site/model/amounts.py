"""A value with its unit and its looseness, and the arithmetic that keeps both.

Looseness is an interval: every value the words allow lies between ``low`` and ``high``.
"Over 330,000" allows anything from 330,000 up; "about 73,000" allows what rounds to it at two
significant digits. Arithmetic is interval arithmetic (Moore, Interval Analysis, 1966), so what is
printed of a result is never firmer than what went in. ``step`` is the last digit known: products
keep the fewest significant digits of their factors, sums the coarsest step (the usual rules for
significant figures).

A number typed without decimals may be a count, and exact, or a measurement to the last whole unit;
``whole`` is that unit. Beside one with decimals it is taken for a measurement: 8,848.86 metres less
8,611 are 238.
"""

from collections import Counter
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from braindrain_site.model.entries import Qualifier, Unit

INFINITY = Decimal("Infinity")
_MONEY = 3  # an ISO 4217 code has three capitals

Dimension = tuple[tuple[str, int], ...] | None
"""Symbols with their powers, sorted; None for a bare number, which goes with anything."""


class AmountError(Exception):
    """Two amounts do not go together; says why."""


class _Interval(NamedTuple):
    low: Decimal
    high: Decimal


@dataclass(frozen=True)
class Amount:
    """A number in base units (dollars, not millions of dollars; 0.008, not 0.8 percent)."""

    value: Decimal
    low: Decimal
    high: Decimal
    dimension: Dimension = None
    unit: Unit | None = None
    qualifier: Qualifier = "exactly"
    about: bool = False
    step: Decimal = Decimal(0)
    whole: Decimal = Decimal(0)
    """The last digit known, if whole numbers are no counts; never finer than ``step``."""

    @property
    def shown(self) -> Decimal:
        """The number in its unit as an editor types it: millions, percent."""
        return self.value / self.unit.scale if self.unit else self.value

    @property
    def digits(self) -> int | None:
        """How many significant digits are known; None for an exact number."""
        return _digits(self.value, self.step)

    def measured(self) -> "Amount":
        """The same amount with its whole numbers taken for measurements, if any other is one."""
        if not self.step or self.whole <= self.step:
            return self
        scale = self.unit.scale if self.unit else Decimal(1)
        return replace(self, step=Decimal(1).scaleb((self.whole / scale).adjusted()) * scale)

    def rounded(self) -> "Amount":
        """The same amount, its value rounded to the last digit known (halves away from zero)."""
        return replace(self, value=round_to(self.value, self.step)) if self.step else self


def _digits(value: Decimal, last: Decimal) -> int | None:
    """The significant digits of *value* down to the *last*; None if it is exact."""
    return max(1, value.adjusted() - last.adjusted() + 1) if last and value else None


def round_to(value: Decimal, step: Decimal) -> Decimal:
    """*value* as a whole number of *step*, halves away from zero as newspapers round."""
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def dimension(text: str) -> Dimension:
    """``"USD/year"`` → ``(("USD", 1), ("year", -1))``; ``"1"`` → ``()``."""
    above, *below = text.split("/")
    powers = Counter(part.strip() for part in above.split("*"))
    for group in below:
        powers.subtract(part.strip() for part in group.split("*"))
    powers.pop("1", None)
    return _sorted(powers)


def dimension_text(powers: Dimension) -> str:
    """A dimension as an editor writes it: ``USD/year``; ``a pure number`` for none."""
    above = "*".join(symbol for symbol, power in powers or () for _ in range(power))
    below = "".join(f"/{symbol}" for symbol, power in powers or () for _ in range(-power))
    return (above or "1") + below if powers else "a pure number"


def _sorted(powers: Counter[str]) -> Dimension:
    return tuple(sorted((symbol, power) for symbol, power in powers.items() if power))


def bare(value: Decimal | int) -> Amount:
    """An exact number without a unit: one typed in a formula, a count or a rank."""
    value = Decimal(value)
    return Amount(value, value, value)


def given(typed: Decimal, unit: Unit, qualifier: Qualifier = "exactly") -> Amount:
    """The amount an editor typed: *typed* of *unit*, as loose as *qualifier* says."""
    powers = dimension(unit.dimension)
    value = typed * unit.scale
    low, high = _allowed(value, qualifier)
    exact = qualifier == "exactly" and _is_whole(typed) and not is_money(powers)
    step = Decimal(0) if exact else _typed_step(typed) * unit.scale
    about, whole = qualifier == "about", step or unit.scale
    return Amount(value, low, high, powers, unit, qualifier, about, step, whole)


def _is_whole(typed: Decimal) -> bool:
    """Whether *typed* was typed without decimals: 1.0 is a measurement, 1 may be a count."""
    return typed.as_tuple().exponent == 0


def is_money(powers: Dimension) -> bool:
    """Whether a dimension has a currency in it."""
    return any(len(s) == _MONEY and s.isupper() for s, _ in powers or ())


def _typed_step(typed: Decimal) -> Decimal:
    """The last digit meant: the last decimal typed; else the last that is no padding zero.

    Two digits are always meant: "100 million" is not 0 to 200 million.
    """
    exponent = typed.as_tuple().exponent
    assert isinstance(exponent, int)
    if exponent < 0 or not typed:
        return Decimal(1).scaleb(exponent)
    meant = typed.normalize().as_tuple().exponent
    assert isinstance(meant, int)
    return Decimal(1).scaleb(max(0, min(meant, typed.adjusted() - 1)))


def _allowed(value: Decimal, qualifier: Qualifier) -> _Interval:
    """The values that *qualifier* allows; a quantity said to be "up to" 4 is not below 0."""
    match qualifier:
        case "exactly":
            return _Interval(value, value)
        case "about":
            slack = Decimal(5).scaleb(value.adjusted() - 2)
            return _Interval(value - slack, value + slack)
        case "over":
            return _Interval(value, INFINITY)
        case _:
            return _Interval(Decimal(0) if value >= 0 else -INFINITY, value)


def in_unit(amount: Amount, unit: Unit) -> Amount:
    """*amount* to be printed as *unit*. Raises AmountError when it measures something else."""
    wanted = dimension(unit.dimension)
    if amount.dimension not in (None, wanted):
        raise AmountError(
            f"gives {dimension_text(amount.dimension)}, but its unit stands for "
            f"{dimension_text(wanted)}"
        )
    return replace(amount, unit=unit, dimension=wanted)


def add(a: Amount, b: Amount) -> Amount:
    """The sum. Raises AmountError for unlike units."""
    span = _Interval(a.low + b.low, a.high + b.high)
    last = max(a.step, b.step), max(a.whole, b.whole)
    return _result(a.value + b.value, span, (a, b), same(a, b, "added"), last)


def negative(a: Amount) -> Amount:
    """*a* with its sign turned."""
    return _result(-a.value, _Interval(-a.high, -a.low), (a,), a.dimension, (a.step, a.whole))


def subtract(a: Amount, b: Amount) -> Amount:
    """The difference. Raises AmountError for unlike units."""
    same(a, b, "subtracted")
    return add(a, negative(b))


def multiply(a: Amount, b: Amount) -> Amount:
    """The product; units multiply."""
    ends = [_times(x, y) for x in (a.low, a.high) for y in (b.low, b.high)]
    span = _Interval(min(ends), max(ends))
    value = a.value * b.value
    last = _step(value, a.digits, b.digits), _whole(value, a, b)
    return _result(value, span, (a, b), combined(a.dimension, b.dimension, 1), last)


def divide(a: Amount, b: Amount) -> Amount:
    """The quotient; units divide. Raises AmountError when the divisor may be nought."""
    if not b.value or b.low < 0 < b.high or not b.low + b.high:
        raise AmountError("divides by a number that may be zero")
    ends = [_over(x, y, b.value) for x in (a.low, a.high) for y in (b.low, b.high)]
    value = a.value / b.value
    span = _Interval(min(ends), max(ends))
    last = _step(value, a.digits, b.digits), _whole(value, a, b, ratio=a.dimension == b.dimension)
    return _result(value, span, (a, b), combined(a.dimension, b.dimension, -1), last)


def _times(x: Decimal, y: Decimal) -> Decimal:
    return Decimal(0) if not x or not y else x * y


def _over(x: Decimal, y: Decimal, divisor: Decimal) -> Decimal:
    """``x / y`` at the ends of intervals, where *y* may be nought or without end."""
    if y.is_infinite() or not x:
        return Decimal(0)
    if not y:
        return INFINITY if (x > 0) == (divisor > 0) else -INFINITY
    return x / y


def same(a: Amount, b: Amount, done: str) -> Dimension:
    """The dimension that *a* and *b* share. Raises AmountError when they share none."""
    if a.dimension is None or b.dimension is None or a.dimension == b.dimension:
        return a.dimension if b.dimension is None else b.dimension
    raise AmountError(
        f"{dimension_text(a.dimension)} and {dimension_text(b.dimension)} cannot be {done}"
    )


def combined(one: Dimension, other: Dimension, sign: int) -> Dimension:
    """The dimension of a product, or with a *sign* of -1 of a quotient."""
    powers = Counter(dict(one or ()))
    for symbol, power in other or ():
        powers[symbol] += sign * power
    return None if one is other is None else _sorted(powers)


def _step(value: Decimal, *digits: int | None) -> Decimal:
    """The last digit of *value* with the fewest *digits* of its factors; 0 if all are exact."""
    known = [each for each in digits if each is not None]
    return Decimal(1).scaleb(value.adjusted() - min(known) + 1) if known and value else Decimal(0)


def _whole(value: Decimal, a: Amount, b: Amount, ratio: bool = False) -> Decimal:
    """The last digit known of a product or quotient, if whole numbers are no counts.

    A plain number moves it along. In the *ratio* of two of a kind a whole number counts for its
    digits, two at least, if the other is measured finer: 8,848.86 m ÷ 8,611 m, and not 5 people in
    1.2 million.
    """
    for one, other in ((a, b), (b, a)):
        if other.dimension is None and one.value:
            return one.whole.scaleb((value / one.value).adjusted())
    digits = [a.digits, b.digits]
    for number, (one, other) in enumerate(((a, b), (b, a))):
        if ratio and not one.step and one.whole > other.step > 0:
            digits[number] = max(2, _digits(one.value, one.whole) or 2)
    return _step(value, *digits)


def _result(
    value: Decimal,
    span: _Interval,
    parts: tuple[Amount, ...],
    powers: Dimension,
    last: tuple[Decimal, Decimal],
) -> Amount:
    """An amount whose qualifier says what *span* says. Raises AmountError if it says nothing."""
    below = any(part.qualifier in {"up_to", "under", "over"} for part in parts)
    unbounded = below and (span.low.is_infinite() or (not span.low and value > 0))
    if span.high.is_infinite() and unbounded:
        raise AmountError("nothing can be said of the result: it may be any number")
    about = any(part.about for part in parts)
    qualifier: Qualifier = "about" if about else "exactly"
    if span.high.is_infinite():
        qualifier = "over"
    elif unbounded:
        qualifier = "up_to"
    return Amount(value, span.low, span.high, powers, None, qualifier, about, *last)
