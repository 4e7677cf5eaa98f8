"""What an edition is set in: from here pages, drawings and pictures take their fonts.

``house.yaml`` says which family each role has in each language; what it leaves out is as here.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from braindrain_site.fonts.families import (
    AFTER,
    FAMILIES,
    IN_HEADINGS,
    Cut,
    Family,
    Font,
    brought,
)
from braindrain_site.model.edition import Edition
from braindrain_site.model.house import ROLES, Role

if TYPE_CHECKING:
    from braindrain_site.fonts.faces import Face

Style = Literal["display", "regular", "bold"]
"""How pictures are set: like headings, or like labels of either weight."""
_USUAL: Mapping[str, Mapping[Role, str]] = {
    "en": {"headings": "newsreader", "text": "newsreader", "labels": "desk_sans"},
    "ko": {"headings": "desk_myeongjo", "text": "desk_sans", "labels": "desk_sans"},
}
"""Role → family, where a house says nothing; a language that is not here is set like English."""
_BOLD: Mapping[str, Mapping[Role, int]] = {
    "en": {"headings": 500, "text": 700, "labels": 600},
    "ko": {"headings": 600, "text": 600, "labels": 600},
}
"""The weight that the styles ask for where a role is bold (``page.css``, ``korean.css``)."""
_MARK = "†"
"""The mark of doubt, as wide as a syllable in Korean serifs: set like labels there, as on pages
(``korean.css``)."""


class Sort(NamedTuple):
    """A family of a style sheet in one weight: the cuts that it is made of, the first for all that
    it has, the others for what those before lack.

    Unless it is *whole*, what pages always say is left to the reader's fonts where the first lacks
    it: arrows and the like, which no heading has, and 한국어 where all else is Latin. What sets
    *headings* alone is cut in parts."""

    family: str
    weight: str
    cuts: tuple[Cut, ...]
    style: str = "normal"
    whole: bool = False
    headings: bool = False

    def parts(self, cut: Cut) -> tuple[Cut, ...]:
        """What *cut* is loaded as if it is parted, the likeliest letters first."""
        if not self.headings or cut not in (self.cuts[0], *IN_HEADINGS):
            return ()  # labels load it too
        return tuple(cut._replace(name=f"{cut.name}-{number}") for number in (1, 2, 3))


class Setting:
    """The fonts of the pages and pictures of one language."""

    def __init__(self, families: Mapping[Role, Family], lang: str) -> None:
        self.lang = lang
        self._families = families
        self._bold = _BOLD.get(lang, _BOLD["en"])
        first = self.shown_first()
        chains = {"display": first[0], "regular": first[2], "bold": first[3]}
        self._chains: Mapping[str, tuple[Font, ...]] = {
            style: (*dict.fromkeys(cut.font for cut in cuts),) for style, cuts in chains.items()
        }
        self.known_by = (
            lang,
            *((style, *(font.known_by for font in fonts)) for style, fonts in self._chains.items()),
        )
        """What tells pictures that are set so from others."""

    @property
    def families(self) -> tuple[Family, ...]:
        """Each family that is chosen, once."""
        return (*{each.css: each for each in self._families.values()}.values(),)

    def stack(self, role: Role) -> str:
        """The families that style sheets name for *role*, and what stands in for them."""
        like = self._families[role].like
        if self._apart(role):
            like = like.replace("Serif", "Display", 1)
        return f'"{self._css(role)}", {like}'

    def outside(self, role: Role) -> str:
        """The same for files that are taken away, and find the fonts of whoever opens them."""
        return self._families[role].outside

    def shown_first(self) -> tuple[tuple[Cut, ...], ...]:
        """The cuts of what every page shows at its top: headings, text, labels, these in bold."""
        headings, text, labels = (self._families[role] for role in ROLES)
        return (
            _in_headings(headings),
            _chain(text, "regular"),
            _chain(labels, "regular"),
            _chain(labels, "bold"),
        )

    def sorts(self) -> Iterator[Sort]:
        """What the style sheet loads, family by family."""
        if self._apart("headings"):
            weight, cuts = str(self._bold["headings"]), _in_headings(self._families["headings"])
            yield Sort(self._css("headings"), weight, cuts, whole=_is_brought(cuts), headings=True)
        for family in self.families:
            roles = [role for role in ROLES if self._css(role) == family.css]
            if roles:
                yield from self._of(family, roles)

    def face_of(self, char: str, style: Style) -> "Face":
        """The full font that *char* comes from in pictures; the first where none has it."""
        in_labels = style == "display" and self.lang == "ko" and char == _MARK
        fonts = self._chains["bold" if in_labels else style]
        return next((font for font in fonts if char in font.full.letters), fonts[0]).full

    def runs(self, text: str, style: Style) -> Iterator[tuple["Face", str]]:
        """*text* cut where its letters come from another full font."""
        for found, run in groupby(text, lambda char: self.face_of(char, style)):
            yield found, "".join(run)

    def _apart(self, role: Role) -> bool:
        """Whether the family of *role* has a font that is drawn for headings alone."""
        return role == "headings" and "display" in self._families[role].fonts

    def _css(self, role: Role) -> str:
        css = self._families[role].css
        return f"{css} Display" if self._apart(role) else css

    def _of(self, family: Family, roles: list[Role]) -> Iterator[Sort]:
        """What *family* has for *roles*: its bold font is for all the weights that they ask for."""
        asked = sorted({self._bold[role] for role in roles})
        bold = " ".join(dict.fromkeys(map(str, (asked[0], asked[-1]))))
        regular, of_headings = _chain(family, "regular"), roles == ["headings"]
        whole = "labels" in roles or _is_brought(regular)
        if "bold" not in family.fonts:
            weight = f"400 {self._bold['headings']}" if "headings" in roles else "400"
            yield Sort(family.css, weight, regular, whole=whole, headings=of_headings)
        elif not of_headings:
            yield Sort(family.css, "400", regular, whole=whole)
        if "bold" in family.fonts:
            chain = _in_headings(family) if of_headings else _chain(family, "bold")
            yield Sort(family.css, bold, chain, whole=whole, headings=of_headings)
        if "italic" in family.fonts and "text" in roles:
            yield Sort(family.css, "400", _chain(family, "italic"), "italic", whole)


def _in_headings(family: Family) -> tuple[Cut, ...]:
    first = family.cuts("display", "bold", "regular")
    before = IN_HEADINGS if family.kind == "serif" else ()
    after = AFTER["regular" if "display" in family.fonts else "bold"]
    return (*dict.fromkeys((*first, *before, *after)),)


def _chain(family: Family, style: str) -> tuple[Cut, ...]:
    after = AFTER["bold" if style == "bold" else "regular"]
    return (*dict.fromkeys((*family.cuts(style, "regular"), *after)),)


def _is_brought(cuts: Sequence[Cut]) -> bool:
    return cuts[0].font.brought is not None


@lru_cache(maxsize=8)
def setting(edition: Edition, lang: str) -> Setting:
    """What pages in *lang* of *edition* are set in; every name that is chosen is known there."""
    house = edition.house
    own = {key: brought(key, each, edition) for key, each in house.families.items()}
    families = {**FAMILIES, **own}
    chosen = ((house.fonts.of(role).get(lang), known) for role, known in _usual(lang).items())
    return _set(tuple(families[name or known] for name, known in chosen), lang)


def usual(lang: str) -> Setting:
    """What pages in *lang* are set in where a house says nothing."""
    return _set(tuple(FAMILIES[name] for name in _usual(lang).values()), lang)


def _usual(lang: str) -> Mapping[Role, str]:
    return _USUAL.get(lang, _USUAL["en"])


@lru_cache(maxsize=8)
def _set(families: tuple[Family, ...], lang: str) -> Setting:
    """One and the same while a preview reads the same fonts again: what it has measured stays."""
    return Setting(dict(zip(ROLES, families, strict=True)), lang)
