"""Which things of ``data/`` are marked as drafts, each with the lines that are its own."""

from collections.abc import Iterator, Mapping, Sequence

from braindrain_site.model.drafts import Drafts, Named, Span, entry, owner
from braindrain_site.reading.desk import Desk

Path = tuple[str, ...]
_NEVER = {"origin", "unit", "exemption"}
"""What goes with the drafts that use it, and has no mark of its own."""


def drafts(desk: Desk, lines: Mapping[str, Sequence[str]]) -> Drafts:
    """All that is marked in *desk*, whose files have these *lines*; also what cannot be read
    otherwise."""
    found = (path for path, text in desk.scalars.items() if path[-1] == "draft" and text == "true")
    return Drafts(dict(marked for path in found for marked in _marked(desk, path, lines)))


def _marked(
    desk: Desk, path: Path, lines: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Named, Sequence[Span]]]:
    """What the mark at *path* is of."""
    named = owner(path)
    if path[:2] == ("site.yaml", "chapters"):
        name = desk.scalars.get((*path[:-1], "name"), "")
        yield ("chapter", name), [*_of_chapter(desk, path[:-1], name)]
    elif named and len(path) == 2:
        yield named, [Span(desk.name(f"tables/{named[1]}.{end}")) for end in ("yaml", "csv")]
    elif named and len(path) == 3 and named[0] not in _NEVER:
        file = desk.name(path[0])
        yield named, [entry(file, lines[file], named[1])]


def _of_chapter(desk: Desk, listed: Path, name: str) -> Iterator[Span]:
    """Its line in the list, and its text in every language."""
    places = [place.line for path, place in desk.places.items() if path[:3] == listed]
    yield Span(desk.name("site.yaml"), min(places), max(places))
    yield from (Span(desk.name(f"story/{lang}/{name}.md")) for lang in desk.languages)
