"""A card stands alone: nothing on it is too small, cut off, or left out without a word."""

from dataclasses import replace
from string import ascii_uppercase

import pandas as pd
import pytest

from braindrain_site import recipe
from braindrain_site.charts import drawing
from braindrain_site.charts.drawing import Drawing
from braindrain_site.pages.material import Material
from braindrain_site.pictures import captions, cards
from braindrain_site.pictures.canvas import LEAST
from braindrain_site.pictures.card_rows import Row
from braindrain_site.pictures.card_words import Words
from braindrain_site.texts.binding import Binding
from tests.support import forms
from tests.support.letters import COLOURS, TYPE, letters, says
from tests.support.sites import DRAWN

CHARTS = ("subjects", *forms.CHARTS)
WORDS = Words(
    "The board", "Few stay for long", "Teachers who left, by school",
    care="Read with care.", caveat="Read with care. Not all schools have answered.",
    dagger="† Nobody vouches for it.", some="{shown} of {all} shown",
)  # fmt: skip
ROWS = [
    Row(f"School {letter}", f"{26 - number} left", (0.0, 1 - number / 26), "")
    for number, letter in enumerate(ascii_uppercase)
]
ROWS[20] = replace(ROWS[20], marked="subject")


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Material:
    """The small edition with a chart of every form."""
    proof = recipe.judge(forms.copy(tmp_path_factory.mktemp("forms")))
    plain = Binding(proof.edition, proof.amounts, "en").plain
    drawings = drawing.Drawings(proof.edition, proof.amounts, plain, "en", DRAWN)
    return Material(proof.edition, proof.amounts, proof.claims, drawings, {}, "en")


def drawn(across: float, tall: float) -> Drawing:
    """A drawing with one word, of the same size at both widths."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{across}" height="{tall}">'
        '<text x="0" y="20" font-size="14">Drawn</text></svg>'
    )
    return Drawing("key", svg, svg, "title", "description", "shown", "{}", pd.DataFrame())


def card(shown: Drawing, words: Words = WORDS, rows: list[Row] = ROWS) -> str:
    svg = cards.chart_card(shown, words, rows, TYPE, COLOURS)
    seen = letters(svg)
    assert min(letter.size for letter in seen) >= LEAST - 0.01
    assert all(0 < letter.x < cards.WIDTH and 0 < letter.y < cards.HEIGHT for letter in seen)
    return svg


@pytest.mark.parametrize("key", CHARTS)
def test_every_form_can_be_read_on_a_card(material: Material, key: str) -> None:
    words, rows = captions.card_words(material, key), captions.rows_of(material, key)
    svg = card(material.drawings[key], words, list(rows))
    assert says(svg, words.headline, "display")
    assert says(svg, words.below)
    assert says(svg, words.source)


@pytest.mark.parametrize("size", [(680, 60), (320, 280), (320, 900), (680, 900)])
def test_a_card_carries_its_caveat_and_says_what_the_dagger_means(size: tuple[int, int]) -> None:
    svg = card(drawn(*size))
    assert says(svg, WORDS.care, "bold")
    assert says(svg, "Not all schools have answered.")
    assert says(svg, WORDS.dagger)


def test_a_caveat_too_long_for_drawing_and_data_stands_alone() -> None:
    many = "Not all schools have answered. " * 30
    svg = card(drawn(680, 60), replace(WORDS, caveat=f"Read with care. {many}".strip()))
    assert says(svg, many.strip())
    assert not says(svg, "Drawn")


def test_a_chart_that_fits_is_drawn_and_one_that_does_not_is_told() -> None:
    for size in ((680, 60), (320, 280)):
        svg = card(drawn(*size))
        assert says(svg, "Drawn")
        assert not says(svg, "School A")
    svg = card(drawn(320, 900))
    assert not says(svg, "Drawn")
    assert says(svg, "School A")


def test_told_rows_are_the_first_the_last_and_what_is_set_apart() -> None:
    svg = card(drawn(320, 900))
    shown = [
        n for n, row in enumerate(ROWS) if says(svg, row.name, "bold" if n == 20 else "regular")
    ]
    assert shown[-2:] == [20, 25]
    assert shown[:-2] == list(range(len(shown) - 2))
    assert says(svg, f"{len(shown)} of 26 shown")


def test_rows_without_numbers_are_told_in_lines() -> None:
    rows = [Row(f"May {day}", "The school closes", None, "") for day in range(1, 5)]
    svg = card(drawn(320, 900), rows=rows)
    assert all(says(svg, row.name, "bold") for row in rows)
    assert says(svg, "The school closes")
    assert not says(svg, "4 of 4 shown")
