"""Figures in the order in which they can be worked out: each once, behind those it is made of."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from braindrain_site.figures import formulas
from braindrain_site.figures.formulas import FormulaError
from braindrain_site.model.edition import Edition


class Order(NamedTuple):
    """The keys of all figures, each behind those its formula names, and the circles there are.

    A circle is the keys along it, the last of which names the first again.
    """

    keys: Sequence[str]
    circles: Sequence[Sequence[str]]


@lru_cache(maxsize=2)
def in_order(edition: Edition) -> Order:
    """The order of the figures of *edition*, however long the chains that they make."""
    done: dict[str, None] = {}
    circles: list[Sequence[str]] = []
    for key in edition.figures:
        path = {} if key in done else {key: _named(key, edition)}
        while path:
            last = next(reversed(path))
            name = next(path[last], None)
            if name is None:
                done[last] = None
                del path[last]
            elif name in path:
                along = list(path)
                circles.append(along[along.index(name) :])
            elif name not in done:
                path[name] = _named(name, edition)
    return Order(tuple(done), circles)


def _named(key: str, edition: Edition) -> Iterator[str]:
    """The figures that the formula of *key* names, if it can be read."""
    formula = edition.figures[key].formula
    try:
        names = formulas.names(formula) if formula else ()
    except FormulaError:
        names = ()
    return (name for name in names if name in edition.figures)
