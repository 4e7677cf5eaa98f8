"""What a reader waits for, beside a page of the same text written by hand, in one sitting.

That page has the text, the fonts and the opening picture of the story: no receipts, no further
charts, no scripts. Slow is what Lighthouse applies for a telephone: 1.44 Mbit/s, 562 ms until an
answer begins, a processor four times slower.
"""

import gzip
import mimetypes
import statistics
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, sync_playwright

from tests.support import floor_page
from tests.support.quiet import QUIET

RUNS = 3
_MEASURED = """() => {
  const m = window.measured = {fcp: 0, lcp: 0, is: "", cls: 0, tasks: []};
  const watch = (type, each) => new PerformanceObserver(
    list => list.getEntries().forEach(each)).observe({type, buffered: true});
  watch("paint", e => { if (e.name === "first-contentful-paint") m.fcp = e.startTime; });
  watch("largest-contentful-paint", e => {
    m.lcp = e.startTime; m.is = e.element ? e.element.className || e.element.tagName : "";
  });
  watch("layout-shift", e => { m.cls += e.hadRecentInput ? 0 : e.value; });
  watch("longtask", e => m.tasks.push([e.startTime, e.duration]));
}"""


class Reader(NamedTuple):
    """How somebody reads: a screen, a processor so many times slower, a slow line or a fast one."""

    name: str
    screen: Mapping[str, Any]
    slower: int
    line: Mapping[str, Any] | None


READERS = (
    Reader("desktop", {"viewport": {"width": 1280, "height": 800}}, 1, None),
    Reader(
        "slow", {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75}, 4,
        {"offline": False, "latency": 562.5,
         "downloadThroughput": 1474.56 * 1024 / 8, "uploadThroughput": 675 * 1024 / 8},
    ),
)  # fmt: skip


class Times(NamedTuple):
    """First and largest paint and time blocked, in milliseconds; how much has moved."""

    fcp: float
    lcp: float
    cls: float
    tbt: float


def compare(site: Path) -> Iterator[str]:
    """A line for each reader and page of the built *site*, ours and the floor taken in turn."""
    files = {path.relative_to(site).as_posix(): path.read_bytes()
             for path in site.rglob("*") if path.is_file()}  # fmt: skip
    pages = [path for path in ("index.html", "ko/index.html") if path in files]
    floor = {f"floor/{path}": content for path, content in floor_page.make(files, pages).items()}
    with serving({**files, **floor}) as address, browser() as chromium:
        for reader in READERS:
            for path in pages:
                taken: dict[str, list[Times]] = {path: [], f"floor/{path}": []}
                for _ in range(RUNS + 1):
                    for each, times in taken.items():
                        times.append(look(chromium, reader, f"{address}{each}"))
                yield from _told(reader.name, path, taken)


def _told(reader: str, path: str, taken: Mapping[str, list[Times]]) -> Iterator[str]:
    """Of each page the medians; the first look of all is not counted."""
    for each, times in taken.items():
        fcp, lcp, cls, tbt = (statistics.median(all_) for all_ in zip(*times[1:], strict=True))
        yield (f"reader, {reader:<8}{'floor ' if each != path else 'this  '}{path:<15}"
               f"{fcp:6.0f} ms first paint{lcp:6.0f} ms largest{tbt:5.0f} ms blocked"
               f"{cls:7.3f} moved")  # fmt: skip


@contextmanager
def browser() -> Iterator[Browser]:
    """The Chromium of the tests."""
    find = Path(__file__).parents[2] / ".ci/browser"
    found = subprocess.run([find], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield chromium
        chromium.close()


def look(chromium: Browser, reader: Reader, address: str) -> Times:
    """What *reader* waits for who has never been at *address* before."""
    context = chromium.new_context(**reader.screen)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    if reader.line:
        session.send("Network.emulateNetworkConditions", dict(reader.line))
    session.send("Emulation.setCPUThrottlingRate", {"rate": reader.slower})
    page.add_init_script(f"({_MEASURED})()")
    page.goto(address, wait_until="load")
    page.wait_for_timeout(500)
    found = page.evaluate("window.measured")
    context.close()
    first = found["fcp"]
    blocked = sum(
        max(0, min(took, began + took - first) - 50)
        for began, took in found["tasks"] if began + took > first
    )  # fmt: skip
    return Times(first, found["lcp"], found["cls"], blocked)


@contextmanager
def serving(files: Mapping[str, bytes]) -> Iterator[str]:
    """The address at which *files* are answered as hosts answer, squeezed beforehand."""
    squeezed = {path: gzip.compress(content, 9) for path, content in files.items()
                if not path.endswith((".woff2", ".png", ".jpg"))}  # fmt: skip

    class Answer(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0].lstrip("/")
            content = squeezed.get(path, files.get(path))
            self.send_response(404 if content is None else 200)
            self.send_header("Content-Type", mimetypes.guess_type(path)[0] or "font/woff2")
            self.send_header("Content-Length", str(len(content or b"")))
            if path in squeezed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
