"""Keeps what takes long to make, under a digest of all that it is made from."""

import hashlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache as once
from importlib import metadata
from pathlib import Path
from tempfile import NamedTemporaryFile

_CHECKSUM = hashlib.sha256().digest_size
"""Bytes before each entry that tell it from one that was cut, changed or never written by us."""


class Cache:
    """A folder that may be deleted at any time; without one, everything is made anew.

    *makers* are the files that shape what is made beside its data (programs and fonts),
    *packages* the libraries.
    """

    def __init__(
        self, folder: Path | None, makers: Iterable[Path], packages: tuple[str, ...] = ()
    ) -> None:
        self._folder = folder
        self.tools = _fingerprint(tuple(makers), packages)
        """A digest of all these."""

    def text(self, made_from: object, make: Callable[[], str]) -> str:
        """What *make* gives, or gave before for an equal *made_from* (compared by its repr)."""
        return self.content(made_from, lambda: make().encode()).decode()

    def content(self, made_from: object, make: Callable[[], bytes]) -> bytes:
        """The same for bytes."""
        if self._folder is None:
            return make()
        name = hashlib.sha256(repr((self.tools, made_from)).encode()).hexdigest()
        content = _kept(self._folder / name)
        if content is None:
            content = make()
            _keep(self._folder / name, content)
        return content


def left(file: Path, by: str) -> bytes:
    """What the same program left in *file* (see ``leave``); nothing if that is not there."""
    mark = by.encode()
    kept = _kept(file) or b""
    return kept[len(mark) :] if kept.startswith(mark) else b""


def leave(file: Path, by: str, content: bytes) -> None:
    """Leaves *content* in *file* for the next process of a program, *by* its digest."""
    _keep(file, by.encode() + content)


def _kept(file: Path) -> bytes | None:
    """What *file* keeps; None if that is nothing, cannot be read, or is not what was written."""
    try:
        kept = file.read_bytes()
    except OSError:
        return None
    checksum, content = kept[:_CHECKSUM], kept[_CHECKSUM:]
    return content if checksum == hashlib.sha256(content).digest() else None


def _keep(file: Path, content: bytes) -> None:
    """Writes *content* in one step, for another build may be making the same.

    A disk that takes nothing more costs the next build its time, and no one anything else.
    """
    beside: Path | None = None
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=file.parent, delete=False) as stream:
            beside = Path(stream.name)
            stream.write(hashlib.sha256(content).digest() + content)
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            if beside:
                beside.unlink()


@once
def _fingerprint(makers: tuple[Path, ...], packages: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for file in makers:
        digest.update(file.read_bytes())
    for package in packages:
        digest.update(metadata.version(package).encode())
    return digest.hexdigest()
