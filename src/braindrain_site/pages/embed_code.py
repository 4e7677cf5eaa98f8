"""The code that shows a chart on the pages of others, in a frame as tall as what it holds.

A frame does not follow its content by itself. Its page tells how tall it is (``embed.js``), but
many publishing systems drop the script that would listen, so the code also holds a height for
every width, foretold here from the page: its drawings, and how its words break into lines. Where
the style goes too, there is one height that is enough at all of them.
"""

import re
from collections.abc import Iterable
from html import escape, unescape
from math import ceil
from statistics import linear_regression
from typing import NamedTuple

from braindrain_site.charts.outlines import Type
from braindrain_site.charts.svg import size_of
from braindrain_site.fonts.setting import Style

_LISTEN = (
    '<script>addEventListener("message",e=>{for(const f of document.querySelectorAll("iframe"))'
    "if(f.contentWindow===e.source&&e.data.chartHeight)"
    'f.style.height=e.data.chartHeight+"px"})</script>'
)
"""What a page that embeds a chart needs to follow the height that its frame reports."""
_WIDE = 640
"""From this width on a frame shows the wide drawing: 38rem between its edges (``chart.css``)."""
_EDGE = 16
_MOST = 800 + 2 * _EDGE
"""A frame's page grows until here, to 50rem between its edges (``embed.css``)."""
_NARROW_MOST = 368 + 2 * _EDGE
"""The narrow drawing grows until here, to 23rem (``chart.css``)."""
_WIDTHS = {"narrow": range(320, _WIDE, 40), "wide": range(_WIDE, _MOST + 1, 48)}
_REST = 108
"""Pixels that are neither words nor drawing: edges, rules, what stands between, the foot."""


class _Set(NamedTuple):
    """How the styles set a paragraph, in pixels; *before* is what it keeps clear above."""

    style: Style
    size: float
    leading: float
    before: float = 0
    most: float = 1e4
    beside: float | None = 0
    """What stands beside it in a wide frame takes so much; None if it is beside others itself."""


_SETS = {
    "headline": _Set("display", 22, 1.15),
    "subtitle": _Set("regular", 15, 1.45, 6.4),
    "caveat": _Set("regular", 14, 1.45, 8, 616),
    "small": _Set("regular", 14, 1.45, 8, 616),
    "status": _Set("bold", 14, 1.45, 0, 1e4, None),
    "what": _Set("bold", 15, 1.45, 2, 1e4, None),
    "came": _Set("regular", 15, 1.45, 24, 1e4, 352),
    "when": _Set("regular", 14, 1.45, 2, 1e4, 352),
    "tools": _Set("regular", 14, 30.7 / 14),
}
"""What a frame's words are set in, by their class (``chart.css``)."""
_PARAGRAPH = re.compile(
    r'<(h1|p) class="(headline|subtitle|caveat|small|status|what|came|when)".*?>(.*?)</\1>', re.S
)


class Framed:
    """The page of a frame, as far as its height goes."""

    def __init__(self, html: str, type_: Type) -> None:
        self._korean = '<html lang="ko">' in html
        self._words: list[tuple[str, list[float], float]] = []
        """Class of a paragraph, the widths of its words and of what parts them, in ems."""
        menu = html.partition('<details class="tools"')
        for _, kind, words in _PARAGRAPH.findall(menu[0]):
            self._add(kind, _seen(words).split(" "), type_.width(" ", _SETS[kind].style), type_)
        self._add("tools", [_seen(menu[2].partition(">")[2].partition("</summary>")[0])], 0, type_)
        self.ratios = {kind: _ratio(html, kind) for kind in _WIDTHS}
        """How tall a pixel of either drawing's width is."""

    def _add(self, kind: str, words: Iterable[str], gap: float, type_: Type) -> None:
        style = _SETS[kind].style
        self._words.append((kind, [type_.width(word, style) for word in words], gap))

    def height(self, width: float) -> float:
        """How many pixels tall it will be at *width* pixels."""
        width, kind = min(width, _MOST), "wide" if width >= _WIDE else "narrow"
        across = width if kind == "wide" else min(width, _NARROW_MOST)
        return self.words(width) + self.ratios[kind] * (across - 2 * _EDGE)

    def words(self, width: float) -> float:
        """How many pixels of that are not the drawing's."""
        return _REST + sum(self._set(*each, width - 2 * _EDGE) for each in self._words)

    def _set(self, kind: str, widths: list[float], gap: float, inner: float) -> float:
        """How tall words are, set in lines that hold as many as they can."""
        form = _SETS[kind]
        size, leading = form.size, form.leading
        if inner + 2 * _EDGE >= _WIDE:
            if form.beside is None:
                return 0
            inner -= form.beside
        if kind == "headline":
            size = min(max(22, 19.2 + 0.009 * (inner + 2 * _EDGE)), 28)
            leading = 1.35 if self._korean else leading
        lines, left = 0, 0.0
        for wide in widths:
            if wide > left:
                lines, left = lines + 1, min(inner, form.most) / size
            left -= wide + gap
        return form.before + lines * size * leading


def _seen(html: str) -> str:
    """The words of *html* that are seen."""
    shown = re.sub(r'<span class="unseen".*?</span>', "", html)
    plain = unescape(re.sub(r"<[^>]*>", "", shown)).replace("\N{WORD JOINER}", "")
    return re.sub(r"[ \n]+", " ", plain).strip()


def _ratio(html: str, kind: str) -> float:
    """How tall for its width the drawing is; a list has none."""
    drawn = html.partition(f'<div class="{kind}">')[2].partition("</div>")[0]
    across, tall = size_of(drawn) if drawn else (1, 0)
    return tall / across


def embed_code(address: str, title: str, page: Framed) -> str:
    """What someone puts on a page to show the frame's *page*, which stands at *address*.

    The height is a sum for the wide drawing or, where there is no room for it (the last factor
    falls below zero), the larger one for the narrow drawing.
    """
    ratio = page.ratios["narrow"]
    grown = f"min({ratio * 100:.1f}cqw,{ratio * _NARROW_MOST:.0f}px)"
    wide = _line(page, "wide", page.ratios["wide"])
    narrow = f"{_line(page, 'narrow')} + {grown}"
    height = f"max({wide},min({narrow},({_WIDE}px - 100cqw)*9999))"
    style = f"height:{height};border:0"
    return (
        f'<div style="container-type:inline-size"><iframe src="{escape(address)}" '
        f'title="{escape(title)}" loading="lazy" width="100%" height="{tallest(page)}" '
        f'style="{style}"></iframe></div>\n{_LISTEN}'
    )


def tallest(page: Framed) -> int:
    """The height in pixels that is enough at every width: the one plain rule, for hosts that leave
    a frame neither script nor style."""
    return max(ceil(page.height(width)) for widths in _WIDTHS.values() for width in widths)


def _line(page: Framed, kind: str, rise: float = 0) -> str:
    """What the words take as a straight line, nowhere too low, and a drawing that grows by *rise*.

    A gap below a chart is better than a scroll bar beside it.
    """
    widths = _WIDTHS[kind]
    heights = list(map(page.words, widths))
    slope = linear_regression(widths, heights).slope
    start = max(tall - slope * width for width, tall in zip(widths, heights, strict=True))
    start -= 2 * _EDGE * page.ratios[kind]
    rise += slope
    bound = "min" if rise > 0 else "max"
    return f"{start:.0f}px + {bound}({rise * 100:.1f}cqw,{rise * _MOST:.0f}px)"
