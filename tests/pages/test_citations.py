"""Citations say who, what and when, and parse in the formats that they are written in."""

import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import rispy
import yaml
from pybtex.database import parse_string

from braindrain_site.pages import citations
from braindrain_site.pages.citations import Work
from tests.support import sites, small

ADDRESS = "address: https://example.org/drain/\npath: /drain/\nlanguages:"
ODD = Work(
    key="a-desk-2025-chart-pay-en",
    title="Over $330,000 & 50% of #1 {so} far_away ~ ^ \\ “here”",
    part_of="Who leaves",
    publisher="The “desk” & Söhne",
    published=date(2025, 1, 2),
    updated=date(2025, 1, 3),
    lang="en",
    address="https://example.org/a_b/#r-c_d?e=f%20",
)


@pytest.fixture(scope="module")
def site() -> Mapping[str, bytes]:
    return sites.make(small.TWO)


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    place, room = ("site.yaml", "languages:", ADDRESS), tmp_path_factory.mktemp("placed")
    return sites.make(small.copy(room, place, edition=small.TWO))


def plain(tex: str) -> str:
    """What LaTeX would print of *tex*."""
    for written, sign in (("\\textbackslash{}", "\0"), ("\\textasciitilde{}", "~"),
                          ("\\textasciicircum{}", "^")):  # fmt: skip
        tex = tex.replace(written, sign)
    for sign in "&%$#_{}":
        tex = tex.replace(f"\\{sign}", sign)
    return tex.replace("\0", "\\")


def test_bibtex_is_read_as_it_was_meant() -> None:
    entry = parse_string(citations.bibtex([ODD]), "bibtex").entries[ODD.key]
    assert plain(entry.fields["title"][1:-1]) == ODD.title
    assert plain(entry.fields["publisher"][1:-1]) == ODD.publisher
    assert entry.fields["url"] == ODD.address
    assert (entry.fields["year"], entry.type) == ("2025", "misc")
    assert not entry.persons, "nobody is made an author"


def test_ris_is_read_as_it_was_meant() -> None:
    [entry] = rispy.load(io.StringIO(citations.ris([ODD])))
    assert (entry["type_of_reference"], entry["id"]) == ("ELEC", ODD.key)
    assert (entry["title"], entry["secondary_title"]) == (ODD.title, ODD.part_of)
    assert (entry["publisher"], entry["year"], entry["date"]) == (
        ODD.publisher, "2025", "2025/01/02",
    )  # fmt: skip
    assert entry["urls"] == [ODD.address]


def test_csl_is_read_as_it_was_meant() -> None:
    [entry] = json.loads(citations.csl([ODD]))
    assert entry["issued"] == {"date-parts": [[2025, 1, 2]]}
    assert (entry["title"], entry["container-title"], entry["URL"]) == (
        ODD.title, ODD.part_of, ODD.address,
    )  # fmt: skip


def keys(site: Mapping[str, bytes], stem: str) -> Iterable[list[str]]:
    yield [*parse_string(site[f"{stem}.bib"].decode(), "bibtex").entries]
    yield [entry["id"] for entry in rispy.load(io.StringIO(site[f"{stem}.ris"].decode()))]
    yield [entry["id"] for entry in json.loads(site[f"{stem}.json"])]


@pytest.mark.parametrize(
    ("stem", "key"),
    [
        ("cite/story", "the-test-desk-2025-story-en"),
        ("ko/cite/method", "2025-method-ko"),
        ("cite/charts/subjects", "the-test-desk-2025-chart-subjects-en"),
    ],
)
def test_every_file_of_one_work_names_it(site: Mapping[str, bytes], stem: str, key: str) -> None:
    assert [*keys(site, stem)] == [[key]] * 3


def test_all_numbers_stand_in_one_file_each_under_its_name(site: Mapping[str, bytes]) -> None:
    figures = [each["key"] for each in json.loads(site["data/figures.json"])]
    expected = [f"the-test-desk-2025-figure-{key}-en" for key in figures]
    assert [*keys(site, "cite/all-figures")] == [expected] * 3


def test_a_page_says_how_it_is_cited_and_leads_to_the_files(site: Mapping[str, bytes]) -> None:
    page = site["charts/subjects/index.html"].decode()
    said = "in “Who leaves the village school”, updated 3 January 2025.</p>"
    assert said in page.replace("\N{NO-BREAK SPACE}", " ")
    for ending in ("bib", "ris", "json"):
        assert f'href="../../cite/charts/subjects.{ending}"' in page
    assert 'class="cite"' not in site["search/index.html"].decode()
    assert 'class="cite"' not in site["404.html"].decode()


def test_an_address_is_cited_where_there_is_one(
    site: Mapping[str, bytes], placed: Mapping[str, bytes]
) -> None:
    [story] = json.loads(placed["ko/cite/story.json"])
    assert story["URL"] == "https://example.org/drain/ko/index.html"
    figures = json.loads(placed["cite/all-figures.json"])
    assert figures[0]["URL"] == "https://example.org/drain/figures/index.html#r-left"
    assert (
        "2025. https://example.org/drain/figures/index.html#r-left</p>"
        in placed["figures/index.html"].decode()
    )
    without = (path for path in site if "/cite/" in f"/{path}")
    assert not [path for path in without if b"://" in site[path] or b"URL" in site[path]]


def test_without_an_address_nothing_stands_for_it() -> None:
    work = replace(ODD, address=None)
    assert "url" not in citations.bibtex([work])
    assert "UR  -" not in citations.ris([work])
    words = {"cite_part": "{publisher}: {title} ({site}), {day}."}
    assert citations.sentence(work, words).endswith("(Who leaves), 3 January 2025.")


def test_the_repository_is_cited_as_its_pages_are() -> None:
    root = Path(__file__).parents[2]
    said, site = (
        yaml.safe_load((root / name).read_text("utf-8"))
        for name in ("CITATION.cff", "data/site.yaml")
    )
    assert said["title"] == site["title"]["en"]
    assert said["authors"] == [{"name": site["publisher"]["en"]}], "nobody is made an author"
    assert said["date-released"] == site["published"]
