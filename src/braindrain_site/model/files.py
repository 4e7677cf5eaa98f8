"""The files of a site: path → bytes, each made when first asked for."""

from collections.abc import Callable, Iterator, Mapping

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

    def add(self, maker: str, makes: Mapping[str, Make]) -> None:
        """What *maker* makes at each path.

        Raises AssertionError for a path that another makes too: a bug of ours, not of a writer.
        """
        for path, make in makes.items():
            assert path not in self._makes, f"{self._makers[path]} and {maker} both make {path}"
            self._makes[path], self._makers[path] = make, maker

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

    def __iter__(self) -> Iterator[str]:
        return iter(self._makes)

    def __len__(self) -> int:
        return len(self._makes)
