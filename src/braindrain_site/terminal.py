"""Prints, whatever the terminal takes: few letters, no more of them, or nothing at all."""

import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO


def make_ready() -> None:
    """A letter that the terminal does not know is printed as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def tell(words: str, end: str = "\n") -> None:
    """Prints *words*, if anybody can still be told: the work goes on in any case."""
    try:
        print(words, end=end, flush=True)
    except OSError as error:
        _hush(sys.stdout)
        if not isinstance(error, BrokenPipeError):  # who reads the first lines only has left
            complain(f"Nothing more can be printed: {error.strerror}.")


def complain(words: str) -> None:
    """Prints *words* where mistakes are told."""
    try:
        print(words, file=sys.stderr, flush=True)
    except OSError:
        _hush(sys.stderr)


def _hush(stream: TextIO) -> None:
    """Leads *stream* nowhere, so that Python does not try once more as the program ends."""
    with suppress(OSError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())


def counted(number: int, noun: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
