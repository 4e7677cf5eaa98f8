"""What a build tells the person who waits: its phases, and what is in its way."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

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
