"""Errors that sources are known to print: does the data still hold them, or what we expect instead?

While a source prints an error, the data holds what it prints, and something works around it: a
caveat, another formula, a dispute. Once the data holds what was expected, that can go.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from braindrain_site.figures import grades
from braindrain_site.judging import cells
from braindrain_site.judging.draft import Draft
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Place, Problem, nearest
from braindrain_site.model.record import KnownError


def names(draft: Draft) -> Iterator[Problem]:
    """A problem at each figure or cell of a known error that there is not."""
    edition = draft.edition
    for place, _, error in _errors(edition):
        if error.figure is not None and error.figure not in edition.figures:
            hint = nearest(error.figure, edition.figures)
            yield Problem(place, f'There is no figure "{error.figure}".', hint)
        elif error.cell is not None:
            yield from cells.problems(edition, error.cell, place)


def check(draft: Draft) -> Iterator[Problem]:
    """A problem where the source gives no such number, or the data holds neither of the two."""
    edition = draft.edition
    for place, source, error in _errors(edition):
        held = _held(edition, draft.figures, error)
        if source not in _sources(edition, error):
            sentence = f'"{error.figure or error.cell}" is not from "{source}".'
            yield Problem(place, sentence, "Declare the error at the source that prints it.")
        elif held not in (error.prints, error.expected, None):
            sentence = f"The data holds {held}: neither what is printed nor what is expected."
            hint = 'Look what the source says now; then mend "prints", or delete this entry.'
            yield Problem(place, sentence, hint)


def mended(edition: Edition, figures: Mapping[str, Amount]) -> list[Problem]:
    """What is told, and stops nothing: the data holds what was expected of a source."""
    return [
        Problem(
            place,
            f'"{error.figure or error.cell}" now holds {error.expected}, as was expected of '
            f'"{source}" since {error.found}.',
            f"If the source has mended {error.prints}, take away what worked around it, and this.",
        )
        for place, source, error in _errors(edition)
        if _held(edition, figures, error) == error.expected
    ]


def _errors(edition: Edition) -> Iterator[tuple[Place, str, KnownError]]:
    """Each known error with its place and its source."""
    for key, source in edition.sources.items():
        for number, error in enumerate(source.known_errors):
            path = ("sources.yaml", key, "known_errors", str(number))
            yield edition.place(*path, "figure" if error.figure else "cell"), key, error


def _held(edition: Edition, figures: Mapping[str, Amount], error: KnownError) -> Decimal | None:
    """What the data holds there, in its own unit; None if it is no number."""
    if error.figure is not None:
        amount = figures.get(error.figure)
        return amount.rounded().shown.normalize() if amount else None
    try:
        return Decimal(cells.typed(edition, cells.named(error.cell or "")))
    except InvalidOperation:
        return None


def _sources(edition: Edition, error: KnownError) -> list[str]:
    """The sources that give the figure or the table of the cell."""
    if error.figure is not None:
        return [each.source for each in grades.reports(error.figure, edition)]
    table = cells.named(error.cell or "").table
    return [each.source for each in grades.reports_of_table(table, edition)]
