"""Makes the full fonts from the packages that publish them; README beside them tells of it.

python -m tests.support.full_fonts FOLDER    where FOLDER holds node_modules/
"""

import base64
import hashlib
import io
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import brotli
from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from braindrain_site.fonts import cutting, faces
from braindrain_site.fonts.families import FOLDER, SUMS

STOPGAP = Path(__file__).parents[2] / "templates/css/stopgap.b64"
NEWSREADER = "@fontsource-variable/newsreader/files/newsreader-{}-opsz-{}.woff2"
PRETENDARD = "pretendard/dist/public/static/alternative/Pretendard-{}.ttf"
MYEONGJO = "@fontsource/noto-serif-kr/files/noto-serif-kr-{}-{}-normal.woff2"
INSTANCES = {
    "newsreader-display": ("normal", 500, 72),
    "newsreader-text": ("normal", 400, 16),
    "newsreader-bold": ("normal", 650, 16),
    "newsreader-italic": ("italic", 400, 16),
}
UNUSED = ["BASE", "DSIG", "STAT", "VORG", "gasp", "vhea", "vmtx"]
"""Tables for text that runs downwards, for hints and for what the pages do not ask."""
SIGNS = {*range(0x2190, 0x2300)}
"""Arrows and signs of calculation, as wide as syllables in Noto Serif KR: Pretendard has better."""
SYLLABLES = range(0xAC00, 0xD7A4)


def opened(file: Path) -> TTFont:
    """The font in *file*, whose date stays as it is: the same packages make the same bytes."""
    return TTFont(file, recalcTimestamp=False)


def lend(font: TTFont, other: TTFont) -> TTFont:
    """*font* with the letters that it lacks and *other* has, another slice of the same design."""
    known, theirs, glyphs = font.getBestCmap(), other.getBestCmap(), other.getGlyphSet()
    for letter in sorted(theirs.keys() - known.keys()):
        name, drawn = f"lent{letter:04X}", DecomposingRecordingPen(glyphs)
        glyphs[theirs[letter]].draw(drawn)
        drawn.replay(pen := TTGlyphPen(None))
        font["glyf"][name] = pen.glyph()
        for table in {"hmtx", "vmtx"} & {*font.keys()}:
            font[table][name] = other[table][theirs[letter]]
        for table in font["cmap"].tables:
            if table.format == 12 or letter <= 0xFFFF:
                table.cmap[letter] = name
    font.getReverseGlyphMap(rebuild=True)
    return font


def renamed(font: TTFont, weight: str, name: str) -> TTFont:
    """*font* as *name*: a licence keeps the name Pretendard for the unchanged original."""
    names = {1: name, 2: weight, 3: f"{name} {weight}", 4: f"{name} {weight}",
             6: f"{name.replace(' ', '')}-{weight}", 16: name, 17: weight}  # fmt: skip
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in {0, 5, 13, 14}]
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    return font


def keep(font: TTFont, name: str, letters: Iterable[int]) -> None:
    """Saves *font* with *letters*, compressed, without hints and features that no page uses."""
    options = subset.Options(layout_features=cutting.FEATURES, hinting=False, notdef_outline=True)
    options.drop_tables += UNUSED
    options.name_IDs = ["*"]
    subsetter = subset.Subsetter(options)
    # No letters of Unicode: private ones, which mean another thing in every font.
    named = [code for code in letters if unicodedata.category(chr(code)) not in {"Co", "Cn"}]
    subsetter.populate(unicodes=named)
    subsetter.subset(font)
    font.flavor = None
    font["head"].modified = font["head"].created
    font.save(file := io.BytesIO(), reorderTables=False)
    content = brotli.compress(file.getvalue(), quality=11, lgwin=24)
    (FOLDER / f"{name}.ttf.br").write_bytes(content)


def stopgap() -> None:
    """Saves a font small enough for the style, as text: a dash for every syllable, and the arrow.

    Where no font of the reader's has Hangul, the dashes keep its place, to the hundredth of a
    pixel, until the real font comes.
    """
    file = io.BytesIO(faces.read("desk-sans-regular"))
    font = TTFont(file, recalcTimestamp=False)
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
    STOPGAP.write_text(base64.b64encode(file.getvalue()).decode())


def newsreader(folder: Path, style: str, weight: int, size: int) -> TTFont:
    """Newsreader at one *weight* and optical *size*, all its slices in one."""
    first, *others = (
        instancer.instantiateVariableFont(
            opened(folder / NEWSREADER.format(part, style)), {"wght": weight, "opsz": size}
        )
        for part in ("latin", "latin-ext", "vietnamese")
    )
    for other in others:
        lend(first, other)
    return first


def myeongjo(folder: Path, weight: int) -> TTFont:
    """Noto Serif KR at one *weight*, all its slices in one."""
    first = folder / MYEONGJO.format("korean", weight)
    font = opened(first)
    for file in sorted(folder.glob(MYEONGJO.format("*", weight))):
        if file != first:
            lend(font, opened(file))
    return font


def sums() -> None:
    """Writes a digest of each font, by which the build knows them without reading them."""
    digests = (
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
        for file in sorted(FOLDER.glob("*.ttf.br"))
    )
    SUMS.write_text("".join(digests))


def main(folder: Path) -> None:
    """Makes every full font anew."""
    for name, instance in INSTANCES.items():
        font = newsreader(folder, *instance)
        keep(font, name, font.getBestCmap())
    sans: set[int] = set()
    for weight in ("Regular", "SemiBold"):
        font = opened(folder / PRETENDARD.format(weight))
        sans = {*font.getBestCmap()}
        keep(renamed(font, weight, "Desk Sans"), f"desk-sans-{weight.lower()}", sans)
    for weight, number in (("Regular", 400), ("SemiBold", 600)):
        font = renamed(myeongjo(folder, number), weight, "Desk Myeongjo")
        letters = {*font.getBestCmap()} - (sans & SIGNS)
        keep(font, f"desk-myeongjo-{weight.lower()}", letters)
    sums()
    stopgap()


if __name__ == "__main__":
    main(Path(sys.argv[1]) / "node_modules")
