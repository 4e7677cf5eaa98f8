"""Text as outlines, for pictures that leave the site and must be set right wherever they open.

A picture cannot count on the fonts of the computer that shows it, and many programs overlook a
font that a picture brings along; outlines look the same in all of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, NamedTuple

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont

from braindrain_site.charts.widths import Lettering, tabular

Style = Literal["display", "regular", "bold"]
_FILES: Mapping[Style, tuple[str, ...]] = {
    "display": ("newsreader-display.ttf", "desk-myeongjo.ttf", "desk-sans-regular.ttf"),
    "regular": ("desk-sans-regular.ttf", "desk-hangul-regular.ttf"),
    "bold": ("desk-sans-semibold.ttf", "desk-hangul-semibold.ttf"),
}
"""The fonts of each style; a letter comes from the first that has it."""


class Letter(NamedTuple):
    """One letter of a line: the name of its outline, the em it counts in, and where it stands."""

    name: str
    em: int
    x: float


class Face:
    """One font file: its *name* and its *content*."""

    def __init__(self, name: str, content: bytes) -> None:
        self._font = TTFont(BytesIO(content))
        self.em: int = self._font["head"].unitsPerEm
        self.letters: Mapping[int, str] = self._font.getBestCmap()
        self._tabular = tabular(self._font)
        self._prefix = "".join(part[0] for part in name.partition(".")[0].split("-"))
        self._pairs = [*_pair_tables(self._font)]
        self._set = self._font.getGlyphSet()
        self.kern = cache(self._kern)
        self.outline = cache(self._outline)

    def glyph(self, char: str) -> str | None:
        """The font's own name for *char*, figures of equal width; None if it has none."""
        found = self.letters.get(ord(char))
        return self._tabular.get(found, found) if found else None

    def advance(self, glyph: str) -> float:
        """How far the next letter stands, in ems."""
        return float(self._font["hmtx"].metrics[glyph][0]) / self.em

    def _kern(self, left: str, right: str) -> float:
        """What the font adds between two letters, in ems (OpenType's pair adjustment)."""
        for table in self._pairs:
            if left not in table.Coverage.glyphs:
                continue
            if table.Format == 2:
                first = table.ClassDef1.classDefs.get(left, 0)
                second = table.ClassDef2.classDefs.get(right, 0)
                return _advance(table.Class1Record[first].Class2Record[second].Value1) / self.em
            for pair in table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord:
                if pair.SecondGlyph == right:
                    return _advance(pair.Value1) / self.em
        return 0.0

    def name(self, glyph: str) -> str:
        """What the outline of *glyph* is called in a picture."""
        return f"{self._prefix}{self._font.getGlyphID(glyph)}"

    def _outline(self, glyph: str) -> str:
        """The path of *glyph*, in units of the font, upwards from the baseline."""
        pen = SVGPathPen(self._set, ntos=lambda number: str(round(number)))
        self._set[glyph].draw(pen)
        return str(pen.getCommands())


@lru_cache(maxsize=16)
def _face(name: str, content: bytes) -> Face:
    """The face in a font file: reading one takes longer than setting a page in it."""
    return Face(name, content)


def _pair_tables(font: TTFont) -> Iterator[Any]:
    """The tables of the font's ``kern`` feature."""
    if "GPOS" not in font:
        return
    table = font["GPOS"].table
    wanted = {
        index for record in table.FeatureList.FeatureRecord if record.FeatureTag == "kern"
        for index in record.Feature.LookupListIndex
    }  # fmt: skip
    for index in sorted(wanted):
        for subtable in table.LookupList.Lookup[index].SubTable:
            found = getattr(subtable, "ExtSubTable", subtable)
            if hasattr(found, "ValueFormat1"):
                yield found


def _advance(value: Any) -> int:
    return int(getattr(value, "XAdvance", 0) or 0)


class Type:
    """The faces of every style, read when first asked for, and the outlines asked for so far."""

    def __init__(self, fonts: Path) -> None:
        self._fonts = fonts

    @cached_property
    def _faces(self) -> Mapping[Style, list[Face]]:
        return {
            style: [_face(name, (self._fonts / name).read_bytes()) for name in names]
            for style, names in _FILES.items()
        }

    def line(self, text: str, style: Style) -> tuple[list[Letter], float]:
        """The letters of *text*, places counted in ems, and how wide the whole is in ems."""
        x, before, letters = 0.0, None, []
        for face, glyph in self._glyphs(text, style):
            if before and before[0] is face:
                x += face.kern(before[1], glyph)
            letters.append(Letter(face.name(glyph), face.em, x))
            x += face.advance(glyph)
            before = face, glyph
        return letters, x

    def width(self, text: str, style: Style) -> float:
        """How wide *text* is, in ems."""
        return self.line(text, style)[1]

    def _glyphs(self, text: str, style: Style) -> Iterator[tuple[Face, str]]:
        faces = self._faces[style]
        for char in text:
            found = ((face, glyph) for face in faces if (glyph := face.glyph(char)))
            yield next(found, (faces[-1], ".notdef"))

    def outlines(self, texts: Sequence[tuple[str, Style]]) -> dict[str, str]:
        """Name → path of every letter of *texts*, in the order they are met."""
        return {
            face.name(glyph): face.outline(glyph)
            for text, style in texts
            for face, glyph in dict.fromkeys(self._glyphs(text, style))
        }

    def longest_word(self, text: str, style: Style) -> float:
        """How wide the widest word of *text* is, in ems: a line must hold it."""
        return max((self.width(word, style) for word in text.split()), default=0.0)

    def wrap(self, text: str, style: Style, width: float) -> list[str]:
        """*text* in even lines no wider than *width* ems, broken between words."""
        widths = {char: self.width(char, style) for char in set(text)}
        return Lettering(widths, {}).wrap(text, width, 1) if text else []
