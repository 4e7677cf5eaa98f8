"""The answers to Chartability are whole, counted, and name tests that exist."""

import re
from collections import Counter

import pytest

from tests.support.printed import ROOT

TEXT = (ROOT / "docs" / "chartability.md").read_text("utf-8")
ROWS = re.findall(r"^\| (\d+) \| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$", TEXT, re.M)


def test_each_of_the_fifty_is_answered_once() -> None:
    assert [int(number) for number, *_ in ROWS] == list(range(1, 51))


def test_the_answers_are_counted_at_the_head() -> None:
    [counts] = re.findall(r"^(\d+) pass, (\d+) do not apply, (\d+) pass in part\.$", TEXT, re.M)
    found = Counter(answer for _, _, answer, _, _ in ROWS)
    answers = ("pass", "not applicable", "in part")
    assert found.total() == sum(found[answer] for answer in answers)
    assert [int(count) for count in counts] == [found[answer] for answer in answers]


@pytest.mark.parametrize(
    "named", sorted({test for *_, by in ROWS for test in re.findall(r"`((?:\w+/)?test_\w+)`", by)})
)
def test_the_tests_it_names_exist(named: str) -> None:
    assert (ROOT / "tests" / f"{named}.py").is_file()


def test_every_row_says_who_checks_it() -> None:
    for number, _, answer, _, by in ROWS:
        said = by in {"by eye", "loading `charts.yaml`"} or re.fullmatch(r"`(?:\w+/)?test_\w+`", by)
        assert said or (by == "–" and answer != "pass"), number
