"""A chart's drawing at both widths for a page that says once what both would say.

What the points of many charts say stands in a file of its own, which the page's script asks for
when someone first points at a chart: without a script nobody could.
"""

import json
import re
from collections.abc import Mapping
from hashlib import sha256

from markupsafe import Markup

from braindrain_site.charts.drawing import Drawing

_SAID = re.compile(r"<title id=.*?</title><desc id=.*?</desc>", re.DOTALL)
_HEAD = re.compile(r'<svg xmlns="[^"]*" (viewBox="[^"]*").*?>')
_SPOT = re.compile(r' data-t="([^"]*)"')
_A_SPOT = r'<path (?:fill="none" )?data-t="[^"]*" d="[^"]*"/>'
_SPOTS = re.compile(rf'<g fill="none">(?:{_A_SPOT})+</g>|{_A_SPOT}')


def at_two_widths(key: str, wide: str, narrow: str) -> tuple[Markup, Markup]:
    """Both drawings of chart *key*, called by the element ``w-KEY``: what it shows, for the
    headline is the name of the figure around it.

    Where the spots of both say the same in the same order, those of the narrow one leave it to the
    other: the page's script looks there.
    """
    if _SPOT.findall(wide) == _SPOT.findall(narrow):
        narrow = _SPOT.sub(' data-t=""', narrow)
    return _led_by(key, wide), _led_by(key, narrow)


def without_spots(svg: Markup) -> Markup:
    """*svg* without what its points say."""
    return Markup(_SPOTS.sub("", svg))


def spots(drawings: Mapping[str, Drawing]) -> str:
    """A script that holds the spots of all *drawings*, both widths of each."""
    both = {
        key: ["".join(_SPOTS.findall(svg)) for svg in at_two_widths(key, each.wide, each.narrow)]
        for key, each in drawings.items()
        if each.wide
    }
    return f"var spots={json.dumps(both, ensure_ascii=False, separators=(',', ':'))}\n"


def spots_path(lang: str, content: str = "") -> str:
    """Where that script stands below the site, for pages in *lang*; with its *content* told apart
    from any other that a browser may have kept."""
    version = f"?{sha256(content.encode()).hexdigest()[:8]}" if content else ""
    return f"assets/spots.{lang}.js{version}"


def _led_by(key: str, svg: str) -> Markup:
    head = rf'<svg \1 role="img" aria-labelledby="w-{key}">'  # its headline is its figure's name
    return Markup(_HEAD.sub(head, _SAID.sub("", svg, count=1), count=1))
