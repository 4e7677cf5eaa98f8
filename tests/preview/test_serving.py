"""The preview as a browser meets it: real requests on the loopback address, real files saved."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from braindrain_site.model.problems import Place, Problem, Rejected
from braindrain_site.preview.newest import Made, Preview
from braindrain_site.preview.panels import Differing
from braindrain_site.preview.serving import listening
from braindrain_site.preview.watching import keep_fresh

PATIENCE = 120.0


@dataclass
class Desk:
    """An editor's folder with one chapter in it, previewed."""

    chapter: Path
    preview: Preview
    port: int
    said: list[str] = field(default_factory=list)

    def get(
        self, path: str, host: str = "127.0.0.1:80", method: str = "GET"
    ) -> tuple[HTTPResponse, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path, headers={"Host": host})
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        return response, text

    def page_once(self, holds: Callable[[str], bool]) -> str:
        """The start page, as soon as it *holds*."""
        until = time.monotonic() + PATIENCE
        while not holds(page := self.get("/")[1]):
            assert time.monotonic() < until, page
            time.sleep(0.02)
        return page


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    chapter = tmp_path / "pay.md"
    chapter.write_text("first words")

    def make() -> Made:
        text = chapter.read_text()
        if "typo" in text:
            problem = Problem(Place("data/pay.md"), "<b> is not closed.", "Write </b>.")
            raise Rejected([problem], {"data/pay.md": text.splitlines()})
        policy = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"""
        page = f"<html>{policy}<body><p>{text}</p></body></html>".encode()
        files = {
            "index.html": page,
            "about/index.html": b"<p>about</p>",
            "data/pay.csv": b"year,won\n",
            "404.html": b"<body>not here</body>",
        }
        return Made(files, "1 problem waits.\nSee <here>." if "stale" in text else "")

    preview = Preview(make, lambda: "12:34:56")
    stop = threading.Event()
    with listening(preview, 0, ["Desk.local"]) as address:
        desk = Desk(chapter, preview, int(address.rstrip("/").rpartition(":")[2]))
        watcher = threading.Thread(
            target=keep_fresh, args=(preview, [tmp_path], desk.said.append, stop)
        )
        watcher.start()
        yield desk
        stop.set()
        watcher.join()


def test_a_saved_change_is_on_the_page(desk: Desk) -> None:
    desk.page_once(lambda page: "first words" in page)
    desk.chapter.write_text("second words")

    page = desk.page_once(lambda page: "second words" in page)

    assert "first words" not in page
    assert desk.said[0] == ""


def test_a_mistake_is_shown_over_the_last_good_page_until_it_is_mended(desk: Desk) -> None:
    desk.page_once(lambda page: "first words" in page)
    desk.chapter.write_text("a typo")
    page = desk.page_once(lambda page: "preview-problems" in page)
    assert "first words" in page
    assert "This page is the last good one, of 12:34:56." in page
    assert "data/pay.md:1:1: &lt;b&gt; is not closed." in page
    assert "<b> is not closed" not in page
    assert "data/pay.md:1:1: <b> is not closed." in desk.said[-1]

    desk.chapter.write_text("third words")
    page = desk.page_once(lambda page: "third words" in page)
    assert "preview-problems" not in page


def test_a_waiting_page_is_told_of_a_change(desk: Desk) -> None:
    page = desk.page_once(lambda page: "first words" in page)
    seen = page.partition('data-seen="')[2].partition('"')[0]
    with ThreadPoolExecutor(1) as waiting:
        answer = waiting.submit(desk.get, f"/-preview/changes?{seen}")
        desk.chapter.write_text("second words")
        assert answer.result()[0].status == 200
    assert "second words" in desk.get("/")[1]


def test_a_page_of_a_preview_that_ended_is_told_at_once(desk: Desk) -> None:
    desk.page_once(lambda page: "first words" in page)
    assert desk.get("/-preview/changes?0abc.1")[0].status == 200


def test_an_open_page_reloads_by_itself_and_shows_mistakes(desk: Desk, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{desk.port}/")
    expect(page.get_by_text("first words")).to_be_visible()

    desk.chapter.write_text("a typo")
    expect(page.get_by_role("alert")).to_contain_text("<b> is not closed.")
    assert (
        page.get_by_role("alert").evaluate("it => getComputedStyle(it.parentElement).position")
        == "fixed"
    )

    desk.chapter.write_text("mended words")
    expect(page.get_by_text("mended words")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    page.close()


def test_what_differs_comes_to_an_open_page_later(desk: Desk, browser: Browser) -> None:
    """Without loading it again; it unfolds by keyboard, and stays so on the next page."""
    page = browser.new_page(viewport={"width": 360, "height": 640}, color_scheme="dark")
    page.goto(f"http://127.0.0.1:{desk.port}/")
    page.evaluate("document.title = 'not loaded again'")
    panel = page.locator("#preview-changes")
    expect(panel).to_be_hidden()

    desk.preview.tell(Differing("2 numbers differ", "<ul><li><a href='/about/'>pay</a></li></ul>"))
    expect(page.get_by_role("status")).to_have_text("2 numbers differ")
    assert page.title() == "not loaded again"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="pay").click()
    expect(page.get_by_text("about")).to_be_visible()
    expect(page.get_by_role("link", name="pay")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360

    desk.preview.tell(Differing())
    expect(panel).to_be_hidden()
    page.close()


def test_any_number_of_open_pages_is_told(desk: Desk, browser: Browser) -> None:
    """A browser opens six connections to one address: waiting pages must not hold them all."""
    context = browser.new_context()
    pages = [context.new_page() for _ in range(9)]
    for page in pages:
        page.goto(f"http://127.0.0.1:{desk.port}/")
        expect(page.get_by_text("first words")).to_be_visible()

    desk.chapter.write_text("second words")

    for page in pages:
        expect(page.get_by_text("second words")).to_be_visible()
    context.close()


def test_what_waits_for_publication_stands_on_the_new_page(desk: Desk, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{desk.port}/")

    desk.chapter.write_text("stale words")

    expect(page.get_by_text("stale words")).to_be_visible()
    expect(page.get_by_text("1 problem waits.")).to_be_visible()
    expect(page.get_by_text("See <here>.")).to_be_hidden()
    page.get_by_text("1 problem waits.").click()
    expect(page.get_by_text("See <here>.")).to_be_visible()
    page.close()


@pytest.mark.parametrize(
    ("path", "status", "kind", "text"),
    [
        ("/about/", 200, "text/html; charset=utf-8", "<p>about</p>"),
        ("/about/?from=here", 200, "text/html; charset=utf-8", "<p>about</p>"),
        ("/about", 301, None, ""),
        ("/data/pay%2Ecsv", 200, "text/csv; charset=utf-8", "year,won\n"),
        ("/nowhere", 404, "text/html; charset=utf-8", "not here"),
        ("/../pay.md", 404, "text/html; charset=utf-8", "not here"),
    ],
)
def test_paths_lead_where_a_static_host_would_lead(
    desk: Desk, path: str, status: int, kind: str | None, text: str
) -> None:
    desk.page_once(lambda page: "first words" in page)

    response, answer = desk.get(path)

    assert (response.status, response.headers["Content-Type"]) == (status, kind)
    assert text in answer
    assert ("reload.js" in answer) == (kind is not None and "html" in kind)


@pytest.mark.parametrize(
    ("host", "answered"),
    [
        ("localhost", True),
        ("LOCALHOST:8000", True),
        ("[::1]:8000", True),
        ("192.168.0.7:8000", True),
        ("desk.local:8000", True),
        ("elsewhere.example:8000", False),
        ("localhost.elsewhere.example", False),
        ("127.0.0.1.elsewhere.example", False),
        ("", False),
    ],
)
def test_a_page_under_another_name_reads_nothing(desk: Desk, host: str, answered: bool) -> None:
    desk.page_once(lambda page: "first words" in page)

    response, answer = desk.get("/", host)

    assert response.status == (200 if answered else 403)
    assert ("first words" in answer) == answered
    assert ("--host" in answer) != answered


def test_an_address_in_the_request_counts_as_a_name(desk: Desk) -> None:
    desk.page_once(lambda page: "first words" in page)
    assert desk.get("http://elsewhere.example/")[0].status == 403
    assert desk.get("http://[/")[0].status == 400
    assert desk.get("http://desk.local/")[0].status == 200


@pytest.mark.parametrize("path", ["/", "/data/pay.csv", "/nowhere", "/-preview/changes?0.0"])
def test_asking_for_the_head_alone(desk: Desk, path: str) -> None:
    desk.page_once(lambda page: "first words" in page)
    whole, _ = desk.get(path)
    head, answer = desk.get(path, method="HEAD")
    assert (head.status, head.headers["Content-Length"], answer) == (
        whole.status, whole.headers["Content-Length"], "",
    )  # fmt: skip


def test_a_taken_port_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with (
            pytest.raises(OSError, match="in use"),
            listening(Preview(lambda: Made({}), str), port),
        ):
            pytest.fail("two servers on one port")
