"""A chart's frame on a page of another origin: as tall as it is, alone, and without a trace."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.support import sites, small

OURS, THEIRS = "http://127.0.0.1:9/drain/", "http://localhost:9/"
"""Two origins at which nothing listens: what is not answered below is a request to elsewhere."""
WIDTHS = (340, 560, 820)
LEAST, MOST = -0.04, 0.2
"""How far a height that was foretold may be from that of the page (``test_embed_code.py``)."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    edit = ("site.yaml", "languages:", f"address: {OURS}\npath: /drain/\nlanguages:")
    return sites.make(small.copy(tmp_path_factory.mktemp("foreign"), edit, edition=small.TWO))


def told(site: Mapping[str, bytes], page: str) -> dict[str, object]:
    """What the chart's *page* leads the programs of others to."""
    [link] = re.findall(r'type="application/json\+oembed"[^>]* href="([^"]+)"', site[page].decode())
    found = json.loads(site[link.removeprefix(OURS)])
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="module")
def page(site: Mapping[str, bytes]) -> str:
    """The first chart's page."""
    return next(path for path in sorted(site) if re.fullmatch(r"charts/\w+/index\.html", path))


class Foreign(NamedTuple):
    page: Page
    asked: list[str]

    def show(self, code: str, site: Mapping[str, bytes]) -> None:
        """Shows *code* on a page of theirs."""

        def answer(route: Route) -> None:
            url = route.request.url
            self.asked.append(url)
            if url == THEIRS:
                body = f'<!doctype html><body style="margin:0">{code}'
                route.fulfill(body=body, content_type="text/html")
            elif url.removeprefix(OURS) in site:
                route.fulfill(body=site[url.removeprefix(OURS)], content_type=kind(url))
            else:
                route.abort()

        self.page.context.route("**/*", answer)
        self.page.goto(THEIRS)

    def height(self, width: int) -> float:
        self.page.set_viewport_size({"width": width, "height": 900})
        box = self.page.locator("iframe").bounding_box()
        assert box
        assert box["width"] == width
        return box["height"]

    def holds(self) -> float:
        """How tall the page in the frame is."""
        frame = self.page.frames[1]
        frame.evaluate("document.fonts.ready")
        return float(frame.evaluate("document.body.getBoundingClientRect().height"))


def kind(url: str) -> str:
    kinds = {"html": "text/html", "js": "text/javascript", "svg": "image/svg+xml"}
    return kinds.get(url.rpartition(".")[2], "font/woff2")


@pytest.fixture
def foreign(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Foreign]:
    context = browser.new_context(java_script_enabled=getattr(request, "param", True))
    yield Foreign(context.new_page(), [])
    context.close()


def test_with_their_script_a_frame_is_as_tall_as_its_page(
    foreign: Foreign, site: Mapping[str, bytes], page: str
) -> None:
    foreign.show(str(told(site, page)["html"]).replace(' loading="lazy"', ""), site)
    for width in WIDTHS:
        foreign.height(width)
        foreign.page.wait_for_function(
            "tall => document.querySelector('iframe').offsetHeight === Math.ceil(tall)",
            arg=foreign.holds(),
        )


@pytest.mark.parametrize("foreign", [False, True], indirect=True, ids=["no script", "cut"])
def test_without_script_it_is_about_as_tall(
    foreign: Foreign, site: Mapping[str, bytes], page: str
) -> None:
    code = str(told(site, page)["html"]).partition("<script>")[0]
    foreign.show(code.replace(' loading="lazy"', ""), site)
    for width in WIDTHS:
        height = foreign.height(width)
        assert LEAST <= height / foreign.holds() - 1 <= MOST, width
    assert foreign.page.frames[1].locator(".chart svg:visible").count() == 1


def test_without_style_either_nothing_is_cut_off(
    foreign: Foreign, site: Mapping[str, bytes], page: str
) -> None:
    code = re.sub(r' (style|loading)="[^"]*"', "", str(told(site, page)["html"]))
    foreign.show(code.partition("<script>")[0].replace(" width", ' style="border:0" width'), site)
    for width in WIDTHS:
        assert foreign.height(width) >= foreign.holds() * (1 + LEAST), width


def test_it_sets_no_cookie_and_asks_nobody_else(
    foreign: Foreign, site: Mapping[str, bytes], page: str
) -> None:
    foreign.show(str(told(site, page)["html"]).replace(' loading="lazy"', ""), site)
    foreign.holds()
    assert foreign.page.context.cookies() == []
    assert {url for url in foreign.asked if not url.startswith((OURS, THEIRS))} == set()
    assert any(url.startswith(f"{OURS}embed/") for url in foreign.asked)
    foreign.page.goto(f"{OURS}embed/{page.split('/')[1]}/index.html")  # where it could keep some
    assert foreign.page.evaluate("[document.cookie, localStorage.length]") == ["", 0]


def test_what_programs_are_told_is_what_readers_are_shown(
    site: Mapping[str, bytes], page: str
) -> None:
    for path in (page, f"ko/{page}"):
        document = told(site, path)
        code = re.findall(r'id="embed-code"[^>]*>(.*?)</textarea>', site[path].decode(), re.S)
        assert [html.unescape(each) for each in code] == [document["html"]]
        assert (document["version"], document["type"]) == ("1.0", "rich")
        assert f'height="{document["height"]}"' in str(document["html"])
        assert str(document["thumbnail_url"]).removeprefix(OURS) in site


def test_without_an_address_nobody_is_told(two_site: Mapping[str, bytes]) -> None:
    assert not [path for path in two_site if path.endswith("oembed.json")]
    assert not [path for path in two_site if b"json+oembed" in two_site[path]]


def test_the_code_of_a_frame_has_one_plain_height(tmp_path: Path) -> None:
    data = small.copy(tmp_path, edition=small.TWO)
    for path, content in sites.make(data).items():
        if re.fullmatch(r"(ko/)?charts/\w+/index\.html", path):
            assert re.search(r"width=&#34;100%&#34; height=&#34;\d{3,4}&#34;", content.decode())
