"""Names that stand for nothing are told at their place."""

from pathlib import Path

import pytest

from braindrain_site.judging import names
from braindrain_site.judging.draft import Draft
from braindrain_site.reading import loading
from tests.support import small

ALSO = "also: [{source: report, at: page 4, origin: parent}]"


def sentences(data: Path) -> list[str]:
    return [problem.sentence for problem in sorted(names.check(Draft(loading.load(data))))]


def test_the_small_edition_is_fine() -> None:
    """Nothing to tell."""
    assert sentences(small.FOLDER) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("figures.yaml", "unit: times", "unit: time", 'There is no unit "time".'),
        ("figures.yaml", "source: school_report", "source: report", 'There is no source "report".'),
        ("figures.yaml", "unit: times", "unit: times\n  variant_of: x", 'There is no figure "x".'),
        ("tables/by_subject.yaml", "unit: teachers", "unit: pupils", 'There is no unit "pupils".'),
        ("figures.yaml", "origin: head", "origin: foot", 'There is no origin "foot_teacher".'),
        ("sources.yaml", "origin: s", "origin: x", 'There is no origin "xchool_board".'),
        ("tables/by_subject.yaml", "origin: s", "origin: x", 'There is no origin "xchool_board".'),
        ("figures.yaml", "origin: head_teacher", ALSO, 'There is no source "report".'),
        ("figures.yaml", "origin: head_teacher", ALSO, 'There is no origin "parent".'),
        ("tables/by_subject.yaml", "origin: school_board", ALSO, 'There is no source "report".'),
        ("figures.yaml", "origin: head_teacher", "disputed: {by: x}", 'There is no figure "x".'),
        (
            "story/en/01-leaving.md",
            'page("method")',
            'page("methods")',
            'There is no page "methods".',
        ),
        (
            "story/en/01-leaving.md",
            'source("school',
            'source("scool',
            'There is no source "scool_report".',
        ),
        ("method/en.md", "All", "{{ nobody }}", 'There is no figure "nobody".'),
        (
            "site.yaml",
            "A small story with its numbers.",
            "'{{ nobody }}'",
            'There is no figure "nobody".',
        ),
        (
            "story/en/01-leaving.md",
            '{{ chart("subjects") }}',
            "",
            'stands in no chapter of the story in "en"',
        ),
    ],
)
def test_mistakes(tmp_path: Path, file: str, old: str, new: str, sentence: str) -> None:
    """Each reference an editor can make is followed."""
    assert any(sentence in found for found in sentences(small.copy(tmp_path, (file, old, new))))
