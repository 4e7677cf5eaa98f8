"""What people write in place of a year, a day or a period, and what they are told to write."""

from collections.abc import Callable

import pytest

from braindrain_site.model.date_mistakes import day_mistake, period_mistake, year_mistake
from braindrain_site.model.number_mistakes import Mistake


@pytest.mark.parametrize(
    ("judge", "text", "hint"),
    [
        (year_mistake, "2024년", "Write 2024."),
        (year_mistake, "2021-2024", "needs type: period"),
        (day_mistake, "8 July 2025", "Write 2025-07-08."),
        (day_mistake, "2025.7.8.", "Write 2025-07-08."),
        (day_mistake, "11/22/2026", "Write 2026-11-22."),
        (day_mistake, "22/11/2026", "Write 2026-11-22."),
        (day_mistake, "22.11.2026.", "Write 2026-11-22."),
        (day_mistake, "22-11-2026", "Write 2026-11-22."),
        (day_mistake, "11/22/2026 3:15 PM", "Write 2026-11-22."),
        (day_mistake, "5/5/2026", "Write 2026-05-05."),
        (day_mistake, "3/4/2026", "It can be 2026-03-04 or 2026-04-03: write the one"),
        (day_mistake, "13/13/2026", "Write year, month and day, such as 2025-07-08."),
        (day_mistake, "11/22/26", "Write year, month and day, such as 2025-07-08."),
        (period_mistake, "11/22/2026", "Write 2026-11-22."),
        (period_mistake, "11/22/2026 - 11/25/2026", "Write 2026-11-22/2026-11-25."),
        (period_mistake, "3/4/2026", "It can be 2026-03-04 or 2026-04-03"),
        (day_mistake, "45000", "A spreadsheet counts days so."),
        (day_mistake, "2025-02-29", "February 2025 has 28 days."),
        (period_mistake, "2024-Q2", "Write 2024-04/2024-06."),
        (period_mistake, "2021~2024", "Write 2021/2024."),
        (period_mistake, "2021-24", "If a span is meant, write 2021/2024."),
        (period_mistake, "2025/2021", "Write the earlier end first: 2021/2025."),
        (period_mistake, "last year", 'write "not stated"'),
    ],
)
def test_what_is_meant_is_written_out(
    judge: Callable[[str], Mistake], text: str, hint: str
) -> None:
    """Where it can only mean one thing; else an example."""
    mistake = judge(text)
    assert mistake
    assert hint in mistake[1]


def test_what_is_right_is_left_alone() -> None:
    assert year_mistake("2024") is None
    assert day_mistake("2024-02-29") is None
    assert period_mistake("2021-01/2025-05") is None
