"""Every page of one language, and what all pages share: path → bytes.

A template gets what ``_common`` gives every page and what its own page adds. Links are relative and
say ``index.html``, so that the pages work from a folder on disk and under any address; only
``404.html``, which is shown at an unknown depth, starts from the site's own path. Where a page and
its twins stand is told to search engines once ``site.yaml`` has an address: they take no other.
"""

from collections.abc import Callable
from functools import cache as once
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from braindrain_site import wording
from braindrain_site.charts import outlines
from braindrain_site.charts.outlines import Type
from braindrain_site.disk.cache import Cache
from braindrain_site.model.files import Make
from braindrain_site.pages import chart_pages, embed_code, list_pages
from braindrain_site.pages.embed_code import Framed
from braindrain_site.pages.issue import PATHS, Issue, addresses, chart_path, embed_path, home, up
from braindrain_site.pages.story_page import Story
from braindrain_site.pages.templates import Press
from braindrain_site.wording.filling import filled

_MISSING = "404.html"
_PRELOADED = {
    "en": ("newsreader-display", "newsreader-text", "desk-sans-regular", "desk-sans-semibold"),
    "ko": ("desk-myeongjo", "desk-hangul-regular", "desk-hangul-semibold", "desk-sans-regular"),
}
"""The fonts that every page of a language shows at its top."""


def make_pages(issue: Issue, templates: Path, cache: Path | None = None) -> dict[str, Make]:
    """Path below the site → what makes each page of *issue*.

    When the *cache* holds the code that embeds every chart, no font is read to find its height.
    """
    press = Press(templates)

    @once
    def story() -> Story:
        return Story(issue)

    contexts: dict[str, Callable[[], dict[str, Any]]] = {
        "story": lambda: story().context(),
        "charts": lambda: chart_pages.charts(issue),
        "figures": lambda: list_pages.figures(issue, story()),
        "sources": lambda: list_pages.sources(issue),
        "method": lambda: list_pages.method(issue),
        "data": lambda: list_pages.data(issue),
    }

    def page(key: str) -> bytes:
        root = up(issue.home + PATHS[key])
        return press.page(f"{key}.html", root, _common(issue, key, root) | contexts[key]())

    def missing() -> bytes:
        root = issue.edition.site.path
        return press.page(_MISSING, root, _common(issue, "missing", root))

    files: dict[str, Make] = {issue.home + PATHS[key]: partial(page, key) for key in contexts}
    files[issue.home + _MISSING] = missing
    return files | _of_charts(issue, press, _Heights(templates / "fonts", cache))


class _Heights:
    """Makes the code that embeds a chart, and looks in the cache first."""

    def __init__(self, fonts: Path, cache: Path | None) -> None:
        self._type = Type(fonts)
        makers = [Path(embed_code.__file__), Path(outlines.__file__), *sorted(fonts.glob("*.ttf"))]
        self._cache = Cache(cache, makers, ("fonttools",))

    def code(self, address: str, title: str, frame: str) -> str:
        """The code for the page *frame*, which stands at *address*."""
        return self._cache.text(
            ("embed", address, title, frame),
            lambda: embed_code.embed_code(address, title, Framed(frame, self._type)),
        )


def _of_charts(issue: Issue, press: Press, heights: _Heights) -> dict[str, Make]:
    """The frame and the page of every chart; the page says how tall its frame is."""

    def context(key: str) -> dict[str, Any]:
        root = up(issue.home + chart_path(key))
        return _common(issue, "chart", root, chart_pages.described(issue, key))

    @once
    def frame(key: str) -> bytes:
        told = context(key) | chart_pages.frame(issue, key)
        scripts = ("script.js", "embed.js")
        root = up(issue.home + embed_path(key))
        return press.page("embed.html", root, told, "embed.css", scripts)

    def page(key: str) -> bytes:
        address, title = chart_pages.framed_at(issue, key), issue.drawings[key].title
        told = chart_pages.chart(issue, key, heights.code(address, title, frame(key).decode()))
        return press.page("chart.html", up(issue.home + chart_path(key)), context(key) | told)

    files: dict[str, Make] = {}
    for key in issue.edition.charts:
        files[issue.home + embed_path(key)] = partial(frame, key)
        files[issue.home + chart_path(key)] = partial(page, key)
    return files


def make_assets(templates: Path) -> dict[str, Make]:
    """Path below the site → what makes the fonts with their licences, the icon, and a welcome to
    search engines (Robots Exclusion Protocol, RFC 9309)."""
    fonts = [path for path in (templates / "fonts").iterdir() if path.suffix in {".woff2", ".txt"}]
    files: dict[str, Make] = {
        f"assets/fonts/{path.name}": path.read_bytes for path in sorted(fonts)
    }
    files["assets/icon.svg"] = (templates / "icon.svg").read_bytes
    files["robots.txt"] = lambda: b"User-agent: *\nAllow: /\n"
    return files


def _common(
    issue: Issue, key: str, root: str, chart: SimpleNamespace | None = None
) -> dict[str, Any]:
    """What the template of every page gets, besides what the press adds."""
    words, lang = issue.words, issue.lang
    site, plain = issue.edition.site, issue.binding().plain
    name = title = plain(site.title[lang])
    description = words.get(f"{key}_description", plain(site.description[lang]))
    if chart:
        name, description = chart.title, chart.description
    elif key != "story":
        name = words[f"{key}_title"]
    if key != "story":
        title = filled(words["page_title"], page=name, site=title)
    top = root + issue.home
    card = issue.card(f"chart-{chart.key}" if chart else key)
    shared = site.address + card if site.address and card in issue.exports else None
    path = chart_path(chart.key) if chart else PATHS.get(key)
    address = f"{site.address}{issue.home}{path}" if site.address and path else None
    return {
        "lang": lang,
        "words": SimpleNamespace(**words),
        "page": SimpleNamespace(
            key=key, title=title, name=name, description=description, card=shared, address=address
        ),
        "nav": [(key, *found) for key, found in addresses(words, top).items()],
        "home": top,
        "publisher": site.publisher[lang],
        "published": wording.day(site.published, lang),
        "updated": wording.day(site.updated, lang),
        "looked_until": wording.day(site.looked_until, lang),
        "preloaded": _PRELOADED[lang],
        "tongues": _tongues(issue, path, root),
    }


def _tongues(issue: Issue, path: str | None, root: str) -> list[tuple[str, str, str, str]]:
    """For every language its own name for itself, and the page *path* in it: link, then address.

    The missing page leads to the story. A site in one language names none.
    """
    edition = issue.edition
    if len(edition.site.languages) == 1:
        return []
    name, top = edition.words["language_name"], edition.site.address or ""
    path = path or PATHS["story"]
    twins = {lang: home(edition, lang) + path for lang in edition.site.languages}
    return [(lang, name[lang], root + twin, top + twin) for lang, twin in twins.items()]
