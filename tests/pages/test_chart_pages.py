"""Each chart has a page and a frame; the frame works inside a page of others."""

import html
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame

from braindrain_site.pages.chart_pages import entry_of
from braindrain_site.reading import loading, yaml_files
from tests.support import printed, sites, small
from tests.support.reader import HOME, RULES, Reader, as_reader

PAGE, FRAME = "charts/pay/index.html", "embed/pay/index.html"
PAGES = (PAGE, FRAME, "charts/index.html")
ADDRESS = HOME
PUBLISHED = (
    "site.yaml", "languages: [en]", f"languages: [en]\npath: /under/a/path/\naddress: {ADDRESS}",
)  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return printed.site(tmp_path_factory.mktemp("small"), PUBLISHED)


def code(page: bytes) -> str:
    found = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page.decode(), re.S)
    return html.unescape(found[0])


def test_a_page_offers_every_file_of_its_chart(site: Mapping[str, bytes]) -> None:
    text = site[PAGE].decode()
    for path in ("data/charts/pay.csv", "data/charts/pay.json", "assets/charts/pay.svg",
                 "assets/charts/pay.png", "assets/charts/pay.vl.json"):  # fmt: skip
        assert path in site
        assert f'href="../../{path}" download' in text


def test_a_page_shows_the_entry_that_makes_it_and_no_other(site: Mapping[str, bytes]) -> None:
    entry = re.findall(r"<code>(.*?)</code>", site["charts/subjects/index.html"].decode(), re.S)[0]
    typed = html.unescape(entry)
    assert typed.startswith("subjects:\n  form: bar")
    assert typed.endswith("Teachers who left by subject}")
    assert "pay:" not in typed
    assert html.unescape(site[PAGE].decode()).count("caveat: {en: Not the same school.}") == 1


ENTRY = """subjects:
  form: bar
  table: by_subject
  columns: {label: subject, value: teachers}
  headline: {en: "Half, ko: {of} \\"them\\"", ko: '떠난 교사, ''절반'' {en: 이다}'}
  subtitle: {ko: "과목별, 떠난 교사", en: Teachers who left}
  notes:
    ko: >-
      여러 줄로
      쓴 설명.

      en: 아니다.
    en: A note.
  caveat:
    en: >-
      Several lines
      of care.
    ko: 한 줄.
  annotations:
    - {at: music, text: {en: first,
        ko: "처음"}}
"""


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_an_entry_is_shown_in_the_language_of_its_page(tmp_path: Path, lang: str) -> None:
    """It stays YAML, and says the same: fonts of one language may lack the letters of others."""
    data = small.copy(tmp_path, edition=small.TWO)
    after = ENTRY.replace("subjects:", "more:")
    (data / "charts.yaml").write_text(ENTRY + after, "utf-8")
    typed = yaml_files.read("charts.yaml", ENTRY).value["subjects"]
    for key in ("headline", "subtitle", "notes", "caveat"):
        typed[key] = {lang: typed[key][lang]}
    typed["annotations"][0]["text"] = {lang: typed["annotations"][0]["text"][lang]}
    edition = loading.load(data)
    for key in ("subjects", "more"):
        shown = entry_of(key, edition, lang)
        assert yaml_files.read("charts.yaml", shown).value == {key: typed}


def test_comments_for_editors_are_not_shown(tmp_path: Path) -> None:
    edit = ("charts.yaml", "  form:", "  # what it looks like\n  form:")
    shown = entry_of("subjects", loading.load(small.copy(tmp_path, edit)), "en")
    assert shown.startswith("subjects:\n  form:")


def test_a_line_that_a_return_alone_ends_stops_no_page(tmp_path: Path) -> None:
    """A text may then not be where it is looked for, and is shown."""
    data = small.copy(tmp_path, edition=small.TWO)
    file = data / "charts.yaml"
    typed = file.read_bytes()
    assert b"subtitle: {en: Teachers who left" in typed
    typed = typed.replace(
        b"subtitle: {en: Teachers who left", b"subtitle: {en: Teachers who le\rft", 1
    )
    file.write_bytes(typed)
    assert b"subtitle" in sites.make(data)["charts/subjects/index.html"]


