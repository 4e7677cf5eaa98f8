"""YAML → values that know where they stand.

Every scalar is the text that was typed; a record's fields say what it means. Refused, because
each has misled a writer somewhere: a key given twice, anchors, tags, several documents a file.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import yaml

from braindrain_site.model.problems import Place
from braindrain_site.reading import letters, yaml_mistakes
from braindrain_site.reading.document import Document, Path
from braindrain_site.reading.scalars import bad_key, text_mistake, whole_letters

_STRANGE_SPACE = re.compile(
    rf"^ *{letters.SPACES.pattern}|(?:^ *(?:- +)*|[{{,] *)[\w.-]+:{letters.SPACES.pattern}", re.M
)
"""A strange space that indents a line or stands between a key and its value."""
_LINE = re.compile(r"^([ \t]*)(.*)$", re.MULTILINE)
_DEEPEST = 20
"""Levels of brackets and indentation; no file of an edition needs half of them."""
_FRAME = (
    yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent,
)  # fmt: skip


def read(file: str, text: str) -> Document:
    """The document in *text*; on bad syntax its value is None and its problems say why.

    A tab that indents nothing is as good as a space.
    """
    document = Document(file, lines=text.split("\n"))
    if found := _STRANGE_SPACE.search(text):
        place = letters.place(file, text, found.end() - 1)
        sentence = f"There is {letters.a_space(found[0][-1])} here, which is no plain space."
        document.problem(place, sentence, "Type plain spaces, two a level.")
        return document
    try:
        events = _events(_without_tabs(text))
    except yaml.MarkedYAMLError as error:
        line, column, sentence, hint = yaml_mistakes.explain(error, document.lines)
        document.problem(Place(file, line + 1, column + 1), sentence, hint)
        return document
    except yaml.reader.ReaderError as error:
        document.problem(letters.place(file, text, error.position), *letters.hidden("\0"))
        return document
    _refuse(events, document)
    inside = iter(event for event in events if not isinstance(event, _FRAME))
    if not document.problems and (first := next(inside, None)):
        document.value = _plain(first, inside, (), document)
        document.settled = frozenset(problem.place for problem in document.problems)
    return document


def _without_tabs(text: str) -> str:
    """*text* with a space for every tab that indents nothing."""
    if "\t" not in text:
        return text
    return re.sub(
        r"(?m)^([ \t]*)(.*)$", lambda m: m[1] * bool(m[2]) + m[2].replace("\t", " "), text
    )


@lru_cache(maxsize=64)
def _events(text: str) -> list[yaml.Event]:
    """What stands in *text*, by PyYAML's parser in C, which takes a tenth of the time.

    Only the one in Python words its mistakes as ``yaml_mistakes`` knows them, so it looks again.
    """
    try:
        return list(_not_too_deep(yaml.parse(text, Loader=yaml.CSafeLoader)))
    except yaml.YAMLError as error:
        try:
            return list(_not_too_deep(yaml.parse(text, Loader=yaml.SafeLoader)))
        except (OverflowError, ValueError):  # a number that it does not look at before using it
            raise error from None


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
        another = isinstance(event, yaml.DocumentStartEvent) and event.explicit
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            said = "Anchors and aliases (& and *) are not used here.", "Write the value out."
        elif getattr(event, "tag", None):
            said = "Tags (!) are not used here.", "Put the text between quotes."
        elif another and document.mark(event.start_mark).line > 1:
            said = "A second document begins here.", "Keep one document a file."
        else:
            continue
        document.problem(document.mark(event.start_mark), *said)
    if events and not isinstance(events[-1], yaml.StreamEndEvent):
        place = document.mark(events[-1].start_mark)
        document.problem(
            place, "This is nested too deep.", "Look before it for brackets that nothing closes."
        )


def _plain(event: yaml.Event, rest: Iterator[yaml.Event], path: Path, document: Document) -> Any:
    """The value that begins with *event*; what belongs to it is taken from *rest*."""
    document.places.setdefault(path, document.mark(event.start_mark))
    if isinstance(event, yaml.MappingStartEvent):
        if event.flow_style:
            document.braces.add(path)
        return _mapping(rest, path, document)
    if isinstance(event, yaml.SequenceStartEvent):
        items = enumerate(_until(yaml.SequenceEndEvent, rest))
        return [_plain(item, rest, (*path, str(i)), document) for i, item in items]
    assert isinstance(event, yaml.ScalarEvent)
    value = whole_letters(event.value)
    if mistake := text_mistake(event, value, path, document):
        place, sentence, hint = mistake
        document.problem(place, sentence, hint)
    document.scalars[path] = value = letters.HIDDEN.sub("?", value)
    return value


def _until(end: type[yaml.Event], rest: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    while not isinstance(event := next(rest), end):
        yield event


def _mapping(rest: Iterator[yaml.Event], path: Path, document: Document) -> dict[str, Any]:
    found: dict[str, Any] = {}
    strays: set[str] = set()
    for key in _until(yaml.MappingEndEvent, rest):
        aside = Document(document.file, lines=document.lines)  # for what is read past
        name = _plain(key, rest, (), aside)
        value = next(rest)
        if isinstance(name, str) and name in found and (stray := _entry_within(found)):
            if stray not in strays:
                _tell_of_entry(stray, (*path, stray), document)
            strays.add(stray)
            _plain(value, rest, (), aside)
            continue
        if problem := bad_key(key, value, (*path, name), found, document):
            document.problem(document.mark(key.start_mark), *problem)
            _plain(value, rest, (), aside)
            continue
        below = (*path, name)
        place = document.keys[below] = document.mark(key.start_mark)
        if not isinstance(value, yaml.ScalarEvent) or not value.value:
            document.places[below] = place
        found[name] = _plain(value, rest, below, document)
    return found


def _entry_within(found: Mapping[str, Any]) -> str | None:
    """The key that holds nothing, before keys of the same entry that come again."""
    return next((key for key, value in found.items() if value == ""), None)


def _tell_of_entry(key: str, path: Path, document: Document) -> None:
    place = document.keys[path]
    sentence = f'"{key}" is indented as if it belonged to the entry above it.'
    document.problem(place, sentence, "Indent it as little as the other entries, and all below it.")
