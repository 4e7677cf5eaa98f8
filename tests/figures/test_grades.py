"""A grade follows from who counted, who reports it and where it was read; nobody types one."""

from pathlib import Path

import pytest

from braindrain_site.figures import grades
from braindrain_site.model.edition import Edition
from braindrain_site.reading import loading
from tests.support import small

LETTER = """  origin: school_board
letter:
  publisher: {en: A parent}
  title: {en: A letter}
  language: en
  kind: newspaper
  seen: article
  published: not stated
  retrieved: 2025-01-01
"""
LETTER_ADDED = ("sources.yaml", "  origin: school_board\n", LETTER)


def edition(tmp_path: Path, *edits: tuple[str, str, str]) -> Edition:
    return loading.load(small.copy(tmp_path, LETTER_ADDED, *edits))


def pay(tmp_path: Path, typed: str) -> grades.Grade:
    """The grade of the pay here with *typed* in place of its origin."""
    found = edition(tmp_path, ("figures.yaml", "  origin: head_teacher\n", typed))
    return grades.grade("pay_here", found)


def test_read_in_the_document_of_whoever_counted(tmp_path: Path) -> None:
    """It is primary, in whatever way the copy came to us, unless nobody opened it."""
    assert grades.evidence("left", edition(tmp_path)) == "primary"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("sources.yaml", "seen: primary", "seen: second_hand"),
        ("sources.yaml", "kind: report", "kind: newspaper"),
        ("sources.yaml", "origin: school_board\nletter", "origin: head_teacher\nletter"),
    ],
    ids=["not opened", "a newspaper", "another’s document"],
)
def test_elsewhere_it_is_one_origin(tmp_path: Path, file: str, old: str, new: str) -> None:
    """However well the document is known in which it was read."""
    assert grades.evidence("left", edition(tmp_path, (file, old, new))) == "one_origin"


def test_reports_of_one_origin_are_counted_and_do_not_corroborate(tmp_path: Path) -> None:
    """Each document once, however many of its places are listed."""
    typed = """  origin: head_teacher
  also:
    - {source: letter, at: page 1}
    - {source: letter, at: page 2}
"""
    found = pay(tmp_path, typed)
    assert (found.evidence, found.reports) == ("one_origin", 2)
    assert found.rule == "head_teacher: school_report, letter, letter"


def test_a_second_origin_corroborates(tmp_path: Path) -> None:
    """Where it is named at its report: the origin that its source usually has is not enough."""
    other = "  origin: head_teacher\n  also: [{source: letter, at: page 1, origin: school_board}]\n"
    assert pay(tmp_path / "named", other).evidence == "corroborated"
    usual = other.replace(", origin: school_board", "")
    of_letter = ("sources.yaml", "kind: newspaper", "kind: newspaper\n  origin: school_board")
    typed = ("figures.yaml", "  origin: head_teacher\n", usual)
    found = edition(tmp_path / "usual", of_letter, typed)
    assert grades.evidence("pay_here", found) == "one_origin"


def test_a_further_report_may_be_the_one_that_was_read(tmp_path: Path) -> None:
    """In the document of its own origin."""
    first = """  source: letter
  at: page 3
  also: [{source: school_report, at: page 1, origin: school_board}]
"""
    old = "  source: school_report\n  at: page 3\n  origin: head_teacher\n"
    found = edition(tmp_path, ("figures.yaml", old, first))
    assert grades.evidence("pay_in_won", found) == "primary"


def test_without_any_origin_nobody_vouches_for_it(tmp_path: Path) -> None:
    """It has the sign of doubt, and so has what is worked out from it."""
    old = "  source: school_report\n  at: page 2\n  origin: head_teacher\n"
    found = edition(tmp_path, ("figures.yaml", old, "  source: letter\n  at: page 2\n"))
    assert grades.evidence("pay_here", found) == "unattributed"
    assert grades.doubtful("pay_multiple", found)


def test_a_dispute_comes_before_everything(tmp_path: Path) -> None:
    """For figures that are given, that are derived, and for tables."""
    reason = "disputed: {reason: {en: Not so.}}"
    edits = (
        ("figures.yaml", "agrees_with", f"{reason}\n  agrees_with"),
        ("figures.yaml", "unit: times", f"unit: times\n  {reason}"),
    )
    found = edition(tmp_path / "figures", *edits)
    assert grades.evidence("left", found) == grades.evidence("pay_multiple", found) == "disputed"
    table = edition(
        tmp_path / "table", ("tables/by_subject.yaml", "primaryKey", f"{reason}\nprimaryKey")
    )
    assert (
        grades.evidence("left_music", table) == grades.evidence("share_music", table) == "disputed"
    )


def test_a_derived_figure_is_as_weak_as_its_weakest_input(tmp_path: Path) -> None:
    """Through any number of formulas; of the same grade, the one with fewer reports."""
    typed = "  origin: head_teacher\n  also: [{source: letter, at: page 1}]\n"
    found = edition(tmp_path, ("figures.yaml", "  origin: head_teacher\n", typed))
    multiple = grades.grade("pay_multiple", found)
    assert (multiple.evidence, multiple.reports, multiple.weakest) == ("one_origin", 1, "pay_away")
    assert grades.grade("share_music", found).evidence == "primary"


