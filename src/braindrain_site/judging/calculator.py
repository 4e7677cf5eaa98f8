"""Do the figures of the calculator go together: salaries in won, two rates, offers in dollars?"""

from collections.abc import Iterator

from braindrain_site.judging.draft import Draft
from braindrain_site.model import amounts
from braindrain_site.model.problems import Problem

_FILE = "calculator.yaml"


def check(draft: Draft) -> list[Problem]:
    """A problem at each figure that measures something else than its place asks for."""
    return [*_misfits(draft)]


def _misfits(draft: Draft) -> Iterator[Problem]:
    figures, calculator = draft.figures, draft.edition.calculator
    if calculator is None or figures.problems:
        return
    for path, key in calculator.named():
        wanted = {"examples": "KRW/year", "offers": "USD/year"}.get(path[0], "KRW/USD")
        if figures[key].dimension != amounts.dimension(wanted):
            found = amounts.dimension_text(figures[key].dimension)
            place = draft.edition.place(_FILE, *path)
            hint = "Name another figure, or mend its unit."
            yield Problem(place, f'"{key}" is in {found}; here stands one in {wanted}.', hint)
        elif figures[key].low <= 0:
            place = draft.edition.place(_FILE, *path)
            sentence = f'"{key}" may be zero or less, and nothing can be divided by it.'
            yield Problem(place, sentence, "Name another figure, or mend its value.")
