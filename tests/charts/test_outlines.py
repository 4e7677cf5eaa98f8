"""Outlines stand where a browser would put the letters."""

import base64

import pytest
from playwright.sync_api import Browser

from braindrain_site.fonts.faces import read
from braindrain_site.fonts.setting import Style
from tests.support.letters import TYPE

FILES: dict[Style, str] = {
    "display": "newsreader-display", "regular": "desk-sans-regular", "bold": "desk-sans-semibold",
}  # fmt: skip


@pytest.mark.parametrize("style", FILES)
def test_a_line_is_as_wide_as_in_a_browser(browser: Browser, style: Style) -> None:
    """Kerning included: A before V stands closer."""
    text = "AVATAR: 31 of 56 worked outside, To & Ty"
    page = browser.new_page()
    wide = page.evaluate(
        """async ([name, font, text]) => {
          const bytes = Uint8Array.from(atob(font), char => char.charCodeAt(0));
          const face = new FontFace(name, bytes);
          document.fonts.add(await face.load());
          const line = document.body.appendChild(document.createElement("span"));
          line.style.cssText = `font: 100px ${name}; white-space: pre;
            font-variant-numeric: tabular-nums; font-variant-ligatures: none`;
          line.textContent = text;
          return line.getBoundingClientRect().width;
        }""",
        ["face", base64.b64encode(read(FILES[style])).decode(), text],
    )
    page.close()
    assert TYPE.width(text, style) * 100 == pytest.approx(wide, abs=1)
    assert TYPE.width("AV", style) < TYPE.width("A", style) + TYPE.width("V", style)


def test_figures_are_equally_wide() -> None:
    assert TYPE.width("111", "regular") == pytest.approx(TYPE.width("888", "regular"))


def test_a_letter_the_first_font_lacks_comes_from_the_next() -> None:
    """Newsreader has no arrow; the charts' typeface has."""
    names = [letter.name[:2] for letter in TYPE.line("a→", "display")[0]]
    assert names == ["nd", "ds"]


def test_each_letter_has_one_outline() -> None:
    outlines = TYPE.outlines([("abba", "regular"), ("ab", "bold")])
    assert len(outlines) == 4
    assert all(path.startswith("M") for path in outlines.values())


def test_lines_are_no_wider_than_asked() -> None:
    lines = TYPE.wrap("The teachers who left the village school", "display", 8)
    assert len(lines) > 1
    assert all(TYPE.width(line, "display") <= 8.3 for line in lines)
    assert TYPE.wrap("", "regular", 8) == []
