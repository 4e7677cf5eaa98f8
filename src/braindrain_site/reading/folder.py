"""The files of a folder of data, and why some of them may not be read."""

from collections.abc import Iterator
from pathlib import Path


def files(data: Path) -> Iterator[tuple[Path, str]]:
    """The files below *data* in order of their names, each with why it is not read, if it is not.

    Nothing outside *data* is opened, whatever links lead there.
    """
    yield from _paths(data, data, set())


def _paths(folder: Path, data: Path, followed: set[Path]) -> Iterator[tuple[Path, str]]:
    """The files below *folder* in order of their names, each with why it is not read, if it is not.

    Links are followed inside *data*; *followed* are the folders that links have led to.
    """
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~")) or path.name == "README.md":
            continue
        why = _strange(path, data, followed)
        if path.is_dir() and not why:
            yield from _paths(path, data, followed)
        else:
            yield path, why


def _strange(path: Path, data: Path, followed: set[Path]) -> str:
    """Why *path* is not read: it is no file, or leads where none may be read; else empty."""
    if path.is_symlink():
        try:
            target = path.resolve()
        except (OSError, RuntimeError):  # links in a circle
            return "This link leads nowhere."
        if not target.is_relative_to(data.resolve()):
            return f"This link leads out of {data.name}/."
        if not target.exists():
            return "This link leads nowhere."
        if target in followed:
            return "The folder that this link leads to is read already."
        if target.is_dir():
            followed.add(target)
    return "" if path.is_file() or path.is_dir() else "This is neither a file nor a folder."
