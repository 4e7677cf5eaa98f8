"""What stands in a text and is not seen, or should not: hidden characters, unsettled conflicts."""

import re
import unicodedata
from collections.abc import Iterator

from braindrain_site.model.problems import Place, Problem

_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
HIDDEN = re.compile(f"[{_CONTROL}{_IGNORABLE}]")
"""What no text holds: control characters, halves of characters, what Unicode leaves unused, and
what it calls ignorable (Default_Ignorable_Code_Point) or a separator of lines and paragraphs."""
_NAMES = {
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\u2060": "word joiner",
    "\ufeff": "byte-order mark",
}
_BREAKS = "\u2028\u2029\x85\x0b\x0c"
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""What looks like a space and is none (Unicode's Space_Separator)."""


def name(char: str) -> str:
    """What a hidden character or a strange space is called.

    >>> name("\\u200b"), name("\\xa0"), name("\\x07")
    ('zero-width space', 'no-break space', 'control character')
    """
    return _NAMES.get(char) or unicodedata.name(char, "control character").lower()


def a_space(char: str) -> str:
    """What a strange space is called, for a sentence.

    >>> a_space("\u3000")
    'an ideographic space'
    """
    called = name(char)
    return f"an {called}" if called[0] in "aeiou" else f"a {called}"


def hidden(char: str) -> tuple[str, str]:
    """What to say of a hidden character, as a sentence and a hint."""
    hint = "Delete it, and press Enter if a line ends here." if char in _BREAKS else "Delete it."
    return f"There is an invisible {name(char)} here.", hint


def mistakes(file: str, text: str) -> Iterator[Problem]:
    """What keeps *text* from being read: each kind of it once, where it first stands."""
    if conflicts := list(_CONFLICT.finditer(text)):
        hint = 'Keep one, and delete the lines that begin with "<<<<<<<", "=======" and ">>>>>>>".'
        sentence = "Two versions of this file were merged here, and nobody has chosen between them."
        yield Problem(place(file, text, conflicts[0].start()), sentence, hint)
        return
    first: dict[str, int] = {}
    count: dict[str, int] = {}
    for found in HIDDEN.finditer(text):
        first.setdefault(found[0], found.start())
        count[found[0]] = count.get(found[0], 0) + 1
    for char, position in first.items():
        sentence, hint = hidden(char)
        if count[char] > 1:
            hint += f" This file has {count[char] - 1:,} more."
        yield Problem(place(file, text, position), sentence, hint)


def place(file: str, text: str, position: int) -> Place:
    """Where in *file* the letter at *position* of its *text* stands."""
    return Place(file, text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position))
