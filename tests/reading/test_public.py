"""What an editor puts into ``public/`` is published as it is, or told."""

import os
from pathlib import Path

import pytest

from braindrain_site.model.problems import Rejected
from braindrain_site.reading import loading
from braindrain_site.reading.public import read_public
from tests.support import small


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder of data with files to publish as they are."""
    public = tmp_path / "data/public"
    (public / ".well-known").mkdir(parents=True)
    (public / "CNAME").write_bytes(b"drain.example.org\n")
    (public / ".nojekyll").touch()
    (public / ".well-known/security.txt").write_bytes(b"\xff\x00")
    return tmp_path / "data"


def told(data: Path) -> list[tuple[str, str]]:
    _, problems = read_public(data)
    return [(path, sentence) for path, sentence, _ in problems]


def test_files_are_taken_byte_for_byte(data: Path) -> None:
    files, problems = read_public(data)
    assert files == {
        ".nojekyll": b"", ".well-known/security.txt": b"\xff\x00", "CNAME": b"drain.example.org\n"
    }  # fmt: skip
    assert problems == []


@pytest.mark.parametrize(
    "name", [".DS_Store", ".git", ".env", "~$a.xlsx", "a.pdf~", "Thumbs.db", "README.md"]
)
def test_what_programs_leave_and_hidden_files_stay_unpublished(data: Path, name: str) -> None:
    (data / "public" / name).write_bytes(b"secret")
    files, problems = read_public(data)
    assert name not in files
    assert problems == []


def test_what_cannot_be_published_is_told(data: Path) -> None:
    public = data / "public"
    (public / "a b.pdf").touch()
    (public / "보고.pdf").touch()
    Path(os.fsdecode(bytes(public) + b"/\xff.pdf")).touch()
    (public / "out").symlink_to("/etc/hostname")
    (public / "circle").symlink_to("circle")
    (public / "folder").symlink_to(".well-known")
    os.mkfifo(public / "pipe")
    (public / "large").write_bytes(bytes(5_000_001))
    (public / "x/x/x/x/x/x/x/x/x").mkdir(parents=True)
    assert dict(told(data)) == {
        "public/a b.pdf": "This name cannot stand in an address.",
        "public/보고.pdf": "This name cannot stand in an address.",
        "public/\udcff.pdf": "This name cannot stand in an address.",
        "public/out": "This link leads out of data/.",
        "public/circle": "This link leads nowhere.",
        "public/folder": "This is a link to a folder.",
        "public/pipe": "This is neither a file nor a folder.",
        "public/large": "This file is larger than 5 MB.",
        "public/x/x/x/x/x/x/x/x/x": "These folders are nested too deep.",
    }


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.svg", "a.xhtml", "a.xml"])
def test_nothing_is_published_that_a_browser_could_run(data: Path, name: str) -> None:
    """A page of one's own beside ours would have all rights of ours; a word for a search engine
    that wants to know whose the site is, has none."""
    (data / "public" / name).write_bytes(b"\xef\xbb\xbf<svg onload='alert(1)'/>")
    assert told(data) == [
        (f"public/{name}", "A browser could run what this file holds, with the rights of the site.")
    ]
    (data / "public" / name).write_bytes(b"google-site-verification: a.html")
    assert told(data) == []


def test_all_together_have_an_end(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("braindrain_site.reading.public._LARGEST", 10)
    assert [path for path, _ in told(data)] == ["public"]


def test_it_is_a_folder(data: Path) -> None:
    (data / "public").rename(data / "elsewhere")
    assert told(data) == []
    (data / "public").touch()
    assert told(data) == [("public", "This is no folder.")]
    (data / "public").unlink()
    (data / "public").symlink_to("elsewhere")
    assert told(data) == [("public", "This is no folder.")]


def test_what_the_disk_refuses_is_told(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert {sentence for _, sentence in told(data)} == {"This cannot be read: permission denied."}


def test_an_edition_holds_it(tmp_path: Path) -> None:
    folder = small.copy(tmp_path)
    (folder / "public").mkdir()
    (folder / "public/CNAME").write_bytes(b"a")
    assert loading.load(folder).public["CNAME"].content == b"a"
    assert loading.load(folder).public["CNAME"].file == "data/public/CNAME"

    (folder / "public/a b").touch()
    with pytest.raises(Rejected) as caught:
        loading.load(folder)
    assert str(caught.value.problems[0].place) == "data/public/a b:1:1"
