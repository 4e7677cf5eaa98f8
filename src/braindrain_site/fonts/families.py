"""The families of fonts: those of the program, and those that a story brings.

A font that lacks a letter leaves it to the next of its chain, which ends with the program's; a
letter that none of them has cannot be published.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Literal, NamedTuple

from braindrain_site.meanings import widths
from braindrain_site.model.edition import Edition
from braindrain_site.model.house import Brought
from braindrain_site.wording import korean, particles

if TYPE_CHECKING:
    from braindrain_site.fonts.faces import Face

FOLDER = Path(__file__).parent
"""Where the full fonts stand, with their licences."""
SUMS = FOLDER / "SHA256SUMS"
"""A digest of each: what is made of them is known by this one small file."""
_WIDE = re.compile(r"[\u1100-\u11ff\u3000-\u318f\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]")
ALWAYS = frozenset([*map(chr, range(0x20, 0x7F)), *"\xa0§°±·×÷«»–—‘’‚“”„†…‰‹›₩€←↑→↓↗−≈≠≤≥한국어"])
"""What pages say whatever an editor wrote: Basic Latin, the marks of numbers and formulas, quotes,
arrows, and what English pages call the other language."""
PLAIN = re.compile(
    "[ -~\xa0-\u0148\u0391-\u03a1\u03a3-\u03c9\u0400-\u045f\u2010-\u2027\u2160-\u2188"
    "\u3001-\u3003\u3008-\u3011\u3041-\u3093\u30a1-\u30fa\u3131-\u318e\uac00-\ud7a3←↑→↓↗−≈≠≤≥₩€‰]"
)
"""Letters of which the fonts are known to have every one, so that none has to be read to tell."""


class Font(NamedTuple):
    """A full font: its name, and what its file holds if a story brings it."""

    name: str
    brought: bytes | None = None

    @property
    def known_by(self) -> str:
        """What tells it from any other; of the program's, ``SUMS`` tells the content."""
        return self.name if self.brought is None else self.name + _digest(self.brought)

    @property
    def full(self) -> "Face":
        """The font itself. Only what is not in the cache needs one."""
        from braindrain_site.fonts.faces import face

        return face(self.name, self.brought)


@lru_cache(maxsize=64)
def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class Cut(NamedTuple):
    """A font that readers load: the name of its file, the full one that it is cut from, and whether
    it takes Hangul and other letters as wide as high, or all but those; None: whatever there is."""

    name: str
    font: Font
    wide: bool | None = None

    def takes(self, char: str) -> bool:
        """Whether *char* can be cut from the full font, and is not for another cut of it."""
        kind = self.wide is None or self.wide is is_wide(char) or char in ALWAYS
        return kind and char in self.font.full.letters


def is_wide(char: str) -> bool:
    """Whether *char* is Hangul or another letter as wide as high."""
    return bool(_WIDE.match(char))


def _cuts(font: Font) -> tuple[Cut, ...]:
    """What readers load of *font*: Hangul stands apart, so that English pages need not load it."""
    if not font.name.startswith("desk-sans-"):
        return (Cut(font.name, font),)
    hangul = font.name.replace("sans", "hangul")
    return Cut(font.name, font, wide=False), Cut(hangul, font, wide=True)


class Family(NamedTuple):
    """The fonts of one design: what style sheets and readers call it, the file that its licence is
    published in, and what stands in for it: in style sheets the families that it is *like*, in
    files that are taken away those ``outside``. ``terms`` are the licence, if a story brings it."""

    css: str
    name: str
    kind: Literal["serif", "sans"]
    licence: str
    drawn: tuple[tuple[str, Font], ...]
    """Its fonts, each with which of the ``STYLES`` of a house it is."""
    like: str
    outside: str
    terms: bytes = b""

    @property
    def fonts(self) -> Mapping[str, Font]:
        """Style → font."""
        return dict(self.drawn)

    def cuts(self, *styles: str) -> tuple[Cut, ...]:
        """What readers load of the first of *styles* that it has."""
        return next((_cuts(self.fonts[each]) for each in styles if each in self.fonts), ())


