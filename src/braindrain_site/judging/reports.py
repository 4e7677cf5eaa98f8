"""Is each report of a number listed once, and does what disputes a number contradict it?"""

from collections.abc import Iterator

from braindrain_site.judging.draft import Draft
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Figure
from braindrain_site.model.problems import Problem
from braindrain_site.model.tables import Sidecar


def check(draft: Draft) -> Iterator[Problem]:
    """Reports that are listed twice, and figures that are said to contradict what they allow."""
    edition = draft.edition
    for key, figure in edition.figures.items():
        yield from _twice(edition, figure, ("figures.yaml", key))
        if figure.disputed and figure.disputed.by:
            yield from _agreeing(draft, key, figure.disputed.by)
    for table in edition.tables.values():
        yield from _twice(edition, table.about, (f"tables/{table.name}.yaml",))


def _twice(edition: Edition, entry: Figure | Sidecar, path: tuple[str, ...]) -> Iterator[Problem]:
    """The same place of the same document is one report, however often it is listed."""
    seen = {(entry.source, _at(entry.at))}
    for number, report in enumerate(entry.also):
        if (report.source, _at(report.at)) in seen:
            place = edition.place(*path, "also", str(number), "source")
            sentence = f'This place of "{report.source}" is listed already.'
            yield Problem(place, sentence, "A report counts once: delete this one.")
        seen.add((report.source, _at(report.at)))


def _at(words: object) -> str:
    return str(words).casefold()


def _agreeing(draft: Draft, key: str, other: str) -> Iterator[Problem]:
    """A figure cannot be disputed by one that allows the same values."""
    figures = draft.figures
    place = draft.edition.place("figures.yaml", key, "disputed", "by")
    hint = 'Name the figure that contradicts it, or write "reason" and why in words.'
    if other == key:
        yield Problem(place, "A figure cannot contradict itself.", hint)
    elif key in figures and other in figures:
        one, two = figures[key], figures[other]
        if one.dimension == two.dimension and one.low <= two.value <= one.high:
            sentence = f'"{other}" does not contradict "{key}": it is a value that this one allows.'
            yield Problem(place, sentence, hint)
