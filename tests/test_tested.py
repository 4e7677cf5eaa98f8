"""The modules that read what people write are tested on nearly every branch."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.printed import ROOT

MEASURED = ("src/braindrain_site/reading/*", "*/model/fields.py", "*/model/problems.py")
BY = (
    "tests/reading",
    "tests/model",
    "tests/test_data_readme.py",
    "tests/test_mistakes.py",
    "tests/test_newsroom.py",
    "tests/test_strangers.py",
)
"""The tests of what is measured; those of other modules get through it by the way."""


@pytest.mark.slow
def test_reading_is_tested_on_95_percent_of_its_branches(tmp_path: Path) -> None:
    """They run once more and by themselves: only what is measured is slowed down by it."""
    settings, counted = tmp_path / "coverage.toml", tmp_path / "counted.json"
    settings.write_text(
        "[tool.coverage.run]\nbranch = true\n"
        f"include = {json.dumps(MEASURED)}\ndata_file = {json.dumps(str(tmp_path / 'data'))}\n"
    )
    options = [
        "--cov",
        f"--cov-config={settings}",
        "--cov-report=term-missing",
        f"--cov-report=json:{counted}",
        f"--basetemp={tmp_path / 'run'}",
    ]
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", *options, *BY],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stdout
    totals = json.loads(counted.read_text())["totals"]

    share = totals["covered_branches"] / totals["num_branches"]
    assert share >= 0.95, f"{share:.1%} of branches\n{ended.stdout}"
