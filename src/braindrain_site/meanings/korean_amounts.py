"""A number in a Korean claim, with what stands round it: 40명 중 1명이 채 안 되는."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from braindrain_site.meanings import meaning
from braindrain_site.meanings.intervals import Interval, compared
from braindrain_site.meanings.meaning import Meaning
from braindrain_site.meanings.widths import WIDTHS
from braindrain_site.quantities import korean_words
from braindrain_site.quantities.korean_numbers import PLACES, SCALES, SINO, value


def either(words: Iterable[str]) -> str:
    """A pattern of any of *words*, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


PARTICLE = "(?:이|가|은|는|을|를|의|에|에도|에서|도|로|으로|만|만이)?"
END = "(?:이다|다|였다|이었다|인|이고|고|이며|며|이지만|지만|의|이|가|은|는|을|를|로|으로|에|만)?"
_COUNTER = rf"(?:{either(korean_words.COUNTERS)})"
_LETTERS = frozenset("".join((*SINO, *PLACES, *SCALES)))
_LONGEST = 40
"""No number in a claim has more letters."""
_NEXT = "(?=이|가|은|는|을|를|의|에|도|로|으로|만|쯤|가량|정도|씩| |$)"
_WORDS = (
    (r"절반|반 ?토막|반(?= |이|을|도|의|$)", Fraction(1, 2)),
    (r"곱절|갑절", Fraction(2)),
)
_MULTIPLES = {"배", "갑절", "곱", "곱절"}
BEFORE: Mapping[str, str] = {
    "정확히": "==", "딱": "==", "꼭": "==", "불과": "==", "고작": "==", "단": "==",
    "최소": ">=", "적어도": ">=", "최대": "<=", "많아야": "<=", "약": "about", "대략": "about",
    "얼추": "about", "거의": "nearly", "겨우": "barely", "간신히": "barely", "가까스로": "barely",
}  # fmt: skip
_AFTER: tuple[tuple[str, str], ...] = (
    ("훌쩍 넘|훨씬 넘", "well over"), ("조금 넘|살짝 넘|남짓", "just over"),
    ("넘지 않|넘지 못", "<="), ("훨씬 못 ?미[치친쳤칠]", "well under"),
    ("넘|초과|웃도|웃돌|웃돈|상회", ">"), ("이상", ">="), ("이하", "<="),
    ("미만|못 ?미[치친쳤칠]|미치지 못|밑도|밑돌|밑돈", "<"),
    ("안 ?[되된됐]|채 ?[안못] ?[되된됐]|되지 않", "<"),
    ("가까이|가까운|가깝|육박", "nearly"), ("쯤|정도|가량|안팎|내외", "about"),
)  # fmt: skip
_TAIL = (
    r"(?:는|는다|게|다|은|어|긴|며|고|지만|었다|었고|었으며|었던|한|하는|했다"
    r"|였다|이다|인|이|의|로|다는)?"
)


def amount(text: str, figures: Mapping[str, Fraction]) -> Meaning | None:
    """The number that *text* says, or a share or a multiple; None if it is not read whole."""
    before = re.match(rf"(?:({either(list(BEFORE))}) )?", text)
    assert before
    kind, rest = BEFORE.get(before[1] or "", ""), text[before.end() :]
    for number, end, relative in _values(rest, figures):
        after = _after(rest[end:])
        if after is not None and not (after and kind):
            say = meaning.share if relative else meaning.number
            return say(_allowed(after or kind or "==", number))
    return None


def _after(rest: str) -> str | None:
    """What follows a number: the kind of relation, nothing, or None for what is not known."""
    rest = re.sub(rf"^{PARTICLE} ", "", rest) if re.match(rf"^{PARTICLE} ", rest) else rest
    if re.fullmatch(END, rest) or re.fullmatch(rf"{PARTICLE} ?(?:났다|나다|난)", rest):
        return ""
    rest = rest.strip()
    for words, kind in _AFTER:
        if re.fullmatch(rf"(?:{words}){_TAIL}", rest):
            return kind
    return None


def _allowed(kind: str, number: Fraction) -> Interval:
    return WIDTHS[kind].of(number) if kind in WIDTHS else compared(kind, number)


_Value = tuple[Fraction, int, bool]
"""A number, where its words end, and whether they say a share or a multiple."""


def _values(text: str, figures: Mapping[str, Fraction]) -> Iterator[_Value]:
    """Every number that *text* may begin with, with the counter it has."""
    for pattern, known in _WORDS:
        if found := re.match(pattern, text):
            yield known, found.end(), True
    if unicodedata.numeric(text[0], 0) and not text[0].isdecimal() and text[0] not in _LETTERS:
        yield Fraction(unicodedata.numeric(text[0])).limit_denominator(100), 1, True
    for number, end in _spelled(text, figures):
        yield from _counted(number, end, text, figures)


def _counted(
    number: Fraction, end: int, text: str, figures: Mapping[str, Fraction]
) -> Iterator[_Value]:
    """*number*, which ends at *end*, by what follows: of a whole, a percentage, a count."""
    whole = re.compile(rf" ?분의 ?| ?{_COUNTER} ?(?:중|가운데) ?").match(text, end)
    if whole and number:
        for above, more in _spelled(text[whole.end() :], figures):
            stop = whole.end() + more
            counter = re.compile(rf" ?{_COUNTER}{_NEXT}").match(text, stop)
            yield above / number, counter.end() if counter else stop, True
    if percent := re.compile(r" ?(?:%|퍼센트|프로)(?!포인트)").match(text, end):
        yield number / 100, percent.end(), True
    if tenths := re.compile(rf" ?할{_NEXT}").match(text, end):
        yield number / 10, tenths.end(), True
    if counter := re.compile(rf"(?: ?{_COUNTER})?{_NEXT}").match(text, end):
        yield number, counter.end(), counter[0].strip() in _MULTIPLES


def _spelled(text: str, figures: Mapping[str, Fraction]) -> Iterator[tuple[Fraction, int]]:
    """A figure in braces, or each way to read a number at the beginning, the longest first."""
    if bound := re.match(r"\{(\w+)\}", text):
        if bound[1] in figures:
            yield figures[bound[1]], bound.end()
        return
    for end in range(min(len(text), _LONGEST), 0, -1):
        if not text[end - 1].isspace() and (number := value(text[:end])) is not None:
            yield number, end
