"""Which words say that something may be so, and which only look like them."""

import pytest

from braindrain_site.wording.possibility import EXAMPLES, pattern

MAY = {
    "en": ["it may fall", "Perhaps it falls", "it might not fall", "they are said to leave",
           "it could help", "that would help", "It is unlikely", "it seems so", "it appears to",
           "it plans to end it", "a rise is proposed"],
    "ko": ["도움이 될 수 있다", "손해를 볼 수 있다", "돌아올 수도 있다", "떠날지도 모른다",
           "늘 전망이다", "그런 것으로 보인다", "떠날 것 같다", "줄어들 가능성이 크다",
           "우려가 있다",
           "그럴지 모를 일이다", "늘 듯하다", "폐지할 계획이다", "도입할 예정이다"],
}  # fmt: skip
IS = {
    "en": ["In May it fell", "with all their might", "it could not fall", "it couldn’t help",
           "the might of the state", "it falls", "mayor", "it appears in print", "wouldn't"],
    "ko": ["떨어진다", "그림에서 볼 수 있다", "알 수 있다", "막을 수 없다",
           "수가 있는 집", "보인다고"],
}  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang in MAY for text in MAY[lang]])
def test_possible(lang: str, text: str) -> None:
    assert pattern(lang).search(text)


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang in IS for text in IS[lang]])
def test_certain(lang: str, text: str) -> None:
    assert not pattern(lang).search(text)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_examples_are_of_the_list(lang: str) -> None:
    assert all(pattern(lang).search(f"돌아올 {word}") for word in EXAMPLES[lang].split(", ")
               if word != "보인다")  # fmt: skip
