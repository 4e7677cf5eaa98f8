"""Where an English text says how many, how much, or that it changed.

Words are looked up by class and then judged by their neighbours, each text once from left to right.
"""

import re
from collections.abc import Iterator

from braindrain_site.quantities import english_phrases
from braindrain_site.quantities import english_words as lexicon
from braindrain_site.quantities.english_changes import (
    changes,
    has_measure,
    is_measure,
    noun_of_change,
)
from braindrain_site.quantities.english_numbers import CARDINALS
from braindrain_site.quantities.english_rules import JUDGED, is_comparative, is_superlative
from braindrain_site.quantities.english_sentence import NUMBERS, PLURALS, Sentence, subject
from braindrain_site.quantities.spans import Kind, Span, apart, numerals

_ROMAN = re.compile(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})")
_COUNTING = frozenset[Kind](("numeral", "fraction"))


def quantities(text: str) -> list[Span]:
    """Every quantity of *text*, in reading order.

    >>> [text[s.start:s.end] for text in ["Fifty-six left; half of all lecturers' pay fell"]
    ...  for s in quantities(text)]
    ['Fifty-six', 'half', 'all', 'fell']
    """
    sentence = Sentence(text)
    return apart([*numerals(text), *_romans(text), *_phrases(sentence), *_in_words(sentence)])


def _romans(text: str) -> Iterator[Span]:
    for match in re.finditer(r"\b[IVX]{2,}\b", text):
        if _ROMAN.fullmatch(match[0]):
            yield Span(*match.span(), "numeral")


def _phrases(sentence: Sentence) -> Iterator[Span]:
    words = sentence.words
    for at, first in enumerate(words):
        for phrase, kind in english_phrases.PHRASES.get(first.text, ()):
            said = words[at : at + len(phrase)]
            if tuple(word.text for word in said) == phrase:
                yield Span(first.start, said[-1].end, kind)


def _in_words(sentence: Sentence) -> Iterator[Span]:
    last: Span | None = None
    for at, word in enumerate(sentence.words):
        kind = None if word.idiom else _kind(sentence, at)
        if kind is None:
            if last and not (word.text in {"and", "a", "of"} and last.kind in _COUNTING):
                yield last
                last = None
            continue
        if last and {last.kind, kind} <= _COUNTING and _joined(sentence, at):
            last = Span(last.start, word.end, last.kind)
            continue
        if last:
            yield last
        before = sentence.near(at, -1)
        nearly = before in lexicon.NEARLY and kind in {"total", "share"}
        bound = before in lexicon.BOUNDS and kind in _COUNTING
        begins = sentence.words[at - 1] if nearly or bound else word
        last = Span(begins.start, word.end, "share" if nearly else kind)
    if last:
        yield last


def _joined(sentence: Sentence, at: int) -> bool:
    return not sentence.words[at].gap.strip(" -\n")


def _kind(sentence: Sentence, at: int) -> Kind | None:
    word = sentence.words[at].text.removesuffix("'s")
    if judged := JUDGED.get(word):
        return judged(sentence, at)
    if word in NUMBERS or word in PLURALS:
        return "numeral"
    if word.endswith("fold") and word.removesuffix("fold") in {*CARDINALS, "many"}:
        return "multiple"
    if is_superlative(word):
        return "superlative"
    if word.endswith("er") and is_comparative(sentence, at):
        return "comparative"
    if word in lexicon.NOUNS_OF_CHANGE and noun_of_change(sentence, at):
        return "change"
    if word in lexicon.MULTIPLYING:
        return "multiple"
    if word in lexicon.OVERTAKING:
        return "change"
    if word in lexicon.OBJECT_CHANGES and has_measure(sentence, at):
        return "change"
    plain = word in lexicon.NOUNS_AS_WELL and sentence.near(at, -1) not in lexicon.BEFORE_VERBS
    amount = word in lexicon.OF_AMOUNTS and not plain
    if amount and any(map(is_measure, subject(sentence, at))):
        return "change"
    if word in lexicon.CHANGES and changes(sentence, at):
        return "change"
    return None
