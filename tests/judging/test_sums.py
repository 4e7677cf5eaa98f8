"""Printed numbers agree with one another."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braindrain_site.judging import sums
from braindrain_site.judging.draft import Draft
from braindrain_site.model import amounts
from braindrain_site.reading import loading
from tests.support import small

PERCENT = small.unit(print={"en": "{}%"}, dimension="1", scale="0.01")


def sentences(data: Path) -> list[str]:
    return [problem.sentence for problem in sums.check(Draft(loading.load(data)))]


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("share(left_music, left)", "left > 1", "gives no number"),
        ("share(left_music, left)", "left_music * 1", "gives teachers, but"),
        ("sum(by_subject.teachers)", "left > 1", "gives no number"),
        ("sum(by_subject.teachers)", "nobody + 1", 'no figure "nobody"'),
        ("sum(by_subject.teachers)", "pay_away / 1", "cannot be compared"),
        ("sum(by_subject.teachers)", "sum(by_subject.teachers) + 1", '"left" is 6, but'),
    ],
)
def test_mistakes(tmp_path: Path, old: str, new: str, word: str) -> None:
    """A formula or a cross-check that cannot be right."""
    [sentence] = sentences(small.copy(tmp_path, ("figures.yaml", old, new)))
    assert word in sentence


def test_a_check_that_rests_on_a_failed_figure_is_silent(tmp_path: Path) -> None:
    """The failure itself is told, not its echo."""
    data = small.copy(
        tmp_path,
        ("figures.yaml", '["music"]', '["musik"]'),
        ("figures.yaml", "sum(by_subject.teachers)", "left_music * 2"),
    )
    assert sentences(data) == ['No row is called "musik".']


@given(st.decimals("-50", "50", places=4))
def test_a_printed_number_agrees_with_what_rounds_to_it(value: Decimal) -> None:
    """And with nothing else."""
    exact = amounts.given(value, PERCENT)
    rounded = amounts.given(amounts.round_to(value, Decimal("0.1")), PERCENT)
    off = amounts.given(rounded.shown + Decimal("0.1"), PERCENT)
    assert sums.agree(rounded, exact)
    assert not sums.agree(off, exact)


@pytest.mark.parametrize(
    ("printed", "found", "agrees"),
    [("over", "5", True), ("over", "3", False), ("up_to", "4", True), ("about", "4.2", True)],
)
def test_loose_numbers_agree_with_all_they_allow(printed: str, found: str, agrees: bool) -> None:
    """ "Over 4" agrees with 5; "about 4" with what rounds to it."""
    loose = amounts.given(Decimal(4), PERCENT, printed)  # type: ignore[arg-type]
    assert sums.agree(loose, amounts.given(Decimal(found), PERCENT)) is agrees
