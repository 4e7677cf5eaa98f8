"""A full font: which letters it has, how wide, and how they are drawn."""

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import brotli
import uharfbuzz as hb
from fontTools.pens.svgPathPen import SVGPathPen

from braindrain_site.fonts.packing import opened

_SET = {"tnum": True, "liga": False, "calt": False, "clig": False}
"""How pictures are set: figures of equal width, each letter for itself."""


def read(name: str) -> bytes:
    """The program's font called *name* as TrueType."""
    return bytes(brotli.decompress(Path(__file__).with_name(f"{name}.ttf.br").read_bytes()))


class Glyph(NamedTuple):
    """A letter in its place on a line: its number in the font, and where it stands in ems."""

    number: int
    x: float
    y: float


class Face:
    """One full font, from what it holds as TrueType or OpenType."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self.data = content
        self._face = hb.Face(hb.Blob(self.data))
        self._font = hb.Font(self._face)
        self.em: int = self._face.upem
        self.letters = frozenset(map(chr, self._face.unicodes))
        self.varies = self._face.has_var_data
        """Whether it is many weights in one, of which none is drawn yet."""
        extents = self._font.get_font_extents("ltr")
        self.height = extents.ascender / self.em, -extents.descender / self.em
        """What a line of it takes above its baseline and below, in ems."""
        self.outline = cache(self._outline)

    def line(self, text: str, lang: str = "en") -> tuple[list[Glyph], float]:
        """The letters of *text* in *lang*, set as in pictures, and how wide all is in ems."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.language = lang  # else that of this computer
        buffer.direction = "ltr"
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, _SET)
        x, glyphs = 0, []
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            across, up = (x + place.x_offset) / self.em, place.y_offset / self.em
            glyphs.append(Glyph(info.codepoint, across, up))
            x += place.x_advance
        return glyphs, x / self.em

    def _outline(self, glyph: int) -> str:
        """The path of *glyph*, in units of the font, upwards from the baseline."""
        pen = SVGPathPen(None, ntos=lambda number: str(round(number)))
        self._font.draw_glyph_with_pen(glyph, pen)
        return str(pen.getCommands())


@lru_cache(maxsize=64)
def face(name: str, brought: bytes | None = None) -> Face:
    """The full font called *name*, read when first asked for: the program's, or what a file holds
    that a story has *brought*.

    Raises NoFont if that is none.
    """
    return Face(name, read(name) if brought is None else opened(brought))
