"""English adjectives of measure: which say that something is large, and which that it is small.

As of "lighter" and "faster", each has one direction here: a claim that means the other says so by
its ``means``.
"""

from collections.abc import Sequence

_LARGE = """high large big great long old fast quick rich wealthy strong heavy wide broad tall busy
deep hot warm dear pricy costly bright thick steep loud dense far late wet fierce fat""".split()
_SMALL = """low small few tiny short young slow poor weak light shallow cold cool chilly narrow
cheap close near thin dim dark faint quiet dry early rare scarce sparse slight brief""".split()
_LARGE_BY_MORE = """expensive distant remote populous common frequent massive luminous crowded
valuable intense powerful severe numerous extensive""".split()
_SMALL_BY_MORE = ["affordable"]
_DOUBLED = frozenset("big hot wet fat dim thin".split())
_IRREGULAR = {"far": "farth"}


def _stem(word: str) -> str:
    """What -er and -est follow."""
    if word.endswith("e"):
        return word[:-1]
    if word.endswith("y"):
        return f"{word[:-1]}i"
    return word + word[-1] if word in _DOUBLED else _IRREGULAR.get(word, word)


PLAIN = dict.fromkeys([*_LARGE, *_LARGE_BY_MORE], 1) | dict.fromkeys([*_SMALL, *_SMALL_BY_MORE], -1)
"""Adjective → 1 if it says large, -1 if it says small."""
_GRADED = [*_LARGE, *_SMALL]
_HIGHER = {f"{_stem(word)}er": PLAIN[word] for word in _GRADED} | {
    "further": 1, "pricier": 1, "more": 1, "less": -1,
}  # fmt: skip
_HIGHEST = {f"{_stem(word)}est": PLAIN[word] for word in _GRADED} | {
    "furthest": 1, "priciest": 1, "most": 1, "least": -1,
}  # fmt: skip


def comparative(words: Sequence[str]) -> tuple[int, int]:
    """The sign of "hotter", "more distant", "less", and how many of *words* say it; else (0, 0).

    >>> comparative(["colder", "than"]), comparative(["less", "cheap"]), comparative(["hot"])
    ((-1, 1), (1, 2), (0, 0))
    """
    return _graded(words, _HIGHER)


def superlative(words: Sequence[str]) -> tuple[int, int]:
    """The same of "hottest", "most distant", "least".

    >>> superlative(["closest"]), superlative(["least", "bright"]), superlative(["most", "of"])
    ((-1, 1), (-1, 2), (1, 1))
    """
    return _graded(words, _HIGHEST)


def _graded(words: Sequence[str], forms: dict[str, int]) -> tuple[int, int]:
    sign = forms.get(words[0], 0) if words else 0
    if len(words) > 1 and words[0] in {"more", "less", "most", "least"} and words[1] in PLAIN:
        return sign * PLAIN[words[1]], 2
    return sign, int(bool(sign))
