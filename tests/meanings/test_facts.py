"""What a formula makes sure of, and what does not follow from it."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from braindrain_site.judging.draft import Draft
from braindrain_site.meanings import english_claims
from braindrain_site.meanings.facts import Fact, described, facts, follows
from braindrain_site.meanings.intervals import Interval, exactly
from braindrain_site.meanings.meaning import direction, rank, turn
from tests.support import small

SCOPE = Draft(small.judged()[0]).figures.scope
PERIODS = {"pay_away": "2024", "pay_here": "2019", "left": "2021/2024"}


def sure(holds: str, words: str) -> bool:
    meaning = english_claims.read(words, {})
    assert meaning
    return follows(meaning, facts(holds, SCOPE, PERIODS))


@pytest.mark.parametrize(
    ("holds", "said"),
    [
        ("pay_away / pay_here > 2", "more than 2"),
        ("2 < pay_away / pay_here", "more than 2"),
        ("2 * left_music == left", "exactly 0.5"),
        ("2 * left > 8", "more than 4"),
        ("left > 5 and left <= 6", "more than 5 to 6"),
        ("share(left_music, left) < 2 / 3", "less than 2/3"),
        ("pay_away > pay_here", "the left side is more than the right"),
        ("pay_away >= pay_here", "1 or more"),
        ('rank(by_subject.teachers, "maths") == 2', "place 2"),
        ('by_subject.teachers["music"] == max(by_subject.teachers)', "place 1"),
        ("1 < 2", "nothing that words could say"),
    ],
)
def test_what_a_formula_makes_sure_of(holds: str, said: str) -> None:
    assert described(facts(holds, SCOPE, {})) == said


@pytest.mark.parametrize(
    ("holds", "words", "expected"),
    [
        ("pay_away / pay_here > 4", "more than four times", True),
        ("pay_away / pay_here > 4", "more than three times", True),
        ("pay_away / pay_here >= 4", "more than four times", False),
        ("pay_here / pay_away < 1 / 4", "more than four times", False),
        ("left > 1.8 and left < 2", "nearly two", True),
        ("left > 1.8", "nearly two", False),
        ("share_music < 0.27 and pay_here / pay_away < 0.25", "barely a quarter", True),
        ("share_music < 0.27 and pay_here / pay_away < 0.35", "barely a quarter", False),
        ("left < 0.25", "barely a quarter", False),
        ("share_music < 0.27 and left < 0.25", "barely a quarter", False),
        ("left > 4", "more than four", True),
        ("left > 4", "more than four times", False),
        ("4 < left", "four times or more", False),
        ("pay_multiple > 4", "more than four times", True),
        ("share_music > 0.4", "more than 40%", True),
        ("pay_away > 2 * pay_here", "more than twice", True),
        ("pay_away / left > 2 * pay_here / left_music", "more than twice", True),
        ("pay_away / (2 * left) > pay_here / left_music", "more than twice", True),
        ("2 * pay_away / left > pay_here / left_music", "more than twice", False),
        ("left > 0.5", "most", False),
        ("left > 4", "more than four of them", True),
        ("left == 0", "none", True),
        ("left > 1", "more than once", True),
        ("left > 2", "more than twice", False),
        ("pay_in_won / pay_away > 4", "more than four times", False),
        ("left > 0 and left > 1", "gain", True),
        ("left > 0 and pay_here > 0", "gain", True),
        ("left > 0 and pay_here < 0", "gain", False),
        ("pay_here > 0 and left < 0", "turned to a loss", True),
        ("pay_here < 0 and left > 0", "turned to a loss", False),
        ('rank(by_subject.teachers, "music") == 1', "the highest", True),
        ('rank(by_subject.teachers, "NA") == 3', "the lowest", True),
        ('rank(by_subject.teachers, "NA") == 3', "the highest", False),
        ("pay_here <= pay_away", "no hotter than Mars", True),
        ("pay_here < pay_away", "no hotter than Mars", True),
        ("pay_here / pay_away <= 1", "no hotter than Mars", True),
        ("pay_here / pay_away <= 1", "colder", False),
        ("pay_away > pay_here", "no hotter than Mars", False),
        ("pay_away > pay_here", "no colder than Mars", True),
        ("left == 1", "first", True),
        ("left > 1", "first", False),
        ("1 < 2", "more than a half", False),
    ],
)
def test_what_follows(holds: str, words: str, expected: bool) -> None:
    """All that the formula says must make sure of the words; the left side is spoken of."""
    assert sure(holds, words) is expected


def test_the_later_is_what_rises() -> None:
    """A verb of change is said of the later side; a comparison of either."""
    assert sure("pay_away > pay_here", "rose")
    assert not sure("pay_here < pay_away", "fell")
    assert sure("pay_here < pay_away", "less")
    assert not sure("pay_here / pay_away < 0.5", "plunged")
    assert sure("pay_away / pay_here < 0.5", "plunged")


def test_the_amount_of_a_figure_in_the_words() -> None:
    """It is known of the formula's figures; a bare number is not taken for an amount."""
    known = facts("pay_away > pay_here", SCOPE, {})
    named = english_claims.read("more than {pay_here}", {"pay_here": Fraction(20000)})
    bare = english_claims.read("more than four times", {})
    assert named
    assert bare
    assert not follows(bare, known)
    assert not follows(named, known)
    assert follows(replace(named, amount=True), known)
    assert [str(n) for n in known[0].numbers] == ["more than 1", "more than 20000"]
    times = english_claims.read("more than {pay_here} times", {"pay_here": Fraction(20000)})
    assert times
    assert not follows(replace(times, amount=True), known)


