"""The cards that stand for pages and charts where a link to them is shared: 1200 by 630 pixels.

No text on them is smaller than 20 pixels. A chart that cannot be read at that size beside its
words gives way to its data, set in type.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from braindrain_site.charts.drawing import Drawing
from braindrain_site.charts.spacing import Box
from braindrain_site.charts.svg import size_of
from braindrain_site.pictures.canvas import LEAST, Canvas, smallest_text
from braindrain_site.pictures.card_rows import Row, excerpts, lines_height, set_bars, set_lines
from braindrain_site.pictures.card_words import Words, fitting, set_words

if TYPE_CHECKING:
    from braindrain_site.charts.outlines import Type

WIDTH, HEIGHT = 1200, 630
"""What the large networks show without cutting (the Open Graph protocol leaves it open)."""
_EDGE = 60
_ACROSS = WIDTH - 2 * _EDGE
_TOP, _FOOT = 116, HEIGHT - 44
_ROOM = Box(_EDGE, _TOP, WIDTH - _EDGE, _FOOT)
_GAP, _BELOW = 56, 24
"""Pixels between words and what stands beside them, or below."""
_LARGEST, _STEPS = 1.75, 16
"""How much larger than drawn a chart may be, and in how many steps it becomes smaller."""
_BARS = 540
"""How wide rows with bars are, in pixels."""
_INK, _MUTED = "var(--ink)", "var(--muted)"


@dataclass(frozen=True)
class Tally:
    """A number to set large, and what it counts."""

    number: str
    counted: str


class _Place(NamedTuple):
    """Where a drawing goes on a card and how large, with the headline that leaves it the room."""

    left: float
    scale: float
    words: Box
    size: float


def chart_card(
    drawing: Drawing, words: Words, rows: Sequence[Row], type_: "Type", colours: Mapping[str, str]
) -> str:
    """A card with a chart, or with rows of its data where the chart would be too small, as SVG."""
    canvas = _begun(words, type_, colours)
    if not drawing.wide:
        _tell(canvas, words, rows)
    elif place := _over(canvas, words, drawing.wide):
        _draw(canvas, words, drawing.wide, place)
    elif place := _beside(canvas, words, drawing.narrow):
        _draw(canvas, words, drawing.narrow, place)
    else:
        _tell(canvas, words, rows)
    return canvas.finish(HEIGHT, words.headline, words.below)


def page_card(words: Words, tally: Tally, type_: "Type", colours: Mapping[str, str]) -> str:
    """A card with a large number on its right, as SVG."""
    canvas = _begun(words, type_, colours)
    left = 720
    column = _ROOM._replace(right=left - _EDGE)
    set_words(canvas, words, fitting(canvas, words, column), column)
    size = min(260, 360 / type_.width(tally.number, "display"))
    canvas.rect(left, _TOP + 8, 1, _FOOT - _TOP - 8, "var(--rule)")
    canvas.text(tally.number, left + 48, 392, size, "display")
    room = WIDTH - _EDGE - left - 52
    canvas.block(tally.counted, left + 52, 420, room, 28, colour=_MUTED)
    return canvas.finish(HEIGHT, words.headline, words.below)


def _begun(words: Words, type_: "Type", colours: Mapping[str, str]) -> Canvas:
    """A card with its nameplate and its sources, below them the thin and the bold line."""
    canvas = Canvas(WIDTH, type_, colours)
    canvas.svg(f"<svg>{words.mark}</svg>", _EDGE - 6, 30, 1.35)
    canvas.text(words.publisher, _EDGE + 48, 62, 29, "display")
    room = _ACROSS - 48 - _GAP - canvas.width_of(words.publisher, 29, "display")
    lines = len(canvas.wrapped(words.source, room, LEAST, "regular"))
    if lines <= 2:
        right, top = WIDTH - _EDGE, 68 - 27 * lines
        canvas.block(
            words.source, right, top, room, LEAST, colour=_MUTED, leading=1.35, anchor="end"
        )
    canvas.rect(_EDGE, 86, _ACROSS, 2, _INK)
    canvas.rect(_EDGE, 92, _ACROSS, 7, _INK)
    return canvas


def _beside(canvas: Canvas, words: Words, drawn: str) -> _Place | None:
    """The drawing on the right, as large as leaves its words a column; None if too small."""
    across, tall = size_of(drawn)
    for scale in _scales(drawn, (_FOOT - _TOP) / tall):
        left = WIDTH - _EDGE - across * scale
        column = _ROOM._replace(right=left - _GAP)
        if size := fitting(canvas, words, column):
            return _Place(left, scale, column, size)
    return None


def _over(canvas: Canvas, words: Words, drawn: str) -> _Place | None:
    """The drawing below its words, as large as they allow; None if too small."""
    across, tall = size_of(drawn)
    for scale in _scales(drawn, _ACROSS / across):
        above = _ROOM._replace(bottom=_FOOT - tall * scale - _BELOW)
        if size := fitting(canvas, words, above):
            return _Place(_EDGE, scale, above, size)
    return None


def _scales(drawn: str, most: float) -> Iterator[float]:
    """How large a drawing can be shown, down from *most* to where its text would be too small."""
    most, least = min(most, _LARGEST), LEAST / smallest_text(drawn)
    if most >= least:
        yield from (most - (most - least) * step / _STEPS for step in range(_STEPS + 1))


def _draw(canvas: Canvas, words: Words, drawn: str, place: _Place) -> None:
    """The words, and the drawing halfway down what they leave it."""
    end = set_words(canvas, words, place.size, place.words)
    top = end + _BELOW if place.left == _EDGE else _TOP
    tall = size_of(drawn)[1] * place.scale
    canvas.svg(drawn, place.left, top + (_FOOT - top - tall) / 2, place.scale)


def _tell(canvas: Canvas, words: Words, rows: Sequence[Row]) -> None:
    """The words, and the chart's data in type: with bars beside them, or in lines below them.

    When no row has room, the words stand alone; when they have none, without the line below.
    """
    left = WIDTH - _EDGE - _BARS
    column = Box(_EDGE, _TOP, left - _GAP, _FOOT)
    size = fitting(canvas, words, column)
    if size and all(row.bar for row in rows):
        set_words(canvas, words, size, column)
        set_bars(canvas, rows, words.some, Box(left, _TOP, WIDTH - _EDGE, _FOOT))
        return
    for excerpt in excerpts(rows, words.some):
        tall = lines_height(canvas, excerpt, _ACROSS) + _BELOW
        if size := fitting(canvas, words, _ROOM._replace(bottom=_FOOT - tall)):
            top = set_words(canvas, words, size, _ROOM) + _BELOW
            set_lines(canvas, excerpt, _ROOM._replace(top=(top + _FOOT + _BELOW - tall) / 2))
            return
    kept = words if fitting(canvas, words, _ROOM) else replace(words, below="")
    set_words(canvas, kept, fitting(canvas, kept, _ROOM), _ROOM)
