"""What an editor saves is seen, whatever the folders are called and whatever replaces them."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest
from watchfiles import Change

from braindrain_site.preview import watching
from braindrain_site.preview.newest import Made, Preview
from braindrain_site.preview.watching import keep_fresh

PATIENCE = 120.0


class Desk:
    """A folder of data that is watched, and what its chapter held at each build."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.chapter = data / "story/en/leaving.md"
        self.read: Queue[str] = Queue()

    def make(self) -> Made:
        try:
            self.read.put(self.chapter.read_text())
        except OSError:
            self.read.put("nothing")
        return Made({})

    def wait_for(self, words: str) -> None:
        """Until a build has read *words*. Raises Empty if none does."""
        while self.read.get(timeout=PATIENCE) != words:
            pass

    def save(self, words: str) -> None:
        self.chapter.parent.mkdir(parents=True, exist_ok=True)
        self.chapter.write_text(words)


@contextmanager
def watched(data: Path) -> Iterator[Desk]:
    """A desk at *data*, watched together with a folder that is not there."""
    desk, stop = Desk(data), threading.Event()
    folders = [data, data.with_name("templates")]
    preview = Preview(desk.make, str)
    watcher = threading.Thread(target=keep_fresh, args=(preview, folders, str, stop))
    watcher.start()
    try:
        yield desk
    finally:
        stop.set()
        watcher.join()


def chapter_in(data: Path) -> Path:
    Desk(data).save("first")
    return data


@pytest.mark.parametrize("name", [".venv/data", "node_modules/data", ".git/data", "a~/data"])
def test_a_save_is_seen_whatever_the_folders_are_called(tmp_path: Path, name: str) -> None:
    with watched(chapter_in(tmp_path / name)) as desk:
        desk.wait_for("first")
        desk.save("second")
        desk.wait_for("second")


def test_a_save_is_seen_through_links(tmp_path: Path) -> None:
    """The folder is a link, and so is the chapter in it."""
    real = tmp_path / "elsewhere"
    (real / ".drafts").mkdir(parents=True)
    (real / "story/en").mkdir(parents=True)
    (real / ".drafts/leaving.md").write_text("first")
    (real / "story/en/leaving.md").symlink_to("../../.drafts/leaving.md")
    (tmp_path / "data").symlink_to("elsewhere")
    with watched(tmp_path / "data") as desk:
        desk.wait_for("first")
        (real / ".drafts/leaving.md").write_text("second")
        desk.wait_for("second")

        chapter_in(tmp_path / "other")
        (tmp_path / "data").unlink()
        (tmp_path / "data").symlink_to("other")
        desk.wait_for("first")
        desk.save("third")
        desk.wait_for("third")


def move_aside_and_copy_back(folder: Path) -> None:
    folder.rename(folder.with_name("aside"))
    shutil.copytree(folder.with_name("aside"), folder)


def delete_and_make_anew(folder: Path) -> None:
    shutil.copytree(folder, folder.with_name("aside"))
    shutil.rmtree(folder)
    shutil.copytree(folder.with_name("aside"), folder)


def swap_for_a_copy(folder: Path) -> None:
    shutil.copytree(folder, folder.with_name("copy"))
    folder.rename(folder.with_name("aside"))
    folder.with_name("copy").rename(folder)


@pytest.mark.parametrize("below", ["", "story", "story/en"])
@pytest.mark.parametrize(
    "replace", [move_aside_and_copy_back, delete_and_make_anew, swap_for_a_copy]
)
def test_a_save_is_seen_after_a_folder_was_replaced(
    tmp_path: Path, below: str, replace: Callable[[Path], None]
) -> None:
    with watched(chapter_in(tmp_path / "data")) as desk:
        desk.wait_for("first")
        replace(desk.data / below)
        desk.save("second")
        desk.wait_for("second")
        desk.save("third")
        desk.wait_for("third")


def test_a_folder_that_is_away_may_come_back_later(tmp_path: Path) -> None:
    with watched(chapter_in(tmp_path / "data")) as desk:
        desk.wait_for("first")
        desk.data.rename(tmp_path / "aside")
        desk.wait_for("nothing")
        (tmp_path / "aside").rename(desk.data)
        desk.wait_for("first")
        desk.save("second")
        desk.wait_for("second")


def test_a_folder_that_is_new_is_watched_too(tmp_path: Path) -> None:
    with watched(tmp_path / "data") as desk:
        desk.wait_for("nothing")
        desk.data.mkdir()
        desk.save("first")
        desk.wait_for("first")
        desk.save("second")
        desk.wait_for("second")


def test_where_links_lead_is_not_watched(tmp_path: Path) -> None:
    """It may be the whole disk; what they lead to inside the folder is watched as it is."""
    data = chapter_in(tmp_path / "data")
    (data / "all").symlink_to("/")
    (data / "here").symlink_to("story")
    (data / ".git/objects").mkdir(parents=True)
    found = {path.relative_to(data).as_posix() for path in watching._folders([data])}
    assert found == {".", "story", "story/en"}


def test_what_a_program_leaves_beside_a_file_is_no_save(tmp_path: Path) -> None:
    """Unless it is the watched folder itself that is called so, or a name that hosts look for."""
    saved = watching._Saved([tmp_path / "data~"])
    assert saved(Change.deleted, str(tmp_path / "data~"))
    assert saved(Change.added, str(tmp_path / "data~/figures.yaml"))
    assert saved(Change.added, str(tmp_path / "data~/public/.nojekyll"))
    assert not saved(Change.added, str(tmp_path / "data~/figures.yaml~"))
