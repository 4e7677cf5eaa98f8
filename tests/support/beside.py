"""What differs from what was accepted, as one page: before, after, and the difference on top."""

import difflib
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, StrictUndefined

from tests.support.looks import Looks

_TEMPLATE = Path(__file__).with_name("beside.html")
_STYLE = re.compile("<style>(styles/.+?)</style>")
_BELOW = re.compile('<link href="[^"]*below.css" rel="stylesheet">')
_UNSEEN = re.compile("<meta [^>]*Content-Security-Policy[^>]*>|<link [^>]*(?:preload|icon)[^>]*>")
"""What a page asks of browsers, which would keep it from being shown within another."""
_MOST, _LONGEST = 60, 300


class Side(NamedTuple):
    """A thing on the page: both documents, and the lines that differ, with their signs."""

    name: str
    before: str
    after: str
    lines: list[tuple[str, str]]


def page(differences: Sequence[tuple[str, str, str]], before: Looks, after: Looks) -> str:
    """The page for all that differs, and for the pages whose style sheet does."""
    changed = {name: (was, now) for name, was, now in differences}
    styled = [
        name
        for name, text in {**before, **after}.items()
        if name not in changed and changed.keys() & _sheets(text)
    ]
    sides = [
        Side(name, opened(name, before), opened(name, after), lines(*changed.get(name, ("", ""))))
        for name in sorted((*changed, *styled), key=lambda name: (name.startswith("pages"), name))
    ]
    set_page = Environment(autoescape=True, undefined=StrictUndefined).from_string
    return set_page(_TEMPLATE.read_text("utf-8")).render(sides=sides)


def _sheets(text: str) -> set[str]:
    below = {"styles/below.css"} if _BELOW.search(text) else set()
    return {*_STYLE.findall(text), *below}


def opened(name: str, looks: Looks) -> str:
    """The document that shows *name* by itself; empty where it is none, or not there."""
    text = looks.get(name, "")
    if not text or not name.endswith(".html"):
        return ""
    if name.startswith("charts/"):
        sheets = "".join(looks[sheet] for sheet in looks if sheet.startswith("styles/"))
        faces = "".join(dict.fromkeys(re.findall("@font-face{.*?}", sheets, re.DOTALL)))
        look = ":root{color-scheme:light dark}body{margin:0;background:var(--paper)}"
        return f"<!doctype html><style>{faces}{look}svg{{width:100%;height:auto}}</style>{text}"
    text = _STYLE.sub(lambda found: f"<style>{looks.get(found[1], '')}</style>", text)
    below = f"<style>{looks.get('styles/below.css', '')}</style>"
    return _UNSEEN.sub("", _BELOW.sub(lambda _: below, text))


def lines(before: str, after: str) -> list[tuple[str, str]]:
    """The lines that went and came, each with ``del`` or ``ins``.

    >>> lines("a\\nb\\n", "a\\nc\\n")
    [('del', 'b'), ('ins', 'c')]
    """
    found = [*_differing(before, after)]
    more = [("p", f"… and {len(found) - _MOST} lines more")] * (len(found) > _MOST)
    return found[:_MOST] + more


def _differing(before: str, after: str) -> Iterator[tuple[str, str]]:
    found = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    for line in islice(found, 2, None):
        if line[0] in "-+":
            yield {"-": "del", "+": "ins"}[line[0]], line[1 : _LONGEST + 1]
