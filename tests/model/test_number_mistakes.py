"""What people write in place of a plain number, and what they are told to write."""

import pytest

from braindrain_site.model.number_mistakes import NUMBER, number_mistake, whole_mistake


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("1,000", "Write it without commas: 1000."),
        ("1.234.567,8", "Write it so: 1234567.8."),
        ("12 000", "Write it without gaps: 12000."),
        ("3,5", "Write a point for decimals: 3.5."),
        ("1e3", "without an exponent"),
        ("−1", "plain hyphen"),
        ("010", "Write it without leading zeros: 10."),
        ("1.", "Write 1."),
        (".5", "Write 0.5."),
        ("+1", "Write it without the plus sign: 1."),
        ("(7)", "write -7."),
        ("33만", "without 만"),
        ("₩100", "Write the number alone"),
        ("NaN", "left out"),
        ("∞", "left out"),
        ("NA", ""),
        ("", "Write digits"),
        ("１２", "Write the plain digits 0 to 9: 12."),
        ("١", "Write the plain digits 0 to 9: 1."),
    ],
)
def test_doubtful_numbers_are_refused(text: str, hint: str) -> None:
    """Each of these has been misread by a program somewhere."""
    mistake = number_mistake(text)
    assert mistake
    assert hint in mistake[1]
    assert not NUMBER.fullmatch(text)


@pytest.mark.parametrize(
    ("text", "hint"), [("7.00", "Write 7."), ("7.5", ""), ("7,000", "without commas: 7000.")]
)
def test_half_a_thing_cannot_be_counted(text: str, hint: str) -> None:
    """Zeros behind the point are nothing; of what else stands there nobody knows the meaning."""
    mistake = whole_mistake(text)
    assert mistake
    assert hint in mistake[1]


@pytest.mark.parametrize("text", ["0", "-1", "100.62", "123456789012345678"])
def test_plain_numbers_are_none(text: str) -> None:
    assert number_mistake(text) is None
