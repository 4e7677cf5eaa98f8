"""The modules that read what people write are tested on nearly every branch."""

import io
import json
from pathlib import Path

import coverage
import pytest

READING = ["reading/*", "model/fields", "model/problems"]


def test_reading_is_tested_on_95_percent_of_its_branches(tmp_path: Path) -> None:
    """Runs after all others, under ``make test``; there is nothing to measure otherwise."""
    measured = coverage.Coverage.current()
    if measured is None:
        pytest.skip("not measuring: make test does")
    files = [f"*/braindrain_site/{name}.py" for name in READING]
    missing, counted = io.StringIO(), tmp_path / "counted.json"
    measured.report(include=files, file=missing, show_missing=True)
    measured.json_report(include=files, outfile=str(counted))
    totals = json.loads(counted.read_text())["totals"]

    share = totals["covered_branches"] / totals["num_branches"]
    assert share >= 0.95, f"{share:.1%} of branches\n{missing.getvalue()}"
