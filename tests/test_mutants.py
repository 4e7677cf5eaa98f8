"""Whatever lies in ``data/`` gives a site or problems in their places: no traceback, no hang."""

from pathlib import Path

import pytest

from tests.support import mutants


@pytest.mark.slow
def test_a_folder_with_something_amiss_is_published_or_told(tmp_path: Path) -> None:
    """A short run; ``python -m tests.support.mutants SEED COUNT`` tries as many as you like."""
    room, cache = tmp_path / "room", tmp_path / "cache"
    tried = [mutants.tried(7, number, room, cache) for number in range(150)]
    wrong = {number: found for number, found in enumerate(tried) if found[1]}
    assert not wrong


def test_a_mutant_is_the_same_again(tmp_path: Path) -> None:
    first, again = (mutants.tried(7, 3, tmp_path / name, tmp_path / "cache") for name in "ab")
    assert first == again
