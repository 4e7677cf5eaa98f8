"""Drafts in a previewed page are marked, so that nobody takes them for published."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from braindrain_site import recipe
from braindrain_site.judging import left_out
from braindrain_site.preview import draft_marks
from braindrain_site.preview.newest import Made, Preview
from braindrain_site.preview.serving import listening
from tests.judging.test_left_out import LISTED, drafted
from tests.support.sites import DRAWN, TEMPLATES


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A preview of an edition whose chapter "after", with all that it uses, is a draft."""
    data = drafted(tmp_path_factory.mktemp("drafted"), LISTED)

    def make() -> Made:
        proof = recipe.judge(data, publishing=False, drafts=True)
        files = recipe.plan(proof, TEMPLATES, DRAWN)
        return Made(files, drafts=left_out.names(proof.edition))

    preview = Preview(make, str)
    preview.rebuild()
    with listening(preview, 0) as served:
        yield served


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    yield page
    page.close()


@pytest.mark.parametrize(
    ("path", "places"),
    [
        ("", ["#after > .preview-draft", ".contents a[href='#after'] .preview-drafted",
              "#chart-backs .preview-draft",
              "#after .prose a.n .preview-drafted", "li:has(> #r-back) > .preview-draft"]),
        ("figures/", ["#r-back > .preview-draft"]),
        ("charts/", [".gallery li:has(#t-backs) .preview-draft"]),
        ("charts/backs/", ["#chart-backs .preview-draft"]),
        ("sources/", ["#letter > .preview-draft"]),
    ],
)  # fmt: skip
def test_whatever_is_a_draft_says_so(
    address: str, page: Page, path: str, places: list[str]
) -> None:
    page.goto(address + path)
    for place in places:
        assert "Draft" in (page.locator(place).first.text_content() or ""), place
    expect(page.locator("#leaving > .preview-draft")).to_have_count(0)
    expect(page.locator("#r-left > .preview-draft")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_in_the_language_of_the_page(address: str, page: Page) -> None:
    page.goto(f"{address}ko/charts/backs/")
    expect(page.locator(".preview-draft")).to_contain_text("초안")


def test_a_page_without_drafts_needs_nothing() -> None:
    assert draft_marks.tag(()) == ""
