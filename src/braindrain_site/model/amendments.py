"""How what readers were told has changed, as ``changes.yaml`` says.

An *update* gives new data, a *revision* follows a source that changed its own, a *correction* mends
what was wrong here: newsrooms and statistical offices tell the three apart, and so do readers.
"""

from collections.abc import Iterator
from typing import Literal

from pydantic import model_validator

from braindrain_site.model.entries import Qualifier
from braindrain_site.model.fields import Day, Line, Number, Period, Text, wrong
from braindrain_site.model.record import Record

Kind = Literal["update", "revision", "correction"]


class WasFigure(Record):
    """A figure that changed, and what it was, typed as a figure types it."""

    figure: Line
    was: Number | None = None
    unit: Line | None = None
    qualifier: Qualifier | None = None
    period: Period | None = None
    source: Line | None = None
    """The document it was from, where it is from another now."""

    @model_validator(mode="after")
    def _tells_of_a_value(self) -> "WasFigure":
        for name, typed in (("unit", self.unit), ("qualifier", self.qualifier)):
            if typed and self.was is None:
                raise wrong(f'has "{name}", so it needs "was" as well.', "Add the old value.")
        return self


class WasCell(Record):
    """A cell of a table that changed, named as a formula names it, and what stood in it."""

    cell: Line
    was: Line | None = None
    source: Line | None = None


class WasSentence(Record):
    """A chapter in which words changed, and what they were."""

    chapter: Line
    was: Text | None = None


class Amendment(Record):
    """One entry of ``changes.yaml``."""

    kind: Kind
    day: Day
    cause: Text
    done: Text
    figures: tuple[WasFigure, ...] = ()
    cells: tuple[WasCell, ...] = ()
    sentences: tuple[WasSentence, ...] = ()
    charts: tuple[Line, ...] = ()

    @model_validator(mode="after")
    def _touches_something(self) -> "Amendment":
        if not (self.figures or self.cells or self.sentences or self.charts):
            hint = "Name what changed: figures, cells, sentences or charts."
            raise wrong("touches nothing that readers see.", hint)
        return self

    def named(self) -> Iterator[tuple[str, tuple[str, ...], str]]:
        """All that it names: what kind of thing, the path to it below the entry, the name."""
        for number, figure in enumerate(self.figures):
            yield "figure", ("figures", str(number), "figure"), figure.figure
            if figure.unit:
                yield "unit", ("figures", str(number), "unit"), figure.unit
            if figure.source:
                yield "source", ("figures", str(number), "source"), figure.source
        for number, cell in enumerate(self.cells):
            if cell.source:
                yield "source", ("cells", str(number), "source"), cell.source
        for number, sentence in enumerate(self.sentences):
            yield "chapter", ("sentences", str(number), "chapter"), sentence.chapter
        for number, chart in enumerate(self.charts):
            yield "chart", ("charts", str(number)), chart
