"""The words of an English claim → what they say.

A small closed grammar: a relation and a number, a superlative, a total, or a verb. What it does
not know whole it does not know: one strange word may change all that the others say.
"""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from braindrain_site.meanings import meaning
from braindrain_site.meanings.english_adjectives import comparative, superlative
from braindrain_site.meanings.english_amounts import AS, OF, RELATING, amount, says
from braindrain_site.meanings.intervals import compared, exactly
from braindrain_site.meanings.meaning import MOST_LETTERS, Meaning
from braindrain_site.meanings.widths import FORCES, WIDTHS, forced
from braindrain_site.quantities import quantities
from braindrain_site.quantities.english_numbers import ordinal

_TOKEN = re.compile(r"\d+(?:st|nd|rd|th)\b|\d+(?:,\d{3})*(?:\.\d+)?|%|[½⅓⅔¼¾⅕⅛]|[^\W\d_]+|\{\w+\}")
_UP = """rose risen rises rising grew grown grows growing increased increases climbed widened widens
gained gain gains improved lengthened warmed heated deepened strengthened brightened exceeds
exceeded exceed surpassed surpasses overtook overtakes outnumber outnumbers outstripped beat beats
rise widening""".split()
_DOWN = """fell fallen falls falling dropped drops declined declines decreased shrank shrunk shrinks
narrowed narrows lost lose loses shortened cooled weakened dimmed slowed trails trailed lags lagged
fall slipped dipped""".split()
_STANDING = frozenset(
    """exceeds exceed exceeded surpasses outnumber outnumbers beat beats trails lags gain gains lose
    loses""".split()
)
"""These compare what stands side by side; the others tell of a change in time."""
_STEEP = {word: kind for kind in ("soared", "plunged") for word in FORCES[kind].said["en"]}
_TIMES_VERBS = {"doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4, "quintupled": 5}
_GOT = frozenset(
    "got gets gotten getting became become becomes becoming grew grown grows growing".split()
)
_LEVEL = ("level with", "on a par with", "equal to", "the same as", *(f"{each} as" for each in AS))
_EXTREMES = {
    "record high": 1, "all time high": 1, "a record high": 1, "an all time high": 1, "top": 1,
    "record low": -1, "all time low": -1, "a record low": -1, "an all time low": -1, "bottom": -1,
    "last": -1, "a record": 1,
}  # fmt: skip
_ALL, _NONE, _MOST = ("all", "every one"), ("none", "no one", "not one", "not a single"), (
    "most", "a majority", "the majority", "mostly", "most of",
)  # fmt: skip
_FURTHER = frozenset("ever since before years history years expected combined together".split())
"""These make another comparison of a superlative."""
_SCOPES = ("of", "in", "among", "than", "for", "on", "at")
_AUXILIARIES = ("has", "have", "had", "is", "are", "was", "were", "been", "being")
_SMALL_WORDS = frozenset("of in the a an among than any other for on at by".split())


def read(text: str, figures: Mapping[str, Fraction]) -> Meaning | None:
    """What the words say, None if the grammar does not know them.

    A figure in them stands in braces and is among *figures*.

    >>> str(read("more than four times", {})), str(read("fewer than one in forty", {}))
    ('more than 4', 'less than 0.025')
    >>> str(read("nearly {left}", {"left": Fraction(6)})), read("vastly more than four times", {})
    ('5.4 to less than 6', None)
    """
    words = _TOKEN.findall(text.lower())
    names = frozenset(name.lower() for name in re.findall(r"[A-Z]\w*", text))
    if not words or _odd_signs(text) or len(text) > MOST_LETTERS:
        return None
    return (
        _total(words)
        or _turned(words)
        or _ranked(words)
        or amount(words, figures)
        or _moved(words, names, figures)
    )


def _odd_signs(text: str) -> bool:
    """Whether letters and signs stand in it that no token took."""
    left = _TOKEN.sub("", text.lower())
    return bool(left.strip(" -–,.“”\"'‘’\n")) or bool(re.search(r"[-–]\d", text))


def _total(words: Sequence[str]) -> Meaning | None:
    bare = words[:-2] if says(words[-2:], *OF) else words
    bare = bare[:-1] if len(bare) > 1 and bare[-1] == "of" else bare
    near = len(bare) > 1 and bare[0] in {"nearly", "almost"} and says(bare[1:], *_ALL)
    if near:
        return meaning.share(WIDTHS["nearly"].of(Fraction(1)))
    if says(bare, *_ALL):
        return meaning.share(exactly(Fraction(1)))
    if says(bare, *_NONE):
        return meaning.number(exactly(Fraction(0)))
    if says(bare, *_MOST):
        return meaning.share(compared(">", Fraction(1, 2)))
    if says(bare, *FORCES["vast"].said["en"]):
        return meaning.share(forced("vast"))
    if says(bare, "a minority", "the minority"):
        return meaning.share(compared("<", Fraction(1, 2)))
    if says(bare, "the only", "sole", "the sole"):
        return meaning.number(exactly(Fraction(1)))
    return None


def _turned(words: Sequence[str]) -> Meaning | None:
    if words[0] not in {"turned", "turns", "swung"}:
        return None
    if says(words[1:], "negative", "into a loss", "into a net loss", "to a loss", "to a net loss"):
        return meaning.turn(-1)
    if says(words[1:], "positive", "into a gain", "into a net gain", "to a gain", "to a net gain"):
        return meaning.turn(1)
    return None


def _ranked(words: Sequence[str]) -> Meaning | None:
    text = " ".join(words)
    other = re.search(r" than (?:in |at )?any other( |$)", text)
    sign, said = comparative(words)
    if other and sign and _plain(words[said:]):
        return meaning.rank(1, sign, alone=True)
    bare = words[1:] if words[0] == "the" else words
    for phrase, sign in _EXTREMES.items():
        if says(words, phrase) or says(bare, phrase):
            return meaning.rank(1, sign)
    place, said = _place(bare)
    rest = bare[said:]
    if said and (not rest or says(rest, "place", "of all")):
        return meaning.rank(place)
    sign, said = superlative(rest)
    if sign and _scope(rest, said, words[0] == "the"):
        return meaning.rank(place or 1, sign, alone=True)
    return None


def _place(words: Sequence[str]) -> tuple[int, int]:
    digits = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", words[0]) if words else None
    return (int(digits[1]), 1) if digits else ordinal(words)


def _scope(rest: Sequence[str], said: int, the: bool) -> bool:
    """Whether a superlative of *said* words is followed by what it is said of, and by no other
    quantity."""
    if says(rest, "most") and not the:
        return False
    if any(word in _FURTHER for word in rest):
        return False
    of = rest[said:]
    to = of[:1] == ["to"]  # closest to the Sun
    return not of or (_plain(of[to:]) and (to or of[0] in _SCOPES or the))


def _one_thing(words: Sequence[str], names: frozenset[str]) -> bool:
    """Whether *words* are the name of what something is set against: "in Japan"."""
    return bool(words) and all(word in names or word in {"in", "at", "the"} for word in words)


def _plain(words: Sequence[str]) -> bool:
    """Whether *words* name things and bring no quantity or relation of their own."""
    strange = [word for word in words if word in RELATING - _SMALL_WORDS or word in {"not", "no"}]
    return not strange and not quantities(" ".join(words), "en")


def _moved(
    words: Sequence[str], names: frozenset[str], figures: Mapping[str, Fraction]
) -> Meaning | None:
    if len(words) > 1 and words[0] in _AUXILIARIES:
        return _moved(words[1:], names, figures)
    if says(words[:2], "more than") and len(words) == 3 and words[2] in _TIMES_VERBS:
        return meaning.number(compared(">", Fraction(_TIMES_VERBS[words[2]])), timed=True)
    if as_said := _compared(words, names):
        return as_said
    for phrase in _LEVEL:
        rest = words[len(phrase.split()) :]
        if " ".join(words).startswith(phrase) and _one_thing(rest, names):
            return meaning.direction(0)
    verb, rest = words[0], words[1:]
    if verb == "halved" and not rest:
        return meaning.number(exactly(Fraction(1, 2)), timed=True)
    if verb in _TIMES_VERBS and not rest:
        return meaning.number(exactly(Fraction(_TIMES_VERBS[verb])), timed=True)
    if verb in _STEEP and not rest:
        return meaning.number(forced(_STEEP[verb]), timed=True)
    if verb in (*_UP, *_DOWN) and verb not in _STANDING and rest:
        return _by_how_much(1 if verb in _UP else -1, rest, figures)
    against = rest[:1] == ["than"] and _one_thing(rest[1:], names)
    if verb in (*_UP, *_DOWN) and (not rest or against):
        return meaning.direction(1 if verb in _UP else -1, timed=verb not in _STANDING)
    return None


def _compared(words: Sequence[str], names: frozenset[str]) -> Meaning | None:
    """Longer; less bright than in Japan; no hotter than Mars; became colder."""
    first = words[0] if len(words) > 1 else ""
    turned, no = first in _GOT, first in {"no", "not"}
    sign, said = comparative(words[turned or no :])
    rest = words[(turned or no) + said :]
    against = rest[:1] == ["than"] and _one_thing(rest[1:], names)
    if not sign or (rest and not against):
        return None
    if no:  # without a "than", no longer speaks of time
        return meaning.no_further(-sign) if against else None
    return meaning.direction(sign, timed=turned)


def _by_how_much(sign: int, rest: Sequence[str], figures: Mapping[str, Fraction]) -> Meaning | None:
    """The rest of "rose by a third", "fell by more than a tenth", "grew fivefold"."""
    by = rest[0] == "by"
    change = amount(rest[1:] if by else rest, figures)
    if change is None or change.interval is None:
        return None
    part = change.interval.is_part or (sign > 0 and not {"%", "percent", "cent"}.isdisjoint(rest))
    if by:
        return meaning.number(change.interval.grown(sign), timed=True) if part else None
    fold = len(rest) == 1 and rest[0].endswith("fold") and sign > 0
    return meaning.number(change.interval, timed=True) if fold else None
