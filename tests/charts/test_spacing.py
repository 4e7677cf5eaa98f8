"""Labels are moved apart, but no further than they must."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from braindrain_site.charts.spacing import Box, room_for, spread

BLOCKS = st.lists(st.tuples(st.integers(0, 300), st.integers(1, 40)), min_size=1, max_size=10)


def test_what_has_room_stays_where_it_wants_to_be() -> None:
    assert spread([0, 50], [20, 20], 0) == [0, 50]


def test_two_that_touch_share_the_way() -> None:
    assert spread([40, 50], [20, 20], 0) == [35, 55]


def test_nothing_leaves_the_page() -> None:
    assert spread([-5, 0], [10, 10], 0) == [0, 10]
    assert spread([90, 95], [10, 10], 0, 100) == [80, 90]


@given(BLOCKS)
def test_blocks_never_overlap_and_keep_their_order(blocks: list[tuple[int, int]]) -> None:
    wanted, heights = zip(*blocks, strict=True)
    tops = spread(wanted, heights, 0, 320)
    order = sorted(range(len(blocks)), key=lambda number: wanted[number])
    assert min(tops) >= 0
    for one, other in pairwise(order):
        assert tops[one] + heights[one] <= tops[other] + 1e-6
    if sum(heights) <= 320:
        assert max(top + height for top, height in zip(tops, heights, strict=True)) <= 320 + 1e-6


def test_boxes_touch_when_they_share_a_pixel() -> None:
    box = Box(0, 0, 10, 10)
    assert box.touches(Box(9, 9, 20, 20))
    assert not box.touches(Box(10, 0, 20, 10))
    assert room_for([box], [Box(10, 0, 20, 10)])
    assert not room_for([box], [Box(30, 0, 40, 10), Box(5, 5, 6, 6)])
