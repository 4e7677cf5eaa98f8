"""What readers had been told, as an entry of ``changes.yaml`` says.

Its own sentences may type that: nothing is left that it could be bound to.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from braindrain_site import wording
from braindrain_site.judging import cells
from braindrain_site.judging.unbound import JOINTS
from braindrain_site.model import amounts
from braindrain_site.model.amendments import Amendment, WasCell, WasFigure
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Unit
from braindrain_site.model.number_mistakes import number_mistake
from braindrain_site.quantities import quantities
from braindrain_site.quantities.spans import NUMBERS
from braindrain_site.texts.folding import folded

SENTENCES = {("changes.yaml", "cause"), ("changes.yaml", "done")}
"""The texts of an entry that tell of its change."""
_TIME = re.compile(r"(?:1[0-9]|20)\d\d(?:-\d\d){0,2}")


def amount(edition: Edition, each: WasFigure) -> Amount | None:
    """What a figure was by an entry, if that says so."""
    if each.was is None:
        return None
    unit = edition.units[each.unit or edition.figures[each.figure].unit]
    return amounts.given(each.was, unit, each.qualifier or "exactly")


def words(edition: Edition, entry: Amendment, lang: str) -> tuple[str, ...]:
    """All ways in *lang* to say the old values and times of *entry*, folded."""
    said = [*_of_cells(edition, entry, lang)]
    for each in entry.figures:
        was = amount(edition, each)
        said += [] if was is None else [*_ways(was, f"{each.was:f}", lang)]
        said += _times(each.period or "", lang)
    for sentence in entry.sentences:
        text = folded((sentence.was or {}).get(lang, ""))[0]
        found = quantities(text, lang)
        for span in (each for each in found if each.kind in NUMBERS):
            said += _without_particles(text[span.start : span.end])
    return tuple(sorted({folded(each)[0] for each in said if each.strip()}))


def _ways(was: Amount, typed: str, lang: str) -> Iterator[str]:
    yield from (way(was, lang) for way in (wording.phrase, wording.quantity, wording.number))
    yield typed
    after = was.unit.print[lang].partition("{}")[2].strip() if was.unit else ""
    word = wording.words(was, lang)
    yield from (word, f"{word}{after}", f"{word} {after}".strip())


def _without_particles(words: str) -> Iterator[str]:
    """*words*, and what they are before each Korean particle that they may end with."""
    yield words
    for joint in JOINTS:
        if joint >= "가" and words.endswith(joint) and len(words) > len(joint) + 1:
            yield words.removesuffix(joint)


def _of_cells(edition: Edition, entry: Amendment, lang: str) -> Iterator[str]:
    for each in entry.cells:
        cell = cells.named(each.cell)
        for part in cell.row.split(", "):
            yield from _times(part, lang)
        column = edition.tables[cell.table].column(cell.column)
        assert column is not None
        yield from _of_cell(each, edition.units.get(column.unit or ""), lang)


def _of_cell(each: WasCell, unit: Unit | None, lang: str) -> Iterator[str]:
    if each.was is None:
        return
    yield each.was
    yield from _times(each.was, lang)
    if not number_mistake(each.was):
        yield wording.cell_text(each.was, unit, lang)
        was = Decimal(each.was)
        yield from _ways(amounts.given(was, unit) if unit else amounts.bare(was), each.was, lang)


def _times(period: str, lang: str) -> Iterator[str]:
    """A period, its ends, and their years; nothing of what is none."""
    ends = [end for end in period.split("/") if _TIME.fullmatch(end)]
    for end in ends:
        yield from (wording.period(end, lang), wording.period(end[:4], lang), end[:4])
    if len(ends) > 1:
        yield from (wording.period(period, lang), wording.span(period, lang))
