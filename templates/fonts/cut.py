"""Cuts the fonts of the pages and charts from their originals, as README.md beside this tells.

python cut.py FOLDER    where FOLDER holds node_modules/
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent
LETTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    *range(0x2010, 0x2015),
    *map(ord, "‘’‚“”„†‡•…‰′″‹›₩€←↑→↓↗−≈≤≥"),
]
FEATURES = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "lnum", "tnum", "pnum", "calt", "case"]
NEWSREADER = "@fontsource-variable/newsreader/files/newsreader-latin-opsz-{}.woff2"
PRETENDARD = "pretendard/dist/public/static/alternative/Pretendard-{}.ttf"
CUTS = {
    "newsreader-display": ("normal", 500, 72),
    "newsreader-text": ("normal", 400, 16),
    "newsreader-bold": ("normal", 650, 16),
    "newsreader-italic": ("italic", 400, 16),
}

DRAWN = {"newsreader-display"}
"""Cuts that pictures are set in as well: those need a file that is not compressed."""


def cut(font: TTFont, name: str, flavor: str | None) -> None:
    """Saves *font* with only the letters and features that the site uses."""
    options = subset.Options(layout_features=FEATURES, hinting=False, notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    font.flavor = flavor
    font["head"].modified = font["head"].created
    font.save(HERE / name, reorderTables=False)


def renamed(font: TTFont, weight: str) -> TTFont:
    """*font* as "Desk Sans": its licence keeps the name Pretendard for the uncut original."""
    names = {1: "Desk Sans", 2: weight, 3: f"Desk Sans {weight}", 4: f"Desk Sans {weight}",
             6: f"DeskSans-{weight}", 16: "Desk Sans", 17: weight}  # fmt: skip
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in {0, 5, 13, 14}]
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    return font


def main(folder: Path) -> None:
    """Cuts every font anew into the folder of this file."""
    for name, (style, weight, size) in CUTS.items():
        for ending in ("woff2", "ttf") if name in DRAWN else ("woff2",):
            font = TTFont(folder / NEWSREADER.format(style), recalcTimestamp=False)
            flavor = ending if ending == "woff2" else None
            cut(instancer.instantiateVariableFont(font, {"wght": weight, "opsz": size}),
                f"{name}.{ending}", flavor)  # fmt: skip
    for weight in ("Regular", "SemiBold"):
        for ending, flavor in (("woff2", "woff2"), ("ttf", None)):
            font = TTFont(folder / PRETENDARD.format(weight), recalcTimestamp=False)
            cut(renamed(font, weight), f"desk-sans-{weight.lower()}.{ending}", flavor)


if __name__ == "__main__":
    main(Path(sys.argv[1]) / "node_modules")
