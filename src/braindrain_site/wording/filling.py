"""Words with names between braces, and what they say once those are filled in."""

import re

from markupsafe import Markup, escape

_NAME = re.compile(r"\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}")


def filled(text: str, /, **parts: object) -> str:
    """*text* with the part of its name in place of each ``{name}``: words are never a program.

    ``{name|thing|things}`` is the first where that part is one, and the second where it is not. If
    a part is HTML, so is the whole, and the rest is escaped.

    >>> filled("{shown} of {all}", shown=3, all="{shown}")
    '3 of {shown}'
    >>> filled("{count} {count|bar|bars}", count=1), filled("{count} {count|bar|bars}", count=2000)
    ('1 bar', '2,000 bars')
    >>> filled("<{what}>", what=Markup("<b>"))
    Markup('&lt;<b>&gt;')
    """
    html = any(hasattr(part, "__html__") for part in parts.values())
    said: list[object] = []
    end = 0
    for found in _NAME.finditer(text):
        said += [text[end : found.start()], _part(parts[found[1]], found)]
        end = found.end()
    said.append(text[end:])
    return Markup("").join(map(escape, said)) if html else "".join(map(str, said))


def _part(part: object, found: re.Match[str]) -> object:
    """What stands for a name: the part itself, or the word that goes with its number."""
    if found[2] is not None:
        return found[2] if f"{part}" == "1" else found[3]
    return f"{part:,}" if isinstance(part, int) else part
