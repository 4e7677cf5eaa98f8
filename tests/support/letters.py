"""What a picture says: its letters are outlines, so they are found by name, place and size."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree

from braindrain_site.charts.outlines import Type
from braindrain_site.charts.palette import palette
from braindrain_site.fonts.setting import Style, usual
from braindrain_site.model.house import House

TYPE = Type(usual("en"))
COLOURS = palette(House()).day
_LINK = "{http://www.w3.org/1999/xlink}href"
_STYLES: tuple[Style, ...] = ("display", "regular", "bold")
_EMS = {
    letter.name.rstrip("0123456789"): letter.em
    for style in _STYLES
    for letter in TYPE.line("A†교漢", style)[0]
}
"""The em of each font, by what the names of its letters begin with."""


class Seen(NamedTuple):
    """A letter as a picture shows it: its outline, where it stands, its size in pixels."""

    name: str
    x: float
    y: float
    size: float


def letters(svg: str) -> list[Seen]:
    """Every letter of *svg*, in the order in which they are drawn."""
    return list(_letters(ElementTree.fromstring(svg), 0, 0, 1))


def _letters(element: ElementTree.Element, x: float, y: float, scale: float) -> Iterator[Seen]:
    moved = element.get("transform", "")
    if place := re.search(r"translate\(([-\d.]+) ([-\d.]+)\)", moved):
        x, y = x + scale * float(place[1]), y + scale * float(place[2])
    if larger := re.search(r"scale\(([\d.]+)", moved):
        scale *= float(larger[1])
    if name := element.get(_LINK, "")[1:]:
        em = _EMS[name.rstrip("0123456789")]
        yield Seen(name, x + scale * float(element.get("x", 0)), y, scale * em)
    for child in element:
        yield from _letters(child, x, y, scale)


def says(svg: str, text: str, style: Style = "regular") -> bool:
    """Whether *svg* has the letters of *text* in a row; spaces and ends of lines do not count."""
    drawn = "".join(f" {letter.name} " for letter in letters(svg))
    paths = TYPE.outlines([(text, style)])
    named = (letter.name for letter in TYPE.line(text, style)[0])
    return "".join(f" {name} " for name in named if paths[name]) in drawn
