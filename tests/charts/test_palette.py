"""Colours that have to be told apart can be, in light, in dark and on paper."""

import re
from pathlib import Path

import pytest

from braindrain_site.charts import style
from braindrain_site.charts.style import INFLOW, INK, QUIET, SUBJECT

CSS = Path(__file__).parents[2] / "templates" / "css"
PAINT = re.compile(r"--(\w+): (#[0-9a-f]{3,6});")


def palettes() -> dict[str, dict[str, str]]:
    """Light and dark from the tokens, print from its own sheet."""
    light, dark, *_ = (CSS / "tokens.css").read_text("utf-8").split("@media")
    assert "prefers-color-scheme: dark" in dark
    printed = (CSS / "print.css").read_text("utf-8")
    found = {"light": light, "dark": dark, "print": printed}
    return {name: dict(PAINT.findall(text)) for name, text in found.items()}


PALETTES = palettes()


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    digits = colour.removeprefix("#")
    parts = [digits[n : n + 2] for n in (0, 2, 4)] if len(digits) == 6 else [d * 2 for d in digits]
    shares = [int(part, 16) / 255 for part in parts]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(palette: str, one: str, other: str) -> float:
    low, high = sorted(luminance(PALETTES[palette][name]) for name in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(
    ("text", "ground"),
    [("ink", "paper"), ("muted", "paper"), ("subject", "paper"), ("inflow", "paper"),
     ("ink", "soft"), ("muted", "soft"), ("paper", "ink")],
)  # fmt: skip
def test_text_stands_out_from_its_ground(palette: str, text: str, ground: str) -> None:
    assert contrast(palette, text, ground) >= 4.5


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("mark", [SUBJECT, INK, QUIET, INFLOW])
def test_marks_stand_out_from_the_paper_between_them(palette: str, mark: str) -> None:
    """Marks never touch: the paper is what lies next to each."""
    assert contrast(palette, mark[6:-1], "paper") >= 3


@pytest.mark.parametrize("palette", PALETTES)
def test_what_is_set_apart_in_ink_is_told_from_grey(palette: str) -> None:
    """Here colour alone would have to do where a bar lies beside a bar."""
    assert contrast(palette, "ink", "quiet") >= 3


def test_korea_is_one_colour_and_no_other_is() -> None:
    assert style.tint("subject") == style.voice("subject") == SUBJECT
    assert SUBJECT not in {style.tint(""), style.tint("ink"), style.voice(""), style.voice("ink")}
