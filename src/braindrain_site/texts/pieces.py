"""What a text is made of, as values: words, figures, calls, claims and statements.

Each knows where it stands. What is wrong with a text comes with them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

BLOCKS = {"chart": "chart", "verdicts": "list of verdicts", "calculator": "calculator"}
"""Calls that stand alone on a line of the story, and what readers call what they show."""
KEYLESS = ("verdicts", "calculator")
"""Those of which there is one, so that nothing is named between their parentheses."""
TIMES = ("period", "span")
"""Forms of a figure that tell of its time and not of its number."""


@dataclass(frozen=True)
class Plain:
    """Words as typed; *at* is where they begin in the text."""

    text: str
    at: int


@dataclass(frozen=True)
class Bound:
    """A figure by its key, in one of the ``FORMS`` or whole, with a particle or without.

    *at* is where the key stands.
    """

    key: str
    form: str | None
    particle: str | None
    at: int


@dataclass(frozen=True)
class Call:
    """A chart, source or page (*name*) by its key, or one of the ``KEYLESS``; *at* is where the key
    stands, or else the name."""

    name: str
    key: str
    at: int


@dataclass(frozen=True)
class Claim:
    """Words that must be true: the claim's key and what stands in it; *at* is where the key is."""

    key: str
    pieces: tuple["Plain | Bound", ...]
    at: int


@dataclass(frozen=True)
class Term:
    """Words that the glossary explains: the key there; *at* is where it stands."""

    key: str
    words: str
    at: int


@dataclass(frozen=True)
class Says:
    """From here on the words say what stands in a statement; *at* is where its key is."""

    key: str
    at: int


@dataclass(frozen=True)
class Said:
    """Here ends what says the statement *key*; *began* is where ``{% says`` stands, *at* where its
    end does. What is between is text like any other."""

    key: str
    began: int
    at: int


Named = Bound | Call | Claim | Term | Says
Piece = Plain | Named | Said


@dataclass(frozen=True)
class Mistake:
    """What a text may not hold: where, a sentence and a hint."""

    at: int
    sentence: str
    hint: str


@dataclass(frozen=True)
class Parsed:
    """The pieces of a text in order, and what is wrong with it."""

    pieces: tuple[Piece, ...]
    mistakes: tuple[Mistake, ...]

    def named(self) -> Iterator[Named]:
        """Everything that the text names, in reading order, also inside its claims."""
        for piece in self.pieces:
            if not isinstance(piece, Plain | Said):
                yield piece
            if isinstance(piece, Claim):
                yield from (inside for inside in piece.pieces if isinstance(inside, Bound))
