"""What a card says in sentences, the headline as large as all the others leave room for."""

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from braindrain_site.charts.spacing import Box
from braindrain_site.pictures.canvas import LEAST, Canvas

if TYPE_CHECKING:
    from braindrain_site.fonts.setting import Style

_SIZES = (84, 76, 68, 62, 56, 52, 48, 44, 40, 36)
_INK, _MUTED = "var(--ink)", "var(--muted)"


@dataclass(frozen=True)
class Words:
    """What a card says: who publishes it, its headline, and a line below that.

    A chart's card also has its caveat, which begins with the words *care*, what a dagger means if
    there is one, its sources, and how to say that only some of its rows are shown.
    """

    publisher: str
    headline: str
    below: str
    care: str = ""
    caveat: str = ""
    dagger: str = ""
    source: str = ""
    some: str = ""
    mark: str = ""
    """The shapes of the publisher's sign."""


class _Paragraph(NamedTuple):
    text: str
    size: float
    leading: float
    before: float
    style: "Style" = "regular"
    colour: str = _MUTED
    lead: str = ""
    indent: float = 0


def _paragraphs(words: Words, size: float) -> list[_Paragraph]:
    """All that a card says in sentences, the headline at *size*."""
    said = (
        _Paragraph(words.headline, size, 1.08, 0, "display", _INK),
        _Paragraph(words.below, 24, 1.34, 16),
        _Paragraph(words.caveat, 21, 1.36, 20, colour=_INK, lead=words.care, indent=18),
        _Paragraph(words.dagger, LEAST, 1.36, 12),
    )
    return [paragraph for paragraph in said if paragraph.text]


def fitting(canvas: Canvas, words: Words, box: Box) -> float:
    """The largest size of the headline at which all words fit *box*; 0 if none is small enough.

    A size at which the last line of the headline is short has to give way to a smaller one.
    """
    width, height = box.right - box.left, box.bottom - box.top
    if _height(canvas, words, _SIZES[-1], width) > height:
        return 0
    sizes = [size for size in _SIZES if _height(canvas, words, size, width) <= height]
    even = (size for size in sizes if _even(canvas, words.headline, size, width))
    return next(even, sizes[0])


def _height(canvas: Canvas, words: Words, size: float, width: float) -> float:
    """How tall all words are, the headline at *size*; endless if one of its words is too wide."""
    if canvas.longest_word(words.headline, size, "display") > width:
        return inf
    tall = 0.0
    for said in _paragraphs(words, size):
        lines = canvas.wrapped(said.text, width - said.indent, said.size, said.style, said.lead)
        tall += said.before + said.size * said.leading * len(lines)
    return tall


def _even(canvas: Canvas, headline: str, size: float, width: float) -> bool:
    """Whether the last line of a headline is no stump."""
    lines = canvas.wrapped(headline, width, size, "display")
    widths = [canvas.width_of(line, size, "display") for line in lines]
    return widths[-1] > 0.5 * max(widths)


def set_words(canvas: Canvas, words: Words, size: float, box: Box) -> float:
    """All words from the top of *box* down, the headline at *size*; says where they end.

    A *size* of 0 is the smallest there is.
    """
    top, width = box.top, box.right - box.left
    for said in _paragraphs(words, size or _SIZES[-1]):
        start = top + said.before
        top = canvas.block(
            said.text, box.left + said.indent, start, width - said.indent, said.size,
            said.style, said.colour, said.leading, said.lead,
        )  # fmt: skip
        if said.indent:
            canvas.rect(box.left, start + 2, 4, top - start - 4, _INK)
    return top
