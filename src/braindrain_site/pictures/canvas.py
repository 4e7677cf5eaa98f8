"""A picture that looks the same wherever it opens: colours resolved, every letter an outline."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from braindrain_site.charts.outlines import Type
    from braindrain_site.fonts.setting import Style

LEAST = 20
"""Pixels of the smallest text of a card: a phone shows it at a third of its size."""
_COLOUR = re.compile(r"var\(--(\w+)\)")
_INHERITED = {"font-size", "font-weight", "text-anchor"}
_DRAWN = {
    "circle": {"cx", "cy", "r"},
    "g": set(),
    "line": {"x1", "x2", "y1", "y2"},
    "path": {"d"},
    "rect": {"x", "y", "width", "height", "rx", "ry"},
}
"""The elements that a drawing is made of, with the attributes that are theirs alone."""
_PAINTED = {
    "fill", "fill-opacity", "opacity", "stroke", "stroke-dasharray", "stroke-linecap",
    "stroke-linejoin", "stroke-opacity", "stroke-width", "transform",
}  # fmt: skip


def resolved(text: str, colours: Mapping[str, str]) -> str:
    """*text* with ``var(--name)`` replaced by the colour of that name; other names stay."""
    return _COLOUR.sub(lambda found: colours.get(found[1], found[0]), text)


def smallest_text(svg: str) -> float:
    """The size of the smallest text of a drawing, in pixels."""
    return min(map(float, re.findall(r'font-size="([\d.]+)"', svg)), default=LEAST)


class Canvas:
    """A picture in the making, *width* pixels wide; text is placed by its baseline."""

    def __init__(self, width: float, type_: "Type", colours: Mapping[str, str]) -> None:
        self.width = width
        self._type = type_
        self._colours = colours
        self._said: list[tuple[str, Style]] = []
        self._parts: list[str] = []

    def text(
        self, words: str, x: float, y: float, size: float,
        style: "Style" = "regular", colour: str = "var(--ink)", anchor: str = "start",
    ) -> None:  # fmt: skip
        """One line of text at *x*, its baseline at *y*."""
        self._parts.append(self._line(words, x, y, size, style, colour, anchor))

    def block(
        self, words: str, x: float, top: float, width: float, size: float,
        style: "Style" = "regular", colour: str = "var(--ink)", leading: float = 1.4,
        lead: str = "", anchor: str = "start",
    ) -> float:  # fmt: skip
        """*words* in lines no wider than *width*, from *top* down; says where they end.

        *lead*, with which they begin, is set in bold.
        """
        for line in self.wrapped(words, width, size, style, lead):
            y, start = top + size * (leading / 2 + 0.36), x
            if lead and line.startswith(lead):
                self.text(lead, x, y, size, "bold", colour)
                start += size * self._type.width(lead, "bold")
                line = line.removeprefix(lead)
            self.text(line, start, y, size, style, colour, anchor)
            top += size * leading
            lead = ""
        return top

    def wrapped(
        self, words: str, width: float, size: float, style: "Style", lead: str = ""
    ) -> list[str]:
        """The lines that *words* take, *lead* in bold at their beginning."""
        wider = self._type.width(lead, "bold") - self._type.width(lead, style) if lead else 0
        return self._type.wrap(words, style, width / size - wider)

    def width_of(self, words: str, size: float, style: "Style" = "regular") -> float:
        """How many pixels *words* take in one line."""
        return size * self._type.width(words, style)

    def longest_word(self, words: str, size: float, style: "Style") -> float:
        """How many pixels the widest word takes at *size* pixels."""
        return size * self._type.longest_word(words, style)

    def rect(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        box = f'x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
        self._parts.append(f'<rect {box} fill="{colour}"/>')

    def svg(self, drawn: str, x: float, y: float, scale: float = 1) -> None:
        """A drawing with its upper left corner at *x*, *y*; its text becomes outlines."""
        root = ElementTree.fromstring(drawn)  # noqa: S314 - our own drawing
        inside = "".join(part for child in root for part in self._redrawn(child, {}))
        place = f"translate({_n(x)} {_n(y)})" + (f" scale({_n(scale)})" if scale != 1 else "")
        self._parts.append(f'<g transform="{place}">{inside}</g>')

    def _redrawn(self, element: Element, above: Mapping[str, str]) -> Iterator[str]:
        tag = element.tag.rpartition("}")[2]
        inherited = {**above, **{k: v for k, v in element.attrib.items() if k in _INHERITED}}
        if tag == "text":
            yield self._lettered(element, inherited)
        elif tag in _DRAWN and "data-t" not in element.attrib:  # else a spot, which is unseen
            kept = _DRAWN[tag] | _PAINTED
            listed = "".join(
                f" {name}={quoteattr(value)}"
                for name, value in element.attrib.items()
                if name in kept
            )
            inside = "".join(part for child in element for part in self._redrawn(child, inherited))
            if inside or tag != "g":
                yield f"<{tag}{listed}>{inside}</{tag}>" if inside else f"<{tag}{listed}/>"

    def _lettered(self, element: Element, inherited: Mapping[str, str]) -> str:
        bold = int(inherited.get("font-weight", "400")) > 500
        return self._line(
            "".join(element.itertext()), float(element.get("x", 0)), float(element.get("y", 0)),
            float(inherited["font-size"].removesuffix("px")), "bold" if bold else "regular",
            element.get("fill", ""), inherited.get("text-anchor", "start"),
        )  # fmt: skip

    def _line(
        self, words: str, x: float, y: float, size: float,
        style: "Style", colour: str, anchor: str,
    ) -> str:  # fmt: skip
        letters, wide = self._type.line(words, style)
        self._said.append((words, style))
        x -= size * wide * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        fill = f" fill={quoteattr(colour)}" if colour else ""
        runs: dict[int, list[str]] = {}
        for name, em, at, up in letters:
            moved = f' x="{round(at * em)}"' if at else ""
            moved += f' y="{round(up * em)}"' if up else ""
            runs.setdefault(em, []).append(f'<use xlink:href="#{name}"{moved}/>')
        return "".join(
            f'<g{fill} transform="translate({_n(x)} {_n(y)}) scale({size / em:.5f} '
            f'-{size / em:.5f})">{"".join(uses)}</g>'
            for em, uses in runs.items()
        )

    def finish(self, height: float, title: str, description: str) -> str:
        """The picture on paper, *height* pixels tall, as one SVG that needs nothing else."""
        outlines = "".join(
            f'<path id="{name}" d="{path}"/>'
            for name, path in self._type.outlines(self._said).items()
            if path
        )
        known = set(re.findall(r'id="(\w+)"', outlines))
        body = re.sub(
            r'<use xlink:href="#(\w+)"[^>]*/>',
            lambda found: found[0] if found[1] in known else "",
            "".join(self._parts),
        )
        size = f'width="{_n(self.width)}" height="{_n(height)}"'
        return resolved(
            f'<svg xmlns="http://www.w3.org/2000/svg" '
            f'xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'viewBox="0 0 {_n(self.width)} {_n(height)}" {size} role="img" '
            f'aria-labelledby="title" aria-describedby="description">'
            f'<title id="title">{escape(title)}</title>'
            f'<desc id="description">{escape(description)}</desc><defs>{outlines}</defs>'
            f'<rect {size} fill="var(--paper)"/>{body}</svg>\n',
            self._colours,
        )


def _n(number: float) -> str:
    """At most two decimals, and no more signs than needed."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
