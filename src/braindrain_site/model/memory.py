"""What was worked out of an edition's records, kept while only its chapters change.

Whoever writes a chapter saves it every few seconds, and each time the same tables would give the
same figures, charts and downloads.
"""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, TypeVar

from braindrain_site.model.edition import Edition

T = TypeVar("T")
Lines = tuple[tuple[str, tuple[str, ...]], ...]


def recall(edition: Edition, what: Hashable, work: Callable[[], T]) -> T:
    """What *work* gives, or gave before for an edition with the same records.

    *what* names it, with all that it depends on besides; *work* may look at nothing of *edition*
    that comes from a chapter, unless *what* holds that too.
    """
    known = _known(edition)
    if what not in known:
        known[what] = work()
    return known[what]  # type: ignore[no-any-return]


@lru_cache(maxsize=2)
def _known(edition: Edition) -> dict[Hashable, Any]:
    records = (each for each in edition.lines.items() if not each[0].endswith(".md"))
    return _known_of(tuple(records))


@lru_cache(maxsize=2)
def _known_of(records: Lines) -> dict[Hashable, Any]:
    return {}
