"""A build knows whether anything it reads or made has changed since the last."""

import os
from pathlib import Path

import pytest

from braindrain_site.disk import unchanged


@pytest.fixture
def read(tmp_path: Path) -> Path:
    """A folder as a build reads it."""
    (tmp_path / "data/tables").mkdir(parents=True)
    (tmp_path / "data/tables/pay.csv").write_text("a,1\n", "utf-8")
    return tmp_path / "data"


NONE = unchanged.Built("", "", "", "", {})
SOME = unchanged.Built("program", "data", "made", "3 files.\n한글\n", {"pages": "digest"})


def test_what_a_build_leaves_is_remembered(tmp_path: Path) -> None:
    record = tmp_path / ".cache/built"
    assert unchanged.last_build(record) == NONE
    unchanged.remember(record, SOME)
    assert unchanged.last_build(record) == SOME


def test_contents_names_and_places_count(read: Path) -> None:
    found = {unchanged.digest_of([read])}
    cell = read / "tables/pay.csv"
    cell.write_text("a,2\n", "utf-8")
    found.add(unchanged.digest_of([read]))
    cell = cell.rename(read / "tables/wages.csv")
    found.add(unchanged.digest_of([read]))
    (read / "empty.yaml").touch()
    found.add(unchanged.digest_of([read]))
    assert len(found) == 4


def test_a_link_counts_by_where_it_leads(tmp_path: Path, read: Path) -> None:
    """What it leads to is not read: it may be a device, or larger than memory."""
    found = set()
    for target in ("/dev/zero", "tables/pay.csv", "tables", tmp_path / "secret"):
        (read / "link").unlink(missing_ok=True)
        (read / "link").symlink_to(target)
        found.add(unchanged.digest_of([read]))
    assert len(found) == 4
    before = unchanged.digest_of([read])
    (tmp_path / "secret").write_text("new", "utf-8")
    assert unchanged.digest_of([read]) == before
    (read / "tables/pay.csv").unlink()
    os.mkfifo(read / "tables/pay.csv")
    assert unchanged.digest_of([read]) != before


def test_a_name_that_is_no_utf_8(read: Path) -> None:
    """The edition's reader tells it; here it counts like any other."""
    before = unchanged.digest_of([read])
    Path(os.fsdecode(bytes(read) + b"/\xff.md")).touch()
    assert unchanged.digest_of([read]) != before


def test_what_python_keeps_of_its_modules_does_not_count(read: Path) -> None:
    before = unchanged.digest_of([read])
    (read / "__pycache__").mkdir()
    (read / "__pycache__/cli.pyc").write_bytes(b"\0")
    assert unchanged.digest_of([read]) == before


@pytest.mark.parametrize("spoiled", [b"", b"\xff\xfe", b"one line", b"[1, 2]", b"{}", b"3"])
def test_a_spoiled_record_is_no_record(tmp_path: Path, spoiled: bytes) -> None:
    (tmp_path / "built").write_bytes(spoiled)
    assert unchanged.last_build(tmp_path / "built") == NONE


def test_what_cannot_be_remembered_is_not(tmp_path: Path) -> None:
    (tmp_path / ".cache").touch()
    unchanged.remember(tmp_path / ".cache/built", SOME)
    assert unchanged.last_build(tmp_path / ".cache/built") == NONE
