"""Which Korean verbs of change are said of an amount, by the words around them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from braindrain_site.quantities import korean_words as lexicon

OBJECT = ("을", "를")


class Place(NamedTuple):
    """An 어절 with those before it, the nearest last, and the two behind it."""

    word: str
    before: Sequence[str]
    after: str
    second: str

    @property
    def last(self) -> str:
        """The 어절 right before it, empty at the beginning."""
        return self.before[-1] if self.before else ""


def is_change(place: Place, found: str) -> bool:
    """Whether *found*, with which the word at *place* begins, says that an amount changed."""
    if place.word.startswith((*lexicon.NO_CHANGE, *lexicon.NO_GROWN)):
        return False
    if f"{place.word} {place.after}".startswith(lexicon.NO_CHANGE_PHRASES):
        return False
    if place.last.endswith(OBJECT) and place.last[:-1] in lexicon.NO_CHANGED.get(found[:2], ()):
        return False
    if found in lexicon.MOVED:
        return _moves(place, found)
    if found in lexicon.APART:
        near = place.before[-2 if any(map(str.isnumeric, place.last)) else -1 :]
        return any(_noun(word).endswith(tuple(lexicon.WHICH)) for word in near)
    if found in lexicon.LEADING:
        over = ("에서", "보다", "에", *(() if found.startswith("뒤") else OBJECT))
        return place.last.endswith(over)
    if found in lexicon.TURNED:
        return place.last.endswith("로") and place.last.startswith(tuple(lexicon.SIGNS))
    return True


def _noun(word: str) -> str:
    """*word* without the particle of a subject or an object."""
    return re.sub(r"(?<=.)(?:이|가|은|는|을|를|도|까지|마저)$", "", word)


def _moves(place: Place, found: str) -> bool:
    """Whether a verb that is also said of people and things is said of an amount."""
    if place.word.startswith(("오른쪽", "오른손", "오른팔", "오른편", "오른발")):
        return False
    others = [word for word in place.before if not lexicon.LENGTH.fullmatch(word)]
    if _goes(place) and not any(map(_is_named, others)):
        return False
    if _is_amount(place.last) or place.last.endswith(("배로", "절로", "넘게", "퍼센트", "가까이")):
        return True
    if place.last.endswith(OBJECT):
        return False
    subjects = [word for word in place.before if word.endswith(("이", "가", "은", "는", "도"))]
    return any(_is_amount(word) for word in subjects)


def _goes(place: Place) -> bool:
    """Whether a way is said, or rain that fell: 3km 떨어진, 300m 올라가면, 떨어져 살다."""
    near = place.before[-2:]
    if any(lexicon.LENGTH.fullmatch(word) for word in near):
        return True
    if not place.word.startswith(("떨어져", "떨어진")):
        return False
    if place.after.startswith(lexicon.PARTED):
        return True
    return place.after.startswith(lexicon.PLACES) and any(map(lexicon.TRIP.fullmatch, near))


def _is_amount(word: str) -> bool:
    if any(letter.isnumeric() for letter in word):
        return not lexicon.MOVERS.fullmatch(word)
    return _is_named(word)


def _is_named(word: str) -> bool:
    """Whether it is the name of a measure, such as 쌀값 or 실업률."""
    noun = _noun(word)
    if noun.endswith(tuple(lexicon.RAINS)):
        return False
    named = noun.endswith(tuple(lexicon.SHARE_OF_MEASURE))
    return named and noun not in lexicon.NO_MEASURE and len(noun) > (noun[-1] in "가도수비세")
