"""Lines of YAML that are nearly right, each known by its look once the parser has stopped there."""

import re
from collections.abc import Sequence

Told = tuple[int, int, str, str]
"""Line and column from 0, a sentence and a hint."""

_QUOTES = "Put the text between quotes."
_SLIPS = tuple(
    (re.compile(pattern), sentence, hint)
    for pattern, sentence, hint in (
        (r" *-()[^\s\d-]", "A space is missing after this dash.", "Write - and a space."),
        (r" *([*•·]) ", "This begins no line of a list.", "Write - and a space."),
        (r" *(//|/\*|<!--)", "This begins no comment.", "A comment begins with # and a space."),
        (r" *[\w-]+()[ \t]+\{", "A colon is missing here.", 'Write it so: key: {en: "…"}.'),
        (
            r" *[\w-]+: *(\()[\w-]+: ",
            "This bracket holds no text in several languages.",
            'Write it so: {en: "…"}.',
        ),
        (
            r".*?[\w-]+: *(\[)[^\]\"']*\] +[^\s,}\]#]",
            "A text cannot begin with a bracket here.",
            _QUOTES,
        ),
        (r".*[{,] *[\w-]+: *(-) ", "A text cannot begin with a hyphen here.", _QUOTES),
        (r"[^\"']*,(,)", "Here is a comma too many.", "Delete it."),
    )
)
"""How a line looks, with what is wrong as its one group; a sentence and a hint."""
_PARTS = re.compile(r"(?:-{3}|\.{3})\s*")


def find(lines: Sequence[str], number: int) -> Told | None:
    """What is wrong with the line *number*, or with one before it that parts the file in two."""
    says = [n for n, line in enumerate(lines[: number + 1]) if line.strip() and line[0] != "#"]
    for early in says[1:]:
        if _PARTS.fullmatch(lines[early]):
            return early, 0, "This line parts the file in two.", "Delete it."
    line = lines[number] if number < len(lines) else ""
    for pattern, sentence, hint in _SLIPS:
        if found := pattern.match(line):
            return number, found.start(1), sentence, hint
    return None
