"""What has changed, as feed readers take it (RFC 4287)."""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as Tree

import feedparser  # type: ignore[import-untyped]
import pytest

from tests.support import amended
from tests.support.sites import make

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = (
    "site.yaml",
    "published:",
    "path: /drain/\naddress: https://example.org/drain/\npublished:",
)


def feed(made: Mapping[str, bytes], path: str = "changes.atom") -> Tree.Element:
    return Tree.fromstring(made[path])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    data = amended.edition(tmp_path_factory.mktemp("feed"), amended.CORRECTED, amended.REVISED)
    return make(data)


def one(element: Tree.Element, name: str) -> str:
    [found] = element.findall(ATOM + name)
    return found.text or ""


@pytest.mark.parametrize("path", ["changes.atom", "ko/changes.atom"])
def test_a_feed_has_all_that_it_must(site: Mapping[str, bytes], path: str) -> None:
    """Sections 4.1.1 and 4.1.2: one title, id and moment each; an author; a link to read at."""
    found = feed(site, path)
    assert found.tag == f"{ATOM}feed"
    entries = found.findall(f"{ATOM}entry")
    for element in (found, *entries):
        assert one(element, "title")
        assert re.fullmatch(
            r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", one(element, "id")
        )
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one(element, "updated"))
    assert one(found, "updated") == max(one(entry, "updated") for entry in entries)
    assert found.findtext(f"{ATOM}author/{ATOM}name")
    assert {each.get("rel") for each in found.findall(f"{ATOM}link")} == {"self", "alternate"}


def test_every_id_is_of_one_thing_and_stays(site: Mapping[str, bytes], tmp_path: Path) -> None:
    """Also when an entry is worded anew, another comes before it, or the site moves."""
    feeds = [feed(site, path) for path in ("changes.atom", "ko/changes.atom")]
    ids = [each.text for found in feeds for each in found.iter(f"{ATOM}id")]
    assert len({*ids}) == len(ids) == 6
    reworded = amended.REVISED.replace("The board has counted again.", "Counted again.")
    again = feed(make(amended.edition(tmp_path, reworded, edits=(ADDRESS,))))
    assert [each.text for each in again.iter(f"{ATOM}id")] == [ids[0], ids[2]]


def test_an_entry_tells_what_was_done_and_why(site: Mapping[str, bytes]) -> None:
    first, _ = feed(site).findall(f"{ATOM}entry")
    assert one(first, "title") == "Correction, 3 January 2025: The count is 6 teachers & no fewer."
    content = one(first, "content")
    assert content.startswith("<p>The count is 6 teachers &amp; no fewer.</p>")
    assert "<p>Why: A teacher had been left out.</p>" in content
    assert "<li>teachers who left: Before: 5 teachers. After: 6 teachers.</li>" in content
    category = first.find(f"{ATOM}category")
    assert category is not None
    assert category.get("term") == "correction"


@pytest.mark.parametrize("edits", [(), (ADDRESS,)], ids=["anywhere", "at its address"])
def test_links_lead_to_what_is_there(
    tmp_path: Path, edits: tuple[tuple[str, str, str], ...]
) -> None:
    """Counted from the feed's own place, where the site has no address yet."""
    made = make(amended.edition(tmp_path, amended.CORRECTED, edits=edits))
    for path in ("changes.atom", "ko/changes.atom"):
        place = f"https://example.org/drain/{path}"
        for link in feed(made, path).iter(f"{ATOM}link"):
            href = link.get("href", "")
            assert href.startswith("https://") is bool(edits)
            target, _, anchor = urljoin(place, href).partition("#")
            content = made[target.removeprefix("https://example.org/drain/")].decode()
            assert not anchor or f'id="{anchor}"' in content


@pytest.mark.parametrize("path", ["changes.atom", "ko/changes.atom"])
def test_a_reader_of_feeds_takes_it(site: Mapping[str, bytes], path: str) -> None:
    """As it is, with nothing to forgive, and with what our own reading of it finds."""
    read = feedparser.parse(site[path])
    assert read.version == "atom10"
    assert not read.bozo
    written = feed(site, path).findall(f"{ATOM}entry")
    assert [each.title for each in read.entries] == [one(entry, "title") for entry in written]
    assert all(each.link and each.updated_parsed and each.summary for each in read.entries)
