"""A headline is as large as the other words leave room for, and ends in no stump."""

from dataclasses import replace

from braindrain_site.charts.spacing import Box
from braindrain_site.pictures.canvas import Canvas
from braindrain_site.pictures.card_words import Words, fitting, set_words
from tests.support.letters import COLOURS, TYPE, letters, says

WORDS = Words("The board", "Half of the six teachers who left taught music", "By subject")
BOX = Box(50, 100, 550, 500)


def canvas() -> Canvas:
    return Canvas(600, TYPE, COLOURS)


def test_less_room_makes_a_smaller_headline_and_none_makes_none() -> None:
    large, small = (fitting(canvas(), WORDS, BOX._replace(bottom=foot)) for foot in (500, 300))
    assert large > small > 0
    assert fitting(canvas(), replace(WORDS, caveat="Not the same school."), BOX) <= large
    assert fitting(canvas(), WORDS, BOX._replace(bottom=130)) == 0
    assert fitting(canvas(), WORDS, BOX._replace(right=90)) == 0


def test_words_end_where_the_box_does_or_before() -> None:
    picture = canvas()
    end = set_words(picture, WORDS, fitting(picture, WORDS, BOX), BOX)
    svg = picture.finish(600, "t", "d")
    assert max(letter.y for letter in letters(svg)) < end <= BOX.bottom
    assert all(BOX.left - 5 < letter.x < BOX.right for letter in letters(svg))


def test_a_headline_with_a_stump_becomes_smaller() -> None:
    stump = replace(WORDS, headline="Half of the teachers who taught music, left", below="")
    size = fitting(canvas(), stump, BOX)
    lines = canvas().wrapped(stump.headline, 500, size, "display")
    widths = [canvas().width_of(line, size, "display") for line in lines]
    assert widths[-1] > max(widths) / 2


def test_a_caveat_begins_in_bold() -> None:
    picture = canvas()
    words = replace(WORDS, care="Read with care.", caveat="Read with care. Not the same school.")
    set_words(picture, words, 40, BOX)
    svg = picture.finish(600, "t", "d")
    assert says(svg, "Read with care.", "bold")
    assert says(svg, "Not the same school.")
    assert not says(svg, "Read with care.")
