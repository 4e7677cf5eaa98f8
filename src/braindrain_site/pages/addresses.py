"""Where every page stands: the one list of pages, and the way from one to another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from braindrain_site.model.edition import Edition
from braindrain_site.model.site import Site


@dataclass(frozen=True)
class Page:
    """A page that every language has once; *path* leads to it from the language's folder."""

    key: str
    path: str

    @property
    def template(self) -> str:
        """The template that it fills."""
        return f"{self.key}.html"

    @property
    def name(self) -> str:
        """The key of its name among the interface words."""
        return f"nav_{self.key}"


class Link(NamedTuple):
    """The address of a page, seen from another, and its name."""

    href: str
    name: str


PAGES = {
    page.key: page
    for page in (
        Page("story", "index.html"),
        Page("charts", "charts/index.html"),
        Page("figures", "figures/index.html"),
        Page("sources", "sources/index.html"),
        Page("method", "method/index.html"),
        Page("data", "data/index.html"),
        Page("search", "search/index.html"),
    )
}
"""The pages in the order of the navigation."""
CHANGES = Page("corrections", "changes/index.html")
"""The page of a site that has changes, which the foot of every other leads to."""
FEED = "changes.atom"
"""The same as a feed, below the folder of its language."""
VERSIONS = Page("versions", "versions/index.html")
"""The page of a site that keeps its versions, which the foot of every other leads to."""
KEPT = "v"
"""The folder of the versions that are kept."""
STORE = "files"
"""What versions share, below it: each file in a folder called by a digest of it."""
UNNAMED = "0000-00-00-000000000000"
"""What the version that is being made is called until its pages say what it is: a day and a digest
of them. As long as its name will be."""
THIS_VERSION = f"{KEPT}/{UNNAMED}/"
"""The folder of that version."""
NOT_KEPT = ("search", "data")
"""The pages that no version has: what they lead to is the newest."""
PDF = "story.pdf"
"""The story as it is printed, below the folder of its language; no build makes it."""
OF_CHAPTERS = ("story", "figures", "method", "search")
"""The pages that say what stands in chapters, or where in them."""
TEXT = "story.txt"
"""The story as plain text, below the folder of its language."""
MISSING = "404.html"
"""The page for addresses that lead nowhere: its template, and its path in every language."""


def chart_path(chart: str) -> str:
    """The page of one chart, below the folder of its language."""
    return f"charts/{chart}/index.html"


def embed_path(chart: str) -> str:
    """The frame of one chart for pages of others, below the folder of its language."""
    return f"embed/{chart}/index.html"


def oembed_path(chart: str) -> str:
    """What tells the programs of other sites how to embed one chart, below that folder."""
    return f"embed/{chart}/oembed.json"


def home(edition: Edition, lang: str) -> str:
    """The folder of *lang* below the site; the first language has none."""
    return "" if lang == edition.site.languages[0] else f"{lang}/"


def home_folders(languages: Iterable[str]) -> list[str]:
    """The folders of all *languages*, the first at the top."""
    _, *others = languages
    return ["", *(f"{lang}/" for lang in others)]


def whole(site: Site, path: str) -> str | None:
    """The whole address of the page at *path* below the site, if the site has one.

    It is called by its folder: hosts lead there from ``index.html``, and search engines drop what
    leads elsewhere.
    """
    return site.address + path.removesuffix("index.html") if site.address else None


def cited(edition: Edition, lang: str, path: str) -> str | None:
    """The whole address by which the page at *path* below the folder of *lang* is cited: that of
    the version, where versions are kept, so that what was cited stays as it was."""
    if edition.site.address is None:
        return None
    live = edition.kept is None or path in {PAGES[page].path for page in NOT_KEPT}
    return edition.site.address + ("" if live else THIS_VERSION) + home(edition, lang) + path


def links(words: Mapping[str, str], root: str) -> dict[str, Link]:
    """Page → the link to it from a page that reaches the top by *root*."""
    return {key: Link(root + page.path, words[page.name]) for key, page in PAGES.items()}


def up(path: str) -> str:
    """The way from *path* to the top: ``"../"`` for each folder it stands in."""
    return "../" * path.count("/")
