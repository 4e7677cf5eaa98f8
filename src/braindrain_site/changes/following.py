"""What differs from what is published, found out beside a preview by a process of its own.

A page must not wait for it: whoever saved a sentence wants to see that sentence.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from multiprocessing.connection import Connection
from pathlib import Path

from braindrain_site.changes import comparing, names, panel, versions
from braindrain_site.changes.versions import Unknown, Version
from braindrain_site.model.problems import Rejected
from braindrain_site.preview.panels import Differing

_REST = 0.3
"""Seconds without a save before it is worth while to begin."""
_PATIENT = 10
"""How far the process stands back for what somebody waits for."""


class Follower:
    """A process that looks at the project in *root* after each save, and has *tell* told of what
    differs; nothing does where there is no git, or nothing was published."""

    def __init__(self, root: Path, tell: Callable[[Differing], None]) -> None:
        self._tell = tell
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=follow, args=(root, theirs), daemon=True)
        self._process.start()
        theirs.close()
        threading.Thread(target=self._listen, daemon=True).start()

    def saved(self) -> None:
        """There is something new to look at."""
        with suppress(OSError):  # the process has ended, and the preview goes on without it
            self._ours.send(None)

    def close(self) -> None:
        """Ends the process."""
        self._process.terminate()
        self._process.join()
        self._ours.close()

    def _listen(self) -> None:
        with suppress(EOFError, OSError):
            while True:
                self._tell(self._ours.recv())


def follow(root: Path, saves: Connection) -> None:
    """Answers *saves*, several in haste with one answer, until nobody is there to tell of any."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever began it ends it
    os.nice(_PATIENT)
    with suppress(EOFError, OSError):
        while True:
            saves.recv()
            while saves.poll(_REST):
                saves.recv()
            saves.send(differing(root))


def differing(root: Path) -> Differing:
    """What differs now from what is published in *root*; nothing where that cannot be told."""
    try:
        commit = versions.published(root)
        after = versions.read(root / "data", root)
        before, renamed = names.followed(_published(root, commit), after, root, commit)
    except (Unknown, Rejected, OSError):
        return Differing()
    return panel.differing([*renamed, *comparing.changes(before, after)], after)


@lru_cache(maxsize=1)
def _published(root: Path, commit: str) -> Version:
    with versions.data_of(root, commit) as data:
        return versions.read(data, root)
