"""Every form as a browser sets it: whole, apart, large enough, and readable point by point."""

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page

from braindrain_site import recipe
from tests import forms, printed
from tests.test_reader import Reader, as_reader

WIDTHS = (320, 360, 768, 1280)
TEXTS = """svg => {
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  const edge = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text")].map(text => {
    const box = text.getBoundingClientRect(), size = parseFloat(getComputedStyle(text).fontSize);
    const lead = (box.height - size * scale) / 2;
    return {said: text.textContent, size: size * scale, cut: box.left < edge.left - 1
      || box.right > edge.right + 1 || box.top + lead < edge.top - 1
      || box.bottom - lead > edge.bottom + 1,
      left: box.left + 1, right: box.right - 1, top: box.top + lead, bottom: box.bottom - lead};
  });
}"""
"""Every line of text of a drawing as set: its size in pixels and the box of its letters."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    data = forms.copy(tmp_path_factory.mktemp("forms"))
    return recipe.make(recipe.judge(data), printed.TEMPLATES)


@pytest.fixture
def reader(browser: Browser, site: dict[str, bytes], request: Any) -> Iterator[Reader]:
    context = browser.new_context(**getattr(request, "param", {}))
    yield Reader(context, site)
    context.close()


def drawings(page: Page) -> list[Locator]:
    """The drawings that are seen, when every switch shows each of its views in turn."""
    page.evaluate("document.fonts.ready")
    page.add_style_tag(content=".switch > .chart { display: block !important }")
    return [svg for svg in page.locator(".drawing svg").all() if svg.is_visible()]


def touch(one: dict[str, float], other: dict[str, float]) -> bool:
    across = one["left"] < other["right"] and other["left"] < one["right"]
    return across and one["top"] < other["bottom"] and other["top"] < one["bottom"]


@as_reader(*({"viewport": {"width": w, "height": 900}, "bypass_csp": True} for w in WIDTHS))
def test_no_text_is_cut_small_or_over_another(reader: Reader) -> None:
    found = drawings(reader.open("index.html"))
    assert len(found) == len(forms.CHARTS) + 1
    for svg in found:
        texts = svg.evaluate(TEXTS)
        assert [text["said"] for text in texts if text["cut"]] == []
        assert [text["said"] for text in texts if text["size"] < 12] == []
        pairs = itertools.combinations(texts, 2)
        assert [(a["said"], b["said"]) for a, b in pairs if touch(a, b)] == []


@as_reader(*({"viewport": {"width": w, "height": 900}} for w in WIDTHS))
def test_nothing_moves_while_the_page_comes(reader: Reader) -> None:
    page = reader.open("index.html")
    page.evaluate("document.fonts.ready")
    moved = page.evaluate(
        """() => new Promise(done => {
          let sum = 0;
          new PerformanceObserver(list => list.getEntries().forEach(shift => sum += shift.value))
            .observe({type: "layout-shift", buffered: true});
          setTimeout(() => done(sum), 300);
        })"""
    )
    assert moved == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@as_reader(*({"color_scheme": scheme, "bypass_csp": True} for scheme in ("light", "dark")))
def test_axe_finds_nothing_before_or_while_a_chart_is_read(reader: Reader) -> None:
    page = reader.open("index.html")
    for _ in range(2):
        found = Axe().run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
        page.locator("#chart-by_dots .points").click()


@as_reader(*({"viewport": {"width": w, "height": 900}} for w in (360, 1280)))
@pytest.mark.parametrize("chart", [name for name in forms.CHARTS if name != "by_figures"])
def test_points_are_read_by_keyboard(reader: Reader, chart: str) -> None:
    page = reader.open("index.html")
    drawing = page.locator(f"#chart-{chart} .drawing")
    button = page.locator(f"#chart-{chart} .points")
    heard = page.locator("[role=status].unseen")
    said = [
        spot.get_attribute("data-t") or "" for spot in drawing.locator("div:visible [data-t]").all()
    ]
    button.focus()
    page.keyboard.press("Enter")
    assert drawing.evaluate("element => element === document.activeElement")
    for number, words in enumerate(said):
        assert heard.text_content() == f"{words} ({number + 1}/{len(said)})"
        assert page.locator(".tip").text_content() == words
        assert page.locator(".here").count() == 1
        page.keyboard.press("ArrowRight")
    for key, words in (("Home", said[0]), ("End", said[-1]), ("ArrowUp", said[-2])):
        page.keyboard.press(key)
        assert page.locator(".tip:visible").text_content() == words
    page.keyboard.press("Escape")
    assert button.evaluate("element => element === document.activeElement")
    assert page.locator(".tip:visible").count() == 0
    assert drawing.get_attribute("role") is None
    assert reader.complaints == []


@as_reader(
    {"viewport": {"width": 1280, "height": 900}},
    {"has_touch": True, "viewport": {"width": 360, "height": 800}},
)
def test_a_point_speaks_when_pointed_at(reader: Reader) -> None:
    page = reader.open("index.html")
    spot = page.locator("#chart-by_slope .drawing > div:visible [data-t]").last
    spot.evaluate("spot => spot.scrollIntoView({block: 'center'})")
    box = spot.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2 + 3, box["y"] + box["height"] / 2
    if page.evaluate("navigator.maxTouchPoints"):
        page.touchscreen.tap(x, y)
    else:
        page.mouse.move(x, y)
    assert page.locator(".tip:visible").text_content() == spot.get_attribute("data-t")
    page.keyboard.press("Escape")
    assert page.locator(".tip:visible").count() == 0


def test_marks_are_hidden_from_assistive_technology(reader: Reader) -> None:
    page = reader.open("index.html")
    for svg in page.locator(".drawing svg").all():
        assert svg.get_attribute("role") == "img"
        assert svg.locator("> title, > desc").count() == 2
        assert svg.locator("> :not([aria-hidden=true], title, desc)").count() == 0


@as_reader({"java_script_enabled": False})
def test_a_switch_needs_no_script(reader: Reader) -> None:
    page = reader.open("index.html")
    views = page.locator(".switch .chart")
    seen = [view.is_visible() for view in views.all()]
    page.get_by_text("All together").click()
    assert [seen, [view.is_visible() for view in views.all()]] == [[True, False], [False, True]]
    assert page.locator(".points:visible").count() == 0


def test_every_view_of_a_switch_is_printed_under_its_name(reader: Reader) -> None:
    page = reader.open("index.html")
    page.emulate_media(media="print")
    assert page.locator(".switch .chart:visible").count() == 2
    assert page.locator(".switch label:visible").all_text_contents() == [
        "By subject", "All together",
    ]  # fmt: skip
    assert page.locator(".switch input:visible").count() == 0


def test_nothing_is_animated(reader: Reader) -> None:
    """So there is nothing to reduce for readers who prefer reduced motion."""
    page = reader.open("index.html")
    style = page.locator("style").first.text_content() or ""
    assert not [word for word in ("transition", "animation", "smooth") if word in style]


@as_reader({"forced_colors": "active"})
def test_forced_colours_keep_marks_and_words_apart_from_the_ground(reader: Reader) -> None:
    page = reader.open("index.html")
    paints = page.evaluate(
        """() => [...document.querySelectorAll(".wide svg :is(path, text)")]
          .filter(mark => !mark.dataset.t).map(mark => {
            const {fill, stroke} = getComputedStyle(mark);
            return fill === "none" ? stroke : fill;
        })"""
    )
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    hollow = page.locator("#chart-by_dots .wide [fill='var(--paper)']").count()
    assert hollow
    assert page.evaluate("getComputedStyle(document.body).color") in paints
    assert sum(paint == paper for paint in paints) < len(paints) / 4
