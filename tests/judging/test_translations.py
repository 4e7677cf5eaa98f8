"""A translation says what its original says, and is told when the original moves on."""

from pathlib import Path

import pytest

from braindrain_site.judging import translations
from braindrain_site.judging.draft import Draft
from braindrain_site.reading import loading
from tests.support import small

EN, KO = "story/en/leaving.md", "story/ko/leaving.md"


def told(tmp_path: Path, *edits: tuple[str, str, str]) -> list[tuple[str, str]]:
    data = small.copy(tmp_path, *edits, edition=small.TWO)
    found = translations.check(Draft(loading.load(data)))
    return sorted((str(problem.place), problem.sentence) for problem in found)


def test_the_two_languages_of_the_edition_agree(tmp_path: Path) -> None:
    """And a site in one language has nothing to compare."""
    assert told(tmp_path) == []
    assert translations.check(Draft(loading.load(small.FOLDER))) == []


def test_a_figure_may_stand_more_often_in_one(tmp_path: Path) -> None:
    """A sentence may name again what another language says once; sources are named at will."""
    more = ("story/ko/leaving.md", "참조.", '참조. {{ left.number }}, {{ page("data") }}.')
    assert told(tmp_path, more) == []


def test_a_heading_counts_as_text(tmp_path: Path) -> None:
    """A figure moved into the heading is still told."""
    moved = (
        (KO, "# 학교를 떠난 사람들", "# 학교를 떠난 {{ left.number }}"),
        (KO, "{{ left.i }} 떠났고", "떠났고"),
    )
    assert told(tmp_path, *moved) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "words"),
    [
        (
            KO,
            "{{ pay_away.copula }}다",
            "다",
            "data/story/ko/leaving.md:1:1",
            'figure "pay_away"',
        ),
        (EN, "against {{ pay_here }}", "", "data/story/en/leaving.md:1:1", 'figure "pay_here"'),
        (KO, '{{ chart("subjects") }}', "", "data/story/ko/leaving.md:1:1", 'chart "subjects"'),
        ("charts.yaml", "{{ left }} 가운데", "", "data/charts.yaml:5:108", 'figure "left"'),
    ],
)
def test_what_one_language_lacks(
    tmp_path: Path, file: str, old: str, new: str, place: str, words: str
) -> None:
    """Told at the text that lacks it."""
    lacking = [found for found in told(tmp_path, (file, old, new)) if "lacks" in found[1]]
    [(where, sentence)] = lacking
    assert where == place
    assert words in sentence


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("# Leaving the school", "# Leaving the old school", 1),
        ("holiday, {{ share_music }}", "vacation, {{ share_music }}", 3),
        ("See {{ source", "Read {{ source", 8),
        ("\n\nThe city pays", "\n\nThen this.\n\nThe city pays", 8),
    ],
)
def test_a_translation_left_behind(tmp_path: Path, old: str, new: str, line: int) -> None:
    """Told at the paragraph that has to follow."""
    [(where, _)] = told(tmp_path, (EN, old, new))
    assert where == f"data/story/ko/leaving.md:{line}:1"


def test_the_old_and_the_new_sentence_are_shown(tmp_path: Path) -> None:
    """Of a long paragraph only the sentence that changed."""
    data = small.copy(tmp_path, (EN, "See {{", "Read {{"), edition=small.TWO)
    [problem] = translations.check(Draft(loading.load(data)))
    said = [line.strip() for line in problem.hint.split("\n")]
    assert said[0].startswith("It said: See {{ source")
    assert said[1].startswith("It says: Read {{ source")


def test_where_lines_break_is_no_change(tmp_path: Path) -> None:
    """An editor's program may wrap a paragraph anew."""
    assert told(tmp_path, (EN, "half-term\nholiday", "half-term holiday")) == []


def test_a_paragraph_that_is_gone(tmp_path: Path) -> None:
    """Its translation stands where it stood."""
    data = small.copy(tmp_path, edition=small.TWO)
    for name in (EN, "reviewed/ko/leaving.md"):
        text = (data / name).read_text("utf-8")
        (data / name).write_text(text + ("\nAnd more.\n" if "reviewed" in name else ""), "utf-8")
    [problem] = translations.check(Draft(loading.load(data)))
    assert "no more" in problem.sentence
    assert problem.place.line == 8


def test_copies_settle_all(tmp_path: Path) -> None:
    """What ``build.py reviewed`` writes is what the check compares with."""
    data = small.copy(tmp_path, (EN, "See {{", "Read {{"), edition=small.TWO)
    copies = translations.copies(loading.load(data))
    assert sorted(copies) == ["reviewed/ko/leaving.md", "reviewed/ko/method.md"]
    for path, text in copies.items():
        (data / path).write_text(text, "utf-8")
    assert translations.check(Draft(loading.load(data))) == []


@pytest.mark.parametrize(
    ("old", "new", "instead"),
    [
        ("pay_away", "pay_in_the_city", ""),
        ("over_twice", "more_than_twice", ""),
        ("school_report", "board_report", ""),
        ('\n\n{{ chart("subjects") }}', "", '.\n\n{{ chart("subjects") }}\n'),
    ],
)
def test_what_no_reader_sees_is_no_change(tmp_path: Path, old: str, new: str, instead: str) -> None:
    """A key renamed everywhere, a chart placed elsewhere: the words are as they were."""
    data = small.copy(tmp_path, edition=small.TWO)
    for path in data.rglob("*.*"):
        if "reviewed" not in path.parts and path.suffix in {".yaml", ".md"}:
            text = path.read_text("utf-8").replace(old, new)
            path.write_text(text.rstrip(".\n") + instead if instead and "story" in path.parts
                            else text, "utf-8")  # fmt: skip
    assert translations.check(Draft(loading.load(data))) == []


def test_another_figure_in_the_same_words_is_a_change(tmp_path: Path) -> None:
    """It says another number."""
    found = told(
        tmp_path,
        (EN, "{{ pay_away }}\nagainst {{ pay_here }}", "{{ pay_here }}\nagainst {{ pay_away }}"),
    )
    assert [where for where, _ in found] == ["data/story/ko/leaving.md:8:1"]


@pytest.mark.parametrize(
    ("lines", "hint"),
    [
        ("term: {en: A term}", "Add before the closing brace: , ko: …"),
        ("term:\n    en: A term", "Add a line: ko: …"),
    ],
)
def test_what_a_draft_lacks_is_asked_for_as_it_is_written(
    tmp_path: Path, lines: str, hint: str
) -> None:
    data = small.copy(tmp_path, edition=small.TWO)
    entry = f"draft: true\n  {lines.replace('term', 'name')}\n  text: {{en: It., ko: 말.}}\n"
    (data / "glossary.yaml").write_text(f"later:\n  {entry}", "utf-8")
    found = translations.untranslated(loading.load(data))
    assert [(each.sentence, each.hint) for each in found] == [
        ('"name" has no words in "ko".', hint)
    ]
