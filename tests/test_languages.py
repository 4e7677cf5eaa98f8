"""A site in two languages: every page has its twin, in its own type, one link away."""

import re
from collections.abc import Mapping
from pathlib import Path
from posixpath import join, normpath

import pytest
from playwright.sync_api import Browser

from braindrain_site import recipe
from tests.support import sites, small
from tests.support.reading import Reading

PAGES = (
    "index.html",
    "charts/index.html",
    "charts/subjects/index.html",
    "embed/subjects/index.html",
    "figures/index.html",
    "sources/index.html",
    "method/index.html",
    "data/index.html",
    "search/index.html",
    "404.html",
)
KOREAN = [f"ko/{path}" for path in PAGES]
FRAMES = ("embed/subjects/index.html", "ko/embed/subjects/index.html")
"""Frames stand in the pages of others: they link to the chart's page and to nothing else."""


@pytest.fixture(scope="module")
def site(two_site: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return two_site


@pytest.mark.slow
def test_every_page_is_there_in_both_languages(site: Mapping[str, bytes]) -> None:
    assert {path for path in site if path.endswith(".html")} == {*PAGES, *KOREAN}
    for path in KOREAN:
        assert Reading(site[path]).elements[0] == ("html", {"lang": "ko"})


@pytest.mark.parametrize("path", sorted({*PAGES, *KOREAN} - {*FRAMES}))
def test_every_page_leads_to_its_twin(site: Mapping[str, bytes], path: str) -> None:
    page = Reading(site[path])
    lang, other = ("ko", "en") if path in KOREAN else ("en", "ko")
    [(tag, twin)] = [
        element for element in page.elements if "hreflang" in element[1] and element[0] == "a"
    ]
    assert (tag, twin["hreflang"], twin["lang"]) == ("a", other, other)
    wanted = path.removeprefix("ko/").replace("404.html", "index.html")
    wanted = wanted if lang == "ko" else f"ko/{wanted}"
    found = twin["href"][1:] if path.endswith("404.html") else join(path, "..", twin["href"])
    assert normpath(found) == wanted
    assert not {"alternate", "canonical"} & {*page.all("link", "rel")}, "they need an address"


@pytest.mark.slow
def test_search_engines_are_told_where_a_page_and_its_twins_stand(tmp_path: Path) -> None:
    """In full: they take no relative address (RFC 6596, and the alternates of RFC 8288)."""
    top = "https://example.org/drain/"
    lines = f"languages: [en, ko]\npath: /drain/\naddress: {top}"
    data = small.copy(tmp_path, ("site.yaml", "languages: [en, ko]", lines), edition=small.TWO)
    made = sites.make(data)
    for path in {*PAGES, *KOREAN} - {*FRAMES}:
        links = [a for tag, a in Reading(made[path]).elements if tag == "link"]
        twin = path.removeprefix("ko/").removesuffix("index.html")
        known = "404" not in path
        twins = [("en", top + twin), ("ko", f"{top}ko/{twin}")] if known else []
        found = [(a["hreflang"], a["href"]) for a in links if "hreflang" in a]
        assert found == twins, path
        itself = [a["href"] for a in links if a["rel"] == "canonical"]
        assert itself == [top + path.removesuffix("index.html")] * known, path


def test_places_have_the_same_ids_in_both(site: Mapping[str, bytes]) -> None:
    """So that a link to a chapter, a chart or a receipt can be followed in the other language."""
    for path in ("index.html", "figures/index.html", "sources/index.html", "data/index.html"):
        here, there = Reading(site[path]).ids, Reading(site[f"ko/{path}"]).ids
        lasting = [key for key in here if not re.match(r"[nc]-.*-\d+$", key)]
        assert sorted(lasting) == sorted(k for k in there if not re.match(r"[nc]-.*-\d+$", k))


def test_the_link_keeps_the_place(
    site: Mapping[str, bytes], tmp_path: Path, browser: Browser
) -> None:
    """By the address at the top of a page, by what is read further down."""
    for path, content in site.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    page = browser.new_page(viewport={"width": 360, "height": 300})
    page.goto(f"{(tmp_path / 'index.html').as_uri()}#r-pay_away")
    page.locator("#chart-subjects").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('#chart-subjects').scrollIntoView()")
    page.evaluate("document.querySelector('.tongue a').click()")
    page.wait_for_url("**/ko/index.html#chart-subjects")
    page.evaluate("document.querySelector('#r-pay_here').closest('details').open = true")
    page.evaluate("document.querySelector('#r-pay_here').scrollIntoView()")
    page.evaluate("document.querySelector('.tongue a').click()")
    page.wait_for_url(re.compile(r"[^o]/index\.html#r-\w+$"))
    page.close()


def test_only_korean_pages_load_hangul(site: Mapping[str, bytes]) -> None:
    for path in (*PAGES, *KOREAN):
        html = site[path].decode()
        assert ("desk-hangul" in html) == (path in KOREAN), path
        assert ("newsreader" in html) == (path not in KOREAN), path
        assert ("keep-all" in html) == (path in KOREAN), path


def test_words_of_another_language_say_so(tmp_path: Path) -> None:
    """What is quoted as printed, and titles that nobody translates."""
    kept = (
        "sources.yaml",
        'title: {en: Teachers who left, ko: "떠난 교사"}',
        "title: {en: Teachers who left, ko: Teachers who left}",
    )
    data = small.copy(tmp_path, kept, edition=small.TWO)
    made = sites.make(data)
    html = made["ko/index.html"].decode()
    assert '<span lang="en">six teachers</span>' in html
    assert re.search(r'<a href="[^"]*" lang="en">Teachers who left</a>', html)
    assert 'lang="en">Teachers who left' not in made["index.html"].decode()
    assert '<h2 lang="en">' in made["ko/sources/index.html"].decode()


def test_korean_pages_hold_no_english_words_of_the_interface(site: Mapping[str, bytes]) -> None:
    edition = recipe.judge(small.TWO).edition
    english = {text["en"] for text in edition.words.values() if text["en"] != text["ko"]}
    english -= {edition.words["language_name"]["en"]}
    for path in KOREAN:
        page = Reading(site[path])
        said = {text.strip() for text in page.text}
        said |= {value for name in ("aria-label", "content") for value in page.all("meta", name)}
        assert not said & english, path
