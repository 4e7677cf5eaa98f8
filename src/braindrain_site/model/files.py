"""The files of a site: path → bytes, each made when first asked for."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

Make = Callable[[], bytes]


class Files(Mapping[str, bytes]):
    """Path below the site → its content.

    A build asks for every file; a preview only for those that someone looks at. Two makers of one
    path are told apart, never overwritten.
    """

    def __init__(self) -> None:
        self._makes: dict[str, Make] = {}
        self._makers: dict[str, str] = {}
        self._made: dict[str, bytes] = {}
        self.parts: dict[str, str] = {}
        """Maker → a digest of what it makes its files from, where that is known."""

    def add(self, maker: str, makes: Mapping[str, Make], made_from: object = None) -> None:
        """What *maker* makes at each path, from nothing else of the data than *made_from*.

        Raises AssertionError for a path that another makes too: a bug of ours, not of a writer.
        """
        for path, make in makes.items():
            assert path not in self._makes, f"{self._makers[path]} and {maker} both make {path}"
            self._makes[path], self._makers[path] = make, maker
        if made_from is not None:
            self.parts[maker] = hashlib.sha256(repr(made_from).encode()).hexdigest()

    def keep(self, before: Mapping[str, str], site: Path) -> None:
        """Takes from *site* what the same program would make of the same: it holds files that were
        made from *before* (see ``parts``)."""
        for maker, paths in self.by_maker().items():
            if maker in self.parts and self.parts[maker] == before.get(maker):
                self._makes |= {path: (site / path).read_bytes for path in paths}

    def by_maker(self) -> Mapping[str, list[str]]:
        """What each maker makes, makers and paths in the order in which they came."""
        paths: dict[str, list[str]] = {}
        for path, maker in self._makers.items():
            paths.setdefault(maker, []).append(path)
        return paths

    def __getitem__(self, path: str) -> bytes:
        if path not in self._made:
            self._made[path] = self._makes[path]()
        return self._made[path]

    def __contains__(self, path: object) -> bool:
        """Whether there is such a file; nothing is made to say so."""
        return path in self._makes

    def __iter__(self) -> Iterator[str]:
        return iter(self._makes)

    def __len__(self) -> int:
        return len(self._makes)
