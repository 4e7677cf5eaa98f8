"""Whether a build would find everything as the last one left it: what it reads and what it made.

Kept apart from all that reads and draws, so that a build with nothing to do loads none of it.
"""

import hashlib
import json
import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache as once
from pathlib import Path
from typing import NamedTuple


def digest_of(places: Iterable[Path]) -> str:
    """A digest of the files at and below *places*, and of the Python and libraries at hand."""
    digest = hashlib.sha256(sys.version.encode())
    for name in sorted(_installed()):
        digest.update(name.encode())
    for place in places:
        for path in _files(place):
            digest.update(os.fsencode(f"{path}\0{_content(path)}\n"))
    return digest.hexdigest()


class Built(NamedTuple):
    """What a build left behind: digests of its *program*, of the *data* it read and of the site it
    *made*, what it *said*, and digests of what each part of the site was made from."""

    program: str
    data: str
    made: str
    said: str
    parts: Mapping[str, str]


def last_build(record: Path) -> Built:
    """What the last build left, as *record* tells, which may be deleted at any time."""
    try:
        found = Built(*json.loads(record.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return Built("", "", "", "", {})
    return found


def remember(record: Path, built: Built) -> None:
    """Keeps what a build leaves. Where nothing can be kept, the next makes all anew."""
    with suppress(OSError):
        record.parent.mkdir(parents=True, exist_ok=True)
        record.write_text(json.dumps(built, ensure_ascii=False), "utf-8")


@once
def _installed() -> tuple[str, ...]:
    """The libraries at hand, each named with its version."""
    return tuple(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))


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
