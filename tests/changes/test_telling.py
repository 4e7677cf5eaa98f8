"""The report of changes as text and as Markdown."""

import pytest

from braindrain_site.changes import telling
from braindrain_site.changes.comparing import Change

NUMBER = Change("number", "left", "6 teachers", "7 teachers", ("Leaving",))
SENTENCE = Change("sentence", "leaving", "Six | left.", "", ("Leaving",), "en")
CHART = Change("chart", "assets/charts/subjects.svg", "", "changed")


def test_as_text() -> None:
    assert telling.as_text([NUMBER, SENTENCE, CHART]) == (
        "Numbers\n=======\nleft (Leaving)\n  - 6 teachers\n  + 7 teachers\n\n"
        "Sentences\n=========\n[en] Leaving\n  - Six | left.\n\n"
        "Drawings\n========\nassets/charts/subjects.svg: changed\n\n"
        "1 number, 1 sentence and 1 drawing differ."
    )


def test_as_markdown_no_mark_in_a_cell_means_anything() -> None:
    told = telling.as_markdown([NUMBER, SENTENCE])
    assert told.startswith("**1 number and 1 sentence differ.**\n")
    assert "| left (Leaving) | 6 teachers | 7 teachers |" in told
    assert "| \\[en\\] Leaving | Six \\| left. | – |" in told


@pytest.mark.parametrize(
    ("changes", "said"),
    [([], telling.NOTHING), ([NUMBER], "1 number differs."), ([NUMBER] * 2, "2 numbers differ.")],
)
def test_summary(changes: list[Change], said: str) -> None:
    assert telling.summary(changes) == said
