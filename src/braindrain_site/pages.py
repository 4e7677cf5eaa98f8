"""Every page of one language, and what all pages share: path → bytes.

A template gets what ``_common`` gives every page and what its own page adds. Links are relative and
say ``index.html``, so that the pages work from a folder on disk and under any address; only
``404.html``, which is shown at an unknown depth, starts from the site's own path.
"""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from braindrain_site import list_pages, wording
from braindrain_site.issue import PATHS, Issue, addresses, up
from braindrain_site.press import Press
from braindrain_site.story_page import Story

_MISSING = "404.html"
_PRELOADED = ("newsreader-display", "newsreader-text", "desk-sans-regular", "desk-sans-semibold")


def make_pages(issue: Issue, templates: Path) -> dict[str, bytes]:
    """Path below the site → bytes of every page of *issue*."""
    press = Press(templates)
    story = Story(issue)
    contexts = {
        "story": story.context(),
        "figures": list_pages.figures(issue, story),
        "sources": list_pages.sources(issue),
        "method": list_pages.method(issue),
        "data": list_pages.data(issue),
    }
    files = {}
    for key, context in contexts.items():
        path = issue.home + PATHS[key]
        files[path] = press.page(f"{key}.html", up(path), _common(issue, key, up(path)) | context)
    root = issue.edition.site.path
    missing = press.page(_MISSING, root, _common(issue, "missing", root))
    return files | {issue.home + _MISSING: missing}


def make_assets(templates: Path) -> dict[str, bytes]:
    """Path below the site → bytes of the fonts with their licences, and the icon."""
    fonts = [path for path in (templates / "fonts").iterdir() if path.suffix in {".woff2", ".txt"}]
    files = {f"assets/fonts/{path.name}": path.read_bytes() for path in sorted(fonts)}
    return files | {"assets/icon.svg": (templates / "icon.svg").read_bytes()}


def _common(issue: Issue, key: str, root: str) -> dict[str, Any]:
    """What the template of every page gets, besides what the press adds."""
    words, lang = issue.words, issue.lang
    site, plain = issue.edition.site, issue.binding().plain
    title = plain(site.title[lang])
    description = words.get(f"{key}_description", plain(site.description[lang]))
    if key != "story":
        title = words["page_title"].format(page=words[f"{key}_title"], site=title)
    home = root + issue.home
    return {
        "lang": lang,
        "words": SimpleNamespace(**words),
        "page": SimpleNamespace(key=key, title=title, description=description),
        "nav": [(key, *found) for key, found in addresses(words, home).items()],
        "home": home,
        "publisher": site.publisher[lang],
        "published": wording.day(site.published, lang),
        "updated": wording.day(site.updated, lang),
        "preloaded": _PRELOADED,
    }
