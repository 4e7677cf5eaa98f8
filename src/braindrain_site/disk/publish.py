"""Puts finished pages on disk so that readers have the old site or the new one, never a mixture.

The new site is written beside the old one and the two change places in one step. Where the
system has no such step there are two, and `recover` undoes the first if the second never came.
"""

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
"""From renameat2(2), Linux 3.15 and later."""


def publish(files: Mapping[str, bytes], site: Path) -> None:
    """Make the folder *site* hold exactly *files* (path with ``/`` → content).

    Raises ValueError for a path that leads out of the site and OSError when the disk refuses;
    either way the old site stays as it was.
    """
    for path in files:
        _require_inside(path)
    site = site.resolve()
    recover(site)
    with _alone(site.parent):
        new = _new(site)
        try:
            _write(files, new)
            _change_places(new, site)
        finally:
            shutil.rmtree(new, ignore_errors=True)


def recover(site: Path) -> None:
    """Bring back an old site that a killed build left aside; remove what it left half made."""
    site = site.resolve()
    with _alone(site.parent):
        if _old(site).exists() and not site.exists():
            _old(site).rename(site)
        for left in (_old(site), _new(site)):
            if left.exists():
                shutil.rmtree(left)


def _new(site: Path) -> Path:
    return site.with_name(f".{site.name}-new")


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}-old")


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait for any other build that publishes into *folder*; the lock ends with its process."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _require_inside(path: str) -> None:
    parts = path.split("/")
    if {"", ".", ".."} & set(parts) or "\\" in path or "\0" in path:
        raise ValueError(f'"{path}" is not a path inside the site')


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write *files* so that they are on the disk, not only on their way to it."""
    folder.mkdir()
    folders = {folder}
    for path, content in sorted(files.items()):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        folders.add(target.parent)
        with target.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    for written in folders:
        _settle(written)


def _settle(folder: Path) -> None:
    """Make the names in *folder* survive a power cut, as fsync does for what is in a file."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _change_places(new: Path, site: Path) -> None:
    if not site.exists():
        new.rename(site)
    elif not _exchanged(new, site):
        site.rename(_old(site))
        try:
            new.rename(site)
        except OSError:
            _old(site).rename(site)
            raise
        shutil.rmtree(_old(site), ignore_errors=True)
    _settle(site.parent)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the disk cannot."""
    system = ctypes.CDLL(None, use_errno=True)
    if not hasattr(system, "renameat2"):
        return False
    names = os.fsencode(one), os.fsencode(other)
    if system.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))
