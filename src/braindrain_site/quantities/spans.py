"""A quantity in a text: where it stands and of what kind it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "numeral", "fraction", "multiple", "share", "superlative", "comparative", "total", "change"
]  # fmt: skip
"""*share* is an unnumbered part of a whole (most of it, nearly all), *total* all or none of it."""
NUMBERS = frozenset[Kind](("numeral", "fraction", "multiple"))
"""Kinds that say how many or how much; the others compare, or say that an amount changed."""


@dataclass(frozen=True, order=True)
class Span:
    """The letters from *start* to *end* say how many, how much, or that it changed."""

    start: int
    end: int
    kind: Kind


def apart(spans: Iterable[Span]) -> list[Span]:
    """*spans* in reading order, those that overlap made one of the kind that begins first.

    >>> apart([Span(4, 9, "change"), Span(0, 5, "numeral"), Span(12, 14, "total")])
    [Span(start=0, end=9, kind='numeral'), Span(start=12, end=14, kind='total')]
    """
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            last = found.pop()
            span = Span(last.start, max(last.end, span.end), last.kind)
        found.append(span)
    return found


def numerals(text: str) -> Iterator[Span]:
    """Every run of characters that have a numeric value by Unicode, as ``½`` and ``②`` have.

    >>> [text[s.start:s.end] for text in ["1,000.5 and ½, G20"] for s in numerals(text)]
    ['1,000.5', '½', '20']
    """
    start = None
    for at, letter in enumerate(text):
        if letter.isnumeric():
            start = at if start is None else start
        elif start is not None and not (letter in ".,:" and text[at + 1 : at + 2].isnumeric()):
            yield Span(start, at, "numeral")
            start = None
    if start is not None:
        yield Span(start, len(text), "numeral")
