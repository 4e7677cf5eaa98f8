"""What each field takes and refuses."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from braindrain_site.model import fields, number_mistakes


def read(kind: Any, text: Any) -> Any:
    return TypeAdapter(kind).validate_python(text)


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12
    )
)
def test_plain_digits_are_kept_as_typed(value: Decimal) -> None:
    """A number keeps every digit, so that its precision is known."""
    assert read(fields.Number, f"{value:f}") == value
    assert str(read(fields.Number, f"{value:f}")) == f"{value:f}"


@given(st.text())
def test_what_is_read_as_a_number_is_a_plain_number(text: str) -> None:
    """Nothing that pandas or Python would guess at gets through."""
    try:
        value = read(fields.Number, text)
    except ValidationError:
        assert number_mistakes.number_mistake(text.strip())
    else:
        assert value == Decimal(text.strip())
        assert number_mistakes.NUMBER.fullmatch(text.strip())


@pytest.mark.parametrize(
    "text",
    ["2024", "2024-04", "2024-04-15", "2021/2024", "2021-01/2025-05", "not stated", "always"],
)
def test_periods(text: str) -> None:
    """Years, months, days, spans, and the admission that a source does not say."""
    assert read(fields.Period, text) == text


@pytest.mark.parametrize(
    "text", ["2024-13", "24", "2025/2021", "2021/2022/2023", "April 2024", "2024-02-00"]
)
def test_wrong_periods(text: str) -> None:
    """A month that does not exist, a span the wrong way round, words."""
    with pytest.raises(ValidationError):
        read(fields.Period, text)


def test_days() -> None:
    """Only days that are in the calendar."""
    assert read(fields.Day, "2024-02-29") == dt.date(2024, 2, 29)
    with pytest.raises(ValidationError, match="there is no such day"):
        read(fields.Day, "2025-02-29")


@pytest.mark.parametrize(
    "text", ["https://example.org/a?b=c", "http://example.org", "https://한국.kr:8000/길#쪽"]
)
def test_addresses(text: str) -> None:
    """Web addresses only: no script, no file."""
    assert read(fields.Address, text) == text


def test_an_address_as_a_browser_copies_it() -> None:
    """Letters that no address may have are written as they are sent; nobody is asked to."""
    typed, sent = "https://example.org/a?b={c}|^d%20e", "https://example.org/a?b=%7Bc%7D%7C%5Ed%20e"
    assert read(fields.Address, typed) == sent


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "example.org",
        "https://a b",
        "",
        "https://",
        "https://a\\b/",
        'https://a"b/',
    ],
)
def test_wrong_addresses(text: str) -> None:
    """Anything else is refused."""
    with pytest.raises(ValidationError):
        read(fields.Address, text)


def test_switches_and_whole_numbers() -> None:
    """``yes`` is no switch, and half a thing cannot be counted."""
    assert (read(fields.Switch, "true"), read(fields.Switch, "false")) == (True, False)
    assert read(fields.Digits, "-2") == -2
    for kind, text in ((fields.Switch, "yes"), (fields.Digits, "1.5"), (fields.Line, "  ")):
        with pytest.raises(ValidationError):
            read(kind, text)


@pytest.mark.parametrize("found", [["a"], {"a": "b"}])
def test_groups_where_text_belongs(found: object) -> None:
    """A list or a group of keys is told apart."""
    with pytest.raises(ValidationError, match="needs a number, but has a"):
        read(fields.Number, found)


def test_words_in_every_language() -> None:
    """A text has all languages of the site; one more may be on its way, but must be a language."""
    adapter = TypeAdapter(fields.Text)
    both = {"languages": ("en", "ko")}
    assert adapter.validate_python({"en": "a", "ko": "가"}, context=both)
    with pytest.raises(ValidationError, match='no words in "ko"'):
        adapter.validate_python({"en": "a"}, context=both)
    assert adapter.validate_python({"en": "a", "ko": "가", "fr": "a"}, context=both)
    with pytest.raises(ValidationError, match="no language of this site"):
        adapter.validate_python({"en": "a", "ko": "가", "note": "a"}, context=both)
