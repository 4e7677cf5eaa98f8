"""Words that say more than the formula makes sure of are refused, in the words of these files.

A line of ``rewordings-en.txt`` is the words of a claim, a formula that is true of the small
edition, and the message. Each stands in the place of the claim that the edition has.
"""

from pathlib import Path

import pytest

from braindrain_site.judging import claims, meanings
from braindrain_site.judging.draft import Draft
from braindrain_site.reading import loading
from tests.support import small

HERE = Path(__file__).parent
WORDED = {"en": "more than twice", "ko": "두 배가 넘는"}
CASES = [
    pytest.param(lang, *line.split(" | "), id=f"{lang}: {line.split(' | ')[0]}")
    for lang in WORDED
    for line in (HERE / f"rewordings-{lang}.txt").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("lang", "words", "holds", "message"), CASES)
def test_refused_in_these_words(
    tmp_path: Path, lang: str, words: str, holds: str, message: str
) -> None:
    """At the words, though the formula is true."""
    data = small.copy(
        tmp_path,
        (f"story/{lang}/leaving.md", WORDED[lang], words),
        ("claims.yaml", "holds: pay_away / pay_here > 2", f"holds: {holds}"),
        edition=small.TWO,
    )
    draft = Draft(loading.load(data))
    problems = [p for p in meanings.check(draft) if f"/{lang}/" in p.place.file]
    assert [problem.sentence for problem in problems] == [message]
    assert "over_twice" in claims.judged(draft)


@pytest.mark.parametrize(
    ("lang", "words", "behind"),
    [
        ("en", "more than two", " times"),
        ("en", "more than two", " dollars there for each that is paid here, or"),
        ("ko", "둘이 넘는", " 배"),
    ],
)
def test_a_number_of_times_may_go_on_behind_the_claim(
    tmp_path: Path, lang: str, words: str, behind: str
) -> None:
    end = "{% endclaim %}"
    told = (f"story/{lang}/leaving.md", WORDED[lang] + end, words + end + behind)
    draft = Draft(loading.load(small.copy(tmp_path, told, edition=small.TWO)))
    assert [p for p in meanings.check(draft) if f"/{lang}/" in p.place.file] == []


def test_an_index_is_said_as_a_number(tmp_path: Path) -> None:
    unit = 'points: {print: {en: "{}", ko: "{}"}, dimension: "1"}\n'
    told = (
        ("story/en/leaving.md", WORDED["en"], "more than four"),
        ("claims.yaml", "holds: pay_away / pay_here > 2", "holds: left_index > 4"),
    )
    data = small.copy(tmp_path, *told, edition=small.TWO)
    figure = "label: {en: an index, ko: 지수}, unit: points, value: 5, period: 2024, "
    figure += "at: {en: page 4, ko: 4쪽}"
    small.add(data / "units.yaml", unit)
    small.add(data / "figures.yaml", f"left_index: {{{figure}, source: school_report}}\n")
    draft = Draft(loading.load(data))
    assert [p for p in meanings.check(draft) if "/en/" in p.place.file] == []


def test_enough_of_them() -> None:
    for lang in WORDED:
        assert sum(case.values[0] == lang for case in CASES) >= 30
