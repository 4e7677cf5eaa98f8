"""Cuts the fonts of the pages and charts from their originals, as README.md beside this tells.

python cut.py FOLDER    where FOLDER holds node_modules/
"""

import base64
import io
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LETTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    *range(0x2010, 0x2015),
    *map(ord, "한국어"),  # what English pages call the other language
    *map(ord, "‘’‚“”„†‡•…‰′″‹›₩€←↑→↓↗−≈≤≥"),
]
FEATURES = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "lnum", "tnum", "pnum", "calt", "case"]
SYLLABLES = range(0xAC00, 0xD7A4)
FULL_WIDTH = re.compile(r"[\u1100-\u11ff\u3000-\u318f\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]")
NEWSREADER = "@fontsource-variable/newsreader/files/newsreader-latin{}-opsz-{}.woff2"
PRETENDARD = "pretendard/dist/public/static/alternative/Pretendard-{}.ttf"
MYEONGJO = "@fontsource/noto-serif-kr/files/noto-serif-kr-{}-600-normal.woff2"
CUTS = {
    "newsreader-display": ("normal", 500, 72),
    "newsreader-text": ("normal", 400, 16),
    "newsreader-bold": ("normal", 650, 16),
    "newsreader-italic": ("italic", 400, 16),
}

DRAWN = {"newsreader-display"}
"""Cuts that pictures are set in as well: those need a file that is not compressed."""


def korean(root: Path) -> set[str]:
    """Every Hangul syllable, Han character and Korean mark that *root*'s texts use."""
    files = [*(root / "data").rglob("*.yaml"), *(root / "data").rglob("*.csv")]
    files += [*(root / "data").glob("*/ko/*.md"), root / "data/method/ko.md"]
    files += [root / "src/braindrain_site/wording/korean.py"]
    texts = (file.read_text("utf-8") for file in files if file.exists())
    return {char for text in texts for char in FULL_WIDTH.findall(text)}


def cut(font: TTFont, name: str, flavor: str | None, letters: Iterable[int] = LETTERS) -> None:
    """Saves *font* with only *letters* and the features that the site uses."""
    options = subset.Options(layout_features=FEATURES, hinting=False, notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    font.flavor = flavor
    font["head"].modified = font["head"].created
    font.save(HERE / name, reorderTables=False)


def lend(font: TTFont, other: TTFont) -> TTFont:
    """*font* with the letters of the pages that it lacks and *other* has: its twin in the package,
    which has the rarer half of the same design, such as the dagger."""
    known, theirs = font.getBestCmap(), other.getBestCmap()
    for letter in sorted(theirs.keys() & {*LETTERS} - known.keys()):
        name, drawn = f"lent{letter:04X}", DecomposingRecordingPen(other.getGlyphSet())
        other.getGlyphSet()[theirs[letter]].draw(drawn)
        drawn.replay(pen := TTGlyphPen(None))
        font["glyf"][name] = pen.glyph()
        for table in {"hmtx", "vmtx"} & {*font.keys()}:
            font[table][name] = other[table][theirs[letter]]
        for table in font["cmap"].tables:
            table.cmap[letter] = name
    font.getReverseGlyphMap(rebuild=True)
    return font


def renamed(font: TTFont, weight: str, name: str = "Desk Sans") -> TTFont:
    """*font* as *name*: its licence keeps the name Pretendard for the uncut original."""
    names = {1: name, 2: weight, 3: f"{name} {weight}", 4: f"{name} {weight}",
             6: f"{name.replace(' ', '')}-{weight}", 16: name, 17: weight}  # fmt: skip
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in {0, 5, 13, 14}]
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    return font


def stopgap() -> None:
    """Saves a font small enough for the style, as text: a dash for every syllable, and the arrow.

    Where no font of the reader's has Hangul, the dashes keep its place, to the hundredth of a
    pixel, until the real font comes.
    """
    font = TTFont(HERE / "desk-sans-regular.ttf", recalcTimestamp=False)
    options = subset.Options(hinting=False, name_IDs=[])
    options.drop_tables += ["GDEF", "GPOS", "GSUB"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="한↑")
    subsetter.subset(font)
    syllable = font.getBestCmap()[ord("한")]
    width, gap, low, high = font["hmtx"][syllable][0], 150, 690, 790
    pen = TTGlyphPen(None)
    pen.moveTo((gap, low))
    for corner in ((gap, high), (width - gap, high), (width - gap, low)):
        pen.lineTo(corner)
    pen.closePath()
    font["glyf"][syllable] = pen.glyph()
    font["hmtx"][syllable] = (width, gap)
    for table in font["cmap"].tables:
        table.cmap |= dict.fromkeys(SYLLABLES, syllable)
    font.flavor = "woff2"
    font.save(file := io.BytesIO())
    (HERE / "stopgap.b64").write_text(base64.b64encode(file.getvalue()).decode())


def main(folder: Path) -> None:
    """Cuts every font anew into the folder of this file."""
    for name, (style, weight, size) in CUTS.items():
        for ending in ("woff2", "ttf") if name in DRAWN else ("woff2",):
            font, other = (
                instancer.instantiateVariableFont(
                    TTFont(folder / NEWSREADER.format(half, style), recalcTimestamp=False),
                    {"wght": weight, "opsz": size},
                )
                for half in ("", "-ext")
            )
            flavor = ending if ending == "woff2" else None
            cut(lend(font, other), f"{name}.{ending}", flavor)
    hangul = sorted(map(ord, korean(ROOT)))
    for weight in ("Regular", "SemiBold"):
        for ending, flavor in (("woff2", "woff2"), ("ttf", None)):
            for name, letters in (("desk-sans", LETTERS), ("desk-hangul", hangul)):
                font = TTFont(folder / PRETENDARD.format(weight), recalcTimestamp=False)
                cut(renamed(font, weight), f"{name}-{weight.lower()}.{ending}", flavor, letters)
    for ending, flavor in (("woff2", "woff2"), ("ttf", None)):
        font, other = (
            TTFont(folder / MYEONGJO.format(half), recalcTimestamp=False)
            for half in ("korean", "latin-ext")
        )
        cut(renamed(lend(font, other), "SemiBold", "Desk Myeongjo"), f"desk-myeongjo.{ending}",
            flavor, [*LETTERS, *hangul])  # fmt: skip
    stopgap()


if __name__ == "__main__":
    main(Path(sys.argv[1]) / "node_modules")
