"""Tells when an editor has saved something, wherever the folders lie and whatever replaced them."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import watchfiles
from watchfiles import Change
from watchfiles.main import FileChange

from braindrain_site.preview.newest import Preview
from braindrain_site.reading.folder import is_left_behind
from braindrain_site.reading.public import HIDDEN

_STEP, _DEBOUNCE = 10, 400
"""Milliseconds: after so many without a change, or so many in all, what was saved is taken up."""
_LOOK = 100
"""Milliseconds after which it is seen that a folder is not the one that was there."""


def keep_fresh(
    preview: Preview,
    watched: Sequence[Path],
    say: Callable[[str], None],
    stop: threading.Event | None = None,
) -> None:
    """Build, then rebuild whenever a file under *watched* is saved, until *stop* is set.

    *say* is told what there is to say of each build, empty when all is well.
    """
    stop = stop or threading.Event()
    while not stop.is_set():
        for _ in _saves(watched, stop):
            say(preview.rebuild())


def _saves(watched: Sequence[Path], stop: threading.Event) -> Iterator[None]:
    """Something once at first and after each burst of saves, until there are other folders.

    The system tells of what happens in a folder, not of a new one in its place: moved away and put
    back, unpacked anew, or behind a link that leads elsewhere now.
    """
    places = [_identity(folder) for folder in watched]
    folders = [*_folders(watched)]
    # Watching begins before the first build, so that nothing saved during it is missed.
    first = True
    for changes in watchfiles.watch(
        *folders,
        watch_filter=_Saved(watched),
        recursive=False,
        debounce=_DEBOUNCE,
        step=_STEP,
        rust_timeout=_LOOK,
        yield_on_timeout=True,
        stop_event=stop,
        ignore_permission_denied=True,
    ):
        if changes or first:
            yield
        late = first and folders != [*_folders(watched)]  # made while watching began
        if late or places != [*map(_identity, watched)] or _other_folders(changes, folders):
            return
        first = False


def _folders(watched: Sequence[Path]) -> Iterator[Path]:
    """The folders at and below *watched*, not where links lead: that may be the whole disk."""
    for top in watched:
        for folder, below, _ in os.walk(top):
            below[:] = [name for name in below if name != ".git"]
            yield Path(folder)


def _other_folders(changes: set[FileChange], folders: Sequence[Path]) -> bool:
    """Whether a folder has come, or one of *folders* has gone."""
    known = {*map(str, folders)}
    return any(path in known or Path(path).is_dir() for change, path in changes
               if change is not Change.modified)  # fmt: skip


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells the folder that stands there from another; None if there is none."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


class _Saved:
    """Whether a change is of a file that is read, and not of what a program leaves beside it."""

    def __init__(self, watched: Sequence[Path]) -> None:
        self._watched = {str(folder) for folder in watched}

    def __call__(self, _: Change, path: str) -> bool:
        name = Path(path).name
        return path in self._watched or name in HIDDEN or not is_left_behind(name)
