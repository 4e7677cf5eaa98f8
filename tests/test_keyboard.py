"""By keyboard alone, in both languages: each control is reached, seen and left again."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from tests.support import amended, sites, stamped, walking
from tests.support.reader import PUBLISHED, Reader, as_reader

PAGES = ("figures", "search", "data", "changes", "charts/subjects", "embed/subjects")
PHONE = {"viewport": {"width": 360, "height": 740}}
DESK = {"viewport": {"width": 1280, "height": 900}}
ZOOMED = {"viewport": {"width": 320, "height": 256}}
CONTENTS = ".contents summary"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    edit = (PUBLISHED[0], "languages: [en, ko]", "languages: [en, ko]\npath: /under/a/path/")
    data = stamped.edition(tmp_path_factory.mktemp("walked"), edit)
    (data / "changes.yaml").write_text(amended.CORRECTED, "utf-8")
    return sites.make(data)


@as_reader(DESK, PHONE, ZOOMED)
@pytest.mark.parametrize("home", ["", "ko/"])
def test_each_control_of_the_story_is_reached_and_seen_and_nothing_is_a_trap(
    reader: Reader, home: str
) -> None:
    """WCAG 2.2, 2.1.1, 2.1.2, 2.4.3, 2.4.7 and 2.4.11, both ways, with all unfolded."""
    page = reader.open(f"{home}index.html")
    page.evaluate(walking.UNFOLD)
    assert walking.wrong(page) == []


@as_reader(PHONE)
@pytest.mark.parametrize("home", ["", "ko/"])
@pytest.mark.parametrize("path", PAGES)
def test_so_is_each_of_the_other_pages(reader: Reader, home: str, path: str) -> None:
    page = reader.open(f"{home}{path}/index.html")
    page.evaluate(walking.UNFOLD)
    assert walking.wrong(page) == []


@as_reader(DESK, PHONE)
@pytest.mark.parametrize("home", ["", "ko/"])
def test_escape_closes_every_receipt_and_goes_back_to_its_link(reader: Reader, home: str) -> None:
    page = reader.open(f"{home}index.html")
    page.evaluate(walking.UNFOLD)
    assert walking.unclosed(page) == []


@pytest.mark.parametrize(
    ("style", "fault"),
    [
        ("a { outline: none !important }", "no outline"),
        ("a { outline-color: var(--paper) !important }", "outline of 1.0:1"),
        (".bar { position: fixed; inset: 0; background: white }", "not in sight"),
        (".bar ul { flex-direction: column-reverse }", "out of order"),
        (".bar ul { overflow: hidden }", "outline cut off"),
    ],
)
@as_reader({**PHONE, "bypass_csp": True})
def test_the_walk_would_notice(reader: Reader, style: str, fault: str) -> None:
    page = reader.open("search/index.html")
    page.add_style_tag(content=style)
    assert fault in " ".join(walking.wrong(page))


@as_reader({**DESK, "bypass_csp": True})
def test_the_walk_would_notice_a_trap(reader: Reader) -> None:
    page = reader.open("search/index.html")
    page.evaluate(
        """() => document.querySelector('.skip').addEventListener('keydown', event => {
          if (event.key === 'Tab' && event.shiftKey) event.preventDefault(); })"""
    )
    assert walking.wrong(page)


@as_reader(PHONE)
def test_the_contents_of_a_phone_fold_when_one_goes_on(reader: Reader) -> None:
    page = reader.open("index.html")
    opened = page.locator(".contents details[open]")
    page.locator(CONTENTS).press("Enter")
    expect(opened).to_have_count(1)
    page.keyboard.press("Tab")
    expect(opened).to_have_count(1)
    page.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    assert focused(page, CONTENTS)
    page.keyboard.press("Enter")
    for _ in page.locator(".contents a").all():
        page.keyboard.press("Tab")
    expect(opened).to_have_count(1)
    page.keyboard.press("Tab")
    expect(opened).to_have_count(0)
    assert focused(page, ".chapter a")


@as_reader(DESK)
def test_the_contents_beside_the_text_are_open_and_their_title_is_no_stop(reader: Reader) -> None:
    page = reader.open("index.html")
    expect(page.locator(".contents details[open]")).to_have_count(1)
    assert page.locator(CONTENTS).evaluate("summary => summary.tabIndex") == -1
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.locator(".contents details[open]")).to_have_count(0)
    assert page.locator(CONTENTS).evaluate("summary => summary.tabIndex") == 0


def focused(page: Page, selector: str) -> bool:
    """Whether what has the focus is one of *selector*."""
    return bool(page.locator(":focus").evaluate("(here, one) => here.matches(one)", selector))
