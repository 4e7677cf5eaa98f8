"""Which font each letter comes from, on the pages of a language and in pictures.

A font that lacks a letter leaves it to the next of its family; a letter that none of them has
cannot be published.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from braindrain_site.meanings import widths
from braindrain_site.wording import korean, particles

if TYPE_CHECKING:
    from braindrain_site.fonts.faces import Face

FOLDER = Path(__file__).parent
"""Where the full fonts stand, with their licences."""
SUMS = FOLDER / "SHA256SUMS"
"""A digest of each: what is made of them is known by this one small file."""
Style = Literal["display", "regular", "bold"]
PICTURES: Mapping[Style, tuple[str, ...]] = {
    "display": ("newsreader-display", "desk-myeongjo-semibold", "desk-sans-regular"),
    "regular": ("desk-sans-regular", "desk-myeongjo-regular", "newsreader-text"),
    "bold": ("desk-sans-semibold", "desk-myeongjo-semibold", "newsreader-bold"),
}
"""The full fonts that pictures are set in; each letter comes from the first that has it."""
_WIDE = re.compile(r"[\u1100-\u11ff\u3000-\u318f\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]")
_ALWAYS = frozenset([*map(chr, range(0x20, 0x7F)), *"\xa0§°±·×÷«»–—‘’‚“”„†…‰‹›₩€←↑→↓↗−≈≠≤≥한국어"])
"""What pages say whatever an editor wrote: Basic Latin, the marks of numbers and formulas, quotes,
arrows, and what English pages call the other language."""
PLAIN = re.compile(
    "[ -~\xa0-\u0148\u0391-\u03a1\u03a3-\u03c9\u0400-\u045f\u2010-\u2027\u2160-\u2188"
    "\u3001-\u3003\u3008-\u3011\u3041-\u3093\u30a1-\u30fa\u3131-\u318e\uac00-\ud7a3←↑→↓↗−≈≠≤≥₩€‰]"
)
"""Letters of which the fonts are known to have every one, so that none has to be read to tell."""


@cache
def full(font: str) -> "Face":
    """The full font called *font*. Only what is not in the cache needs one."""
    from braindrain_site.fonts.faces import face

    return face(font)


def face_of(char: str, style: Style) -> "Face":
    """The full font that *char* comes from in pictures; the first where none has it."""
    names = PICTURES[style]
    return full(next((name for name in names if char in full(name).letters), names[0]))


def runs(text: str, style: Style) -> Iterator[tuple["Face", str]]:
    """*text* cut where its letters come from another full font."""
    for found, run in groupby(text, lambda char: face_of(char, style)):
        yield found, "".join(run)


class Cut(NamedTuple):
    """A font that readers load: the full one that it is cut from, and whether it takes Hangul and
    other letters as wide as high, or all but those; None: whatever there is."""

    font: str
    wide: bool | None = None

    def takes(self, char: str) -> bool:
        """Whether *char* can be cut from the full font, and is not for another cut of it."""
        kind = self.wide is None or self.wide is bool(_WIDE.match(char)) or char in _ALWAYS
        return kind and char in full(self.font).letters


CUTS: Mapping[str, Cut] = {
    "newsreader-display": Cut("newsreader-display"),
    "newsreader-text": Cut("newsreader-text"),
    "newsreader-bold": Cut("newsreader-bold"),
    "newsreader-italic": Cut("newsreader-italic"),
    "desk-sans-regular": Cut("desk-sans-regular", wide=False),
    "desk-sans-semibold": Cut("desk-sans-semibold", wide=False),
    "desk-hangul-regular": Cut("desk-sans-regular", wide=True),
    "desk-hangul-semibold": Cut("desk-sans-semibold", wide=True),
    "desk-myeongjo": Cut("desk-myeongjo-semibold"),
    "desk-myeongjo-regular": Cut("desk-myeongjo-regular"),
}
"""The fonts that readers load, by the names of their files. Hangul stands apart, so that English
pages need not load it."""


class Family(NamedTuple):
    """A font family of the style sheet in one weight: the cuts that it is made of, the first for
    all that it has, the others for what those before lack."""

    name: str
    weight: int
    cuts: tuple[str, ...]
    style: str = "normal"


_REGULAR = (
    "desk-sans-regular", "desk-hangul-regular", "desk-myeongjo-regular", "newsreader-text",
)  # fmt: skip
_BOLD = ("desk-sans-semibold", "desk-hangul-semibold", "desk-myeongjo", "newsreader-bold")
_SANS = (Family("Desk Sans", 400, _REGULAR), Family("Desk Sans", 600, _BOLD))
FAMILIES: Mapping[str, tuple[Family, ...]] = {
    "en": (
        Family("Newsreader Display", 500, ("newsreader-display", "desk-myeongjo", *_REGULAR)),
        Family("Newsreader", 400, ("newsreader-text", *_REGULAR)),
        Family("Newsreader", 700, ("newsreader-bold", *_BOLD)),
        Family("Newsreader", 400, ("newsreader-italic", *_REGULAR), "italic"),
        *_SANS,
    ),
    "ko": (Family("Desk Myeongjo", 600, ("desk-myeongjo", *_BOLD)), *_SANS),
}


def families_of(lang: str) -> tuple[Family, ...]:
    """The families that pages in *lang* are set in: those of English, unless it has its own."""
    return FAMILIES.get(lang, FAMILIES["en"])


class Loaded(NamedTuple):
    """A rule of the style sheet: a font of a family, and for which letters it is loaded, as CSS
    writes it (``U+410-44F,U+3B1``); empty for the first, which is for all."""

    family: str
    weight: int
    style: str
    cut: str
    range: str


def loaded(lang: str, letters: frozenset[str]) -> Iterator[Loaded]:
    """The fonts that pages in *lang* load for *letters*."""
    for family in families_of(lang):
        for cut, found in {family.cuts[0]: "", **_ranges(family, letters)}.items():
            yield Loaded(family.name, family.weight, family.style, cut, found)


def needed(used: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Cut → the letters it must hold, in order, for languages that each use some letters."""
    found: dict[str, set[str]] = {}
    for lang, letters in used.items():
        for family in families_of(lang):
            first = family.cuts[0]
            always = first, [*filter(CUTS[first].takes, _ALWAYS)]
            for cut, owned in (always, *_owned(family, letters - _ALWAYS)):
                found.setdefault(cut, set()).update(owned)
    return {cut: "".join(sorted(found[cut])) for cut in CUTS if cut in found}


