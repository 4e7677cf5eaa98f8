"""The cards that stand for pages and charts where a link to them is shared: 1200 by 630 pixels."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from braindrain_site.canvas import Canvas, size_of
from braindrain_site.drawing import Drawing

if TYPE_CHECKING:
    from braindrain_site.charts.outlines import Type

WIDTH, HEIGHT = 1200, 630
"""What the large networks show without cutting (the Open Graph protocol leaves it open)."""
_EDGE = 60
_TOP, _FOOT = 118, HEIGHT - 48
_GAP = 56
_SIZES = (84, 76, 68, 62, 56, 52, 48, 44, 40, 36)
_MUTED = "var(--muted)"
_RING = "M17.5 7.6A10 10 0 1 0 24.4 14.5"


@dataclass(frozen=True)
class Tally:
    """A number to set large, and what it counts."""

    number: str
    counted: str


@dataclass(frozen=True)
class Words:
    """What a card says: who publishes it, its headline, and a line below that."""

    publisher: str
    headline: str
    below: str


def chart_card(drawing: Drawing, words: Words, type_: "Type", colours: Mapping[str, str]) -> str:
    """A card with a chart: beside its headline, or below it when the chart is flat, as SVG."""
    canvas = _begun(words, type_, colours)
    wide, narrow = size_of(drawing.wide), size_of(drawing.narrow)
    if wide[1] < 0.36 * wide[0]:
        _over(canvas, words, drawing.wide, wide)
    else:
        wider = _scale(wide) > _scale(narrow)
        _beside(canvas, words, drawing.wide if wider else drawing.narrow)
    return canvas.finish(HEIGHT, words.headline, words.below)


def page_card(words: Words, tally: Tally, type_: "Type", colours: Mapping[str, str]) -> str:
    """A card with a large number on its right, as SVG."""
    canvas = _begun(words, type_, colours)
    _headline(canvas, words, 600, _FOOT - _TOP)
    left = 720
    size = min(260, 360 / type_.width(tally.number, "display"))
    canvas.rect(left, _TOP + 8, 1, _FOOT - _TOP - 8, "var(--rule)")
    canvas.text(tally.number, left + 48, 392, size, "display")
    room = WIDTH - _EDGE - left - 52
    canvas.block(tally.counted, left + 52, 420, room, 28, colour=_MUTED)
    return canvas.finish(HEIGHT, words.headline, words.below)


def _begun(words: Words, type_: "Type", colours: Mapping[str, str]) -> Canvas:
    """A card with its nameplate, and below it the thin and the bold line of the pages."""
    canvas = Canvas(WIDTH, type_, colours)
    canvas.svg(
        f'<svg><path d="{_RING}" fill="none" stroke="var(--ink)" stroke-width="4"/>'
        '<circle cx="25.5" cy="6.5" r="4.5" fill="var(--korea)"/></svg>',
        _EDGE - 6, 30, 1.35,
    )  # fmt: skip
    canvas.text(words.publisher, _EDGE + 48, 62, 29, "display")
    canvas.rect(_EDGE, 86, WIDTH - 2 * _EDGE, 2, "var(--ink)")
    canvas.rect(_EDGE, 92, WIDTH - 2 * _EDGE, 7, "var(--ink)")
    return canvas


def _headline(canvas: Canvas, words: Words, width: float, height: float) -> float:
    """The headline as large as fits with the line below it; says where they end."""
    for size in _SIZES:
        if canvas.longest_word(words.headline, size, "display") > width:
            continue
        lines = canvas.lines(words.headline, width, size, "display")
        below = canvas.lines(words.below, width, 24, "regular")
        if size * 1.08 * lines + 24 * 1.36 * below + 32 <= height:
            break
    top = canvas.block(words.headline, _EDGE, _TOP, width, size, "display", leading=1.08)
    return canvas.block(words.below, _EDGE, top + 18, width, 24, colour=_MUTED, leading=1.36)


def _scale(size: tuple[float, float]) -> float:
    """How large a drawing beside a headline can be."""
    return min(620 / size[0], (_FOOT - _TOP - 12) / size[1], 1.75)


def _beside(canvas: Canvas, words: Words, drawn: str) -> None:
    """Headline on the left, the drawing as large as the room on the right allows."""
    size = size_of(drawn)
    scale = _scale(size)
    left = WIDTH - _EDGE - size[0] * scale
    _headline(canvas, words, left - _GAP - _EDGE, _FOOT - _TOP)
    canvas.svg(drawn, left, _TOP + 12 + (_FOOT - _TOP - 12 - size[1] * scale) / 2, scale)


def _over(canvas: Canvas, words: Words, drawn: str, size: tuple[float, float]) -> None:
    """Headline across the card, the wide drawing below it."""
    scale = (WIDTH - 2 * _EDGE) / size[0]
    top = _FOOT - size[1] * scale
    end = _headline(canvas, words, WIDTH - 2 * _EDGE, top - _TOP - 12)
    canvas.svg(drawn, _EDGE, (end + 12 + top) / 2, scale)
