"""A picture as pixels: SVG → PNG with a palette, a fraction of the size that comes out of drawing.

Pictures of paper, ink and a few colours need no more than the 256 colours that a byte can name.
"""

from io import BytesIO
from math import sqrt

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
        few = picture.convert("RGB").quantize(dither=Image.Dither.NONE)
    kept = BytesIO()
    few.save(kept, "PNG")
    return kept.getvalue()
