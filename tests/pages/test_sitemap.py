"""The list of pages that search engines get: as its schema says, whole, and nothing but pages."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from tests.support import sites, small
from tests.support.reading import Reading

TOP = "https://example.org/drain/"
SCHEMA = Path(__file__).parents[1] / "support/sitemap.xsd"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    lines = f"languages: [en, ko]\npath: /drain/\naddress: {TOP}"
    edit = ("site.yaml", "languages: [en, ko]", lines)
    return sites.make(small.copy(tmp_path_factory.mktemp("listed"), edit, edition=small.TWO))


def test_it_is_as_its_schema_says(site: Mapping[str, bytes]) -> None:
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(etree.fromstring(site["sitemap.xml"]))


def test_it_lists_each_page_as_the_page_calls_itself_and_its_twins(
    site: Mapping[str, bytes],
) -> None:
    listed = etree.fromstring(site["sitemap.xml"]).findall("s:url", NAMES)
    found = {
        url.findtext("s:loc", namespaces=NAMES): {
            (link.get("hreflang"), link.get("href")) for link in url.findall("x:link", NAMES)
        }
        for url in listed
    }
    said = {}
    for path in site:
        if path.endswith(".html") and "embed/" not in path and "404" not in path:
            links = [a for tag, a in Reading(site[path]).elements if tag == "link"]
            [itself] = [a["href"] for a in links if a["rel"] == "canonical"]
            said[itself] = {(a["hreflang"], a["href"]) for a in links if "hreflang" in a}
    assert found == said
    assert len(listed) == len(found)
    assert {url.findtext("s:lastmod", namespaces=NAMES) for url in listed} == {"2025-01-03"}


def test_search_engines_are_shown_to_it(site: Mapping[str, bytes]) -> None:
    assert site["robots.txt"].decode().splitlines()[-1] == f"Sitemap: {TOP}sitemap.xml"


def test_without_an_address_there_is_none(two_site: Mapping[str, bytes]) -> None:
    assert "sitemap.xml" not in two_site
    assert two_site["robots.txt"] == b"User-agent: *\nAllow: /\n"


def test_a_site_in_one_language_has_no_twins(tmp_path: Path) -> None:
    edit = ("site.yaml", "languages: [en]", "languages: [en]\naddress: https://example.org/")
    made = sites.make(small.copy(tmp_path, edit))["sitemap.xml"]
    assert b"<xhtml:link" not in made
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(etree.fromstring(made))
