"""What names what: whoever names something, in a text, a formula or a key, and what that is."""

import re
from collections.abc import Iterator, Mapping

from braindrain_site.model.drafts import Named, owner
from braindrain_site.model.edition import Chapter, Edition
from braindrain_site.model.memory import recall
from braindrain_site.model.problems import Place
from braindrain_site.texts.document import images_of
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.pieces import Bound, Call, Claim, Says, Term
from braindrain_site.texts.placing import placed

FIELDS = {
    "article": "source",
    "by": "figure",
    "figure": "figure",
    "opening": "chart",
    "origin": "origin",
    "parity": "figure",
    "rate": "figure",
    "source": "source",
    "table": "table",
    "unit": "unit",
    "variant_of": "figure",
}
"""Keys that name something, and what."""
_FORMULAS = {"formula", "agrees_with", "holds", "loosely"}
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_LINK = re.compile(r"""\]\(\s*<?([^)\s>]+)|href=["']([^"']+)|^\[[^\]]+\]:\s*(\S+)""", re.MULTILINE)
_ANCHORS = {
    "chart-": "chart", "r-": "figure", "c-": "claim", "s-": "statement", "g-": "term",
    "t-": "table", "h-": "chapter",
}  # fmt: skip
"""How the pages call the places of things."""
_QUOTED = re.compile(r"""(?:\{\{\s*|["'“”])([a-z][a-z0-9_]*)|^\s+\w+:\s*([^#\s][^#]*?)\s*$""", re.M)
"""What may be a name in a draft: what begins as one, or stands behind a key."""
_PATH = re.compile(r"(?:(charts|embed)|data/(tables|charts))/([a-z0-9_]+)[/.]")
_KINDS = {"figure": Bound, "claim": Claim, "term": Term, "statement": Says}
_IN_TITLE = -1
"""For a letter of a chapter's text: it is in the heading above."""
ROOT: Named = ("", "")
"""What is published whatever else is: the method, the publication itself."""
Uses = Mapping[Named, frozenset[Named]]


def uses(edition: Edition) -> Uses:
    """Whatever names something → all that it names, or seems to where it is a draft."""
    found = {user: {*used} for user, used in certain(edition).items()}
    for user in edition.drafts.marked:
        found.setdefault(user, set()).update(_in_ruins(edition, user))
    return {user: frozenset(used) for user, used in found.items()}


def certain(edition: Edition) -> Uses:
    """Whatever names something → all that it names, as far as it can be read."""
    found: dict[Named, set[Named]] = {}
    for user, used in recall(edition, "uses", lambda: [*_of_records(edition)]):
        found.setdefault(user, set()).update(used)
    for user, chapter in chapters(edition):
        found.setdefault(user, set()).update(name for name, _ in _in_chapter(chapter))
    return {user: frozenset(used) for user, used in found.items()}


def _of_records(edition: Edition) -> Iterator[tuple[Named, set[Named]]]:
    for path, text in edition.scalars.items():
        if used := {name for name, _ in _in_value(path, text)}:
            yield owner(path) or ROOT, used
    for name, table in edition.tables.items():
        if table.column("source"):
            yield ("table", name), {("source", table.cell("source", key)) for key in table.keys}


def _in_ruins(edition: Edition, draft: Named) -> Iterator[Named]:
    """What a *draft* seems to name, which may be written so far that nobody can read it."""
    for found in _QUOTED.finditer(written(edition, draft)):
        yield from ((kind, found[1] or found[2]) for kind in {*_KINDS, *FIELDS.values()})


def written(edition: Edition, draft: Named) -> str:
    """All that was typed for a *draft*."""
    spans = edition.drafts.marked[draft]
    lines = (edition.lines.get(span.file, ())[span.first - 1 : span.last] for span in spans)
    return "\n".join(line for each in lines for line in each)


def chapters(edition: Edition) -> Iterator[tuple[Named, Chapter]]:
    """Every chapter and the method, each with its name."""
    for story in edition.story.values():
        yield from ((("chapter", each.slug), each) for each in story)
    yield from ((ROOT, each) for each in edition.method.values())


def _in_value(path: tuple[str, ...], text: str) -> Iterator[tuple[Named, int]]:
    """What the value at *path* names, and at which of its letters."""
    field = next(part for part in reversed(path) if not part.isdigit())
    if field in _FORMULAS:
        for found in _NAME.finditer(text):
            yield from (((kind, found[0]), found.start()) for kind in ("figure", "table"))
    elif field in FIELDS:
        yield (FIELDS[field], text.strip()), 0
    elif "{" in text and path[0] not in {"units.yaml", "words.yaml"}:
        yield from _in_text(text)


def _in_text(text: str) -> Iterator[tuple[Named, int]]:
    for piece in parse(text).named():
        kinds = (name for name, of in _KINDS.items() if isinstance(piece, of))
        yield (piece.name if isinstance(piece, Call) else next(kinds), piece.key), piece.at


def _in_chapter(chapter: Chapter) -> Iterator[tuple[Named, int]]:
    yield from _in_text(chapter.text)
    yield from ((name, _IN_TITLE) for name, _ in _in_text(chapter.title))
    for found in _LINK.finditer(chapter.text):
        target = next(filter(None, found.groups()))
        yield from ((name, found.start()) for name in _led_to(target))
    for image in images_of(chapter.text):
        yield ("image", image), chapter.text.find(image)


def _led_to(target: str) -> Iterator[Named]:
    """What a link leads to."""
    path, _, anchor = target.partition("#")
    if in_path := _PATH.search(path):
        yield "table" if in_path[2] == "tables" else "chart", in_path[3]
    for begins, kind in _ANCHORS.items():
        if anchor.startswith(begins):
            yield kind, anchor.removeprefix(begins)
    yield "chapter", anchor


def places(edition: Edition) -> Iterator[tuple[Named, Place]]:
    """All that is named, where it is: slower than what is named at all."""
    for path, text in edition.scalars.items():
        for name, at in _in_value(path, text):
            place = edition.places[path]
            yield name, placed(text, place, edition.lines[place.file])(at)
    for table in edition.tables.values():
        if table.column("source"):
            for row, key in enumerate(table.keys):
                yield ("source", table.cell("source", key)), table.places[row, "source"]
    for _, chapter in chapters(edition):
        lines = edition.lines[chapter.file]
        begins = Place(chapter.file, chapter.first_line)
        for name, at in _in_chapter(chapter):
            in_title = Place(chapter.file, chapter.first_line - 1)
            yield name, in_title if at == _IN_TITLE else placed(chapter.text, begins, lines)(at)
