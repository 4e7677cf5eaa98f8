"""What readers see now as a version that stays: at an address of its own, never touched again.

Its name is the day on which it came and a digest of what it says, so that a build which tells
readers nothing new has the name, and the bytes, of the version that told it first. What its pages
load (styles, scripts, fonts, pictures, tables) lies in one store, called by what it holds: versions
share what they have in common.
"""

import datetime as dt
import hashlib
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from braindrain_site.model.edition import Edition
from braindrain_site.pages import smaller
from braindrain_site.pages.addresses import (
    KEPT,
    NOT_KEPT,
    PAGES,
    STORE,
    UNNAMED,
    VERSIONS,
    chart_path,
    embed_path,
    home,
    up,
)
from braindrain_site.pages.templates import Press

_PLACES = [page.path for key, page in PAGES.items() if key not in NOT_KEPT]
_STORED = ("assets/", "cite/", "data/")
"""What a version keeps of all that its pages lead to, but for pages; the rest is the newest."""
_LINK = re.compile(r"""((?:href|src|data-spots)=")([^"#?]+)""")
_SEVERAL = re.compile(r'srcset="([^"]+)"')
_ELSEWHERE = re.compile(r"[a-z]+:|/|#", re.I)
_SEEN = re.compile(rb"<title>.*?</title>|<main\b.*</main>", re.S)
_CALLED_BY_CONTENT = re.compile(rb"assets/\w+\.[0-9a-f]{8}\.(?:css|js)")
"""How pages look and behave; what they say is elsewhere."""
_UNNAMED_ROW = re.compile(rb"<li><a [^>]*%s[^>]*>[^<]*</a></li>" % UNNAMED.encode())
"""Where the list of versions tells of one without a name."""
_FONT = re.compile(r'url\("(?!data:)([^"]+)"\)')
_STYLE = re.compile(r"<style>(.*?)</style>", re.S)


class Version(NamedTuple):
    """A version and the site that leads to it, each path below the site → bytes."""

    name: str
    site: Mapping[str, bytes]
    """The newest, which knows the name."""
    pages: Mapping[str, bytes]
    store: Mapping[str, bytes]


def version(
    files: Mapping[str, bytes], edition: Edition, templates: Path, today: dt.date
) -> Version:
    """The version that *files* are, of *today* if *edition* knows none that says the same."""
    pages = {path: lang for lang in edition.site.languages for path in _pages(files, edition, lang)}
    digest = _digest(files, pages)
    known = [name for name in edition.kept or () if name.endswith(digest)]
    name = min(known, default=f"{today}-{digest}")
    site = {path: _named(path, content, name, bool(known)) for path, content in files.items()}
    if known:
        return Version(name, site, {}, {})
    keeper = _Keeper(site, name, pages, edition, Press(templates))
    kept = {f"{KEPT}/{name}/{path}": keeper.page(path) for path in pages}
    return Version(name, site, kept, keeper.store)


def _named(path: str, content: bytes, name: str, known: bool) -> bytes:
    """*content* with the *name* of the version, which the list of versions has once."""
    if known and path.endswith(VERSIONS.path):
        content = _UNNAMED_ROW.sub(b"", content, count=1)
    return content.replace(UNNAMED.encode(), name.encode())


def _pages(files: Mapping[str, bytes], edition: Edition, lang: str) -> Iterator[str]:
    """The pages and frames in *lang* that a version keeps."""
    top = home(edition, lang)
    for path in _PLACES:
        if top + path in files:
            yield top + path
    for chart in edition.charts:
        yield top + chart_path(chart)
        yield top + embed_path(chart)


def _digest(files: Mapping[str, bytes], pages: Iterable[str]) -> str:
    """What readers see of *pages* and of the tables that they can take, as twelve letters."""
    digest = hashlib.sha256()
    for path in pages:
        seen = _CALLED_BY_CONTENT.sub(b"", b"".join(_SEEN.findall(files[path])))
        digest.update(b"\0".join((path.encode(), seen, b"")))
    for path in sorted(files):
        if path.endswith(".csv"):
            digest.update(b"\0".join((path.encode(), files[path], b"")))
    return digest.hexdigest()[:12]


@dataclass(frozen=True)
class _Keeper:
    """Makes the pages of a version out of those of the *site*, and fills its store on the way."""

    site: Mapping[str, bytes]
    name: str
    pages: Mapping[str, str]
    """The path of each that is kept → its language."""
    edition: Edition
    press: Press
    store: dict[str, bytes] = field(default_factory=dict)

    def page(self, path: str) -> bytes:
        """The page at *path* below the site as it stands in the version."""
        frame = path.endswith(tuple(map(embed_path, self.edition.charts)))
        before, style, after = _STYLE.split(self.site[path].decode(), maxsplit=1)
        stands = self._style(path, style if frame else style + self._line_style)
        link = f'<link rel="stylesheet" href="{self._seen_from(path, stands)}">'
        html = self._leading(path, before) + link + self._leading(path, after)
        return (html if frame else self._told(path, html)).encode()

    def _leading(self, path: str, html: str) -> str:
        """*html* of the page at *path*, its links as they lead in the version."""
        html = _LINK.sub(lambda it: it[1] + self._led(path, it[2]), html)
        return _SEVERAL.sub(lambda it: f'srcset="{self._each(path, it[1])}"', html)

    @cached_property
    def _line_style(self) -> str:
        return smaller.style(self.press.bare("version.css"))

    def _style(self, path: str, style: str) -> str:
        """Where the store has the *style* of the page at *path*, which most pages share."""

        def font(found: re.Match[str]) -> str:
            stands = self._stored(posixpath.normpath(posixpath.join(path, "..", found[1])))
            return f'url("../{stands.removeprefix(f"{KEPT}/{STORE}/")}")'

        return self._store("page.css", _FONT.sub(font, style).encode())

    def _told(self, path: str, html: str) -> str:
        """*html* with a line that says which version it is, and leads to the newest."""
        words = {key: text[self.pages[path]] for key, text in self.edition.words.items()}
        newest = self._seen_from(path, path)
        line = self.press.bare("_version.html", words=words, version=self.name, newest=newest)
        return html.replace("<main ", f"{line}\n<main ", 1)

    def _each(self, path: str, links: str) -> str:
        led = (link.partition(" ") for link in links.split(", "))
        return ", ".join(f"{self._led(path, link)} {width}" for link, _, width in led)

    def _led(self, path: str, link: str) -> str:
        """Where *link* on the page at *path* leads in a version: to a page of it, to the store, or
        to what is the newest there."""
        if _ELSEWHERE.match(link):
            return link
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link))
        if target in self.pages:
            return link
        below = target.removeprefix(home(self.edition, self.pages[path]))
        if target in self.site and below.startswith(_STORED) and not target.endswith(".html"):
            target = self._stored(target)
        return self._seen_from(path, target)

    def _seen_from(self, path: str, target: str) -> str:
        """The way from the page at *path* in the version to *target* below the site."""
        return up(f"{KEPT}/{self.name}/{path}") + target

    def _stored(self, path: str) -> str:
        """Where the store has the file at *path*, which keeps its last name for who takes it."""
        return self._store(posixpath.basename(path), self.site[path])

    def _store(self, name: str, content: bytes) -> str:
        place = f"{KEPT}/{STORE}/{hashlib.sha256(content).hexdigest()[:16]}/{name}"
        self.store[place] = content
        return place
