"""Every mistake in ``tests/mistakes/`` is told in the words that its file ends with.

A case is a text file of three parts: what the editor did, the edit itself, the whole report.
The edit is made to a copy of ``tests/editions/small``, or of the edition that a line of the first
part names: "Edition: two".
"""

import re
import shutil
from pathlib import Path

import pytest

from braindrain_site import recipe
from braindrain_site.model.problems import Rejected, report
from tests.support import small

HERE = Path(__file__).parent
CASES = sorted((HERE / "mistakes").glob("*.txt"))


def make_mistake(edit: str, data: Path) -> None:
    """Carries out *edit*: a file, then what to do with it (see any case)."""
    for part in edit.split("\n\n"):
        name, _, what = part.partition("\n")
        path = data / name
        if what == "(delete)":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        elif what.startswith("(save as "):
            path.write_bytes(_saved(path.read_text("utf-8"), what[9:-1]))
        elif what.startswith("(empty)"):
            path.write_bytes(b"")
        elif what.startswith("- "):
            _replace(path, what.split("\n"))
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            added = "\n".join(line[2:] for line in what.split("\n"))
            before = path.read_text("utf-8") if path.exists() else ""
            path.write_text(before + added + "\n", "utf-8")


def _saved(text: str, how: str) -> bytes:
    if how.startswith("zero bytes"):
        return b"\0" + text.encode()
    if how.startswith("broken UTF-8"):
        return text.encode() + b"\xff\xfe\xff\n"
    return text.encode(how)


def _replace(path: Path, lines: list[str]) -> None:
    old = "\n".join(line[2:] for line in lines if line.startswith("- "))
    new = "\n".join(line[2:] for line in lines if line.startswith("+ "))
    text = path.read_text("utf-8")
    assert old in text, f"{path.name} has no {old!r}"
    path.write_text(text.replace(old, new, 1).replace("\\t", "\t"), "utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_told_in_these_words(case: Path, tmp_path: Path) -> None:
    """The report of the mistake is, to the letter, what the case expects."""
    what, edit, expected = case.read_text("utf-8").split("\n---\n")
    named = re.search(r"^Edition: (\w+)$", what, re.M)
    data = small.copy(tmp_path, edition=small.ROOM / (named[1] if named else "small"))
    make_mistake(edit.strip("\n"), data)
    with pytest.raises(Rejected) as caught:
        recipe.judge(data)
    assert report(caught.value.problems, caught.value.lines) == expected


def test_the_edition_is_fine_without_a_mistake() -> None:
    """What the cases spoil is whole, so each report is of its mistake alone."""
    found = [recipe.judge(folder).edition for folder in (small.FOLDER, small.TWO)]
    assert [edition.site.languages for edition in found] == [("en",), ("en", "ko")]
