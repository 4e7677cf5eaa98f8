"""Cuts what readers load out of the full fonts: the letters that an edition uses, and no others."""

import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from braindrain_site.disk.cache import Cache
from braindrain_site.fonts import ranges, used
from braindrain_site.fonts.families import FAMILIES, FOLDER, SUMS, Font
from braindrain_site.fonts.ranges import Loaded, Used
from braindrain_site.fonts.setting import setting
from braindrain_site.model.edition import Edition
from braindrain_site.model.files import Make
from braindrain_site.model.house import ROLES, Role

FEATURES = "calt case ccmp kern liga lnum locl mark mkmk pnum tnum".split()
"""What pages ask of a font beyond single letters (OpenType's features)."""
_TERMS = {0, 5, 13, 14}
_NAMES = _TERMS | {1, 2, 3, 4, 6, 16, 17}
"""What a cut says of itself (OpenType's name ids): whose it is and its licence; its name only if it
is ours, for a licence may keep that for the unchanged font (Open Font License, 3)."""


class Dress(NamedTuple):
    """What the pages of a language are set in: the rules of their style sheet, the families that it
    names for each role, and the fonts that they show at their top."""

    faces: tuple[Loaded, ...] = ()
    stacks: Mapping[Role, str] = {}
    preloaded: tuple[str, ...] = ()


class Served:
    """The fonts of an edition as readers get them, looked for in the cache first.

    While no letter is new, no full font is read.
    """

    def __init__(self, edition: Edition, cache: Path | None) -> None:
        self._cache = Cache(
            cache, [SUMS, *FOLDER.glob("*.py")], ("brotli", "fonttools", "uharfbuzz")
        )
        self._edition = edition
        headings = used.headings(edition)
        read = {it: Used(all_, headings[it]) for it, all_ in used.letters(edition).items()}
        self._settings = {lang: setting(edition, lang) for lang in read}
        sorts = [[*each.sorts()] for each in self._settings.values()]
        cuts = [(sort, cut) for each in sorts for sort in each for cut in sort.cuts]
        parts = (each for sort, cut in cuts for each in (cut, *sort.parts(cut)))
        self._fonts: Mapping[str, Font] = {cut.name: cut.font for cut in parts}
        shown = [
            (lang, *("".join(sorted(letters)) for letters in (found.letters, *found.headings)))
            for lang, found in read.items()
        ]
        known = [(sort._replace(cuts=()), *(cut.font.known_by for cut in sort.cuts))
                 for each in sorts for sort in each]  # fmt: skip
        plan = self._cache.text(("fonts", shown, known), lambda: self._plan(read))
        self.letters: Mapping[str, str]
        """Each file's name → the letters that it holds."""
        self._dress, self.letters = json.loads(plan)

    def dress(self, lang: str) -> Dress:
        """What pages in *lang* are set in."""
        faces, preloaded = self._dress[lang]
        stacks = {role: self._settings[lang].stack(role) for role in ROLES}
        return Dress(tuple(Loaded(*rule) for rule in faces), stacks, (*preloaded,))

    def files(self) -> dict[str, Make]:
        """The name of each file → what cuts it."""
        return {f"{cut}.woff2": partial(self._file, cut) for cut in self.letters}

    @property
    def made_from(self) -> object:
        """What tells the files from those of another edition."""
        known = {cut: self._fonts[cut].known_by for cut in self.letters}
        return self.letters, known, self.licences()

    def licences(self) -> dict[str, bytes]:
        """The name of each file → a licence, of every family of which anything is served."""
        chosen = (family for each in self._settings.values() for family in each.families)
        served = {self._fonts[cut] for cut in self.letters}
        return {
            family.licence: family.terms or (FOLDER / family.licence).read_bytes()
            for family in (*FAMILIES.values(), *chosen)
            if served.intersection(family.fonts.values())
        }

    def _file(self, cut: str) -> bytes:
        letters, font = self.letters[cut], self._fonts[cut]
        made_from = (cut, font.known_by, letters)
        return self._cache.content(made_from, lambda: woff2(font, letters))

    def _plan(self, read: Mapping[str, Used]) -> str:
        """Language → its rules and what is loaded first, and cut → its letters, as JSON."""
        sample = self._edition.words["skip_to_text"]
        dress = {
            lang: (
                [*ranges.loaded(each, read[lang])],
                ranges.preloaded(each, read[lang], sample[lang][0]),
            )
            for lang, each in self._settings.items()
        }
        needed = ranges.needed((each, read[lang]) for lang, each in self._settings.items())
        return json.dumps((dress, needed))


def woff2(font: Font, letters: str) -> bytes:
    """The full *font* with no more than *letters* and what they need, as browsers load it.

    The same letters of the same font are the same bytes on any computer.
    """
    from braindrain_site.fonts.packing import packed

    return packed(subset(font, letters))


def subset(font: Font, letters: str) -> bytes:
    """The same as TrueType or OpenType."""
    import uharfbuzz as hb

    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    for kind, members in (
        (hb.SubsetInputSets.UNICODE, map(ord, letters)),
        (hb.SubsetInputSets.NAME_ID, _NAMES if font.brought is None else _TERMS),
        (hb.SubsetInputSets.LAYOUT_FEATURE_TAG, (int.from_bytes(tag.encode()) for tag in FEATURES)),
    ):
        chosen = wanted.sets(kind)
        chosen.clear()
        chosen.update(members)
    return bytes(hb.subset(hb.Face(hb.Blob(font.full.data)), wanted).blob.data)
