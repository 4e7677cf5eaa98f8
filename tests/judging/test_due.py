"""What does not hold any more on a day is listed with the sentences that rest on it."""

import datetime as dt
from pathlib import Path

from braindrain_site.judging import due
from braindrain_site.judging.draft import Draft
from braindrain_site.model.edition import Edition
from braindrain_site.reading import loading
from tests.support import small

UNTIL = ("figures.yaml", "agrees_with", "until: 2026-01-31\n  agrees_with")
DUE = ("figures.yaml", "origin: head_teacher", "due: 2026-02-01")


def edition(tmp_path: Path, *edits: tuple[str, str, str], of: Path = small.TWO) -> Edition:
    return loading.load(small.copy(tmp_path, *edits, edition=of))


def on(found: Edition, day: str) -> list[str]:
    return [each.said for each in due.overdue(found, dt.date.fromisoformat(day))]


def test_a_day_has_passed_the_day_after(tmp_path: Path) -> None:
    """The day itself still counts."""
    found = edition(tmp_path, UNTIL, DUE)
    assert on(found, "2026-01-31") == []
    assert on(found, "2026-02-01") == ["held until 2026-01-31"]
    assert on(found, "2026-02-02") == ["held until 2026-01-31", "fell due on 2026-02-01"]


def test_sentences_that_rest_on_it_are_listed_in_every_language(tmp_path: Path) -> None:
    """Each once, at the place that names it, with the words typed there."""
    [found] = due.overdue(edition(tmp_path, UNTIL), dt.date(2027, 1, 1))
    files = {sentence.place.file for sentence in found.sentences}
    assert {"data/story/en/leaving.md", "data/story/ko/leaving.md"} <= files
    assert all("left" in each.text or "{% claim" in each.text for each in found.sentences)
    assert len({(str(each.place), each.text) for each in found.sentences}) == len(found.sentences)


def test_what_is_worked_out_from_it_rests_on_it(tmp_path: Path) -> None:
    """And so do the claims about that; a sentence about something else does not."""
    chapter = "One. Pay is {{ pay_multiple }} here. The {{ left }} stay."
    text = (small.FOLDER / "story/en/01-leaving.md").read_text("utf-8")
    edit = ("story/en/01-leaving.md", text, f"{text}\n\n{chapter}\n")
    [found] = due.overdue(edition(tmp_path, DUE, edit, of=small.FOLDER), dt.date(2027, 1, 1))
    texts = [sentence.text for sentence in found.sentences]
    assert "Pay is {{ pay_multiple }} here." in texts
    assert "The {{ left }} stay." not in texts
    assert any('claim "over_twice"' in each for each in texts)


def test_the_site_may_not_be_overdue_on_the_day_of_its_update(tmp_path: Path) -> None:
    """One problem for each, at the day that was typed, naming what to look at."""
    updated = ("site.yaml", "updated: 2025-01-03", "updated: 2026-02-02")
    draft = Draft(edition(tmp_path, UNTIL, updated, of=small.FOLDER))
    [problem] = due.check(draft)
    assert problem.sentence == (
        '"left" held until 2026-01-31, before the day of "updated" (2026-02-02).'
    )
    assert "data/story/en/01-leaving.md:" in problem.hint


def test_it_is_listed_for_whoever_asks(tmp_path: Path) -> None:
    """A line for each figure, its sentences below it, and the count."""
    lines = list(due.listed(edition(tmp_path, UNTIL), dt.date(2027, 1, 1)))
    assert lines[0].endswith('"left" held until 2026-01-31.')
    assert lines[-1] == "Overdue on 2027-01-01: 1."
