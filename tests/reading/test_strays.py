"""A file that nobody reads is told, and what it was meant to be."""

from pathlib import Path

import pytest

from braindrain_site.model.problems import Rejected
from braindrain_site.reading import loading
from tests.support import small


@pytest.mark.parametrize("name", ["ko/gone.md", "ja/first.md", "ja/method.md", "ja/figures.txt"])
def test_what_a_translation_was_compared_with_may_outlive_it(tmp_path: Path, name: str) -> None:
    data = small.copy(tmp_path, edition=small.TWO)
    (data / "reviewed" / name).parent.mkdir(exist_ok=True)
    (data / "reviewed" / name).write_text("# Gone\n", "utf-8")
    assert loading.load(data).reviewed[f"reviewed/{name}"] == "# Gone\n"


@pytest.mark.parametrize(
    ("name", "sentence", "hint"),
    [
        (
            "reviewed.md",
            "Nothing reads this file.",
            "Delete it, or see data/README.md for where it belongs.",
        ),
        (
            "tables/by_subject.xlsx",
            "A workbook cannot be read here.",
            "tables/by_subject.csv beside it is what is read; keep the workbook elsewhere.",
        ),
        (
            "tables/pay.numbers",
            "A workbook cannot be read here.",
            'Save its sheet as "CSV UTF-8" in tables/, and keep the workbook elsewhere.',
        ),
        ("tables/pay.CSV", "Nothing reads this file.", 'Call it "tables/pay.csv".'),
        ("story/en/02-x.MD", "Nothing reads this file.", 'Call it "story/en/02-x.md".'),
        (
            "figures (1).yaml",
            "Nothing reads this file.",
            "If it is a copy of figures.yaml, delete it.",
        ),
        (
            "photo.png",
            "Nothing reads this file.",
            "Delete it, or see data/README.md for where it belongs.",
        ),
        (
            "tables/pay (1).csv",
            '"pay (1)" cannot be the name of a table.',
            "A name has small letters, digits and _, sixty at most, and begins with a letter.",
        ),
    ],
)
def test_a_stray_file_is_told_once(tmp_path: Path, name: str, sentence: str, hint: str) -> None:
    """And not what is in it."""
    data = small.copy(tmp_path)
    (data / name).write_bytes(b"PK\x03\x04\xff")
    if name == "tables/pay (1).csv":
        (data / name).write_bytes(b"a,b\n")
    with pytest.raises(Rejected) as caught:
        loading.load(data)
    [problem] = caught.value.problems
    assert (str(problem.place), problem.sentence, problem.hint) == (
        f"data/{name}:1:1",
        sentence,
        hint,
    )
