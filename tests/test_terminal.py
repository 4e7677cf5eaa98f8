"""Whatever the terminal takes, the work goes on; ``test_cli`` shows it of whole commands."""

import errno
import io
import sys

import pytest

from braindrain_site import terminal


class Full(io.StringIO):
    """An output that takes no more."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def write(self, _: str) -> int:
        raise OSError(self.number, "No space left on device")


def test_what_cannot_be_printed_is_told_where_mistakes_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", Full(errno.ENOSPC))
    terminal.tell("all is well")
    assert capsys.readouterr().err == "Nothing more can be printed: No space left on device.\n"


def test_who_has_left_is_told_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", Full(errno.EPIPE))
    terminal.tell("all is well")
    assert capsys.readouterr().err == ""


def test_mistakes_that_nobody_can_be_told_stop_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Full(errno.ENOSPC))
    monkeypatch.setattr(sys, "stdout", Full(errno.ENOSPC))
    terminal.complain("something is wrong")
    terminal.tell("all is well")


def test_letters_a_terminal_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, "ascii"))
    terminal.make_ready()
    terminal.tell("한 \udcff …")
    assert written.getvalue() == b"? ? ?\n"


def test_things_are_counted() -> None:
    assert [terminal.counted(n, "page") for n in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]
