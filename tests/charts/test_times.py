"""Where a period lies in time."""

from braindrain_site.charts.times import years


def test_when_a_period_begins() -> None:
    assert years("2024") == 2024
    assert years("2024-07") == 2024.5
    assert years("2021-01/2025-05") == 2021
    assert 2024.5 < years("2024-07-15") < 2024.6
    assert years("not stated") == 0
    assert years("always") == 0
