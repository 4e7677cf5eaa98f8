"""YAML → values that know where they stand.

Every scalar is the text that was typed; a record's fields say what it means. Refused, because
each has misled a writer somewhere: a key given twice, anchors, tags, several documents a file.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from braindrain_site.model.problems import Place, Problem
from braindrain_site.reading import letters, unwritten, yaml_mistakes

Path = tuple[str, ...]

_NOTHING = frozenset({"null", "Null", "NULL", "~", unwritten.SIGN})
"""What means nothing in YAML, or nothing yet; readers would see the word."""
_TYPOGRAPHIC = re.compile("[“”„][^“”]*[“”]|[‘’‚][^‘’]*[‘’]")
_HALF_QUOTED = re.compile('[“„][^“”„"]*"|[^"“”„]*[^"“”„\\d]["”]')
"""A text that has a quote at one end, or another kind at the other."""
_ANY_QUOTE = '"“”„'
_LANGUAGE = re.compile("[a-z]{2,3}")
"""A key below which a text for readers stands: there a no-break space is meant."""
_GAPPED = re.compile(r"[-\d.,\s]+")
"""A number with gaps in it, of which more is to be said."""
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


@dataclass(eq=False)
class Document:
    """One YAML file: its values as plain text, lists and dicts, and the place of each path."""

    file: str
    value: Any = None
    lines: Sequence[str] = ()
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    scalars: dict[Path, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    settled: frozenset[Place] = frozenset()
    """Where something was wrong with how it is written: what it says is not told as well."""

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
        return _mapping(rest, path, document)
    if isinstance(event, yaml.SequenceStartEvent):
        items = enumerate(_until(yaml.SequenceEndEvent, rest))
        return [_plain(item, rest, (*path, str(i)), document) for i, item in items]
    assert isinstance(event, yaml.ScalarEvent)
    value = _whole_letters(event.value)
    if mistake := _text_mistake(event, value, path, document):
        place, sentence, hint = mistake
        document.problem(place, sentence, hint)
    document.scalars[path] = value = letters.HIDDEN.sub("?", value)
    return value


def _whole_letters(text: str) -> str:
    """*text* with the halves put together in which JSON writes some letters as escapes."""
    try:
        return text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        return text


def _text_mistake(
    event: yaml.ScalarEvent, value: str, path: Path, document: Document
) -> tuple[Place, str, str] | None:
    """What keeps a scalar from saying what was meant, and where."""
    place = document.mark(event.start_mark)
    if found := letters.HIDDEN.search(value):  # typed as an escape
        return place, *letters.hidden(found[0])
    if not path or not value:
        return None
    space = letters.SPACES.search(value)
    if space and not _LANGUAGE.fullmatch(path[-1]) and not _GAPPED.fullmatch(value):
        sentence = f"There is {letters.a_space(space[0])} here, which looks like a plain one."
        return place, sentence, "Type a plain space in its place."
    if event.style:
        return None
    if value in _NOTHING:
        return place, *_for_nothing(value, document.lines, place.line)
    if _TYPOGRAPHIC.fullmatch(value):
        hint = (
            f'Type plain ones: "{value[1:-1]}". If readers shall see these, put plain ones round.'
        )
        return place, "Typographic quotes hold no text together here.", hint
    if _HALF_QUOTED.fullmatch(value):
        sentence = "This text has a plain quote at one end only."
        return place, sentence, f'Write them at both ends, or at none: "{value.strip(_ANY_QUOTE)}".'
    end = document.mark(event.end_mark)
    for number in range(place.line, end.line):
        if re.match(r" *- ", document.lines[number]):
            if value.startswith("-"):
                return place.right(1), "A space is missing after this dash.", "Write - and a space."
            begins = document.lines[number].index("-")
            hint = "Indent it as far as the first line of its list."
            sentence = "This line is indented further than those of its list."
            return Place(document.file, number + 1, begins + 1), sentence, hint
    rest = document.lines[end.line - 1][end.column - 1 :]
    if rest.startswith(" #") and not re.fullmatch(r"[-\d./]+", value):
        hint = "Put the text between quotes; a comment stands on a line of its own."
        return end.right(1), "From this # on nothing is read.", hint
    return None


def _for_nothing(value: str, lines: Sequence[str], line: int) -> tuple[str, str]:
    """What to say of a *value* that says nothing, and what to do about it."""
    if value == unwritten.SIGN:
        return unwritten.TO_WRITE, unwritten.to_write(lines, line)
    hint = "Leave the key out; if the word itself is meant, put it between quotes."
    return f"{value} is no text for readers.", hint


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


def _entry_within(found: Mapping[str, Any]) -> str | None:
    """The key that holds nothing, before keys of the same entry that come again."""
    return next((key for key, value in found.items() if value == ""), None)


def _tell_of_entry(key: str, path: Path, document: Document) -> None:
    place = document.keys[path]
    sentence = f'"{key}" is indented as if it belonged to the entry above it.'
    document.problem(place, sentence, "Indent it as little as the other entries, and all below it.")


def _bad_key(
    key: yaml.Event, value: yaml.Event, path: Path, found: Mapping[str, Any], document: Document
) -> tuple[str, str] | None:
    """What is wrong with a key and how to mend it; None if nothing is."""
    if not isinstance(key, yaml.ScalarEvent):
        if isinstance(key, yaml.MappingStartEvent) and key.flow_style:
            return yaml_mistakes.A_BRACE
        return "A key must be a plain word.", ""
    if unseen := letters.HIDDEN.search(_whole_letters(key.value)):
        return letters.hidden(unseen[0])
    if space := letters.SPACES.search(key.value):
        return f"There is {letters.a_space(space[0])} in this key.", "Type a plain space."
    if key.value in found:
        first = document.keys[path].line
        sentence = f'"{key.value}" is given twice; the first stands on line {first}.'
        return sentence, "Keep one of the two."
    nothing = isinstance(value, yaml.ScalarEvent) and not value.value and not value.style
    place = document.mark(key.start_mark)
    before = document.lines[place.line - 1][: place.column - 1].rstrip()
    if nothing and before.endswith((",", "{")):
        texts = [text for text in found.values() if isinstance(text, str)]
        if texts and texts[-1].startswith(("“", "‘", "”", "’", "„")):
            sentence = "Typographic quotes hold no text together, and a comma parts it before this."
            return sentence, 'Type plain quotes round the whole text: "a, b".'
        if slip := re.match(r"([\w-]+)( *= *|:)(?=\S)", key.value):
            hint = f"Write {slip[1]}: and a space before the text."
            return f'"{slip[1]}" and its text are not parted by a colon and a space.', hint
        hint = 'Between { } a text with a comma in it needs quotes: {en: "a, b"}.'
        return f'"{key.value}" is read as a key without a value.', hint
    return None
