"""Reports of a number are listed once, and what contradicts it does contradict it."""

from pathlib import Path

import pytest

from braindrain_site.judging import reports
from braindrain_site.judging.draft import Draft
from braindrain_site.reading import loading
from tests.support import small


def sentences(tmp_path: Path, *edits: tuple[str, str, str]) -> list[str]:
    draft = Draft(loading.load(small.copy(tmp_path, *edits)))
    return [problem.sentence for problem in reports.check(draft)]


def test_the_small_edition_is_fine(tmp_path: Path) -> None:
    """Nothing to tell."""
    assert sentences(tmp_path) == []


@pytest.mark.parametrize(("at", "listed"), [("page 1", True), ("Page 1", True), ("page 9", False)])
def test_the_same_place_is_one_report(tmp_path: Path, at: str, *, listed: bool) -> None:
    """Of the same source; another place may be listed too."""
    also = f"also: [{{source: school_report, at: {at}}}]"
    told = ['This place of "school_report" is listed already.'] * listed
    figure = ("figures.yaml", "agrees_with", f"{also}\n  agrees_with")
    table = ("tables/by_subject.yaml", "primaryKey", f"{also}\nprimaryKey")
    assert sentences(tmp_path / "figure", figure) == told
    assert sentences(tmp_path / "table", table) == told


@pytest.mark.parametrize(
    ("by", "told"),
    [
        ("pay_away", []),
        ("pay_here", ["A figure cannot contradict itself."]),
        ("left", []),
    ],
    ids=["contradicts", "itself", "another unit"],
)
def test_what_contradicts(tmp_path: Path, by: str, told: list[str]) -> None:
    """Only a value of the same kind can be seen not to."""
    edit = ("figures.yaml", "origin: head_teacher", f"disputed: {{by: {by}}}")
    assert sentences(tmp_path, edit) == told


def test_a_value_that_is_allowed_contradicts_nothing(tmp_path: Path) -> None:
    """About 20,000 allows 20,000."""
    same = ("figures.yaml", "value: 50000\n  qualifier: over", "value: 20000")
    edit = ("figures.yaml", "origin: head_teacher", "disputed: {by: pay_away}")
    assert sentences(tmp_path, same, edit) == [
        '"pay_away" does not contradict "pay_here": it is a value that this one allows.'
    ]
