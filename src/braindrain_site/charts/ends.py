"""The words beside the ends of lines, and a leader to those that had to make room."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from braindrain_site.charts.marks import Rule
from braindrain_site.charts.plots import Entry
from braindrain_site.charts.scales import Scale
from braindrain_site.charts.spacing import spread
from braindrain_site.charts.style import MUTED, QUIET, Look, Text, calling

PAD, LEAD = 10, 34
"""From the end of a line to its words, and where a leader has to find the way to them."""
_APART = 6


class End(NamedTuple):
    """The last mark of a line and its words, set from the upper edge *top* down."""

    mark: Entry
    block: list[Text]
    top: float

    def texts(self) -> list[Text]:
        """The words where they stand."""
        return [line._replace(y=line.y + self.top) for line in self.block]


def room(texts: Sequence[str], share: float, look: Look) -> float:
    """How wide *texts* are when none takes more than *share* of the width."""
    lines = [line for text in texts for line in look.wrap(text, look.width * share, bold=True)]
    return max(look.measure(line, bold=True) for line in lines)


def block(mark: Entry, name: str, left: float, look: Look) -> list[Text]:
    """The value of *mark*, the name of its line and its note, from *left* to the chart's edge."""
    width = look.width - left
    said = look.lines(mark.printed, left, 0, width, calling(mark.marked), bold=True)
    said += look.lines(name, left, len(said) * look.pitch, width, calling(mark.marked))
    return said + look.lines(mark.note, left, len(said) * look.pitch, width, MUTED)


def tall(blocks: Sequence[list[Text]], look: Look) -> float:
    """How much height the *blocks* take one above the other."""
    return sum(len(each) * look.pitch + _APART for each in blocks)


def place(
    marks: Sequence[Entry], blocks: Sequence[list[Text]], up: Scale, low: float, high: float,
    look: Look,
) -> list[End]:  # fmt: skip
    """Each block beside its mark, or as near to it as the others allow between *low* and *high*."""
    wanted = [up.at(mark.value) - look.pitch / 2 for mark in marks]
    heights = [tall([each], look) for each in blocks]
    return [*map(End, marks, blocks, spread(wanted, heights, low, high))]


def moved(end: End, up: Scale, look: Look) -> bool:
    """Whether the words of *end* stand so far from it that it needs a leader."""
    return abs(end.top + look.pitch / 2 - up.at(end.mark.value)) > look.pitch


def leader(end: End, x: float, up: Scale, look: Look) -> Iterator[Rule]:
    """From the end of a line at *x* to its words, which stand elsewhere or further right."""
    left, y = end.block[0].x - 4, up.at(end.mark.value)
    start = x + PAD - 2
    if left - start > LEAD - PAD - 6 and (moved(end, up, look) or left - start > LEAD):
        yield Rule(start, y, left, end.top + look.pitch / 2, QUIET)
