"""How amounts and times are written in English."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braindrain_site import amounts, wording
from braindrain_site.amounts import Amount
from braindrain_site.edition import Qualifier
from tests import small

UNITS = {
    "professors": small.unit(
        print={"en": "{} professors"}, singular={"en": "{} professor"}, dimension="professors"
    ),
    "dollars": small.unit(print={"en": "${}"}, dimension="USD/year"),
    "billions": small.unit(print={"en": "${}"}, dimension="USD", scale="1000000000"),
    "won": small.unit(print={"en": "{} won"}, dimension="KRW/year", scale="1000000"),
    "percent": small.unit(print={"en": "{}%"}, dimension="1", scale="0.01"),
    "times": small.unit(print={"en": "{} times"}, dimension="1"),
    "rank": small.unit(print={"en": "{}"}, dimension="1", ordinal="true"),
    "per_10k": small.unit(print={"en": "{} per 10,000"}, dimension="per_10k"),
}


def given_amount(typed: str, unit: str, qualifier: Qualifier = "exactly") -> Amount:
    return amounts.given(Decimal(typed), UNITS[unit], qualifier)


@pytest.mark.parametrize(
    ("typed", "unit", "qualifier", "expected"),
    [
        ("56", "professors", "exactly", "56 professors"),
        ("1", "professors", "exactly", "1 professor"),
        ("2344", "professors", "exactly", "2,344 professors"),
        ("330000", "dollars", "over", "over $330,000"),
        ("73000", "dollars", "about", "about $73,000"),
        ("73500", "dollars", "exactly", "$73,500"),
        ("4", "times", "up_to", "up to 4 times"),
        ("100", "won", "about", "about 100 million won"),
        ("100.62", "won", "exactly", "100.62 million won"),
        ("0.5", "won", "under", "under 500,000 won"),
        ("335.2", "billions", "exactly", "$335.2 billion"),
        ("3.90", "billions", "exactly", "$3.90 billion"),
        ("0.8", "percent", "exactly", "0.8%"),
        ("-12.2", "percent", "exactly", "−12.2%"),
        ("-5", "dollars", "exactly", "−$5"),
        ("35", "rank", "exactly", "35th"),
        ("-0.36", "per_10k", "exactly", "−0.36 per 10,000"),
        ("1.30", "per_10k", "exactly", "1.30 per 10,000"),
    ],
)
def test_phrases(typed: str, unit: str, qualifier: Qualifier, expected: str) -> None:
    """A number with its unit and its qualifier."""
    assert wording.phrase(given_amount(typed, unit, qualifier), "en") == expected


def test_a_loose_result_is_told_as_loose() -> None:
    """Over divided by about is over about, and no digit more than is known."""
    quotient = amounts.divide(
        given_amount("330000", "dollars", "over"), given_amount("73000", "dollars", "about")
    )
    assert wording.phrase(amounts.in_unit(quotient, UNITS["times"]), "en") == "over about 4.5 times"


def test_an_exact_quotient_has_no_tail() -> None:
    """Two sevenths of counts are exact, and nobody needs 28 digits of them."""
    share = amounts.divide(given_amount("2", "professors"), given_amount("7", "professors"))
    assert wording.quantity(amounts.in_unit(share, UNITS["percent"]), "en") == "28.6%"


@pytest.mark.parametrize(
    ("typed", "expected"), [("4", "four"), ("12", "twelve"), ("13", "13"), ("0", "zero")]
)
def test_words(typed: str, expected: str) -> None:
    """Small whole numbers have words, others digits."""
    assert wording.words(given_amount(typed, "professors"), "en") == expected


@pytest.mark.parametrize(("typed", "expected"), [("3", "third"), ("10", "tenth"), ("35", "35th")])
def test_ranks_in_words(typed: str, expected: str) -> None:
    """A rank is third, not three."""
    assert wording.words(given_amount(typed, "rank"), "en") == expected


@given(st.integers(-(10**14), 10**14))
def test_a_whole_number_can_be_read_back(value: int) -> None:
    """Grouping and the words for large numbers lose nothing."""
    text = wording.number(amounts.bare(value), "en").replace("−", "-").replace(",", "")
    sizes = {"million": 6, "billion": 9, "trillion": 12}
    digits, _, size = text.partition(" ")
    assert Decimal(digits) * Decimal(10) ** sizes.get(size, 0) == value


@given(st.decimals(-9999, 9999, places=2))
def test_decimals_are_kept_as_typed(value: Decimal) -> None:
    """1.30 has two decimals, because the source gives two."""
    text = wording.quantity(given_amount(f"{value:f}", "per_10k"), "en")
    assert re.fullmatch(r"−?[\d,]+\.\d\d per 10,000", text)


@pytest.mark.parametrize(
    ("typed", "unit", "expected"),
    [("1073", None, "1,073"), ("-2.10", None, "−2.10"), ("NA", None, "NA"), ("3", "rank", "3rd")],
)
def test_cells(typed: str, unit: str | None, expected: str) -> None:
    """A cell keeps its decimals; words stay as they are."""
    assert wording.cell_text(typed, UNITS[unit] if unit else None, "en") == expected


def test_a_period_nobody_stated() -> None:
    """The admission is printed as it is."""
    assert wording.period("not stated", "en") == "not stated"
