"""The words that say how many, how much or how often, by language.

Coverage looks for these, and for digits, in every text that is not bound to data. A word belongs
here if a sentence that uses it can turn untrue when a number changes.
"""

import re
from functools import cache

_ENGLISH = """
zero one two three four five six seven eight nine ten eleven twelve
thirteen fourteen fifteen sixteen seventeen eighteen nineteen
twenty thirty forty fifty sixty seventy eighty ninety
hundred hundreds thousand thousands million millions billion billions trillion trillions
dozen dozens score scores
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
half halves halved thirds quarter quarters fifths sixths tenths
once twice thrice double doubled doubles doubling triple tripled triples trebled treble
quadruple quadrupled fold twofold threefold fourfold fivefold tenfold hundredfold
most majority minority percent percentage
highest lowest largest smallest biggest fewest greatest longest shortest top bottom record
""".split()
_ENGLISH_PHRASES = (
    "more than", "less than", "fewer than", "at least", "at most", "up to", "all but",
)  # fmt: skip

# Korean numerals are one syllable long and also parts of other words, so most are looked for only
# before a counter (국립국어원, 한글 맞춤법 §43: 단위를 나타내는 명사).
_NATIVE = "한 두 세 네 석 넉 다섯 여섯 일곱 여덟 아홉 열 열한 열두 스무 서른 마흔 쉰".split()
_SINO = "[일이삼사오육칠팔구십백천만억조]{2,}|[십백천만억조]"
_COUNTERS = (
    "명 곳 배 위 건 개 해 년 달 번 차례 나라 대학 가지 사람 분야 군데 쪽 곱 갈래 퍼센트 달러 원"
).split()
_KOREAN = (
    "절반 과반 반수 갑절 곱절 하나 둘 셋 넷 대부분 대다수 태반 소수 다수 최대 최고 최저 최소 최다"
    " 최상위 최하위 최초 첫째 둘째 셋째 번째 분의 수십 수백 수천 수만 수억"
).split()

WORDS: dict[str, tuple[str, ...]] = {
    "en": (*_ENGLISH, *_ENGLISH_PHRASES),
    "ko": tuple(_KOREAN),
}
"""Language → words, lower case; Korean ones also at the beginning of longer words (절반은)."""

_DIGITS = r"\d+(?:[.,]\d+)*"


def _either(words: list[str] | tuple[str, ...]) -> str:
    longest_first = sorted(dict.fromkeys(words), key=len, reverse=True)
    return "|".join(map(re.escape, longest_first))


@cache
def pattern() -> re.Pattern[str]:
    """What finds every number and quantity word of a text; "fifty-six" is one find.

    One pattern for all languages: a Korean numeral has no business in an English text either.
    """
    english = _either(WORDS["en"])
    counted = rf"(?:{_either(_NATIVE)}|{_SINO})\s?(?:{_either(_COUNTERS)})"
    return re.compile(
        rf"{_DIGITS}"
        rf"|\b(?:{english})(?:-(?:{english}))*\b"
        rf"|(?<![가-힣])(?:{_either(WORDS['ko'])}|{counted})",
        re.IGNORECASE,
    )
