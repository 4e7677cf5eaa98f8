"""A text of a YAML file whose original changes is told until somebody has compared the two."""

from dataclasses import replace
from pathlib import Path

import pytest

from braindrain_site.judging import reviews, text_reviews
from braindrain_site.judging.draft import Draft
from braindrain_site.reading import loading
from tests.support import small


def waiting(data: Path) -> set[str]:
    return {*text_reviews.waiting(loading.load(data))}


@pytest.mark.parametrize(
    ("file", "old", "new", "name"),
    [
        ("charts.yaml", "Teachers who left by", "Those who left by", "charts.subjects"),
        ("figures.yaml", "{en: pay here", "{en: wages here", "figures.pay_here"),
        ("sources.yaml", "{en: The school board", "{en: A school board", "sources.school_report"),
        ("site.yaml", "en: Who leaves", "en: Who left", "site"),
        ("units.yaml", "{} teachers", "{} staff", "units"),
        ("tables/by_subject.yaml", "en: Teachers", "en: Staff", "tables.by_subject"),
        ("words.yaml", "Skip to the text", "Go to the text", "words.skip_to_text"),
        ("exempt.yaml", "en: The name", "en: A name", "exempt.half_term"),
    ],
)
def test_an_original_that_changes_waits_under_its_name(
    tmp_path: Path, file: str, old: str, new: str, name: str
) -> None:
    """Until it is marked: then there is nothing to tell."""
    data = small.copy(tmp_path, (file, old, new), edition=small.TWO)
    assert waiting(data) == {name}
    [problem] = text_reviews.check(Draft(loading.load(data)))
    assert problem.place.file == f"data/{file}"
    assert f"make reviewed name={name}" in problem.hint

    for path, text in reviews.settled(loading.load(data), {name}).items():
        (data / path).write_text(text, "utf-8")
    assert waiting(data) == set()
    assert [*text_reviews.check(Draft(loading.load(data)))] == []


@pytest.mark.parametrize(
    ("text", "waits"),
    [
        ("desk@example.org", False),
        ("https://example.org/a-b", False),
        ("example.org/story", False),
        ("{{ left }} / {{ left_music }}", False),
        ("2024–2025", False),
        ("CC BY-ND 4.0", False),
        ("KAIST", False),
        ("{}%", False),
        ("R&D", False),
        ("Teachers", True),
        ("Left at the end of 2025", True),
        ("{{ left }} left", True),
        ("Write to desk@example.org", True),
        ("Nature", True),
        ("THE END OF ALL", True),
        ("1st", True),
        ("3명", True),
    ],
)
def test_the_same_to_the_letter(tmp_path: Path, text: str, waits: bool) -> None:
    """It needs no comparison if it has no word that somebody may have left untranslated."""
    data = small.copy(tmp_path, edition=small.TWO)
    edition = loading.load(data)
    path = ("charts.yaml", "subjects", "subtitle")
    for translated, told in ((text, waits), (f"{text}.", True)):
        texts = {**edition.texts, (*path, "en"): text, (*path, "ko"): translated}
        found = text_reviews.waiting(replace(edition, texts=texts))
        assert {*found} == ({"charts.subjects"} if told else set())


def test_a_translation_may_be_worded_anew(tmp_path: Path) -> None:
    edit = ("charts.yaml", "과목별 떠난 교사 수", "떠난 교사 수, 과목별")
    assert waiting(small.copy(tmp_path, edit, edition=small.TWO)) == set()


def test_a_part_that_moves_in_its_list_waits_not(tmp_path: Path) -> None:
    data = small.copy(tmp_path, edition=small.TWO)
    table = data / "tables/by_subject.yaml"
    first, *columns = table.read_text("utf-8").split("  - name: ")
    assert len(columns) == 2
    moved = "  - name: ".join([first, columns[1].rstrip("\n") + "\n", columns[0]])
    table.write_text(moved, "utf-8")
    cells = data / "tables/by_subject.csv"
    rows = [line.split(",") for line in cells.read_text("utf-8").split()]
    cells.write_text("".join(f"{b},{a}\n" for a, b in rows), "utf-8")
    assert waiting(data) == set()


def test_only_what_is_named_is_marked(tmp_path: Path) -> None:
    """The others keep the stamps they had, and stamps of what is gone go."""
    edits = (
        ("figures.yaml", "{en: pay here", "{en: wages here"),
        ("figures.yaml", "{en: music teachers who", "{en: teachers of music who"),
        ("reviewed/ko/figures.txt", "left at", "gone label 00000000\nleft at"),
    )
    data = small.copy(tmp_path, *edits, edition=small.TWO)
    before = (data / "reviewed/ko/figures.txt").read_text("utf-8").split("\n")
    [(path, text)] = reviews.settled(loading.load(data), {"figures.pay_here"}).items()
    assert path == "reviewed/ko/figures.txt"
    after = text.split("\n")
    assert after == [*sorted(after[:-1]), ""]
    changed = {*before} ^ {*after}
    assert {line.rpartition(" ")[0] for line in changed} == {"gone label", "pay_here label"}
    (data / path).write_text(text, "utf-8")
    assert waiting(data) == {"figures.left_music"}


def test_one_name_can_stand_for_a_file() -> None:
    names = {"charts.a", "charts.b", "chartsy.c", "site", "domino"}
    assert reviews.named("charts", names) == {"charts.a", "charts.b"}
    assert reviews.named("site", names) == {"site"}
    assert reviews.named("domin", names) == set()


def test_the_site_in_one_language_has_nothing_to_compare() -> None:
    assert reviews.waiting(loading.load(small.FOLDER)) == {}
