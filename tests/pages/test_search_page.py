"""What is said, shown or counted on the site is found, by parts of words, in both languages."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page

from tests.support.reader import Reader, as_reader

SHOWN = ".hits li:visible"


@pytest.fixture(scope="module")
def site(two_site: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return two_site


def search(page: Page, words: str) -> list[str]:
    page.locator("input[type=search]").fill(words)
    return [" ".join((each.text_content() or "").split()) for each in page.locator(SHOWN).all()]


def test_words_are_found_by_their_parts_and_counted_aloud(reader: Reader) -> None:
    page = reader.open("search/index.html")
    every = page.locator(SHOWN).count()
    found = search(page, "LEFT teach")
    assert 0 < len(found) < every
    assert all("left" in each.lower() and "teach" in each.lower() for each in found)
    said = page.locator("output[aria-live=polite]")
    said.filter(has_text=f"Found: {len(found)} of {every}").wait_for()
    assert search(page, "no such words") == []
    assert page.locator(".hits:visible").count() == 0
    assert len(search(page, "")) == every
    assert reader.complaints == []


def test_korean_is_found_whatever_follows(reader: Reader) -> None:
    page = reader.open("ko/search/index.html")
    found = search(page, "교사")
    assert found
    assert all("교사" in each for each in found)
    assert any("교사 " not in f"{each} " for each in found), "a particle follows"


def test_what_is_found_leads_there_by_keys_alone(reader: Reader) -> None:
    page = reader.open("search/index.html")
    page.keyboard.type("teachers who left")  # the field has the focus
    assert page.evaluate("location.search") == "?q=teachers%20who%20left"
    for key in ("Tab", "Tab", "Enter"):  # past the heading of the group
        page.keyboard.press(key)
    page.wait_for_url("**/*#*")
    assert reader.complaints == []


@as_reader({"java_script_enabled": False})
def test_without_script_the_whole_list_stands(reader: Reader) -> None:
    page = reader.open("search/index.html")
    assert page.locator(SHOWN).count() > 5
    assert not page.locator("form").is_visible()
    page = reader.open("figures/index.html")
    page.locator(".by-chapter summary").click()
    page.locator('.by-chapter a[href="#r-left"]').first.click()
    assert page.url.endswith("#r-left")


def test_figures_are_found_by_words(reader: Reader) -> None:
    page = reader.open("figures/index.html")
    page.locator(".filter input").fill("MUSIC teach")
    ids = {card.get_attribute("id") for card in page.locator(".cards > li:visible").all()}
    assert "r-left_music" in ids
    assert "r-pay_here" not in ids


def test_no_other_page_carries_any_of_it(site: Mapping[str, bytes]) -> None:
    for path in ("index.html", "figures/index.html", "ko/index.html"):
        page = site[path].decode()
        assert 'class="group hits"' not in page
        assert "URLSearchParams" not in page
        assert 'search/index.html">' in page
