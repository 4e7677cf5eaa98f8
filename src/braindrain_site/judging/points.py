"""Is a difference of two percentages printed in percentage points?"""

import re
from collections.abc import Iterator

from braindrain_site import wording
from braindrain_site.figures import formulas
from braindrain_site.judging.draft import Draft
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Problem

_PERCENT = re.compile(r"\{\} ?(?:%|퍼센트|percent\b)(?! ?(?:p\b|point|포인트))")
_SHARE = re.compile(r"(?:share|change)\([^()]*\)")


def check(draft: Draft) -> Iterator[Problem]:
    """Figures that would say "2.5%" of a rise from 10% to 12.5%, which is a quarter.

    What is left of a whole is a percentage again: it has a unit of its own.
    """
    edition = draft.edition
    for key, figure in edition.figures.items():
        if not figure.formula or key not in draft.figures or not is_percent(edition, figure.unit):
            continue
        units = [_unit(side, edition) for side in formulas.difference(figure.formula)]
        if not units or any(unit is None or unit not in {"", figure.unit} for unit in units):
            continue
        said = wording.quantity(draft.figures[key], edition.site.languages[0])
        sentence = f'This is a difference in percentage points, and would be printed as "{said}".'
        hint = _hint(edition, figure.unit)
        yield Problem(edition.place("figures.yaml", key, "unit"), sentence, hint)


def is_percent(edition: Edition, unit: str) -> bool:
    """Whether the unit called *unit* is printed as a percentage in any language."""
    return any(_PERCENT.search(pattern) for pattern in edition.units[unit].print.values())


def _unit(side: str, edition: Edition) -> str | None:
    """The unit of a figure or a cell that is a percentage; "" for a share; None for all else."""
    if _SHARE.fullmatch(side):
        return ""
    name = edition.figures[side].unit if side in edition.figures else None
    if cell := formulas.cell(side):
        column = edition.tables[cell.table].column(cell.column)
        name = column.unit if column else None
    return name if name and is_percent(edition, name) else None


def _hint(edition: Edition, unit: str) -> str:
    """A unit that says so, if there is one."""
    wanted = edition.units[unit]
    for name, other in edition.units.items():
        alike = (other.scale, other.dimension) == (wanted.scale, wanted.dimension)
        if alike and not is_percent(edition, name):
            return f'Give it the unit "{name}".'
    return (
        'Give it a unit of its own with the scale 0.01, printed "{} percentage points"; or, if it'
        ' is what is left of a whole, printed "{}%".'
    )
