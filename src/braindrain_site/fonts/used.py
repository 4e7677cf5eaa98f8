"""The letters of an edition: all that an editor wrote for readers, in which language."""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from braindrain_site import wording
from braindrain_site.fonts.families import written
from braindrain_site.model.edition import Edition
from braindrain_site.model.memory import recall
from braindrain_site.model.problems import Place

_ADDRESSES = {"address", "path", "seen_url", "url"}
_ADDRESS = re.compile(r"(?<=\]\()[^)\s]*")
"""Where a link of Markdown leads to, which no page shows."""


class Said(NamedTuple):
    """A text, where it begins, its language if it is for pages in that only, and whether it may
    name letters as HTML does (``&rarr;``)."""

    text: str
    start: Place
    lang: str
    named: bool = False


def said(edition: Edition) -> Iterator[Said]:
    """Every text of *edition* that a reader may see: YAML's one by one, other files whole."""
    yield from _records(edition)
    yield from _chapters(edition)


def _records(edition: Edition) -> Iterator[Said]:
    unread = {*wording.LANGUAGES} - {*edition.site.languages}
    for path, text in edition.scalars.items():
        if path[-1] in unread or path[-1] in _ADDRESSES:
            continue
        if path[0] == "exempt.yaml" and "words" in path[2:]:
            continue  # they say again what a text says
        yield Said(text, edition.places[path], path[-1] if path[-1] in wording.LANGUAGES else "")
    for name in edition.tables:
        file = edition.place(f"tables/{name}.yaml").file.removesuffix("yaml") + "csv"
        yield Said("\n".join(edition.lines[file]), Place(file), "")


def _chapters(edition: Edition) -> Iterator[Said]:
    for lang in edition.site.languages:
        for chapter in edition.chapters(lang):
            text = _ADDRESS.sub(_blank, "\n".join(edition.lines[chapter.file]))
            yield Said(text, Place(chapter.file), lang, named=True)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def letters(edition: Edition) -> Mapping[str, frozenset[str]]:
    """Language → the letters that its pages may show."""
    languages = edition.site.languages
    records = recall(edition, "letters", lambda: _found(_records(edition), languages))
    chapters = _found(_chapters(edition), languages)
    found = {lang: records[lang] | chapters[lang] | written(lang) for lang in languages}
    return {lang: found[lang] | _of_interface(edition, lang) for lang in languages}


def _of_interface(edition: Edition, lang: str) -> frozenset[str]:
    """The letters of what pages say around the story."""
    words = (text.get(lang, "") for text in edition.words.values())
    return letters_of("".join(words), named=False)


def _found(texts: Iterable[Said], languages: Iterable[str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {lang: set() for lang in languages}
    for each in texts:
        for lang in [each.lang] if each.lang else found:
            found[lang] |= letters_of(each.text, each.named)
    return {lang: frozenset(known) for lang, known in found.items()}


@lru_cache(maxsize=2**8)
def letters_of(text: str, named: bool) -> frozenset[str]:
    """Every letter of *text*: as typed, as a browser puts them together, and as a style may begin
    a line with them."""
    typed = {*text}
    if named and "&" in typed:
        typed |= {*html.unescape(text)}
    if any(map(unicodedata.combining, typed)):
        typed |= {*unicodedata.normalize("NFC", text)}
    return frozenset(typed.union(*map(str.upper, typed)))
