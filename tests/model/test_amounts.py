"""Arithmetic keeps units, looseness and precision."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from braindrain_site.model import amounts
from braindrain_site.model.amounts import Amount, AmountError
from braindrain_site.model.entries import Qualifier
from tests.support import small

DOLLARS = small.unit(print={"en": "${}"}, dimension="USD/year")
MILLION_WON = small.unit(print={"en": "{} won"}, dimension="KRW/year", scale="1000000")
RATE = small.unit(print={"en": "{}"}, dimension="KRW/USD")
TEACHERS = small.unit(print={"en": "{} teachers"}, dimension="teachers")
PERCENT = small.unit(print={"en": "{}%"}, dimension="1", scale="0.01")

QUALIFIERS: st.SearchStrategy[Qualifier] = st.sampled_from(
    ["exactly", "about", "over", "up_to", "under"]
)
POSITIVE = st.decimals("0.01", "9999", places=2)
OPERATIONS: list[
    tuple[Callable[[Amount, Amount], Amount], Callable[[Decimal, Decimal], Decimal]]
] = [
    (amounts.add, lambda x, y: x + y),
    (amounts.subtract, lambda x, y: x - y),
    (amounts.multiply, lambda x, y: x * y),
    (amounts.divide, lambda x, y: x / y),
]


def dollars(value: str, qualifier: Qualifier = "exactly") -> Amount:
    return amounts.given(Decimal(value), DOLLARS, qualifier)


@st.composite
def loose(draw: st.DrawFn) -> tuple[Amount, Decimal]:
    """An amount, and one of the values that its words allow."""
    typed = draw(POSITIVE)
    amount = amounts.given(typed, DOLLARS, draw(QUALIFIERS))
    high = amount.high if amount.high.is_finite() else amount.low * 1000
    low = max(amount.low, Decimal("0.001"))
    assume(low <= high)
    share = draw(st.decimals(0, 1, places=3))
    return amount, low + (high - low) * share


@given(loose(), loose(), st.sampled_from(OPERATIONS))
def test_the_result_allows_every_true_result(
    a: tuple[Amount, Decimal],
    b: tuple[Amount, Decimal],
    operation: tuple[Callable[[Amount, Amount], Amount], Callable[[Decimal, Decimal], Decimal]],
) -> None:
    """Whatever the true values are, the true result lies where the result's words allow it."""
    on_amounts, on_numbers = operation
    try:
        result = on_amounts(a[0], b[0])
    except AmountError:
        return
    slack = Decimal("1e-18") * max(Decimal(1), abs(result.value))
    assert result.low - slack <= on_numbers(a[1], b[1]) <= result.high + slack


@given(POSITIVE, POSITIVE)
def test_exact_amounts_stay_exact(x: Decimal, y: Decimal) -> None:
    """Arithmetic with what is known exactly is arithmetic."""
    a, b = amounts.given(x, DOLLARS), amounts.given(y, DOLLARS)
    for on_amounts, on_numbers in OPERATIONS:
        result = on_amounts(a, b)
        assert result.value == result.low == result.high == on_numbers(x, y)
        assert (result.qualifier, result.about) == ("exactly", False)


def test_over_divided_by_about_is_over_about() -> None:
    """The case of the story: an offer of over 330,000 against pay of about 73,000."""
    result = amounts.divide(dollars("330000", "over"), dollars("73000", "about"))
    assert (result.qualifier, result.about, result.dimension) == ("over", True, ())
    assert result.rounded().value == Decimal("4.5")
    assert Decimal("4.48") < result.low < Decimal("4.5")


def test_dividing_by_over_is_up_to() -> None:
    """The more there is below, the less comes out."""
    result = amounts.divide(dollars("30000"), dollars("114000", "over"))
    assert (result.qualifier, result.low) == ("up_to", Decimal(0))


def test_over_minus_over_says_nothing() -> None:
    """It may be any number, so it is no number to print."""
    with pytest.raises(AmountError, match="nothing can be said"):
        amounts.subtract(dollars("5", "over"), dollars("3", "over"))


@pytest.mark.parametrize(
    ("typed", "digits"),
    [("330000", 2), ("100", 2), ("73500", 3), ("100.62", 5), ("0.8", 1), ("8.90", 3)],
)
def test_digits_meant(typed: str, digits: int) -> None:
    """Decimals are meant as typed; the zeros that pad a round sum are not."""
    assert dollars(typed).digits == digits


def test_counts_are_exact() -> None:
    """Fifty-six people are fifty-six, and a round count is one too."""
    assert amounts.given(Decimal(300), TEACHERS).digits is None


@given(POSITIVE, POSITIVE)
def test_a_quotient_has_no_more_digits_than_its_inputs(x: Decimal, y: Decimal) -> None:
    """The fewest significant digits of the two, as physics classes teach."""
    a, b = amounts.given(x, DOLLARS), amounts.given(y, MILLION_WON)
    known = [amount.digits for amount in (a, b) if amount.digits is not None]
    assert amounts.divide(a, b).digits == min(known)


