"""Whether a build would find everything as the last one left it: what it reads and what it made.

Kept apart from all that reads and draws, so that a build with nothing to do loads none of it.
"""

import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path


def digest_of(places: Iterable[Path]) -> str:
    """A digest of the files at and below *places*, and of the Python and libraries at hand."""
    digest = hashlib.sha256(sys.version.encode())
    for name in sorted(_installed()):
        digest.update(name.encode())
    for place in places:
        for path in _files(place):
            digest.update(os.fsencode(f"{path}\0{_content(path)}\n"))
    return digest.hexdigest()


def said_before(record: Path, read: str, made: Iterable[Path]) -> str | None:
    """What the last build said, if *read* and what it *made* are as it left them; else None.

    *read* is the digest of all that a build reads; *record* may be deleted at any time.
    """
    try:
        digests, _, said = record.read_text("utf-8").partition("\n")
    except (OSError, UnicodeError):
        return None
    return said if digests == f"{read} {digest_of(made)}" else None


def remember(record: Path, read: str, made: Iterable[Path], said: str) -> None:
    """Keeps what a build said, with the digest taken before it *read* and one of what it *made*.

    Where nothing can be kept, the next build makes all anew.
    """
    with suppress(OSError):
        record.parent.mkdir(parents=True, exist_ok=True)
        record.write_text(f"{read} {digest_of(made)}\n{said}", "utf-8")


def _installed() -> Iterator[str]:
    """The libraries at hand, each named with its version."""
    yield from (path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))


def _content(path: Path) -> str:
    """What stands for the content of *path*: of a link where it leads to, for that stays unread."""
    try:
        if path.is_symlink():
            return f"-> {path.readlink()}"
        if not path.is_file():
            return "no file"
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:  # reading the edition tells it
        return f"unreadable: {error.strerror}"


def _files(place: Path) -> Iterator[Path]:
    """The files and links at or below *place*, in one order, without what Python keeps."""
    if place.is_file():
        yield place
    for folder, below, names in os.walk(place):
        below[:] = sorted(name for name in below if name != "__pycache__")
        links = [name for name in below if _leads_on(Path(folder, name))]
        yield from (Path(folder, name) for name in sorted([*names, *links]))


def _leads_on(path: Path) -> bool:
    """Whether *path* is a link; where nobody may look, none is known."""
    try:
        return path.is_symlink()
    except OSError:
        return False
