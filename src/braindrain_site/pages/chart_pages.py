"""What the pages of charts get: the list of all, one page for each, one frame for each."""

import re
from types import SimpleNamespace
from typing import Any

from braindrain_site.model.edition import Edition
from braindrain_site.pages import chart_block
from braindrain_site.pages.chart_block import Download, Exhibit
from braindrain_site.pages.issue import PATHS, Issue, chart_path, embed_path, up
from braindrain_site.pages.list_pages import sized
from braindrain_site.texts.binding import Binding

_VALUE = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'|[^,}]*', re.S)
"""A text between braces, up to where it ends."""
_KINDS = {"svg": "SVG", "png": "PNG", "vl.json": "Vega-Lite"}


def charts(issue: Issue) -> dict[str, Any]:
    """What ``charts.html`` gets: the address of every chart, and the chart."""
    path = PATHS["charts"]
    binding = issue.binding_at(path)  # one for all: it gives every link an id of its own
    return {"shown": [(up(path) + chart_path(key), _exhibit(issue, key, binding))
                      for key in issue.drawings]}  # fmt: skip


def framed_at(issue: Issue, key: str) -> str:
    """Where the frame of a chart stands, as whole as the site's address is known."""
    return (issue.edition.site.address or "") + issue.home + embed_path(key)


def chart(issue: Issue, key: str, embed: str) -> dict[str, Any]:
    """What ``chart.html`` gets: the chart, how it was made, all its files, and code to embed it."""
    exhibit = _exhibit(issue, key, issue.binding_at(chart_path(key)))
    stem = issue.picture(key)
    pictures = [
        Download(f"{stem}.{ending}", kind, len(issue.exports[f"{stem}.{ending}"]))
        for ending, kind in _KINDS.items()
    ]
    return {
        "exhibit": exhibit,
        "form": issue.words[f"form_{issue.edition.charts[key].form}"],
        "table": issue.edition.charts[key].table,
        "entry": entry_of(key, issue.edition, issue.lang),
        "files": [sized(issue, file) for file in (*exhibit.downloads, *pictures)],
        "embed": embed,
        "complete": issue.edition.site.address is not None,
    }


def frame(issue: Issue, key: str) -> dict[str, Any]:
    """What ``embed.html`` gets."""
    return {"exhibit": _exhibit(issue, key, issue.binding_at(embed_path(key)))}


def _exhibit(issue: Issue, key: str, binding: Binding) -> Exhibit:
    return chart_block.exhibit(key, binding, issue.drawings[key], issue.words, issue.exports)


def entry_of(key: str, edition: Edition, lang: str) -> str:
    """The lines of ``charts.yaml`` that make the chart *key*, as the editor wrote them, save that
    its words stand there in *lang* only: a reader's machine may lack the letters of the others."""
    first = edition.place("charts.yaml", key)
    lines = edition.lines[first.file]
    others = {edition.place("charts.yaml", other).line - 1 for other in edition.charts}
    last = min((line for line in others if line >= first.line), default=len(lines))
    entry = "\n".join(lines[first.line - 1 : last]).rstrip()
    texts = [path for path in edition.texts if path[:2] == ("charts.yaml", key)]
    for path in reversed([path for path in texts if path[-1] != lang]):
        place = edition.place(*path)
        above = lines[first.line - 1 : place.line - 1]
        at = sum(len(line) + 1 for line in above) + place.column - 1
        entry = _without(entry, at, path[-1])
    return entry


def _without(entry: str, at: int, lang: str) -> str:
    """*entry* without the text in *lang* that begins at *at*, and without its key."""
    *_, key = re.finditer(rf"""(["']?){lang}\1\s*:""", entry[:at])
    name = key.start()
    before = entry[:name].rstrip()
    if before[-1] in ",{":  # {en: …, ko: …}
        after = _VALUE.sub("", entry[at:], count=1)
        return f"{before[:-1]}{after}" if before[-1] == "," else before + after.lstrip(", \n")
    indent = name - entry.rindex("\n", 0, name)
    deeper = re.compile(rf".*(?:\n(?: {{{indent},}}.*| *$))*", re.M)
    return before + deeper.sub("", entry[at:], count=1)


def described(issue: Issue, key: str) -> SimpleNamespace:
    """Title and description of a chart for the head of its pages."""
    subtitle = issue.edition.charts[key].subtitle[issue.lang]
    return SimpleNamespace(
        key=key,
        title=issue.drawings[key].title,
        description=issue.binding().plain(subtitle),
    )
