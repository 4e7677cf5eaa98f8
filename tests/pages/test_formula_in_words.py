"""Formulas as readers see them."""

from pathlib import Path

import pytest
from markupsafe import Markup

from braindrain_site.pages import formula_in_words
from braindrain_site.pages.formula_in_words import Calculation
from braindrain_site.texts.binding import Binding
from tests.support import small

COLUMN = "“Teachers” in the table “Leavers by subject”"
CASES = {
    "(left_music + 1 * left) / left": "(3 teachers + (1 × 6 teachers)) ÷ 6 teachers",
    "change(left, left_music)": "3 teachers ÷ 6 teachers − 1",
    "-share(left_music, left)": "−(3 teachers ÷ 6 teachers)",
    "sum(by_subject.teachers) / left": f"the sum of {COLUMN} ÷ 6 teachers",
    "rank(by_subject.teachers, 'maths') * 1": f"the place of maths by {COLUMN} × 1",
    "count(by_subject.teachers > 1) / 3": f"the number of rows where {COLUMN} > 1 ÷ 3",
    "count(by_subject.teachers) / 3": f"the number of entries of {COLUMN} ÷ 3",
    "sum(by_subject.teachers[by_subject.subject != 'NA']) / left": (
        f"the sum of {COLUMN}, only where “Subject” in the table “Leavers by subject” ≠ NA"
        " ÷ 6 teachers"
    ),
    "by_subject.teachers['maths'] / left": (
        "2 teachers (maths, in the table “Leavers by subject”) ÷ 6 teachers"
    ),
    "0.00001 * left / left": "(0.00001 × 6 teachers) ÷ 6 teachers",
}


def calculation(tmp_path: Path, formula: str, unit: str = "percent") -> Calculation:
    """The formula of a figure in *unit*, which the small edition has in percent."""
    data = small.copy(
        tmp_path,
        ("figures.yaml", "share(left_music, left)", f'"{formula}"'),
        ("figures.yaml", "unit: percent", f"unit: {unit}"),
        ("figures.yaml", "left_music:", RANKED + "left_music:"),
        ("units.yaml", "teachers:", UNITS + "teachers:"),
    )
    edition, amounts, _ = small.judged(data)
    return formula_in_words.calculation("share_music", Binding(edition, amounts, "en"))


UNITS = """place:
  print: {en: "{}"}
  dimension: "1"
  ordinal: true
index:
  print: {en: "{}"}
  dimension: "1"
  scale: 0.01
"""
RANKED = """maths_place:
  label: {en: place of maths}
  unit: place
  formula: rank(by_subject.teachers, "maths")
"""


@pytest.mark.parametrize("formula", CASES)
def test_every_part_of_the_language_can_be_told(tmp_path: Path, formula: str) -> None:
    """In the words and signs that readers know."""
    found = calculation(tmp_path, formula)
    assert (found.how, found.text.striptags()) == ("formula", CASES[formula])


def test_what_is_looked_up_is_not_calculated(tmp_path: Path) -> None:
    """Nor what is set."""
    edition, amounts, _ = small.judged()
    found = formula_in_words.calculation("left_music", Binding(edition, amounts, "en"))
    assert (found.how, found.text) == ("lookup", "“Leavers by subject”, music: 3 teachers")
    assert calculation(tmp_path, "1", "index") == Calculation("base", Markup("100"))


def test_a_change_of_units_is_seen(tmp_path: Path) -> None:
    """An index is a hundred times a quotient."""
    found = calculation(tmp_path, "left_music / left", "index")
    assert found.text.striptags() == "3 teachers ÷ 6 teachers × 100"
    found = calculation(tmp_path / "more", "left_music / left - 1", "index")
    assert found.text.striptags() == "((3 teachers ÷ 6 teachers) − 1) × 100"


def test_a_rank_in_a_sum_is_a_number(tmp_path: Path) -> None:
    """ "2nd" cannot be taken from anything."""
    found = calculation(tmp_path, "count(by_subject.teachers) - maths_place", "times")
    assert found.text.striptags().endswith(" − 2")
