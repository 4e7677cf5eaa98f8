"""What is worked out of records is kept as long as they stay, and no longer."""

from collections.abc import Callable
from pathlib import Path

import pytest

from braindrain_site.model.memory import recall
from braindrain_site.reading import loading
from tests.support import small

CHAPTER, TABLE = "story/en/01-leaving.md", "tables/by_subject.csv"


def add_words(file: Path) -> None:
    file.write_text(file.read_text("utf-8") + "\nMore words.\n", "utf-8")


def change_cell(file: Path) -> None:
    text = file.read_text("utf-8")
    file.write_text(text.replace("3", "4", 1), "utf-8")


@pytest.mark.parametrize(
    ("path", "change", "times"), [(CHAPTER, add_words, 1), (TABLE, change_cell, 2)]
)
def test_work_is_done_again_when_a_record_changes(
    tmp_path: Path, path: str, change: Callable[[Path], None], times: int
) -> None:
    data = small.copy(tmp_path)
    done: list[str] = []
    for _ in range(2):
        edition = loading.load(data)
        for _ in range(2):
            recall(edition, tmp_path, lambda: done.append(path))
        change(data / path)
    assert len(done) == times


def test_what_else_the_work_depends_on_keeps_it_apart(tmp_path: Path) -> None:
    edition = loading.load(small.copy(tmp_path))
    found = [recall(edition, ("said", lang), lambda lang=lang: lang) for lang in ("en", "ko")]  # type: ignore[misc]
    assert found == ["en", "ko"]
