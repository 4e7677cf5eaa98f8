"""What a source prints is the number that was typed, and as firm."""

from decimal import Decimal
from pathlib import Path

import pytest

from braindrain_site.judging import as_printed
from braindrain_site.judging.draft import Draft
from braindrain_site.reading import loading
from tests.support import small


def told(tmp_path: Path, words: str, qualifier: str = "over") -> list[str]:
    """The problems of $50,000 a year, *qualifier* and all, printed in these *words*."""
    data = small.copy(
        tmp_path,
        ("figures.yaml", "value: 50000\n", f'value: 50000\n  as_printed: "{words}"\n'),
        ("figures.yaml", "qualifier: over", f"qualifier: {qualifier}"),
    )
    return [problem.sentence for problem in as_printed.check(Draft(loading.load(data)))]


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("over $50,000", "over"), ("well over $50 thousand a year", "over"),
        ("more than 50,000 dollars", "over"), ("at least $50,000", "over"),
        ("연봉 5만 달러 이상", "over"), ("5만 달러가 넘는", "over"),
        ("up to $50,000", "up_to"), ("최대 5만 달러", "up_to"), ("under $50,000", "under"),
        ("5만 달러 미만", "under"), ("about $50,000", "about"), ("5만여 달러", "about"),
        ("약 5만 달러", "about"), ("$50,000", "about"), ("$50,000", "exactly"),
        ("$40,000 to $50,000", "exactly"), ("a good salary", "over"),
        ("the 3 best earn 2 million in all", "exactly"),
    ],
)  # fmt: skip
def test_words_that_say_the_number_as_firmly(tmp_path: Path, words: str, qualifier: str) -> None:
    assert told(tmp_path, words, qualifier) == []


@pytest.mark.parametrize(
    ("words", "qualifier", "sentence"),
    [
        ("over $55,000", "over", "These words say another number than 50,000."),
        ("50 million", "exactly", "These words say another number than 50,000."),
        ("55만 달러", "over", "These words say another number than 50,000."),
        ("fifty of them, over six", "over", "These words say another number than 50,000."),
        ("over $50,000", "exactly", 'These words say "over"; the figure does not.'),
        ("5만 달러 이상", "about", 'These words say "over"; the figure does not.'),
        ("about $50,000", "exactly", 'These words say "about"; the figure does not.'),
        ("up to $50,000", "over", 'These words say "up to"; the figure does not.'),
        ("$50,000", "over", 'These words say "exactly"; the figure does not.'),
    ],
)
def test_other_words(tmp_path: Path, words: str, qualifier: str, sentence: str) -> None:
    assert told(tmp_path, words, qualifier) == [sentence]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1억 2173만 원", [["121730000"]]),
        ("35조3000억 원", [["35300000000000"]]),
        ("0.8 percent", [["0.008", "0.8"]]),
        ("35th out of 38", [["35"]]),
        ("6만~7만", [["60000", "6"], ["70000", "7"]]),
        ("three thousand", [["3000", "3"]]),
        ("barely a quarter", [["0.25"]]),
        ("no number", []),
    ],
)
def test_numerals_are_read(text: str, values: list[list[str]]) -> None:
    found = [each.values for each in as_printed.numerals(text)]
    assert found == [tuple(map(Decimal, each)) for each in values]
