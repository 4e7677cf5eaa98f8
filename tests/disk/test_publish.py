"""A reader has the old site whole or the new one whole, whatever happens to the build."""

import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from braindrain_site.disk import publish as publishing
from braindrain_site.disk.publish import publish, recover

OLD = {"index.html": b"old", "data/pay.csv": b"1", "gone/for/good.html": b"x"}
NEW = {"index.html": b"new", "data/pay.csv": b"2", "charts/pay/index.html": b"y"}

BUILD = """
import errno, os, signal, sys
from pathlib import Path
from braindrain_site.disk import publish

folder, step, harm, ability = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
if ability == "two renames":
    publish._exchanged = lambda one, other: False
left = step

def harmful(event, details):
    global left
    if event in {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "ctypes.dlsym"}:
        left -= 1
        if left == 0:
            if harm == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(errno.ENOSPC, "No space left on device")

sys.addaudithook(harmful)
publish.publish(%r, folder / "site")
print("unharmed" if left > 0 else "harmed, and went on")
"""
SOURCE = Path(publishing.__file__).parents[2]


def on_disk(folder: Path) -> Mapping[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def inside_site(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {f"site/{path}": content for path, content in files.items()}


def test_the_site_holds_exactly_the_files(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "site")
    publish(NEW, tmp_path / "site")

    assert on_disk(tmp_path) == inside_site(NEW)
    assert not (tmp_path / "site/gone").exists()


@pytest.mark.slow
@pytest.mark.parametrize("ability", ["exchange", "two renames"])
@pytest.mark.parametrize("harm", ["kill", "full disk"])
def test_harm_at_any_step_leaves_old_or_new(tmp_path: Path, harm: str, ability: str) -> None:
    """Each step that touches the disk is harmed in turn, until a build gets through unharmed."""
    harmed = Counter[bytes]()
    for step in range(1, 200):
        folder = tmp_path / str(step)
        folder.mkdir()
        publish(OLD, folder / "site")
        arguments = [str(folder), str(step), harm, ability]
        command = [sys.executable, "-c", BUILD % NEW, *arguments]
        ended = subprocess.run(
            command, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(SOURCE)}
        )
        if ended.stdout == "unharmed\n":
            break
        if ability == "exchange" or harm == "full disk":
            assert on_disk(folder / "site") in (OLD, NEW), ended.stderr
        recover(folder / "site")
        assert on_disk(folder) in (inside_site(OLD), inside_site(NEW)), ended.stderr
        harmed[(folder / "site/index.html").read_bytes()] += 1
    else:
        pytest.fail(f"no build got through: {ended.stderr}")

    assert on_disk(folder) == inside_site(NEW)
    assert harmed[b"old"] > 5, "steps before the change of places were harmed"
    assert harmed[b"new"] > 2, "steps after it were harmed too"


def test_the_next_build_mends_what_a_killed_one_left(tmp_path: Path) -> None:
    publish(OLD, tmp_path / ".site-old")
    publish({"half": b""}, tmp_path / ".site-new")

    publish(NEW, tmp_path / "site")

    assert on_disk(tmp_path) == inside_site(NEW)


@pytest.mark.parametrize(
    "path", ["../out", "/out", "a/../../out", "", "a//b", "./a", "a\\b", "a\0"]
)
def test_a_path_that_leads_out_is_refused(tmp_path: Path, path: str) -> None:
    publish(OLD, tmp_path / "site")

    with pytest.raises(ValueError, match="not a path inside the site"):
        publish({"index.html": b"new", path: b"bad"}, tmp_path / "site")

    assert on_disk(tmp_path / "site") == OLD


def test_a_file_where_a_folder_must_be_leaves_the_old_site(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "site")

    with pytest.raises(OSError):  # noqa: PT011  which one depends on the system
        publish({"a": b"", "a/b": b""}, tmp_path / "site")

    assert on_disk(tmp_path) == inside_site(OLD)


def test_a_linked_site_stays_linked(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")

    publish(NEW, tmp_path / "site")

    assert (tmp_path / "site").is_symlink()
    assert on_disk(tmp_path / "elsewhere") == NEW


def test_a_refused_second_rename_brings_the_old_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD, tmp_path / "site")
    monkeypatch.setattr(publishing, "_exchanged", lambda one, other: False)
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name == ".site-new":
            raise PermissionError("refused")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        publish(NEW, tmp_path / "site")

    assert on_disk(tmp_path) == inside_site(OLD)
