"""The words of a Korean claim → what they say.

As in English, a small closed grammar: what it does not know whole it does not know.
"""

import re
from collections.abc import Mapping
from fractions import Fraction

from braindrain_site.meanings import korean_adjectives as adjectives
from braindrain_site.meanings import meaning
from braindrain_site.meanings.intervals import compared, exactly
from braindrain_site.meanings.korean_amounts import BEFORE, END, PARTICLE, amount, either
from braindrain_site.meanings.meaning import MOST_LETTERS, Meaning
from braindrain_site.meanings.widths import FORCES, WIDTHS, forced
from braindrain_site.quantities import quantities
from braindrain_site.quantities.korean_numbers import value

_UP = """
늘었 늘어났 증가 올랐 상승 벌어졌 앞질렀 앞지른 추월 웃돈 웃돌았 웃도 넘어섰 능가 순유입 순증 흑자
앞섰 앞선 인상
""".split()
_DOWN = """
줄었 줄어들었 줄어든 감소 내렸 떨어졌 하락 좁혀졌 밑돈 밑돌았 밑도 뒤졌 뒤진 순유출 순감 적자 인하
삭감
""".split()
_STANDING = frozenset(
    """
    웃돈 웃돌았 웃도 넘어섰 능가 앞섰 앞선 밑돈 밑돌았 밑도 뒤졌 뒤진 순유입 순유출 흑자 적자
    """.split()
)
"""These compare what stands side by side; the others tell of a change in time."""
_LEVEL = ["나란히", "같다", "같은", "같았", "맞먹", "동률", "공동"]
_STEEP = {
    word.removesuffix("치다").removesuffix("다"): kind
    for kind in ("soared", "plunged")
    for word in FORCES[kind].said["ko"]
} | {"치솟았": "soared"}
_EXTREMES = {"최고": 1, "최다": 1, "최대": 1, "최장": 1, "으뜸": 1} | {
    "최저": -1, "최소": -1, "최단": -1, "꼴찌": -1, "최하위": -1,
}  # fmt: skip
_ALL = "모두|전부|전원|모든"
_MOST = "대부분|대다수|과반수|과반|태반|다수"
_NONE = "전무|하나도 없|한 [명곳건]도 없|아무도 없"
_FURTHER = "안 못 않는 아니라 무려 훨씬 조금 크게 합친 합한 통틀어 나머지 지난".split()
_ANY = "어느|누구|무엇|어떤|때보다|적보다|예상|나머지|합[친한계]"
"""These make another comparison of it."""
_NO_NOUNS = tuple("편 축 때 적 듯 줄 수 것 만큼 순 쪽 아닌 가운데 중 하나 데".split())
"""가장 큰 편 is not the largest."""
_SCOPE = r"(?:(?P<scope>.+?(?:가운데|중에서|중|에서|보다|이|가|은|는|와|과|의)) )?"


def read(text: str, figures: Mapping[str, Fraction]) -> Meaning | None:
    """What the words say, None if the grammar does not know them.

    >>> str(read("4배가 넘는", {})), str(read("40명 중 1명이 채 안 된다", {}))
    ('more than 4', 'less than 0.025')
    >>> str(read("세 배 넘게", {})), read("무려 세 배 넘게", {})
    ('more than 3', None)
    """
    text = re.sub(r"\s+", " ", text.strip(" ‘’“”\"'.,"))
    if not text or len(text) > MOST_LETTERS:
        return None
    return (
        _total(text)
        or _turned(text)
        or _ranked(text)
        or amount(text, figures)
        or _by_how_much(text, figures)
        or _moved(text)
    )


def _total(text: str) -> Meaning | None:
    if re.fullmatch(rf"거의 (?:{_ALL}){PARTICLE}{END}", text):
        return meaning.share(WIDTHS["nearly"].of(Fraction(1)))
    if re.fullmatch(rf"(?:{_ALL}){PARTICLE}{END}", text):
        return meaning.share(exactly(Fraction(1)))
    if re.fullmatch(rf"(?:{_NONE})(?:다|었다|하다|했다|는)?", text):
        return meaning.number(exactly(Fraction(0)))
    if re.fullmatch(rf"(?:{_MOST}){PARTICLE}{END}", text):
        return meaning.share(compared(">", Fraction(1, 2)))
    if re.fullmatch(rf"(?:절대다수|압도적 다수){PARTICLE}{END}", text):
        return meaning.share(forced("vast"))
    if re.fullmatch(rf"소수{PARTICLE}{END}", text):
        return meaning.share(compared("<", Fraction(1, 2)))
    if re.fullmatch(r"유일(?:한|하다|했다)", text):
        return meaning.number(exactly(Fraction(1)))
    return None


