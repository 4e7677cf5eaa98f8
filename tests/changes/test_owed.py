"""A published value that became another, and that no entry tells, stops the build."""

from pathlib import Path

import pytest

from braindrain_site import cli, recipe
from braindrain_site.changes import owed
from braindrain_site.changes.owed import Published
from braindrain_site.changes.versions import Outdated
from tests.support import amended, small

BEFORE = owed.read(small.TWO, "two")
ONE_MORE = (
    ("figures.yaml", "value: 6", "value: 8"),
    ("figures.yaml", "six teachers", "eight teachers"),
    ("tables/by_subject.csv", "music,3", "music,4"),
    ("tables/by_subject.csv", "maths,2", "maths,3"),
)
TOLD = """\
spring:
  kind: update
  day: 2025-01-03
  done: {en: The count is newer., ko: 새로 셌다.}
  cause: {en: The board has counted., ko: 위원회가 셌다.}
"""
FIGURE = "  figures: [{figure: left, was: 6}]\n"
OF_PAY_AWAY = "qualifier: over\n  period: 2024\n  source: school_report"
CELLS = """\
  cells:
    - {cell: 'by_subject.teachers["music"]', was: 3}
    - {cell: 'by_subject.teachers["maths"]', was: 2}
"""


def told(data: Path) -> list[str]:
    proof = recipe.judge(data, publishing=False)
    found = owed.owed(BEFORE, Published(proof.edition, proof.amounts))
    return [f"{each.place} {each.sentence} {each.hint}" for each in found]


def test_nothing_changed_is_nothing_owed(tmp_path: Path) -> None:
    assert told(small.copy(tmp_path, edition=small.TWO)) == []


def test_a_value_is_told_where_it_was_typed_with_what_to_write(tmp_path: Path) -> None:
    [found] = told(
        small.copy(tmp_path, ("figures.yaml", "value: 50000", "value: 45000"), edition=small.TWO)
    )
    assert found.startswith('data/figures.yaml:27:10 "pay_away" was published as over $50,000.')
    assert "{figure: pay_away, was: 50000, qualifier: over}" in found


def test_what_follows_from_a_cell_is_told_at_the_cell_alone(tmp_path: Path) -> None:
    """Of half a dozen numbers that change with it, none has to be looked for."""
    found = told(small.copy(tmp_path, *ONE_MORE, edition=small.TWO))
    assert [each.partition(" ")[0] for each in found] == [
        "data/figures.yaml:4:10",
        "data/tables/by_subject.csv:2:7",
        "data/tables/by_subject.csv:3:7",
    ]
    assert """{cell: 'by_subject.teachers["music"]', was: 3}""" in found[1]


def test_an_entry_answers_for_what_it_lists_and_what_follows(tmp_path: Path) -> None:
    assert told(amended.edition(tmp_path, TOLD, FIGURE, CELLS, edits=ONE_MORE)) == []


def test_a_figure_answers_for_the_cell_that_it_is(tmp_path: Path) -> None:
    music = "  figures: [{figure: left, was: 6}, {figure: left_music, was: 3}]\n"
    [found] = told(amended.edition(tmp_path, TOLD, music, edits=ONE_MORE))
    assert found.startswith("data/tables/by_subject.csv:3:7")


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        (FIGURE.replace("was: 6", "was: 5"), "published as 6 teachers, and not as 5 teachers."),
        (FIGURE.replace(", was: 6", ""), "Write {figure: left, was: 6}."),
    ],
)
def test_an_entry_says_what_readers_had_been_told(tmp_path: Path, listed: str, said: str) -> None:
    [found] = told(amended.edition(tmp_path, TOLD, listed, CELLS, edits=ONE_MORE))
    assert found.startswith("data/changes.yaml:6:")
    assert said in found


def test_so_it_does_of_a_cell(tmp_path: Path) -> None:
    wrong = CELLS.replace("was: 2", "was: 1")
    [found] = told(amended.edition(tmp_path, TOLD, FIGURE, wrong, edits=ONE_MORE))
    assert 'This cell was published as "2".' in found


def test_another_time_is_told_at_the_time(tmp_path: Path) -> None:
    edit = ("figures.yaml", "period: 2021/2024", "period: 2022/2024")
    [found] = told(small.copy(tmp_path, edit, edition=small.TWO))
    assert found.startswith('data/figures.yaml:5:11 The time of "left" was published as 2021/2024.')
    assert "{figure: left, period: 2021/2024}" in found