def test_a_cell_has_the_reports_of_its_table(tmp_path: Path) -> None:
    """After its own, each document once."""
    table = (
        "tables/by_subject.yaml",
        "primaryKey",
        "also: [{source: letter, at: page 1}]\nprimaryKey",
    )
    own = 'teachers["music"]\n  source: letter\n  at: page 5'
    found = edition(tmp_path, table, ("figures.yaml", 'teachers["music"]', own))
    reports = grades.reports("left_music", found)
    assert [(each.source, each.at["en"]) for each in reports] == [
        ("letter", "page 5"), ("school_report", "page 1"),
    ]  # fmt: skip
    assert grades.grade("left_music", found).evidence == "primary"


def test_a_table_of_documents_is_as_weak_as_its_weakest_row(tmp_path: Path) -> None:
    """Each row is a report of its own."""
    data = small.copy(tmp_path, LETTER_ADDED)
    with (data / "tables/by_subject.yaml").open("a") as sidecar:
        sidecar.write("  - {name: source, type: string, title: {en: Source}}\n")
    rows = "subject,teachers,source\nmusic,3,school_report\nmaths,2,letter\n"
    (data / "tables/by_subject.csv").write_text(rows, "utf-8")
    found = loading.load(data)
    assert [each.source for each in grades.reports_of_table("by_subject", found)] == [
        "school_report", "letter",
    ]  # fmt: skip
    assert grades.grade_of_table("by_subject", found).evidence == "unattributed"
    assert [each.source for each in grades.reports("left_music", found)] == ["school_report"]
    assert grades.evidence("left_music", found) == "primary"


def test_each_is_listed_with_its_rule() -> None:
    """Figures, then tables."""
    edition, _, _ = small.judged()
    listed = list(grades.listed(edition))
    assert listed[0] == "left: primary – school_report, school_board’s own, was read"
    assert "pay_here: one_origin (1) – head_teacher: school_report" in listed
    assert listed[-1].startswith("tables/by_subject: primary – ")


def test_inputs() -> None:
    """Figures only, in the order of the formula."""
    edition, _, _ = small.judged()
    assert grades.inputs("share_music", edition) == ("left_music", "left")
    assert grades.inputs("left_music", edition) == grades.inputs("left", edition) == ()


def test_a_number_of_our_own_is_set_by_us(tmp_path: Path) -> None:
    """It rests on no figure, no table and no document."""
    found = edition(tmp_path, ("figures.yaml", "formula: pay_away / pay_here", "formula: 5 / 2"))
    own = grades.grade("pay_multiple", found)
    assert (own.evidence, own.reports, own.rule, own.weakest) == ("primary", 0, "set by us", None)


@pytest.mark.parametrize(
    ("by", "rule"), [("", "the reason given"), ("by: school_report, ", "school_report")]
)
def test_who_disputes_it_is_the_rule(tmp_path: Path, by: str, rule: str) -> None:
    """Or the reason, where it is nobody's document."""
    reason = f"disputed: {{{by}reason: {{en: Not so.}}}}"
    figure = edition(tmp_path / "f", ("figures.yaml", "agrees_with", f"{reason}\n  agrees_with"))
    table = edition(
        tmp_path / "t", ("tables/by_subject.yaml", "primaryKey", f"{reason}\nprimaryKey")
    )
    assert grades.grade("left", figure).rule == rule
    assert grades.grade_of_table("by_subject", table).rule == rule


def test_the_weakest_of_several_is_named(tmp_path: Path) -> None:
    """The figure at the bottom of a chain of formulas, and not what stands between."""
    more = "unit: percent\n  formula: pay_multiple * share(left_music, left)"
    old = "unit: percent\n  formula: share(left_music, left)"
    found = edition(tmp_path, ("figures.yaml", old, more))
    assert grades.grade("share_music", found).weakest == "pay_away"
    assert "share_music: one_origin (1) – weakest input pay_away: " in "\n".join(
        grades.listed(found)
    )


def test_a_source_without_a_place_reports_nothing(tmp_path: Path) -> None:
    """A formula may name one beside it; nobody can look its number up."""
    formula = "formula: share(left_music, left)"
    found = edition(tmp_path, ("figures.yaml", formula, f"{formula}\n  source: letter"))
    assert grades.reports("share_music", found) == ()
    assert grades.evidence("share_music", found) == "unattributed"


def test_origins_are_told_once_each(tmp_path: Path) -> None:
    typed = "  origin: head_teacher\n  also: [{source: letter, at: page 1}]\n"
    found = edition(tmp_path, ("figures.yaml", "  origin: head_teacher\n", typed))
    assert grades.origins(grades.reports("pay_here", found)) == ("head_teacher",)
    assert grades.origins(()) == ()
    assert [each.as_printed for each in grades.reports("left", found)] == ["six teachers"]


def test_who_counted_is_in_the_rule_with_each_document(tmp_path: Path) -> None:
    other = "  origin: head_teacher\n  also: [{source: letter, at: page 1, origin: school_board}]\n"
    found = pay(tmp_path, other)
    assert (found.reports, found.rule) == (2, "head_teacher: school_report; school_board: letter")


def test_a_table_has_all_its_reports_together(tmp_path: Path) -> None:
    """Two origins corroborate every cell of it."""
    sidecar = "tables/by_subject.yaml"
    also = "also: [{source: letter, at: page 1, origin: head_teacher}]\nprimaryKey"
    unseen = ("sources.yaml", "seen: primary", "seen: second_hand")
    found = edition(tmp_path, (sidecar, "primaryKey", also), unseen)
    assert grades.grade_of_table("by_subject", found).evidence == "corroborated"
    assert grades.evidence("left_music", found) == "corroborated"
