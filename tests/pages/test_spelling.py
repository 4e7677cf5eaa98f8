"""Formulas as readers see them, and comparisons in words."""

from pathlib import Path

import pytest
from markupsafe import Markup

from braindrain_site.pages import spelling
from braindrain_site.pages.spelling import Calculation
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
    return spelling.calculation("share_music", Binding(edition, amounts, "en"))


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
    found = spelling.calculation("left_music", Binding(edition, amounts, "en"))
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


@pytest.mark.parametrize(
    ("holds", "expected"),
    [
        ("share_music > 0.1", "50% (share of leavers who taught music) is more than 10%"),
        ("left_music / left < 2 / 3", "3 teachers ÷ 6 teachers = 50%, which is less than 66.7%"),
        ("left_music / left >= 0.4999",
         "3 teachers ÷ 6 teachers = 50%, which is no less than 49.99%"),
        ("left_music / (left * 1.0004) < 0.5",
         "3 teachers ÷ (6 teachers × 1.0004) = 49.98%, which is less than 50%"),
        ("left_music / left == 0.5", "3 teachers ÷ 6 teachers = 50%"),
        ("2 * left_music == left", "2 × 3 teachers = 6 teachers (teachers who left, 2021 to 2024)"),
        ("left == 2 * left_music", "6 teachers = 2 × 3 teachers"),
        ("left == 6", "6 teachers (teachers who left, 2021 to 2024)"),
        ("left_music != 4", "3 teachers (music teachers who left) is not 4 teachers"),
        ("left > 0 and left <= 6",
         "6 teachers (teachers who left, 2021 to 2024) is more than 0; "
         "6 teachers (teachers who left, 2021 to 2024) is no more than 6 teachers"),
        ("pay_multiple > 2",
         "roughly 2.5 times or more (pay in the city against pay here) "
         "is more than 2 times"),
        ("pay_away > pay_here",
         "over $50,000 (pay in the city, 2024) is more than about $20,000 "
         "(pay here, 2024)"),
        ("by_subject.teachers['maths'] < left", "2 teachers (maths, in the table “Leavers by "
         "subject”) is less than 6 teachers (teachers who left, 2021 to 2024)"),
        ("rank(by_subject.teachers, 'maths') == 2",
         f"maths (2 teachers) is 2nd of 3 by {COLUMN}"),
        ("rank(by_subject.teachers, 'maths') <= 2",
         f"maths (2 teachers) is 2nd of 3 by {COLUMN}; that is 2nd or better"),
        ("rank(by_subject.teachers, 'maths') < 2.5",
         f"maths (2 teachers) is 2nd of 3 by {COLUMN}; that is 2nd or better"),
        ("rank(by_subject.teachers, 'maths') > 1",
         f"maths (2 teachers) is 2nd of 3 by {COLUMN}, which is more than 1st"),
        ("1 < 2", "1 is less than 2"),
    ],
)  # fmt: skip
def test_comparisons_in_words(holds: str, expected: str) -> None:
    """Both values in the same unit, a rank among how many, a bound as its number."""
    edition, amounts, _ = small.judged()
    assert spelling.condition(holds, Binding(edition, amounts, "en")).striptags() == expected


def test_a_comparison_that_holds_as_printed_only_has_printed_values() -> None:
    """ "2.5 or more" is not surely below 3."""
    edition, amounts, _ = small.judged()
    said = spelling.condition("pay_multiple < 3", Binding(edition, amounts, "en")).striptags()
    assert said == "2.5 times (pay in the city against pay here) is less than 3 times"
