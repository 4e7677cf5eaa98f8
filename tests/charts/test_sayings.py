"""Words on a chart of lines keep clear of every line, at any width."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from braindrain_site.charts.sayings import clear
from braindrain_site.charts.spacing import Box
from braindrain_site.charts.style import NARROW, WIDE
from tests.support.drawings import assert_readable, boxes, draw, lines
from tests.support.frames_to_draw import frame

BOX = Box(10, 10, 30, 20)


@pytest.mark.parametrize(
    ("xs", "ys", "free"),
    [
        ([0, 40], [15, 15], False),
        ([0, 40], [9, 9], False),
        ([0, 40], [5, 5], True),
        ([0, 5], [15, 15], True),
        ([19.6, 20.4], [-200, 400], False),
        ([0, 9, 40], [60, 60, 60], True),
    ],
)
def test_a_line_is_seen_wherever_it_runs(xs: list[float], ys: list[float], free: bool) -> None:
    """However steep, as thick as it is drawn, and only where it is."""
    assert clear(BOX, [(xs, ys)]) is free


@pytest.mark.slow
@settings(max_examples=20)
@given(
    st.lists(
        st.lists(st.integers(-40, 100), min_size=2, max_size=6), min_size=1, max_size=4
    ),
    st.booleans(), st.booleans(), st.sampled_from([WIDE, NARROW]),
)  # fmt: skip
def test_no_words_touch_a_line_or_other_words(
    series: list[list[int]], index: bool, noted: bool, width: int
) -> None:
    """Lines and indexes, notes and leaders, whatever the values."""
    note = "three meadows were mown that spring" if noted else ""
    made = frame(
        *(
            {
                "series": f"Meadow {number}", "x": str(2019 + at), "x_at": 2019.0 + at,
                "value": 100 if index and not at else value, "marked": "subject" * (not number),
                "note": note * (at == len(values) - 1 and not number),
            }
            for number, values in enumerate(series)
            for at, value in enumerate(values)
        )
    )  # fmt: skip
    drawing = draw("line", made, width)
    assert_readable(drawing, width)
    for name, box in boxes(drawing, width).items():
        for way in lines(drawing):
            for one, other in pairwise(way):
                course = ([one[0], other[0]], [one[1], other[1]])
                assert clear(box, [course]), f"{name} touches {course}"


def test_lines_that_begin_apart_say_where_before_they_begin() -> None:
    """There no line can come between a value and its point."""
    starts = {"Private": (6, 81), "Public": (20, 8)}
    made = frame(
        *(
            {"series": name, "x": str(at), "x_at": float(at), "value": value}
            for name, values in starts.items()
            for at, value in enumerate(values, 2023)
        )
    )
    drawing = draw("line", made, NARROW)
    left = min(x for way in lines(drawing) for x, _ in way)
    before = [name for name, box in boxes(drawing, NARROW).items() if box.right < left]
    assert sorted(name.split()[-1] for name in before) == ["20", "6"]
