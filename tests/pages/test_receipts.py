"""A receipt says where a number comes from."""

from pathlib import Path

import pytest

from braindrain_site.figures.grades import evidence, inputs
from braindrain_site.model.witness import witness, written
from braindrain_site.pages.receipts import (
    ClaimReceipt,
    Receipt,
    Reported,
    claim_receipts,
    receipts,
)
from braindrain_site.texts.binding import Binding
from tests.support import printed, small
from tests.support.sites import make


def receipt(key: str, data: Path = small.FOLDER) -> Receipt:
    edition, amounts, _ = small.judged(data)
    [found] = receipts(edition, amounts, Binding(edition, amounts, "en"), [key])
    return found


def test_a_given_figure() -> None:
    """Source, place, words as printed, grade and period."""
    found = receipt("left")
    assert (found.phrase, found.period, found.evidence) == ("6 teachers", "2021 to 2024", "primary")
    assert found.reports == (Reported("school_report", "page 1", "six teachers", False),)
    assert (found.origins, found.grade) == (("the school board",), "Primary source")
    assert found.formula is None


def test_a_figure_from_one_cell_has_the_source_of_its_table() -> None:
    """Although it was typed with a formula."""
    found = receipt("left_music")
    assert found.reports == (Reported("school_report", "page 1", None, False),)
    assert (found.source_key, found.period) == ("school_report", "2021 to 2024")


def test_what_holds_always_has_no_time_to_print(tmp_path: Path) -> None:
    """Neither a figure nor a table; and nothing says that one is missing."""
    data = small.copy(
        tmp_path,
        ("figures.yaml", "period: 2021/2024", "period: always"),
        ("tables/by_subject.yaml", "period: 2021/2024", "period: always"),
    )
    for name in (data / "story/en").iterdir():
        name.write_text(name.read_text("utf-8").replace("{{ left.period }}", "school"), "utf-8")
    assert not receipt("left", data).period
    assert not receipt("left_music", data).period
    page = make(data)["data/index.html"].decode()
    assert "<dt>Source</dt>" in page
    assert "<dt>Period</dt>" not in page


def test_a_derived_figure_is_as_weak_as_its_weakest_input() -> None:
    """And links to each of them with their values filled in."""
    found = receipt("pay_multiple")
    assert (found.inputs, found.evidence) == (("pay_away", "pay_here"), "one_origin")
    assert (found.source_key, found.grade) == (None, "Weakest input: Single origin (1 report)")
    assert found.formula is not None
    assert found.formula.text.striptags() == "over $50,000 ÷ about $20,000"
    assert 'href="#r-pay_away"' in found.formula.text


def test_grades_are_inherited_through_tables() -> None:
    """A share of a primary table is primary."""
    edition, _, _ = small.judged()
    assert evidence("share_music", edition) == "primary"
    assert inputs("share_music", edition) == ("left_music", "left")


def test_words_are_proved_where_the_text_was_read(tmp_path: Path) -> None:
    data = small.copy(tmp_path)
    (data / "witnesses").mkdir()
    kept = written(witness("In all, six teachers left.", "salt"))
    (data / "witnesses/school_report.txt").write_text(kept, "utf-8")
    assert [report.proved for report in receipt("left", data).reports] == [True]
    assert [report.proved for report in receipt("left").reports] == [False]


def test_every_report_is_named_and_counted(tmp_path: Path) -> None:
    """The first one first, each with its place and its words if they are known."""
    also = "origin: head_teacher\n  also: [{source: letter, at: page 7, as_printed: some 20}]"
    data = printed.data(tmp_path, ("figures.yaml", "origin: head_teacher", also))
    found = receipt("pay_here", data)
    assert found.reports[1:] == (Reported("letter", "page 7", "some 20", False),)
    assert (found.origins, found.grade) == (("the head teacher",), "Single origin (2 reports)")


def test_what_disputes_a_figure_is_told_and_linked(tmp_path: Path) -> None:
    """The reason in words, then the figure that contradicts it."""
    dispute = "disputed: {by: pay_away, reason: {en: The board says otherwise.}}"
    found = receipt(
        "pay_here", small.copy(tmp_path, ("figures.yaml", "origin: head_teacher", dispute))
    )
    assert found.disputed is not None
    assert found.disputed.striptags() == (
        "The board says otherwise. Contradicted by over $50,000, pay in the city."
    )
    assert 'href="#r-pay_away"' in found.disputed


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("until", "Holds until 1 January 2030."),
        ("due", "What it plans falls due on 1 January 2030."),
    ],
)
def test_a_figure_says_how_long_it_holds(tmp_path: Path, typed: str, told: str) -> None:
    """Or when what it plans falls due."""
    edit = ("figures.yaml", "as_printed:", f"{typed}: 2030-01-01\n  as_printed:")
    assert receipt("left", small.copy(tmp_path, edit)).time_limit == told
    assert receipt("left").time_limit is None


def claim(data: Path, *texts: str) -> ClaimReceipt:
    edition, amounts, judged = small.judged(data)
    binding = Binding(edition, amounts, "en")
    for text in texts:
        binding.html(text)
    [found] = claim_receipts(edition, judged, binding)
    return found


def test_a_claim_names_each_of_its_wordings_once() -> None:
    """With what was compared, and where it is worded."""
    said = '{% claim "over_twice" %}twice{% endclaim %}'
    other = '{% claim "over_twice" %}more than double{% endclaim %}'
    found = claim(small.FOLDER, said, other, said)
    assert found.words == "“twice”, “more than double”"
    more = " = roughly 2.5 times or more, which is more than 2 times"
    assert found.condition.striptags().endswith(more)
    assert len(found.uses) == 3
    assert not found.on_printed
