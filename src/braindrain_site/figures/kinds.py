"""The kinds of document of an edition, and how they were seen: the program's and its own."""

from collections.abc import Mapping

from braindrain_site.model.edition import Edition
from braindrain_site.model.fields import Text
from braindrain_site.model.house import KINDS, OWN, SEEN


def names(edition: Edition) -> Mapping[str, Text]:
    """Kind of document → what pages call it."""
    known = {kind: edition.words[f"kind_{kind}"] for kind in KINDS}
    return known | {key: kind.name for key, kind in edition.house.kinds.items()}


def ways(edition: Edition) -> Mapping[str, Text]:
    """Way in which a document was seen → what pages say of it."""
    return {way: edition.words[f"seen_{way}"] for way in SEEN} | dict(edition.house.seen)


def speaks_for_itself(kind: str, edition: Edition) -> bool:
    """Whether in documents of that *kind* whoever counted speaks."""
    theirs = edition.house.kinds.get(kind)
    return theirs.own if theirs else kind in OWN


def own(edition: Edition) -> list[str]:
    """The kinds of which that is so: those that a source is of, or all where none is."""
    known = [kind for kind in names(edition) if speaks_for_itself(kind, edition)]
    used = {source.kind for source in edition.sources.values()}
    return [kind for kind in known if kind in used] or known