def test_an_entry_that_was_there_answers_for_nothing_new(tmp_path: Path) -> None:
    first = amended.edition(tmp_path / "first", TOLD, FIGURE.replace("6", "5"))
    again = amended.edition(tmp_path / "again", TOLD, FIGURE.replace("6", "5"), edits=ONE_MORE)
    proof = recipe.judge(again, publishing=False)
    found = owed.owed(owed.read(first, "first"), Published(proof.edition, proof.amounts))
    assert str(found[0].place) == "data/figures.yaml:4:10"


def test_an_old_change_may_be_entered_late(tmp_path: Path) -> None:
    """What is said of values that did not change since is not known to be wrong."""
    assert told(amended.edition(tmp_path, TOLD, FIGURE.replace("6", "5"))) == []


def test_words_alone_are_not_asked_for(tmp_path: Path) -> None:
    edit = ("units.yaml", "{} teachers", "{} of the staff")
    assert told(small.copy(tmp_path, edit, edition=small.TWO)) == []


def test_what_no_program_of_today_reads_is_told(tmp_path: Path) -> None:
    data = small.copy(tmp_path, ("figures.yaml", "value: 6", "value: six"))
    with pytest.raises(Outdated, match=r"before:data/figures\.yaml:4:10 .* Name a newer commit"):
        owed.read(data, "before")


def test_a_check_asks_for_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small.copy(tmp_path, ("figures.yaml", "value: 50000", "value: 60000"))
    assert cli.main(["check", "--against", str(small.FOLDER)], tmp_path) == 1
    assert "data/figures.yaml:27:10" in capsys.readouterr().err
    assert cli.main(["check", "--against", "data"], tmp_path) == 0
    assert cli.main(["check", "--against", "nowhere"], tmp_path) == 2


@pytest.mark.parametrize(
    ("kept", "said"), [(True, ", source: school_report}"), (False, "qualifier: over}]")]
)
def test_an_old_source_is_named_while_it_is_listed(tmp_path: Path, kept: bool, said: str) -> None:
    """An entry that names a source which is gone would be a mistake."""
    report = (small.TWO / "sources.yaml").read_text("utf-8")
    letter = report.replace("school_report", "letter")
    data = small.copy(
        tmp_path,
        ("figures.yaml", "value: 50000", "value: 45000"),
        ("figures.yaml", OF_PAY_AWAY, OF_PAY_AWAY.replace("school_report", "letter")),
        edition=small.TWO,
    )
    for path in sorted(data.rglob("*.y*ml")) + sorted(data.rglob("*.md")):
        text = path.read_text("utf-8")
        path.write_text(text if kept else text.replace("school_report", "letter"), "utf-8")
    (data / "sources.yaml").write_text(report + letter if kept else letter, "utf-8")
    found = [each for each in told(data) if "pay_away" in each]
    assert len(found) == 1
    assert said in found[0]


def test_drafts_were_not_published(tmp_path: Path) -> None:
    """Whether they were written or not."""
    data = small.copy(tmp_path, edition=small.TWO)
    assert cli.main(["new", "chapter", "later"], tmp_path) == 0
    draft = "draft_count:\n  draft: true\n  label: {en: of it, ko: 그}\n  unit: teachers\n"
    small.add(data / "figures.yaml", f"{draft}  formula: left\n")
    found = owed.read(data, "then")
    assert "draft_count" not in found.edition.figures
    assert found.edition.figures.keys() == BEFORE.edition.figures.keys()


def test_what_is_owed_can_be_typed_as_it_is_told(tmp_path: Path) -> None:
    """A cell whose table is from another document now."""
    edits = (
        ("tables/by_subject.yaml", "source: school_report", "source: letter"),
        ("tables/by_subject.csv", "music,3", "music,4"),
        ("tables/by_subject.csv", "maths,2", "maths,1"),
    )
    data = small.copy(tmp_path, *edits, edition=small.TWO)
    report = (data / "sources.yaml").read_text("utf-8")
    small.add(data / "sources.yaml", report.replace("school_report:", "letter:"))
    assert owed.as_typed(BEFORE, owed.read(data, "now")) == {
        "cells": [
            """{cell: 'by_subject.teachers["music"]', was: 3, source: school_report}""",
            """{cell: 'by_subject.teachers["maths"]', was: 2, source: school_report}""",
        ]
    }
