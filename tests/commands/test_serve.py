"""What the preview tells in the terminal."""

import socket
from pathlib import Path

import pytest

from braindrain_site import cli
from braindrain_site.commands.serve import built
from tests.support import project
from tests.support.printed import ROOT


def test_a_taken_port_is_one_plain_sentence(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert cli.main(["serve", "--port", str(port)], root) == 3

    said = capsys.readouterr()
    assert said.err.startswith(f"The preview cannot use port {port}: Address already in use.\n")
    assert "make serve port=8001" in said.err
    assert "Traceback" not in said.err


def test_what_a_build_left_is_there_to_be_shown(root: Path) -> None:
    """And nothing that it did not make: a folder of that name may be anybody's."""
    site = root / "built"
    (site / "about").mkdir(parents=True)
    for path in ("index.html", "about/index.html", "own.txt"):
        (site / path).write_bytes(path.encode())
    assert not built(site)
    (site / ".made").write_bytes(b"about/index.html\ngone.html\nindex.html\n")
    files = built(site)
    assert {*files} == {"index.html", "about/index.html"}
    assert files["about/index.html"] == b"about/index.html"
    assert not built(root / "nowhere")


@pytest.mark.slow
def test_a_preview_on_such_a_terminal_goes_on(root: Path) -> None:
    data = project.two_languages(root)
    (root / "templates").rmdir()
    (root / "templates").symlink_to(ROOT / "templates")
    chapter = data / "story/ko/leaving.md"
    whole = chapter.read_text("utf-8")
    chapter.write_text(whole + "\n셋 12\n", "utf-8")

    serving = project.started(root, "serve --port 0", "ascii")
    assert serving.stdout is not None
    lines = iter(serving.stdout.readline, b"")
    assert any(b"? 12" in line for line in lines)
    chapter.write_text(whole, "utf-8")
    assert any(b"make site stops at" in line for line in lines)
    serving.terminate()
    assert b"Traceback" not in serving.communicate()[1]
