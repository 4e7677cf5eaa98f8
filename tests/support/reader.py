"""A reader's browser on a site that is nowhere but in memory, and how many tests share one."""

import mimetypes
import time
from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

HOME = "http://127.0.0.1:9/under/a/path/"
"""Nothing listens there: what is not answered below is a request to elsewhere."""
PUBLISHED = ("site.yaml", "languages: [en]", "languages: [en]\npath: /under/a/path/")
"""The edit that makes a site for this place."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WAITING = 'document.getAnimations().filter(one => one.animationName === "later")'
"""Which chapters of a page are laid out when their turn comes."""
RULES = {"runOnly": WCAG}
"""What axe is asked: unasked, it leaves out what came with WCAG 2.2, the size of targets."""
OPEN_AT_ONCE = 6
"""A browser starts a process for each kind of reader: those not asked for lately are closed."""


class Reader:
    """One person's browser on a site: what it asked for, and what it complained about.

    *theirs* are pages of others, which stand beside the site.
    """

    def __init__(self, browser: Browser, kind: dict[str, Any], site: Mapping[str, bytes]) -> None:
        self._kind, self._context = kind, browser.new_context(**kind)
        self._context.route("**/*", self._answer)
        self.page = self._context.new_page()
        self._size = self.page.viewport_size
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.begin(site)

    def begin(self, site: Mapping[str, bytes]) -> None:
        """As if this browser had just been started, on *site*."""
        self.page.goto("about:blank")
        self.page.emulate_media(media="null", color_scheme=self._kind.get("color_scheme", "light"))
        if self._size and self.page.viewport_size != self._size:
            self.page.set_viewport_size(self._size)
        self.page.mouse.move(0, 0)
        self.site, self.wait = site, 0.0
        self.theirs: dict[str, bytes] = {}
        self.elsewhere: list[str] = []
        self.complaints: list[str] = []

    def _answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(HOME).partition("#")[0].partition("?")[0]
        content = self.theirs.get(path) or self.site.get(path)
        if content is None:
            self.elsewhere.append(route.request.url)
            route.abort()
            return
        if path.endswith(".woff2"):
            time.sleep(self.wait)
        kind = mimetypes.guess_type(path)[0] or "font/woff2"
        route.fulfill(body=content, content_type=kind)

    def open(self, path: str) -> Page:
        """The page at *path*."""
        self.page.goto(HOME + path)
        return self.page

    def close(self) -> None:
        """Ends what the browser keeps running for this reader."""
        self._context.close()


class Readers:
    """A reader of each kind, opened once: opening one takes four times what a page takes."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._open: dict[str, Reader] = {}

    def begin(self, kind: dict[str, Any], site: Mapping[str, bytes]) -> Reader:
        """A reader of this *kind* who has just come to *site*."""
        reader = self._open.pop(str(kind), None)
        if reader:
            reader.begin(site)
        else:
            reader = Reader(self._browser, kind, site)
        self._open[str(kind)] = reader
        if len(self._open) > OPEN_AT_ONCE:
            self._open.pop(next(iter(self._open))).close()
        return reader


def as_reader(*kinds: dict[str, Any]) -> pytest.MarkDecorator:
    """The test is made for a reader of each of *kinds*: what a browser's context may be told."""
    return pytest.mark.parametrize("reader", kinds, indirect=True, ids=str)


_MOVED = """async () => {
  const moved = [];
  const note = entries => entries.forEach(shift => moved.push([shift.value,
    ...shift.sources.map(source => source.node?.textContent.trim().slice(0, 40))]));
  const observer = new PerformanceObserver(list => note(list.getEntries()));
  observer.observe({type: "layout-shift", buffered: true});
  await document.fonts.ready;
  for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
  note(observer.takeRecords());
  return moved;
}"""


def moved(page: Page) -> list[list[Any]]:
    """What has moved since *page* came, and by how much: all fonts are there, and drawn with.

    It waits for the fonts and then for frames, not for a time: a busy computer changes nothing.
    """
    return list(page.evaluate(_MOVED))
