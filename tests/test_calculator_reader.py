"""What a reader makes of the calculator: by keyboard, by touch, without script, on paper."""

from collections.abc import Mapping

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.support import sites, stamped
from tests.support.reader import PUBLISHED, Reader, as_reader

OWN = ".calculator div.own"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    edit = (PUBLISHED[0], "languages: [en, ko]", "languages: [en, ko]\npath: /under/a/path/")
    return sites.make(stamped.edition(tmp_path_factory.mktemp("reckoned"), edit))


def cells(table: Locator) -> list[str]:
    return [" ".join(text.split()) for text in table.locator("td").all_text_contents() if text]


def typed(page: Page, salary: str) -> list[str]:
    page.get_by_label("Another salary").or_(page.get_by_label("직접 입력")).check()
    page.locator("#salary").fill(salary)
    return cells(page.locator(f"{OWN} table"))


@pytest.mark.parametrize(
    ("path", "salaries"),
    [
        ("index.html", ["101390000", "101,390,000", "₩101 390 000 won", "101.39 million"]),
        ("ko/index.html", ["10139", "10,139만원", "1억 139만 원", "1억139", "１０１３９"]),
    ],
)
def test_what_is_typed_says_what_the_example_says(
    reader: Reader, path: str, salaries: list[str]
) -> None:
    page = reader.open(path)
    example = cells(page.locator(".calculator table").nth(1))
    assert len(example) == 6
    for salary in salaries:
        assert typed(page, salary) == example
    assert reader.complaints == []


def test_the_result_is_announced(reader: Reader) -> None:
    page = reader.open("index.html")
    typed(page, "27,500,000")
    expect(page.locator("#salary-said")).to_have_text(
        "Worth $20,200 at the market rate and $34,000 at purchasing power."
    )


@pytest.mark.parametrize("salary", ["much", "95", "9000000000000", "1.2.3", "-27500000"])
def test_what_is_no_salary_is_told_in_words(reader: Reader, salary: str) -> None:
    page = reader.open("index.html")
    typed(page, salary)
    said = page.locator("#salary-said")
    expect(said).to_contain_text("Write a salary a year as a number, from 3 million won")
    assert page.locator("#salary").get_attribute("aria-invalid") == "true"
    expect(page.locator(f"{OWN} table")).to_be_hidden()
    typed(page, "")
    expect(said).to_be_empty()
    assert page.locator("#salary").get_attribute("aria-invalid") == "false"


def test_by_keyboard_alone(reader: Reader) -> None:
    """Arrows choose, the tabulator goes on to what is typed."""
    page = reader.open("index.html")
    page.locator(".calculator input[type=radio]").first.focus()
    page.keyboard.press("ArrowDown")
    tables = page.locator(".calculator fieldset > table")
    expect(tables.nth(0)).to_be_hidden()
    expect(tables.nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("27500000")
    expect(page.locator(f"{OWN} table")).to_contain_text("$20,200")


@as_reader({"has_touch": True, "viewport": {"width": 360, "height": 700}})
def test_by_touch(reader: Reader) -> None:
    page = reader.open("index.html")
    page.get_by_text("Another salary").tap()
    page.locator("#salary").tap()
    page.keyboard.type("27500000")
    expect(page.locator(f"{OWN} table")).to_contain_text("$20,200")


@as_reader({"java_script_enabled": False})
def test_without_script_the_examples_are_switched(reader: Reader) -> None:
    page = reader.open("index.html")
    expect(page.locator(OWN)).to_be_hidden()
    expect(page.get_by_text("Another salary")).to_be_hidden()
    page.get_by_text("The head teacher", exact=True).click()
    tables = page.locator(".calculator table")
    expect(tables.nth(0)).to_be_hidden()
    expect(tables.nth(1)).to_be_visible()


def test_on_paper_all_examples_are_there(reader: Reader) -> None:
    page = reader.open("index.html")
    page.emulate_media(media="print")
    for table in page.locator(".calculator fieldset > table").all():
        expect(table).to_be_visible()
    expect(page.locator(OWN)).to_be_hidden()


@as_reader({}, {"color_scheme": "dark"})
@pytest.mark.parametrize("path", ["index.html", "ko/index.html", "method/index.html"])
def test_axe_finds_nothing(reader: Reader, path: str) -> None:
    page = reader.open(path)
    if path != "method/index.html":
        typed(page, "27500000" if path == "index.html" else "2750")
    assert Axe().run(page).response["violations"] == []