METRES = small.unit(print={"en": "{} m"}, dimension="m")
KILOMETRES = small.unit(print={"en": "{} km"}, dimension="m", scale="1000")


def metres(value: str) -> Amount:
    return amounts.given(Decimal(value), METRES)


@pytest.mark.parametrize(
    ("result", "printed"),
    [
        (amounts.subtract(metres("8848.86"), metres("8611")), "238"),
        (amounts.subtract(metres("8848.86"), metres("8611.00")), "237.86"),
        (amounts.add(metres("0.5"), metres("8000")), "8001"),
        (amounts.subtract(metres("8848"), metres("8611")), "237"),
        (amounts.subtract(metres("8848.86"), amounts.bare(8611)), "237.86"),
        (amounts.divide(metres("8848.86"), metres("8611")), "1.028"),
        (amounts.divide(metres("8611"), metres("8848.86")), "0.9731"),
        (amounts.divide(metres("2"), amounts.given(Decimal("1.2"), KILOMETRES)), "0.0017"),
        (amounts.divide(amounts.add(metres("8.6"), metres("9")), amounts.bare(2)), "8.8"),
        (amounts.multiply(metres("2.25"), amounts.given(Decimal(3), TEACHERS)), "6.75"),
    ],
)  # fmt: skip
def test_a_whole_number_beside_one_with_decimals_is_measured(result: Amount, printed: str) -> None:
    """As physics classes teach of sums; a count times a measurement stays a count."""
    assert f"{result.measured().rounded().value.normalize():f}" == printed


def test_a_whole_number_of_another_unit_is_measured_in_the_digits_of_the_result() -> None:
    """A foot is no decimal of a metre: the result is not rounded to whole feet."""
    feet = amounts.given(
        Decimal(29029), small.unit(print={"en": "{} ft"}, dimension="m", scale="0.3048")
    )
    height = amounts.in_unit(amounts.subtract(feet, metres("0.25")), METRES)
    assert height.measured().rounded().value == Decimal("8847.8")


def test_units_multiply_and_cancel() -> None:
    """Won a year by won a dollar is dollars a year."""
    won = amounts.given(Decimal(100), MILLION_WON)
    rate = amounts.given(Decimal("1363.44"), RATE)
    result = amounts.divide(won, rate)
    assert amounts.in_unit(result, DOLLARS).unit == DOLLARS
    assert result.value.quantize(Decimal(1)) == 73344


@pytest.mark.parametrize(
    ("function", "done"), [(amounts.add, "added"), (amounts.subtract, "subtracted")]
)
def test_won_and_dollars_do_not_add(
    function: Callable[[Amount, Amount], Amount], done: str
) -> None:
    """Nor do any other unlike units."""
    with pytest.raises(AmountError, match=f"^USD/year and KRW/year cannot be {done}$"):
        function(dollars("1"), amounts.given(Decimal(1), MILLION_WON))


def test_a_unit_for_another_measure_is_refused() -> None:
    """A quotient of dollars is no dollars."""
    with pytest.raises(AmountError, match="a pure number, but its unit stands for USD/year"):
        amounts.in_unit(amounts.divide(dollars("2"), dollars("1")), DOLLARS)


def test_dividing_by_what_may_be_zero() -> None:
    """Neither by zero nor by what the words allow to be."""
    for divisor in (
        amounts.bare(0),
        amounts.subtract(dollars("2", "about"), dollars("2", "about")),
    ):
        with pytest.raises(AmountError, match="may be zero"):
            amounts.divide(dollars("1"), divisor)


def test_percent_is_a_pure_number() -> None:
    """0.8 percent is 0.008, shown as 0.8."""
    rise = amounts.given(Decimal("0.8"), PERCENT)
    assert (rise.value, rise.shown, rise.dimension) == (Decimal("0.008"), Decimal("0.8"), ())


def test_bare_numbers_go_with_anything() -> None:
    """A number typed in a formula, a count or a rank has no unit of its own."""
    assert amounts.add(dollars("1"), amounts.bare(1)).dimension == dollars("1").dimension
    assert amounts.in_unit(amounts.bare(3), TEACHERS).unit == TEACHERS
    assert amounts.multiply(amounts.bare(2), amounts.bare(3)).dimension is None


@pytest.mark.parametrize("text", ["KRW/year", "USD", "teachers/year", "1/year", "a*b/c"])
def test_dimensions_are_printed_as_typed(text: str) -> None:
    """An editor reads in a message what an editor wrote."""
    assert amounts.dimension_text(amounts.dimension(text)) == text


def test_no_dimension() -> None:
    """Times, shares and percentages are pure numbers."""
    assert amounts.dimension_text(amounts.dimension("1")) == "a pure number"


@given(POSITIVE, st.sampled_from([Decimal("0.1"), Decimal(1), Decimal(10)]))
def test_rounding_is_to_the_nearest(value: Decimal, step: Decimal) -> None:
    """A rounded value is a multiple of the step, no further than half a step away."""
    rounded = amounts.round_to(value, step)
    assert rounded % step == 0
    assert abs(rounded - value) <= step / 2


