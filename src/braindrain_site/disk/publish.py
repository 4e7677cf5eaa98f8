"""Puts finished pages on disk so that readers have the old site or the new one, never a mixture.

The new site is written beside the old one and the two change places in one step. Where the
system has no such step there are two, and `recover` undoes the first if the second never came.
A list in the site says what was made: all else that lies there is somebody's, and stays.
"""

import ctypes
import errno
import fcntl
import os
import shutil
import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from braindrain_site.disk.kept import MADE, Refused, carry_over, listed, not_made

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
"""From renameat2(2), Linux 3.15 and later."""
_OURS = {"data", "docs", "site", "src", "templates", "tests", ".git", ".github"}
"""Folders of a project that hold what is not to be built over."""
_ENDING = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)


def publish(files: Mapping[str, bytes], site: Path) -> None:
    """Make the folder *site* hold *files* (path with ``/`` → content) and what others put there.

    Raises ValueError for a path that leads out of the site, Refused where the folder is none to
    publish in, and OSError when the disk refuses; in every case the old site stays as it was. A
    signal to end waits until all is done.
    """
    for path in files:
        _require_inside(path)
    site = require_writable(site)
    with _alone(site.parent), _undisturbed():
        _recover(site)
        kept = not_made(files, site)
        new = _new(site)
        try:
            _write({**files, MADE: listed(files)}, new, site)
            carry_over(kept, site, new)
            _change_places(new, site)
        finally:
            shutil.rmtree(new, ignore_errors=True)


def recover(site: Path) -> None:
    """Bring back an old site that a killed build left aside; remove what it left half made.

    Raises Refused and OSError as `publish` does.
    """
    site = _folder(site)
    if os.path.lexists(_old(site)) or os.path.lexists(_new(site)):
        with _alone(site.parent), _undisturbed():
            _recover(site)


def require_writable(site: Path) -> Path:
    """The folder that *site* is or leads to, or will be, where it can change places with another.

    Raises Refused and OSError as `publish` does: better told before hundreds of pages are made.
    """
    site = _folder(site)
    if not os.access(site.parent, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, "This folder cannot be changed", str(site.parent))
    return site


def require_apart(out: Path, project: Path, versions: str = "") -> None:
    """Nothing, where the folder *out* is free to hold a site of *project* beside its ``site/``.

    Raises Refused where it is part of the project, holds it, or holds what no build made but for
    the folder of *versions*.
    """
    out, project = out.resolve(), project.resolve()
    inside = out.is_relative_to(project) and out.relative_to(project).parts[:1]
    if project.is_relative_to(out) or (inside and inside[0] in _OURS):
        raise Refused(f"{out.name} is a folder of the project. Name another, such as public.")
    if (
        out.is_dir()
        and any(path.name != versions for path in out.iterdir())
        and not (out / MADE).exists()
    ):
        raise Refused(f"{out.name}/ holds what no build made. Name another folder, or empty it.")


def _folder(site: Path) -> Path:
    """The folder that *site* is or leads to, or will be."""
    try:
        found = site.resolve()
    except RuntimeError:  # what Python 3.11 raises for links in a circle
        found = site
    if site.is_symlink() and not found.exists():
        raise Refused(f"{site.name} is a link that leads nowhere. Delete it, or mend it.")
    if found.exists() and not found.is_dir():
        raise Refused(f"{site.name} is no folder. Move it away: the pages need its name.")
    if os.path.ismount(found):
        raise _mounted(found)
    return found


def _mounted(site: Path) -> Refused:
    return Refused(
        f"{site.name}/ is a disk of its own, which no build can swap for a new one in one step. "
        "Mount the folder that it stands in."
    )


def _recover(site: Path) -> None:
    if _old(site).exists() and not site.exists():
        _old(site).rename(site)
    for left in (_old(site), _new(site)):
        if left.is_symlink() or left.is_file():
            left.unlink()
        elif left.exists():
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


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold back what would end the process until what happens inside has ended."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals come to the main thread
        return
    came: list[int] = []

    def hold(number: int, _: FrameType | None) -> None:
        came.append(number)

    held = [number for number in _ENDING if signal.getsignal(number) not in {signal.SIG_IGN, None}]
    before = [signal.signal(number, hold) for number in held]
    try:
        yield
    finally:
        for ending, handler in zip(held, before, strict=True):
            signal.signal(ending, handler)
        for number in came:
            signal.raise_signal(number)


def _require_inside(path: str) -> None:
    parts = path.split("/")
    if {"", ".", ".."} & set(parts) or "\\" in path or "\0" in path or path == MADE:
        raise ValueError(f'"{path}" is not a path inside the site')


def _write(files: Mapping[str, bytes], folder: Path, before: Path) -> None:
    """Write *files* so that they are on the disk, not only on their way to it.

    What stands in *before* as it is to be gets a second name: most files of most builds.
    """
    folder.mkdir()
    folders = {folder}
    for path, content in sorted(files.items()):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        folders.add(target.parent)
        if _stands(before / path, content) and _named(before / path, target):
            continue
        try:
            with target.open("xb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:  # a full disk does not say for which file
            error.filename = str(target)
            raise
    for written in folders:
        _settle(written)


def _stands(file: Path, content: bytes) -> bool:
    """Whether *file* is one, no link, and holds *content*."""
    try:
        return not file.is_symlink() and file.read_bytes() == content
    except OSError:
        return False


def _named(file: Path, name: Path) -> bool:
    """Gives *file* a second *name*; False on a disk where a file has but one."""
    try:
        os.link(file, name)
    except OSError:
        return False
    return True


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
    if code in {errno.EBUSY, errno.EXDEV}:
        raise _mounted(other)
    raise OSError(code, os.strerror(code), str(other))
