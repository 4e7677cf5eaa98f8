"""What a mark is called and how its value is written."""

import pytest

from braindrain_site.charts import records
from tests.support import small


@pytest.mark.parametrize(
    ("form", "record", "said"),
    [
        ("bar", {"label": "Lake", "series": "Here", "spoken": "$20"}, "Lake. Here: $20"),
        ("dots", {"label": "Lake", "series": "Public", "spoken": "9"}, "Lake: 9. Public"),
        ("line", {"series": "Pay", "x": "2024", "spoken": "104"}, "Pay, 2024: 104"),
        ("readings", {"label": "Pay", "x": "2024", "spoken": "104"}, "Pay, 2024: 104"),
        ("bar", {"label": "Lake", "spoken": "3", "note": "closed"}, "Lake: 3 (closed)"),
    ],
)
def test_a_mark_is_said_in_words(form: str, record: dict[str, str], said: str) -> None:
    assert records.say(record, form) == said


@pytest.mark.parametrize(
    ("pattern", "text", "brief"),
    [
        ("{} professors", "1 professor", "1"),
        ("{} professors", "56 professors", "56"),
        ("{}% of members", "1.98% of members", "1.98%"),
        ("링크드인 회원 1만 명당 {}명", "링크드인 회원 1만 명당 −0.36명", "−0.36명"),
        ("{}명", "56명", "56명"),
    ],
)
def test_words_around_a_number_are_left_to_the_subtitle(
    pattern: str, text: str, brief: str
) -> None:
    """Before the number as in Korean, behind it as in English, in the singular too."""
    unit = small.unit(print={"en": pattern}, singular={"en": "{} professor"}, dimension="x")
    assert records._brief(text, unit, "en") == brief
