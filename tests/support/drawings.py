"""Drawings of frames, and whether all their text can be read."""

import importlib
import itertools
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import vl_convert

from braindrain_site.charts.spacing import Box
from braindrain_site.charts.style import Look, Text
from braindrain_site.charts.svg import tidy
from tests.support.frames_to_draw import LETTERS

SVG = "{http://www.w3.org/2000/svg}"


def spec(form: str, data: pd.DataFrame, width: int) -> dict[str, Any]:
    """The Vega-Lite specification of *data*."""
    module = importlib.import_module(f"braindrain_site.charts.forms.{form}")
    made: dict[str, Any] = module.draw(data, Look(width, LETTERS)).to_dict()
    return made


def draw(form: str, data: pd.DataFrame, width: int) -> ElementTree.Element:
    svg = vl_convert.vegalite_to_svg(spec(form, data, width))
    return ElementTree.fromstring(tidy(svg, "x", "Title", "Description"))


def texts(element: ElementTree.Element, **inherited: str) -> list[Text]:
    """All lines of text in a drawing, with what they inherit from the groups around them."""
    known = inherited | element.attrib
    if element.tag == f"{SVG}text":
        size, bold = float(known["font-size"]), known.get("font-weight") == "600"
        anchor: Any = known.get("text-anchor", "start")
        x, y = float(known["x"]), float(known["y"])
        return [Text(x, y, element.text or "", known["fill"], bold, anchor, size)]
    return [text for child in element for text in texts(child, **known)]


def boxes(drawing: ElementTree.Element, width: int) -> dict[str, Box]:
    look = Look(width, LETTERS)
    return {f"{n} {text.text}": look.box(text) for n, text in enumerate(texts(drawing))}


def lines(drawing: ElementTree.Element) -> list[list[tuple[float, float]]]:
    """Where each line that is drawn bends, straight rules among them."""
    return [[*_bends(path)] for path in _hollow(drawing) if re.fullmatch(r"[MLHV\d.,-]+", path)]


def _hollow(element: ElementTree.Element, fill: str = "") -> Iterator[str]:
    """The paths that are not filled, but for spots."""
    fill = element.get("fill", fill)
    if element.tag == f"{SVG}path" and fill == "none" and "data-t" not in element.attrib:
        yield element.attrib["d"]
    for child in element:
        yield from _hollow(child, fill)


def _bends(path: str) -> Iterator[tuple[float, float]]:
    """The points of a *path* of straight pieces, such as ``M4,5L6,7H8V9``."""
    x = y = 0.0
    for step, at in re.findall("([MLHV])([^MLHV]+)", path):
        if step in "ML":
            x, y = map(float, at.split(","))
        x, y = (float(at), y) if step == "H" else (x, float(at)) if step == "V" else (x, y)
        yield x, y


def assert_readable(drawing: ElementTree.Element, width: int) -> None:
    tall = float(drawing.attrib["height"])
    placed = boxes(drawing, width)
    for name, box in placed.items():
        assert box.left >= -0.5, f"{name} is cut on the left"
        assert box.right <= width + 0.5, f"{name} is cut on the right"
        assert box.top >= -0.5, f"{name} is cut on top"
        assert box.bottom <= tall + 0.5, f"{name} is cut below"
    for (name, box), (other_name, other) in itertools.combinations(placed.items(), 2):
        # Words stand at whole pixels: each of the two may have moved by half a one.
        inner = Box(box.left + 1, box.top + 1, box.right - 1, box.bottom - 1)
        assert not inner.touches(other), f"{name} and {other_name} overlap"
