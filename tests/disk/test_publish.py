"""A reader has the old site whole or the new one whole, whatever happens to the build."""

import errno
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from braindrain_site.disk import publish as publishing
from braindrain_site.disk.kept import MADE, Refused, made
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
    if event in {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link",
             "ctypes.dlsym"}:
        left -= 1
        if left == 0:
            if harm.startswith("SIG"):
                os.kill(os.getpid(), signal.Signals[harm])
                return
            raise OSError(errno.ENOSPC, "No space left on device")

sys.addaudithook(harmful)
publish.publish(%r, folder / "site")
print("unharmed" if left > 0 else "harmed, and went on")
"""
SOURCE = Path(publishing.__file__).parents[2]


def on_disk(folder: Path) -> Mapping[str, bytes]:
    """Every file below *folder* but the list of what was made."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MADE
    }


def inside_site(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {f"site/{path}": content for path, content in files.items()}


def test_the_site_holds_exactly_the_files(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "site")
    publish(NEW, tmp_path / "site")

    assert on_disk(tmp_path) == inside_site(NEW)
    assert not (tmp_path / "site/gone").exists()


def test_what_stays_the_same_is_not_written_again(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(OLD, site)
    (tmp_path / "elsewhere").write_bytes(b"new")
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(tmp_path / "elsewhere")
    before = (site / "gone/for/good.html").stat().st_ino

    publish({**NEW, "gone/for/good.html": b"x"}, site)

    assert (site / "gone/for/good.html").stat().st_ino == before
    assert not (site / "index.html").is_symlink()
    assert on_disk(site) == {**NEW, "gone/for/good.html": b"x"}


@pytest.mark.slow
@pytest.mark.parametrize("ability", ["exchange", "two renames"])
@pytest.mark.parametrize("harm", ["SIGKILL", "full disk"])
def test_harm_at_any_step_leaves_old_or_new(tmp_path: Path, harm: str, ability: str) -> None:
    """Each step that touches the disk is harmed in turn, until a build gets through unharmed."""
    old, new = {**OLD, **THEIRS}, {**NEW, **THEIRS}
    harmed = Counter[bytes]()
    for step in range(1, 200):
        folder = tmp_path / str(step)
        folder.mkdir()
        publish(OLD, folder / "site")
        add_theirs(folder / "site")
        arguments = [str(folder), str(step), harm, ability]
        command = [sys.executable, "-c", BUILD % NEW, *arguments]
        ended = subprocess.run(
            command, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(SOURCE)}
        )
        if ended.stdout == "unharmed\n":
            break
        if ability == "exchange" or harm == "full disk":
            assert on_disk(folder / "site") in (old, new), ended.stderr
        recover(folder / "site")
        assert on_disk(folder) in (inside_site(old), inside_site(new)), ended.stderr
        harmed[(folder / "site/index.html").read_bytes()] += 1
    else:
        pytest.fail(f"no build got through: {ended.stderr}")

    assert on_disk(folder) == inside_site(new)
    assert harmed[b"old"] > 5, "steps before the change of places were harmed"
    assert harmed[b"new"] > 2, "steps after it were harmed too"


@pytest.mark.slow
@pytest.mark.parametrize("harm", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_build_that_is_told_to_end_leaves_nothing_behind(tmp_path: Path, harm: str) -> None:
    """It ends by the signal, and not before the new site stands."""
    for step in range(5, 200, 5):
        folder = tmp_path / str(step)
        folder.mkdir()
        publish(OLD, folder / "site")
        command = [sys.executable, "-c", BUILD % NEW, str(folder), str(step), harm, "exchange"]
        ended = subprocess.run(
            command, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(SOURCE)}
        )
        assert on_disk(folder) == inside_site(NEW), ended.stderr
        if ended.stdout == "unharmed\n":
            break
        assert ended.returncode == -signal.Signals[harm] or "KeyboardInterrupt" in ended.stderr
    assert step > 20


def test_what_was_made_is_listed(tmp_path: Path) -> None:
    assert made(tmp_path / "site") == []
    publish(NEW, tmp_path / "site")
    assert made(tmp_path / "site") == sorted(NEW)


def test_the_next_build_mends_what_a_killed_one_left(tmp_path: Path) -> None:
    publish(OLD, tmp_path / ".site-old")
    publish({"half": b""}, tmp_path / ".site-new")

    publish(NEW, tmp_path / "site")

    assert on_disk(tmp_path) == inside_site(NEW)


@pytest.mark.parametrize("make", [Path.touch, lambda path: path.symlink_to("nowhere")])
@pytest.mark.parametrize("name", [".site-new", ".site-old"])
def test_what_stands_in_the_way_of_the_new_site_goes(
    tmp_path: Path, name: str, make: Callable[[Path], None]
) -> None:
    """The name is the build's own; a link is removed, not what it leads to."""
    publish(OLD, tmp_path / "site")
    make(tmp_path / name)

    publish(NEW, tmp_path / "site")

    assert on_disk(tmp_path) == inside_site(NEW)


@pytest.mark.parametrize(
    "path", [MADE, "../out", "/out", "a/../../out", "", "a//b", "./a", "a\\b", "a\0"]
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


THEIRS = {"CNAME": b"drain.example.org", ".git/config": b"[core]", "charts/notes.txt": b"mine"}


def add_theirs(site: Path) -> None:
    for path, content in THEIRS.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    (site / ".git/refs/tags").mkdir(parents=True)
    (site / ".well-known").symlink_to("elsewhere")


@pytest.mark.parametrize("swap", ["exchange", "two renames"])
@pytest.mark.parametrize("name", ["second name", "copy"])
def test_what_no_build_made_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swap: str, name: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("one name a file")

    if swap == "two renames":
        monkeypatch.setattr(publishing, "_exchanged", lambda one, other: False)
    if name == "copy":
        monkeypatch.setattr("os.link", refuse)
    site = tmp_path / "site"
    publish(OLD, site)
    add_theirs(site)

    publish(NEW, site)

    assert on_disk(site) == {**NEW, **THEIRS}
    assert (site / ".well-known").is_symlink()
    assert (site / ".git/refs/tags").is_dir()
    assert not (site / "gone").exists()


def test_a_folder_with_nothing_of_ours_is_filled(tmp_path: Path) -> None:
    """Such as a working tree of another branch, which git has just made."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/.git").write_bytes(b"gitdir: elsewhere")

    publish(NEW, tmp_path / "site")

    assert on_disk(tmp_path / "site") == {**NEW, ".git": b"gitdir: elsewhere"}


@pytest.mark.parametrize("theirs", ["index.html", "data", "charts/pay"])
def test_what_no_build_made_is_not_written_over(tmp_path: Path, theirs: str) -> None:
    target = tmp_path / "site" / theirs
    target.parent.mkdir(parents=True)
    target.write_bytes(b"mine")

    with pytest.raises(Refused, match=f"site/{theirs.partition('/')[0]}"):
        publish(NEW, tmp_path / "site")

    assert on_disk(tmp_path) == {f"site/{theirs}": b"mine"}


def as_a_file(site: Path) -> None:
    site.write_bytes(b"mine")


def as_a_link_to_a_file(site: Path) -> None:
    site.with_name("file").write_bytes(b"mine")
    site.symlink_to("file")


def as_a_broken_link(site: Path) -> None:
    site.symlink_to("nowhere")


def as_links_in_a_circle(site: Path) -> None:
    site.with_name("other").symlink_to("site")
    site.symlink_to("other")


@pytest.mark.parametrize(
    "stand", [as_a_file, as_a_link_to_a_file, as_a_broken_link, as_links_in_a_circle]
)
def test_where_no_folder_can_be_nothing_is_published(
    tmp_path: Path, stand: Callable[[Path], None]
) -> None:
    stand(tmp_path / "site")
    before = {path: path.is_symlink() for path in tmp_path.iterdir()}

    with pytest.raises(Refused, match="site is "):
        recover(tmp_path / "site")
    with pytest.raises(Refused, match="site is "):
        publish(NEW, tmp_path / "site")

    assert {path: path.is_symlink() for path in tmp_path.iterdir()} == before


def test_a_mounted_site_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told before anything is made, or where the system alone knows, when they change places."""
    publish(OLD, tmp_path / "site")
    monkeypatch.setattr("os.path.ismount", lambda path: Path(path).name == "site")
    with pytest.raises(Refused, match="a disk of its own"):
        recover(tmp_path / "site")
    monkeypatch.undo()
    monkeypatch.setattr("ctypes.CDLL", lambda *_, **__: Busy())
    monkeypatch.setattr("ctypes.get_errno", lambda: errno.EBUSY)

    with pytest.raises(Refused, match="a disk of its own"):
        publish(NEW, tmp_path / "site")

    assert on_disk(tmp_path) == inside_site(OLD)


class Busy:
    """A system that exchanges nothing."""

    def renameat2(self, *_: object) -> int:
        return -1


def test_a_site_that_cannot_be_removed_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD, tmp_path / "site")
    monkeypatch.setattr("os.access", lambda path, _: Path(path).name != "data")

    with pytest.raises(PermissionError, match="cannot be changed"):
        publish(NEW, tmp_path / "site")

    assert on_disk(tmp_path) == inside_site(OLD)


def test_builds_at_once_each_publish_the_whole(tmp_path: Path) -> None:
    """One waits for the other; the site is of the one that came last."""
    sites = [{"index.html": bytes([number]), f"{number}.html": b""} for number in range(8)]
    with ThreadPoolExecutor(len(sites)) as at_once:
        list(at_once.map(publish, sites, [tmp_path / "site"] * len(sites)))

    assert on_disk(tmp_path / "site") in sites
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
