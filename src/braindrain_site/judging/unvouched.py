"""What to say of a quantity that nothing vouches for, and what to write in its place."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from braindrain_site import wording
from braindrain_site.figures.values import Figures
from braindrain_site.judging.unbound import Quantity
from braindrain_site.model.amounts import Amount
from braindrain_site.model.problems import Place, Problem
from braindrain_site.quantities.spans import NUMBERS, Kind
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.pieces import Bound, Said

_BY_CHANCE = 3
"""Digits from which on two numbers are hardly equal by chance."""
_SAYS: dict[Kind, str] = {
    "superlative": "sets something above or below all others",
    "share": "says how much of a whole",
    "comparative": "compares",
    "total": "speaks of all, one alone or none",
    "change": "says that an amount changed",
}
"""What words of a kind do."""
_YEAR = re.compile(r"(?:1[89]|20)\d\d년?")
_NONE_AT_ALL = "what only looks like a number goes into exempt.yaml"
_ONES = {
    "one": 'Where it only means "a", write a or an. ',
    "한": 'Where 한 only means "a", write 어느 한 or leave it out; 한번 해 보다 is one word. ',
    "1": 'Where it only names a measure, as 1년 does "a year", exempt those words. ',
}
"""What else to write for a one that counts nothing."""
_BEFORE = 'What readers were told before may be typed if this entry says it as "was" or "period"; '


@dataclass(frozen=True)
class Text:
    """A text that readers read, where it begins, and what was found in it.

    ``bound`` counts the figures and claims, ``exempt`` names each exemption made use of, and
    ``unbound`` are the quantities that nothing vouches for, each at its letter as typed.
    """

    lang: str
    text: str
    start: Place
    bound: int
    exempt: tuple[str, ...]
    unbound: tuple[Quantity, ...]
    may_state: bool = False


def problem(found: Quantity, place: Place, read: Text, amounts: Figures) -> Problem:
    """A quantity that nothing vouches for, and what to write."""
    quote = '"' if read.start.file.endswith(".md") else "'"  # YAML has its own around the text
    claim = f"{{% claim {quote}its_key{quote} %}}{found.words}{{% endclaim %}}"
    if found.kind in NUMBERS:
        return Problem(place, *_number(found.words, found.at, read, amounts))
    sentence = f'"{found.words}" {_SAYS[found.kind]}, and nothing vouches for it.'
    hint = f"Write {claim}, and in claims.yaml when it is true"
    if read.may_state:
        hint += (
            '; or, if someone else says so, {% says "its_key" %}…{% endsays %} around the sentence'
        )
    return Problem(place, sentence, f"{hint}; {_NONE_AT_ALL}.")


def _number(words: str, at: int, read: Text, amounts: Figures) -> tuple[str, str]:
    """What is wrong with a number, with the figure that it may be.

    A short number is that of many a figure by chance, so only one that the text names is told.
    """
    stated = ", and a statement vouches for no number" if is_stated(read.text, at) else ""
    long = sum(char.isdigit() for char in words) >= _BY_CHANCE
    named = {piece.key for piece in parse(read.text).named() if isinstance(piece, Bound)}
    same = [
        key for key in amounts if (long or key in named) and _says(words, amounts[key], read.lang)
    ]
    one = _ONES.get(words.lower().partition(" ")[0], "")
    hint = "Name the figure it comes from, {{ its_key }}, or mark the words as a claim; "
    hint = one * (words != "1" or read.text[at + 1 : at + 2].isalpha()) + hint + f"{_NONE_AT_ALL}."
    if _YEAR.fullmatch(words):
        hint = f"A year that a figure speaks of is {{{{ its_key.period }}}}; {_NONE_AT_ALL}."
    if read.start.file.endswith("changes.yaml"):
        hint = f"{_BEFORE}a number of now is {{{{ its_key }}}}, its year {{{{ its_key.period }}}}."
    if same:
        form = "number" if words[0].isdigit() else "words"
        hint = f"Write {{{{ {same[0]}.{form} }}}} if that is the number meant."
    return f'"{words}" is bound to no figure and no claim{stated}.', hint


def _says(words: str, amount: Amount, lang: str) -> bool:
    said = {wording.number(amount, lang), wording.words(amount, lang)}
    return not said.isdisjoint({words, words.lower(), words.partition(" ")[0]})


def is_stated(text: str, at: int) -> bool:
    """Whether a statement stands around letter *at* of *text*."""
    begins, ends = _stated(text)
    number = bisect_left(begins, at)
    return number > 0 and at < ends[number - 1]


@lru_cache(maxsize=2**9)
def _stated(text: str) -> tuple[list[int], list[int]]:
    """Where the statements of *text* begin, and where they end."""
    said = [piece for piece in parse(text).pieces if isinstance(piece, Said)]
    return [piece.began for piece in said], [piece.at for piece in said]
