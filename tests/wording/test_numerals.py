"""Every word of the lists is found, and ordinary words are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braindrain_site.wording import numerals


def found(text: str) -> list[str]:
    return [match[0] for match in numerals.pattern().finditer(text)]


@pytest.mark.parametrize("word", numerals.WORDS["en"])
def test_english_words(word: str) -> None:
    """In the middle of a sentence, at its beginning, before a comma."""
    for text in (f"They lost {word} of them.", f"{word.capitalize()}, they say"):
        assert [match.lower() for match in found(text)] == [word]


@pytest.mark.parametrize("word", numerals.WORDS["ko"])
def test_korean_words(word: str) -> None:
    """With and without a particle."""
    assert found(f"그 가운데 {word}은 떠났다") == [word]
    assert found(word) == [word]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fifty-six left", ["fifty-six"]),
        ("1,000.5 and 38", ["1,000.5", "38"]),
        ("the G20", ["20"]),
        ("교수 네 배", ["네 배"]),
        ("두 명이 떠났다", ["두 명"]),
        ("삼십오 위", ["삼십오 위"]),
        ("백 명", ["백 명"]),
        ("세 곳에서", ["세 곳"]),
        ("한 해 동안", ["한 해"]),
        ("열두 달", ["열두 달"]),
        ("서너 사람", ["서너 사람"]),
        ("두세 번", ["두세 번"]),
        ("스무 살", ["스무 살"]),
        ("네 과학기술원", ["네 과학기술원"]),
        ("다섯 기업", ["다섯 기업"]),
        ("오 년 만에", ["오 년"]),
        ("이십 퍼센트", ["이십 퍼센트"]),
        ("삼 조 원", ["삼 조"]),
        ("이십조 원", ["이십조 원"]),
        ("수십만 명", ["수십"]),
        ("둘째로", ["둘"]),
        ("둘 가운데 하나다", ["둘", "하나"]),
        ("세 번째", ["세 번"]),
        ("천만 원 이상", ["천만 원", "이상"]),
        ("반값 등록금", ["반값"]),
        ("최상위권", ["최상위"]),
        ("첫해", ["첫"]),
    ],
)
def test_finds(text: str, expected: list[str]) -> None:
    """Compounds are one find; Korean numerals count before a counter."""
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    ["someone else", "tension", "weight", "often", "stone", "almost", "recorded",
     "이공계 인재", "세계 대학", "한국 대학", "만약", "최근", "이 사람", "이 년도", "한편",
     "세대 갈등", "둘러싼 논란", "넷플릭스", "더 이상", "이상적인", "이상하다", "최고경영자",
     "한 기업은",
     "한일 관계", "열등감", "열대", "두뇌 유출", "네이버", "만큼", "백신", "천천히", "조건",
     "구조 개혁", "사이 나라", "조사 대학", "억제", "일자리", "사회", "오늘", "육성", "칠판",
     "구조", "팔다", "십자", "반도체", "배출", "위상", "명예", "첨단", "과학",
    ],
)  # fmt: skip
def test_ordinary_words(text: str) -> None:
    """A numeral inside another word is none."""
    assert found(text) == []


@given(st.integers(0, 10**9), st.text(st.characters(categories=["L", "P", "Zs"]), max_size=20))
def test_any_digits_are_found(number: int, around: str) -> None:
    """Wherever they stand."""
    assert any(str(number) in match for match in found(f"{around}{number}{around}"))
