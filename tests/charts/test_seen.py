"""Every form as a browser sets it: whole, apart, large enough, and readable point by point."""

import itertools
from collections.abc import Mapping

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

from tests.support import forms, sites
from tests.support.reader import WAITING, Reader, as_reader, moved

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

SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
"""What a reader may ask of any page without losing a word (WCAG 2.2, 1.4.12)."""

PAINTS = """svg => [...svg.querySelectorAll("path:not([data-t]), circle, text")].map(mark => {
  const {fill, stroke} = getComputedStyle(mark);
  return [fill, stroke];
})"""
"""What each mark and each word of a drawing is painted with: fill and outline."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    data = forms.copy(tmp_path_factory.mktemp("forms"))
    charts = (data / "charts.yaml").read_text("utf-8")
    choice = "  choice: {en: By subject}"
    assert choice in charts
    named = charts.replace(choice, f"{choice}\n  switch: {{en: Show the pay}}")
    (data / "charts.yaml").write_text(named, "utf-8")
    return sites.make(data)


def drawings(page: Page) -> list[Locator]:
    """The drawings that are seen, when every switch shows each of its views in turn."""
    page.evaluate("document.fonts.ready")
    page.add_style_tag(content=".switch > .chart { display: block !important }")
    return [svg for svg in page.locator(".drawing svg").all() if svg.is_visible()]


def menu(page: Page, chart: str) -> Locator:
    """The menu of *chart*, opened."""
    found = page.locator(f"#chart-{chart} .tools")
    found.locator("summary").click()
    return found


def touch(one: dict[str, float], other: dict[str, float]) -> bool:
    across = one["left"] < other["right"] and other["left"] < one["right"]
    return across and one["top"] < other["bottom"] and other["top"] < one["bottom"]


@as_reader(*({"viewport": {"width": w, "height": 900}, "bypass_csp": True} for w in WIDTHS))
@pytest.mark.parametrize("theirs", ["p {}", SPACED], ids=["as it is", "spaced"])
def test_no_text_is_cut_small_or_over_another(reader: Reader, theirs: str) -> None:
    page = reader.open("index.html")
    page.add_style_tag(content=theirs)
    found = drawings(page)
    assert len(found) == len(forms.DRAWN) + 1
    for svg in found:
        texts = svg.evaluate(TEXTS)
        assert [text["said"] for text in texts if text["cut"]] == []
        assert [text["said"] for text in texts if text["size"] < 12] == []
        pairs = itertools.combinations(texts, 2)
        assert [(a["said"], b["said"]) for a, b in pairs if touch(a, b)] == []


@as_reader(*({"viewport": {"width": w, "height": 900}} for w in WIDTHS))
def test_nothing_moves_while_the_page_comes(reader: Reader) -> None:
    page = reader.open("index.html")
    assert moved(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@as_reader(*({"color_scheme": scheme, "bypass_csp": True} for scheme in ("light", "dark")))
def test_axe_finds_nothing_before_or_while_a_chart_is_read(reader: Reader) -> None:
    page = reader.open("index.html")
    for part in ("summary", ".points"):
        found = Axe().run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
        page.locator(f"#chart-by_dots {part}").click()


@as_reader(*({"viewport": {"width": w, "height": 900}} for w in (360, 1280)))
@pytest.mark.parametrize("chart", [name for name in forms.DRAWN if name != "by_squares_of_figures"])
def test_points_are_read_by_keyboard(reader: Reader, chart: str) -> None:
    page = reader.open("index.html")
    drawing = page.locator(f"#chart-{chart} .drawing")
    button = menu(page, chart).locator(".points")
    heard = page.locator("[role=status].unseen")
    assert drawing.locator("[data-t]").count() == 0, "they come when they are asked for"
    button.focus()
    page.keyboard.press("Enter")
    page.locator(".here").wait_for(state="attached")
    said = [spot.get_attribute("data-t") or "" for spot in drawing.locator("[data-t]").all()]
    said = list(filter(None, said))[: drawing.locator("div:visible [data-t]").count()]
    assert drawing.evaluate("element => element === document.activeElement")
    headline = page.locator(f"#t-{chart}").text_content()
    assert (drawing.get_attribute("aria-label") or "").startswith(f"{headline}. Arrow keys")
    for number, words in enumerate(said):
        assert heard.text_content() == f"{words} ({number + 1} of {len(said)})"
        assert page.locator(".tip").text_content() == words
        assert page.locator(".here").count() == 1
        page.keyboard.press("ArrowRight")
    ends = [heard.text_content()]
    page.keyboard.press("ArrowRight")
    ends.append(heard.text_content())
    assert [str(end).strip() for end in ends] == [
        f"End of the chart. {said[-1]} ({len(said)} of {len(said)})"
    ] * 2
    assert ends[0] != ends[1], "or it would not be announced again"
    for key, words in (("Home", said[0]), ("End", said[-1]), ("ArrowUp", said[-2])):
        page.keyboard.press(key)
        assert page.locator(".tip:visible").text_content() == words
    page.keyboard.press("Escape")
    assert button.evaluate("element => element === document.activeElement")
    assert page.locator(".tip:visible").count() == 0
    assert drawing.get_attribute("role") is None
    assert reader.complaints == []


@as_reader(*({"viewport": {"width": w, "height": 900}} for w in (320, 1280)))
def test_the_menu_names_its_chart_and_each_control_is_large_enough(reader: Reader) -> None:
    """In a list of all controls of a page, their names are all that is heard."""
    page = reader.open("index.html")
    for chart in page.locator(".chart:visible").all():
        headline = chart.locator(".headline").text_content()
        menu = chart.locator("summary", has_text=f"Table, data and notes ({headline})")
        menu.click()
        points = chart.get_by_role("button", name="Read the chart point by point")
        named = [
            menu,
            *[points][: chart.locator("svg").count()],
            *(
                chart.get_by_role("link", name=name, exact=True)
                for name in (
                    "Link to this chart",
                    "Page of this chart: table, data, pictures, code to embed it",
                )
            ),
        ]
        for control in named:
            box = control.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 24, "WCAG 2.2, 2.5.8"


def test_focus_goes_through_a_chart_as_it_is_laid_out(reader: Reader) -> None:
    """The drawing itself is no stop, save while it is read; nothing keeps the focus."""
    page = reader.open("index.html")
    chart = page.locator("#chart-by_dots")
    menu(page, "by_dots")
    chart.locator(".tools .small a").last.focus()
    stops = []
    for _ in range(3):
        page.keyboard.press("Tab")
        here = page.locator(":focus")
        assert here.evaluate("element => element.closest('#chart-by_dots')")
        stops.append(here.evaluate("element => element.className || element.localName"))
    assert stops == ["points", "a", "a"]
    page.keyboard.press("Tab")
    assert not page.locator("#chart-by_dots :focus").count()
    tops = [box["y"] for stop in chart.locator(".tools > *").all() if (box := stop.bounding_box())]
    assert tops == sorted(tops)
    chart.locator(".points").press("Enter")
    page.locator(".here").wait_for(state="attached")
    page.keyboard.press("Tab")
    assert page.locator(":focus").evaluate("element => element.matches('figcaption a')")
    assert chart.locator(".drawing").get_attribute("role") is None


@as_reader(
    {"viewport": {"width": 1280, "height": 900}},
    {"has_touch": True, "viewport": {"width": 360, "height": 800}},
)
def test_a_point_speaks_when_pointed_at(reader: Reader) -> None:
    page = reader.open("index.html")
    page.locator("#chart-by_line .drawing").dispatch_event("pointermove")
    spot = page.locator("#chart-by_line .drawing > div:visible [data-t]").last
    spot.evaluate("spot => spot.scrollIntoView({block: 'center'})")
    box = spot.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2 + 3, box["y"] + box["height"] / 2
    if page.evaluate("navigator.maxTouchPoints"):
        page.touchscreen.tap(x, y)
    else:
        page.mouse.move(x, y)
    twin = page.locator("#chart-by_line .wide [data-t]").last
    assert page.locator(".tip:visible").text_content() == twin.get_attribute("data-t")
    page.keyboard.press("Escape")
    assert page.locator(".tip:visible").count() == 0


def test_a_drawing_is_named_by_what_it_shows(reader: Reader) -> None:
    """Headline and subtitle are heard on the way to it, and are not said by it again."""
    page = reader.open("index.html")
    for chart in page.locator(".chart:visible:has(svg)").all():
        [shown] = chart.locator("p[hidden]").all_text_contents()
        assert chart.get_by_role("img", name=shown, exact=True).count() == 1
        for said in (".headline", ".subtitle"):
            assert chart.locator(said).inner_text() not in shown


def test_marks_are_hidden_from_assistive_technology(reader: Reader) -> None:
    page = reader.open("index.html")
    for svg in page.locator(".drawing svg").all():
        assert svg.get_attribute("role") == "img"
        assert svg.locator("> :not([aria-hidden=true])").count() == 0
        assert page.locator(f"#{svg.get_attribute('aria-labelledby')}[hidden]").text_content()


@as_reader({"java_script_enabled": False})
def test_a_switch_needs_no_script(reader: Reader) -> None:
    page = reader.open("index.html")
    views = page.locator(".switch .chart")
    seen = [view.is_visible() for view in views.all()]
    page.get_by_text("For a teacher").click()
    assert [seen, [view.is_visible() for view in views.all()]] == [[True, False], [False, True]]
    assert page.locator(".points:visible").count() == 0


def test_a_switch_says_what_it_chooses(reader: Reader) -> None:
    switch = reader.open("index.html").get_by_role("group", name="Show the pay", exact=True)
    radios = switch.get_by_role("radio").all()
    assert [radio.is_checked() for radio in radios] == [True, False]


def test_every_view_of_a_switch_is_printed_under_its_name(reader: Reader) -> None:
    page = reader.open("index.html")
    page.emulate_media(media="print")
    assert page.locator(".switch .chart:visible").count() == 2
    assert page.locator(".switch label:visible").all_text_contents() == [
        "By subject", "For a teacher",
    ]  # fmt: skip
    assert page.locator(".switch input:visible").count() == 0


@as_reader({"reduced_motion": "reduce"})
def test_nothing_moves_where_motion_is_not_welcome(reader: Reader) -> None:
    assert _moving(reader.open("index.html")) == 0


@as_reader({"reduced_motion": "no-preference"})
def test_those_who_left_a_crowd_move_and_nothing_else_does(reader: Reader) -> None:
    page = reader.open("index.html")
    assert _moving(page) == page.locator("#chart-by_crowd .wide path[transform]").count() > 0
    page.emulate_media(media="print")
    assert _moving(page) == 0, "or what is printed would be on its way"


def _moving(page: Page) -> int:
    return int(page.evaluate(f"document.getAnimations().length - {WAITING}.length"))


@as_reader({"forced_colors": "active"})
def test_forced_colours_keep_marks_apart_from_the_ground_and_from_each_other(
    reader: Reader,
) -> None:
    page = reader.open("index.html")
    paper, ink = (
        page.evaluate(f"getComputedStyle(document.body).{name}")
        for name in ("backgroundColor", "color")
    )
    for svg in page.locator(".drawing .wide svg").all():
        paints = svg.evaluate(PAINTS)
        assert [paint for paint in paints if set(paint) <= {"none", paper}] == []
    bars = page.locator("#chart-by_stack .wide svg").evaluate(PAINTS)
    assert {fill for fill, _ in bars} >= {paper, ink}, "what is quiet is hollow"
    dots = page.locator("#chart-by_dots .wide svg").evaluate(PAINTS)
    assert len({fill for fill, _ in dots}) > 2, "the filling of a dot is its series"


@as_reader({"java_script_enabled": False})
def test_a_list_is_one_and_has_no_picture(reader: Reader) -> None:
    page = reader.open("index.html")
    entries = page.locator("#chart-by_list").get_by_role("list").get_by_role("listitem")
    said = [" ".join(entry.inner_text().split()) for entry in entries.all()]
    assert [words.partition(" · ")[0] for words in said] == [
        "Done A road to the city Open since the spring 2 April 2023",
        "Announced Better pay Nothing yet 2022",
    ]
    steps = [entry.locator(".steps .on").count() for entry in entries.all()]
    assert steps == [2, 1], "how far each has come, by the order of the labels"
    assert entries.first.locator("time").get_attribute("datetime") == "2023-04-02"
