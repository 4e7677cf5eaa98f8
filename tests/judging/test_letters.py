"""A letter that no font has is told where it stands, whatever file that is."""

from pathlib import Path

import pytest

from braindrain_site import recipe
from braindrain_site.model.problems import Rejected
from tests.support import small


def told(tmp_path: Path, *edits: tuple[str, str, str]) -> list[str]:
    with pytest.raises(Rejected) as caught:
        recipe.judge(small.copy(tmp_path, *edits))
    return [f"{problem.place} {problem.sentence}" for problem in caught.value.problems]


def test_in_every_kind_of_file(tmp_path: Path) -> None:
    cap = 'No font here has "🎓" (GRADUATION CAP).'
    assert told(
        tmp_path,
        ("story/en/01-leaving.md", "# ", "# 🎓 "),
        ("tables/by_subject.csv", "maths", "ma🎓hs"),
        ("charts.yaml", "subtitle: {en: Teachers", "subtitle: {en: Teachers 🎓"),
        ("figures.yaml", "as_printed: six", "as_printed: 🎓 six"),
    ) == [
        f"data/charts.yaml:6:27 {cap}",
        f"data/figures.yaml:8:15 {cap}",
        f"data/story/en/01-leaving.md:1:3 {cap}",
        f"data/tables/by_subject.csv:3:3 {cap}",
    ]


def test_a_run_of_them_is_one_problem_and_a_named_one_is_found(tmp_path: Path) -> None:
    edit = ("story/en/01-leaving.md", "In the years", "Thai ไทย ไทย in &#x1F393; the years")
    assert told(tmp_path, edit) == [
        "data/story/en/01-leaving.md:3:6 "
        'No font here has "ไ" (THAI CHARACTER SARA AI MAIMALAI) and 5 after it.',
        'data/story/en/01-leaving.md:3:17 No font here has "🎓" (GRADUATION CAP).',
    ]


def test_a_private_letter_has_no_name(tmp_path: Path) -> None:
    [problem] = told(tmp_path, ("story/en/01-leaving.md", "# ", "# \ue001 "))
    assert problem.endswith('No font here has "\ue001" (U+E001).')


def test_notes_of_an_editor_may_hold_any(tmp_path: Path) -> None:
    recipe.judge(small.copy(tmp_path, ("charts.yaml", "subjects:", "# 🎓\nsubjects:")))
