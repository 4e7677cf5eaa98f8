"""How well a figure is known: its own grade of evidence, or the weakest of what it rests on."""

from collections.abc import Mapping
from functools import lru_cache

from braindrain_site.figures import formulas
from braindrain_site.figures.order import in_order
from braindrain_site.model.edition import Edition
from braindrain_site.model.record import EVIDENCE, Evidence

DOUBTFUL = "†"
"""What stands behind a number that is disputed or that no source vouches for."""


def doubtful(key: str, edition: Edition) -> bool:
    """Whether figure *key* is disputed or no source vouches for it."""
    return evidence(key, edition) in {"disputed", "unattributed"}


def inputs(key: str, edition: Edition) -> tuple[str, ...]:
    """The figures that the formula of *key* names; none for a given figure."""
    formula = edition.figures[key].formula
    return tuple(n for n in formulas.names(formula) if n in edition.figures) if formula else ()


def evidence(key: str, edition: Edition) -> Evidence:
    """The grade of figure *key*; for a derived one the weakest among its figures and tables."""
    return _grades(edition)[key]


@lru_cache(maxsize=2)
def _grades(edition: Edition) -> Mapping[str, Evidence]:
    """Figure key → grade."""
    grades: dict[str, Evidence] = {}
    for key in in_order(edition).keys:
        figure = edition.figures[key]
        if figure.evidence is not None or figure.formula is None:
            grades[key] = figure.evidence or "primary"
            continue
        names = formulas.names(figure.formula)
        found = [grades[name] for name in names if name in grades]
        found += [edition.tables[name].about.evidence for name in names if name in edition.tables]
        grades[key] = max(found, key=EVIDENCE.index, default="primary")
    return grades