def test_halves_round_away_from_zero() -> None:
    """As newspapers do, not to the even digit."""
    assert amounts.round_to(Decimal("0.25"), Decimal("0.1")) == Decimal("0.3")


@pytest.mark.parametrize(
    ("typed", "qualifier", "low", "high"),
    [
        ("4", "up_to", "0", "4"),
        ("0", "up_to", "0", "0"),
        ("-4", "up_to", "-Infinity", "-4"),
        ("4", "over", "4", "Infinity"),
        ("4", "under", "0", "4"),
        ("73000", "about", "72500", "73500"),
    ],
)
def test_what_a_qualifier_allows(typed: str, qualifier: Qualifier, low: str, high: str) -> None:
    """A quantity of up to four is not below nought; a fall of up to four has no other end."""
    amount = dollars(typed, qualifier)
    assert (amount.low, amount.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("above", "low", "high", "qualifier"),
    [
        ("2", "0.5", "Infinity", "over"),
        ("0.5", "0.125", "Infinity", "over"),
        ("-2", "-Infinity", "-0.5", "up_to"),
    ],
)
def test_dividing_by_what_may_be_as_little_as_nothing(
    above: str, low: str, high: str, qualifier: str
) -> None:
    """The less there is below, the further from nought is what comes out."""
    result = amounts.divide(dollars(above), dollars("4", "up_to"))
    assert (result.low, result.high) == (Decimal(low), Decimal(high))
    assert result.qualifier == qualifier


@pytest.mark.parametrize("nought_first", [True, False])
def test_nought_times_anything_is_nought(nought_first: bool) -> None:
    """Times what has no other end, too."""
    factors = [dollars("0"), dollars("4", "over")]
    result = amounts.multiply(*(factors if nought_first else reversed(factors)))
    assert result.value == result.low == result.high == 0


def test_an_exact_number_is_not_rounded() -> None:
    assert amounts.bare(Decimal("2.345")).rounded() == amounts.bare(Decimal("2.345"))


def test_dividing_by_a_fall_of_less_than_something() -> None:
    """It turns the sign; and a divisor below one makes more of what is above."""
    fallen = amounts.divide(dollars("2"), amounts.negative(dollars("4", "up_to")))
    assert (fallen.low, fallen.high) == (Decimal("-Infinity"), Decimal("-0.5"))
    grown = amounts.divide(dollars("2"), dollars("0.5", "up_to"))
    assert (grown.low, grown.high) == (Decimal(4), Decimal("Infinity"))


def test_nought_over_anything_is_nought() -> None:
    """What is "up to" something included, and it is no bound then."""
    result = amounts.divide(dollars("0"), dollars("4", "up_to"))
    assert result.value == result.low == result.high == 0
    assert amounts.add(dollars("0", "up_to"), dollars("0")).qualifier == "exactly"


def test_over_divided_by_over_says_nothing() -> None:
    with pytest.raises(AmountError, match="nothing can be said"):
        amounts.divide(dollars("4", "over"), dollars("2", "over"))


def test_what_a_product_measures() -> None:
    """Each symbol as often as the factors have it."""
    product = amounts.multiply(amounts.given(Decimal(2), TEACHERS), dollars("3"))
    assert product.dimension == amounts.dimension("teachers*USD/year")
    squares = amounts.dimension("USD*USD")
    assert amounts.combined((), squares, -1) == (("USD", -2),)


def test_about_is_no_bound() -> None:
    """What begins at nought for its looseness alone is not "up to" anything."""
    small_sum = replace(dollars("1", "about"), low=Decimal(0))
    assert amounts.add(small_sum, dollars("0")).qualifier == "about"


@pytest.mark.parametrize(
    ("text", "powers"),
    [("USD / year", "USD/year"), ("1", "a pure number"), ("USD*USD/KRW", "USD*USD/KRW")],
)
def test_powers(text: str, powers: str) -> None:
    assert amounts.dimension_text(amounts.dimension(text)) == powers


def test_a_currency_has_three_capitals() -> None:
    """Neither a plain word nor one of four letters is money."""
    told = {text: amounts.is_money(amounts.dimension(text)) for text in ("USD", "pay", "TEUS", "1")}
    assert told == {"USD": True, "pay": False, "TEUS": False, "1": False}
    assert not amounts.is_money(None)


@pytest.mark.parametrize(
    ("a", "b", "expected"), [(None, "USD", "USD"), ("USD", None, "USD"), ("USD", "USD", "USD")]
)
def test_what_two_amounts_measure(a: str | None, b: str | None, expected: str) -> None:
    """A bare number takes the unit of the other, on either side."""
    one, other = (
        amounts.bare(1) if each is None else replace(amounts.bare(1), dimension=((each, 1),))
        for each in (a, b)
    )
    assert amounts.same(one, other, "added") == ((expected, 1),)
