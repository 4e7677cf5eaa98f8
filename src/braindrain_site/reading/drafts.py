"""Which things of ``data/`` are marked as drafts, each with the lines that are its own."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from braindrain_site.model.drafts import Drafts, Named, Span, entry, holding, owner
from braindrain_site.model.problems import Place
from braindrain_site.reading import chapter_list
from braindrain_site.reading.desk import Desk
from braindrain_site.reading.unwritten import SIGN, TO_WRITE

Path = tuple[str, ...]
_NEVER = {"origin", "unit", "exemption", "change"}
"""What has no mark of its own."""


def drafts(desk: Desk, lines: Mapping[str, Sequence[str]]) -> Drafts:
    """All that is marked or begun in *desk*, whose files have these *lines*; also what cannot be
    read otherwise, with what is wrong in it."""
    found = (path for path, text in desk.scalars.items() if path[-1] == "draft" and text == "true")
    marked = dict(each for path in found for each in _marked(desk, path, lines))
    begun = {name: spans for name, spans in _begun(desk, lines) if name not in marked}
    every = {**marked, **begun}
    lacking = tuple(each for each in desk.problems if holding(every, [each]))
    waiting = _to_translate(desk) | {*_in_headed(desk, begun)} if lacking else set()
    unread = holding(every, (each for each in lacking if each.place not in waiting))
    return Drafts(marked, begun, unread=unread, lacking=lacking)


def _begun(
    desk: Desk, lines: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Named, Sequence[Span]]]:
    """Each thing in which something is still to be written."""
    places = {each.place for each in desk.problems if each.sentence == TO_WRITE}
    for path, place in desk.places.items() if places else ():
        if place in places and (named := owner(path)):
            if named[0] == "table":
                yield named, _of_table(desk, named[1])
            else:
                yield named, [entry(place.file, lines[place.file], named[1])]
    for file in {place.file for place in places}:
        if file.startswith(desk.name("story/")):
            name = chapter_list.address(file)
            stem = file.rpartition("/")[2]
            yield (
                ("chapter", name),
                [Span(desk.name(f"story/{lang}/{stem}")) for lang in desk.languages],
            )


def _to_translate(desk: Desk) -> set[Place]:
    """Where something is still to be written that stands in another language already."""
    texts = {
        path for path, text in desk.texts.items() if text == SIGN
        if any(desk.texts.get((*path[:-1], lang), SIGN) != SIGN for lang in desk.languages)
    }  # fmt: skip
    wrong: dict[str, list[bool]] = {}
    for each in desk.problems:
        wrong.setdefault(each.place.file, []).append(each.sentence != TO_WRITE)
    chapters = {
        file for file, others in wrong.items()
        if not any(others) and _is_written_elsewhere(desk, file, wrong)
    }  # fmt: skip
    of_chapters = {each.place for each in desk.problems if each.place.file in chapters}
    return {desk.places[path] for path in texts} | of_chapters


def _in_headed(desk: Desk, begun: Iterable[Named]) -> Iterator[Place]:
    """Where paragraphs are still to be written in chapters that are no drafts: what is there of
    them is shown, once they have a heading."""
    names = {key for kind, key in begun if kind == "chapter"}
    for each in desk.problems:
        path = each.place.file.removeprefix(desk.name(""))
        if each.sentence == TO_WRITE and path.startswith("story/"):
            heading = desk.files[path].lstrip("\n").partition("\n")[0]
            if chapter_list.address(path) in names and heading.removeprefix("# ").strip() != SIGN:
                yield each.place


def _is_written_elsewhere(desk: Desk, file: str, wrong: Collection[str]) -> bool:
    """Whether the chapter that is *file* in one language is there in another, and nothing *wrong*
    in that file."""
    top, _, rest = file.removeprefix(desk.name("")).partition("/")
    stem = rest.rpartition("/")[2]
    others = [f"story/{lang}/{stem}" for lang in desk.languages]
    return top == "story" and any(
        other in desk.files and desk.name(other) not in wrong for other in others
    )


def _marked(
    desk: Desk, path: Path, lines: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Named, Sequence[Span]]]:
    """What the mark at *path* is of."""
    named = owner(path)
    if path[:2] == ("site.yaml", "chapters"):
        name = desk.scalars.get((*path[:-1], "name"), "")
        yield ("chapter", name), [*_of_chapter(desk, path[:-1], name)]
    elif named and len(path) == 2:
        yield named, _of_table(desk, named[1])
    elif named and len(path) == 3 and named[0] not in _NEVER:
        file = desk.name(path[0])
        yield named, [entry(file, lines[file], named[1])]


def _of_table(desk: Desk, name: str) -> Sequence[Span]:
    return [Span(desk.name(f"tables/{name}.{end}")) for end in ("yaml", "csv")]


def _of_chapter(desk: Desk, listed: Path, name: str) -> Iterator[Span]:
    """Its line in the list, and its text in every language."""
    places = [place.line for path, place in desk.places.items() if path[:3] == listed]
    yield Span(desk.name("site.yaml"), min(places), max(places))
    yield from (Span(desk.name(f"story/{lang}/{name}.md")) for lang in desk.languages)
