"""What was made once is found again, until something that shapes it changes."""

import errno
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from braindrain_site.disk import cache as caching
from braindrain_site.disk.cache import Cache, leave, left


def never() -> str:
    raise AssertionError("it was made before")


def test_what_was_made_from_the_same_is_found_again(tmp_path: Path) -> None:
    assert Cache(tmp_path / "a", ()).text(("bar", 1), lambda: "절반") == "절반"
    assert Cache(tmp_path / "a", ()).text(("bar", 1), never) == "절반"
    assert Cache(tmp_path / "a", ()).text(("bar", 2), lambda: "other") == "other"


def test_bytes_are_kept_as_they_are(tmp_path: Path) -> None:
    Cache(tmp_path, ()).content("picture", lambda: b"\x89\r\n\x00")
    assert Cache(tmp_path, ()).content("picture", lambda: b"") == b"\x89\r\n\x00"


def test_a_changed_program_makes_everything_anew(tmp_path: Path) -> None:
    folder, program = tmp_path / "kept", tmp_path / "draws.py"
    program.write_text("old")
    Cache(folder, (program,)).text("bar", lambda: "as drawn")
    other = tmp_path / "draws_otherwise.py"
    other.write_text("new")
    with pytest.raises(AssertionError):
        Cache(folder, (other,)).text("bar", never)
    with pytest.raises(AssertionError):
        Cache(folder, (program,), ("jinja2",)).text("bar", never)


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache(None, ())
    assert cache.text("bar", lambda: "first") == "first"
    assert cache.text("bar", lambda: "second") == "second"


def test_only_the_same_program_finds_what_was_left(tmp_path: Path) -> None:
    leave(tmp_path / "memory", "digest", b"\x00words")
    assert left(tmp_path / "memory", "digest") == b"\x00words"
    assert left(tmp_path / "memory", "another") == b""
    (tmp_path / "memory").write_bytes((tmp_path / "memory").read_bytes()[:-1])
    assert left(tmp_path / "memory", "digest") == b""
    assert left(tmp_path / "nothing", "digest") == b""


def test_two_builds_may_make_the_same_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other begins and ends while the first has written and not yet put in place."""
    replace = Path.replace

    def late(path: Path, target: Path) -> Path:
        monkeypatch.setattr(Path, "replace", replace)
        assert Cache(tmp_path, ()).text("bar", lambda: "as drawn") == "as drawn"
        return path.replace(target)

    monkeypatch.setattr(Path, "replace", late)
    assert Cache(tmp_path, ()).text("bar", lambda: "as drawn") == "as drawn"
    assert len([*tmp_path.iterdir()]) == 1


def cut(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[:-1])


def flip(entry: Path) -> None:
    kept = bytearray(entry.read_bytes())
    kept[-1] ^= 1
    entry.write_bytes(kept)


def empty(entry: Path) -> None:
    entry.write_bytes(b"")


def replace_by_a_foreign_one(entry: Path) -> None:
    entry.write_bytes(b"<svg>of another program</svg>" * 9)


@pytest.mark.parametrize("spoil", [cut, flip, empty, replace_by_a_foreign_one, Path.unlink])
def test_a_spoiled_entry_is_made_again(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    Cache(tmp_path, ()).text("bar", lambda: "as drawn")
    [entry] = tmp_path.iterdir()
    spoil(entry)
    assert Cache(tmp_path, ()).text("bar", lambda: "as drawn") == "as drawn"
    assert Cache(tmp_path, ()).text("bar", never) == "as drawn"


def test_what_cannot_be_kept_is_made_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file where the folder was, a folder where the entry was, and a full disk."""
    kept = tmp_path / "kept"
    Cache(kept, ()).text("bar", lambda: "as drawn")
    [entry] = kept.iterdir()
    entry.unlink()
    entry.mkdir()
    assert Cache(kept, ()).text("bar", lambda: "as drawn") == "as drawn"
    assert [*kept.iterdir()] == [entry]

    shutil.rmtree(kept)
    kept.touch()
    assert Cache(kept, ()).text("bar", lambda: "as drawn") == "as drawn"

    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(caching, "NamedTemporaryFile", full)
    assert Cache(tmp_path, ()).text("bar", lambda: "as drawn") == "as drawn"
