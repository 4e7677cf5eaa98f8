"""Worded comparisons hold or stop the build."""

from pathlib import Path

import pytest

from braindrain_site.judging import claims
from braindrain_site.judging.draft import Draft
from braindrain_site.reading import loading
from tests.support import small


def sentences(data: Path) -> list[str]:
    edition = loading.load(data)
    problems = claims.check(Draft(edition))
    return [f"{problem.place}: {problem.sentence}" for problem in problems]


def test_a_claim_that_holds_is_kept_with_its_verdict() -> None:
    """The verdict knows both sides."""
    _, _, judged = small.judged()
    assert judged["over_twice"].verdict.always
    assert judged["over_twice"].verdict.right.value == 2


def test_a_false_claim_is_told_where_it_is_worded(tmp_path: Path) -> None:
    """At the sentence, with the values filled in."""
    [sentence] = sentences(small.copy(tmp_path, ("figures.yaml", "value: 50000", "value: 30000")))
    assert sentence.startswith("data/story/en/01-leaving.md:8:")
    assert "over $30,000 / about $20,000 > 2" in sentence
    assert "1.5, 0.5 too little" in sentence


@pytest.mark.parametrize(
    ("condition", "count"),
    [
        ("pay_away / pay_here > 2.4", 0),
        ("pay_away / pay_here > 2.45", 1),
        ("pay_away / pay_here > 2.6", 1),
    ],
)
def test_a_claim_must_hold_for_all_that_the_words_allow(
    tmp_path: Path, condition: str, count: int
) -> None:
    """Over 50,000 against about 20,000 is at least 2.44, not 2.5."""
    data = small.copy(tmp_path, ("claims.yaml", "pay_away / pay_here > 2", condition))
    assert len(sentences(data)) == count


def test_a_claim_on_printed_values(tmp_path: Path) -> None:
    """It may say that it speaks of the numbers as printed."""
    loose = "pay_away / pay_here > 2.45\n  on: printed values"
    assert sentences(small.copy(tmp_path, ("claims.yaml", "pay_away / pay_here > 2", loose))) == []


@pytest.mark.parametrize(
    ("condition", "word"),
    [("nobody > 2", 'no figure "nobody"'), ("pay_away", "must compare")],
)
def test_a_condition_that_cannot_be_judged(tmp_path: Path, condition: str, word: str) -> None:
    """Told in claims.yaml, at the formula."""
    data = small.copy(tmp_path, ("claims.yaml", "pay_away / pay_here > 2", condition))
    [sentence] = sentences(data)
    assert sentence.startswith("data/claims.yaml:4:10")
    assert word in sentence


def test_a_claim_on_a_failed_figure_is_silent(tmp_path: Path) -> None:
    """The figure's own problem is enough."""
    data = small.copy(
        tmp_path,
        ("figures.yaml", '["music"]', '["musik"]'),
        ("claims.yaml", "pay_away / pay_here > 2", "left_music > 2"),
    )
    assert sentences(data) == []
