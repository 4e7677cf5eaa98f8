"""The files of a folder of data, and why some of them may not be read."""

import re
from collections.abc import Iterator
from pathlib import Path

PUBLIC = "public"
"""The folder whose files are published as they are."""
FONTS = "fonts"
"""The folder of the fonts that a story brings, with their licences."""
_LARGEST = 5_000_000
"""Bytes of a file that is read; the story with all its data is a tenth of it."""
_DEEPEST = 9
"""Folders in folders, where an edition has three."""
_LEFT_BEHIND = re.compile(
    r"[.~].*|.*~|#.*#|.*\.(?:sw[a-p]|bak|orig|tmp|temp|part|crdownload|download)"
    r"|Thumbs\.db|desktop\.ini|Icon\r?|__MACOSX|4913",
    re.IGNORECASE,
)
"""Copies kept while or since a file is open (vim, emacs, Office, browsers, merges), and what
Windows and macOS put into folders."""
Why = tuple[str, str] | None
"""A sentence and a hint on a file that is not read, or None for one that is."""


def files(data: Path) -> Iterator[tuple[Path, Why]]:
    """The files below *data* in order of their names, each with why it is not read, if it is not.

    What is published as it is, is not among them. Nothing outside *data* is opened, whatever links
    lead there.
    """
    yield from _paths(data, data, set())


def is_left_behind(name: str) -> bool:
    """Whether a file or folder called *name* is what editors and systems leave beside the work.

    >>> [is_left_behind(name) for name in ("figures.yaml~", ".figures.yaml.swp", "figures.yaml")]
    [True, True, False]
    """
    return _LEFT_BEHIND.fullmatch(name) is not None


def unreadable(error: OSError) -> tuple[str, str]:
    """What to say of a file or folder that the system does not let us read."""
    reason = (error.strerror or str(error)).lower()
    return f"This cannot be read: {reason}.", "Give yourself leave to read it, or delete it."


def _paths(folder: Path, data: Path, followed: set[Path]) -> Iterator[tuple[Path, Why]]:
    """The files below *folder* in order of their names, each with why it is not read.

    Links are followed inside *data*; *followed* are the folders that links have led to.
    """
    try:
        inside = sorted(folder.iterdir())
    except OSError as error:
        yield folder, unreadable(error)
        return
    for path in inside:
        if is_left_behind(path.name) or path.name == "README.md" or path == data / PUBLIC:
            continue
        try:
            why = strange(path, data, followed)
        except OSError as error:  # nobody may look into this folder
            why = unreadable(error)
        if not why and path.is_dir():
            yield from _paths(path, data, followed)
        else:
            yield path, why


def strange(path: Path, data: Path, followed: set[Path]) -> Why:
    """Why *path* is not read: it is no file, too much, or leads where none may be read."""
    hint = "Put the file itself here, or delete this."
    if path.is_symlink():
        try:
            target = path.resolve()
        except (OSError, RuntimeError):  # links in a circle
            return "This link leads nowhere.", hint
        if not target.is_relative_to(data.resolve()):
            return f"This link leads out of {data.name}/.", hint
        if not target.exists():
            return "This link leads nowhere.", hint
        if target in followed:
            return "The folder that this link leads to is read already.", hint
        if target.is_dir():
            followed.add(target)
    if len(path.relative_to(data).parts) > _DEEPEST:
        return "These folders are nested too deep.", "Delete them."
    if path.is_dir():
        return None
    if not path.is_file():
        return "This is neither a file nor a folder.", hint
    if path.stat().st_size > _LARGEST:
        font = path.relative_to(data).parts[0] == FONTS
        hint = "Save it as WOFF2, with fewer letters." if font else "Nothing here needs as much."
        return f"This file is larger than {_LARGEST // 1_000_000} MB.", hint
    return None
