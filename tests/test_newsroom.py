"""What people of a newsroom type and export is taken, or told in these words.

Each block of the files in ``tests/newsroom/`` is a case: how it comes about; the file, what stands
in it and what is typed instead; what happens: "taken", or the place, sentence and hint of the first
problem. What cannot be seen, or ends a line, is written as Python writes it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from braindrain_site import recipe
from braindrain_site.model.problems import Rejected
from tests.support import small

CASES = Path(__file__).parent / "newsroom"
TABLE = "tables/by_subject.csv"


def cases(name: str) -> Iterator[object]:
    for block in (CASES / name).read_text("utf-8").strip().split("\n\n"):
        what, *edit, happens = block.split("\n")
        typed = (
            line.encode("latin-1", "backslashreplace").decode("unicode_escape") for line in edit
        )
        yield pytest.param(*typed, happens, id=what.removeprefix("# "))


def first(data: Path) -> str:
    """The first problem of *data*, or that there is none."""
    try:
        recipe.judge(data)
    except Rejected as rejected:
        problem = rejected.problems[0]
        place = f"{problem.place.line}:{problem.place.column}"
        return f"{place} {problem.sentence} {problem.hint}".strip()
    return "taken"


@pytest.mark.parametrize(
    ("file", "old", "new", "happens"), [*cases("values.txt"), *cases("letters.txt")]
)
def test_what_is_typed(tmp_path: Path, file: str, old: str, new: str, happens: str) -> None:
    """Numbers, days, periods, paths; YAML, and letters that one cannot see."""
    assert first(small.copy(tmp_path, (file, old, new))) == happens


@pytest.mark.parametrize(("table", "happens"), [*cases("spreadsheets.txt")])
def test_what_is_exported(tmp_path: Path, table: str, happens: str) -> None:
    """A table as a spreadsheet or an office of statistics leaves it."""
    data = small.copy(
        tmp_path,
        ("figures.yaml", "  agrees_with: sum(by_subject.teachers)\n", ""),
        ("figures.yaml", 'by_subject.teachers["music"]', "3 + 0"),
    )
    (data / TABLE).write_bytes(table.encode())
    assert first(data) == happens
