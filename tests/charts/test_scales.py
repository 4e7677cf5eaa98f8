"""Where a scale of values begins, and whether zero is on it."""

import pytest

from braindrain_site.charts.scales import levels


@pytest.mark.parametrize(
    ("values", "low", "high", "cut", "crosses"),
    [
        ([5], 0, 5, False, False),
        ([5, 5], 0, 5, False, False),
        ([-5], -5, 0, False, True),
        ([0, 0], 0, 1, False, False),
        ([1, 9], 0, 9, False, False),
        ([8, 9], 8, 9, True, False),
        ([-8, 5], -8, 5, False, True),
        ([-8, 0], -8, 0, False, True),
        ([-9, -1], -9, 0, False, True),
        ([-9, -8], -9, -8, True, False),
    ],
)
def test_levels_hold_zero_where_it_flattens_nothing(
    values: list[float], low: float, high: float, cut: bool, crosses: bool
) -> None:
    scale = levels(values, 100, 0)
    assert (scale.low, scale.high, scale.cut, scale.crosses) == (low, high, cut, crosses)
