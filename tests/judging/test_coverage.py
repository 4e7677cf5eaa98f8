"""No number escapes: wherever it is typed, coverage finds it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braindrain_site.judging import coverage
from braindrain_site.judging.coverage import Count
from braindrain_site.judging.draft import Draft
from braindrain_site.model.edition import Edition
from braindrain_site.wording import numerals
from tests.support import small

EDITION, *_ = small.judged()
WORDS = [*numerals.WORDS["en"], *numerals.WORDS["ko"], "56", "1,000", "0.8", "fifty-six", "네 배"]
READERS_TEXTS = [
    path for path in EDITION.texts
    if path[0] not in {"units.yaml", "exempt.yaml"} and path[-2] != "at"
    and (path[0], path[-2]) not in {("sources.yaml", "publisher"), ("sources.yaml", "title")}
    and not re.search(r"(?<!\{)\{\w*\}", EDITION.texts[path])
]  # fmt: skip


def literals(edition: Edition) -> list[str]:
    problems = coverage.check(Draft(edition))
    return [problem.sentence for problem in problems]


def inserted(text: str, word: str, data: st.DataObject) -> str:
    """*text* with *word* at some space of it that stands outside all brackets."""
    outside = [0, len(text)]
    bare = re.sub(
        r"\{%.*?endclaim.*?%\}|\{.*?\}+|\(.*?\)", lambda m: "x" * len(m[0]), text, flags=re.S
    )
    outside += [found.end() for found in re.finditer(r"\s", bare)]
    at = data.draw(st.sampled_from(outside))
    return f"{text[:at]} {word} {text[at:]}"


def test_the_small_edition_is_covered() -> None:
    """Eight figures and claims in its texts, and one word that only looks like a number."""
    assert coverage.check(Draft(EDITION)) == []
    assert coverage.count(EDITION) == Count(8, 1)


def test_the_count_in_words() -> None:
    """As the build prints it."""
    assert str(Count(8, 1)) == "9 numbers: 8 bound, 0 literal, 1 exempt"


@given(st.sampled_from(READERS_TEXTS), st.sampled_from(WORDS), st.data())
def test_a_number_in_any_text_of_yaml_is_found(
    path: tuple[str, ...], word: str, data: st.DataObject
) -> None:
    """Headlines, labels, notes, titles, interface words: whatever readers read."""
    text = inserted(EDITION.texts[path], word, data)
    found = literals(replace(EDITION, texts={**EDITION.texts, path: text}))
    assert any(f'"{word}"' in sentence for sentence in found)


@given(st.sampled_from(WORDS), st.data())
def test_a_number_anywhere_in_a_chapter_is_found(word: str, data: st.DataObject) -> None:
    """In the heading and at any place of the text."""
    [chapter] = EDITION.story["en"]
    if data.draw(st.booleans()):
        changed = replace(chapter, title=inserted(chapter.title, word, data))
    else:
        changed = replace(chapter, text=inserted(chapter.text, word, data))
    lines = (f"# {changed.title}", *changed.text.split("\n"), "", "")
    edition = replace(
        EDITION, story={"en": (changed,)}, lines={**EDITION.lines, chapter.file: lines}
    )
    assert any(f'"{word}"' in sentence for sentence in literals(edition))


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("story/en/01-leaving.md", "In the years", "In two years", "story/en/01-leaving.md:3:4"),
        (
            "story/en/01-leaving.md",
            "# Leaving",
            "# Two ways of leaving",
            "story/en/01-leaving.md:1:3",
        ),
        ("charts.yaml", "{en: Teachers who", "{en: Twelve teachers who", "charts.yaml:6:18"),
        ("method/en.md", "All numbers", "All 7 numbers", "method/en.md:3:5"),
        ("site.yaml", "few numbers", "nine numbers", "site.yaml:2:37"),
    ],
)
def test_told_at_its_place(tmp_path: Path, file: str, old: str, new: str, place: str) -> None:
    """Line and column of the word itself, in Markdown and in YAML."""
    edition, *_ = small.judged(small.copy(tmp_path, (file, old, new)))
    [problem] = coverage.check(Draft(edition))
    assert str(problem.place) == f"data/{place}"


@pytest.mark.parametrize(
    ("new", "hint"),
    [
        ("6 teachers", "{{ left.number }}"),
        ("six teachers", "{{ left.words }}"),
        ("99 teachers", "its_key"),
    ],
)
def test_the_hint_names_the_figure_that_says_so(tmp_path: Path, new: str, hint: str) -> None:
    """Most typed numbers are in the data already."""
    data = small.copy(tmp_path, ("story/en/01-leaving.md", "{{ left }}", new))
    edition, *_ = small.judged(data)
    [problem] = coverage.check(Draft(edition))
    assert hint in problem.hint


def test_an_exemption_across_a_line_end(tmp_path: Path) -> None:
    """Words that an editor's program wrapped are still the same words."""
    data = small.copy(
        tmp_path,
        ("exempt.yaml", "words: half-term", "words: the half-term"),
        ("story/en/01-leaving.md", "by the half-term", "by the\nhalf-term"),
    )
    edition, *_ = small.judged(data)
    assert coverage.check(Draft(edition)) == []
    assert coverage.count(edition) == Count(8, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "[a list](https://example.org/2024/five)",
        "1. a list item",
    ],
)
def test_what_is_no_text_is_left_alone(tmp_path: Path, typed: str) -> None:
    """Addresses and the numbers that count items."""
    data = small.copy(
        tmp_path, ("story/en/01-leaving.md", "In the years", f"{typed}\n\nIn the years")
    )
    edition, *_ = small.judged(data)
    assert coverage.check(Draft(edition)) == []
