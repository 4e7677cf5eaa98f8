"""What stands around the content of every page: its head, its navigation, its foot.

Links are relative and say ``index.html``, so that the pages work from a folder on disk and under
any address. Where a page and its twins stand is told to search engines once ``site.yaml`` has an
address: they take no other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from braindrain_site import wording
from braindrain_site.charts.palette import palette
from braindrain_site.fonts.setting import setting
from braindrain_site.model.house import DayAndNight, Fonts
from braindrain_site.pages import citations
from braindrain_site.pages.addresses import (
    CHANGES,
    PAGES,
    PDF,
    VERSIONS,
    Link,
    chart_path,
    home,
    links,
    oembed_path,
    whole,
)
from braindrain_site.pages.json_ld import json_ld
from braindrain_site.pages.material import Material
from braindrain_site.wording.filling import filled


@dataclass(frozen=True)
class Head:
    """What a page says of itself to browsers, to search engines and where it is shared."""

    key: str
    """Which page it is: one of ``PAGES``, ``chart`` or ``missing``."""
    title: str
    """Its name with that of the site."""
    name: str
    description: str
    card: str | None
    """The whole address of its picture."""
    address: str | None
    """Its own whole address."""


class Tongue(NamedTuple):
    """A page in one language: that language's own name for itself, the link, the whole address."""

    lang: str
    name: str
    href: str
    address: str


class Citation(NamedTuple):
    """How the page is cited: in a sentence, and each file's address with its format."""

    sentence: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Shared:
    """What the template of every page gets, whatever its content."""

    lang: str
    words: Mapping[str, str]
    """The interface words."""
    root: str
    """The way to the top of the site."""
    home: str
    """The way to the folder of the language."""
    page: Head
    nav: Mapping[str, Link]
    tongues: tuple[Tongue, ...]
    """The page in every language; empty when the site has one."""
    publisher: str
    imprint: tuple[tuple[str, str], ...]
    """Who is behind it, how to reach them, how they correct: as far as it is told, each named."""
    published: str
    updated: str
    looked_until: str
    modified: str
    """The day of *updated* for machines (ISO 8601): no change is of a later one."""
    changed: bool
    """Whether there is a page of changes."""
    oembed: str | None
    """What tells programs how to embed the chart that the page is of: its whole address."""
    deployed: tuple[Link, ...]
    """The versions and the printed story, where versions are kept."""
    fonts: str
    """What it is set in, in a sentence."""
    facts: Markup | None
    """What it says of itself to programs; nothing of the page for addresses that lead nowhere."""
    citation: Citation | None
    """How the page is cited, if it is one to be cited."""
    mark: Markup
    """The shapes of the publication's sign."""
    paper: DayAndNight


def shared(material: Material, key: str, root: str, chart: str | None = None) -> Shared:
    """What page *key*, which reaches the top by *root*, has around it; for a page of *chart*, of
    that."""
    site, lang = material.edition.site, material.lang
    top, colours = root + material.home, palette(material.edition.house)
    path = chart_path(chart) if chart else _path(key)
    page = _head(material, key, path, chart)
    return Shared(
        lang=lang,
        words=material.words,
        root=root,
        home=top,
        page=page,
        nav=links(material.words, top),
        tongues=_tongues(material, path, root),
        publisher=site.publisher[lang],
        imprint=tuple(
            (material.words[f"imprint_{name}"], text[lang])
            for name in ("people", "contact", "corrections")
            if (text := getattr(site, name))
        ),
        published=wording.day(site.published, lang),
        updated=wording.day(site.updated, lang),
        looked_until=wording.day(site.looked_until, lang),
        modified=site.updated.isoformat(),
        changed=bool(material.edition.changes),
        facts=json_ld(material, key, root, page.name, path) if path else None,
        citation=_citation(material, key, top, chart) if chart or key in citations.CITED else None,
        oembed=site.address + material.home + oembed_path(chart)
        if site.address and chart
        else None,
        deployed=_deployed(material, top),
        fonts=_fonts(material),
        mark=Markup(material.edition.mark),
        paper=DayAndNight(light=colours.day["paper"], dark=colours.night["paper"]),
    )


def _fonts(material: Material) -> str:
    """What pages are set in, in the program's own words unless the house has chosen."""
    if material.edition.house.fonts == Fonts():
        return material.words["footer_fonts"]
    families = setting(material.edition, material.lang).families
    named = ", ".join(dict.fromkeys(family.name for family in families))
    return filled(material.words["footer_fonts_chosen"], fonts=named)


def _path(key: str) -> str | None:
    """Where the page *key* stands below its language's folder; the missing one has no place."""
    page = {**PAGES, CHANGES.key: CHANGES, VERSIONS.key: VERSIONS}.get(key)
    return page.path if page else None


def _deployed(material: Material, top: str) -> tuple[Link, ...]:
    if material.edition.kept is None:
        return ()
    paths = {"versions_title": VERSIONS.path, "story_pdf": PDF}
    return tuple(Link(top + path, material.words[name]) for name, path in paths.items())


def _citation(material: Material, key: str, top: str, chart: str | None) -> Citation:
    work = citations.chart(material, chart) if chart else citations.page(material, key)
    stem = top + citations.stem(key, chart)
    files = tuple((f"{stem}.{ending}", name) for ending, name in citations.FORMATS.items())
    return Citation(citations.sentence(work, material.words), files)


def _head(material: Material, key: str, path: str | None, chart: str | None) -> Head:
    words, site, plain = material.words, material.edition.site, material.binding().plain
    name = title = plain(site.title[material.lang])
    description = words.get(f"{key}_description", plain(site.description[material.lang]))
    if chart:
        name = material.drawings[chart].title
        description = plain(material.edition.charts[chart].subtitle[material.lang])
    elif key != "story":
        name = words[f"{key}_title"]
    if key != "story":
        title = filled(words["page_title"], page=name, site=title)
    card = material.card(f"chart-{chart}" if chart else key)
    return Head(
        key=key,
        title=title,
        name=name,
        description=description,
        card=site.address + card if site.address and card in material.exports else None,
        address=whole(site, material.home + path) if path else None,
    )


def _tongues(material: Material, path: str | None, root: str) -> tuple[Tongue, ...]:
    """The page at *path* in every language; the missing page leads to the story."""
    edition = material.edition
    if len(edition.site.languages) == 1:
        return ()
    name, path = edition.words["language_name"], path or PAGES["story"].path
    twins = {lang: home(edition, lang) + path for lang in edition.site.languages}
    return tuple(
        Tongue(lang, name[lang], root + twin, whole(edition.site, twin) or twin)
        for lang, twin in twins.items()
    )
