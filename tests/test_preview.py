"""The preview as a browser meets it: real requests on the loopback address, real files saved."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from braindrain_site.model.problems import Place, Problem, Rejected
from braindrain_site.preview import Preview, keep_fresh, listening

PATIENCE = 120.0


@dataclass
class Desk:
    """An editor's folder with one chapter in it, previewed."""

    chapter: Path
    preview: Preview
    port: int
    said: list[str] = field(default_factory=list)

    def get(self, path: str, host: str = "127.0.0.1") -> tuple[HTTPResponse, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path, headers={"Host": f"{host}:{self.port}"})
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

    def make() -> dict[str, bytes]:
        text = chapter.read_text()
        if "typo" in text:
            problem = Problem(Place("data/pay.md"), "<b> is not closed.", "Write </b>.")
            raise Rejected([problem], {"data/pay.md": text.splitlines()})
        policy = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"""
        page = f"<html>{policy}<body><p>{text}</p></body></html>".encode()
        return {
            "index.html": page,
            "about/index.html": b"<p>about</p>",
            "data/pay.csv": b"year,won\n",
            "404.html": b"<body>not here</body>",
        }

    preview = Preview(make)
    stop = threading.Event()
    with listening(preview, 0) as address:
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
    assert "data/pay.md:1:1: &lt;b&gt; is not closed." in page
    assert "<b> is not closed" not in page
    assert "data/pay.md:1:1: <b> is not closed." in desk.said[-1]

    desk.chapter.write_text("third words")
    page = desk.page_once(lambda page: "third words" in page)
    assert "preview-problems" not in page


def test_a_mistake_from_the_start_is_shown_on_an_empty_page(tmp_path: Path) -> None:
    def make() -> dict[str, bytes]:
        raise Rejected([Problem(Place("data/site.yaml"), "The title is missing.")], {})

    preview = Preview(make)
    preview.rebuild()
    status, kind, page = preview.answer("")

    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert b"The title is missing." in page


def test_a_fault_of_our_own_keeps_its_traceback_and_the_preview_goes_on() -> None:
    builds = iter([{"index.html": b"good"}])
    preview = Preview(lambda: next(builds))
    assert preview.rebuild() == ""

    assert "StopIteration" in preview.rebuild()
    assert b"good" in preview.answer("")[2]
    assert b"StopIteration" in preview.answer("")[2]


def test_a_waiting_browser_is_told_of_a_change(desk: Desk) -> None:
    page = desk.page_once(lambda page: "first words" in page)
    seen = page.partition('data-seen="')[2].partition('"')[0]
    connection = HTTPConnection("127.0.0.1", desk.port, timeout=PATIENCE)
    connection.request("GET", f"/-preview/changes?{seen}")
    response = connection.getresponse()
    assert response.headers["Content-Type"] == "text/event-stream"

    desk.chapter.write_text("second words")

    assert response.read() == b"data: changed\n\n"
    assert "second words" in desk.get("/")[1]


def test_an_open_page_reloads_by_itself_and_shows_mistakes(desk: Desk, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{desk.port}/")
    expect(page.get_by_text("first words")).to_be_visible()

    desk.chapter.write_text("a typo")
    expect(page.get_by_role("alert")).to_contain_text("<b> is not closed.")
    assert page.get_by_role("alert").evaluate("it => getComputedStyle(it).position") == "fixed"

    desk.chapter.write_text("mended words")
    expect(page.get_by_text("mended words")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    page.close()


def test_a_build_that_changes_nothing_reloads_nothing() -> None:
    same = {"index.html": b"same"}
    preview = Preview(lambda: same)
    preview.rebuild()
    seen = str(preview.count)
    preview.rebuild()

    assert not preview.changed_since(seen, 0)


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


def test_a_page_under_another_name_reads_nothing(desk: Desk) -> None:
    desk.page_once(lambda page: "first words" in page)

    response, answer = desk.get("/", host="elsewhere.example")

    assert response.status == 403
    assert "first words" not in answer


def test_a_taken_port_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match="in use"), listening(Preview(dict), port):
            pytest.fail("two servers on one port")
