"""Every page of one language: path → bytes.

Links are relative, so that a page works wherever the site stands; only the missing page, which is
shown at an unknown depth, starts from the site's own path.
"""

from collections.abc import Callable
from functools import cache as once
from functools import partial
from pathlib import Path

from braindrain_site.charts import outlines
from braindrain_site.charts.outlines import Type
from braindrain_site.disk.cache import Cache
from braindrain_site.fonts import families
from braindrain_site.fonts import setting as settings
from braindrain_site.fonts.cutting import Served
from braindrain_site.fonts.families import SUMS
from braindrain_site.fonts.setting import Setting
from braindrain_site.model.edition import Edition
from braindrain_site.model.files import Make
from braindrain_site.pages import (
    changes_page,
    chart_pages,
    data_page,
    embed_code,
    figures_page,
    method_page,
    oembed,
    search_page,
    sitemap,
    sources_page,
    text_edition,
    versions_page,
)
from braindrain_site.pages.addresses import (
    CHANGES,
    MISSING,
    PAGES,
    TEXT,
    THIS_VERSION,
    VERSIONS,
    Page,
    chart_path,
    embed_path,
    oembed_path,
    up,
)
from braindrain_site.pages.embed_code import Framed
from braindrain_site.pages.head_and_foot import shared
from braindrain_site.pages.material import Material
from braindrain_site.pages.story_page import Story
from braindrain_site.pages.templates import Content, Press
from braindrain_site.pages.two_widths import spots, spots_path


def make_pages(
    material: Material, templates: Path, served: Served, cache: Path | None = None
) -> dict[str, Make]:
    """Path below the site → what makes each page of *material*, set in the fonts *served*.

    When the *cache* holds the code that embeds every chart, no font is read to find its height.
    """
    press = Press(templates, served.dress(material.lang), material.edition.house)

    @once
    def story() -> Story:
        return Story(material)

    contents: dict[str, Callable[[], Content]] = {
        "story": lambda: story().page,
        "charts": lambda: chart_pages.charts(material),
        "figures": lambda: figures_page.figures(material, story()),
        "sources": lambda: sources_page.sources(material),
        "method": lambda: method_page.method(material),
        "data": lambda: data_page.data(material),
        CHANGES.key: lambda: changes_page.changes(material),
        VERSIONS.key: lambda: versions_page.versions(material),
        "search": lambda: search_page.search(material, story()),
    }

    def made(page: Page) -> bytes:
        around = shared(material, page.key, up(material.home + page.path))
        return press.page(page.template, around, contents[page.key]())

    def missing() -> bytes:
        return press.page(MISSING, shared(material, "missing", material.edition.site.path))

    listed = [*PAGES.values(), *([CHANGES] if material.edition.changes else [])]
    pages = [*listed, *([] if material.edition.kept is None else [VERSIONS])]
    files: dict[str, Make] = {material.home + page.path: partial(made, page) for page in pages}
    files[material.home + MISSING] = missing
    files[material.home + TEXT] = lambda: text_edition.text_edition(story())
    files[spots_path(material.lang)] = lambda: spots(material.drawings).encode()
    return files | _of_charts(
        material, press, _Heights(cache, settings.setting(material.edition, material.lang))
    )


class _Heights:
    """Makes the code that embeds a chart, and looks in the cache first."""

    def __init__(self, cache: Path | None, setting: Setting) -> None:
        makers = [Path(str(each.__file__)) for each in (embed_code, outlines, families, settings)]
        self._cache = Cache(cache, [*makers, SUMS], ("uharfbuzz",))
        self._setting = setting

    def code(self, address: str, title: str, frame: str) -> str:
        """The code for the page *frame*, which stands at *address*."""
        return self._cache.text(
            ("embed", address, title, frame, self._setting.known_by),
            lambda: embed_code.embed_code(address, title, Framed(frame, Type(self._setting))),
        )


def _of_charts(material: Material, press: Press, heights: _Heights) -> dict[str, Make]:
    """The frame and the page of every chart; the page says how tall its frame is."""

    @once
    def frame(key: str) -> bytes:
        around = shared(material, "chart", up(material.home + embed_path(key)), key)
        scripts = ("script.js", "embed.js")
        content = chart_pages.frame(material, key)
        return press.page("embed.html", around, content, "embed.css", scripts)

    def code(key: str, version: str = "") -> str:
        address, title = chart_pages.framed_at(material, key, version), material.drawings[key].title
        return heights.code(address, title, frame(key).decode())

    def page(key: str) -> bytes:
        around = shared(material, "chart", up(material.home + chart_path(key)), key)
        frozen = None if material.edition.kept is None else code(key, THIS_VERSION)
        content = chart_pages.chart(material, key, code(key), frozen)
        return press.page("chart.html", around, content)

    files: dict[str, Make] = {}
    for key in material.edition.charts:
        files[material.home + embed_path(key)] = partial(frame, key)
        files[material.home + chart_path(key)] = partial(page, key)
        if material.edition.site.address:
            told = partial(oembed.oembed, material, key, partial(code, key))
            files[material.home + oembed_path(key)] = told
    return files


def make_assets(templates: Path, served: Served) -> dict[str, Make]:
    """Path below the site → what makes the fonts *served* with their licences, and what all pages
    share."""
    licences = {name: partial(bytes, text) for name, text in served.licences().items()}
    fonts = served.files() | licences
    files: dict[str, Make] = {f"assets/fonts/{name}": make for name, make in fonts.items()}
    return files | Press(templates).files()


def make_for_search(edition: Edition) -> dict[str, Make]:
    """Path below the site → what tells search engines of it."""
    files: dict[str, Make] = {"robots.txt": partial(sitemap.robots, edition.site)}
    if edition.site.address:
        files[sitemap.PATH] = partial(sitemap.sitemap, edition)
    return files
