"""What was worked out of an edition's records, kept while only its chapters change.

Whoever writes a chapter saves it every few seconds, and each time the same tables would give the
same figures, charts and downloads.
"""

import hashlib
from collections.abc import Callable, Hashable, Iterator
from functools import lru_cache
from typing import Any, TypeVar

from braindrain_site.model.edition import Edition
from braindrain_site.model.remembered import remembered

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


def again(edition: Edition, what: Hashable, given: object, work: Callable[[], T]) -> T:
    """What *work* gives, or gave the last time for *what*, if it is *given* the same.

    For what comes of chapters too: of each thing no more than the newest is kept.
    """
    known = _known(edition)
    last = known.get(what)
    if last is None or last[0] != given:
        last = known[what] = (given, work())
    return last[1]


def records(edition: Edition) -> str:
    """A digest of the records of *edition*: of all its files but the chapters."""

    def found() -> str:
        digest = hashlib.sha256()
        for file, lines in _records(edition):
            digest.update("\n".join((file, *lines, "")).encode())
        return digest.hexdigest()

    return recall(edition, "records", found)


def _records(edition: Edition) -> Iterator[tuple[str, tuple[str, ...]]]:
    # Whoever builds may have told them.
    yield "site.yaml", (edition.site.path, edition.site.address or "", *(edition.kept or ()))
    yield from (each for each in edition.lines.items() if not each[0].endswith(".md"))
    if (
        gone := edition.drafts.left_out | edition.drafts.unready.keys()
    ):  # the same lines, and less of them is meant
        yield "", tuple(sorted(f"{kind} {key}" for kind, key in gone))


@lru_cache(maxsize=4)
def _known(edition: Edition) -> dict[Hashable, Any]:
    return _known_of(tuple(_records(edition)))


@remembered(4)
def _known_of(records: Lines) -> dict[Hashable, Any]:
    return {}
