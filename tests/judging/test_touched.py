"""What rests on a cell or a figure, and which chapters say so."""

from pathlib import Path

import pytest

from braindrain_site.figures.formulas import Cell
from braindrain_site.judging import touched
from braindrain_site.reading import loading
from tests.support import small

MUSIC = Cell("by_subject", "teachers", "music")


@pytest.mark.parametrize(
    ("formula", "asked"),
    [
        ('by_subject.teachers["music"]', True),
        ('by_subject.teachers["maths"]', False),
        ('by_subject.teachers["maths"] / by_subject.teachers["music"]', True),
        ("sum(by_subject.teachers)", True),
        ('rank(by_subject.teachers, "maths")', True),
        ("count(by_subject.subject)", False),
        ('pay.teachers["music"]', False),
    ],
)
def test_a_formula_asks_for_a_cell_by_name_or_with_its_column(formula: str, asked: bool) -> None:
    assert touched.asks_for(formula, MUSIC) is asked


@pytest.mark.parametrize(
    ("column", "shown"),
    [("teachers", True), ("subject", True), ("source", True), ("pupils", False)],
)
def test_a_chart_shows_what_it_draws_and_what_names_it(column: str, shown: bool) -> None:
    """The table below it has no more columns than that."""
    edition = loading.load(small.TWO)
    cell = Cell("by_subject", column, "music")
    assert touched.shows(edition, edition.charts["subjects"], cell) is shown
    assert touched.charts(edition, frozenset(), [cell]) == ("subjects",) * shown
    assert touched.charts(edition, frozenset(), [Cell("other", column, "music")]) == ()


def test_what_is_worked_out_from_what_is_worked_out_rests_on_it_too() -> None:
    found = touched.resting(loading.load(small.TWO), (), [MUSIC])
    assert {("figure", "left_music"), ("figure", "share_music"), ("claim", "half_music")} <= found
    assert ("figure", "pay_here") not in found


def test_what_stands_above_the_chapters_belongs_to_the_first(tmp_path: Path) -> None:
    edits = (
        ("site.yaml", "A small story with its numbers.", '"Pay of {{ pay_in_won }}."'),
        ("site.yaml", "published:", "opening: subjects\npublished:"),
        ("story/en/leaving.md", '{{ chart("subjects") }}\n', ""),
        ("story/ko/leaving.md", '{{ chart("subjects") }}\n', ""),
    )
    edition = loading.load(small.copy(tmp_path, *edits, edition=small.TWO))
    for named in (("figure", "pay_in_won"), ("chart", "subjects")):
        assert touched.chapters(edition, "en", frozenset({named})) == ("leaving",)
    assert touched.chapters(edition, "en", frozenset({("figure", "pay_multiple")})) == ()
