"""What keeps a text or a key of YAML from saying what was meant, though YAML takes it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from braindrain_site.model.problems import Place
from braindrain_site.reading import letters, unwritten, yaml_mistakes
from braindrain_site.reading.document import Document, Path

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


def whole_letters(text: str) -> str:
    """*text* with the halves put together in which JSON writes some letters as escapes."""
    try:
        return text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        return text


def text_mistake(
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


def bad_key(
    key: yaml.Event, value: yaml.Event, path: Path, found: Mapping[str, Any], document: Document
) -> tuple[str, str] | None:
    """What is wrong with a key and how to mend it; None if nothing is."""
    if not isinstance(key, yaml.ScalarEvent):
        if isinstance(key, yaml.MappingStartEvent) and key.flow_style:
            return yaml_mistakes.A_BRACE
        return "A key must be a plain word.", ""
    if unseen := letters.HIDDEN.search(whole_letters(key.value)):
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
