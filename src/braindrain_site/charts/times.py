"""Where a period lies in time, as a number of years."""

from collections.abc import Sequence

from braindrain_site.model.date_mistakes import UNDATED


def years(period: str) -> float:
    """When a period begins, in years: ``2024-07`` is 2024.5.

    >>> years("2024"), years("2024-07"), years("2021-01/2025-05")
    (2024.0, 2024.5, 2021.0)
    """
    year, month, day = _parts(period.split("/")[0])
    return year + (month - 1) / 12 + (day - 1) / 366


def until(period: str) -> float:
    """When a period ends, in years; a day is a moment, and ends when it begins.

    >>> until("2024"), until("2024-06"), until("2021-01/2023-12"), until("2024-07-01")
    (2025.0, 2024.5, 2024.0, 2024.5)
    """
    last = period.split("/")[-1]
    typed = [] if last in {"", *UNDATED} else last.split("-")
    return years(last) + [0, 1, 1 / 12, 0][len(typed)]


def _parts(moment: str) -> Sequence[int]:
    typed = [] if moment in {"", *UNDATED} else [int(part) for part in moment.split("-")]
    return [*typed, *[0, 1, 1][len(typed) :]]
