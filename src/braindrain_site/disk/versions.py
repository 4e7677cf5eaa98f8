"""The versions that lie where a site is published: added once, never changed, never dropped."""

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from braindrain_site.disk.kept import Refused

_NAME = re.compile(r"\d{4}-\d\d-\d\d-[0-9a-f]{12}")
_HALF = ".half"
"""The folder of a version that is being written."""
ROOM = 800_000_000
"""Bytes that all versions may take: GitHub Pages publishes a gigabyte at most."""


def known(folder: Path) -> tuple[str, ...]:
    """The names of the versions in *folder*, the oldest first."""
    found = folder.iterdir() if folder.is_dir() else ()
    return tuple(sorted(path.name for path in found if _NAME.fullmatch(path.name)))


def add(
    pages: Mapping[str, bytes], store: Mapping[str, bytes], out: Path, name: str, room: int = ROOM
) -> int:
    """Adds to the site in *out* the *pages* of the version in the folder *name*, and what of its
    *store* is not there yet; returns how many bytes all versions then take.

    Raises Refused where that is more than *room*, and OSError when the disk refuses: then the
    version is not there, and may be added again.
    """
    folder = out / Path(name).parent
    shutil.rmtree(folder / _HALF, ignore_errors=True)
    new = {path: content for path, content in store.items() if not (out / path).exists()}
    taken = sum(map(len, [*pages.values(), *new.values()])) + size(folder)
    if taken > room:
        raise Refused(
            f"With this version, {folder.name}/ would take {taken / 1e6:.0f} MB, and has room for "
            f"{room / 1e6:.0f}. None is dropped: what was cited stays. Build without --keep, which "
            "leaves the versions as they are and adds none, and see docs/publishing.md."
        )
    for path, content in new.items():
        _write(out / f"{path}{_HALF}", content).rename(out / path)
    for path, content in pages.items():
        _write(folder / _HALF / path.removeprefix(f"{name}/"), content)
    if pages:
        (folder / _HALF).rename(out / name)
    return taken


def size(folder: Path) -> int:
    """How many bytes the files below *folder* hold."""
    return sum(
        (Path(at) / name).stat().st_size for at, _, names in os.walk(folder) for name in names
    )


def _write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
