"""Every word of the grammar is read as it should be, in either language, and no other."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braindrain_site.meanings import english_claims, korean_claims
from tests.quantities.test_english_numbers import spelled
from tests.quantities.test_korean_numbers import spelled as spelled_in_korean

FIGURES = {"left": Fraction(6)}
SAME = [
    ("more than four times", "네 배가 넘는", "more than 4"),
    ("at least 40 percent", "40% 이상", "0.4 or more"),
    ("four tenths or more", "4할 이상", "0.4 or more"),
    ("up to {left}", "최대 {left}", "6 or less"),
    ("fewer than one in forty", "40명 중 한 명이 채 안 되는", "less than 0.025"),
    ("no more than four", "4를 넘지 않는다", "4 or less"),
    ("exactly half", "정확히 절반", "exactly 0.5"),
    ("two thirds", "삼분의 이", "exactly 2/3"),
    ("nearly twice", "두 배 가까이", "1.8 to less than 2"),
    ("about a third", "약 3분의 1", "0.3 to 11/30"),
    ("just over two", "둘 남짓", "more than 2 to 2.2"),
    ("well over a hundred", "백 명을 훌쩍 넘는", "more than 120"),
    ("well under half", "절반에 훨씬 못 미치는", "less than 0.4"),
    ("barely a quarter", "겨우 4분의 1", "less than 0.275"),
    ("most", "대다수", "more than 0.5"),
    ("the vast majority", "절대다수", "more than 0.75"),
    ("all", "모두", "exactly 1"),
    ("almost all", "거의 모두", "0.9 to less than 1"),
    ("none", "한 명도 없다", "exactly 0"),
    ("the highest", "가장 높은", "place 1, shared with nobody"),
    ("the deepest", "가장 깊은", "place 1, shared with nobody"),
    ("more than in any other country", "나라 가운데 가장 많았다", "place 1, shared with nobody"),
    ("second-largest", "두 번째로 많은", "place 2, shared with nobody"),
    ("35th", "35위", "place 35"),
    ("first", "첫", "place 1"),
    ("all-time low", "역대 최저", "place 1 from the bottom"),
    ("fell", "줄었다", "the left side is less than the right, and is the later"),
    ("rose", "올랐지만", "the left side is more than the right, and is the later"),
    ("widened", "벌어졌다", "the left side is more than the right, and is the later"),
    ("higher than in Japan", "일본보다 높다", "the left side is more than the right"),
    ("level with Lithuania", "리투아니아와 나란히", "both sides are equal"),
    ("plunged", "급감했다", "less than 0.8 times what it was"),
    ("doubled", "두 배로 늘었다", "exactly 2 times what it was"),
    ("grew fivefold", "다섯 배로 늘었다", "exactly 5 times what it was"),
    ("rose by a third", "3분의 1 늘었다", "exactly 4/3 times what it was"),
    ("rose by 150 percent", "150% 늘었다", "exactly 2.5 times what it was"),
    ("fell by more than a tenth", "10분의 1 넘게 줄었다", "less than 0.9 times what it was"),
    ("the hottest", "가장 뜨거운", "place 1, shared with nobody"),
    ("the farthest", "가장 멀리 떨어진", "place 1, shared with nobody"),
    ("the brightest star", "가장 밝은 별", "place 1, shared with nobody"),
    ("second-heaviest", "두번째로 무거운", "place 2, shared with nobody"),
    ("most distant", "가장 먼", "place 1, shared with nobody"),
    ("coldest", "가장 추웠다", "place 1 from the bottom, shared with nobody"),
    ("shortest", "가장 짧은", "place 1 from the bottom, shared with nobody"),
    ("closest to the Sun", "태양에서 가장 가깝고", "place 1 from the bottom, shared with nobody"),
    ("the lightest", "가장 가벼운", "place 1 from the bottom, shared with nobody"),
    ("the least expensive", "가장 덜 비싼", "place 1 from the bottom, shared with nobody"),
    ("the most affordable", "가장 저렴한", "place 1 from the bottom, shared with nobody"),
    ("colder than in any other city", "가장 추운", "place 1 from the bottom, shared with nobody"),
    ("longer", "더 길다", "the left side is more than the right"),
    ("hotter", "보다 뜨거웠으며", "the left side is more than the right"),
    ("more distant than Mars", "화성보다 멀고", "the left side is more than the right"),
    ("shorter than Mars", "화성보다 더 짧은", "the left side is less than the right"),
    ("less bright", "덜 밝다", "the left side is less than the right"),
    ("less cheap", "덜 싸며", "the left side is more than the right"),
    ("no hotter than Mars", "화성보다 뜨겁지 않다", "the left side is no more than the right"),
    ("not cheaper than Mars", "화성보다 싸지는 않았다", "the left side is no less than the right"),
    ("as bright as Mars", "화성과 같다", "both sides are equal"),
    ("grew longer", "길어졌다", "the left side is more than the right, and is the later"),
    ("became colder", "더 추워진", "the left side is less than the right, and is the later"),
    ("turned to a loss", "순유출로 돌아섰다", "a turn from above zero to the other side"),
]
RELATIVE = [
    ("more than four times", "네 배가 넘는"),
    ("40 per cent", "40퍼센트"),
    ("twice", "두 곱절"),
    ("a third", "3분의 1"),
    ("one in forty", "40명 중 한 명"),
    ("half of them", "절반"),
    ("most", "대부분"),
    ("½", "½"),
    ("tenfold", "10배"),
    ("all", "모두"),
    ("3 in 10", "3할"),
]
COUNTED = [
    ("more than four", "네 명이 넘는"),
    ("forty of them", "40명"),
    ("none", "한 명도 없다"),
    ("more than once", "한 번 넘게"),
    ("a dozen", "12곳"),
    ("{left}", "{left}"),
    ("two", "둘"),
]
UNKNOWN = {
    "en": [
        "", "people", "not half", "vastly more", "did not fall", "four times more", "never",
        "more than half again", "half, more or less", "most of all four", "{left.period}",
        "about exactly half", "more than more than four", "half (or less)", "fell by three",
        "rose by four", "fell a third", "twice as wonderful", "no longer", "not the hottest",
        "much hotter", "hotter or colder", "one of the coldest", "twice as small",
    ],
    "ko": [
        "", "사람", "무려 네 배", "줄지 않았다", "크게 늘었다", "넘지 않는다", "{left.period}",
        "약 네 배 이상", "절반이 아니다", "십십십", "거의 네 배가 넘는", "네 배쯤 넘는",
        "두 배 늘었다", "세 명 늘었다", "거의 줄었다", "길지 않다", "가장 높지 않다",
        "가장 높지않다", "훨씬 길다", "가장 뜨거운 편", "더 이상 길지 않다", "두 배 길다", "높이",
        "가장 크기",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("english", "korean", "said"), SAME)
def test_both_languages_say_the_same(english: str, korean: str, said: str) -> None:
    meanings = english_claims.read(english, FIGURES), korean_claims.read(korean, FIGURES)
    assert [str(meaning) for meaning in meanings] == [said, said]
    assert meanings[0] == meanings[1]


@pytest.mark.parametrize(
    ("english", "korean", "relative"),
    [(*words, True) for words in RELATIVE] + [(*words, False) for words in COUNTED],
)
def test_shares_and_multiples_are_told_from_counts(
    english: str, korean: str, relative: bool
) -> None:
    for meaning in (english_claims.read(english, FIGURES), korean_claims.read(korean, FIGURES)):
        assert meaning
        assert meaning.relative is relative


@pytest.mark.parametrize(("lang", "words"), [(k, word) for k in UNKNOWN for word in UNKNOWN[k]])
def test_what_the_grammar_does_not_know(lang: str, words: str) -> None:
    """One strange word may change all that the others say, so none is skipped."""
    read = {"en": english_claims.read, "ko": korean_claims.read}[lang]
    assert read(words, FIGURES) is None


@given(st.integers(1, 10**9))
def test_any_number_in_words(number: int) -> None:
    for meaning in (
        english_claims.read(f"more than {spelled(number)}", {}),
        english_claims.read(f"more than {number:,}", {}),
        korean_claims.read(f"{spelled_in_korean(number)} 명이 넘는", {}),
        korean_claims.read(f"{number:,}명이 넘는", {}),
    ):
        assert str(meaning) == f"more than {number}"


@given(st.text(max_size=60))
def test_any_text_is_read_without_failing(text: str) -> None:
    """Whatever stands in a claim."""
    english_claims.read(text, FIGURES)
    korean_claims.read(text, FIGURES)


@pytest.mark.parametrize("part", ["십", "한 ", "more than ", "half ", "가장 ", "a", "1"])
def test_the_longest_words_a_claim_may_have(part: str) -> None:
    """They are read to the end: a grammar that went back over them would take hours."""
    text = part * 2000
    assert english_claims.read(text, FIGURES) is None
    assert korean_claims.read(text, FIGURES) is None
