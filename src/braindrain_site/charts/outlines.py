"""Text as outlines, for pictures that leave the site and must be set right wherever they open.

A picture cannot count on the fonts of the computer that shows it, and many programs overlook a
font that a picture brings along; outlines look the same in all of them.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from braindrain_site.charts.widths import Lettering
from braindrain_site.fonts.families import Style, face_of, runs

if TYPE_CHECKING:
    from braindrain_site.fonts.faces import Face


class Letter(NamedTuple):
    """One letter of a line: the name of its outline, the em it counts in, and where it stands."""

    name: str
    em: int
    x: float
    y: float


class Type:
    """The full fonts, as pictures are set in them."""

    def line(self, text: str, style: Style) -> tuple[list[Letter], float]:
        """The letters of *text*, places counted in ems, and how wide the whole is in ems."""
        x, letters = 0.0, []
        for face, run in runs(text, style):
            glyphs, wide = face.line(run)
            letters += [Letter(_name(face, n), face.em, x + at, up) for n, at, up in glyphs]
            x += wide
        return letters, x

    def width(self, text: str, style: Style) -> float:
        """How wide *text* is, in ems."""
        return sum(face.line(run)[1] for face, run in runs(text, style))

    def outlines(self, texts: Sequence[tuple[str, Style]]) -> dict[str, str]:
        """Name → path of every letter of *texts*, in the order they are met."""
        return {
            _name(face, glyph.number): face.outline(glyph.number)
            for text, style in texts
            for face, run in runs(text, style)
            for glyph in face.line(run)[0]
        }

    def longest_word(self, text: str, style: Style) -> float:
        """How wide the widest word of *text* is, in ems: a line must hold it."""
        return max((self.width(word, style) for word in text.split()), default=0.0)

    def wrap(self, text: str, style: Style, width: float) -> list[str]:
        """*text* in even lines no wider than *width* ems, broken between words."""
        widths = {char: face_of(char, style).advance(char) for char in {*text, " "}}
        return Lettering(widths, {}).wrap(text, width, 1) if text else []


def _name(face: "Face", glyph: int) -> str:
    """What an outline is called in a picture: by the font's initials and its number there."""
    return f"{''.join(part[0] for part in face.name.split('-'))}{glyph}"
