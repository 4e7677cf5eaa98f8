"""What commands find around them: the clock, whoever watches, and what earlier builds left."""

import datetime as dt
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from braindrain_site import progress
from braindrain_site.disk import unchanged
from braindrain_site.disk.program import PROGRAM, templates_of

IN_THE_WAY = 3
"""The exit status where the surroundings are."""


def today() -> dt.date:
    """The day it is here."""
    return dt.date.today()


def clock() -> str:
    """The time of day, as people write it."""
    return time.strftime("%H:%M:%S")


def seconds() -> float:
    """What a clock that never goes back shows."""
    return time.monotonic()


def places(root: Path) -> tuple[Path, Path]:
    """Where a build finds its templates and the drawings it remembers."""
    return templates_of(root), root / ".cache" / "drawings"


def memory(root: Path) -> tuple[Path, str]:
    """Where a build leaves what it remembers, and for which program: a digest."""
    program = PROGRAM / "src", templates_of(root)
    return root / ".cache" / "memory", unchanged.digest_of(program)


@contextmanager
def telling() -> Iterator[progress.Phase]:
    """Tells the phases of what happens inside, if someone watches."""
    watched = sys.stderr and sys.stderr.isatty() and os.environ.get("CI") != "true"
    phase = progress.Progress(sys.stderr, time.monotonic) if watched else lambda *_: None
    try:
        yield phase
    finally:
        phase("")
