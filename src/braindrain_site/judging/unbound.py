"""The quantities of a text that neither a figure nor a claim vouches for, and those exempt."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from braindrain_site.model.remembered import remembered
from braindrain_site.quantities import quantities
from braindrain_site.quantities.spans import Kind, Span, apart
from braindrain_site.texts.folding import folded

Exempt = tuple[tuple[str, str], ...]
"""Exemptions by key, their words folded."""
_SCRIPTS = {"en": re.compile("[A-Za-z]"), "ko": re.compile("[가-힣]")}
"""What shows that a text, in whichever language, also has words of this one."""
JOINTS = frozenset(
    """
    and a of
    은 는 이 가 을 를 의 에 에서 에게 도 과 와 로 으로 부터 까지 이다 였다 이었다 이고 이며 인
    """.split()
) | {"and a"}
"""What stands between numbers, or follows one in Korean, and says none."""
_PARAGRAPHS = re.compile(r"\n\n+")


@dataclass(frozen=True)
class Quantity:
    """Words that say how many, how much or that it changed, and where they begin."""

    kind: Kind
    words: str
    at: int


Found = tuple[tuple[str, ...], tuple[Quantity, ...]]
"""The key of each exemption made use of, as often as it is, and what nothing vouches for."""


def find(words: str, vouched: Sequence[tuple[int, int]], lang: str, exempt: Exempt) -> Found:
    """The exempt and the unbound quantities of *words*; *vouched* is where something is bound.

    Each paragraph is gone through once, however often a preview asks.
    """
    keys: list[str] = []
    loose: list[Quantity] = []
    begins = [start for start, _ in vouched]
    start = 0
    for end, after in [*(m.span() for m in _PARAGRAPHS.finditer(words)), (len(words), 0)]:
        here = vouched[bisect_left(begins, start) : bisect_left(begins, end)]
        inside = tuple((first - start, last - start) for first, last in here)
        used, found = _in_paragraph(words[start:end], inside, lang, exempt)
        keys += used
        loose += [Quantity(each.kind, each.words, each.at + start) for each in found]
        start = after
    return tuple(keys), tuple(loose)


@remembered(2**15)
def _in_paragraph(
    words: str, vouched: tuple[tuple[int, int], ...], lang: str, exempt: Exempt
) -> Found:
    plain, at = folded(words)
    spans = [(span, range(at[span.start], at[span.end])) for span in _spans(plain, lang)]
    spans = [(span, here) for span, here in spans if _left(words, span.kind, here, vouched)]
    keys: list[str] = []
    free: list[tuple[int, int]] = [*vouched]
    for key, each in exempt if spans else ():
        for match in _exempt(each).finditer(plain):
            begins, ends = at[match.start()], at[match.end()]
            if any(begins < here.stop and here.start < ends for _, here in spans):
                keys.append(key)
                free.append((begins, ends))
    left = [(span.kind, _left(words, span.kind, here, free)) for span, here in spans]
    return tuple(keys), tuple(
        Quantity(kind, words[place[0] : place[-1] + 1], place[0]) for kind, place in left if place
    )


def _spans(plain: str, lang: str) -> list[Span]:
    """What is found by the grammar of *lang*, and of another language if it is quoted."""
    known = _SCRIPTS if lang in _SCRIPTS else {}  # else its letters would be taken for another's
    others = [name for name, script in known.items() if name != lang and script.search(plain)]
    return apart(span for each in (lang, *others) for span in quantities(plain, each))


def _left(words: str, kind: Kind, here: range, vouched: Sequence[tuple[int, int]]) -> Sequence[int]:
    """The letters of a quantity that nothing vouches for, if they say anything."""
    letters = [n for n in here if not any(begins <= n < ends for begins, ends in vouched)]
    if kind == "comparative" and len(letters) < len(here):
        return ()  # its claim holds the word that compares
    said = [n for n in letters if words[n].isalnum()]
    if not said or words[said[0] : said[-1] + 1] in JOINTS:
        return ()
    return range(said[0], said[-1] + 1)


@cache
def _exempt(words: str) -> re.Pattern[str]:
    """What finds the whole *words*, no part of a longer number; a Korean particle may follow."""
    begins = r"(?<!\w)" + r"(?<!\d[.,])" * words[0].isdigit()
    ends = "(?![A-Za-z0-9])" + r"(?![.,]\d)" * words[-1].isdigit()
    return re.compile(begins + r"\s+".join(map(re.escape, words.split())) + ends, re.I)
