"""YAML → values that know where they stand.

Every scalar is the text that was typed; a record's fields say what it means. Refused, because
each has misled a writer somewhere: a key given twice, anchors, tags, several documents a file.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from braindrain_site.model.problems import Place, Problem
from braindrain_site.reading import encoding

Path = tuple[str, ...]

_DEEPEST = 20
"""Levels of brackets and indentation; no file of an edition needs half of them."""
_FRAME = (
    yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent,
)  # fmt: skip

_PLAIN_WORDS = {
    "found character '\\t'": (
        "This line is indented with a tab.",
        "Indent with spaces, two a level.",
    ),
    "found character '": (
        "A text cannot begin with this character here.",
        "Put the text between quotes.",
    ),
    "mapping values are not allowed": (
        "There is a second colon on this line.",
        "Put the text between quotes when it has a colon in it.",
    ),
    "could not find expected ':'": (
        'This line has no "key: value".',
        "Every line here is a key, a colon, a space and a value.",
    ),
    "expected <block end>": (
        "This line does not fit the lines above it.",
        "Check that it is indented as far as its neighbours, and that quotes stand round the whole "
        "text.",
    ),
    "found unexpected end of stream": ("A quote is opened here and never closed.", ""),
    "expected ',' or": ("A bracket is opened and not closed before this.", ""),
    "found unknown escape": ("A backslash means something else between double quotes.", ""),
}


@dataclass
class Document:
    """One YAML file: its values as plain text, lists and dicts, and the place of each path."""

    file: str
    value: Any = None
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    scalars: dict[Path, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Path) -> Place:
        """The place of *path*, or of its nearest parent that stands in the file."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.file))

    def problem(self, place: Place, sentence: str, hint: str = "") -> None:
        """Adds a problem to this document's list."""
        self.problems.append(Problem(place, sentence, hint))

    def mark(self, mark: Any) -> Place:
        """The place PyYAML means by one of its marks."""
        return Place(self.file, mark.line + 1, mark.column + 1)


def read(file: str, text: str) -> Document:
    """The document in *text*; on bad syntax its value is None and its problems say why."""
    document = Document(file)
    try:
        events = _events(text)
    except yaml.MarkedYAMLError as error:
        _syntax(error, document)
        return document
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        place = Place(file, before.count("\n") + 1, error.position - before.rfind("\n"))
        document.problem(place, *encoding.AN_UNSEEN)
        return document
    _refuse(events, document)
    inside = iter(event for event in events if not isinstance(event, _FRAME))
    if not document.problems and (first := next(inside, None)):
        document.value = _plain(first, inside, (), document)
    return document


@lru_cache(maxsize=64)
def _events(text: str) -> list[yaml.Event]:
    """What stands in *text*, by PyYAML's parser in C, which takes a tenth of the time.

    Only the one in Python words its mistakes as ``_PLAIN_WORDS`` knows them, so it looks again.
    """
    try:
        return list(_not_too_deep(yaml.parse(text, Loader=yaml.CSafeLoader)))
    except yaml.YAMLError:
        return list(_not_too_deep(yaml.parse(text, Loader=yaml.SafeLoader)))


def _not_too_deep(events: Iterable[yaml.Event]) -> Iterator[yaml.Event]:
    """*events* up to the first that begins too deep inside others."""
    depth = 0
    for event in events:
        yield event
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            return


def _refuse(events: list[yaml.Event], document: Document) -> None:
    for event in events:
        place = document.mark(event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            document.problem(
                place, "Anchors and aliases (& and *) are not used here.", "Write the value out."
            )
        elif getattr(event, "tag", None):
            document.problem(place, "Tags (!) are not used here.", "Put the text between quotes.")
        elif isinstance(event, yaml.DocumentStartEvent) and event.explicit and place.line > 1:
            document.problem(place, "A second document begins here.", "Keep one document a file.")
    if events and not isinstance(events[-1], yaml.StreamEndEvent):
        place = document.mark(events[-1].start_mark)
        document.problem(
            place, "This is nested too deep.", "Look before it for brackets that nothing closes."
        )


def _syntax(error: yaml.MarkedYAMLError, document: Document) -> None:
    text = str(error.problem)
    words = next((w for start, w in _PLAIN_WORDS.items() if text.startswith(start)), None)
    mark = error.problem_mark
    if text.startswith("found unexpected end of stream"):
        mark = error.context_mark or mark
    place = document.mark(mark) if mark else Place(document.file)
    sentence, hint = words or (f"This is not YAML: {text}.", "")
    document.problem(place, sentence, hint)


def _plain(event: yaml.Event, rest: Iterator[yaml.Event], path: Path, document: Document) -> Any:
    """The value that begins with *event*; what belongs to it is taken from *rest*."""
    document.places.setdefault(path, document.mark(event.start_mark))
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(rest, path, document)
    if isinstance(event, yaml.SequenceStartEvent):
        items = enumerate(_until(yaml.SequenceEndEvent, rest))
        return [_plain(item, rest, (*path, str(i)), document) for i, item in items]
    assert isinstance(event, yaml.ScalarEvent)
    if encoding.UNSEEN.search(event.value):  # typed as an escape
        document.problem(document.mark(event.start_mark), *encoding.AN_UNSEEN)
    value = encoding.UNSEEN.sub("?", event.value)
    document.scalars[path] = value
    return value


def _until(end: type[yaml.Event], rest: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    while not isinstance(event := next(rest), end):
        yield event


def _mapping(rest: Iterator[yaml.Event], path: Path, document: Document) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key in _until(yaml.MappingEndEvent, rest):
        aside = Document(document.file)  # for what is read past
        name = _plain(key, rest, (), aside)
        value = next(rest)
        if problem := _bad_key(key, value, (*path, name), found, document):
            document.problem(document.mark(key.start_mark), *problem)
            _plain(value, rest, (), aside)
            continue
        below = (*path, name)
        place = document.keys[below] = document.mark(key.start_mark)
        if not isinstance(value, yaml.ScalarEvent) or not value.value:
            document.places[below] = place
        found[name] = _plain(value, rest, below, document)
    return found


def _bad_key(
    key: yaml.Event, value: yaml.Event, path: Path, found: Mapping[str, Any], document: Document
) -> tuple[str, str] | None:
    """What is wrong with a key and how to mend it; None if nothing is."""
    if not isinstance(key, yaml.ScalarEvent):
        return "A key must be a plain word.", ""
    if encoding.UNSEEN.search(key.value):
        return encoding.AN_UNSEEN
    if key.value in found:
        first = document.keys[path].line
        sentence = f'"{key.value}" is given twice; the first stands on line {first}.'
        return sentence, "Keep one of the two."
    if " " in key.value and isinstance(value, yaml.ScalarEvent) and not value.value:
        hint = 'Between { } a text with a comma in it needs quotes: {en: "a, b"}.'
        return f'"{key.value}" is read as a key without a value.', hint
    return None