def _turned(text: str) -> Meaning | None:
    turned = re.fullmatch(
        r"(순유출|순유입|감소|증가|적자|흑자)로 (?:돌아섰다|돌아선|바뀌었다)", text
    )
    if not turned:
        return None
    return meaning.turn(1 if turned[1] in {"순유입", "증가", "흑자"} else -1)


def _ranked(text: str) -> Meaning | None:
    extreme = re.fullmatch(rf"(?:역대 |사상 )?({either(list(_EXTREMES))})(?:치)?{END}", text)
    if extreme:
        return meaning.rank(1, _EXTREMES[extreme[1]])
    most = re.fullmatch(rf"{_SCOPE}(?:(\S+) ?번째로|가장|제일) (덜 )?(\S+(?: \S+)*)", text)
    sign = _graded(most[4]) if most else 0
    if most and sign and _plain(most["scope"]):
        number = value(_prenominal(most[2])) if most[2] else Fraction(1)
        if number is not None:
            return meaning.rank(int(number), -sign if most[3] else sign, alone=True)
    if place := re.fullmatch(rf"(\S+?) ?위{END}", text):
        number = value(place[1])
        return meaning.rank(int(number)) if number is not None else None
    if re.fullmatch(rf"첫(?:째|째로| 번째|번째)?|처음(?:으로)?|최초{END}", text):
        return meaning.rank(1)
    if place := re.fullmatch(r"(\S+?) ?(?:번째|째)(?:로)?", text):
        number = value(_prenominal(place[1]))
        return meaning.rank(int(number)) if number is not None else None
    return None


def _graded(words: str) -> int:
    """Which way 뜨거운, 뜨거운 행성 or 멀리 떨어진 goes, by sign; 0 if not known whole."""
    adjective, _, noun = words.rpartition(" ")
    if adjectives.modifies(adjective) and _plain(noun) and not noun.startswith(_NO_NOUNS):
        return adjectives.sign(adjective)
    return adjectives.sign(words, adverb=True)


def _prenominal(word: str) -> str:
    return {"첫": "한"}.get(word, word)


def _plain(scope: str | None) -> bool:
    """Whether *scope* names things and brings no quantity or relation of its own."""
    if scope is None:
        return True
    strange = {*BEFORE, *_FURTHER} & set(scope.split())
    return not strange and not re.search(_ANY, scope) and not quantities(scope, "ko")


def _moved(text: str) -> Meaning | None:
    for word, kind in _STEEP.items():
        if re.fullmatch(rf"{word}(?:했다|한|했다|쳤다|다)?", text):
            return meaning.number(forced(kind), timed=True)
    level = re.fullmatch(rf"{_SCOPE}(?:{either(_LEVEL)})[가-힣]{{0,2}}", text)
    if level and _plain(level["scope"]):
        return meaning.direction(0)
    if as_said := _compared(text):
        return as_said
    moved = re.fullmatch(
        rf"{_SCOPE}(?:더 )?({either([*_UP, *_DOWN])})"
        r"(?:다|했다|한|됐다|된|은|는|지만|으나|고|으며)?",
        text,
    )
    if moved and _plain(moved["scope"]):
        sign = 1 if moved[2] in _UP else -1
        return meaning.direction(sign, timed=moved[2] not in _STANDING)
    return None


def _compared(text: str) -> Meaning | None:
    """더 길다, 화성보다 덜 뜨거운, 더 많이, 추워졌다; 화성보다 뜨겁지 않다."""
    found = re.fullmatch(
        rf"{_SCOPE}(?:(더|덜|보다) )?(\S+?)(?P<no> ?않았?(?:다|은|던|고|으며|지만))?", text
    )
    if not found or not _plain(found["scope"]):
        return None
    graded, word, turn = found[2], found[3], -1 if found[2] == "덜" else 1
    against = graded or (found["scope"] or "").endswith("보다")
    if found["no"]:
        sign = adjectives.negated(word) * turn if against else 0
        return meaning.no_further(-sign) if sign else None
    if sign := adjectives.becoming(word) * turn:
        return meaning.direction(sign, timed=True)
    sign = adjectives.sign(word, adverb=bool(against)) * turn
    return meaning.direction(sign) if sign else None


def _by_how_much(text: str, figures: Mapping[str, Fraction]) -> Meaning | None:
    """3분의 1 줄었다, 10% 넘게 올랐다, 두 배로 늘었다; "두 배 늘었다" may be either of two."""
    how_much, _, verb = text.rpartition(" ")
    moved, change = _moved(verb), amount(how_much, figures) if how_much else None
    if moved is None or not moved.timed or moved.kind != "direction" or change is None:
        return None
    assert change.interval
    if how_much.endswith("로"):
        return meaning.number(change.interval, timed=True)
    percent = moved.sign > 0 and re.search("%|퍼센트", how_much)
    part = (change.interval.is_part or percent) and not re.search("[배곱]", how_much)
    return meaning.number(change.interval.grown(moved.sign), timed=True) if part else None
