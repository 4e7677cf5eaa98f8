"""The plain text says what the page says, and each of its numbers leads to the same note."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support import printed, sites, stamped, stated


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return sites.make(stated.state(printed.data(tmp_path_factory.mktemp("small"))))


@pytest.fixture(scope="module")
def text(site: Mapping[str, bytes]) -> str:
    return site["story.txt"].decode()


def test_it_begins_with_title_and_standfirst_and_has_every_chapter(text: str) -> None:
    assert text.startswith("# Who leaves the village school\n\nA small story with its numbers.\n\n")
    assert "\n## 1. Leaving" in text


def test_every_number_in_it_has_its_note_and_none_is_left_over(text: str) -> None:
    above, _, below = text.partition("\n## Where each number comes from\n")
    noted = re.findall(r"^\[(\d+)\] ", below, re.M)
    assert noted == [f"{number}" for number in range(1, len(noted) + 1)]
    cited = {*re.findall(r" \[(\d+)\]", text)}
    assert {*re.findall(r" \[(\d+)\]", above)} <= cited == {*noted}


def test_a_note_has_number_formula_grade_source_and_address(text: str) -> None:
    [left] = re.findall(r"^\[\d+\] 6 teachers: .*", text, re.M)
    for said in (
        "6 teachers: teachers who left, 2021 to 2024.",
        "Primary source.",
        "Source: The school board, December 2024, page 1.",
        "Printed there as “six teachers”.",
        "Origin of the number: the school board.",
        "data/figures/left.json",
    ):
        assert said in left
    assert re.search(r"Calculated: 3 teachers \[\d+\] ÷ 6 teachers \[\d+\]\.", text)


def test_a_statement_says_who_says_it(text: str) -> None:
    assert re.search(r"They are gone, a parent says\. \[\d+\]", text)
    assert re.search(r"^\[\d+\] Said by: a parent\. Printed there as “they all <left>”", text, re.M)


def test_a_chart_is_told_with_its_table(text: str) -> None:
    assert re.search(r"### \$50,000 \[\d+\] against \$20,000 \[\d+\]\n\nYearly pay\n\n", text)
    assert re.search(r"^\| Here \| about \$20,000 \[\d+\] \|$", text, re.M)
    assert "\nNot the same school.\n" in text


def test_nothing_of_html_is_left(text: str) -> None:
    assert not re.search(r"</?(?:a|p|span|b|em|abbr)\b|&\w+;|\u2060|\u00a0", text)


def test_its_numbers_are_those_of_the_page(site: Mapping[str, bytes], text: str) -> None:
    above = text.partition("\n## Where each number comes from\n")[0]
    page = site["index.html"].decode().partition('id="receipts"')[0]
    printed = re.findall(r'href="#n(\d+)"', page)
    assert {*printed} == {*re.findall(r" \[(\d+)\]", above)}


def test_verdicts_and_calculator_are_told_in_both_languages(tmp_path: Path) -> None:
    site = sites.make(stamped.edition(tmp_path))
    english, korean = (site[path].decode() for path in ("story.txt", "ko/story.txt"))
    assert re.search(r"^- Holds: They pay over \$50,000 \[\d+\] there\.", english, re.M)
    assert re.search(r"^- 맞음: 그곳 연봉은 5만 달러 이상 \[\d+\]이다\.", korean, re.M)
    assert re.search(r"^A teacher: .* \[\d+\]\n- At the market rate: \$", english, re.M)
    assert "At purchasing power: " in english
