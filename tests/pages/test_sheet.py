"""Tables for readers."""

import pytest

from braindrain_site.pages.sheet import Heading, Sheet


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ((("Hill", "2020", "5"), ("Lake", "2020", "5")), 1),
        ((("Hill", "2020", "5"), ("Hill", "2021", "5"), ("Lake", "2020", "5")), 2),
        ((("Hill", "2020", "5"), ("Hill", "2020", "6")), 1),  # a value is no name
        ((("Hill", "2020", "5"), ("Hill", "2020", "5")), 1),
        ((), 1),
    ],
)
def test_a_row_is_headed_by_what_tells_it_from_others(
    rows: tuple[tuple[str, ...], ...], heads: int
) -> None:
    columns = (Heading("Place"), Heading("Year"), Heading("Pay", numeric=True))
    assert Sheet("Pay", columns, rows).heads == heads
