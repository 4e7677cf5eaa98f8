"""Cuts what readers load out of the full fonts: the letters that an edition uses, and no others."""

import json
from collections.abc import Mapping
from functools import partial
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from braindrain_site.disk.cache import Cache
from braindrain_site.fonts import families, used
from braindrain_site.fonts.families import CUTS, SUMS, Loaded
from braindrain_site.model.edition import Edition
from braindrain_site.model.files import Make

_NAMES = {0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17}
"""What a cut says of itself: whose it is, its own name, its licence (OpenType's name ids)."""


class Served:
    """The fonts of an edition as readers get them, looked for in the cache first.

    While no letter is new, no full font is read.
    """

    def __init__(self, edition: Edition, cache: Path | None) -> None:
        here = Path(__file__)
        makers = [SUMS, here, here.with_name("families.py"), here.with_name("faces.py")]
        self._cache = Cache(cache, makers, ("brotli", "fonttools", "uharfbuzz"))
        letters = used.letters(edition)
        shown = [(lang, "".join(sorted(found))) for lang, found in letters.items()]
        plan = self._cache.text(("fonts", shown), lambda: _plan(letters))
        self._faces: Mapping[str, list[list[Any]]]
        self.letters: Mapping[str, str]
        """Each file's name → the letters that it holds."""
        self._faces, self.letters = json.loads(plan)

    def faces(self, lang: str) -> tuple[Loaded, ...]:
        """The rules of the style sheet of pages in *lang*."""
        return tuple(Loaded(*rule) for rule in self._faces[lang])

    def files(self) -> dict[str, Make]:
        """The name of each file → what cuts it."""
        return {f"{cut}.woff2": partial(self._file, cut) for cut in self.letters}

    def _file(self, cut: str) -> bytes:
        letters = self.letters[cut]
        return self._cache.content((cut, letters), lambda: woff2(CUTS[cut].font, letters))


def _plan(letters: Mapping[str, frozenset[str]]) -> str:
    """Language → its rules, and cut → its letters, as JSON."""
    faces = {lang: list(families.loaded(lang, found)) for lang, found in letters.items()}
    return json.dumps((faces, families.needed(letters)))


def woff2(font: str, letters: str) -> bytes:
    """The full *font* with no more than *letters* and what they need, as browsers load it.

    The same letters of the same font are the same bytes on any computer.
    """
    import brotli
    from fontTools.ttLib import TTFont
    from fontTools.ttLib import woff2 as writer

    # The best quality, 11, takes three times as long for a hundredth of the size, and fontTools
    # lets nobody choose another.
    writer.brotli = SimpleNamespace(
        **vars(brotli) | {"compress": partial(brotli.compress, quality=10)}
    )
    cut = TTFont(BytesIO(subset(font, letters)), recalcTimestamp=False)
    cut.flavor = "woff2"
    cut.save(file := BytesIO(), reorderTables=False)
    return file.getvalue()


def subset(font: str, letters: str) -> bytes:
    """The same as TrueType."""
    import uharfbuzz as hb

    from braindrain_site.fonts.faces import FEATURES, face

    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    for kind, members in (
        (hb.SubsetInputSets.UNICODE, map(ord, letters)),
        (hb.SubsetInputSets.NAME_ID, _NAMES),
        (hb.SubsetInputSets.LAYOUT_FEATURE_TAG, (int.from_bytes(tag.encode()) for tag in FEATURES)),
    ):
        chosen = wanted.sets(kind)
        chosen.clear()
        chosen.update(members)
    return bytes(hb.subset(hb.Face(hb.Blob(face(font).data)), wanted).blob.data)
