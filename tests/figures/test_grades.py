"""A derived figure is as well known as its weakest input."""

from pathlib import Path

from braindrain_site.figures import grades
from tests.support import small


def grade(key: str, data: Path = small.FOLDER) -> str:
    edition, _, _ = small.judged(data)
    return grades.evidence(key, edition)


def test_given_figures_have_their_own() -> None:
    """As the editor graded them."""
    assert (grade("left"), grade("pay_here")) == ("primary", "single_source")


def test_tables_and_figures_are_inherited(tmp_path: Path) -> None:
    """Through any number of formulas."""
    data = small.copy(
        tmp_path, ("tables/by_subject.yaml", "evidence: primary", "evidence: disputed")
    )
    assert grade("share_music") == "primary"
    assert grade("share_music", data) == "disputed"


def test_a_derived_figure_may_be_graded_by_hand(tmp_path: Path) -> None:
    """Its own grade comes first."""
    data = small.copy(
        tmp_path, ("figures.yaml", "unit: times", "unit: times\n  evidence: disputed")
    )
    assert grade("pay_multiple", data) == "disputed"


def test_inputs() -> None:
    """Figures only, in the order of the formula."""
    edition, _, _ = small.judged()
    assert grades.inputs("share_music", edition) == ("left_music", "left")
    assert grades.inputs("left_music", edition) == grades.inputs("left", edition) == ()
