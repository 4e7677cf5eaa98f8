"""A unit prints its numbers as large as they are."""

from pathlib import Path

import pytest

from braindrain_site.judging import scales
from braindrain_site.judging.draft import Draft
from braindrain_site.reading import loading
from braindrain_site.wording.common_units import COMMON
from tests.support import small


def told(tmp_path: Path, *lines: str) -> list[str]:
    """What is said of a unit called ``x`` unless its *lines* begin with another name."""
    named = lines if lines[0].endswith(":") else ("x:", *lines)
    units = "\n".join([named[0], *(f"  {line}" for line in named[1:])])
    data = small.copy(tmp_path, edition=small.TWO)
    small.add(data / "units.yaml", f"\n{units}\n")
    return [f"{each.sentence} {each.hint}" for each in scales.check(Draft(loading.load(data)))]


@pytest.mark.parametrize(
    ("en", "ko", "instead"),
    [
        ("{} million kilometres", "{}킬로미터", "{} kilometres"),
        ("${} million", "{}달러", "${}"),
        ("${}m", "{}달러", "${}"),
        ("${} bn", "{}달러", "${}"),
        ("$bn {}", "{}달러", "$ {}"),
        ("US$ million {}", "{}달러", "US$ {}"),
        ("{}k tonnes", "{}톤", "{} tonnes"),
        ("{} teachers (in thousands)", "{}명", None),
        ("{} (thousands)", "{}명", "{}"),
        ("{},000 teachers", "{}명", "{} teachers"),
        ("{} × 1000", "{}명", "{}"),
        ("{} kilometres", "{}백만 킬로미터", "{}킬로미터"),
        ("{} won", "{}억원", "{}원"),
        ("{} won", "{} 조 원", "{}원"),
        ("{} teachers", "{}천명", "{}명"),
        ("{} dollars", "백만 달러 {}", "달러 {}"),
    ],
)
def test_a_word_that_the_number_has_in_it(
    tmp_path: Path, en: str, ko: str, instead: str | None
) -> None:
    found = told(tmp_path, f'print: {{en: "{en}", ko: "{ko}"}}', "scale: 1000000")
    assert [each.rpartition("Write ")[2] for each in found] == ([f'"{instead}".'] * bool(instead))


@pytest.mark.parametrize(
    ("en", "ko"),
    [
        ("{} won", "{}원"),
        ("{} patents per 100,000 people", "인구 10만 명당 {}건"),
        ("{} parts per million", "백만 명당 {}건"),
        ("per million people {}", "{}천체"),
        ("{} m per second", "만 {}세"),
        ("{} kelvin", "{}조각"),
        ("{} tonnes", "{}톤"),
        ("{} milliseconds", "{}억새"),
    ],
)
def test_other_words_stand_beside_multiplied_numbers(tmp_path: Path, en: str, ko: str) -> None:
    lines = (f'print: {{en: "{en}", ko: "{ko}"}}', "dimension: tonnes", "scale: 1000000")
    assert told(tmp_path, *lines) == []


@pytest.mark.parametrize("scale", ["", "scale: 0.001"])
def test_a_number_that_is_not_multiplied_may_say_so(tmp_path: Path, scale: str) -> None:
    assert told(tmp_path, 'print: {en: "{} thousand tonnes", ko: "{}천 톤"}', scale) == []


@pytest.mark.parametrize(
    ("measure", "smaller", "scale", "wrong"),
    [
        ("kilometres", "metres", "1000", True),
        ("weeks", "days", "7", True),
        ("years", "month", "12", True),
        ("kilometres", "kilometres", "1000", False),
        ("tonnes", "t", "1000000000", False),
        ("seats", "row", "12", False),
    ],
)
def test_a_larger_measure(
    tmp_path: Path, measure: str, smaller: str, scale: str, wrong: bool
) -> None:
    words = f'print: {{en: "{{}} {measure}", ko: "{{}}개"}}'
    found = told(tmp_path, words, f"dimension: {smaller}", f"scale: {scale}")
    assert bool(found) == wrong
    assert all(f'For "{measure}", delete "scale"' in each for each in found)


def test_a_thousand_of_a_measure_is_no_larger_one(tmp_path: Path) -> None:
    words = 'print: {en: "{} tonnes", ko: "{}톤"}'
    assert told(tmp_path, "thousand tonnes:", words, "dimension: t", "scale: 1000") == []


@pytest.mark.parametrize("scale", ["1", "100", "0.1"])
def test_a_percent_is_a_hundredth(tmp_path: Path, scale: str) -> None:
    words = 'print: {en: "{}% of all", ko: "전체의 {}%"}'
    assert len(told(tmp_path, words, 'dimension: "1"', f"scale: {scale}")) == 1
    assert told(tmp_path, words, f"scale: {scale}") == []  # what it counts is of its own


@pytest.mark.parametrize("name", COMMON)
def test_units_that_many_stories_have_are_fine(tmp_path: Path, name: str) -> None:
    lines = COMMON[name].lines(("en", "ko"), "…")
    assert told(tmp_path, f"{name} again:", *lines) == []
