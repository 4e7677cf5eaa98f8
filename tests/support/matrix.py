"""What every page does wrong in every condition that readers meet it in: a table.

python -m tests.support.matrix DIR [chromium|firefox] [CONDITION…]     where DIR holds a built site
"""

import functools
import http.server
import json
import re
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import axe_playwright_python
from playwright.sync_api import Page, sync_playwright

from tests.conftest import PATIENCE
from tests.support.conditions import CONDITIONS, Condition
from tests.support.firefox import Firefox
from tests.support.quiet import QUIET
from tests.support.reader import WCAG

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
SEEN = (Path(__file__).parent / "matrix.js").read_text("utf-8").rstrip().rstrip(";")
UNFOLD = "for (const each of document.querySelectorAll('details')) each.open = true;"
HEAR = """() => {
  window.refused = [];
  document.addEventListener("securitypolicyviolation", event =>
    refused.push(`${event.violatedDirective} ${event.blockedURI}`));
}"""


class Tab(Protocol):
    """A page of either browser."""

    def goto(self, address: str) -> object:
        """Shows the page at *address*; what was heard of others is forgotten."""

    def evaluate(self, script: str) -> object:
        """What *script* comes to on the page, waited for."""

    def heard(self) -> tuple[list[str], list[str]]:
        """What the page asked for, and what the console calls errors."""


class Chromium:
    """A page of Chromium that keeps what it hears."""

    def __init__(self, page: Page) -> None:
        self.evaluate = page.evaluate
        self.page = page
        page.on("request", lambda request: self._asked.append(request.url))
        page.on("console", lambda each: self._hear(each.text) if each.type == "error" else None)
        page.on("pageerror", lambda error: self._hear(str(error)))

    def _hear(self, text: str) -> None:
        self._said.append(text)

    def goto(self, address: str) -> None:
        self._asked: list[str] = []
        self._said: list[str] = []
        self.page.goto(address)

    def heard(self) -> tuple[list[str], list[str]]:
        return self._asked, self._said


@contextmanager
def chromium(condition: Condition) -> Iterator[tuple[str, Chromium]]:
    """The version of a Chromium in this *condition*, and its page."""
    find = Path(__file__).parents[2] / ".ci/browser"
    found = subprocess.run([find], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    arguments = [*QUIET, *condition.arguments]
    width, height = condition.size
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=arguments)
        context = browser.new_context(
            viewport={"width": width, "height": height},
            device_scale_factor=condition.density,
            **condition.chromium,
        )
        context.set_default_timeout(PATIENCE)
        context.add_init_script(f"({HEAR})()")
        page = context.new_page()
        page.emulate_media(media="print" if condition.media == "print" else "screen")
        yield f"Chromium {browser.version}", Chromium(page)
        browser.close()


@contextmanager
def firefox(condition: Condition) -> Iterator[tuple[str, Tab]]:
    """The version of a Firefox in this *condition*, and its page."""
    with Firefox(condition.firefox) as browser:
        browser.resize(*condition.size, condition.density)
        browser.before(HEAR)
        yield f"Firefox {browser.version}", browser


BROWSERS = {"chromium": chromium, "firefox": firefox}


@contextmanager
def served(folder: Path, *, scripts: bool) -> Iterator[str]:
    """The address that *folder* has here meanwhile; without *scripts* they are empty."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def translate_path(self, path: str) -> str:
            return super().translate_path(path) if scripts or ".js" not in path else "/dev/null"

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    answer = functools.partial(Quiet, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def looked_at(tab: Tab, home: str, path: str, done: str, condition: Condition) -> list[str]:
    """What the page at *path* does wrong once *done* is done to it."""
    tab.goto(home + path)
    if condition.media == "screen":
        tab.evaluate(UNFOLD + "0")
    tab.evaluate(done + ";0")
    tab.evaluate(AXE + ";0")

    def told(script: str) -> Any:
        return json.loads(str(tab.evaluate(f"Promise.resolve({script}).then(JSON.stringify)")))

    paper = json.dumps(condition.media == "print")
    found: dict[str, list[str]] = told(f"({SEEN})({json.dumps(WCAG)}, {paper})")
    queries = json.dumps(condition.asked)
    found["not so"] = told(f"{queries}.filter(each => !matchMedia(each).matches)")
    asked, said = tab.heard()
    found["refused"] = said + told("refused")
    found["elsewhere"] = [each for each in asked if not each.startswith((home, "data:"))]
    return [f"{kind}: {each}" for kind, all_of in found.items() for each in all_of]


def kind_of(path: str) -> str:
    """What the pages that count together are called."""
    parts = re.sub(r"(/?index)?\.html$", "", path).split("/")
    lang = parts.pop(0) if len(parts[0]) == 2 else ""
    name = parts[0] if parts and parts[0] else "story"
    name += " of a chart" if len(parts) > 1 else ""
    return f"{name} ({lang})" if lang else name


def main(folder: Path, browser: str, only: list[str]) -> None:
    """Prints what was found, and a table of how much it is: kinds of pages × conditions."""
    paths = sorted(str(page.relative_to(folder)) for page in folder.rglob("*.html"))
    counts: Counter[tuple[str, str]] = Counter()
    conditions = only or [*CONDITIONS]
    for name in conditions:
        condition = CONDITIONS[name]
        done = condition.both + (condition.only_firefox if browser == "firefox" else "")
        with (
            served(folder, scripts=condition.scripts) as home,
            BROWSERS[browser](condition) as (version, tab),
        ):
            for path in paths:
                for found in looked_at(tab, home, path, done, condition):
                    counts[kind_of(path), name] += 1
                    print(f"{name} | {path} | {found}", flush=True)
        print(f"{version}, {name}: {len(paths)} pages seen", file=sys.stderr, flush=True)
    print(f"\n| {version} | pages |", " | ".join(conditions), "|")
    print("|---" * (2 + len(conditions)) + "|")
    for kind, pages in Counter(map(kind_of, paths)).items():
        print(f"| {kind} | {pages} |", *(f"{counts[kind, each]} |" for each in conditions))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), (sys.argv[2:] or ["chromium"])[0], sys.argv[3:])
