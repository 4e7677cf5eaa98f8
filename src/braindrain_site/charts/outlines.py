"""Text as outlines, for pictures that leave the site and must be set right wherever they open.

A picture cannot count on the fonts of the computer that shows it, and many programs overlook a
font that a picture brings along; outlines look the same in all of them.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from braindrain_site.charts.widths import Lettering
from braindrain_site.fonts.setting import Setting, Style

if TYPE_CHECKING:
    from braindrain_site.fonts.faces import Face


class Letter(NamedTuple):
    """One letter of a line: the name of its outline, the em it counts in, and where it stands."""

    name: str
    em: int
    x: float
    y: float


class Type:
    """The full fonts of a *setting*, as pictures are set in them."""

    def __init__(self, setting: Setting) -> None:
        self._runs, self._lang = setting.runs, setting.lang
        self.outside = setting.outside
        """What a role is set in where these fonts are not at hand."""

    def line(self, text: str, style: Style) -> tuple[list[Letter], float]:
        """The letters of *text*, places counted in ems, and how wide the whole is in ems."""
        x, letters = 0.0, []
        for face, run in self._runs(text, style):
            glyphs, wide = face.line(run, self._lang)
            letters += [Letter(_name(face, n), face.em, x + at, up) for n, at, up in glyphs]
            x += wide
        return letters, x

    def width(self, text: str, style: Style) -> float:
        """How wide *text* is, in ems."""
        return sum(face.line(run, self._lang)[1] for face, run in self._runs(text, style))

    def outlines(self, texts: Sequence[tuple[str, Style]]) -> dict[str, str]:
        """Name → path of every letter of *texts*, in the order they are met."""
        return {
            _name(face, glyph.number): face.outline(glyph.number)
            for text, style in texts
            for face, run in self._runs(text, style)
            for glyph in face.line(run, self._lang)[0]
        }

    def longest_word(self, text: str, style: Style) -> float:
        """How wide the widest word of *text* is, in ems: a line must hold it."""
        return max((self.width(word, style) for word in text.split()), default=0.0)

    def wrap(self, text: str, style: Style, width: float) -> list[str]:
        """*text* in even lines no wider than *width* ems, broken between words."""
        widths = {char: self.width(char, style) for char in {*text, " "}}
        return Lettering(widths, {}).wrap(text, width, 1) if text else []


def _name(face: "Face", glyph: int) -> str:
    """What an outline is called in a picture: by the font's initials and its number there, of one
    that a story brings by its name."""
    parts = face.name.split("-")
    return f"{''.join(part[0] for part in parts) if parts[1:] else face.name}{glyph}"
