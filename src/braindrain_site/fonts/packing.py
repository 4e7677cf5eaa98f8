"""Fonts as files: TrueType and OpenType, and WOFF2, which is the same packed for browsers."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from types import SimpleNamespace

_MOST = 40_000_000
"""Bytes of a font that is unpacked: one with every Chinese character has 20 million."""
_PLAIN = (b"\0\1\0\0", b"true", b"OTTO")
_AGAIN = "Take it anew from where you got it."
_OTHERS = {
    b"wOFF": ("This font is packed as WOFF.", "Take its .woff2, .ttf or .otf."),
    b"ttcf": ("These are several fonts in one file.", "Save the one that you mean by itself."),
}
"""How files begin that hold fonts as well, and what to say of them."""


class NoFont(Exception):
    """What is no font, or none that can be used: a sentence and a hint."""


def opened(content: bytes) -> bytes:
    """The font that a file holds, as TrueType or OpenType.

    Raises NoFont for what is none, or unpacks to more than any font has.
    """
    kind = content[:4]
    if kind in _PLAIN:
        return content
    if kind == b"wOF2":
        return _unpacked(content)
    raise NoFont(*_OTHERS.get(kind, ("This is no font.", "It can be TrueType, OpenType or WOFF2.")))


def packed(content: bytes) -> bytes:
    """The TrueType or OpenType font *content* as browsers load it."""
    from fontTools.ttLib import TTFont

    with _writer():
        font = TTFont(BytesIO(content), recalcTimestamp=False)
        font.flavor = "woff2"
        font.save(file := BytesIO(), reorderTables=False)
    return file.getvalue()


def _unpacked(content: bytes) -> bytes:
    from fontTools.ttLib import TTFont

    try:
        with _writer():
            font = TTFont(BytesIO(content), recalcTimestamp=False, recalcBBoxes=False)
            font.flavor = None
            font.save(file := BytesIO(), reorderTables=False)
    except NoFont:
        raise
    except Exception as error:  # whatever the library stumbles over in what somebody sent
        raise NoFont("This font is broken.", _AGAIN) from error
    return file.getvalue()


@contextmanager
def _writer() -> Iterator[None]:
    """FontTools with Brotli as we want it.

    The best quality, 11, takes three times as long for a hundredth of the size; and what is
    unpacked has a bound. The library lets nobody choose either.
    """
    import brotli
    from fontTools.ttLib import woff2

    compress = partial(brotli.compress, quality=10)
    ours = vars(brotli) | {"compress": compress, "decompress": _decompressed}
    before, woff2.brotli = woff2.brotli, SimpleNamespace(**ours)
    try:
        yield
    finally:
        woff2.brotli = before


def _decompressed(content: bytes) -> bytes:
    import brotli

    stream = brotli.Decompressor()
    found = bytes(stream.process(content, output_buffer_limit=_MOST))
    if len(found) >= _MOST:
        raise NoFont(f"This font unpacks to more than {_MOST // 1_000_000} MB.", _AGAIN)
    if not stream.is_finished():
        raise NoFont("This font is broken.", _AGAIN)
    return found
