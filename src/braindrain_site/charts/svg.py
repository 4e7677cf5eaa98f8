"""An SVG as vl-convert writes it → a small one that says the same and speaks for itself.

Groups, classes and default attributes go; places are written once; numbers keep one decimal, those
of words and spots none; what neighbouring marks share is written on a group around them. What a
spot says stays with it as ``data-t``.
"""

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

_MOVE = re.compile(r"translate\(([^,)]+)[,\s]([^)]+)\)")
_NUMBER = re.compile(r"-?(?:\d*\.\d+(?:e-?\d+)?|\d+e-?\d+)")
_LEVEL = re.compile(r"(M([-\d.]+),([-\d.]+))L([-\d.]+),\3(?![-\d.])")
"""The beginning of a path that goes straight to the side, or nowhere."""
_UPRIGHT = re.compile(r"(M([-\d.]+),[-\d.]+)L\2,([-\d.]+)(?![-\d.])")
_CIRCLE = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0")
_SHARED = (
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin",
    "font-family", "font-size", "font-weight", "text-anchor",
)  # fmt: skip
"""What a group can say for all its marks: properties that SVG inherits."""
_DEFAULTS = {
    "fill-opacity": "1", "stroke-width": "1", "font-weight": "400", "text-anchor": "start",
    "stroke": "none",
}  # fmt: skip

Mark = tuple[str, dict[str, str], str]
"""A drawn element: its tag, its attributes and its text."""


@lru_cache(maxsize=512)
def tidy(svg: str, name: str, title: str, description: str) -> str:
    """*svg* made small, with a title and a description that assistive technology reads.

    Ids begin with *name*, so that many drawings can stand on one page.
    """
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own drawing
    width, height = root.attrib["width"], root.attrib["height"]
    marks = [_trimmed(mark) for mark in _marks(root, 0, 0)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" aria-labelledby="{name}-t" '
        f'aria-describedby="{name}-d" font-family="var(--font)">'
        f'<title id="{name}-t">{escape(title)}</title>'
        f'<desc id="{name}-d">{escape(description)}</desc>'
        f'<g aria-hidden="true">{_grouped(marks, _SHARED)}</g></svg>'
    )


def _marks(element: Element, x: float, y: float) -> Iterator[Mark]:
    """The elements that draw something, each moved to where its groups put it."""
    if moved := _MOVE.match(element.get("transform", "")):
        x, y = x + float(moved[1]), y + float(moved[2])
    tag = element.tag.rpartition("}")[2]
    if tag in {"svg", "g"}:
        for child in element:
            yield from _marks(child, x, y)
    elif element.get("display") != "none" and element.get("class") != "background":
        yield *_placed(tag, dict(element.attrib), x, y), element.text or ""


def _placed(tag: str, own: dict[str, str], x: float, y: float) -> tuple[str, dict[str, str]]:
    """A mark and its attributes, its place said in those of its own kind; a line is a path."""
    own.pop("transform", None)
    if tag == "text":
        return tag, {"x": _whole(x), "y": _whole(y), **own}
    if tag == "line":
        x1, y1, x2, y2 = (float(own.pop(end, 0)) for end in ("x1", "y1", "x2", "y2"))
        return "path", {"d": f"M{x + x1},{y + y1}L{x + x2},{y + y2}", **own}
    if circle := _CIRCLE.fullmatch(own.get("d", "")):
        del own["d"]
        return "circle", {"cx": str(x), "cy": str(y), "r": circle[1], **own}
    return tag, {"transform": f"translate({x},{y})", **own} if x or y else own


def _trimmed(mark: Mark) -> Mark:
    tag, attributes, text = mark
    if said := attributes.get("aria-label"):  # a spot: unseen, and read by the page's script
        place = _NUMBER.sub(lambda number: _whole(float(number[0])), attributes["d"])
        return tag, {"fill": "none", "data-t": said, "d": place}, text
    if tag != "text" and "fill" not in attributes:
        attributes["fill"] = "none"
    if attributes.get("stroke") is None:
        attributes = {key: attributes[key] for key in attributes if not key.startswith("stroke")}
    kept = {
        key: value.removesuffix("px") if key == "font-size" else _NUMBER.sub(_short, value)
        for key, value in attributes.items()
        if key not in {"opacity", "font-family", "class", "stroke-miterlimit"}
        and _DEFAULTS.get(key) != value
    }
    if "d" in kept:
        kept["d"] = _UPRIGHT.sub(r"\1V\3", _LEVEL.sub(_leveled, kept["d"]))
    return tag, kept, text


def _leveled(found: re.Match[str]) -> str:
    start, x, _, end = found.groups()
    return f"{start}h0" if x == end else f"{start}H{end}"


def _short(number: re.Match[str]) -> str:
    """One decimal, and no more signs than needed: ``-0.04`` is ``0``."""
    text = f"{float(number[0]):.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _whole(number: float) -> str:
    """The nearest whole number; halves go up, so that steps stay even."""
    return str(math.floor(number + 0.5))


def _grouped(marks: list[Mark], shared: tuple[str, ...]) -> str:
    """The marks as text; runs of the same kind stand in a group with what they share."""
    parts = []
    for _, run in groupby(marks, lambda mark: (mark[0], *map(mark[1].get, shared))):
        group = list(run)
        common = {key: group[0][1][key] for key in shared if key in group[0][1]}
        if len(group) == 1:
            parts.append(_written(*group[0]))
            continue
        rest = (
            (tag, {key: value for key, value in own.items() if key not in common}, text)
            for tag, own, text in group
        )
        parts.append(f"<g{_listed(common)}>{''.join(_written(*mark) for mark in rest)}</g>")
    return "".join(parts)


def _written(tag: str, attributes: dict[str, str], text: str) -> str:
    inside = f">{escape(text)}</{tag}>" if text else "/>"
    return f"<{tag}{_listed(attributes)}{inside}"


def _listed(attributes: dict[str, str]) -> str:
    return "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())


def size_of(svg: str) -> tuple[float, float]:
    """Width and height of a drawing, in pixels."""
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own drawing
    box = root.get("viewBox", f"0 0 {root.get('width')} {root.get('height')}")
    _, _, width, height = map(float, box.split())
    return width, height
