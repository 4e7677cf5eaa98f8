"""A folder becomes an edition, or the list of what is wrong with it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from braindrain_site.model.problems import Place, Rejected
from braindrain_site.reading import loading
from tests.support import small


def test_all_of_the_small_edition_is_there() -> None:
    """Every file ends up where it belongs."""
    edition = loading.load(small.FOLDER)
    assert edition.site.title["en"] == "Who leaves the village school"
    assert list(edition.sources) == ["school_report"]
    assert list(edition.tables["by_subject"].frame["teachers"]) == [3, 2, 1]
    assert [chapter.slug for chapter in edition.story["en"]] == ["leaving"]
    assert edition.method["en"].title == "How we know"
    assert edition.units["teachers"].dimension == "teachers"


def test_places_lead_to_what_was_typed() -> None:
    """The place of a value is where it stands in its file."""
    edition = loading.load(small.FOLDER)
    place = edition.place("figures.yaml", "pay_multiple", "formula")
    assert edition.lines[place.file][place.line - 1][place.column - 1 :] == "pay_away / pay_here"


def test_a_chapter_knows_its_first_line(tmp_path: Path) -> None:
    """Blank lines above the heading are counted."""
    data = small.copy(tmp_path, ("story/en/01-leaving.md", "# Leaving", "\n\n# Leaving"))
    assert loading.load(data).story["en"][0].first_line == 4


def test_chapters_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    """The number in front orders them and is no part of the address."""
    data = small.copy(tmp_path)
    (data / "story/en/00-before.md").write_text("# Before\n\nWords.\n", "utf-8")
    assert [chapter.slug for chapter in loading.load(data).story["en"]] == ["before", "leaving"]


def test_a_missing_folder(tmp_path: Path) -> None:
    """The folder itself is named."""
    with pytest.raises(Rejected) as caught:
        loading.load(tmp_path / "data")
    assert caught.value.problems[0].place == Place("data/")


def test_hidden_files_and_the_readme_are_left_alone(tmp_path: Path) -> None:
    """What editors and systems leave behind is no mistake."""
    data = small.copy(tmp_path)
    for name in (".DS_Store", "tables/.hidden", "README.md", "~$figures.yaml"):
        (data / name).write_bytes(b"\xff\xfe")
    assert loading.load(data).figures


def test_problems_of_all_files_are_told_together(tmp_path: Path) -> None:
    """One run, every file that needs mending."""
    data = small.copy(
        tmp_path,
        ("sources.yaml", "2025-01-01", "soon"),
        ("units.yaml", "scale: 0.01", "scale: one"),
        ("tables/by_subject.yaml", "type: integer", "type: int"),
        ("method/en.md", "# How", "How"),
    )
    with pytest.raises(Rejected) as caught:
        loading.load(data)
    assert [problem.place.file for problem in caught.value.problems] == [
        "data/method/en.md", "data/sources.yaml", "data/tables/by_subject.yaml", "data/units.yaml",
    ]  # fmt: skip


def test_two_columns_of_one_name(tmp_path: Path) -> None:
    """A sidecar that declares a column twice is refused at the second."""
    extra = "\n  - name: subject\n    type: string\n    title: {en: Again}\n  - name: teachers"
    data = small.copy(tmp_path, ("tables/by_subject.yaml", "\n  - name: teachers", extra))
    with pytest.raises(Rejected) as caught:
        loading.load(data)
    assert 'two columns called "subject"' in caught.value.problems[0].sentence


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    """It is as good as what it leads to."""
    data = small.copy(tmp_path)
    (data / "units.yaml").rename(data / ".units")
    (data / "units.yaml").symlink_to(".units")
    assert loading.load(data).units["teachers"]


@pytest.mark.parametrize(
    ("name", "make", "word"),
    [
        ("a.yaml", lambda path: path.symlink_to("/etc/hosts"), "leads out of data/"),
        ("a.yaml", lambda path: path.symlink_to("nobody.yaml"), "leads nowhere"),
        ("a.yaml", lambda path: path.symlink_to("a.yaml"), "leads nowhere"),
        ("tables/all", lambda path: path.symlink_to("../tables"), "is read already"),
        ("a.yaml", os.mkfifo, "neither a file nor a folder"),
    ],
    ids=["out", "nowhere", "itself", "round", "pipe"],
)
def test_what_is_no_file_of_the_folder_is_not_read(
    tmp_path: Path, name: str, make: Callable[[Path], None], word: str
) -> None:
    """Nothing else is told: who knows what it would have held."""
    data = small.copy(tmp_path)
    make(data / name)
    with pytest.raises(Rejected) as caught:
        loading.load(data)
    assert word in caught.value.problems[-1].sentence


@pytest.mark.parametrize(
    ("languages", "sentence"),
    [
        ("[en, fr]", 'How numbers are written in "fr" is not known here.'),
        ("[en, en]", '"en" is listed twice.'),
    ],
)
def test_a_language_nobody_can_write_is_all_that_is_told(
    tmp_path: Path, languages: str, sentence: str
) -> None:
    """All else would be told as missing in it."""
    data = small.copy(tmp_path, ("site.yaml", "languages: [en]", f"languages: {languages}"))
    with pytest.raises(Rejected) as caught:
        loading.load(data)
    assert [problem.sentence for problem in caught.value.problems] == [sentence]


@pytest.mark.parametrize(
    "name",
    [
        "figures.yaml~", "#figures.yaml#", ".#figures.yaml", "figures.yaml.swp", "figures.yaml.bak",
        "figures.yaml.orig", "tables/by_subject.csv.swp", "tables/~$by_subject.xlsx",
        "tables/.~lock.by_subject.csv#", "tables/._by_subject.csv", "Thumbs.db", "desktop.ini",
        "tables/by_subject.csv.crdownload", "4913",
    ],
)  # fmt: skip
def test_what_is_left_behind_is_left_alone(tmp_path: Path, name: str) -> None:
    """By editors, spreadsheets, systems and browsers."""
    data = small.copy(tmp_path)
    (data / name).write_bytes(b"\xff\0")
    assert loading.load(data).figures
