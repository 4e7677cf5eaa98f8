"""A picture as pixels: SVG → PNG with a palette, a fraction of the size that comes out of drawing.

Pictures of paper, ink and a few colours need no more than the 256 colours that a byte can name.
"""

from io import BytesIO
from math import sqrt

import numpy as np
from PIL import Image

from braindrain_site.charts.svg import size_of

_MOST_PIXELS = 16_000_000
"""Beyond, a picture takes more memory than a build may: some twenty bytes for each pixel."""


def png(svg: str, scale: float = 1) -> bytes:
    """*svg*, which covers all of its area, as a PNG of *scale* pixels for each of its own.

    Of fewer, where that would be more than ``_MOST_PIXELS``.
    """
    import vl_convert

    width, height = size_of(svg)
    scale = min(scale, sqrt(_MOST_PIXELS / (width * height)))
    return with_palette(bytes(vl_convert.svg_to_png(svg, scale=scale)))


def with_palette(drawn: bytes) -> bytes:
    """The same PNG with at most 256 colours; where it has no more, its pixels stay as they are."""
    with Image.open(BytesIO(drawn)) as picture:
        few = _indexed(picture if picture.mode == "RGBA" else picture.convert("RGBA"))
    kept = BytesIO()
    few.save(kept, "PNG")
    return kept.getvalue()


def _indexed(picture: Image.Image) -> Image.Image:
    """*picture*, in which nothing shines through, by numbers of colours."""
    found = picture.getcolors(256)
    if found is None:
        return picture.convert("RGB").quantize(dither=Image.Dither.NONE)
    # Looking colours up here takes a tenth of the time in which the library counts them anew.
    colours = [colour[:3] for _, colour in sorted(found, reverse=True)]  # type: ignore[index]
    numbers = np.zeros(1 << 24, np.uint8)
    numbers[[red | green << 8 | blue << 16 for red, green, blue in colours]] = range(len(colours))
    pixels = np.frombuffer(picture.tobytes(), "<u4") & 0xFFFFFF
    few = Image.frombytes("P", picture.size, numbers[pixels].tobytes())
    few.putpalette([part for colour in colours for part in colour])
    return few
