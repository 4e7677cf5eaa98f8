"""What lies in a site and no build made: it stays, or nothing is published.

A list in the site says what the last build made; a clone of the project has it too.
"""

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

MADE = ".made"
"""The list of what was made, a path a line, at the top of the site."""


class Refused(Exception):
    """Why a site cannot be published where it should be: a sentence, and what to do."""


def made(site: Path) -> list[str]:
    """The paths below *site* that the last build made, in order; none without its list."""
    try:
        return (site / MADE).read_text("utf-8").split("\n")[:-1]
    except (OSError, UnicodeError):
        return []


def listed(paths: Iterable[str]) -> bytes:
    """The list of what was made, as `made` reads it."""
    return "".join(f"{path}\n" for path in sorted(paths)).encode()


def not_made(files: Mapping[str, bytes], site: Path) -> list[str]:
    """What lies in *site* and no build made: files, links and empty folders.

    Raises Refused where one of them stands in the way of *files*.
    """
    ours, folders = _with_folders([*made(site), MADE]), _with_folders(files) - {*files}
    found = [path for path in _below(site) if path not in ours]
    in_the_way = [
        path
        for path in found
        if not _with_folders([path]).isdisjoint(files)
        or (path in folders and not (site / path).is_dir())
    ]
    if in_the_way:
        more = f" and {len(in_the_way) - 1} more" if len(in_the_way) > 1 else ""
        raise Refused(
            f"{site.name}/{in_the_way[0]}{more} would be written over, and no build made what is "
            f"there. Move it away, or delete {site.name}/ if nothing in it is to be kept."
        )
    return found


def _with_folders(paths: Iterable[str]) -> set[str]:
    """*paths* and every folder on the way to them."""
    found = set(paths)
    for path in [*found]:
        while (path := path.rpartition("/")[0]) and path not in found:
            found.add(path)
    return found


def _below(site: Path) -> Iterator[str]:
    """The files, links and empty folders below *site*.

    Raises OSError for a folder that cannot be changed: what cannot be removed is not to be swapped
    for a new one either.
    """
    for folder, names, files in os.walk(site):
        if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, "This folder cannot be changed", folder)
        here = Path(folder)
        links = [name for name in names if (here / name).is_symlink()]
        yield from ((here / name).relative_to(site).as_posix() for name in sorted(links + files))
        if not names and not files and here != site:
            yield here.relative_to(site).as_posix()


def carry_over(kept: Iterable[str], site: Path, new: Path) -> None:
    """Gives *new* a second name for each file that is kept, so that a killed build loses none."""
    for path in kept:
        old, target = site / path, new / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if old.is_dir() and not old.is_symlink():
            target.mkdir(exist_ok=True)
        else:
            _give_name(old, target)


def _give_name(old: Path, new: Path) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:  # a disk where a file has but one name
        shutil.copy2(old, new, follow_symlinks=False)
