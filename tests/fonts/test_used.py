"""The letters of an edition are those that its readers may see."""

import re
from pathlib import Path

from braindrain_site.fonts import used
from braindrain_site.reading import loading
from tests.support import printed, small


def letters(tmp_path: Path, *edits: tuple[str, str, str]) -> dict[str, frozenset[str]]:
    data = small.copy(tmp_path, *edits, edition=small.TWO)
    return dict(used.letters(loading.load(data)))


def test_each_language_has_its_own_and_all_have_the_tables(tmp_path: Path) -> None:
    found = letters(
        tmp_path,
        ("story/ko/leaving.md", "# ", "# 뷁"),
        ("charts.yaml", "Teachers who left by subject", "Teachers ǥ"),
        ("tables/by_subject.csv", "maths", "mathṩ"),
    )
    assert "뷁" in found["ko"] - found["en"]
    assert "ǥ" in found["en"] - found["ko"]
    assert "ṩ" in found["en"] & found["ko"]


def test_notes_of_an_editor_are_not_read(tmp_path: Path) -> None:
    found = letters(tmp_path, ("charts.yaml", "subjects:", "# 뷁 🎓\nsubjects:"))
    assert not {"뷁", "🎓"} & (found["en"] | found["ko"])


def test_addresses_are_not_read(tmp_path: Path) -> None:
    found = letters(
        tmp_path,
        ("story/en/leaving.md", "In the years", "In [the](https://example.org/ไทย) years"),
        ("sources.yaml", "https://", "https://example.org/ไทย#"),
    )
    assert "ไ" not in found["en"]


def test_letters_are_known_as_they_are_shown(tmp_path: Path) -> None:
    """Named as in HTML, put together by the browser, or large at the beginning of a line."""
    assert used.letters_of("&#x3b1; ö e\u0301", named=True) >= {*"αÖéÉ"}
    assert "α" not in used.letters_of("&#x3b1;", named=False)


def test_languages_without_pages_have_none(tmp_path: Path) -> None:
    edition = loading.load(small.copy(tmp_path))
    assert set(used.letters(edition)) == {"en"}
    assert "쪽" not in used.letters(edition)["en"]


def headings(tmp_path: Path, *edits: tuple[str, str, str]) -> tuple[frozenset[str], ...]:
    edition = loading.load(small.copy(tmp_path, *edits, edition=small.TWO))
    return used.headings(edition)["ko"]


def test_headings_are_known_from_texts(tmp_path: Path) -> None:
    """Of documents and tables too, which stand on pages that fewer read."""
    story, lists = headings(
        tmp_path,
        ("story/ko/leaving.md", "# 학교를 떠난 사람들\n", "# 융 &rarr;\n\n뷁\n\n1. **햏** 쏠\n"),
        ("tables/by_subject.yaml", 'title: {en: Subject, ko: "', 'title: {en: Subject, ko: "팥'),
    )
    assert {*"햏융→만년"} <= story
    assert not {*"뷁쏠팥"} & story
    assert "팥" in lists
    assert not {*"뷁쏠"} & lists


def test_headings_of_pages_are_known_by_their_names(tmp_path: Path) -> None:
    story, _ = headings(tmp_path)
    words = loading.load(small.copy(tmp_path / "again", edition=small.TWO)).words
    templates = "".join(it.read_text() for it in printed.TEMPLATES.glob("*.html"))
    named = {*re.findall(r"<h\d[^>]*>\{\{ words\.(\w+)", templates)}
    assert "receipts_title" in named
    assert {
        name for name in named if not used.letters_of(words[name]["ko"], False) <= story
    } == set()
