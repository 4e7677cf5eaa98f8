"""English numbers in words: what they come to.

The grammar of cardinals, ordinals, fractions and multiples (Huddleston and Pullum, The Cambridge
Grammar of the English Language, 2002, chapter 5, section 5), for words in small letters.
"""

from collections.abc import Sequence
from fractions import Fraction

UNITS = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split(),
        range(20),
        strict=True,
    )
)
TENS = dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
GROUPS = {"couple": 2, "dozen": 12, "score": 20, "decade": 10, "century": 100, "fortnight": 14}
_LONGEST = 40
"""No number below a thousand trillion has more words."""
_IRREGULAR = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
}  # fmt: skip
ORDINALS: dict[str, int] = _IRREGULAR | {
    (word[:-1] + "ieth" if word.endswith("y") else word + "th"): number
    for word, number in (UNITS | TENS | {"hundred": 100} | SCALES).items()
    if number not in _IRREGULAR.values()
}
PARTS: dict[str, int] = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    word + ending: number for word, number in ORDINALS.items() for ending in ("", "s") if number > 2
}
"""Word → of how many it is one: ``third`` and ``thirds`` → 3."""
TIMES = {"once": 1, "twice": 2, "thrice": 3, "double": 2, "triple": 3, "treble": 3}
TIMES |= {"quadruple": 4, "quintuple": 5, "sextuple": 6, "septuple": 7, "octuple": 8}
CARDINALS = UNITS | TENS | {"hundred": 100} | SCALES


def cardinal(words: Sequence[str]) -> tuple[int, int]:
    """The number that *words* begin with, and how many of them say it; none say nothing.

    >>> cardinal("one hundred and twenty thousand and five men".split())
    (120005, 7)
    >>> cardinal("a million years".split()), cardinal("two three".split()), cardinal(["and"])
    ((1000000, 2), (2, 1), (0, 0))
    """
    total, group, used, at, smallest = 0, 0, 0, 0, 10**15
    if words and words[0] in {"a", "an"}:
        if not (words[1:] and words[1] in {"hundred", *SCALES}):
            return 0, 0
        group, at = 1, 1
    while at < len(words):
        word = words[at]
        if word == "and" and used and (total or group % 100 == 0) and _continues(words, at + 1):
            at += 1
            word = words[at]
        if word in SCALES and group and SCALES[word] < smallest:
            smallest = SCALES[word]
            total, group = total + group * smallest, 0
        elif word == "hundred" and 0 < group < 100:
            group *= 100
        elif word in TENS and group % 100 == 0 and _room(group, total, used):
            group += TENS[word]
        elif word in UNITS and _room(group, total, used) and _fits(UNITS[word], group):
            group += UNITS[word]
        else:
            break
        at += 1
        used = at
    return (total + group, used) if used else (0, 0)


def _continues(words: Sequence[str], at: int) -> bool:
    return at < len(words) and (words[at] in UNITS or words[at] in TENS)


def _room(group: int, total: int, used: int) -> bool:
    """Whether a smaller number may still follow: not after "zero"."""
    return bool(group or total) or not used


def _fits(unit: int, group: int) -> bool:
    if group % 100 == 0:
        return unit > 0 or group == 0
    return group % 100 >= 20 and group % 10 == 0 and 0 < unit < 10


def ordinal(words: Sequence[str]) -> tuple[int, int]:
    """The rank that *words* begin with, and how many of them say it.

    >>> ordinal(["thirty", "fifth", "place"]), ordinal(["one", "hundredth"]), ordinal(["man"])
    ((35, 2), (100, 2), (0, 0))
    """
    for used in range(1, min(len(words), _LONGEST) + 1):
        last = words[used - 1]
        if last in ORDINALS:
            spelled = [*words[: used - 1], _cardinal_of(ORDINALS[last])]
            number, said = cardinal(spelled)
            return (number, used) if said == used else (0, 0)
        if last not in CARDINALS and last != "and":
            break
    return 0, 0


def _cardinal_of(number: int) -> str:
    return next(word for word, each in CARDINALS.items() if each == number)


def fraction(words: Sequence[str]) -> tuple[Fraction, int]:
    """The part of a whole that *words* begin with, and how many of them say it.

    >>> fraction("two thirds of them".split()), fraction("a quarter".split())
    ((Fraction(2, 3), 2), (Fraction(1, 4), 2))
    >>> fraction("one in forty".split()), fraction("three out of five".split())
    ((Fraction(1, 40), 3), (Fraction(3, 5), 4))
    >>> fraction("half of it".split()), fraction("one and a half times".split())
    ((Fraction(1, 2), 1), (Fraction(3, 2), 4))
    """
    if words and words[0] in {"half", "halfway"}:
        return Fraction(1, 2), 2 if words[1:2] in (["a"], ["an"]) else 1
    above, said = (1, 1) if words and words[0] in {"a", "an"} else cardinal(words)
    if not said:
        return Fraction(0), 0
    rest = list(words[said:])
    if rest and rest[0] in PARTS:
        return Fraction(above, PARTS[rest[0]]), said + 1
    if rest[:3] in (["and", "a", "half"], ["and", "a", "quarter"], ["and", "a", "third"]):
        return above + Fraction(1, PARTS[rest[2]]), said + 3
    skipped = 1 if rest[:1] == ["in"] else 2 if rest[:2] == ["out", "of"] else 0
    if skipped and words[0] not in {"a", "an"}:
        below, more = cardinal(rest[skipped:])
        if more and below > above:
            return Fraction(above, below), said + skipped + more
    return Fraction(0), 0
