"""What a reader's browser makes of the pages: still, self-contained, usable by everyone."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.support import amended, printed, sites, stated
from tests.support.reader import PUBLISHED, RULES, WAITING, Reader, as_reader, moved

PAGES = (
    "index.html",
    "figures/index.html",
    "sources/index.html",
    "method/index.html",
    "data/index.html",
    "changes/index.html",
    "search/index.html",
    "404.html",
)
NUMBERS = 'main a[href^="#r-"], main a[href^="#n"]:is(.n, .c, .s)'
OPEN = ".slip:popover-open"


def unfold(page: Page) -> None:
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    data = stated.state(printed.data(tmp_path_factory.mktemp("small"), PUBLISHED))
    (data / "changes.yaml").write_text(amended.IN_ENGLISH, "utf-8")
    with (data / "story/en/01-leaving.md").open("a", encoding="utf-8") as story:
        story.write("\nThat is {{ pay_in_won }}.\n")
    return sites.make(data)


def to(page: Page, key: str) -> str:
    """A link of *page* to the note of a figure, as a selector."""
    note = page.locator(f"#r-{key}").evaluate("name => name.closest('li').id")
    return f'a[href="#{note}"]'


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_nobody_else_and_breaks_no_rule(reader: Reader, path: str) -> None:
    page = reader.open(path)
    page.evaluate("document.fonts.ready")
    assert reader.elsewhere == []
    assert reader.complaints == []
    assert page.context.storage_state() == {"cookies": [], "origins": []}


def test_the_site_works_from_a_folder(
    browser: Browser, site: Mapping[str, bytes], tmp_path: Path
) -> None:
    for path, content in site.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    page = browser.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    page.locator(".bar").get_by_role("link", name="Figures", exact=True).click()
    page.locator("#r-left .used a").first.click()
    assert page.url.startswith((tmp_path / "index.html").as_uri() + "#")
    expect(page.locator("a.n:target")).to_have_count(1)
    assert page.evaluate("document.fonts.check('16px Newsreader')")
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(reader: Reader, path: str) -> None:
    page = reader.open(path)
    unfold(page)
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


@as_reader(*({"viewport": {"width": width, "height": 800}} for width in (360, 1280)))
def test_one_drawing_of_each_chart_is_seen(reader: Reader) -> None:
    page = reader.open("index.html")
    for chart in page.locator(".chart").all():
        seen = [drawing for drawing in chart.locator("svg").all() if drawing.is_visible()]
        assert len(seen) == 1
        box = seen[0].bounding_box()
        assert box
        assert box["width"] >= 320, "narrow charts are drawn for this width, their type for 12 px"


@as_reader({"java_script_enabled": False})
def test_without_script_the_story_is_whole(reader: Reader) -> None:
    page = reader.open("index.html")
    assert page.locator(".chart svg:visible").count() == 2
    page.locator(to(page, "left")).first.click()
    assert page.locator("#r-left").is_visible()
    assert page.locator("li:target #r-left").count() == 1
    page.locator(".tools summary").first.click()
    page.locator(".tools a[href^=charts]").first.click()
    assert page.locator(".sheet table").first.is_visible()
    assert not reader.open("figures/index.html").locator(".filter").is_visible()


@pytest.mark.parametrize("path", ["index.html", "figures/index.html"])
@pytest.mark.parametrize("key", ["Enter", " "])
def test_every_number_opens_its_receipt_by_keyboard(reader: Reader, path: str, key: str) -> None:
    page = reader.open(path)
    unfold(page)
    links = page.locator(NUMBERS).all()
    assert links
    for link in links:
        link.focus()
        page.keyboard.press(key)
        note = page.locator(link.get_attribute("href") or "")
        assert (
            page.locator(f"{OPEN} .phrase").text_content() == note.locator(".phrase").text_content()
        )
        assert page.evaluate("document.activeElement.matches('.slip')")
        assert link.get_attribute("aria-expanded") == "true"
        page.keyboard.press("Escape")
        assert page.locator(OPEN).count() == 0
        assert link.evaluate("element => element === document.activeElement")
        assert link.get_attribute("aria-expanded") == "false"


@as_reader(
    {"viewport": {"width": 1280, "height": 700}}, {"viewport": {"width": 360, "height": 700}}
)
def test_a_receipt_opens_in_sight_of_its_number(reader: Reader) -> None:
    page = reader.open("index.html")
    for link in page.locator(".prose a.n").all():
        link.click()
        box = page.locator(OPEN).bounding_box()
        assert box
        assert 0 <= box["x"] <= box["x"] + box["width"] <= page.evaluate("innerWidth")
        assert 0 <= box["y"] <= box["y"] + box["height"] <= page.evaluate("innerHeight")
        page.keyboard.press("Escape")


def test_the_inputs_of_a_sum_open_in_the_same_slip(reader: Reader) -> None:
    page = reader.open("index.html")
    page.locator(to(page, "share_music")).first.click()
    page.locator(f"{OPEN} {to(page, 'left')}").click()
    assert page.locator(f"{OPEN} .phrase").text_content() == "6 teachers"
    page.get_by_role("button", name="Back to the note before").click()
    assert page.locator(f"{OPEN} .phrase").text_content() == "50%"
    assert page.get_by_role("button", name="Back to the note before").count() == 0
    page.keyboard.press("Escape")
    assert page.locator(f":focus{to(page, 'share_music').removeprefix('a')}").count() == 1


def test_a_receipt_has_a_button_to_close_it(reader: Reader) -> None:
    page = reader.open("index.html")
    page.locator(NUMBERS).first.click()
    button = page.get_by_role("button", name="Close", exact=True)
    box = button.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    button.click()
    assert page.locator(OPEN).count() == 0
    assert page.locator(NUMBERS).first.evaluate("link => link === document.activeElement")


@as_reader(
    {"viewport": {"width": 1280, "height": 700}},
    {"viewport": {"width": 360, "height": 700}, "has_touch": True},
)
def test_its_own_number_closes_a_receipt_and_another_one_takes_its_place(reader: Reader) -> None:
    page = reader.open("index.html")
    press = "tap" if page.evaluate("navigator.maxTouchPoints") else "click"
    links = page.locator(".prose a.n")
    first, other = links.nth(0), links.nth(1)
    for link, opened in ((first, 1), (first, 0), (first, 1), (other, 1), (other, 0), (first, 1)):
        getattr(link, press)()
        assert page.locator(OPEN).count() == opened
        assert (link.get_attribute("aria-expanded") == "true") == bool(opened)
    first.evaluate("link => link.click()")
    assert page.locator(OPEN).count() == 0, "without a pointer too"


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_a_receipt_closes_when_the_focus_goes_on(reader: Reader, key: str) -> None:
    page = reader.open("index.html")
    page.locator(".prose a.n").first.press("Enter")
    for _ in range(12):
        page.keyboard.press(key)
        if page.evaluate("!document.activeElement.closest('.slip')"):
            break
    assert page.evaluate("document.activeElement.localName") != "body"
    assert page.locator(OPEN).count() == 0


@as_reader(*({"viewport": {"width": 360, "height": tall}} for tall in (320, 740)))
@pytest.mark.parametrize("height", [0.02, 0.5, 0.9])
def test_a_receipt_never_hides_its_number(reader: Reader, height: float) -> None:
    page = reader.open("index.html")
    for link in page.locator(".prose a.n").all():
        link.evaluate(
            "(link, at) => scrollBy(0, link.getBoundingClientRect().top - at * innerHeight)", height
        )
        link.evaluate("link => link.click()")
        boxes = link.bounding_box(), page.locator(OPEN).bounding_box()
        assert all(boxes)
        number, slip = ((box["y"], box["y"] + box["height"]) for box in boxes if box)
        assert number[1] <= slip[0] + 1 or slip[1] <= number[0] + 1
        assert 0 <= number[0] <= number[1] <= page.evaluate("innerHeight")
        page.keyboard.press("Escape")


def test_a_click_elsewhere_closes_the_receipt(reader: Reader) -> None:
    page = reader.open("index.html")
    page.locator("a.n").first.click()
    page.mouse.click(3, 3)
    assert page.locator(OPEN).count() == 0


def test_figures_can_be_chosen_by_chapter_source_and_grade(reader: Reader) -> None:
    page = reader.open("figures/index.html")
    cards = page.locator(".cards > li:visible")
    assert cards.count() == 7
    page.locator("select[data-by=source]").select_option("letter")
    assert [card.get_attribute("id") for card in cards.all()] == ["r-pay_in_won"]
    assert page.locator(".filter output").text_content() == "Figures shown: 1 of 7"
    assert page.locator(".group:visible").count() == 1
    page.locator("select[data-by=grade]").select_option("primary")
    assert cards.count() == 0
    page.locator("select[data-by=source]").select_option("")
    assert {card.get_attribute("data-grade") for card in cards.all()} == {"primary"}
    page.locator("select[data-by=grade]").select_option("")
    page.locator("select[data-by=chapter]").select_option("leaving")
    assert "r-pay_multiple" not in {card.get_attribute("id") for card in cards.all()}


def test_a_link_to_a_figure_that_is_filtered_away_brings_it_back(reader: Reader) -> None:
    page = reader.open("figures/index.html")
    page.locator("select[data-by=source]").select_option("letter")
    page.evaluate("location.hash = '#r-left'")
    page.locator("#r-left").wait_for(state="visible")


@as_reader(
    *(
        {"color_scheme": scheme, "viewport": {"width": width, "height": 900}, "bypass_csp": True}
        for scheme, width in (("light", 1280), ("dark", 360))
    )
)
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(reader: Reader, path: str) -> None:
    """What it looks for depends on the colours or on the width, not on both together."""
    page = reader.open(path)
    unfold(page)
    if page.locator("a.n").count():
        page.locator("a.n").first.click()
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


@as_reader(
    *(
        {"contrast": "more", "color_scheme": scheme, "bypass_csp": True}
        for scheme in ("light", "dark")
    )
)
@pytest.mark.parametrize("path", PAGES)
def test_who_asks_for_more_contrast_gets_it(reader: Reader, path: str) -> None:
    """7:1 for all that is written (WCAG 2.2, 1.4.6)."""
    page = reader.open(path)
    rules = {"runOnly": ["color-contrast-enhanced"], "rules": {}}
    rules["rules"] = {"color-contrast-enhanced": {"enabled": True}}
    found = Axe().run(page, options=rules).response["violations"]
    assert [each["nodes"][0]["html"] for each in found] == []
    if page.locator("a.n").count():
        assert page.locator("a.n").first.evaluate(
            "link => getComputedStyle(link).textDecorationStyle"
        ) == "solid"  # fmt: skip


def test_on_paper_numbers_lead_to_numbered_notes(reader: Reader) -> None:
    page = reader.open("index.html")
    page.emulate_media(media="print")
    after = "element => getComputedStyle(element, '::after').content"
    link = page.locator(".prose a.n[id]:not([data-note])").first
    number = link.get_attribute("id")
    assert link.evaluate(after).replace('"', "").replace(" ", "") == f"[{number}]", (
        "no power of ten"
    )
    assert not page.locator(".bar ul").is_visible()
    assert page.locator("#receipts").is_visible()


def test_what_is_folded_on_screen_is_all_there_on_paper(reader: Reader) -> None:
    page = reader.open("index.html")
    folded = page.locator(".receipts li")
    assert not any(note.is_visible() for note in folded.all())
    page.emulate_media(media="print")
    assert all(note.is_visible() for note in folded.all())
    [sheet] = page.evaluate(
        """[...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
           .filter(rule => rule instanceof CSSPageRule).map(rule => rule.cssText)"""
    )
    assert "counter(page)" in sheet
    assert "margin:" in sheet


@as_reader(*({"viewport": {"width": width, "height": 500}} for width in (360, 1280)))
@pytest.mark.parametrize("path", ["index.html#r-pay_in_won", "figures/index.html#r-left"])
def test_a_link_into_what_is_put_off_lands_there_and_nothing_moves(
    reader: Reader, path: str
) -> None:
    page = reader.open(path)
    if path.startswith("figures"):  # in the story a note is unfolded, and moves what is below it
        assert moved(page) == []
    target = page.locator("#" + path.partition("#")[2])
    top = target.evaluate("element => element.getBoundingClientRect().top")
    seen = page.evaluate("innerHeight + scrollY >= document.documentElement.scrollHeight - 1")
    assert 0 <= top < (500 if seen else 70)


BEGUN_ANEW = f"""() => {{
  const {{ classList }} = document.documentElement;
  classList.add("again");
  {WAITING};
  classList.remove("again");
  window.waiting = {WAITING};
  for (const one of waiting) one.pause();
  return waiting.map(one => one.effect.getTiming().delay);
}}"""


def test_chapters_are_laid_out_in_turn_and_then_all_is_as_ever(reader: Reader) -> None:
    page = reader.open("index.html")
    seen = """[...document.querySelectorAll(".chapter")].map(
        chapter => getComputedStyle(chapter).contentVisibility)"""
    turns, chapters = page.evaluate(BEGUN_ANEW), page.locator(".chapter").count()
    assert turns == sorted({*turns}), "no two at once"
    assert page.evaluate(seen) == ["auto"] * chapters
    page.evaluate("waiting.forEach(one => one.finish())")
    assert page.evaluate(seen) == ["visible"] * chapters
    assert moved(page) == []


def test_nobody_waits_who_follows_a_link_comes_back_or_prints(reader: Reader) -> None:
    page = reader.open("index.html#leaving")
    assert page.evaluate(f"{WAITING}.length") == 0
    page = reader.open("index.html")
    page.emulate_media(media="print")
    assert page.evaluate(f"{WAITING}.length") == 0
    page.emulate_media(media="screen")
    page.reload()
    assert page.evaluate(f"{WAITING}.length") == 0


@as_reader({"java_script_enabled": False}, {"java_script_enabled": True})
def test_a_link_to_a_folded_note_unfolds_it(reader: Reader) -> None:
    page = reader.open("index.html")
    note = page.locator("#r-left")
    assert not note.is_visible()
    page = reader.open("index.html#r-left")
    assert page.locator("#r-left:target").is_visible()
    assert page.locator("#r-left").evaluate("note => note.closest('details').open")


SETTLED = """() => new Promise(done => {
  const look = () => history.state ? requestAnimationFrame(look) : done();
  look();
})"""


def test_back_closes_a_receipt_and_stays_on_the_page(reader: Reader) -> None:
    page = reader.open("index.html")
    link = page.locator(".prose a.n").first
    for _ in range(2):
        link.press("Enter")
        assert page.locator(OPEN).count() == 1
        where = page.evaluate("scrollY")
        page.go_back()
        assert page.locator(OPEN).count() == 0
        assert page.evaluate("scrollY") == where
    assert page.url.endswith("index.html")
    length = page.evaluate("history.length")
    for _ in range(3):
        link.press("Enter")
        page.keyboard.press("Escape")
        page.evaluate(SETTLED)
    assert page.evaluate("history.length") == length, "a closed one leaves nothing to go back to"


def test_a_receipt_names_its_document_whole(reader: Reader) -> None:
    page = reader.open("index.html")
    page.locator(to(page, "pay_in_won")).first.evaluate("link => link.click()")
    assert page.locator(f"{OPEN} cite").text_content() == 'A letter <about> pay & "prices"'
    more = page.locator(f"{OPEN} > a")
    assert more.get_attribute("href") == "figures/index.html#r-pay_in_won"


@as_reader(*({"viewport": {"width": width, "height": 700}} for width in (360, 1400)))
def test_the_contents_tell_where_one_is(reader: Reader) -> None:
    page = reader.open("index.html#leaving")
    current = page.locator(".contents [aria-current]")
    current.wait_for(state="attached")
    assert current.get_attribute("href") == "#leaving"
    seen = page.locator(".contents").bounding_box()
    assert seen
    assert seen["y"] + seen["height"] > 0
    if page.evaluate("innerWidth") == 360:
        page.mouse.click(40, seen["y"] + 15)
    assert current.is_visible()
    current.click()
    assert page.url.endswith("#leaving")
    folded = page.evaluate("innerWidth") == 360  # beside the text they stay open
    assert page.locator(".contents details[open]").count() == (0 if folded else 1)


@as_reader({"forced_colors": "active"})
def test_forced_colours_keep_the_drawings(reader: Reader) -> None:
    page = reader.open("index.html")
    ink = page.evaluate("getComputedStyle(document.body).color")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ink != paper
    paints = page.evaluate(
        """() => [...document.querySelectorAll('.chart svg:not([hidden]) path:not([data-t])')]
            .map(mark => [getComputedStyle(mark).fill, getComputedStyle(mark).stroke])"""
    )
    assert paints
    assert [paint for paint in paints if set(paint) <= {paper, "none"}] == []


@as_reader({"forced_colors": "active"})
def test_forced_colours_keep_what_lines_and_shadows_tell(reader: Reader) -> None:
    page = reader.open("index.html")
    page.locator("#a-ours").check()
    for mark, drawn in (
        (".ruled::before", "backgroundImage"),
        (".top::after", "backgroundImage"),
        (".own", "backgroundImage"),
        (".bar [aria-current]", "boxShadow"),
    ):
        element, _, part = mark.partition("::")
        assert "none" not in page.locator(element).first.evaluate(
            "(mark, [part, drawn]) => getComputedStyle(mark, part && `::${part}`)[drawn]",
            [part, drawn],
        )


def test_receipts_opened_and_closed_in_haste_stay_on_the_page(reader: Reader) -> None:
    """Going back takes its time: what is opened meanwhile stays, and nobody leaves the story."""
    page = reader.open("index.html")
    address = page.url
    page.evaluate(
        """async () => {
          const link = document.querySelector(".prose a.n"), slip = document.querySelector(".slip");
          for (let time = 0; time < 20; time++) {
            link.click();
            slip.hidePopover();
            await new Promise((done) => setTimeout(done, time % 3));
          }
          link.click();
          await new Promise((done) => setTimeout(done, 600));
        }"""
    )
    assert page.url == address
    assert page.locator(OPEN).count() == 1
    page.go_back()
    assert page.url == address
    assert page.locator(OPEN).count() == 0
