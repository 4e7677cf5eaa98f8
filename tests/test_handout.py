"""The story on paper: for screen readers, with bookmarks, numbered, and not too long."""

import pytest
from playwright.sync_api import Browser

from tests.support import handout, sites, small

ADDRESS = "https://desk.example.org/drain/"


@pytest.fixture(scope="module")
def pdfs(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    edit = ("site.yaml", "languages:", f"address: {ADDRESS}\npath: /drain/\nlanguages:")
    data = small.copy(tmp_path_factory.mktemp("paper"), edit, edition=small.TWO)
    return handout.printed(browser, sites.make(data).get)


def test_each_language_has_one(pdfs: dict[str, bytes]) -> None:
    assert [*pdfs] == ["story.pdf", "ko/story.pdf"]


@pytest.mark.parametrize("path", ["story.pdf", "ko/story.pdf"])
def test_it_is_tagged_and_has_bookmarks_and_a_language(pdfs: dict[str, bytes], path: str) -> None:
    pdf = pdfs[path]
    assert pdf.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in pdf
    assert b"/Marked true" in pdf
    assert b"/Outlines" in pdf
    assert b"/Lang (%s)" % (b"ko" if "ko" in path else b"en") in pdf
    assert 1 <= handout.pages(pdf) <= handout.MOST


def test_its_links_lead_to_where_the_story_stands(pdfs: dict[str, bytes]) -> None:
    for pdf in pdfs.values():
        assert ADDRESS.encode() in pdf
        assert b"/URI (file:" not in pdf


def test_a_site_without_an_address_is_not_printed(browser: Browser) -> None:
    with pytest.raises(ValueError, match="build it with --address"):
        handout.printed(browser, sites.make(small.FOLDER).get)


def test_pages_are_counted(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content('<p style="break-after: page">One</p>' * 16)
    assert handout.pages(page.pdf()) == 16
    page.close()
