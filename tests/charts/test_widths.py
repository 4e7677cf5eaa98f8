"""Letters are as wide as the font says, and lines break between words."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from braindrain_site.charts.widths import Lettering
from braindrain_site.fonts.faces import read
from tests.support.frames_to_draw import LETTERS

SIMPLE = Lettering({"a": 0.5, "i": 0.25, " ": 0.25}, {"a": 0.6, "i": 0.3, " ": 0.25})


def test_widths_add_up() -> None:
    assert SIMPLE.width("ai a", 10) == 5 + 2.5 + 2.5 + 5
    assert SIMPLE.width("ai", 10, bold=True) == 9


def test_every_letter_has_a_width() -> None:
    """Whichever font it comes from."""
    for text in ("한국어 융합 및", "Łódź", "漢字", "Россия"):
        for bold in (False, True):
            assert LETTERS.width(text, 1, bold) > len(text) / 3


def test_lines_break_between_words_and_are_even() -> None:
    assert SIMPLE.wrap("aaa aaa aaa a", 50, 10) == ["aaa aaa", "aaa a"]
    assert SIMPLE.wrap("aaaa", 60, 10) == ["aaaa"]
    assert SIMPLE.wrap("", 60, 10) == [""]


def test_a_word_that_is_too_wide_is_cut() -> None:
    assert SIMPLE.wrap("aaaaa a", 13, 10) == ["aa", "aa", "a a"]


@given(st.text("ai ", max_size=60), st.integers(10, 200))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = SIMPLE.wrap(text, width, 10)
    assert all(SIMPLE.width(line, 10) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(st.text("ai ", max_size=60), st.integers(40, 200))
def test_evening_out_adds_no_line(text: str, width: int) -> None:
    lines = SIMPLE.wrap(text, width, 10)
    words, greedy = text.split(), [""]
    for word in words:
        longer = f"{greedy[-1]} {word}".strip()
        greedy = [*greedy[:-1], longer] if SIMPLE.width(longer, 10) <= width else [*greedy, word]
    if all(SIMPLE.width(word, 10) <= width for word in words):
        assert len(lines) == len(greedy)


def test_the_fonts_have_both_weights_and_figures_of_one_width() -> None:
    for bold in (False, True):
        assert len({LETTERS.width(digit, 100, bold) for digit in "0123456789"}) == 1
    assert LETTERS.width("Seoul", 14, bold=True) > LETTERS.width("Seoul", 14)


@pytest.mark.parametrize("weight", ["regular", "semibold"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sans", "South Korea −0.36, $470.92 billion, “Wave” AV 1,111"),
        ("sans", "한국교수인재유출"),
        ("myeongjo", "漢字"),
    ],
)
def test_a_browser_measures_the_same(browser: Browser, weight: str, name: str, text: str) -> None:
    font = read(f"desk-{name}-{weight}")
    page = browser.new_page()
    wide = page.evaluate(
        """async ([font, text]) => {
            const bytes = Uint8Array.from(atob(font), char => char.charCodeAt(0));
            document.fonts.add(await new FontFace("Measured", bytes).load());
            document.body.innerHTML = "<span></span>";
            const span = document.querySelector("span");
            span.style = "font: 100px Measured; white-space: pre";
            span.style.fontVariantNumeric = "tabular-nums";
            span.textContent = text;
            return span.getBoundingClientRect().width;
        }""",
        [base64.b64encode(font).decode(), text],
    )
    page.close()
    assert LETTERS.width(text, 100, bold=weight == "semibold") == pytest.approx(wide, rel=0.015)
