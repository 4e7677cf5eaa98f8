"""The story of a built site as a PDF in each language: ``python -m tests.support.handout DIR``.

Chromium makes it from the print style, with tags and bookmarks. It is given the site at the address
that it was built for, so that links on paper and in the file lead there.
"""

import mimetypes
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Route, sync_playwright

from braindrain_site.pages.addresses import PDF
from tests.support.quiet import QUIET

_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')
_PAGE = re.compile(rb"/Type ?/Page\b")
MOST = 15
"""Pages that one hands out at most."""
_TWINS = re.compile(r'<link rel="alternate" hreflang="[^"]+" href="([^"]+)"')


def printed(
    browser: Browser, read: Callable[[str], bytes | None], size: str = "A4"
) -> dict[str, bytes]:
    """Path below the site → the story in each language, on paper of this *size*.

    *read* gives what stands at a path. Raises ValueError for a site without an address.
    """
    story = (read("index.html") or b"").decode()
    found = _CANONICAL.search(story)
    if not found:
        raise ValueError("The site has no address: build it with --address.")
    top = found[1]
    context = browser.new_context()

    def answer(route: Route) -> None:
        path = re.split("[?#]", route.request.url.removeprefix(top))[0]
        content = read(path + "index.html" if path.endswith("/") or not path else path)
        if content is None:
            route.abort()
        else:
            route.fulfill(
                body=content, content_type=mimetypes.guess_type(path or "x.html")[0] or "text/html"
            )

    context.route("**/*", answer)
    page, files = context.new_page(), {}
    for address in dict.fromkeys((top, *_TWINS.findall(story))):
        page.goto(address)
        page.emulate_media(media="print")
        page.evaluate("document.fonts.ready")
        files[address.removeprefix(top) + PDF] = page.pdf(format=size, tagged=True, outline=True)
    context.close()
    return files


def pages(pdf: bytes) -> int:
    """How many pages the file *pdf* has, as Chromium writes it."""
    return len(_PAGE.findall(pdf))


def main(folder: Path) -> None:
    """Prints into *folder* what lies in it."""

    def read(path: str) -> bytes | None:
        return file.read_bytes() if (file := folder / path).is_file() else None

    found = subprocess.run([".ci/browser"], stdout=subprocess.PIPE, text=True, check=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.stdout.strip(), args=QUIET)
        for path, content in printed(browser, read, *sys.argv[2:]).items():
            if pages(content) > MOST:
                sys.exit(f"{path} has {pages(content)} pages, and {MOST} at most is asked for.")
            (folder / path).write_bytes(content)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
