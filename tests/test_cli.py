"""The commands as a person uses them; what they call is replaced, what they say is not."""

import errno
import os
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from braindrain_site import cli
from braindrain_site.disk.kept import Refused
from braindrain_site.model.files import Files
from tests.support import project
from tests.support.printed import ROOT


@pytest.mark.parametrize(
    ("command", "left"), [("build", "site/ is as it was."), ("check", "Nothing was written.")]
)
def test_all_problems_are_told_in_order_and_the_site_stays(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    command: str, left: str,
) -> None:  # fmt: skip
    project.instead(monkeypatch, project.bad)

    assert cli.main([command], root) == 1

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "data/a.yaml:1:1: The title is missing.\n"
        "\n"
        "data/b.yaml:2:3: The year is missing.\n"
        "    2 | second\n"
        "      |   ^\n"
        "   Write one.\n"
        "\n"
        f"2 problems. {left}\n"
    )
    assert (root / "site/index.html").read_bytes() == b"old"


@pytest.mark.parametrize("out", ["", "public"])
def test_a_site_that_is_not_there_is_not_said_to_stay(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], out: str
) -> None:
    """The folder that was asked for."""
    project.instead(monkeypatch, project.bad)
    shutil.rmtree(root / "site")
    monkeypatch.chdir(root)
    assert cli.main([*(["--out", out] if out else [])], root) == 1
    assert capsys.readouterr().err.endswith(f"2 problems. {out or 'site'}/ was not made.\n")
    if out:
        (root / out).mkdir()
        assert cli.main(["--out", out], root) == 1
        assert capsys.readouterr().err.endswith("2 problems. public/ is as it was.\n")


def test_a_fault_of_our_own_is_not_hidden(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project.instead(monkeypatch, project.broken)

    with pytest.raises(ZeroDivisionError):
        cli.main([], root)

    assert (root / "site/index.html").read_bytes() == b"old"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.EIO, "Input/output error", "{root}/site"), "site: input/output error."),
        (OSError(errno.ENOSPC, "No space left on device"), "The disk refuses: no space left"),
        (Refused("site is no folder."), "site is no folder."),
    ],
)
def test_surroundings_in_the_way_are_a_sentence(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: Exception,
    words: str,
) -> None:
    def refuse(*_: object) -> None:
        if isinstance(error, OSError) and error.filename:
            error.filename = str(root / "site")
        raise error

    project.instead(monkeypatch, project.good)
    monkeypatch.setattr("braindrain_site.disk.publish.publish", refuse)

    assert cli.main([], root) == 3

    said = capsys.readouterr().err
    assert said.startswith(words)
    assert said.endswith("site/ is as it was.\n")


@pytest.mark.slow
def test_an_output_that_takes_nothing_more_stops_no_work(root: Path) -> None:
    """It is told of where that can be, and where the reader has left not even that."""
    data = project.two_languages(root)
    with Path("/dev/full").open("wb") as full:
        ended = project.started(root, "reviewed leaving", stdout=full)
        assert b"No space left on device" in ended.communicate()[1]
    assert ended.returncode == 0
    assert "Read {{" in (data / "reviewed/ko/leaving.md").read_text("utf-8")

    with project.started(root, "check") as ended:
        assert ended.stdout is not None
        assert ended.stderr is not None
        ended.stdout.close()
        assert (ended.stderr.read(), ended.wait()) == (b"", 0)


@pytest.mark.slow
def test_a_terminal_that_knows_few_letters_gets_question_marks(root: Path) -> None:
    data = project.two_languages(root)
    chapter = data / "story/ko/leaving.md"
    chapter.write_text(chapter.read_text("utf-8") + "\n셋 12\n", "utf-8")

    checked = project.started(root, "check", "ascii")
    out, errors = checked.communicate()

    assert checked.returncode == 1
    assert b"? 12" in errors
    assert b"Traceback" not in out + errors


def test_interrupting_is_no_fault(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> Files:
        raise KeyboardInterrupt

    project.instead(monkeypatch, interrupted)

    assert cli.main([], root) == 130


def test_the_command_works_on_the_folder_that_one_is_in(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    [(name, command)] = script.items()
    project.instead(monkeypatch, project.good)
    monkeypatch.chdir(root)
    monkeypatch.setattr(sys, "argv", [name, "check"])

    assert EntryPoint(name, command, "console_scripts").load()() == 0
    assert "data/ is fine." in capsys.readouterr().out


def test_the_program_starts_from_any_folder(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "--help"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )

    assert {"build", "check", "serve"} <= set(ended.stdout.split())


def test_what_is_to_begin_needs_a_name(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["new", "claim"], root) == 2
    assert capsys.readouterr().err == 'Say which: make new what="claim its_name".\n'
