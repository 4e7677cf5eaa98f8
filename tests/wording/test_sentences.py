"""Where sentences end: at marks that end them, not at those of names, dates and quotations."""

import pytest

from braindrain_site.wording.sentences import split

ONE = {
    "en": [
        "Rep. Seo Ji-young of the U.S. Congress asked Dr. J. Kim.",
        "It fell by 0.8 percent, e.g. in Seoul, i.e. at SNU.",
        '"Why go?" she asked.',
        "He has a Ph.D. from Cornell Univ. in Ithaca.",
        "Samsung Electronics Co. Ltd. hires.",
        "no mark at the end",
    ],
    "ko": [
        "그는 “떠난다.”고 말했다.",
        "“왜 떠나나?” 라고 물었다.",
        "2024. 5. 3. 기준으로 0.8% 올랐다.",
        "미국(U.S. 포함)으로 갔다.",
    ],
}
SEVERAL = {
    "en": [
        ["They left.", "Some may return."],
        ["He holds a Ph.D.", "The others do not."],
        ["“We go.”", "“So do we!”", "Why…?", "Nobody knows."],
        ["(It was made by others.)", "In all, it holds."],
        ["It rose in the U.S.", "In Korea it fell."],
        ["It was so at 5 p.m.", "They left"],
        ["Plan B.", "It failed for J. A. Kim."],
    ],
    "ko": [
        ["떠났다.", "돌아올까?", "모른다!"],
        ["(기사는 다르다.)", "이 수치는 맞다."],
        ["“떠난다.”", "그가 말했다."],
    ],
}


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang in ONE for text in ONE[lang]])
def test_one_sentence(lang: str, text: str) -> None:
    assert [f" {text} "[a:b] for a, b in split(f" {text} ", lang)] == [text]


@pytest.mark.parametrize(("lang", "parts"), [(lang, p) for lang in SEVERAL for p in SEVERAL[lang]])
def test_several(lang: str, parts: list[str]) -> None:
    for gap in (" ", "\n", "  "):
        text = gap.join(parts)
        assert [text[a:b] for a, b in split(text, lang)] == parts


def test_nothing() -> None:
    assert [*split("  ", "en")] == []
