"""Whatever is saved in whatever order, a preview serves the bytes that a fresh build publishes."""

from pathlib import Path

import pytest

from tests.support import edits


@pytest.mark.slow
def test_what_is_remembered_never_shows(tmp_path: Path) -> None:
    """Twenty random saves; ``make bench`` makes a hundred."""
    published, refused = edits.compare(tmp_path, seed=4, count=20)
    assert published > 5
    assert refused > 1
