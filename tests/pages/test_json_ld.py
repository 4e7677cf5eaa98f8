"""What pages say of themselves to programs is read by a JSON-LD processor, and is true."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest
from pyld import jsonld

from tests.support import amended, printed, sites, small
from tests.support.reading import Reading
from tests.support.schema_org import CONTEXT

TOP = "https://example.org/drain/"
ADDRESSED = ("site.yaml", "languages:", f"path: /drain/\naddress: {TOP}\nlanguages:")
VERDICTS = """
left:
  article: school_report
  printed: Many of <them> left
  says: {en: "{{ left }} left.", ko: "{{ left }} 떠났다."}
  holds: left > 1
  reason: {en: The school says so., ko: 학교가 밝혔다.}
"""
_ELEMENT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
Site = Mapping[str, bytes]


def loader(address: str, _: Mapping[str, Any]) -> dict[str, Any]:
    assert address == "https://schema.org"
    return {"contextUrl": None, "documentUrl": address, "document": CONTEXT}


def said(site: Site, path: str) -> dict[str, Any]:
    """What the page at *path* says, as typed."""
    [text] = _ELEMENT.findall(site[path].decode())
    told = json.loads(text)
    assert isinstance(told, dict)
    return told


def expanded(site: Site, path: str) -> list[dict[str, Any]]:
    """The same as a processor reads it: every name and every address whole."""
    options = {"base": TOP + path, "documentLoader": loader}
    found = jsonld.expand(said(site, path), options)
    assert isinstance(found, list)
    return found


def nodes(told: object) -> Iterator[dict[str, Any]]:
    """All objects in *told*, however deep."""
    if isinstance(told, dict):
        yield told
    for each in told.values() if isinstance(told, dict) else told if isinstance(told, list) else ():
        yield from nodes(each)


def pages(site: Site) -> list[str]:
    return [path for path in site if path.endswith(".html") and "embed/" not in path]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small edition in two languages, with an address and a claim of an article."""
    data = small.copy(tmp_path_factory.mktemp("told"), ADDRESSED, edition=small.TWO)
    (data / "verdicts.yaml").write_text(VERDICTS.lstrip(), "utf-8")
    small.add(data / "story/en/leaving.md", "\n\n{{ verdicts() }}\n")
    small.add(data / "story/ko/leaving.md", "\n\n{{ verdicts() }}\n")
    return sites.make(data)


@pytest.fixture(params=["here", "at an address"])
def any_site(request: pytest.FixtureRequest, site: Site, two_site: Site) -> Site:
    return two_site if request.param == "here" else site


def test_a_processor_knows_every_word(any_site: Site) -> None:
    """It drops what it does not know."""
    for path in pages(any_site):
        if path.endswith("404.html"):
            assert not _ELEMENT.search(any_site[path].decode())
            continue
        typed = [key for node in nodes(said(any_site, path)) for key in node if key[0] != "@"]
        read = [key for node in nodes(expanded(any_site, path)) for key in node if key[0] != "@"]
        assert sorted(f"https://schema.org/{key}" for key in typed) == sorted(read), path


def test_every_address_leads_to_a_place_of_the_site(any_site: Site) -> None:
    for path in pages(any_site):
        if path.endswith("404.html"):
            continue
        ids = [node["@id"] for node in nodes(expanded(any_site, path)) if "@id" in node]
        own = [address for address in ids if address.startswith(TOP)]
        assert own, path
        for address in own:
            page, place = urldefrag(address.removeprefix(TOP))
            target = page + "index.html" if not page or page.endswith("/") else page
            assert target in any_site, f"{path}: {address}"
            if place and place not in {"article", "publisher"}:  # which are no places
                assert place in Reading(any_site[target]).ids, f"{path}: {address}"


def test_the_story_is_an_article_of_its_desk(site: Site) -> None:
    article, *_ = said(site, "ko/index.html")["@graph"]
    assert article["headline"] == "마을 학교를 떠나는 사람들"
    assert (article["datePublished"], article["dateModified"]) == ("2025-01-02", "2025-01-03")
    assert article["publisher"]["name"] == "시험 편집부"
    assert article["translationOfWork"] == {"@id": f"{TOP}#article"}
    assert "correctionsPolicy" not in article["publisher"], "site.yaml has none"


def test_a_stamp_is_the_rating_of_a_claim(site: Site) -> None:
    _, review = said(site, "index.html")["@graph"]
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "Holds"}
    assert review["itemReviewed"]["text"] == "Many of <them> left"
    assert review["url"] == f"{TOP}#v-left"
    assert b"Many of <them> left" not in site["index.html"].partition(b"</head>")[0]


def test_a_table_is_a_dataset_with_its_files(site: Site) -> None:
    way, every = said(site, "data/index.html")["@graph"]
    assert [step["item"] for step in way["itemListElement"]] == [TOP, f"{TOP}data/"]
    table, *_ = every["hasPart"]
    assert table["variableMeasured"][0]["name"]
    for file in (*table["distribution"], *every["distribution"]):
        assert file["contentUrl"].removeprefix(TOP) in site
        assert file["contentUrl"].endswith(file["encodingFormat"].rpartition("/")[2])


def test_what_changed_is_a_correction_of_the_article(tmp_path: Path) -> None:
    data = amended.edition(tmp_path, amended.REVISED, amended.CORRECTED, edits=(ADDRESSED,))
    site = sites.make(data)
    told = said(site, "index.html")
    [article] = [node for node in nodes(told) if node.get("@type") == "NewsArticle"][:1]
    assert article["correction"][0] == {
        "@type": "CorrectionComment",
        "text": "The count is 6 teachers & no fewer.",
        "datePublished": "2025-01-03",
    }
    assert [each["datePublished"] for each in article["correction"]] == ["2025-01-03", "2025-01-02"]
    assert article["publisher"]["correctionsPolicy"] == f"{TOP}changes/"
    typed = [key for node in nodes(told) for key in node if key[0] != "@"]
    read = [key for node in nodes(expanded(site, "index.html")) for key in node if key[0] != "@"]
    assert len(typed) == len(read)


def test_without_an_address_the_story_says_little(two_site: Site) -> None:
    """Nobody can cite it, and each byte of it is sent to all."""
    told = said(two_site, "index.html")
    assert told["@type"] == "NewsArticle"
    assert "citation" not in told


def test_a_policy_on_corrections_is_named_where_there_is_one(tmp_path: Path) -> None:
    edit = ("site.yaml", "languages:", "corrections: {en: Told at the end.}\nlanguages:")
    told = said(printed.site(tmp_path, edit), "index.html")
    assert told["publisher"]["correctionsPolicy"] == "method/index.html"
