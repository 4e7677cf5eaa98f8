"""Of the quantities labelled by hand, nearly all are found, and little else is."""

import itertools
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from braindrain_site.quantities import quantities

HERE = Path(__file__).parent
RECALL, PRECISION = 0.99, 0.95
MOST_LETTERS = 20_000
RUNS = [
    ("ko", "십"), ("ko", "십 "), ("ko", "수십 "), ("ko", "스물둘"), ("ko", "한 "), ("ko", "보다 "),
    ("ko", "몇 "), ("ko", "몇"), ("ko", "가"), ("ko", "분의일"), ("ko", "거의 "), ("en", "almost "),
    ("en", "one "), ("en", "one-"), ("en", "half a "), ("en", "rose "), ("en", "1,"), ("en", "IX"),
]  # fmt: skip


@dataclass(frozen=True)
class Sentence:
    text: str
    labels: tuple[tuple[int, int], ...]


def sentences(lang: str) -> Iterator[Sentence]:
    """All labelled sentences in *lang*: ``en.txt`` and its later sets."""
    for path in sorted(HERE.glob(f"{lang}*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if not line.startswith("#"):
                yield labelled(line)


def labelled(line: str) -> Sentence:
    parts = re.split("[⟦⟧]", line)
    ends = [sum(map(len, parts[: number + 1])) for number in range(len(parts) - 1)]
    return Sentence("".join(parts), tuple(zip(ends[::2], ends[1::2], strict=True)))


def touched(one: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(one[0] < end and start < one[1] for start, end in others)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_labelled_sentences(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Recall and precision by spans that overlap, printed with all that is missed or too much."""
    read = list(sentences(lang))
    missed, too_much, labels, found_in_all = [], [], 0, 0
    for sentence in read:
        found = [(span.start, span.end) for span in quantities(sentence.text, lang)]
        labels, found_in_all = labels + len(sentence.labels), found_in_all + len(found)
        missed += [sentence.text[slice(*s)] for s in sentence.labels if not touched(s, found)]
        here = list(sentence.labels)
        too_much += [sentence.text[slice(*span)] for span in found if not touched(span, here)]
    recall, precision = 1 - len(missed) / labels, 1 - len(too_much) / found_in_all
    with capsys.disabled():
        sys.stdout.write(
            f"\n{lang}: {len(read)} sentences, {labels} quantities, recall {recall:.1%}, precision"
            f" {precision:.1%}; missed: {missed}; too much: {too_much}\n"
        )
    assert recall >= RECALL
    assert precision >= PRECISION


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_enough_sentences_hold_none(lang: str) -> None:
    """At least a third: a recogniser that finds everything must fail."""
    read = list(sentences(lang))
    assert len(read) >= 600
    assert sum(not sentence.labels for sentence in read) >= len(read) / 3


@pytest.mark.parametrize(("lang", "part"), RUNS)
def test_spans_stay_in_order(lang: str, part: str) -> None:
    """Also in a long run of one word, which is read once: it would take hours otherwise."""
    text = (part * MOST_LETTERS)[:MOST_LETTERS]
    spans = quantities(text, lang)
    assert all(span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("lang", "text", "kinds"),
    [
        ("en", "Fifty-six left, half of them", ["numeral", "fraction"]),
        ("en", "twice the pay and tenfold the cost", ["multiple", "multiple"]),
        ("en", "The highest pay is higher", ["superlative", "comparative"]),
        ("en", "All wages fell", ["total", "change"]),
        ("en", "Wages quintupled to an all-time low", ["multiple", "superlative"]),
        ("en", "Almost all; hardly any; a majority", ["share", "share", "share"]),
        ("en", "hardly any more left, not any more", ["share"]),
        ("ko", "쉰여섯 명이 떠났고 절반은 남았다", ["numeral", "fraction"]),
        ("ko", "연봉은 곱절로 늘었다", ["multiple", "change"]),
        ("ko", "가장 높다, 남보다 많다, 모두", ["superlative", "comparative", "total"]),
        ("ko", "거의 모든 교수, 대다수, 역대 최저", ["share", "share", "superlative"]),
    ],
)
def test_kinds(lang: str, text: str, kinds: list[str]) -> None:
    assert [span.kind for span in quantities(text, lang)] == kinds
