"""Every number in Korean words is read as what it is."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from braindrain_site.quantities import korean_numbers, quantities

TRILLION = 10**12
DIGITS = "영일이삼사오육칠팔구"
UNITS = " 한 두 세 네 다섯 여섯 일곱 여덟 아홉".split(" ")
TENS = " 열 스물 서른 마흔 쉰 예순 일흔 여든 아흔".split(" ")


def group(number: int, ones: bool) -> str:
    """A number below ten thousand; *ones* says 일백 for 백."""
    said = ""
    for place, name in ((1000, "천"), (100, "백"), (10, "십")):
        digit, number = divmod(number, place)
        if digit:
            said += (DIGITS[digit] if digit > 1 or ones else "") + name
    return said + (DIGITS[number] if number else "")


def spelled(number: int, space: str = "", ones: bool = False) -> str:
    """*number* in Sino-Korean words, *space* behind 조, 억 and 만."""
    if not number:
        return "영"
    parts = []
    for place, name in ((TRILLION, "조"), (10**8, "억"), (10**4, "만")):
        above, number = divmod(number, place)
        if above:
            parts.append(
                ("" if above == 1 and name == "만" else group(above, ones or name == "조")) + name
            )
    return space.join([*parts, *([group(number, ones)] if number else [])])


numbers = st.one_of(st.integers(0, 20_000), st.integers(0, TRILLION))


@given(numbers, st.sampled_from(["", " "]), st.booleans())
def test_sino_numbers(number: int, space: str, ones: bool) -> None:
    assert korean_numbers.value(spelled(number, space, ones)) == number


@given(st.integers(10, TRILLION), st.sampled_from(["", " "]), st.booleans())
def test_sino_numbers_before_a_counter_are_one_span(number: int, space: str, ones: bool) -> None:
    assume(not space or number % 10_000 not in range(1, 10))  # 일 behind a blank is read as a word
    text = f"모인 사람은 {spelled(number, space, ones)} 명이다"
    [span] = quantities(text, "ko")
    assert text[span.start : span.end] == f"{spelled(number, space, ones)} 명이다"


@pytest.mark.parametrize("number", range(1, 100))
def test_native_numbers(number: int) -> None:
    tens, units = divmod(number, 10)
    said = "스무" if number == 20 else TENS[tens] + UNITS[units]
    assert korean_numbers.value(said) == number
    text = f"어제 {said} 명이 왔다"
    [span] = quantities(text, "ko")
    assert text[span.start : span.end].startswith(f"{said} 명")


@given(st.integers(0, 10**15), st.integers(0, 999))
def test_digits(number: int, thousandths: int) -> None:
    """With commas, with a point, with 만."""
    assert korean_numbers.value(f"{number:,}") == number
    assert korean_numbers.value(f"{number}만") == number * 10_000 or not number
    said = f"{number}.{thousandths:03}"
    assert korean_numbers.value(said) == Fraction(said)


@given(st.text("일이삼십백천만억조영한두열스물 .,0123456789", max_size=30))
def test_anything_is_read_without_failing(text: str) -> None:
    """And what is no number is none."""
    value = korean_numbers.value(text)
    assert value is None or value >= 0
