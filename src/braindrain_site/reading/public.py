"""The files that are published as they are: what lies in ``data/public/``."""

import re
from collections.abc import Iterator
from pathlib import Path

from braindrain_site.reading.folder import PUBLIC, Why, is_left_behind, strange, unreadable

HIDDEN = (".well-known", ".nojekyll", ".htaccess", ".domains")
"""The hidden names that hosts look for; any other is left out."""
_LARGEST = 50_000_000
"""Bytes of all together: a site is cloned and copied whole."""
_NAME = re.compile(r"[A-Za-z0-9._~@+-]{1,100}")
"""What stands in an address as it is (RFC 3986, 2.3), and nothing that a disk refuses."""
_PAGE = re.compile(r"\.(x?html?|xht|svg|xml|xsl|rdf|atom|rss)", re.IGNORECASE)
"""Kinds of file that a browser shows as a page, which may hold a program."""
_PROGRAM = re.compile(r"\.(m?js|wasm|svgz)", re.IGNORECASE)
_ALIVE = (
    "A browser could run what this file holds, with the rights of the site.",
    "Publish it as a PDF, a picture or plain text, or from another address.",
)


def read_public(data: Path) -> tuple[dict[str, bytes], list[tuple[str, str, str]]]:
    """Path below ``public/`` → content, and what is wrong: a path below *data*, sentence, hint."""
    files: dict[str, bytes] = {}
    problems: list[tuple[str, str, str]] = []
    top, size = data / PUBLIC, 0
    if not top.exists() and not top.is_symlink():
        return files, problems
    for path, why in _entries(top, data):
        name = path.relative_to(data).as_posix()
        content = b""
        if why is None and size <= _LARGEST:
            content, why = _read(path)
        if why is None:
            files[path.relative_to(top).as_posix()] = content
            size += len(content)
        else:
            problems.append((name, *why))
    if size > _LARGEST:
        sentence = f"The files in here have more than {_LARGEST // 1_000_000} MB together."
        problems.append((PUBLIC, sentence, "Let another host keep what is large, and link to it."))
    return files, problems


def _read(path: Path) -> tuple[bytes, Why]:
    """What the file at *path* holds, and why it is not published."""
    try:
        content = path.read_bytes()
    except OSError as error:
        return b"", unreadable(error)
    page = _PAGE.fullmatch(path.suffix) and b"<" in content
    return content, _ALIVE if page or _PROGRAM.fullmatch(path.suffix) else None


def _entries(path: Path, data: Path) -> Iterator[tuple[Path, Why]]:
    """The files at and below *path* in order, each with why it is not read, if it is not."""
    if path.name not in HIDDEN and (is_left_behind(path.name) or path.name == "README.md"):
        return
    try:
        why = _why_not(path, data)
        inside = sorted(path.iterdir()) if not why and path.is_dir() else None
    except OSError as error:
        why, inside = unreadable(error), None
    if inside is None:
        yield path, why
    for below in inside or ():
        yield from _entries(below, data)


def _why_not(path: Path, data: Path) -> Why:
    if path == data / PUBLIC and (path.is_symlink() or not path.is_dir()):
        return "This is no folder.", "Put the files into a folder of that name."
    if not _NAME.fullmatch(path.name):
        return "This name cannot stand in an address.", "Use the letters a to z, digits, . _ and -."
    if path.is_symlink() and path.is_dir():
        return "This is a link to a folder.", "Put the folder itself here: a page has one address."
    return strange(path, data, set())
