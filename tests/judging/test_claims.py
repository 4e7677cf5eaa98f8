"""Worded comparisons hold or stop the build."""

from decimal import Decimal
from pathlib import Path

import pytest

from braindrain_site.figures.evaluation import Verdict
from braindrain_site.judging import claims
from braindrain_site.judging.draft import Draft
from braindrain_site.model import amounts
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


def test_which_claims_are_false(tmp_path: Path) -> None:
    """By name, and no others."""
    assert claims.false(Draft(loading.load(small.FOLDER))) == []
    lower = small.copy(tmp_path, ("figures.yaml", "value: 50000", "value: 30000"))
    assert claims.false(Draft(loading.load(lower))) == ["over_twice"]


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


def test_the_column_of_a_mistake(tmp_path: Path) -> None:
    """At the part of the condition, and with what may be meant."""
    data = small.copy(tmp_path, ("claims.yaml", "pay_away / pay_here > 2", "2 < pay_awy"))
    [problem] = claims.check(Draft(loading.load(data)))
    assert str(problem.place) == "data/claims.yaml:4:14"
    assert "pay_away" in problem.hint


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("left < 6", "6 teachers < 6, but the left side is 6, 0 too much"),
        ("left > 6", "6 teachers > 6, but the left side is 6, 0 too little"),
        ("left >= 6.5", "6 teachers >= 6.5, but the left side is 6, 0.5 too little"),
        ("left == 7", "6 teachers == 7, but the left side is 6, 1 too little"),
        (
            'by_subject.teachers["music"] > 7',
            'by_subject.teachers["music"] > 7, but the left side is 3, 4 too little',
        ),
        ("left == 5", "6 teachers == 5, but the left side is 6, 1 too much"),
        ("1 / left > 0.2", "1 / 6 teachers > 0.2, but the left side is 0.167, 0.033 too little"),
        (
            "pay_in_won / pay_here > 1377",  # 1,375 is about 1,400, which would be no less
            "27.5 million won / about $20,000 > 1377, but the left side is 1,375, 2 too little",
        ),
        (
            "1 / left > 0.16668",
            "1 / 6 teachers > 0.16668, but the left side is 0.166667, 0.000013 too little",
        ),
    ],
)
def test_how_far_it_is_from_true(tmp_path: Path, condition: str, told: str) -> None:
    """To the last digit printed or, where that hides it, to the second of what is between."""
    data = small.copy(tmp_path, ("claims.yaml", "pay_away / pay_here > 2", condition))
    assert sentences(data) == [
        f'data/story/en/01-leaving.md:8:25: The claim "over_twice" is not true: {told}.'
    ]


@pytest.mark.parametrize(
    ("condition", "span"),
    [
        ("pay_away / pay_here > 2.45", "anything from 2.439 up"),
        ("pay_here < 20100", "19,500 to 20,500"),
    ],
)
def test_what_the_words_allow(tmp_path: Path, condition: str, span: str) -> None:
    """True as printed, and perhaps not: the span is told."""
    data = small.copy(tmp_path, ("claims.yaml", "pay_away / pay_here > 2", condition))
    [problem] = claims.check(Draft(loading.load(data)))
    assert problem.sentence.startswith('The claim "over_twice" may be untrue: ')
    assert problem.sentence.endswith(f"and the words allow {span}.")
    assert problem.hint.startswith("Soften the words")


def test_a_claim_that_nobody_words_is_told_where_it_stands(tmp_path: Path) -> None:
    """No other claim's place is blamed."""
    spare = "spare:\n  holds: left > 7\nhalf_music:"
    [sentence] = sentences(small.copy(tmp_path, ("claims.yaml", "half_music:", spare)))
    assert sentence.startswith("data/claims.yaml:2:10: ")


def verdict(left: str, sign: str, right: str) -> Verdict:
    return Verdict(True, True, amounts.bare(Decimal(left)), sign, amounts.bare(Decimal(right)))


@pytest.mark.parametrize(
    ("left", "sign", "right", "margin"),
    [
        ("5", ">", "4", 0.25), ("3", "<", "4", 0.25), ("-5", "<", "-4", 0.25), ("3", ">", "0", 3),
        ("4", "==", "4", 0), ("5", "!=", "4", 0),
    ],
)  # fmt: skip
def test_margin(left: str, sign: str, right: str, margin: float) -> None:
    """A share of the edge, or of one where that is nought; an equality has none."""
    assert claims.margin(verdict(left, sign, right)) == margin


def test_the_nearest_to_false_comes_first() -> None:
    """With what is there now, and where it turns."""
    _, figures, judged = small.judged()
    assert claims.margins(judged, figures) == [
        "   0.0%  half_music: share(3 teachers, 6 teachers) == 0.5 (now 0.5, turns false at 0.5)",
        "  25.0%  over_twice: over $50,000 / about $20,000 > 2 (now 2.5, turns false at 2)",
    ]
