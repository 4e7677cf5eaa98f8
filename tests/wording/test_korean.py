"""How amounts and times are written in Korean, and which particle follows them."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from braindrain_site import wording
from braindrain_site.model import amounts
from braindrain_site.model.entries import Qualifier
from braindrain_site.wording import korean
from tests.support.units import UNITS, amount_of


@pytest.mark.parametrize(
    ("typed", "unit", "qualifier", "expected"),
    [
        ("56", "professors", "exactly", "56명"),
        ("1", "professors", "exactly", "1명"),
        ("0", "professors", "exactly", "0명"),
        ("2344", "professors", "exactly", "2344명"),
        ("9999", "professors", "up_to", "최대 9999명"),
        ("10000", "professors", "exactly", "1만 명"),
        ("12345", "professors", "exactly", "1만 2345명"),
        ("10001", "professors", "about", "약 1만 1명"),
        ("1200000", "professors", "over", "120만 명 이상"),
        ("4", "institutes", "exactly", "4곳"),
        ("20", "papers", "under", "20건 미만"),
        ("330000", "dollars", "over", "33만 달러 이상"),
        ("73000", "dollars", "about", "약 7만 3000달러"),
        ("73500", "dollars", "exactly", "7만 3500달러"),
        ("-5", "dollars", "exactly", "−5달러"),
        ("4", "times", "up_to", "최대 4배"),
        ("4.5", "times", "over", "4.5배 이상"),
        ("100", "won", "about", "약 1억 원"),
        ("100.62", "won", "exactly", "1억 62만 원"),
        ("101.39", "won", "exactly", "1억 139만 원"),
        ("0.5", "won", "under", "50만 원 미만"),
        ("4000", "won", "exactly", "40억 원"),
        ("1000000", "won", "exactly", "1조 원"),
        ("335.2", "billions", "exactly", "3352억 달러"),
        ("470.92", "billions", "exactly", "4709억 2000만 달러"),
        ("3.90", "billions", "exactly", "39억 달러"),
        ("1350", "billions", "about", "약 1조 3500억 달러"),
        ("0.8", "percent", "exactly", "0.8%"),
        ("-12.2", "percent", "exactly", "−12.2%"),
        ("10", "percent", "under", "10% 미만"),
        ("3.1", "points", "exactly", "3.1%포인트"),
        ("35", "rank", "exactly", "35위"),
        ("1", "rank", "exactly", "1위"),
        ("-0.36", "per_10k", "exactly", "1만 명당 −0.36명"),
        ("0.36", "per_10k", "about", "1만 명당 약 0.36명"),
        ("1.30", "per_10k", "exactly", "1만 명당 1.30명"),
        ("6", "months", "exactly", "6개월"),
    ],
)
def test_phrases(typed: str, unit: str, qualifier: Qualifier, expected: str) -> None:
    """A number with its counter, grouped by four digits, as loose as it is."""
    assert wording.phrase(amount_of(typed, unit, qualifier), "ko") == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("1", "첫 번째"), ("2", "두 번째"), ("12", "열두 번째"), ("13", "13번째"), ("0", "0번째")],
)
def test_what_comes_first_is_no_digit(typed: str, expected: str) -> None:
    """In a text as in a cell."""
    assert wording.quantity(amount_of(typed, "turns"), "ko") == expected
    assert wording.cell_text(typed, UNITS["turns"], "ko") == expected


def test_of_a_range_the_unit_is_said_once() -> None:
    """30만~33만 달러: the number alone, and the number with its unit."""
    low, high = amount_of("300000", "dollars"), amount_of("330000", "dollars", "over")
    said = f"{wording.number(low, 'ko')}~{wording.quantity(high, 'ko')}"
    assert said == "30만~33만 달러"


def test_a_loose_result_is_told_as_loose() -> None:
    """Over divided by about is 약 … 이상."""
    quotient = amounts.divide(
        amount_of("330000", "dollars", "over"), amount_of("73000", "dollars", "about")
    )
    assert wording.phrase(amounts.in_unit(quotient, UNITS["times"]), "ko") == "4.5배 이상(어림)"


def test_a_quantity_leaves_its_looseness_to_the_sentence() -> None:
    """33만 달러, where the sentence says 넘는."""
    assert wording.quantity(amount_of("330000", "dollars", "over"), "ko") == "33만 달러"


@pytest.mark.parametrize(
    ("typed", "unit", "expected"),
    [
        ("1", "institutes", "한"),
        ("2", "institutes", "두"),
        ("3", "institutes", "세"),
        ("4", "institutes", "네"),
        ("10", "institutes", "열"),
        ("12", "institutes", "열두"),
        ("13", "institutes", "13"),
        ("0", "institutes", "0"),
        ("1", "rank", "첫째"),
        ("2", "rank", "둘째"),
        ("12", "rank", "열두째"),
        ("35", "rank", "35위"),
    ],
)
def test_words(typed: str, unit: str, expected: str) -> None:
    """The native numeral that goes before a counter, or the place."""
    assert wording.words(amount_of(typed, unit), "ko") == expected


@pytest.mark.parametrize(
    ("typed", "unit", "expected"),
    [
        ("56", "professors", "56"),
        ("330000", "dollars", "33만"),
        ("100.62", "won", "1억 62만"),
        ("-0.36", "per_10k", "−0.36"),
    ],
)
def test_numbers_alone(typed: str, unit: str, expected: str) -> None:
    """In base units always: no Korean word stands for a million."""
    assert wording.number(amount_of(typed, unit), "ko") == expected


@pytest.mark.parametrize(
    ("typed", "unit", "expected"),
    [
        ("1073", None, "1,073"),
        ("1234567", None, "1,234,567"),
        ("-2.10", None, "−2.10"),
        ("NA", None, "NA"),
        ("3", "rank", "3위"),
    ],
)
def test_cells(typed: str, unit: str | None, expected: str) -> None:
    """Columns of digits line up."""
    assert wording.cell_text(typed, UNITS[unit] if unit else None, "ko") == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2024", "2024년"),
        ("2024-04", "2024년 4월"),
        ("2025-07-08", "2025년 7월 8일"),
        ("2021-01/2025-05", "2021년 1월~2025년 5월"),
        ("2021/2024", "2021~2024년"),
        ("2024-01/2024-05", "2024년 1~5월"),
        ("2024-01-02/2024-03-04", "2024년 1월 2일~3월 4일"),
        ("2024/2025-05", "2024년~2025년 5월"),
        ("not stated", "시점 미상"),
    ],
)
def test_periods(typed: str, expected: str) -> None:
    """A swung dash without spaces, and the year once."""
    assert wording.period(typed, "ko") == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2021-01/2025-05", "2021년 1월부터 2025년 5월까지"),
        ("2021/2024", "2021년부터 2024년까지"),
        ("2024-01/2024-05", "2024년 1월부터 5월까지"),
        ("2024-01-02/2024-01-04", "2024년 1월 2일부터 1월 4일까지"),
        ("2024/2025-05", "2024년부터 2025년 5월까지"),
        ("2020/2020-05", "2020년부터 2020년 5월까지"),
    ],
)
def test_spans(typed: str, expected: str) -> None:
    """In a sentence from and to are words, and the year is said once."""
    assert wording.span(typed, "ko") == expected


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("0", "은 이 을 과 으로 이 이었"),
        ("1", "은 이 을 과 로 이 이었"),
        ("2", "는 가 를 와 로 - 였"),
        ("3", "은 이 을 과 으로 이 이었"),
        ("4", "는 가 를 와 로 - 였"),
        ("5", "는 가 를 와 로 - 였"),
        ("6", "은 이 을 과 으로 이 이었"),
        ("7", "은 이 을 과 로 이 이었"),
        ("8", "은 이 을 과 로 이 이었"),
        ("9", "는 가 를 와 로 - 였"),
        ("10", "은 이 을 과 으로 이 이었"),
        ("1.30", "은 이 을 과 으로 이 이었"),
        ("33만", "은 이 을 과 으로 이 이었"),
        ("1억", "은 이 을 과 으로 이 이었"),
        ("3조", "는 가 를 와 로 - 였"),
        ("56명", "은 이 을 과 으로 이 이었"),
        ("4곳", "은 이 을 과 으로 이 이었"),
        ("4배", "는 가 를 와 로 - 였"),
        ("35위", "는 가 를 와 로 - 였"),
        ("20건", "은 이 을 과 으로 이 이었"),
        ("33만 달러", "는 가 를 와 로 - 였"),
        ("1억 원", "은 이 을 과 으로 이 이었"),
        ("0.8%", "는 가 를 와 로 - 였"),
        ("33만 달러 이상", "은 이 을 과 으로 이 이었"),
        ("2025년 7월 8일", "은 이 을 과 로 이 이었"),
        ("AI", "는 가 를 와 로 - 였"),
        ("LLM", "은 이 을 과 으로 이 이었"),
        ("XML", "은 이 을 과 로 이 이었"),
        ("DESI", "는 가 를 와 로 - 였"),
        ("LinkedIn", "은 이 을 과 으로 이 이었"),
        ("Samsung", "은 이 을 과 으로 이 이었"),
        ("‘서울’", "은 이 을 과 로 이 이었"),
        ("4배(2024년)", "는 가 를 와 로 - 였"),
        ("", "는 가 를 와 로 - 였"),
    ],
)
def test_particles(text: str, forms: str) -> None:
    """The form that the last sound asks for, in the order of the list of particles."""
    expected = [form.strip("-") for form in forms.split()]
    assert [wording.followed(text, name) for name in wording.PARTICLES] == expected


@given(st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")))
@example("힣")
def test_every_syllable_decides(syllable: str) -> None:
    """By whether Unicode writes it with a final consonant (three letters when taken apart)."""
    letters = unicodedata.normalize("NFD", syllable)
    assert wording.followed(syllable, "eun") == ("은" if len(letters) == 3 else "는")
    without = len(letters) == 2 or letters[-1] == "\u11af"
    assert wording.followed(syllable, "euro") == ("로" if without else "으로")


def test_the_largest_group_has_no_end() -> None:
    """There is no name above 경, so its digits go on."""
    assert korean.grouped(Decimal(10) ** 20, None) == "10000경"


def test_an_exact_bound_of_what_is_rounded() -> None:
    """What is rounded and no bound is 약, and so is what was typed so."""
    assert korean.said("4", ("", "배"), "exactly", True) == "약 4배"
    assert korean.said("4", ("", "배"), "about", False) == "약 4배"
    assert korean.said("4", ("", "배"), "exactly", False) == "4배"


@pytest.mark.parametrize("counter", ["가지", "힣"])
def test_a_counter_of_hangul_stands_apart_from_a_word(counter: str) -> None:
    """Whatever its first syllable; digits it joins."""
    assert korean.said("1만", ("", counter), "exactly", False) == f"1만 {counter}"
    assert korean.said("10", ("", counter), "exactly", False) == f"10{counter}"


def test_a_span_between_unlike_moments() -> None:
    """A year is said without its name only before another year."""
    assert korean.span(["2021-05", "2024"]) == "2021년 5월~2024년"
    assert korean.span(["2021", "2024-05"]) == "2021년~2024년 5월"
    assert korean.span(["2024", "2024-05"]) == "2024년~2024년 5월"
    assert korean.span(["2024-03-01", "2024-05"]) == "2024년 3월 1일~5월"
    assert korean.span(["2024-03", "2024-05-01"]) == "2024년 3월~5월 1일"
