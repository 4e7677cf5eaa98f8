"""The house style, by the tools that know it: format, common mistakes, types."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("command", ["ruff check", "ruff format --check", "mypy"])
def test_style(command: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", *command.split()], cwd=ROOT, capture_output=True, text=True
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize(("lock", "extras"), [("site", []), ("test", ["test"])])
def test_the_lock_pins_what_the_project_asks_for(lock: str, extras: list[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = sum(
        (project["optional-dependencies"][name] for name in extras), project["dependencies"]
    )
    locked = (ROOT / f".requirements/{lock}.txt").read_text()

    pinned = set(re.findall(r"^[\w.-]+==[^ ;\\]+", locked, re.M))
    assert set(asked) <= pinned, "run make lock"
    assert "://" not in locked, "where packages come from is each computer's own affair"
