"""What a check tells, and what it lists when it is asked to."""

import io
import sys
from pathlib import Path

import pytest

from braindrain_site import cli
from tests.support import project, small


def test_check_tells_what_nothing_uses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """At its place, and is content all the same."""
    small.copy(tmp_path)
    assert cli.main(["check"], tmp_path) == 0
    said = capsys.readouterr().out
    assert 'data/figures.yaml:33:1: Nothing uses the figure "pay_in_won" yet.' in said
    assert said.endswith("data/ is fine.\n")


def test_check_tells_how_much_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small.copy(tmp_path, ("figures.yaml", "pay_in_won:", "lost:\n  draft: true\npay_in_won:"))
    assert cli.main(["check"], tmp_path) == 0
    said = capsys.readouterr().out
    assert "1 draft is left out (figure lost).\n" in said


def test_check_lists_what_the_words_of_claims_were_read_as(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """At their places; those that say what they mean, with that."""
    (root / "data").rmdir()
    explained = "half_music:\n  means: {en: Three of six., ko: 여섯 가운데 셋.}"
    small.copy(root, ("claims.yaml", "half_music:", explained))
    assert cli.main(["check", "--claims"], root) == 0
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first == 'data/story/en/01-leaving.md:8:39: "more than twice": more than 2'
    assert second == '"Half", by its means: Three of six.'


def test_check_publishes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project.instead(monkeypatch, project.good)

    assert cli.main(["check"], root) == 0

    assert (root / "site/index.html").read_bytes() == b"old"


def test_check_lists_what_is_asked_for(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "data").rmdir()
    small.copy(root, ("figures.yaml", "as_printed:", "until: 2026-12-31\n  as_printed:"))

    assert cli.main(["check", "--grades", "--on", "2027-03-01"], root) == 0

    said = capsys.readouterr().out
    assert "pay_here: one_origin (1) – head_teacher: school_report" in said
    assert '"left" held until 2026-12-31.' in said
    assert "Overdue on 2027-03-01: 1." in said


def test_a_day_that_is_none_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--on", "2027-02-30"], root) == 1
    assert capsys.readouterr().err == (
        '--on says "2027-02-30", and there is no such day. February 2027 has 28 days.\n'
    )


@pytest.mark.parametrize(("ci", "shown"), [("true", False), ("", True)])
def test_phases_show_on_a_terminal_but_not_in_ci(
    root: Path, monkeypatch: pytest.MonkeyPatch, ci: str, shown: bool
) -> None:
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("CI", ci)
    project.instead(monkeypatch, project.good)

    cli.main(["check"], root)

    assert ("reading" in terminal.getvalue()) == shown
