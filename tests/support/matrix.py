"""What every kind of page does wrong in every condition that readers meet it in: a table.

python -m tests.support.matrix DIR [CONDITION…]     where DIR holds a built site
"""

import functools
import http.server
import re
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import PATIENCE
from tests.support.quiet import QUIET
from tests.support.reader import WCAG

ONCE = "index figures/index sources/index method/index data/index charts/index search/index"
ONCE += " changes/index 404"
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
SEEN = (Path(__file__).parent / "matrix.js").read_text("utf-8")
UNFOLD = "for (const each of document.querySelectorAll('details')) each.open = true"
HEAR = """() => {
  window.refused = [];
  document.addEventListener("securitypolicyviolation", event =>
    refused.push(`${event.violatedDirective} ${event.blockedURI}`));
}"""
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets.push(sheet);
}"""
"""WCAG 2.2, 1.4.12; a sheet that is made is no matter of the rules for those that are asked for."""
WIDE = {"width": 1280, "height": 1024}
CONDITIONS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "more contrast": {"contrast": "more"},
    "less motion": {"reduced_motion": "reduce"},
    "320 px": {"viewport": {"width": 320, "height": 640}},
    "200 %": {"viewport": {"width": 640, "height": 512}, "device_scale_factor": 2},
    "400 %": {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4},
    "text spacing": {},
    "print": {"viewport": {"width": 700, "height": 1000}},
    "no script": {},  # for the site's own are empty: without any, axe could not look
}


def pages(folder: Path) -> list[str]:
    """A page of each kind in each language, and a chart's and its frame of each form."""
    homes = ["", *(f"{each.parent.name}/" for each in folder.glob("*/404.html"))]
    found = [f"{home}{name}.html" for home in homes for name in ONCE.split()]
    forms: dict[str, str] = {}
    for page in sorted(folder.glob("charts/*/index.html")):
        [form] = re.findall(r'class="chart ([a-z]+)', page.read_text("utf-8"))[:1] or [page.name]
        forms.setdefault(form, page.parent.name)
    return found + [
        f"{home}{kind}/{name}/index.html"
        for home in homes
        for kind in ("charts", "embed")
        for name in forms.values()
    ]


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address that *folder* has on this computer meanwhile."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    answer = functools.partial(Quiet, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def looked_at(page: Page, address: str, condition: str) -> dict[str, list[str]]:
    """What the page at *address* does wrong, by kind."""
    asked: list[str] = []
    said: list[str] = []
    home = address[: address.index("/", 8)]
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda each: said.append(each.text) if each.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    if condition == "no script":
        page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(address)
    if condition == "text spacing":
        page.evaluate(SPACED)
    elif condition == "print":
        page.emulate_media(media="print")
    else:
        page.evaluate(UNFOLD)
    page.evaluate(AXE.read_text("utf-8"))
    found: dict[str, list[str]] = page.evaluate(SEEN, WCAG)
    found["refused"] = said + (page.evaluate("window.refused ?? []"))
    found["elsewhere"] = [each for each in asked if not each.startswith((home, "data:"))]
    return found


def in_condition(
    browser: Browser, condition: str, home: str, paths: list[str]
) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Each page, and what it does wrong in *condition*."""
    context = browser.new_context(**{"viewport": WIDE, **CONDITIONS[condition]})
    context.set_default_timeout(PATIENCE)
    context.add_init_script(f"({HEAR})()")
    for path in paths:
        page = context.new_page()
        yield path, looked_at(page, home + path, condition)
        page.close()
    context.close()


def kind_of(path: str) -> str:
    """What the pages that count together are called."""
    parts = re.sub(r"(/?index)?\.html$", "", path).split("/")
    lang = parts.pop(0) if len(parts[0]) == 2 else ""
    name = parts[0] if parts and parts[0] else "story"
    name += " of a chart" if len(parts) > 1 else ""
    return f"{name} ({lang})" if lang else name


def main(folder: Path, only: list[str]) -> None:
    """Prints the counts of each kind of page in each condition, and what was found."""
    find = Path(__file__).parents[2] / ".ci/browser"
    chromium = subprocess.run([find], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    counts: Counter[tuple[str, str]] = Counter()
    paths = pages(folder)
    with served(folder) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        print(f"Chromium {browser.version}: {len(paths)} pages", flush=True)
        for condition in only or CONDITIONS:
            for path, found in in_condition(browser, condition, home, paths):
                for kind, each in found.items():
                    counts[kind_of(path), condition] += len(each)
                    for what in each:
                        print(f"{condition} | {path} | {kind} | {what}", flush=True)
            print(f"{condition}: seen", file=sys.stderr, flush=True)
        browser.close()
    conditions = only or [*CONDITIONS]
    print("page |", " | ".join(conditions))
    for kind in dict.fromkeys(map(kind_of, paths)):
        print(kind, "|", " | ".join(str(counts[kind, each]) for each in conditions))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2:])
