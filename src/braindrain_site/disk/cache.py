"""Keeps what takes long to make, under a digest of all that it is made from."""

import hashlib
from collections.abc import Callable, Iterable
from functools import cache as once
from importlib import metadata
from pathlib import Path
from tempfile import NamedTemporaryFile


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
        digest = hashlib.sha256(repr((self.tools, made_from)).encode()).hexdigest()
        file = self._folder / digest
        if file.is_file():
            return file.read_bytes()
        content = make()
        self._folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self._folder, delete=False) as beside:
            beside.write(content)
        Path(beside.name).replace(file)  # in one step: another build may be making the same
        return content


@once
def _fingerprint(makers: tuple[Path, ...], packages: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for file in makers:
        digest.update(file.read_bytes())
    for package in packages:
        digest.update(metadata.version(package).encode())
    return digest.hexdigest()
