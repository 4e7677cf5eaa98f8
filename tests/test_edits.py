"""Whatever is saved in whatever order, a preview serves the bytes that a fresh build publishes."""

from pathlib import Path

import pytest

from tests.support import edits


@pytest.mark.slow
def test_what_is_remembered_never_shows(tmp_path: Path) -> None:
    """Twenty random saves; ``make bench`` makes a hundred."""
    published, refused = edits.compare(tmp_path, seed=2, count=20)
    assert published > 5
    assert refused > 1


@pytest.mark.slow
def test_what_a_build_keeps_is_what_it_would_make(tmp_path: Path) -> None:
    """Twelve random saves, after each a build that keeps what it can of the last site."""
    assert edits.compare_kept(tmp_path, seed=5, count=12) > 1
