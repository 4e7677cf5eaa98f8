"""The letters of an edition: all that an editor wrote for readers, in which language."""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from braindrain_site import wording
from braindrain_site.fonts.families import counting, written
from braindrain_site.model.edition import Edition
from braindrain_site.model.memory import recall
from braindrain_site.model.problems import Place

_ADDRESSES = {"address", "path", "seen_url", "url"}
_ADDRESS = re.compile(r"(?<=\]\()[^)\s]*")
"""Where a link of Markdown leads to, which no page shows."""
_IN_STORY = {
    "site.yaml": {"title", "publisher"},
    "charts.yaml": {"headline"},
    "calculator.yaml": {"label"},
    "units.yaml": {"print", "singular"},
}
"""File → what headings of the story say of its entries; units stand with the numbers in them."""
_IN_LISTS = {"title", "subtitle"}
"""What other headings say of entries: of documents, tables and columns."""
_ANY = re.compile(".*")
_OF_INTERFACE = re.compile(
    ".*_title|data_(?:figures|machines)|figures_calculated"
    "|change_(?:dated|update|revision|correction)"
)
"""Which words of pages are their headings."""
_OF_CHAPTER = re.compile(r"#.*|\s*\d+[.)]\s+\*\*.*?\*\*")
"""A heading of Markdown, and what an item of a numbered list begins with in bold: a figure."""


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
    for path in _read(edition):
        yield _scalar(edition, path)
    for name in edition.tables:
        file = edition.place(f"tables/{name}.yaml").file.removesuffix("yaml") + "csv"
        yield Said("\n".join(edition.lines[file]), Place(file), "")


def _read(edition: Edition) -> Iterator[tuple[str, ...]]:
    unread = {*wording.LANGUAGES} - {*edition.site.languages}
    for path in edition.scalars:
        if path[-1] in unread or path[-1] in _ADDRESSES:
            continue
        if path[0] == "exempt.yaml" and "words" in path[2:]:
            continue  # they say again what a text says
        yield path


def _scalar(edition: Edition, path: tuple[str, ...]) -> Said:
    lang = path[-1] if path[-1] in wording.LANGUAGES else ""
    return Said(edition.scalars[path], edition.places[path], lang)


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


def headings(edition: Edition) -> Mapping[str, tuple[frozenset[str], ...]]:
    """Language → the letters that headings of the story are likely to show, and those that others
    are, likeliest first. A heading may show any of the ``letters`` all the same."""
    languages = edition.site.languages
    story, lists = recall(edition, "headings", lambda: _of_headings(edition))
    chapters = _found(_headings_of_chapters(edition), languages)
    return {
        lang: (story[lang] | chapters[lang] | counting(lang), lists[lang] | written(lang))
        for lang in languages
    }


def _of_headings(edition: Edition) -> tuple[Mapping[str, frozenset[str]], ...]:
    languages, story, lists = edition.site.languages, [], []
    for path in _read(edition):
        name = path[-2] if path[-1] in wording.LANGUAGES else path[-1]
        if name in _IN_STORY.get(path[0], ()):
            story.append(_scalar(edition, path))
        elif name in _IN_LISTS:
            lists.append(_scalar(edition, path))
    told = _found(story, languages)
    own = {it: told[it] | _of_interface(edition, it, _OF_INTERFACE) for it in languages}
    return own, _found(lists, languages)


def _headings_of_chapters(edition: Edition) -> Iterator[Said]:
    for said in _chapters(edition):
        lines = filter(None, map(_OF_CHAPTER.match, said.text.split("\n")))
        yield said._replace(text="\n".join(line[0] for line in lines))


def _of_interface(edition: Edition, lang: str, which: re.Pattern[str] = _ANY) -> frozenset[str]:
    """The letters of what pages say around the story: of the words whose names are *which*."""
    words = (text.get(lang, "") for key, text in edition.words.items() if which.fullmatch(key))
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
