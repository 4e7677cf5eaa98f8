"""The sign of a publication: a drawing that is set into every page, so only shapes are taken."""

import re
from collections.abc import Iterable
from functools import lru_cache
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from braindrain_site.model.house import PAINTS

FILE = "mark.svg"
_SHAPES = {
    "circle": {"cx", "cy", "r"},
    "g": set[str](),
    "line": {"x1", "x2", "y1", "y2"},
    "path": {"d"},
    "rect": {"x", "y", "width", "height", "rx", "ry"},
}
_PAINTED = {
    "fill", "opacity", "stroke", "stroke-linecap", "stroke-linejoin", "stroke-width", "transform",
}  # fmt: skip
_ASIDE = {"title", "desc", "metadata", "defs"}
"""What drawing programs write beside the shapes; it is left out, with all that is in it."""
_ABOUT = {"version", "viewBox", "width", "height", "xmlns", "id", "aria-hidden", "focusable"}
"""What the drawing says of itself, which is left out."""
_COLOUR = re.compile(rf"none|#[0-9a-fA-F]{{6}}|var\(--(?:{'|'.join(PAINTS)})\)")
_PLAIN = re.compile(r"[\w\s.,+()-]*")
Mistake = tuple[int, str, str]
"""A line, a sentence and a hint."""


@lru_cache(maxsize=8)
def read(text: str) -> tuple[str, list[Mistake]]:
    """The shapes of the drawing in *text*, and what in it cannot be shown."""
    reader = _Reader()
    try:
        reader.parser.Parse(text, True)
    except expat.ExpatError as error:
        sentence = "This is no drawing: its tags do not fit."
        return "", [(error.lineno, sentence, "Export it anew as SVG.")]
    except _Refused:
        pass
    return "".join(reader.shapes), reader.wrong


class _Refused(Exception):
    """What follows need not be read."""


class _Reader:
    """Goes through a drawing once."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.shapes: list[str] = []
        self.wrong: list[Mistake] = []
        self._deep = self._aside = 0

    def _tell(self, sentence: str, hint: str) -> None:
        self.wrong.append((self.parser.CurrentLineNumber, sentence, hint))

    def _doctype(self, *_: object) -> None:
        sentence = "This line defines what no drawing needs."
        self._tell(sentence, "Delete all from <!DOCTYPE to its >.")
        raise _Refused

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._deep += 1
        if self._deep == 1:
            if tag != "svg" or attributes.get("viewBox") != "0 0 32 32":
                hint = 'It begins with <svg … viewBox="0 0 32 32">.'
                self._tell("This drawing is not 32 by 32.", hint)
                raise _Refused
            return
        if self._aside or tag in _ASIDE or ":" in tag:
            self._aside = self._aside or self._deep
            return
        if tag not in _SHAPES:
            self._tell(f"A mark cannot have <{tag}>.", f"It can have {_named(_SHAPES)}.")
            raise _Refused
        left_out = _ABOUT - _SHAPES[tag]
        known = {key: value for key, value in attributes.items() if ":" not in key}
        kept = {key: value for key, value in known.items() if key not in left_out}
        for key, value in kept.items():
            self._judge(key, value, tag)
        said = "".join(f" {key}={quoteattr(value)}" for key, value in kept.items())
        self.shapes.append(f"<{tag}{said}>" if tag == "g" else f"<{tag}{said}/>")

    def _judge(self, key: str, value: str, tag: str) -> None:
        if key not in _SHAPES[tag] | _PAINTED:
            hint = f"It can have {_named(_SHAPES[tag] | _PAINTED)}."
            self._tell(f'"{key}" of <{tag}> cannot be shown.', hint)
        elif key in {"fill", "stroke"} and not _COLOUR.fullmatch(value):
            hint = f'Write "none", "#c8321f" or one of the names {_named(PAINTS)}: "var(--ink)".'
            self._tell(f'"{key}" needs a colour, but says "{value}".', hint)
        elif key not in {"fill", "stroke"} and not _PLAIN.fullmatch(value):
            self._tell(f'"{key}" has signs that no shape needs.', "It has numbers and letters.")

    def _end(self, tag: str) -> None:
        self._deep -= 1
        if self._aside:
            self._aside = 0 if self._deep < self._aside else self._aside
        elif self._deep and tag == "g":
            self.shapes.append("</g>")


def _named(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
