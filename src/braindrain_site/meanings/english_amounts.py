"""A number in an English claim, with what stands round it: "fewer than one in forty"."""

import unicodedata
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from braindrain_site.meanings import meaning
from braindrain_site.meanings.english_adjectives import PLAIN
from braindrain_site.meanings.intervals import Interval, compared
from braindrain_site.meanings.meaning import Meaning
from braindrain_site.meanings.widths import WIDTHS
from braindrain_site.quantities.english_numbers import TIMES, cardinal, fraction

_BEFORE: Mapping[str, str] = {
    "more than": ">", "over": ">", "above": ">", "upwards of": ">", "in excess of": ">",
    "exceeding": ">", "greater than": ">", "at least": ">=", "no fewer than": ">=",
    "no less than": ">=", "less than": "<", "fewer than": "<", "under": "<", "below": "<",
    "at most": "<=", "up to": "<=", "no more than": "<=", "exactly": "==", "precisely": "==",
    "only": "==", "just": "==", "slightly over": "just over", "a little more than": "just over",
    "only just": "barely",
}  # fmt: skip
_AFTER: Mapping[str, str] = {
    "or more": ">=", "at least": ">=", "or less": "<=", "or fewer": "<=", "at most": "<=",
}  # fmt: skip
_RELATIONS = {words: kind for kind, width in WIDTHS.items() for words in width.said["en"]}
AS = tuple(f"as {word}" for word in ["many", "much", *(w for w, way in PLAIN.items() if way > 0)])
OF = ("of them", "of these", "of those", "of all")
_UNITS = (*AS, *(f"{each} as" for each in AS), "times", "percent", "per cent", "%", *OF)
RELATING = frozenset(word for said in (*_BEFORE, *_RELATIONS, *_AFTER) for word in said.split())
"""Every word of a relation such as "more than"."""


def says(words: Sequence[str], *phrases: str) -> bool:
    """Whether *words* are one of the *phrases*."""
    return " ".join(words) in phrases


def amount(words: Sequence[str], figures: Mapping[str, Fraction]) -> Meaning | None:
    """The number that *words* say, or a share or a multiple; None if they are not read whole."""
    kind, rest = _relation(words)
    number, said, relative = _value(rest, figures)
    if not said:
        return None
    rest = rest[said:]
    while rest and (unit := _unit(rest)):
        number = number / 100 if unit in {"percent", "per cent", "%"} else number
        relative = relative or unit not in OF
        rest = rest[len(unit.split()) :]
    say = meaning.share if relative else meaning.number
    if rest and kind == "==" and not _relation(words)[0]:
        kind = ""
    for phrase, after in _AFTER.items():
        if says(rest, phrase) and kind == "":
            return say(compared(after, number))
    if says(rest, "or so") and kind == "":
        return say(WIDTHS["about"].of(number))
    if rest:
        return None
    return say(_allowed(kind or "==", number))


def _allowed(kind: str, number: Fraction) -> Interval:
    return WIDTHS[kind].of(number) if kind in WIDTHS else compared(kind, number)


def _relation(words: Sequence[str]) -> tuple[str, Sequence[str]]:
    for phrase in sorted((*_BEFORE, *_RELATIONS), key=len, reverse=True):
        length = len(phrase.split())
        if says(words[:length], phrase) and len(words) > length:
            return _BEFORE.get(phrase) or _RELATIONS[phrase], words[length:]
    return "", words


def _unit(rest: Sequence[str]) -> str:
    found = [unit for unit in _UNITS if says(rest[: len(unit.split())], unit)]
    return max(found, key=len, default="")


class _Value(NamedTuple):
    """A number, how many words say it, and whether they say a share or a multiple."""

    number: Fraction = Fraction(0)
    said: int = 0
    relative: bool = False


def _value(words: Sequence[str], figures: Mapping[str, Fraction]) -> _Value:
    if not words:
        return _Value()
    first = words[0]
    if first.strip("{}") in figures:
        return _Value(figures[first.strip("{}")], 1)
    if first[0].isdecimal():
        number = Fraction(first.replace(",", ""))
        if words[1:2] == ["in"] and len(words) > 2 and words[2].isdecimal():
            return _Value(number / int(words[2]), 3, relative=True)
        return _Value(number, 1)
    if len(first) == 1 and unicodedata.numeric(first, None) is not None:
        number = Fraction(unicodedata.numeric(first)).limit_denominator(100)
        return _Value(number, 1, relative=True)
    part, said = fraction(words)
    whole, spelled = cardinal(words)
    if said >= spelled and said:
        return _Value(part, said, relative=True)
    if spelled:
        return _Value(Fraction(whole), spelled)
    if says(words[:2], "a dozen") or first == "dozen":
        return _Value(Fraction(12), 1 if first == "dozen" else 2)
    if first in TIMES:
        return _Value(Fraction(TIMES[first]), 1, relative=first != "once")
    if first.endswith("fold") and cardinal([first.removesuffix("fold")])[1]:
        number = Fraction(cardinal([first.removesuffix("fold")])[0])
        return _Value(number, 1, relative=True)
    return _Value()
