"""What a text names: figures, charts, sources, claims and more, each with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from braindrain_site.model.edition import Chapter, Edition
from braindrain_site.model.problems import Place, Problem
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.pieces import BLOCKS, Bound, Call, Claim, Named, Says, Term
from braindrain_site.texts.placing import Placed, placed

_IN_TEXTS = frozenset({"figure", "claim"})
_IN_METHOD = _IN_TEXTS | {"source", "page"}
_IN_STORY = _IN_METHOD | {*BLOCKS, "statement", "term"}
_PRINTED = {
    ("changes.yaml", "sentences"),
    ("claims.yaml", "means"),
    ("exempt.yaml", "reason"),
    ("glossary.yaml", "at"),
    ("glossary.yaml", "name"),
    ("figures.yaml", "also"),
    ("figures.yaml", "at"),
    ("origins.yaml", "name"),
    ("site.yaml", "contact"),
    ("site.yaml", "corrections"),
    ("site.yaml", "people"),
    ("site.yaml", "publisher"),
    ("sources.yaml", "licence"),
    ("sources.yaml", "publisher"),
    ("sources.yaml", "seen_at"),
    ("sources.yaml", "title"),
    ("statements.yaml", "at"),
    ("statements.yaml", "by"),
    ("tables", "also"),
    ("tables", "at"),
}
"""Texts that are printed as they are: file and key."""
_OTHERWISE = {"units.yaml", "words.yaml"}
"""Files whose braces mean something else and are judged elsewhere."""


@dataclass(frozen=True)
class Mention:
    """Something a text speaks of: a figure, chart, source, claim…, and where it stands."""

    kind: str
    key: str
    form: str | None
    at: int
    placed: Placed

    @property
    def place(self) -> Place:
        """Where it was typed: worked out for those that are told of."""
        return self.placed(self.at)


@dataclass(frozen=True)
class Told:
    """A text, where it begins, and the kinds of thing that it may name."""

    text: str
    start: Place
    kinds: frozenset[str]


def find(text: str, start: Place, lines: Sequence[str]) -> tuple[list[Mention], list[Problem]]:
    """Everything *text* speaks of, in order, and the problems of what it may not say.

    *start* is where the text begins in its file; *lines* are all the lines of that file.
    """
    parsed = parse(text)
    place = placed(text, start, lines)
    found = [_mention(piece, place) for piece in parsed.named()]
    return found, [Problem(place(m.at), m.sentence, m.hint) for m in parsed.mistakes]


def _mention(piece: Named, place: Placed) -> Mention:
    match piece:
        case Bound(key=key, form=form, at=at):
            return Mention("figure", key, form, at, place)
        case Claim(key=key, at=at):
            return Mention("claim", key, None, at, place)
        case Term(key=key, at=at):
            return Mention("term", key, None, at, place)
        case Says(key=key, at=at):
            return Mention("statement", key, None, at, place)
        case Call(name=name, key=key, at=at):
            return Mention(name, key, None, at, place)


def misplaced(mention: Mention, told: Told) -> Iterator[Problem]:
    """A problem if *told* may not name what the *mention* is of."""
    if mention.kind in told.kinds:
        return
    if not told.kinds:
        yield Problem(mention.place, "Nothing is filled in here.", "Write the words themselves.")
    elif what := BLOCKS.get(mention.kind):
        hint = "It stands in a chapter of the story, alone on its line."
        yield Problem(mention.place, f"A {what} cannot stand here.", hint)
    elif mention.kind in {"statement", "term"}:
        hint = "It stands in a chapter of the story, below its heading."
        yield Problem(mention.place, f"A {mention.kind} cannot stand here.", hint)
    else:
        hint = "The story and the method can; name it in words here."
        yield Problem(mention.place, f"This text cannot link to a {mention.kind}.", hint)


def texts(edition: Edition) -> Iterator[Told]:
    """Every text of the edition in which double braces mean something, or would nowhere else."""
    return (told for _, told in by_language(edition))


def by_language(edition: Edition) -> Iterator[tuple[str, Told]]:
    """The same texts, each with the language that it is in."""
    yield from of_records(edition)
    yield from of_chapters(edition)


def of_records(edition: Edition) -> Iterator[tuple[str, Told]]:
    """Those of them that stand in YAML."""
    for path, text in edition.texts.items():
        if "{" in text and path[0] not in _OTHERWISE:
            kinds = frozenset[str]() if _is_printed(path) else _IN_TEXTS
            yield path[-1], Told(text, edition.place(*path), kinds)


def _is_printed(path: Sequence[str]) -> bool:
    """Whether the text at *path* is printed as it is; all of the house's are."""
    return path[0] == "house.yaml" or field_of(path) in _PRINTED


def of_chapters(edition: Edition) -> Iterator[tuple[str, Told]]:
    """Those of them that are chapters."""
    for lang, chapters in edition.story.items():
        for chapter in chapters:
            yield from ((lang, told) for told in of_chapter(chapter, edition, _IN_STORY))
    for lang, chapter in edition.method.items():
        yield from ((lang, told) for told in of_chapter(chapter, edition, _IN_METHOD))


def field_of(path: Sequence[str]) -> tuple[str, str]:
    """The file (``tables`` for a sidecar) and the field of its record that *path* leads to."""
    if path[0].startswith("tables/"):
        return "tables", path[1]
    return path[0], path[1 if path[0] == "site.yaml" else 2]


def of_chapter(
    chapter: Chapter, edition: Edition, kinds: frozenset[str] = _IN_STORY
) -> tuple[Told, Told]:
    """The heading and the text of a chapter, which may name *kinds*."""
    line = chapter.first_line - 1
    column = edition.lines[chapter.file][line - 1].index(chapter.title) + 1
    return (
        Told(chapter.title, Place(chapter.file, line, column), _IN_TEXTS),
        Told(chapter.text, Place(chapter.file, chapter.first_line), kinds),
    )
