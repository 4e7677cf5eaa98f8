"""Which stamp a claim of an article gets, by its conditions and by how well figures are known."""

from pathlib import Path

import pytest

from braindrain_site.judging import gates, unused, verdicts
from braindrain_site.judging.draft import Draft
from braindrain_site.model.edition import Edition
from braindrain_site.reading import loading
from tests.support import small

CLAIM = """double:
  article: school_report
  printed: six teachers
  says: {{en: It is much.}}
  holds: {holds}
{more}  reason: {{en: So it is.}}
"""
DOUBT = ("figures.yaml", "value: 50000", "value: 50000\n  disputed: {reason: {en: Not so.}}")
NOBODYS = (
    "figures.yaml",
    "at: page 2\n  origin: head_teacher\npay_in_won",
    "at: page 2\npay_in_won",
)
NO_ORIGIN = ("sources.yaml", "  origin: school_board\n", "")
FLOW = ("figures.yaml", "value: 50000", "value: 50000\n  basis: {quantity: flow}")
STOCK = ("figures.yaml", "value: 20000", "value: 20000\n  basis: {quantity: stock}")
LOOSELY = "pay_away > 0 * pay_here"


def edition(
    tmp_path: Path, holds: str, loosely: str | None, *edits: tuple[str, str, str]
) -> Edition:
    data = small.copy(tmp_path, *edits)
    more = f"  loosely: {loosely}\n" if loosely else ""
    (data / "verdicts.yaml").write_text(CLAIM.format(holds=holds, more=more), "utf-8")
    return loading.load(data)


def stamp(*given: object) -> str:
    [found] = verdicts.stamps(edition(*given)).values()  # type: ignore[arg-type]
    return found.stamp


def test_true_of_all_that_the_figures_allow_it_holds(tmp_path: Path) -> None:
    assert stamp(tmp_path, "pay_away > 2 * pay_here", None) == "holds"


def test_true_as_printed_only_it_is_loose(tmp_path: Path) -> None:
    """About 20,000 may be a little more than 20,000."""
    assert stamp(tmp_path, "pay_here <= 20000", None) == "loose"


@pytest.mark.parametrize(
    ("holds", "edits"),
    [
        ("pay_away < pay_here", ()),
        ("pay_away > pay_here", (DOUBT,)),
        ("pay_multiple > 2", (DOUBT,)),
        ("pay_away > pay_here", (FLOW, STOCK)),
    ],
    ids=["false", "disputed", "worked out from what is disputed", "unlike things"],
)
def test_else_it_holds_loosely_or_not_at_all(
    tmp_path: Path, holds: str, edits: tuple[tuple[str, str, str], ...]
) -> None:
    assert stamp(tmp_path / "not", holds, None, *edits) == "fails"
    assert stamp(tmp_path / "loosely", holds, LOOSELY, *edits) == "loose"


@pytest.mark.parametrize("holds", ["pay_away > pay_here", "pay_multiple > 2"])
def test_what_rests_on_nobodys_number_cannot_be_traced(tmp_path: Path, holds: str) -> None:
    assert stamp(tmp_path, holds, None, NOBODYS, NO_ORIGIN) == "untraced"


def test_what_is_false_of_its_own_numbers_needs_no_tracing(tmp_path: Path) -> None:
    assert stamp(tmp_path / "a", "pay_away < pay_here", None, NOBODYS, NO_ORIGIN) == "fails"
    assert stamp(tmp_path / "b", "pay_away < pay_here", LOOSELY, NOBODYS, NO_ORIGIN) == "untraced"


def test_the_worst_part_of_a_condition_counts(tmp_path: Path) -> None:
    """The first is true as printed only, the second is false."""
    assert stamp(tmp_path, "pay_here <= 20000 and pay_away < pay_here", None) == "fails"


def test_conditions_wait_for_figures(tmp_path: Path) -> None:
    broken = ("figures.yaml", "formula: pay_away / pay_here", "formula: pay_away / nothing")
    draft = Draft(edition(tmp_path, "pay_multiple > 2", None, broken))
    assert verdicts.check(draft) == []


def test_what_a_verdict_names_is_used(tmp_path: Path) -> None:
    before = {it.place.line for it in unused.unused(loading.load(small.FOLDER))}
    after = {it.place.line for it in unused.unused(edition(tmp_path, "pay_in_won > 0", None))}
    assert after < before
    assert gates.judge(edition(tmp_path / "fine", "pay_in_won > 0", None))
