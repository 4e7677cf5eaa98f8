"""A picture as pixels: SVG → PNG with a palette, a fraction of the size that comes out of drawing.

Pictures of paper, ink and a few colours need no more than the 256 colours that a byte can name.
"""

import struct
import zlib
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_MOST = 256
Pixels = NDArray[np.uint8]


def png(svg: str, scale: float = 1) -> bytes:
    """*svg*, which covers all of its area, as a PNG of *scale* pixels for each of its own."""
    import vl_convert

    return encoded(decoded(bytes(vl_convert.svg_to_png(svg, scale=scale))))


def decoded(drawn: bytes) -> Pixels:
    """The pixels of a PNG of 8-bit RGBA, rows by columns by red, green and blue.

    The drawing library filters every row with "Sub" (PNG, 9.2), which is all that is undone here.
    """
    parts = list(_chunks(drawn))
    width, height = struct.unpack(">II", parts[0][1][:8])
    flat = zlib.decompress(b"".join(content for name, content in parts if name == b"IDAT"))
    rows = np.frombuffer(flat, np.uint8).reshape(height, 1 + width * 4)
    assert (rows[:, 0] == 1).all(), "the drawing library writes its PNGs in another way now"
    pixels: Pixels = np.cumsum(rows[:, 1:].reshape(height, width, 4), axis=1, dtype=np.uint8)
    return pixels[:, :, :3]


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        yield content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        at += 12 + length


def encoded(pixels: Pixels) -> bytes:
    """*pixels* as a PNG with a palette: the commonest colours, and for others the nearest."""
    height, width, _ = pixels.shape
    red, green, blue = (pixels[:, :, n].astype(np.uint32).ravel() for n in range(3))
    codes = red << 16 | green << 8 | blue
    starts = np.flatnonzero(np.diff(codes, prepend=~codes[:1]))  # paper comes in long runs
    lengths = np.diff(starts, append=len(codes))
    colours, index = np.unique(codes[starts], return_inverse=True)
    rgb = np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=1).astype(np.int64)
    kept = np.argsort(-np.bincount(index, lengths), kind="stable")[:_MOST]
    palette = rgb[kept]
    apart = ((rgb[:, None, :] - palette[None]) ** 2).sum(axis=2)
    nearest = apart.argmin(axis=1).astype(np.uint8)[index]
    rows = np.repeat(nearest, lengths).reshape(height, width)
    unfiltered = np.concatenate([np.zeros((height, 1), np.uint8), rows], axis=1)
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", palette.astype(np.uint8).tobytes()),
        (b"IDAT", zlib.compress(unfiltered.tobytes(), 9)),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(_chunk(*part) for part in parts)


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)
