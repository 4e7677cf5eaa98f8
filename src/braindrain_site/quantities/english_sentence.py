"""The words of an English text, each with its neighbours.

A neighbour beyond a comma, a full stop or a bracket is none: what stands there says nothing of the
word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from braindrain_site.quantities import english_phrases
from braindrain_site.quantities.english_numbers import CARDINALS, ORDINALS, PARTS

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
NUMBERS = frozenset(CARDINALS) | frozenset(ORDINALS) | frozenset(PARTS)
PLURALS = frozenset(
    [f"{word}s" for word in ("hundred", "thousand", "million", "billion", "trillion", "ten")]
    + "twenties thirties forties fifties sixties seventies eighties nineties".split()
)
BEING = frozenset("is are was were be been being".split())
_WINDOW = 8
"""How many words before a verb its subject is looked for."""
_END = ""


@dataclass(frozen=True)
class Word:
    """A word in small letters, and where it stands."""

    text: str
    start: int
    end: int
    gap: str
    """What stands between the word before and this one."""
    idiom: bool = False


class Sentence:
    """The words of a text with their neighbours; ``before`` and ``after`` stop at punctuation."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = list(_words(text))

    def near(self, at: int, step: int) -> str:
        """The word *step* places from *at*, or nothing beyond a pause."""
        place, way = at, 1 if step > 0 else -1
        for _ in range(abs(step)):
            gap = self.gap(place + 1 if way > 0 else place)
            place += way
            if not 0 <= place < len(self.words) or _pauses(gap):
                return _END
        return self.words[place].text

    def gap(self, at: int) -> str:
        """What stands before word *at*; at the end, what follows the last."""
        if at < len(self.words):
            return self.words[at].gap
        return self.text[self.words[-1].end :] + "."


def _words(text: str) -> Iterator[Word]:
    found = [(match[0].lower().replace("’", "'"), *match.span()) for match in _WORD.finditer(text)]
    plain = [word for word, _, _ in found]
    skipped, reached = 0, 0
    for at, (word, start, end) in enumerate(found):
        for phrase in english_phrases.IDIOMS.get(word, ()):
            if tuple(plain[at : at + len(phrase)]) == phrase:
                skipped = max(skipped, at + len(phrase))
        yield Word(word, start, end, text[reached:start], at < skipped)
        reached = end


def _pauses(gap: str) -> bool:
    return bool(gap.strip(" -–\n’'\"“”*_‘"))


def subject(sentence: Sentence, at: int) -> Iterator[str]:
    """The words before *at*, the nearest first, back to a pause."""
    for place in range(at, max(0, at - _WINDOW), -1):
        if _pauses(sentence.gap(place)):
            return
        yield sentence.words[place - 1].text


def counts(sentence: Sentence, at: int) -> bool:
    """Whether a number stands at *at*: in words, or in digits before it."""
    if any(letter.isnumeric() for letter in sentence.gap(min(at, len(sentence.words)))):
        return True
    return at < len(sentence.words) and (
        sentence.words[at].text in NUMBERS
        or sentence.words[at].text in PLURALS
        or sentence.words[at].text.endswith("fold")
    )
