"""What the words of each claim were read as, and where two languages say two things.

What does not follow from a formula, in many words: ``tests/meanings/test_rewordings.py``.
"""

from pathlib import Path

import pytest

from braindrain_site.judging import meanings
from braindrain_site.judging.draft import Draft
from braindrain_site.model.problems import Problem
from braindrain_site.reading import loading
from tests.support import small

EN, KO = "story/en/leaving.md", "story/ko/leaving.md"
HOLDS = "holds: pay_away / pay_here > 2"
MEANS = ("claims.yaml", HOLDS, f"{HOLDS}\n  means: {{en: more than 2, ko: 2 초과}}")


def draft(tmp_path: Path, *edits: tuple[str, str, str]) -> Draft:
    return Draft(loading.load(small.copy(tmp_path, *edits, edition=small.TWO)))


def told(tmp_path: Path, *edits: tuple[str, str, str]) -> list[Problem]:
    return meanings.check(draft(tmp_path, *edits))


def test_every_claim_is_read_where_it_is_worded(tmp_path: Path) -> None:
    """In reading order, language by language."""
    whole = draft(tmp_path)
    assert [
        line.removeprefix("data/") for line in meanings.readings(whole.edition, whole.figures)
    ] == [
        'charts.yaml:5:45: "Half": exactly 0.5',
        'charts.yaml:5:150: "절반": exactly 0.5',
        'story/en/leaving.md:8:39: "more than twice": more than 2',
        'story/ko/leaving.md:8:31: "두 배가 넘는": more than 2',
    ]
    assert meanings.check(whole) == []


def test_a_claim_may_say_what_it_means(tmp_path: Path) -> None:
    """Then its words are not read, whatever they are."""
    odd = (EN, "more than twice", "a whopping twice")
    whole = draft(tmp_path, MEANS, odd)
    assert meanings.check(whole) == []
    assert meanings.readings(whole.edition, whole.figures)[2:] == [
        '"a whopping twice", by its means: more than 2',
        '"두 배가 넘는", by its means: 2 초과',
    ]
    assert meanings.explained(whole.edition, "ko") == [("두 배가 넘는", "2 초과")]


@pytest.mark.parametrize(
    ("file", "old", "words", "place"),
    [
        (EN, "more than twice", "whopping", "8:39"),
        (KO, "두 배가 넘는", "넘치는", "8:31"),
    ],
)
def test_words_of_no_quantity_are_not_understood(
    tmp_path: Path, file: str, old: str, words: str, place: str
) -> None:
    [problem] = told(tmp_path, (file, old, words))
    assert str(problem.place) == f"data/{file}:{place}"
    assert problem.sentence == f'The build cannot tell what "{words}" means.'


def test_a_translation_says_neither_more_nor_less(tmp_path: Path) -> None:
    """Though both follow from the formula; told at the translation."""
    [problem] = told(tmp_path, (KO, "두 배가 넘는", "한 배가 넘는"))
    assert str(problem.place) == f"data/{KO}:8:31"
    assert problem.sentence == (
        '"한 배가 넘는" means: more than 1. But "more than twice" means: more than 2.'
    )


def test_of_several_originals_one_is_enough(tmp_path: Path) -> None:
    """A claim may be worded twice: each translation needs one that says the same."""
    twice = "{% claim 'over_twice' %}more than 1.5 times{% endclaim %}, {% claim"
    assert told(tmp_path, (EN, "{% claim", twice), (KO, "두 배가 넘는", "1.5배가 넘는")) == []


@pytest.mark.parametrize(("period", "problems"), [("not stated", 0), ("2025", 1), ("2023", 0)])
def test_what_is_earlier_has_not_grown(tmp_path: Path, period: str, problems: int) -> None:
    """As the periods of the figures tell; where one is not stated nobody knows."""
    words = (EN, "more than twice{% endclaim %} as much", "more than doubled{% endclaim %}")
    about = "qualifier: about\n  period: "
    found = told(tmp_path, words, ("figures.yaml", f"{about}2024", f"{about}{period}"))
    assert sum(problem.place.file.endswith(EN) for problem in found) == problems


def test_for_each_may_stand_at_the_very_beginning(tmp_path: Path) -> None:
    """Of the sentence or further on in it: then a number is one of times."""
    headline = ("charts.yaml", '{en: "{% claim', '{en: "per school {% claim')
    whole = draft(tmp_path, headline)
    read = meanings.wordings(whole.edition, whole.figures)
    assert [each.multiplied for each in read] == [True, False, False, False]
    further = draft(tmp_path / "further", (EN, "The city pays {%", "The city pays per school {%"))
    read = meanings.wordings(further.edition, further.figures)
    assert [each.multiplied for each in read] == [False, False, True, False]


def test_a_false_claim_is_told_elsewhere(tmp_path: Path) -> None:
    """Not once more for its words."""
    assert told(tmp_path, ("claims.yaml", HOLDS, "holds: pay_away / pay_here > 9")) == []


def test_a_figure_in_the_words_stands_for_its_number(tmp_path: Path) -> None:
    """Over fifty thousand is more than twenty thousand; and not the other way round."""
    holds = ("claims.yaml", HOLDS, "holds: pay_away > pay_here")
    words = "more than {{ pay_here.quantity }}"
    alike = (KO, "두 배가 넘는", "{{ pay_here.quantity }}가 넘는")
    assert told(tmp_path / "true", holds, (EN, "more than twice", words), alike) == []
    more = (EN, "more than twice", "more than {{ pay_away.quantity }}")
    [problem] = told(tmp_path / "untrue", holds, more, alike)
    assert problem.sentence.startswith('"more than {pay_away}" means: more than 50000.')
