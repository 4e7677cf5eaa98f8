"""What a build tells the person who waits for it: its phases, and how heavy the pages are."""

import gzip
from collections.abc import Callable, Iterator, Mapping
from typing import TextIO


class Progress:
    """One line per phase on a terminal, with its seconds once the next phase begins."""

    def __init__(self, stream: TextIO, clock: Callable[[], float]) -> None:
        self._stream = stream
        self._clock = clock
        self._phase = ""
        self._began = clock()

    def __call__(self, phase: str) -> None:
        """The phase before has ended and *phase* begins; an empty one ends the last."""
        now = self._clock()
        if self._phase:
            self._stream.write(f"\r  {self._phase:<20}{now - self._began:6.2f} s\n")
        if phase:
            self._stream.write(f"  {phase} …")
        self._stream.flush()
        self._phase, self._began = phase, now


def weights(files: Mapping[str, bytes]) -> Iterator[str]:
    """A line for each page, heaviest first, with its kilobytes as written and as sent (gzip).

    The last line is what the pages share: styles, scripts and fonts.
    """
    pages = {path: content for path, content in files.items() if path.endswith(".html")}
    shared = [content for path, content in files.items() if path.startswith("assets/")]
    sizes = [(len(content), _sent(content), path) for path, content in pages.items()]
    yield from (_line(*size) for size in sorted(sizes, key=lambda size: (-size[0], size[2])))
    yield _line(sum(map(len, shared)), sum(map(_sent, shared)), "assets/ (all pages)")


def _sent(content: bytes) -> int:
    return len(gzip.compress(content, mtime=0))


def _line(written: int, sent: int, name: str) -> str:
    return f"  {written / 1000:9.1f} kB {sent / 1000:8.1f} kB gzipped  {name}"
