"""Colours that have to be told apart can be, in light, in dark and on paper."""

import re
from pathlib import Path

import pytest

from braindrain_site.charts import palette, style
from braindrain_site.charts.palette import contrast, stronger
from braindrain_site.charts.style import INFLOW, INK, QUIET, SUBJECT
from braindrain_site.model.house import Colours, DayAndNight, House

PRINT = (Path(__file__).parents[2] / "templates/css/print.css").read_text("utf-8")
PAINT = re.compile(r"--(\w+): (#[0-9a-f]{3,6});")
USUAL = palette.palette(House())
PALETTES = {
    "light": USUAL.day,
    "dark": USUAL.night,
    "print": {
        **{name: f"#{digits[1:] * 2}" if len(digits) == 4 else digits
           for name, digits in PAINT.findall(PRINT)},
        **USUAL.printed,
    },
}  # fmt: skip
OWN = House(colours=Colours(subject=DayAndNight(light="#0a5a9c", dark="#7fb8ff")))


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(
    ("text", "ground"),
    [("ink", "paper"), ("muted", "paper"), ("subject", "paper"), ("inflow", "paper"),
     ("ink", "soft"), ("muted", "soft"), ("paper", "ink")],
)  # fmt: skip
def test_text_stands_out_from_its_ground(name: str, text: str, ground: str) -> None:
    assert contrast(PALETTES[name][text], PALETTES[name][ground]) >= 4.5


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("mark", [SUBJECT, INK, QUIET, INFLOW])
def test_marks_stand_out_from_the_paper_between_them(name: str, mark: str) -> None:
    """Marks never touch: the paper is what lies next to each."""
    assert contrast(PALETTES[name][mark[6:-1]], PALETTES[name]["paper"]) >= 3


@pytest.mark.parametrize("name", PALETTES)
def test_what_is_set_apart_in_ink_is_told_from_grey(name: str) -> None:
    """Here colour alone would have to do where a bar lies beside a bar."""
    assert contrast(PALETTES[name]["ink"], PALETTES[name]["quiet"]) >= 3


def test_the_subject_is_one_colour_and_no_other_is() -> None:
    assert style.tint("subject") == style.voice("subject") == SUBJECT
    assert SUBJECT not in {style.tint(""), style.tint("ink"), style.voice(""), style.voice("ink")}


def test_colours_of_a_house_take_the_place_of_the_usual_ones() -> None:
    """The others stay; and for who asks for more contrast they are as strong as they have to be."""
    own = palette.palette(OWN)
    assert own.day == {**USUAL.day, "subject": "#0a5a9c"}
    assert own.night == {**USUAL.night, "subject": "#7fb8ff"}
    assert own.printed["subject"] == "#0a5a9c"
    for colours, strong in ((own.day, own.strong_day), (own.night, own.strong_night)):
        assert strong.keys() == USUAL.strong_day.keys()
        assert min(contrast(each, colours["paper"]) for each in strong.values()) >= 7


@pytest.mark.parametrize("ground", ["#ffffff", "#000000", "#808080", "#767676"])
def test_there_is_always_a_colour_that_can_be_read(ground: str) -> None:
    assert contrast(stronger(ground, ground, 4.5), ground) >= 4.5
