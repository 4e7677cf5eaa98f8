"""Do the words of a source say the number that was typed beside them, and as firmly?

Of the words given in ``as_printed`` the numerals are read, with what stands around them: the only
one has to be the value, and what it is said with ("over", "up to", 이상) has to be its qualifier.
Words without a numeral ("the highest") say nothing that could be compared, and of several numerals
nobody can tell whether they are to be added.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from braindrain_site.judging.draft import Draft
from braindrain_site.model.amounts import Amount
from braindrain_site.model.entries import Qualifier
from braindrain_site.model.memory import recall
from braindrain_site.model.problems import Problem

_SCALES = {
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "천": 3, "만": 4, "백만": 6,
    "억": 8, "조": 12, "percent": -2, "per cent": -2, "%": -2, "퍼센트": -2,
}  # fmt: skip
"""Words behind a numeral, as powers of ten."""
_SMALL = {
    word: number
    for number, words in enumerate(
        (
            "zero", "one first 한 하나 첫 첫째", "two second 두 둘", "three third 세 셋",
            "four fourth 네 넷", "five fifth 다섯", "six sixth 여섯", "seven seventh 일곱",
            "eight eighth 여덟", "nine ninth 아홉", "ten tenth 열", "eleven", "twelve",
        )
    )
    for word in words.split()
}  # fmt: skip
_PARTS = {"half": "0.5", "절반": "0.5", "quarter": "0.25", "third": str(Decimal(1) / 3)}
_ANY_SCALE = "|".join(sorted(_SCALES, key=len)[::-1])
_NUMERAL = re.compile(
    r"(\d[\d,]*(?:\.\d+)?|(?<![^\W\d_])(?:" + "|".join(sorted({*_SMALL, *_PARTS}, key=len)[::-1])
    + rf")(?![A-Za-z]))(?:st|nd|rd|th)?((?:[ -]?(?:{_ANY_SCALE})(?![a-z]))*)",
    re.IGNORECASE,
)  # fmt: skip
_SAID: tuple[tuple[Qualifier, str, str], ...] = (
    ("over", r"(?:over|more than|above|exceed\w*|upwards of|at least)", r"(?:이상|넘|초과|웃)"),
    ("up_to", r"(?:up to|at most|as (?:much|many) as|no more than|최대)", r"(?:이하|까지)"),
    ("under", r"(?:under|less than|fewer than|below)", r"(?:미만|못 미)"),
    (
        "about",
        r"(?:about|around|some|roughly|nearly|almost|approximately|약)",
        r"(?:여|가량|정도|안팎)",
    ),
)
"""Each qualifier by the words before a numeral, and by those behind it."""
_BEFORE = r"(?<!\w){}\s+(?:an?\s+|the\s+)?[$€£¥₩]?\s*$"
_KOREAN = re.compile("[천만억조]")
"""Scales that add up: 1억 2173만."""
_BASE = re.compile(r"(?<!\w)(?:per|for every|out of)\s+$", re.IGNORECASE)
"""Stands before what a number is counted by, which is not the number."""
_LOOSE = re.compile(r"(?<!\w)(?:barely|just|well|mere)\s*$", re.IGNORECASE)


class Printed(NamedTuple):
    """A numeral of a text: the values it can stand for, and how firmly it is said."""

    values: tuple[Decimal, ...]
    qualifier: Qualifier


def check(draft: Draft) -> list[Problem]:
    """A problem at each ``as_printed`` that says another number, or says it otherwise."""
    return recall(draft.edition, "as printed", lambda: [*_unlike(draft)])


def _unlike(draft: Draft) -> Iterator[Problem]:
    for key, figure in draft.edition.figures.items():
        amount = draft.figures.get(key)
        if amount is None or figure.as_printed is None:
            continue
        found = list(numerals(figure.as_printed))
        same = [each for each in found if any(value in _values(amount) for value in each.values)]
        place = draft.edition.place("figures.yaml", key, "as_printed")
        if len(found) == 1 and not same:
            sentence = f"These words say another number than {amount.shown.normalize():,f}."
            yield Problem(place, sentence, "Type the number as it is printed, and its unit.")
        elif same and not any(_allows(each.qualifier, amount.qualifier) for each in same):
            hint = f'Write "qualifier: {same[0].qualifier}", or other words of the source.'
            sentence = f'These words say "{_named(same[0].qualifier)}"; the figure does not.'
            yield Problem(place, sentence, hint)


def numerals(text: str) -> Iterator[Printed]:
    """The numerals of *text*, in English or Korean, in order.

    >>> [(str(each.values[0]), each.qualifier) for each in numerals("over $330,000 or 0.8 percent")]
    [('330000', 'over'), ('0.008', 'exactly')]
    """
    reached, before, sums = 0, "", [Decimal(0)]
    matches = [it for it in _NUMERAL.finditer(text) if not _BASE.search(text[: it.start()])]
    for found, following in zip(matches, [*matches[1:], None], strict=False):
        scale = sum(_SCALES[it] for it in re.findall(_ANY_SCALE, found[2].lower()))
        values = [value.scaleb(scale) for value in _read(found[1])]
        if reached != found.start() or not reached:
            before, sums = text[: found.start()], [Decimal(0)]
        sums = [one + value for one in sums for value in values]
        gap = re.match(r" ?", text[found.end() :])
        reached = found.end() + (gap.end() if gap else 0)
        goes_on = following and following.start() == reached and _KOREAN.search(found[2])
        if not goes_on:
            alone = [
                value for value in _read(found[1]) if scale and before == text[: found.start()]
            ]
            yield Printed((*sums, *alone), _qualifier(before, text[found.end() :]))


def _read(numeral: str) -> Iterator[Decimal]:
    word = numeral.lower()
    if word in _SMALL:
        yield Decimal(_SMALL[word])
    if word in _PARTS:
        yield Decimal(_PARTS[word])
    if numeral[0].isdigit():
        yield Decimal(numeral.replace(",", "").rstrip("."))


def _qualifier(before: str, behind: str) -> Qualifier:
    """How firmly a numeral is said that stands between two texts."""
    before = _LOOSE.sub("", before)
    for qualifier, ahead, after in _SAID:
        if re.search(_BEFORE.format(ahead), before, re.IGNORECASE):
            return qualifier
        if re.match(rf"\s?[가-힣]{{0,3}}?\s?{after}", behind):
            return qualifier
    return "exactly"


def _values(amount: Amount) -> tuple[Decimal, ...]:
    return amount.value, amount.shown


def _allows(printed: Qualifier, typed: Qualifier) -> bool:
    """Whether words that are *printed* so let a figure be *typed* so: it may be softer."""
    return printed == typed or (printed == "exactly" and typed == "about")


def _named(qualifier: Qualifier) -> str:
    return qualifier.replace("_", " ")
