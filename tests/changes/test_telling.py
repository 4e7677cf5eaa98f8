"""The report of changes as text and as Markdown."""

import pytest

from braindrain_site.changes import telling
from braindrain_site.changes.change import Change

NUMBER = Change("number", "left", "6 teachers", "7 teachers", ("Leaving",))
SENTENCE = Change("sentence", "leaving", "Six | left.", "", ("Leaving",), "en")
CHART = Change("chart", "subjects", "", "changed")
DOWNLOADS = [
    Change("download", f"data/{name}", "", "changed")
    for name in ("figures.csv", "tables/pay.csv", "tables/pay.json")
]


def test_as_text() -> None:
    assert telling.as_text([NUMBER, SENTENCE, CHART]) == (
        "Numbers\n=======\nleft (Leaving)\n  - 6 teachers\n  + 7 teachers\n\n"
        "Sentences\n=========\n[en] Leaving\n  - Six | left.\n\n"
        "Charts\n======\nsubjects: changed\n\n"
        "1 number, 1 sentence and 1 chart differ."
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


def test_downloads_are_told_by_their_folders() -> None:
    assert telling.as_text(DOWNLOADS) == (
        "Downloads\n=========\n"
        "data/ changed: figures.csv\ndata/tables/ changed: pay.csv, pay.json\n\n"
        "3 downloads differ."
    )


def test_a_chapter_counts_once_in_all_its_languages() -> None:
    chapters = [Change("chapter", "pay", "Pay", "", (), lang) for lang in ("en", "ko")]
    entries = [Change("entry", f"figures.yaml: {key}, source", "a", "b") for key in ("one", "two")]
    said = "1 chapter and 2 other entries differ."
    assert telling.summary([*chapters, *entries]) == said
    assert telling.summary(entries[:1]) == "1 other entry differs."


def test_a_dollar_in_markdown_begins_no_formula() -> None:
    assert "\\$9" in telling.as_markdown([Change("number", "pay", "$9", "$8")])


def test_what_differs_in_its_spaces_alone_is_said_to() -> None:
    spaced = Change("sentence", "leaving", "Six left.", "Six\u00a0left.", ("Leaving",), "en")
    assert telling.name(spaced) == "[en] Leaving, only its spaces"
    assert telling.name(SENTENCE) == "[en] Leaving"
    assert telling.name(CHART) == "subjects"
