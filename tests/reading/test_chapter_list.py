"""The list of chapters says which there are and in which order."""

from pathlib import Path

import pytest

from braindrain_site.model.problems import Rejected
from braindrain_site.reading import chapter_list, loading
from tests.support import small


def test_a_chapter_between_two_is_one_file_and_one_line(tmp_path: Path) -> None:
    """In each language; what stood there keeps its name, and so its address."""
    data = small.copy(
        tmp_path,
        ("site.yaml", "chapters: [leaving]", "chapters: [before, leaving, after]"),
        edition=small.TWO,
    )
    for lang in ("en", "ko"):
        for name in ("after", "before"):
            (data / f"story/{lang}/{name}.md").write_text("# More\n\nWords.\n", "utf-8")
    story = loading.load(data).story
    for lang in ("en", "ko"):
        assert [chapter.slug for chapter in story[lang]] == ["before", "leaving", "after"]


def test_without_a_list_names_say_the_order() -> None:
    """A number in front is no part of the address."""
    found, wrong = chapter_list.in_folder(["story/en/10-b.md", "story/en/02-c.md", "story/en/a.md"])
    assert [chapter_list.address(path) for path in found] == ["c", "b", "a"]
    assert wrong == []


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["leaving"], []),
        (["leaving", "leaving"], [(1, '"leaving" is listed twice.')]),
        (["leeving"], [(0, "There is no file story/en/leeving.md for this chapter.")]),
        (["01-leaving"], [(0, '"01-leaving" cannot be a chapter: small letters, digits and '
                              "hyphens name it.")]),
        (["Leaving"], [(0, '"Leaving" cannot be a chapter: small letters, digits and hyphens '
                           "name it.")]),
    ],
)  # fmt: skip
def test_entries(names: list[str], told: list[tuple[int, str]]) -> None:
    """Each is told at its place in the list."""
    found = chapter_list.wrong_entries(names, ["en", "ko"], ["story/en/leaving.md"])
    assert [(number, sentence) for number, sentence, _ in found] == told


def test_a_story_has_an_end(tmp_path: Path) -> None:
    """Of letters: a page of a million takes seconds."""
    data = small.copy(tmp_path)
    words = "\n\n".join(["The city pays well. " * 40] * 60)
    for number in range(10, 33):
        text = f"# More\n\n{words}\n"
        (data / f"story/en/{number}-x{chr(number + 87)}.md").write_text(text, "utf-8")
    with pytest.raises(Rejected) as caught:
        loading.load(data)
    assert [problem.sentence for problem in caught.value.problems] == [
        "A story has 1,000,000 letters at most in each language."
    ]
