"""The page that finds: every heading, paragraph, chart and number of the site, in one list.

The list is the index. It is a page of its own, so that no other page carries a byte of it; whoever
opens it has it whole, from a disk and without a script too, to be read by the headings or searched
with the browser's own means. With the script only those entries stay that hold all words typed,
each anywhere in a word: so Korean is found whatever particle follows it, and by parts of
compounds.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from braindrain_site import wording
from braindrain_site.pages.addresses import PAGES, chart_path, up
from braindrain_site.pages.material import Material
from braindrain_site.pages.plain_text import plain_text
from braindrain_site.pages.story_page import Section, Story
from braindrain_site.pages.templates import Content
from braindrain_site.texts.markdown import Prose


@dataclass(frozen=True)
class Entry:
    """What can be found: its address, what it is called, and a line more."""

    href: str
    name: str
    more: str = ""


@dataclass(frozen=True)
class Hits:
    """The entries of one kind, under a heading; *key* is its id."""

    key: str
    title: str
    href: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class SearchPage(Content):
    """What ``search.html`` gets."""

    groups: tuple[Hits, ...]

    @property
    def scripts(self) -> tuple[str, ...]:
        """Its own as well."""
        return (*super().scripts, "search.js")


def search(material: Material, story: Story) -> SearchPage:
    """All that can be found, chapter by chapter, then the charts, then the numbers."""
    top = up(PAGES["search"].path)
    chapters = (_chapter(each, top + PAGES["story"].path) for each in story.chapters)
    found = {"charts": _charts(material, top), "figures": _figures(material, top)}
    lists = (
        Hits(page, material.words[PAGES[page].name], top + PAGES[page].path, tuple(entries))
        for page, entries in found.items()
    )
    return SearchPage((*chapters, *lists))


def _chapter(chapter: Section, story: str) -> Hits:
    href = f"{story}#{chapter.slug}"
    texts = [plain_text(part.html) for part in chapter.parts if isinstance(part, Prose)]
    lines = (line for text in texts for line in text.split("\n") if line.strip())
    return Hits(chapter.slug, chapter.plain_title, href, tuple(Entry(href, line) for line in lines))


def _charts(material: Material, top: str) -> Iterator[Entry]:
    plain, lang = material.binding().plain, material.lang
    for key, chart in material.edition.charts.items():
        more = plain(chart.subtitle[lang])
        yield Entry(top + chart_path(key), plain(chart.headline[lang]), more)


def _figures(material: Material, top: str) -> Iterator[Entry]:
    plain, lang = material.binding().plain, material.lang
    for key, figure in material.edition.figures.items():
        phrase = wording.phrase(material.amounts[key], lang)
        period = wording.period(figure.period, lang) if figure.period else ""
        more = ", ".join(filter(None, (plain(figure.label[lang]), period)))
        yield Entry(f"{top}{PAGES['figures'].path}#r-{key}", phrase, more)