def _ranges(family: Family, letters: frozenset[str]) -> dict[str, str]:
    """Cut → the letters it adds to the first: one range where none of another's lies between."""
    found: dict[str, list[str]] = {}
    for cut, run in _owned(family, letters | _ALWAYS):
        if cut != family.cuts[0]:
            ends = dict.fromkeys(f"{ord(char):X}" for char in (run[0], run[-1]))
            found.setdefault(cut, []).append(f"U+{'-'.join(ends)}")
    return {cut: ",".join(ranges) for cut, ranges in found.items()}


def _owned(family: Family, letters: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Runs of *letters*, in order, each with the cut of *family* that they come from."""

    def owner(char: str) -> str:
        """What pages always say comes from the first or, as ever, from the next family."""
        first, *others = family.cuts
        if char in _ALWAYS or CUTS[first].takes(char):
            return first
        return next((cut for cut in others if CUTS[cut].takes(char)), "")

    for cut, run in groupby(sorted(letters), owner):
        if cut:
            yield cut, list(run)


@cache
def written(lang: str) -> frozenset[str]:
    """The letters beyond the usual that the program writes by itself in *lang*."""
    if lang != "ko":
        return frozenset()
    modules = (korean, particles, widths)
    sources = (Path(str(module.__file__)).read_text("utf-8") for module in modules)
    return frozenset("위").union(*map(_WIDE.findall, sources))


def lacking(letters: Iterable[str]) -> set[str]:
    """Those of *letters* that no font here has; what is never seen needs none."""
    rare = {char for char in letters if not PLAIN.match(char) and not _unseen(char)}
    if not rare:
        return rare
    return rare.difference(*(full(font).letters for font in PICTURES["regular"]))


def _unseen(char: str) -> bool:
    """Whether *char* is white space, a control, or only chooses how its neighbour looks."""
    return (
        unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp", "Zs"} or "\ufe00" <= char <= "\ufe0f"
    )
