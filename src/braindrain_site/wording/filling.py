"""Words with names between braces, and what they say once those are filled in."""

import re

from markupsafe import Markup, escape

_NAME = re.compile(r"\{(\w+)\}")


def filled(text: str, /, **parts: object) -> str:
    """*text* with the part of its name in place of each ``{name}``: words are never a program.

    If a part is HTML, so is the whole, and the rest is escaped.

    >>> filled("{shown} of {all}", shown=3, all="{shown}")
    '3 of {shown}'
    >>> filled("<{what}>", what=Markup("<b>"))
    Markup('&lt;<b>&gt;')
    """
    html = any(hasattr(part, "__html__") for part in parts.values())
    said = [parts[piece] if at % 2 else piece for at, piece in enumerate(_NAME.split(text))]
    return Markup("").join(map(escape, said)) if html else "".join(map(str, said))
