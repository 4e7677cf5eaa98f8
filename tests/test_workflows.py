"""What runs on every change, every pull request and every night, read by a linter for workflows."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

WORKFLOWS = Path(__file__).parents[1] / ".github/workflows"
LINTER = Path(sys.executable).parent / "zizmor"
TRUSTING = """
name: Trusting
on: pull_request_target
jobs:
  run:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v6
        with:
          ref: ${{ github.event.pull_request.head.sha }}
      - run: echo "${{ github.event.pull_request.title }}"
"""


def lint(path: Path) -> subprocess.CompletedProcess[str]:
    """The linter's judgement, for which it asks no one elsewhere."""
    command = [str(LINTER), "--offline", "--no-config", "--no-progress", str(path)]
    return subprocess.run(command, capture_output=True, text=True)


def test_the_linter_finds_nothing() -> None:
    done = lint(WORKFLOWS)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_linter_finds_what_trusts_strangers(tmp_path: Path) -> None:
    workflow = tmp_path / ".github/workflows/trusting.yml"
    workflow.parent.mkdir(parents=True)
    workflow.write_text(TRUSTING)
    done = lint(workflow)
    assert done.returncode > 0
    for finding in ("dangerous-triggers", "template-injection", "unpinned-uses"):
        assert finding in done.stdout


@pytest.mark.parametrize("path", sorted(WORKFLOWS.glob("*.yml")), ids=lambda path: path.stem)
def test_what_others_wrote_is_named_by_its_content_and_its_version(path: Path) -> None:
    """A tag can be moved; the hash of a commit cannot."""
    used = re.findall(r"uses: (.*)", path.read_text("utf-8"))
    assert used
    assert [it for it in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", it)] == []


def test_one_action_has_one_version() -> None:
    text = "".join(path.read_text("utf-8") for path in WORKFLOWS.glob("*.yml"))
    versions = set(re.findall(r"uses: (\S+)@(\S+)", text))
    assert len(versions) == len({name for name, _ in versions})
