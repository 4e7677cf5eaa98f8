"""Where a Korean text says how many, how much, or that it changed.

A quantity begins where an 어절 begins (what stands between spaces), and is judged by the ending of
that 어절 and by those beside it. No pattern reads on without end over what others read again: a run
of 20,000 numerals costs milliseconds.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from unicodedata import normalize

from braindrain_site.quantities import korean_words as lexicon
from braindrain_site.quantities.korean_changes import OBJECT, Place, is_change
from braindrain_site.quantities.spans import Kind, Span, apart, numerals

_H = "가-힣"
_OPENING = "‘’“”\"'([{<「『《〈*_~·"
_CLOSING = _OPENING + ".,!?)]}>」』》〉:;"
_SUBJECT = 5
"""How many 어절 before a verb its subject is looked for."""


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(dict.fromkeys(map(re.escape, words)), key=len, reverse=True))


_END = rf"(?:(?:{_either(lexicon.PARTICLES)}){{0,3}}+(?![{_H}]))"
_COUNTER = rf"(?:{_either(lexicon.COUNTERS)}){_END}"
_DIGIT = "[일이삼사오육칠팔구]"
_ASKED = rf" ?(?:[{_H}]+ ){{0,2}}[{_H}]*(?:[는은인던을될할일갈올질들날]지|까(?![{_H}]))"
"""What follows 몇 where it asks how many, or says that this is not known: 몇 명이 남았는지."""
_WORTH = re.compile("[이오]?만한")
"""믿을 만한 점, 이만한 일: 10,001 is never written so."""
_MUST = re.compile("[\u1161\u1162\u1165\u1166\u1167\u116a\u116b\u116f]\u110b\u1163$")
"""-아야 and -어야 of a verb, in letters: 봐야 하나 asks; 분야 하나 counts."""
_SINO = rf"(?:{_DIGIT}*+[십백천만억](?:{_DIGIT}|[십백천만억])*+)"


def _fractions(native: str) -> str:
    halves = "컵|개|시간|달|쪽|모|통|공기|숟갈|병|줌|마리|바퀴|알"
    return (
        r"절반|[이삼사오육칠팔구십]분지일|"
        r"반 ?토막|반값|반의반|반으로(?= ?[줄나갈잘뚝접떨])|반세기|반나절"
        rf"|반반{_END}|반년{_END}"
        rf"|반(?= 이상|이 넘|도 안|도 못|도 채| 넘게|쯤| 가까이)|반 (?:{halves}){_END}"
        rf"|(?:{native}|[수몇]?(?:{_DIGIT}|[십백천만억])++) ?분의"
        rf"(?: ?(?:{_DIGIT}|[십백천만])++{_END}|(?![{_H}]))"
    )


def _numerals(native: str, tens: str, units: str, about: str) -> str:
    close, several = _either(lexicon.CLOSE_COUNTERS), _either(lexicon.SEVERAL_COUNTERS)
    standing = _either(lexicon.STANDING)
    mixed = rf"(?:{_SINO}조?|{_DIGIT}조)(?:{tens})?(?:{units})?"
    return "|".join(
        [
            rf"{native} {_COUNTER}",
            rf"(?:{about}|(?:{tens})(?:{units})|[다여]섯|일곱|여덟|아홉){_COUNTER}",
            rf"(?:{units}|스무)(?:{close}){_END}|(?:{tens})(?:{units})(?![{_H}])",
            rf"예닐곱|대여섯|(?:하나|둘|셋|넷|여럿){_END}|하나둘|한둘|둘째|셋째|넷째|첫째|쉰(?=을|에|도)",
            rf"(?:{standing})(?: |{_END})|(?:{_either(lexicon.DAYS)}){_END}",
            rf"[수몇]?{mixed}(?:여|수)?(?: {_SINO}조?여?){{0,4}}+ ?{_COUNTER}",
            rf"[수몇]{_SINO}여?{_END}|(?={_SINO}{_END})[{_H}]{{3,}}+",
            rf"[수몇]?(?:{_DIGIT}|{_SINO})?조(?= ?(?:원|달러|엔|유로|위안))",
            rf"[일삼사오육칠팔구] {_COUNTER}|이 (?:개월|퍼센트|개국|학기|호봉){_END}",
            rf"{_DIGIT}(?:년|개월|개국|주일|퍼센트|인당){_END}|[일이삼]등(?=을|이|은|으로|\b)",
            rf"수 ?(?:년|개월|차례|일)(?:간|째|{_END})|수 (?:{several}){_END}",
            rf"몇몇|몇(?! ?시\b|{_ASKED})|여러(?= |해|차례)",
            r"첫(?!사랑|인상|눈|차\b|선|걸음|마디|발)",
            rf"무더기(?:로|{_END})|대거(?= )|줄줄이(?= )|우르르(?= )",
            r"처음(?!에|부터|엔|과 끝)|십중팔구|억(?= )",
        ]
    )  # fmt: skip


def _changes() -> str:
    return "|".join(
        [
            _either([*lexicon.ALWAYS_CHANGE, *lexicon.GROWN, *lexicon.MOVED, *lexicon.APART]),
            _either([*lexicon.LEADING, *lexicon.TURNED]),
            rf"(?:{_either(lexicon.GETTING)})[지졌진질짐져]",
            lexicon.MISSED,
        ]
    )


@cache
def _patterns() -> dict[Kind, re.Pattern[str]]:
    """What an 어절 begins with, by kind; digits and the like are found elsewhere."""
    units, tens = _either(lexicon.NATIVE_UNITS), _either(lexicon.NATIVE_TENS)
    about = _either(lexicon.ABOUT)
    native = rf"(?:{about}|(?:{tens})(?:{units}|{about})|스무|{tens}|{units})"
    ranks = rf"으뜸|꼴찌|선두(?=를 [달지뺏따탈빼]|로 나|{_END} ?그)|가장(?= )|제일(?= )"
    most = rf"최(?:{_either(lexicon.SUPERLATIVES)})"
    extreme = rf"(?:역대|사상) {most}|(?:전례|유례)(?:가|를)? ?없"
    extreme += r"|신기록|전무후무|역대급|역대(?= ?[최두세가첫처기\d])|사상(?= ?(?:최|처음|첫|유례))"
    patterns: dict[Kind, str] = {
        "fraction": _fractions(native),
        "multiple": (
            r"곱절|갑절|배[가를] ?넘|배로(?= ?(?:늘|증가|뛰|불|커|많))|"
            rf"{_either(lexicon.MULTIPLIED)}"
        ),
        "numeral": _numerals(native, tens, units, about),
        "superlative": rf"{most}|독보적|{ranks}|{extreme}",
        "share": rf"{_either(lexicon.SHARES)}|거의 (?:{'|'.join(lexicon.NEARLY)})",
        "total": _either(lexicon.TOTALS),
        "change": _changes(),
        "comparative": (
            rf"갈수록(?= )|더 (?={_either(lexicon.MEASURE_STEMS)})[{_H}]++|덜(?= )|미달|동률|동점"
        ),
    }
    return {kind: re.compile(pattern) for kind, pattern in patterns.items()}


_COUNTED = "명곳개번건원배년점편"
"""Where a number ends, it says how many, and 뿐 no more than that."""
_ANYWHERE: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("comparative", re.compile(rf"(?:{_either(lexicon.NORMS)}) (?:이상|이하|미만|초과)")),
    ("comparative", re.compile(r"초과(?:했|하|해|한)")),
    ("comparative", re.compile(rf"(?<=[{_H}])만 ?못하")),
    (
        "comparative",
        re.compile(
            rf"(?<![을를] )보다(?: [{_H}]++){{0,2}}? (?:{_either(lexicon.AFTER_THAN)})[{_H}]*+"
        ),
    ),
    ("total", re.compile(rf"(?<=[{_H}])(?<![{_COUNTED}])뿐(?=이[다었며고라]|인|임|\.|,|$)")),
)
"""What may also stand behind other letters of an 어절."""


def quantities(text: str) -> list[Span]:
    """Every quantity of *text*, in reading order.

    >>> text = "쉰여섯 명이 떠났고 연봉은 절반으로 줄었다"
    >>> [text[span.start : span.end] for span in quantities(text)]
    ['쉰여섯 명이', '절반', '줄었']
    """
    found = [Span(*m.span(), kind) for kind, pattern in _ANYWHERE for m in pattern.finditer(text)]
    return apart([*numerals(text), *found, *_by_word(text)])


def _by_word(text: str) -> Iterator[Span]:
    words = [(match[0], match.start()) for match in re.finditer(r"\S+", text)]
    bare = [word.strip(_CLOSING) for word, _ in words]
    patterns = _patterns()
    for at, (word, start) in enumerate(words):
        begin = start + len(word) - len(word.lstrip(_OPENING))
        for kind, pattern in patterns.items():
            found = pattern.match(text, begin)
            if found and found.end() > begin:
                after, second, *_ = [*bare[at + 1 : at + 3], "", ""]
                place = Place(bare[at], bare[max(0, at - _SUBJECT) : at], after, second)
                if kind not in _JUDGED or _JUDGED[kind](place, found[0]):
                    yield Span(begin, found.end(), kind)


def _numeral(place: Place, found: str) -> bool:
    if " " not in found and place.word.startswith(tuple(lexicon.NO_NUMBERS)):
        return False
    if found.startswith("한 ") and found[2:].startswith(tuple(lexicon.THINGS)):
        return False
    if lexicon.ONCE.match(found) and _turns(place):
        return False
    if found.startswith("한 ") and place.last in {"어느", "또"}:
        return False
    if found.startswith("한 ") and place.last.endswith(OBJECT):
        return not place.after.startswith(tuple(lexicon.RELATED))
    if _WORTH.match(place.word) or (found == "하나" and _does(place.last)):
        return False
    if place.word.startswith("하나의"):
        return place.last in {"단", "오직", "딱"}
    return not place.word.startswith(("하나같", "하나님"))


def _turns(place: Place) -> bool:
    """Whether 한 번 measures a turn and counts none: 한 번 자전하는 시간, 한 바퀴 돈다."""
    counted = place.last in lexicon.ONLY or place.last.endswith(("에", "마다", "당"))
    return not counted and bool(lexicon.TURNING.match(place.second))


def _does(last: str) -> bool:
    """Whether 하나 behind *last* is the verb: 어떻게 해야 하나, 맞는다고 하나."""
    return last.endswith(tuple(lexicon.DOES)) or bool(_MUST.search(normalize("NFD", last)))


def _superlative(place: Place, found: str) -> bool:
    if found in {"가장", "제일"}:
        newest = place.after.startswith("최근")
        return not newest and not place.after.endswith(("을", "를", "의", "에", "과", "와"))
    return not place.word.startswith(tuple(lexicon.NO_SUPERLATIVES))


def _total(place: Place, found: str) -> bool:
    phrase = f"{place.word} {place.after}"
    if place.word.startswith(tuple(lexicon.NO_TOTALS)) or phrase.startswith(
        lexicon.NO_TOTAL_PHRASES
    ):
        return False
    if found == "모두" and (place.after[:1].isnumeric() or place.after.startswith("합")):
        return False  # in all: the number says it
    mains = place.word.endswith(OBJECT) and place.after.startswith(tuple(lexicon.POWER))
    return not (found == "전원" and mains)


_JUDGED: dict[Kind, Callable[[Place, str], bool]] = {
    "numeral": _numeral,
    "superlative": _superlative,
    "share": _total,
    "total": _total,
    "change": is_change,
}
