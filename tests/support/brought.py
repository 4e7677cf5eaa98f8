"""An edition that brings a family of fonts: cut from the program's, so that they weigh little."""

from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont

from braindrain_site.fonts import cutting
from braindrain_site.fonts.families import FAMILIES
from tests.support import small

LETTERS = "".join(map(chr, range(0x20, 0x7F))) + "“”‘’–—−é"
HOUSE = """fonts: {{headings: plain, text: plain, labels: {labels}}}
families:
  plain:
    name: Plain Text
    kind: sans
    licence: OFL.txt
"""


@cache
def font(style: str = "regular", letters: str = LETTERS, family: str = "newsreader") -> bytes:
    """A small TrueType font."""
    return cutting.subset(FAMILIES[family].fonts[style], letters)


def woff2() -> bytes:
    """The same as browsers load it."""
    return cutting.woff2(FAMILIES["newsreader"].fonts["regular"], LETTERS)


def variable() -> bytes:
    """The same with an axis of weight."""
    from fontTools.fontBuilder import FontBuilder

    made = FontBuilder(font=TTFont(BytesIO(font())))
    made.setupFvar([("wght", 400, 400, 700, "Weight")], [])
    made.font.save(file := BytesIO())
    return file.getvalue()


def with_letter(letter: str, style: str = "regular") -> bytes:
    """The same with one more *letter*, which looks like a bracket."""
    made = TTFont(BytesIO(font(style)))
    for table in made["cmap"].tables:
        table.cmap[ord(letter)] = table.cmap[ord("[")]
    made.save(file := BytesIO())
    return file.getvalue()


def copy(
    tmp_path: Path, without: str = "", labels: str = "plain", edition: Path = small.FOLDER
) -> Path:
    """The data of *edition*, all of it set in fonts of its own, but for the style *without*."""
    data = small.copy(tmp_path, edition=edition)
    (data / "fonts").mkdir()
    (data / "fonts/OFL.txt").write_text("You may.\n")
    house = HOUSE.format(labels=labels)
    for style in ("regular", "bold", "italic"):
        if style != without:
            (data / f"fonts/Plain-{style}.ttf").write_bytes(font(style))
            house += f"    {style}: Plain-{style}.ttf\n"
    (data / "house.yaml").write_text(house)
    return data
