"""A source's error is worked around until the data holds what was expected of it."""

from pathlib import Path

import pytest

from braindrain_site import cli, recipe
from braindrain_site.judging import known_errors
from tests.support import small

PLACES = ["figure: left", "cell: 'by_subject.teachers[\"music\"]'"]


def told(tmp_path: Path, place: str, prints: int, expected: int) -> list[str]:
    error = f"{{{place}, prints: {prints}, expected: {expected}, found: 2025-01-02}}"
    edit = (
        "sources.yaml",
        "origin: school_board",
        f"origin: school_board\n  known_errors: [{error}]",
    )
    proof = recipe.judge(small.copy(tmp_path, edit))
    return [each.sentence for each in known_errors.mended(proof.edition, proof.amounts)]


@pytest.mark.parametrize(("place", "holds"), [(PLACES[0], 6), (PLACES[1], 3)])
def test_it_is_told_once_the_data_holds_what_was_expected(
    tmp_path: Path, place: str, holds: int
) -> None:
    assert told(tmp_path / "yet", place, holds, 9) == []
    [sentence] = told(tmp_path / "mended", place, 2, holds)
    assert f"now holds {holds}, as was expected" in sentence


def test_a_check_tells_it_and_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(tmp_path, PLACES[0], 2, 6)
    assert cli.main(["check"], tmp_path) == 0
    assert '"left" now holds 6, as was expected of "school_report"' in capsys.readouterr().out
