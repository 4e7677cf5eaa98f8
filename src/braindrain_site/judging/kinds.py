"""Do sources and numbers say of what kind they are in words that the house knows?

The program has some kinds of document, ways to have seen one and things that a number may count;
``house.yaml`` adds those of a story.
"""

from collections.abc import Iterable, Iterator

from braindrain_site.figures import kinds
from braindrain_site.judging.draft import Draft
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Place, Problem, listed, nearest
from braindrain_site.model.record import Basis

_FILE = "house.yaml"


def check(draft: Draft) -> list[Problem]:
    """A problem at each kind, way and part of a basis that nobody has named."""
    edition = draft.edition
    return [*_of_house(edition), *_of_sources(edition), *_of_numbers(edition)]


def _of_house(edition: Edition) -> Iterator[Problem]:
    """The house adds parts to a basis and takes none away from those that are everybody's."""
    for part in edition.house.basis.keys() & Basis.model_fields.keys():
        sentence = f'What "{part}" may be is the program\'s own.'
        hint = "Give what your story counts another name."
        yield Problem(edition.place(_FILE, "basis", part), sentence, hint)


def _of_sources(edition: Edition) -> Iterator[Problem]:
    known = {"kind": kinds.names(edition), "seen": kinds.ways(edition)}
    group = {"kind": "kinds", "seen": "seen"}
    for key, source in edition.sources.items():
        for field, names in known.items():
            if (said := getattr(source, field)) not in names:
                hint = _hint(said, names, f"Another stands in {_FILE}, under {group[field]}.")
                sentence = f'"{field}" cannot be "{said}".'
                yield Problem(edition.place("sources.yaml", key, field), sentence, hint)


def _of_numbers(edition: Edition) -> Iterator[Problem]:
    for key, figure in edition.figures.items():
        yield from _of_basis(figure.basis, ("figures.yaml", key, "basis"), edition)
    for name, table in edition.tables.items():
        yield from _of_basis(table.about.basis, (f"tables/{name}.yaml", "basis"), edition)


def _of_basis(basis: Basis, path: tuple[str, ...], edition: Edition) -> Iterator[Problem]:
    own = edition.house.basis
    for part, value in (basis.model_extra or {}).items():
        place = edition.place(*path, part)
        if part not in own:
            known = (*Basis.model_fields, *own)
            hint = _hint(part, known, f"Another stands in {_FILE}, under basis.")
            yield Problem(_key(place, part, edition), f'There is no key "{part}" here.', hint)
        elif own[part] and value not in own[part]:
            yield Problem(place, f'"{part}" cannot be "{value}".', _hint(value, own[part], ""))


def _key(place: Place, key: str, edition: Edition) -> Place:
    """Where the *key* of the value at *place* stands, which is on its line."""
    line = edition.lines[place.file][place.line - 1]
    return Place(place.file, place.line, line.rfind(key, 0, place.column - 1) + 1)


def _hint(said: str, known: Iterable[str], more: str) -> str:
    return " ".join(filter(None, (nearest(said, known, f"It can be {listed(known)}."), more)))
