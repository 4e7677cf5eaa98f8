"""Where a chart goes alone, its marks, its sources and its data go with it."""

from pathlib import Path

import pytest

from braindrain_site import recipe
from braindrain_site.charts import plots
from braindrain_site.charts.drawing import Drawing
from braindrain_site.pages.material import Material
from braindrain_site.pictures import captions
from braindrain_site.recipe import Proof
from braindrain_site.texts.binding import Binding
from tests.support import forms, printed

DISPUTED = ("figures.yaml", "origin: head_teacher", "disputed: {reason: {en: Not so.}}")
UNOPENED = ("sources.yaml", "seen: primary", "seen: second_hand")


def material(folder: Path, *edits: tuple[str, str, str]) -> Material:
    return of(recipe.judge(printed.data(folder, *edits)))


def of(proof: Proof) -> Material:
    """The English pages of *proof*, the data of its charts drawn up but not drawn."""
    plain = Binding(proof.edition, proof.amounts, "en").plain
    drawings = {}
    for key, chart in proof.edition.charts.items():
        frame = plots.make_frame(chart, proof.edition, proof.amounts, plain, "en")
        drawings[key] = Drawing(key, "", "", "", "", "", "{}", frame)
    return Material(proof.edition, proof.amounts, proof.claims, drawings, {}, "en")


def test_a_doubtful_number_keeps_its_dagger_and_it_is_explained(tmp_path: Path) -> None:
    shown = material(tmp_path, DISPUTED)
    caption, card = captions.caption_of(shown, "pay"), captions.card_words(shown, "pay")
    assert caption.headline == "$50,000 against $20,000†"
    assert caption.dagger == card.dagger == shown.words["dagger"]
    assert "†" in caption.dagger


def test_where_nothing_is_doubtful_no_dagger_is_explained(tmp_path: Path) -> None:
    shown = material(tmp_path)
    caption = captions.caption_of(shown, "pay")
    assert "†" not in caption.headline + caption.dagger
    assert captions.card_words(shown, "pay").dagger == ""


def test_the_sources_of_its_words_are_named_too(tmp_path: Path) -> None:
    subtitle = "  subtitle: {en: Teachers who left by subject}\n"
    note = '  notes: {en: "Pay was {{ pay_in_won }}."}\n'
    plain = material(tmp_path / "plain")
    noted = material(tmp_path / "noted", ("charts.yaml", subtitle, subtitle + note))
    sources = [captions.caption_of(each, "subjects").source for each in (plain, noted)]
    assert ["A letter" in source for source in sources] == [False, True]


def test_what_nobody_opened_comes_last_and_is_said_once(tmp_path: Path) -> None:
    shown = material(tmp_path)
    source = captions.caption_of(shown, "pay").source
    assert source == (
        "Sources: The school board, Teachers who left, December 2024\n"
        'Not opened by us: A parent, A letter <about> pay & "prices"'
    )
    card = captions.card_words(shown, "pay")
    assert card.source == "Sources: The school board. Not opened by us: A parent"


def test_several_that_nobody_opened_are_named_by_their_dates(tmp_path: Path) -> None:
    shown = material(tmp_path, UNOPENED)
    assert captions.caption_of(shown, "pay").source == (
        "Sources not opened by us: The school board, December 2024; "
        'A parent, A letter <about> pay & "prices"'
    )
    assert captions.caption_of(shown, "subjects").source.startswith("Sources not opened by us: ")


def test_rows_are_named_by_what_tells_them_apart(tmp_path: Path) -> None:
    rows = captions.rows_of(material(tmp_path), "pay")
    assert [row.name for row in rows] == ["Here", "In the city", "Here again"]
    assert rows[0].value == "about $20,000"


def test_bars_of_rows_begin_at_zero_wherever_that_is(tmp_path: Path) -> None:
    proof = recipe.judge(forms.copy(tmp_path, "by_dots"))
    rows = captions.rows_of(of(proof), "by_dots")
    values = proof.edition.tables["balance"].frame["balance"].sort_values(ascending=False)
    low, high = min(values), max(values)
    assert low < 0 < high
    for row, value in zip(rows, values, strict=True):
        ends = [(end - low) / (high - low) for end in sorted((0, value))]
        assert row.bar == pytest.approx(ends)


def test_what_is_told_in_words_has_no_bar(tmp_path: Path) -> None:
    proof = recipe.judge(forms.copy(tmp_path, "by_list"))
    plans = proof.edition.tables["plans"].frame
    rows = captions.rows_of(of(proof), "by_list")
    assert [(row.value, row.bar) for row in rows] == [(said, None) for said in plans["plan"]]
    assert [row.name for row in rows] == ["Done", "Announced"]


def test_those_among_a_crowd_have_no_bar_beside_it(tmp_path: Path) -> None:
    proof = recipe.judge(forms.copy(tmp_path, "by_crowd"))
    assert {row.bar for row in captions.rows_of(of(proof), "by_crowd")} == {None}
