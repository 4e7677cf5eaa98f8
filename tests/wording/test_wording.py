"""How amounts and times are written in English, and what holds in every language."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braindrain_site import wording
from braindrain_site.model import amounts
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Qualifier
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
        ("4000", "won", "exactly", "4.0 billion won"),
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
    ("typed", "expected"), [("4", "four"), ("12", "twelve"), ("13", "13"), ("0", "zero")]
)
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
    ],
)
def test_periods(typed: str, expected: str) -> None:
    """The admission that nobody stated one is printed as it is."""
    assert wording.period(typed, "en") == expected
