"""What a build tells the person who waits: its phases, what is in its way, and what pages weigh."""

import gzip
import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from braindrain_site.model.remembered import Memory

_SINGLE = re.compile(r"((?:charts|embed)/)[^/]+/")
"""The part of an address that tells one chart from another."""

_TAKEN = ("assets/cards/", "assets/charts/", "assets/icons/")
"""Pictures to share, to take away and for first screens: no page loads them."""

_SENT: Memory[bytes, int] = Memory("sent", 2**12)
"""Digest of a file → its bytes as sent."""


Phase = Callable[..., None]
"""Is told what begins, by name, and where that has parts, how many of how many are done."""
_BAR = 24
"""Signs of a bar that is full."""
_AGAIN = "\r\x1b[K"
"""Begins a terminal's line anew, empty."""


class Progress:
    """One line per phase on a terminal: how much of it is done, its seconds once it has ended."""

    def __init__(self, stream: TextIO, clock: Callable[[], float]) -> None:
        self._stream = stream
        self._clock = clock
        self._phase = ""
        self._began = clock()

    def __call__(self, phase: str, done: int = 0, parts: int = 0) -> None:
        """The phase before has ended and *phase* begins, or has *done* so many of its *parts*.

        An empty one ends the last.
        """
        if phase != self._phase:
            self._begin(phase)
        if phase and parts:
            bar = "#" * (_BAR * done // parts)
            self._stream.write(f"{_AGAIN}  {phase:<20} [{bar:.<{_BAR}}] {done} of {parts}")
        elif phase:
            self._stream.write(f"{_AGAIN}  {phase} …")
        self._stream.flush()

    def _begin(self, phase: str) -> None:
        now = self._clock()
        if self._phase:
            self._stream.write(f"{_AGAIN}  {self._phase:<20}{now - self._began:6.2f} s\n")
        self._phase, self._began = phase, now


def unable(error: OSError, root: Path) -> str:
    """A sentence on what the system refuses, and where below *root*."""
    reason = (error.strerror or str(error) or type(error).__name__).lower()
    if error.filename is None:
        return f"The disk refuses: {reason}."
    path = Path(os.fsdecode(error.filename))
    place = path.relative_to(root) if root in path.parents else path
    return f"{place}: {reason}."


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
    key = hashlib.sha256(content).digest()
    try:
        return _SENT[key]
    except KeyError:
        _SENT[key] = len(gzip.compress(content, 6, mtime=0))
        return _SENT[key]


def _line(written: float, sent: float, name: str) -> str:
    return f"  {written / 1000:9.1f} kB {sent / 1000:8.1f} kB gzipped  {name}"
