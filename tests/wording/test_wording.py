"""How amounts and times are written in English, and what holds in every language."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braindrain_site import wording
from braindrain_site.model import amounts
from braindrain_site.model.amounts import Amount
from braindrain_site.model.entries import Qualifier
from tests.support import small
from tests.support.units import UNITS, amount_of


@pytest.mark.parametrize(
    ("typed", "unit", "qualifier", "expected"),
    [
        ("56", "professors", "exactly", "56 professors"),
        ("1", "professors", "exactly", "1 professor"),
        ("0", "professors", "exactly", "0 professors"),
        ("2344", "professors", "exactly", "2,344 professors"),
        ("2344", "professors", "about", "about 2,344 professors"),
        ("12345", "professors", "under", "under 12,345 professors"),
        ("1200000", "professors", "over", "over 1.2 million professors"),
        ("330000", "dollars", "over", "over $330,000"),
        ("73000", "dollars", "about", "about $73,000"),
        ("73500", "dollars", "exactly", "$73,500"),
        ("9999", "dollars", "up_to", "up to $9,999"),
        ("4", "times", "up_to", "up to 4 times"),
        ("4.5", "times", "over", "over 4.5 times"),
        ("100", "won", "about", "about 100 million won"),
        ("100.62", "won", "exactly", "100.62 million won"),
        ("101.39", "won", "exactly", "101.39 million won"),
        ("0.5", "won", "under", "under 500,000 won"),
        ("4000", "won", "exactly", "4 billion won"),
        ("335.2", "billions", "exactly", "$335.2 billion"),
        ("470.92", "billions", "exactly", "$470.92 billion"),
        ("3.90", "billions", "exactly", "$3.90 billion"),
        ("1350", "billions", "about", "about $1.35 trillion"),
        ("0.8", "percent", "exactly", "0.8%"),
        ("-12.2", "percent", "exactly", "−12.2%"),
        ("100", "percent", "exactly", "100%"),
        ("0", "percent", "exactly", "0%"),
        ("10", "percent", "under", "under 10%"),
        ("3.1", "points", "exactly", "3.1 percentage points"),
        ("-5", "dollars", "exactly", "−$5"),
        ("-5", "won", "exactly", "−5 million won"),
        ("35", "rank", "exactly", "35th"),
        ("1", "rank", "exactly", "1st"),
        ("22", "rank", "exactly", "22nd"),
        ("13", "rank", "exactly", "13th"),
        ("-0.36", "per_10k", "exactly", "−0.36 per 10,000"),
        ("1.30", "per_10k", "exactly", "1.30 per 10,000"),
        ("0.36", "per_10k", "about", "about 0.36 per 10,000"),
        ("6", "months", "exactly", "6 months"),
    ],
)
def test_phrases(typed: str, unit: str, qualifier: Qualifier, expected: str) -> None:
    """A number with its unit and its qualifier."""
    assert wording.phrase(amount_of(typed, unit, qualifier), "en") == expected


@pytest.mark.parametrize(
    ("typed", "unit", "qualifier", "english", "korean"),
    [
        ("999999", "professors", "exactly", "999,999 professors", "99만 9999명"),
        ("999999.6", "dollars", "exactly", "$999,999.6", "99만 9999.6달러"),
        ("999999.999", "won", "exactly", "999,999.999 million won", "9999억 9999만 9000원"),
        ("1000000", "dollars", "exactly", "$1 million", "100만 달러"),
        ("1000000", "professors", "exactly", "1 million professors", "100만 명"),
        ("2000000", "dollars", "about", "about $2 million", "약 200만 달러"),
        ("2.0", "billions", "exactly", "$2 billion", "20억 달러"),
        ("1", "billions", "over", "over $1 billion", "10억 달러 이상"),
        ("1000", "billions", "exactly", "$1 trillion", "1조 달러"),
        ("340110988", "dollars", "exactly", "$340,110,988", "3억 4011만 988달러"),
        ("1234567.89", "dollars", "exactly", "$1,234,567.89", "123만 4567.89달러"),
        ("2344.25", "won", "exactly", "2,344.25 million won", "23억 4425만 원"),
        ("123456.7", "billions", "exactly", "$123,456.7 billion", "123조 4567억 달러"),
        ("99999999", "professors", "exactly", "99,999,999 professors", "9999만 9999명"),
        ("100000000", "professors", "exactly", "100 million professors", "1억 명"),
        ("1.0", "professors", "exactly", "1.0 professors", "1.0명"),
        ("1.00", "professors", "about", "about 1.00 professors", "약 1.00명"),
        ("-1", "professors", "exactly", "−1 professor", "−1명"),
        ("0.5", "professors", "exactly", "0.5 professors", "0.5명"),
        ("21", "professors", "exactly", "21 professors", "21명"),
        ("1", "professors", "about", "about 1 professor", "약 1명"),
        ("1", "points", "exactly", "1 percentage point", "1%포인트"),
        ("1.0", "points", "exactly", "1.0 percentage points", "1.0%포인트"),
        ("-0.04", "points", "exactly", "−0.04 percentage points", "−0.04%포인트"),
    ],
)
def test_numbers_as_newsrooms_have_them(
    typed: str, unit: str, qualifier: Qualifier, english: str, korean: str
) -> None:
    """Nothing is a thousand thousand, one is one, and a million has no decimals to spare."""
    amount = amount_of(typed, unit, qualifier)
    assert (wording.phrase(amount, "en"), wording.phrase(amount, "ko")) == (english, korean)


@pytest.mark.parametrize(
    ("value", "digits", "unit", "english", "korean"),
    [
        ("999999.6", 0, "dollars", "$1 million", "100만 달러"),
        ("999.9996", 3, "won", "1 billion won", "10억 원"),
        ("999999999", -2, "dollars", "$1 billion", "10억 달러"),
        ("9999.6", 0, "professors", "10,000 professors", "1만 명"),
        ("99999999.6", 0, "professors", "100 million professors", "1억 명"),
        ("1.2", 0, "professors", "1 professor", "1명"),
        ("0.96", 0, "professors", "1 professor", "1명"),
        ("0.96", 1, "professors", "1.0 professors", "1.0명"),
        ("1.96", 0, "professors", "2 professors", "2명"),
        ("-0.4", 0, "professors", "0 professors", "0명"),
        ("1234567", -3, "dollars", "$1.235 million", "123만 5000달러"),
    ],
)
def test_what_is_rounded_is_worded_as_it_is_printed(
    value: str, digits: int, unit: str, english: str, korean: str
) -> None:
    amount = amount_of(value, unit)
    assert amount.unit
    rounded = replace(amount, step=Decimal(1).scaleb(-digits) * amount.unit.scale)
    assert (wording.phrase(rounded, "en"), wording.phrase(rounded, "ko")) == (english, korean)


def test_a_number_without_a_unit_stands_alone() -> None:
    assert wording.phrase(amounts.bare(5), "en") == wording.quantity(amounts.bare(5), "ko") == "5"


def test_three_decimals_of_an_exact_number_are_no_tail() -> None:
    """A fourth is one, and goes with all that nobody needs."""
    said = [wording.number(amounts.bare(Decimal(n)), "en") for n in ("1234.567", "1234.5678")]
    assert said == ["1,234.567", "1,235"]


def test_what_is_printed_is_told_in_base_units() -> None:
    """28.6 percent, of two sevenths, is 0.286."""
    share = amounts.divide(amount_of("2", "professors"), amount_of("7", "professors"))
    assert wording.printed(amounts.in_unit(share, UNITS["percent"])) == Decimal("0.286")


def test_a_share_with_more_digits() -> None:
    """In its unit: two sevenths are 28.6 percent, or 28.571."""
    share = amounts.divide(amount_of("2", "professors"), amount_of("7", "professors"))
    percent = amounts.in_unit(share, UNITS["percent"])
    assert wording.number(wording.finer(percent, 2), "en") == "28.571"


def test_what_is_typed_in_multiples_is_printed_in_the_unit_itself() -> None:
    """However small the multiple."""
    laps = small.unit(print={"en": "{} km"}, dimension="km", scale="1.5")
    assert wording.quantity(amounts.given(Decimal(2), laps), "en") == "3 km"


def test_words_of_pages_stand_beside_the_rules_of_their_language() -> None:
    assert [wording.words_file(lang).name for lang in ("en", "ko")] == [
        "english.yaml", "korean.yaml",
    ]  # fmt: skip


def test_a_loose_result_is_told_as_loose() -> None:
    """Over divided by about is a rounded bound, and no digit more than is known."""
    quotient = amounts.divide(
        amount_of("330000", "dollars", "over"), amount_of("73000", "dollars", "about")
    )
    said = wording.phrase(amounts.in_unit(quotient, UNITS["times"]), "en")
    assert said == "roughly 4.5 times or more"


def test_an_exact_quotient_has_no_tail() -> None:
    """Two sevenths of counts are exact, and nobody needs 28 digits of them."""
    share = amounts.divide(amount_of("2", "professors"), amount_of("7", "professors"))
    percent = amounts.in_unit(share, UNITS["percent"])
    assert [wording.quantity(percent, lang) for lang in ("en", "ko")] == ["28.6%", "28.6%"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("4", "four"), ("12", "twelve"), ("13", "13"), ("0", "zero"), ("4.5", "4.5"),
        ("-4", "−4"),
    ],
)  # fmt: skip
def test_words(typed: str, expected: str) -> None:
    """Small whole numbers have words, others digits."""
    assert wording.words(amount_of(typed, "professors"), "en") == expected


@pytest.mark.parametrize(("typed", "expected"), [("3", "third"), ("10", "tenth"), ("35", "35th")])
def test_ranks_in_words(typed: str, expected: str) -> None:
    """A rank is third, not three."""
    assert wording.words(amount_of(typed, "rank"), "en") == expected


@pytest.mark.parametrize(
    ("typed", "unit", "expected"),
    [
        ("56", "professors", "56"),
        ("330000", "dollars", "330,000"),
        ("100.62", "won", "100.62 million"),
        ("-0.36", "per_10k", "−0.36"),
    ],
)
def test_numbers_alone(typed: str, unit: str, expected: str) -> None:
    """In the unit as typed: the sentence says "million" itself."""
    assert wording.number(amount_of(typed, unit), "en") == expected


SIZES = {
    "en": {"": 0, "million": 6, "billion": 9, "trillion": 12},
    "ko": {"": 0, "만": 4, "억": 8, "조": 12, "경": 16},
}


def read_back(text: str, lang: str) -> Decimal:
    """The number that a reader takes from *text*."""
    parts = re.findall(r"([\d.]+)\s?([a-z]+|[만억조경]|)", text.replace(",", ""))
    total = sum(
        (Decimal(digits) * Decimal(10) ** SIZES[lang][size] for digits, size in parts), Decimal(0)
    )
    return -total if text.startswith("−") else total


@given(st.integers(-(10**15), 10**15), st.sampled_from(["en", "ko"]))
def test_a_whole_number_can_be_read_back(value: int, lang: str) -> None:
    """Grouping and the words for large numbers lose nothing."""
    assert read_back(wording.number(amounts.bare(value), lang), lang) == value


@given(
    st.decimals("-99999999", "99999999", places=2).map(lambda value: f"{value:f}"),
    st.sampled_from(["dollars", "won", "billions", "per_10k", "percent"]),
)
def test_both_languages_say_the_same_amount(typed: str, unit: str) -> None:
    """What is read from either is the amount itself, to the last digit that was typed."""
    amount = amount_of(typed, unit)
    for lang in ("en", "ko"):
        pattern = UNITS[unit].print[lang]
        sign = "−" if "−" in (text := wording.quantity(amount, lang)) else ""
        before, _, after = pattern.partition("{}")
        bare = text.replace("−", "").removeprefix(before).removesuffix(after).strip()
        assert read_back(sign + bare, lang) == _shown(amount), text
        assert read_back(wording.number(amount, lang), lang) == _shown(amount)


def _shown(amount: Amount) -> Decimal:
    """The number to print: in base units where the unit is a multiple of one."""
    assert amount.unit
    return amount.value if amount.unit.scale >= 1 else amount.shown


@given(st.decimals(-9999, 9999, places=2), st.sampled_from(["en", "ko"]))
def test_decimals_are_kept_as_typed(value: Decimal, lang: str) -> None:
    """1.30 has two decimals, because the source gives two."""
    text = wording.quantity(amount_of(f"{value:f}", "per_10k"), lang)
    assert re.search(r"\d\.\d\d(?!\d)", text)


@pytest.mark.parametrize(
    ("typed", "unit", "expected"),
    [
        ("1073", None, "1,073"),
        ("1234567", None, "1,234,567"),
        ("-2.10", None, "−2.10"),
        ("0", None, "0"),
        ("NA", None, "NA"),
        ("3", "rank", "3rd"),
    ],
)
def test_cells(typed: str, unit: str | None, expected: str) -> None:
    """A cell keeps its decimals; words stay as they are."""
    assert wording.cell_text(typed, UNITS[unit] if unit else None, "en") == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2024", "2024"),
        ("2024-04", "April 2024"),
        ("2025-07-08", "8 July 2025"),
        ("2021-01/2025-05", "January 2021 to May 2025"),
        ("2021/2024", "2021 to 2024"),
        ("not stated", "year not stated"),
        ("always", ""),
    ],
)
def test_periods(typed: str, expected: str) -> None:
    """The admission that nobody stated one is printed as it is."""
    assert wording.period(typed, "en") == expected


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [("4", 2, "4"), ("12.25", 2, "12.25"), ("1234.5678", 0, "1,235"), ("1234.5678", 1, "1,234.6")],
)
def test_finer(value: str, digits: int, expected: str) -> None:
    """An exact number is printed to its third digit; with more digits only if it has more."""
    assert wording.number(wording.finer(amounts.bare(Decimal(value)), digits), "en") == expected
