"""The house look of every chart: its colours, its type and the width it is drawn for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from braindrain_site.charts.spacing import Box
from braindrain_site.charts.widths import Lettering

SUBJECT = "var(--subject)"
"""What a story is about beside others, in every chart, and nothing else."""
INFLOW = "var(--inflow)"
QUIET = "var(--quiet)"
INK = "var(--ink)"
MUTED = "var(--muted)"
RULE = "var(--rule)"
SOFT = "var(--soft)"
PAPER = "var(--paper)"

WIDE = 680
NARROW = 320

Anchor = Literal["start", "middle", "end"]
Stress = Literal["", "ink", "subject"]
"""How a mark is set apart: not at all, in ink (what a chart of the subject alone is about), or as
the subject."""


class Text(NamedTuple):
    """One line of text: its anchor at *x*, its baseline at *y*."""

    x: float
    y: float
    text: str
    colour: str = INK
    bold: bool = False
    anchor: Anchor = "start"
    size: float = 0


@dataclass(frozen=True)
class Look:
    """The width in pixels a chart is drawn for, and how its text is set.

    The narrow drawing is shown at 0.875 of its size on the smallest phones (280 of 320 px): no
    text is then under 12 px (Chartability, "small text").
    """

    width: int
    letters: Lettering

    @property
    def narrow(self) -> bool:
        """Whether labels have to stand above marks instead of beside them."""
        return self.width < WIDE

    @property
    def size(self) -> float:
        """The size of all text in pixels, save for the few large numerals."""
        return 14

    @property
    def pitch(self) -> float:
        """From one line of text to the next, in pixels."""
        return 19

    def measure(self, text: str, bold: bool = False) -> float:
        """How wide *text* is, in pixels."""
        return self.letters.width(text, self.size, bold)

    def wrap(self, text: str, width: float, bold: bool = False) -> list[str]:
        """*text* broken into lines no wider than *width*."""
        return self.letters.wrap(text, width, self.size, bold) if text else []

    def lines(
        self, text: str, x: float, top: float, width: float, colour: str = INK,
        bold: bool = False, anchor: Anchor = "start",
    ) -> list[Text]:  # fmt: skip
        """*text* set in a block whose upper edge is at *top*; each line takes one pitch."""
        return [
            Text(x, self.baseline(top + number * self.pitch), line, colour, bold, anchor)
            for number, line in enumerate(self.wrap(text, width, bold))
        ]

    def baseline(self, top: float) -> float:
        """Where letters stand in a line of text whose upper edge is at *top*."""
        return top + self.pitch / 2 + self.size * 0.36

    def box(self, text: Text) -> Box:
        """The rectangle *text* takes, from its tallest to its lowest letter."""
        size = text.size or self.size
        wide = self.letters.width(text.text, size, text.bold)
        left = text.x - {"start": 0, "middle": wide / 2, "end": wide}[text.anchor]
        return Box(left, text.y - 0.95 * size, left + wide, text.y + 0.24 * size)


def tint(marked: Stress) -> str:
    """The colour of a mark: its own for the subject, ink for what else is set apart, or grey."""
    return {"subject": SUBJECT, "ink": INK, "": QUIET}[marked]


def voice(marked: Stress) -> str:
    """The colour of a label; those set apart in ink are bold, which tells them from the rest."""
    return SUBJECT if marked == "subject" else INK


def calling(marked: Stress) -> str:
    """The colour of what names a line: the line's own, as far as it can be read."""
    return voice(marked) if marked else MUTED


def strongest(marked: Iterable[Stress]) -> Stress:
    """How several marks that are drawn as one are set apart."""
    found = set(marked)
    return "subject" if "subject" in found else "ink" if "ink" in found else ""
