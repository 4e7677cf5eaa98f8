"""Korean adjectives of measure in all their forms: which say large, and which say small.

Each has one direction, the same as in English: a claim that means the other says so by its
``means``.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

_LARGE = """
높:높아 많:많아 크:커 커다랗:커다래 거대하:거대해 길:길어 넓:넓어 깊:깊어 멀:멀어 빠르:빨라
비싸:비싸 값비싸:값비싸 강하:강해 세:세 거세:거세 무겁:무거워 두껍:두꺼워 굵:굵어 뜨겁:뜨거워
덥:더워 따뜻하:따뜻해 밝:밝아 짙:짙어 진하:진해 가파르:가팔라 늙:늙어 오래되:오래돼
오래되:오래되어 늦:늦어
부유하:부유해 잦:잦아 흔하:흔해 심하:심해 빽빽하:빽빽해 조밀하:조밀해 시끄럽:시끄러워 습하:습해
붐비:붐벼
"""
_SMALL = """
낮:낮아 적:적어 작:작아 짧:짧아 좁:좁아 얕:얕아 가깝:가까워 느리:느려 싸:싸 값싸:값싸
저렴하:저렴해 약하:약해 여리:여려 가볍:가벼워 얇:얇아 가늘:가늘어 차갑:차가워 춥:추워
서늘하:서늘해 어둡:어두워 옅:옅어 연하:연해 완만하:완만해 젊:젊어 어리:어려 이르:일러
가난하:가난해 드물:드물어 희박하:희박해 조용하:조용해 건조하:건조해
"""
"""The stem, and its form in -아/어."""
_ADVERBS = dict.fromkeys("많이 빨리 오래 멀리 높이 깊이 널리 자주".split(), 1) | dict.fromkeys(
    "가까이 천천히 일찍".split(), -1
)
"""Their other adverbs end in -게."""
_GOING_ON = {"멀리": ("떨어진", "떨어져 있다"), "오래": ("걸린", "걸리는", "걸린다", "걸렸다")}
"""What an adverb may have behind it and say no more: 가장 멀리 떨어진."""
_STEM = ("다", "다고", "다는", "고", "지만", "게", "던", "네")
_PAST = ("다", "다고", "다는", "고", "으며", "지만", "으나", "던", "는데", "음", "을")
_FINAL = {"ㄴ": 4, "ㄹ": 8, "ㅂ": 17, "ㅆ": 20, "ㅎ": 27}
"""A final consonant, and its place among those of a syllable (Unicode 3.12)."""


def sign(word: str, *, adverb: bool = False) -> int:
    """1 if *word* is a form of an adjective that says large, -1 of one that says small, else 0.

    >>> sign("뜨거웠다"), sign("가까운"), sign("뜨거운지"), sign("멀리"), sign("멀리", adverb=True)
    (1, -1, 0, 0, 1)
    """
    return _forms().get(word, 0) or (_adverbs().get(word, 0) if adverb else 0)


def modifies(word: str) -> bool:
    """Whether *word* is an adjective before its noun: 뜨거운, 먼."""
    return bool(sign(word)) and (ord(word[-1]) - ord("가")) % 28 == _FINAL["ㄴ"]


def negated(word: str) -> int:
    """The sign of the adjective in *word* before 않다: 뜨겁지, 뜨겁지는; 0 if it is none."""
    said = re.fullmatch("(.+)지[는도]?", word)
    return _stems().get(said[1], 0) if said else 0


def becoming(word: str) -> int:
    """The sign of -아/어지다 in *word*: 길어졌다 is 1, 추워진 is -1; 0 if it is none."""
    return _becoming().get(word, 0)


@cache
def _stems() -> dict[str, int]:
    return {stem: way for way, stem, _ in _rows()}


@cache
def _forms() -> dict[str, int]:
    return {form: way for way, stem, open_form in _rows() for form in _inflected(stem, open_form)}


@cache
def _becoming() -> dict[str, int]:
    ends = [*(f"졌{end}" for end in _PAST), *"진 진다 지는 지고 지며 질 져".split()]
    return {open_form + end: way for way, _, open_form in _rows() for end in ends}


@cache
def _adverbs() -> dict[str, int]:
    behind = {f"{word} {more}": _ADVERBS[word] for word, all in _GOING_ON.items() for more in all}
    return _ADVERBS | behind


def _rows() -> Iterator[tuple[int, str, str]]:
    for way, rows in ((1, _LARGE), (-1, _SMALL)):
        for row in rows.split():
            stem, _, open_form = row.partition(":")
            yield way, stem, open_form


def _inflected(stem: str, open_form: str) -> Iterable[str]:
    """Every form: the endings that follow the stem, -(으)ㄴ and its like, and the past."""
    yield from (stem + end for end in _STEM)
    yield from (_closed(open_form, "ㅆ") + end for end in _PAST)
    yield from (open_form, f"{open_form}서")
    final = (ord(stem[-1]) - ord("가")) % 28
    softened = final == _FINAL["ㅂ"] and open_form.endswith("워")  # 뜨거워, but 좁아
    if final and not softened and final not in (_FINAL["ㄹ"], _FINAL["ㅎ"]):
        yield from (stem + end for end in ("은", "은데", "을", "으며", "으나", "음"))
        return
    bare = stem[:-1] + chr(ord(stem[-1]) - final)
    base = f"{bare}우" if softened else bare
    yield from (_closed(base, "ㄴ"), _closed(base, "ㄴ") + "데", _closed(base, "ㄹ"), f"{base}나")
    yield f"{stem if final == _FINAL['ㄹ'] else base}며"
    if stem == "붐비":
        yield from ("붐비는", "붐빈다")


def _closed(word: str, final: str) -> str:
    """*word*, whose last syllable is open, with *final* under it."""
    return word[:-1] + chr(ord(word[-1]) + _FINAL[final])
