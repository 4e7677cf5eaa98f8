"""Names find room beside the ends of lines, and a leader where they had to move."""

from itertools import pairwise

from braindrain_site.charts import ends
from braindrain_site.charts.plots import entries
from braindrain_site.charts.scales import Scale
from braindrain_site.charts.style import WIDE, Look
from tests.support.frames_to_draw import LETTERS, frame

LOOK = Look(WIDE, LETTERS)
UP = Scale(0, 10, 200, 0)


def placed(*values: float) -> list[ends.End]:
    marks = entries(frame(*({"label": f"Line {value}", "value": value} for value in values)))
    blocks = [ends.block(mark, mark.label, 600, LOOK) for mark in marks]
    return ends.place(marks, blocks, UP, 0, 200, LOOK)


def test_names_far_apart_stand_at_their_lines() -> None:
    found = placed(2, 8)
    assert [ends.moved(end, UP, LOOK) for end in found] == [False, False]
    assert [[*ends.leader(end, 590, UP, LOOK)] for end in found] == [[], []]


def test_names_that_had_to_move_are_led_to() -> None:
    found = placed(5, 5.1, 5.2, 5.3)
    texts = [text for end in found for text in end.texts()]
    tops = sorted(text.y for text in texts)
    assert all(low + LOOK.pitch <= high + 0.01 for low, high in pairwise(tops))
    moved = [end for end in found if ends.moved(end, UP, LOOK)]
    assert moved
    (line,) = ends.leader(moved[0], 560, UP, LOOK)
    assert line.y == UP.at(moved[0].mark.value)
    assert line.y2 == moved[0].top + LOOK.pitch / 2
    assert 560 < line.x < line.x2 < 600


def test_words_far_from_the_end_of_a_line_are_led_to() -> None:
    (found,) = placed(5)
    (line,) = ends.leader(found, 300, UP, LOOK)
    assert (round(line.y), round(line.y2)) == (100, 100)