@pytest.mark.parametrize(
    ("holds", "numbers"),
    [
        ("pay_away > pay_here", ["more than 1", "more than 20000"]),
        ("2 * pay_away > pay_here", ["more than 0.5"]),
        ("pay_away > 2 * pay_here", ["more than 2"]),
        ("0 * pay_away < pay_here", []),
        ("pay_away > 0 * pay_here", []),
        ("-2 * pay_here < pay_away", []),
        ("pay_away > -2 * pay_here", []),
        ('left > by_subject.teachers["music"]', ["more than 1"]),
    ],
)
def test_two_sides_as_a_number(holds: str, numbers: list[str]) -> None:
    """As a ratio, where both are counted alike; as an amount, where a figure stands alone."""
    [known] = facts(holds, SCOPE, {})
    assert [str(number) for number in known.numbers] == numbers
    assert known.relative == (True, False)[: len(numbers)]
    assert not known.only_relative


@pytest.mark.parametrize(
    ("holds", "sign"),
    [
        ("pay_away / pay_here > 1.5", 1), ("pay_away / pay_here < 0.5", -1),
        ("pay_away / pay_here > 0.5", None), ("pay_away / pay_here == 1", 0),
        ("left == 0", 0), ("left > 0.5", 1), ("left < 0", -1), ("left > -1", None),
        ("pay_away == pay_here", 0), ("pay_away > pay_here", 1), ("pay_away > 2 * pay_here", None),
    ],
)  # fmt: skip
def test_which_side_is_more(holds: str, sign: int | None) -> None:
    """A ratio is set against one, any other number against nought."""
    assert facts(holds, SCOPE, {})[0].sign == sign


def test_the_earlier_side_is_told() -> None:
    """So that an editor sees why a verb of change does not follow."""
    told = [described(facts(h, SCOPE, PERIODS)) for h in ("pay_here < pay_away", "left > 1")]
    earlier = "the left side is less than the right, and the left side is the earlier"
    assert told == [earlier, "more than 1"]
    share = described(facts("pay_here / pay_away < 0.5", SCOPE, PERIODS))
    assert share == "less than 0.5, of which the upper part is the earlier"


@pytest.mark.parametrize("holds", ["-2 * left < 8", "0 * left < 8"])
def test_of_no_times_a_figure_nothing_is_known(holds: str) -> None:
    assert facts(holds, SCOPE, {})[0].numbers == (Interval(None, None),)


def test_two_bounds_of_a_ratio_are_both_known() -> None:
    [known] = facts("pay_away / pay_here > 2 and pay_away / pay_here < 3", SCOPE, {})
    assert known.ratio == Interval(Fraction(2), Fraction(3), True, True)


def test_the_largest_of_another_column_is_no_place() -> None:
    other = 'by_subject.teachers["music"] == max(by_subject.subject)'
    assert facts(other, SCOPE, {})[0].place is None


def test_every_fact_has_its_say() -> None:
    """One that goes back in time denies a change; a turn may come after another."""
    four = exactly(Fraction(4))
    forth, back = (Fact("a", (four,), ratio=four, sign=1, backwards=b) for b in (False, True))
    assert follows(direction(1, timed=True), [forth, forth])
    assert follows(direction(1, timed=True), [forth, back]) is False
    assert follows(turn(-1), [Fact("a", sign=sign) for sign in (-1, 1, -1)])
    assert not follows(rank(4, -1), [forth])
    assert follows(rank(4), [forth])


@pytest.mark.parametrize("month", ["", "-05"])
def test_rows_that_are_named_by_years(tmp_path: Path, month: str) -> None:
    """Or by months: they tell which side is the later."""
    rows = ("tables/by_subject.csv", "maths,2", f"2024{month},2\n2020{month},1")
    scope = small.judged(small.copy(tmp_path, rows))[1].scope
    rose, fell = (english_claims.read(words, {}) for words in ("rose", "fell"))
    assert rose
    assert fell
    then, now = (f'by_subject.teachers["{year}{month}"]' for year in (2020, 2024))
    assert follows(rose, facts(f"{now} > {then}", scope, {}))
    assert not follows(fell, facts(f"{then} < {now}", scope, {}))


def test_a_place_that_is_shared(tmp_path: Path) -> None:
    """A superlative is said of one alone; a place may be shared."""
    data = small.copy(tmp_path, ("tables/by_subject.csv", "maths,2", "maths,3"))
    known = facts('rank(by_subject.teachers, "music") == 1', small.judged(data)[1].scope, {})
    for words, expected in (("the highest", False), ("first", True)):
        meaning = english_claims.read(words, {})
        assert meaning
        assert follows(meaning, known) is expected
    assert described(known) == "place 1, which others share"


def test_a_turn_goes_forward_in_time() -> None:
    """From the earlier to the later, in whichever order they are written."""
    periods = {"left": "2020", "pay_here": "2023"}
    meaning = english_claims.read("turned to a loss", {})
    assert meaning
    assert follows(meaning, facts("left > 0 and pay_here < 0", SCOPE, periods))
    assert not follows(meaning, facts("pay_here > 0 and left < 0", SCOPE, periods))


def test_a_change_needs_two_things() -> None:
    """A single figure above nought may as well be a loss."""
    assert sure("left > 0", "gain")
    assert not sure("left > 0", "rose")
    assert not sure("left == 2", "doubled")
    assert sure("pay_away / pay_here == 2", "doubled")
    assert sure("change(pay_here, pay_away) > 0", "rose")
    assert sure("change(pay_here, pay_away) == 1", "doubled")
    assert sure("pay_away / pay_here < 0.9", "fell by more than a tenth")
    assert not sure("pay_away / pay_here < 0.95", "fell by more than a tenth")
    assert not sure("change(pay_here, pay_away) > 0.1", "more than half")
