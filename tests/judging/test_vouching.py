"""What needs something that vouches for it, by kind and place."""

import pytest

from braindrain_site.judging.vouching import CITED, OF_RECORDS, STATED, free
from braindrain_site.quantities.spans import NUMBERS


@pytest.mark.parametrize(
    ("field", "kinds"),
    [
        (("site.yaml", "title"), set()),
        (("charts.yaml", "headline"), set()),
        (("charts.yaml", "annotations"), set()),
        (("charts.yaml", "rows"), {"total"}),
        (("charts.yaml", "sides"), {"comparative"}),
        (("charts.yaml", "notes"), OF_RECORDS),
        (("figures.yaml", "label"), OF_RECORDS),
        (("tables", "note"), OF_RECORDS),
        (("words.yaml", "nav_story"), OF_RECORDS),
    ],
)
def test_what_may_stand_where(field: tuple[str, str], kinds: set[str]) -> None:
    assert free(field) == kinds


def test_a_number_needs_it_everywhere() -> None:
    """But in what documents are called, and where in them something stands."""
    assert not NUMBERS & STATED
    assert OF_RECORDS < STATED
    assert ("sources.yaml", "title") in CITED
