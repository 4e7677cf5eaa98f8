"""What a build tells the person who waits for it: its phases, and how heavy the pages are."""

import gzip
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TextIO

_SINGLE = re.compile(r"((?:charts|embed)/)[^/]+/")
"""The part of an address that tells one chart from another."""

_TAKEN = ("assets/cards/", "assets/charts/")
"""Pictures to share and to take away: no page loads them."""


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

    Pages of one kind, such as those of charts, share a line with their mean. The last line is what
    the pages share: styles, scripts and fonts.
    """
    kinds: dict[str, list[bytes]] = {}
    for path, content in files.items():
        if path.endswith(".html"):
            kinds.setdefault(_SINGLE.sub(r"\1*/", path), []).append(content)
    shared = [
        content
        for path, content in files.items()
        if path.startswith("assets/") and not path.startswith(_TAKEN)
    ]
    sizes = [(_mean(map(len, pages)), _mean(map(_sent, pages)), _named(kind, pages))
             for kind, pages in kinds.items()]  # fmt: skip
    yield from (_line(*size) for size in sorted(sizes, key=lambda size: (-size[0], size[2])))
    yield _line(sum(map(len, shared)), sum(map(_sent, shared)), "assets/ (all pages)")


def _mean(sizes: Iterable[int]) -> float:
    found = list(sizes)
    return sum(found) / len(found)


def _named(kind: str, pages: Sequence[bytes]) -> str:
    return f"{kind} (mean of {len(pages)})" if "*" in kind else kind


def _sent(content: bytes) -> int:
    return len(gzip.compress(content, mtime=0))


def _line(written: float, sent: float, name: str) -> str:
    return f"  {written / 1000:9.1f} kB {sent / 1000:8.1f} kB gzipped  {name}"
