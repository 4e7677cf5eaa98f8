"""Comparisons in words."""

import pytest

from braindrain_site.pages.comparison_in_words import condition
from braindrain_site.texts.binding import Binding
from tests.support import small

COLUMN = "“Teachers” in the table “Leavers by subject”"


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
    assert condition(holds, Binding(edition, amounts, "en")).striptags() == expected


def test_a_comparison_that_holds_as_printed_only_has_printed_values() -> None:
    """ "2.5 or more" is not surely below 3."""
    edition, amounts, _ = small.judged()
    said = condition("pay_multiple < 3", Binding(edition, amounts, "en")).striptags()
    assert said == "2.5 times (pay in the city against pay here) is less than 3 times"
