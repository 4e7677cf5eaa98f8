"""How wide text is when set in the charts' typeface, and where its lines break.

Nothing is left to a browser: every label is placed and broken here, by the advance widths of
the very font that the pages use.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont

_BOLD = 550
"""From this weight on (OpenType's usWeightClass, 400 regular, 700 bold) a font counts as bold."""


@dataclass(frozen=True)
class Lettering:
    """Advance widths, in ems, of the characters of the regular and of the bold font."""

    regular: Mapping[str, float]
    bold: Mapping[str, float]

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """How many pixels *text* takes at *size* pixels."""
        widths = self.bold if bold else self.regular
        return size * sum(widths.get(char) or _usual(char) for char in text)

    def wrap(self, text: str, width: float, size: float, bold: bool = False) -> list[str]:
        """*text* in as few lines as fit *width*, then evened out so that no word is left alone.

        Lines break between words, in Korean too (``word-break: keep-all``); a word wider than
        *width* is cut.
        """
        words = text.split()
        lines = self._fill(words, width, size, bold)
        longest = max((self.width(word, size, bold) for word in words), default=0)
        taken = max(self.width(line, size, bold) for line in lines)
        while width - size / 4 >= longest:
            width -= size / 4
            if width >= taken:  # they break where they did
                continue
            tighter = self._fill(words, width, size, bold)
            if len(tighter) > len(lines):
                break
            lines = tighter
            taken = max(self.width(line, size, bold) for line in lines)
        return lines

    def _fill(self, words: Iterable[str], width: float, size: float, bold: bool) -> list[str]:
        lines = [""]
        for word in words:
            longer = f"{lines[-1]} {word}".strip()
            if self.width(longer, size, bold) <= width:
                lines[-1] = longer
                continue
            pieces = self._cut(word, width, size, bold)
            lines = [*(line for line in lines if line), *pieces]
        return lines

    def _cut(self, word: str, width: float, size: float, bold: bool) -> list[str]:
        pieces = [""]
        for char in word:
            if pieces[-1] and self.width(pieces[-1] + char, size, bold) > width:
                pieces.append("")
            pieces[-1] += char
        return pieces


def _usual(char: str) -> float:
    """The width, in ems, of a character that the font lacks: Hangul is square."""
    return 1.0 if unicodedata.east_asian_width(char) in "WF" else 0.6


def read_lettering(fonts: Path) -> Lettering:
    """The widths in the TrueType and OpenType files of the folder *fonts*."""
    regular: dict[str, float] = {}
    bold: dict[str, float] = {}
    for file in font_files(fonts):
        with TTFont(file, lazy=True) as font:
            em = font["head"].unitsPerEm
            advances = font["hmtx"].metrics
            weight = font["OS/2"].usWeightClass
            equal = tabular(font)
            widths = {
                chr(code): advances[equal.get(name, name)][0] / em
                for code, name in font.getBestCmap().items()
            }
        (bold if weight >= _BOLD else regular).update(widths)
    return Lettering(regular, bold)


def tabular(font: TTFont) -> dict[str, str]:
    """The figures of equal width (OpenType's ``tnum``) that pages set in place of the usual."""
    if "GSUB" not in font:
        return {}
    table = font["GSUB"].table
    wanted = [
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    ]
    swaps: dict[str, str] = {}
    for index in wanted:
        for subtable in table.LookupList.Lookup[index].SubTable:
            swaps |= getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})
    return swaps


def font_files(fonts: Path) -> list[Path]:
    """The fonts that charts are set in, Latin and Hangul, in a fixed order; not the headlines'."""
    found = [*fonts.glob("desk-sans-*"), *fonts.glob("desk-hangul-*")]
    return sorted(file for file in found if file.suffix in {".ttf", ".otf"})
