"""The full fonts beside this file: which letters each has, how wide, and how they are drawn."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import brotli
import uharfbuzz as hb
from fontTools.pens.svgPathPen import SVGPathPen

FEATURES = "calt case ccmp kern liga lnum locl mark mkmk pnum tnum".split()
"""What pages ask of a font beyond single letters (OpenType's features)."""
_SET = {"tnum": True, "liga": False, "calt": False, "clig": False}
"""How pictures are set: figures of equal width, each letter for itself."""


def read(name: str) -> bytes:
    """The font called *name* as TrueType."""
    return bytes(brotli.decompress(Path(__file__).with_name(f"{name}.ttf.br").read_bytes()))


class Glyph(NamedTuple):
    """A letter in its place on a line: its number in the font, and where it stands in ems."""

    number: int
    x: float
    y: float


class Face:
    """One full font."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.data = read(name)
        self._face = hb.Face(hb.Blob(self.data))
        self._font = hb.Font(self._face)
        self.em: int = self._face.upem
        self.letters = frozenset(map(chr, self._face.unicodes))
        self.advance = cache(self._advance)
        self.outline = cache(self._outline)

    def _advance(self, char: str) -> float:
        """How far the next letter stands from *char* alone, in ems."""
        return self.line(char)[1]

    def line(self, text: str) -> tuple[list[Glyph], float]:
        """The letters of *text*, set as pictures are, and how wide the whole is in ems."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.language = "en"  # else that of this computer
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


@cache
def face(name: str) -> Face:
    """The full font called *name*, read when first asked for."""
    return Face(name)