def test_numbers_lead_to_their_receipts(site: Mapping[str, bytes]) -> None:
    for path in (PAGE, FRAME):
        assert 'href="../../figures/index.html#r-pay_away"' in site[path].decode(), path


def test_a_card_is_named_only_where_the_address_is_known(
    site: Mapping[str, bytes], tmp_path: Path
) -> None:
    image = re.findall(r'og:image" content="([^"]+)"', site[PAGE].decode())
    assert image == [f"{ADDRESS}assets/cards/chart-pay.png"]
    assert f"{ADDRESS}assets/cards/story.png" in site["index.html"].decode()
    assert "og:image" not in site["404.html"].decode()
    unpublished = printed.site(tmp_path)
    assert "og:image" not in unpublished[PAGE].decode()
    assert 'src="embed/pay/index.html"' in code(unpublished[PAGE])
    assert "address of this site" in unpublished[PAGE].decode()
    assert "address of this site" not in site[PAGE].decode()


def wait_until_all_is_seen(frame: Frame) -> None:
    """It fails after some thousand looks if the frame stays smaller than what it holds.

    Not by Playwright's own way to wait, which asks by ``eval``: the frame's policy forbids that.
    """
    frame.evaluate(
        """() => new Promise((seen, never) => {
          let looks = 0;
          const look = () => {
            if (document.documentElement.scrollHeight <= innerHeight) seen();
            else if (++looks > 3000) never(new Error("the frame stays too small"));
            else requestAnimationFrame(look);
          };
          look();
        })"""
    )


def test_a_frame_reports_its_height_to_the_page_around_it(
    reader: Reader, site: Mapping[str, bytes]
) -> None:
    """The page of others holds nothing but the code that our page hands out."""
    given = code(site[PAGE]).replace('loading="lazy" ', "")
    assert f'src="{ADDRESS}{FRAME}"' in given
    reader.theirs["theirs.html"] = f"<!doctype html><body>{given}".encode()
    reader.page.set_viewport_size({"width": 700, "height": 800})
    page = reader.open("theirs.html")
    before = page.locator("iframe").bounding_box()
    frame = page.frames[1]
    frame.locator(".from").wait_for()
    wait_until_all_is_seen(frame)
    frame.locator("summary").click()
    wait_until_all_is_seen(frame)
    after = page.locator("iframe").bounding_box()
    assert before
    assert after
    assert after["height"] != before["height"]
    assert reader.complaints == []
    assert reader.elsewhere == []
    assert page.context.storage_state() == {"cookies": [], "origins": []}


def test_a_frame_follows_the_reader_from_day_to_night(reader: Reader) -> None:
    page = reader.open(FRAME)
    papers = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
        papers.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert papers[0] != papers[1]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_nobody_else_and_breaks_no_rule(reader: Reader, path: str) -> None:
    page = reader.open(path)
    page.evaluate("document.fonts.ready")
    assert reader.elsewhere == []
    assert reader.complaints == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(reader: Reader, path: str) -> None:
    page = reader.open(path)
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


def test_the_pages_fit_one_line_on_a_phone(reader: Reader) -> None:
    page = reader.open("charts/index.html")
    for width in (320, 360, 390, 420):
        page.set_viewport_size({"width": width, "height": 800})
        tops = [item.bounding_box() for item in page.locator(".bar li").all()]
        assert len({box["y"] for box in tops if box}) == 1, width


@as_reader(*({"color_scheme": scheme, "bypass_csp": True} for scheme in ("light", "dark")))
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(reader: Reader, path: str) -> None:
    found = Axe().run(reader.open(path), options=RULES).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
