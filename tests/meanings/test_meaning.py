"""What words say, in other words: as the build tells it to whoever wrote them."""

from dataclasses import replace
from fractions import Fraction

import pytest

from braindrain_site.meanings import meaning
from braindrain_site.meanings.intervals import compared
from braindrain_site.meanings.meaning import Meaning

MORE = "the left side is more than the right"
OVER_FOUR = compared(">", Fraction(4))


@pytest.mark.parametrize(
    ("meant", "said"),
    [
        (meaning.number(OVER_FOUR), "more than 4"),
        (meaning.number(OVER_FOUR, timed=True), "more than 4 times what it was"),
        (meaning.share(OVER_FOUR), "more than 4"),
        (meaning.rank(3), "place 3"),
        (meaning.rank(3, alone=True), "place 3, shared with nobody"),
        (meaning.rank(2, -1), "place 2 from the bottom"),
        (meaning.direction(1), MORE),
        (
            meaning.direction(-1, timed=True),
            "the left side is less than the right, and is the later",
        ),
        (meaning.direction(0), "both sides are equal"),
        (meaning.direction(0, timed=True), "both sides are equal"),
        (meaning.turn(1), "a turn from below zero to the other side"),
        (meaning.turn(-1), "a turn from above zero to the other side"),
    ],
)
def test_in_words(meant: Meaning, said: str) -> None:
    assert str(meant) == said


def test_what_makes_a_difference_between_languages() -> None:
    """The number, the place and the way do; that one of them names a share does not."""
    assert meaning.number(OVER_FOUR) == meaning.share(OVER_FOUR)
    assert meaning.share(OVER_FOUR).relative
    assert not meaning.number(OVER_FOUR).relative
    assert meaning.number(OVER_FOUR) == meaning.number(OVER_FOUR, timed=True)
    assert not meaning.number(OVER_FOUR).timed
    assert not meaning.direction(1).timed
    assert meaning.number(OVER_FOUR) == replace(meaning.number(OVER_FOUR), amount=True)
    assert meaning.rank(3) != meaning.rank(3, alone=True) != meaning.rank(3, -1, alone=True)
    assert meaning.rank(3) == meaning.rank(3, 1)
    assert meaning.direction(1) != meaning.direction(-1)
