"""A text as it reads, and which of its letters a figure or a claim vouches for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from braindrain_site.model.remembered import remembered
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.pieces import Bound, Claim, Piece, Plain, Said, Says
from braindrain_site.wording import PARTICLES


@dataclass(frozen=True, eq=False)
class Reading:
    """The *words* of a text, from where to where in them something vouches for what they say, and
    where each of their letters was typed."""

    words: str
    vouched: tuple[tuple[int, int], ...]
    place: Callable[[int], int]


@remembered(2**14)
def reading(text: str) -> Reading:
    """How *text*, one of YAML or a heading, reads: a digit stands for each figure."""
    words, typed, spans = "", [], []
    for said, at, vouched in _runs(parse(text).pieces):
        if vouched:
            spans.append((len(words), len(words) + len(said)))
            typed += [at] * len(said)
        else:
            typed += range(at, at + len(said))
        words += said
    return Reading(words, tuple(spans), [*typed, len(text)].__getitem__)


def _runs(pieces: Iterable[Piece]) -> Iterator[tuple[str, int, bool]]:
    for piece in pieces:
        if isinstance(piece, Plain):
            yield piece.text, piece.at, False
        elif isinstance(piece, Bound | Claim):
            yield in_words(piece), piece.at, True
        elif not isinstance(piece, Says | Said):
            yield " ", piece.at, False


def in_words(piece: Bound | Claim | Plain) -> str:
    """What *piece* reads as, a digit in place of each figure, its particle behind it.

    >>> in_words(Claim("over", (Plain("over ", 0), Bound("pay", None, "eul", 5)), 0))
    'over 0을'
    """
    if isinstance(piece, Plain):
        return piece.text
    if isinstance(piece, Claim):
        return "".join(map(in_words, piece.pieces))
    return "0" + (PARTICLES[piece.particle][0] if piece.particle else "")