_SANS_LIKE = '"Apple SD Gothic Neo", "Malgun Gothic", sans-serif'
_SANS_OUTSIDE = "Pretendard, Apple SD Gothic Neo, Noto Sans KR, Helvetica, Arial, sans-serif"
_SERIF_OUTSIDE = "Georgia, serif"
FAMILIES: Mapping[str, Family] = {
    "newsreader": Family(
        "Newsreader", "Newsreader", "serif", "OFL-Newsreader.txt",
        (("regular", Font("newsreader-text")), ("bold", Font("newsreader-bold")),
         ("italic", Font("newsreader-italic")), ("display", Font("newsreader-display"))),
        '"Serif Fallback", Georgia, serif', f"Newsreader, {_SERIF_OUTSIDE}",
    ),
    "desk_sans": Family(
        "Desk Sans", "Pretendard", "sans", "OFL-Pretendard.txt",
        (("regular", Font("desk-sans-regular")), ("bold", Font("desk-sans-semibold"))),
        f'"Sans Fallback", {_SANS_LIKE}, "Stopgap"', f"Desk Sans, {_SANS_OUTSIDE}",
    ),
    "desk_myeongjo": Family(
        "Desk Myeongjo", "Noto Serif KR", "serif", "OFL-NotoSerifKR.txt",
        (("regular", Font("desk-myeongjo-regular")), ("bold", Font("desk-myeongjo-semibold"))),
        '"Myeongjo Fallback", "AppleMyungjo", "Batang", serif, "Myeongjo Stopgap"',
        "Desk Myeongjo, Noto Serif KR, AppleMyungjo, Batang, serif",
    ),
}  # fmt: skip
"""The program's, by the names that a story chooses them by (``house.FAMILIES``)."""
_NEWSREADER, _SANS, _MYEONGJO = FAMILIES.values()
AFTER: Mapping[str, tuple[Cut, ...]] = {
    style: (*_SANS.cuts(style), *_MYEONGJO.cuts(style), *_NEWSREADER.cuts(style))
    for style in ("regular", "bold")
}
"""Where letters come from that a family lacks, in its regular weight and in its bold one."""
IN_HEADINGS = _MYEONGJO.cuts("bold")
"""Where they come from first in headings that have serifs."""


def brought(key: str, family: Brought, edition: Edition) -> Family:
    """The *family* that a story has brought and calls *key*."""
    fonts = tuple(
        (style, Font(f"{key}_{style}", edition.fonts[file])) for style, file in family.files.items()
    )
    serif = family.kind == "serif"
    like = 'Georgia, "AppleMyungjo", "Batang", serif' if serif else _SANS_LIKE
    outside = f"{family.name}, {_SERIF_OUTSIDE if serif else _SANS_OUTSIDE}"
    terms = edition.fonts[family.licence]
    return Family(key, family.name, family.kind, f"{key}.txt", fonts, like, outside, terms)


@cache
def written(lang: str) -> frozenset[str]:
    """The letters beyond the usual that the program writes by itself in *lang*."""
    if lang != "ko":
        return frozenset()
    return frozenset("위").union(counting(lang), *map(_wide_in, (particles, widths)))


@cache
def counting(lang: str) -> frozenset[str]:
    """Those of them that numbers and dates are told with."""
    return frozenset(_wide_in(korean)) if lang == "ko" else frozenset()


def _wide_in(module: ModuleType) -> list[str]:
    return _WIDE.findall(Path(str(module.__file__)).read_text("utf-8"))


def lacking(letters: Iterable[str], families: Iterable[Family] = ()) -> set[str]:
    """Those of *letters* that no font of the program has, nor of the *families* that a story has
    chosen; what is never seen needs none."""
    rare = {char for char in letters if not PLAIN.match(char) and not _unseen(char)}
    if not rare:
        return rare
    fonts = [*(cut.font for cut in AFTER["regular"]), *(it.fonts["regular"] for it in families)]
    return rare.difference(*(font.full.letters for font in fonts))


def _unseen(char: str) -> bool:
    """Whether *char* is white space, a control, or only chooses how its neighbour looks."""
    return (
        unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp", "Zs"} or "\ufe00" <= char <= "\ufe0f"
    )
