"""How wide text is when set in the charts' typeface, and where its lines break.

Nothing is left to a browser: every label is placed and broken here, by the advance widths of
the very font that the pages use.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from braindrain_site.fonts.setting import Setting, Style


@dataclass(frozen=True)
class Lettering:
    """Advance widths, in ems, of the characters of the regular and of the bold font."""

    regular: Mapping[str, float]
    bold: Mapping[str, float]

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """How many pixels *text* takes at *size* pixels."""
        widths = self.bold if bold else self.regular
        return size * sum(map(widths.__getitem__, text))

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


class _Widths(dict[str, float]):
    """The widths of the letters asked for so far."""

    def __init__(self, setting: Setting, style: Style) -> None:
        super().__init__()
        self._setting, self._style = setting, style

    def __missing__(self, char: str) -> float:
        self[char] = self._setting.face_of(char, self._style).line(char, self._setting.lang)[1]
        return self[char]


@lru_cache(maxsize=8)
def lettering(setting: Setting) -> Lettering:
    """The widths in the fonts that charts are set in, each read when first asked for."""
    return Lettering(_Widths(setting, "regular"), _Widths(setting, "bold"))
