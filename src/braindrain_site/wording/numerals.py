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
_NATIVE = (
    "두 세 네 석 넉 다섯 여섯 일곱 여덟 아홉 열 열한 열두 열세 열네 열다섯 열여섯 열일곱 열여덟"
    " 열아홉 스무 스물 서른 마흔 쉰 예순 일흔 여든 아흔 두세 서너 네댓 대여섯"
).split()
# At least one place value, or 사이 ("between") were 42; 조 only with money: 구조 is "structure".
_SINO = "[일이삼사오육칠팔구십백천만억]*[십백천만억][일이삼사오육칠팔구십백천만억]*"
_TRILLIONS = "[일이삼사오육칠팔구십백천]+조 ?(?:원|달러)"
_COUNTERS = (
    "명 곳 배 위 건 개 해 년 달 번 차례 나라 대학 가지 사람 분야 군데 쪽 곱 갈래 퍼센트 달러 원"
    " 살 세대 시간 개월 학기 호봉 제곱 과목 학과 연구소"
).split()
_THINGS = "기관 기업 회사 학교 부문 과학기술원 과기원 거점국립대 국립대 집단".split()
"""What is counted without a counter; 한 before them is often no number (한 기업은: a company)."""
_SHORT_SINO = "[일삼사오육칠팔구] (?:년|위|개월|배|퍼센트|억|조)"  # 이 is also "this"

# These stand alone, with a particle at most: 둘은, but not 둘러싼.
_PRONOUNS = "하나 둘 셋 넷".split()
_ENDINGS = "은|는|이|가|을|를|도|만|의|과|와|로|째|중|뿐|에|씩|밖|다|였|라|모두"
_KOREAN = (
    "절반 과반 반수 반토막 반값 반으로 갑절 곱절 다섯 여섯 일곱 여덟 아홉 스물"
    " 대부분 대다수 태반 소수 다수 상당수 극소수 최대 최고 최저 최소 최다 최상위 최하위 최장 최단"
    " 최초 으뜸 꼴찌 첫 첫째 번째 분의 수십 수백 수천 수만 수억 퍼센트 이상 이하 미만 초과"
).split()
# 더 이상 is "no longer", 이상적 "ideal", 이상하다 "strange", 최고경영자 a chief executive.
_NONE = {"이상": ("(?<!더 )", "(?!적|하|한|향|형)"), "최고": ("", "(?!경영|재무|기술책임|위원)")}

WORDS: dict[str, tuple[str, ...]] = {
    "en": (*_ENGLISH, *_ENGLISH_PHRASES),
    "ko": (*_KOREAN, *_PRONOUNS),
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
    return re.compile(
        rf"{_DIGITS}"
        rf"|\b(?:{english})(?:-(?:{english}))*\b"
        rf"|(?<![가-힣])(?:{_korean()})",
        re.IGNORECASE,
    )


def _korean() -> str:
    native, counters = _either(_NATIVE), _either(_COUNTERS)
    plain = [word for word in _KOREAN if word not in _NONE]
    guarded = [before + word + after for word, (before, after) in _NONE.items()]
    return "|".join(
        [
            rf"(?:한|{native}|{_SINO})\s?(?:{counters})",
            rf"(?:{native})\s(?:{_either(_THINGS)})",
            _SHORT_SINO,
            _TRILLIONS,
            rf"(?:{_either(_PRONOUNS)})(?![가-힣])",
            rf"(?:{_either(_PRONOUNS)})(?={_ENDINGS})",
            *guarded,
            _either(plain),
        ]
    )
