"""What the pages of charts get: the list of all, one page for each, one frame for each."""

from html import escape
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

from braindrain_site import exhibits
from braindrain_site.canvas import size_of
from braindrain_site.edition import Edition
from braindrain_site.exhibits import Download, Exhibit
from braindrain_site.issue import PATHS, Issue, chart_path, embed_path, up
from braindrain_site.list_pages import sized

_KINDS = {"svg": "SVG", "png": "PNG", "vl.json": "Vega-Lite"}
_LISTEN = (
    '<script>addEventListener("message",e=>{for(const f of document.querySelectorAll("iframe"))'
    "if(f.contentWindow===e.source&&e.data.chartHeight)"
    'f.style.height=e.data.chartHeight+"px"})</script>'
)
"""What a page that embeds a chart needs to follow the height that its frame reports."""
_AROUND = 320
"""Pixels that a frame's words take beside the drawing, until it reports its height."""


def charts(issue: Issue) -> dict[str, Any]:
    """What ``charts.html`` gets: the address, the headline and the drawing of every chart."""
    root = up(PATHS["charts"])
    return {
        "shown": [
            (root + chart_path(key), drawing.title, Markup(drawing.narrow))
            for key, drawing in issue.drawings.items()
        ]
    }


def chart(issue: Issue, key: str) -> dict[str, Any]:
    """What ``chart.html`` gets: the chart, how it was made, and all its files."""
    exhibit = _exhibit(issue, key, chart_path(key))
    stem = issue.picture(key)
    pictures = [
        Download(f"{stem}.{ending}", kind, len(issue.exports[f"{stem}.{ending}"]))
        for ending, kind in _KINDS.items()
    ]
    return {
        "exhibit": exhibit,
        "form": issue.words[f"form_{issue.edition.charts[key].form}"],
        "table": issue.edition.charts[key].table,
        "entry": entry_of(key, issue.edition),
        "files": [sized(issue, file) for file in (*exhibit.downloads, *pictures)],
        "embed": embed_code(issue, key),
        "complete": issue.edition.site.address is not None,
    }


def frame(issue: Issue, key: str) -> dict[str, Any]:
    """What ``embed.html`` gets."""
    return {"exhibit": _exhibit(issue, key, embed_path(key))}


def _exhibit(issue: Issue, key: str, path: str) -> Exhibit:
    binding = issue.binding_at(path)
    return exhibits.exhibit(key, binding, issue.drawings[key], issue.words, issue.exports)


def entry_of(key: str, edition: Edition) -> str:
    """The lines of ``charts.yaml`` that make the chart *key*, as the editor wrote them."""
    starts = {edition.place("charts.yaml", other).line for other in edition.charts}
    place = edition.place("charts.yaml", key)
    first, lines = place.line, edition.lines[place.file][place.line - 1 :]
    ends = (n for n in range(1, len(lines)) if first + n in starts)
    return "\n".join(lines[: next(ends, len(lines))]).rstrip()


def embed_code(issue: Issue, key: str) -> str:
    """What someone puts on their own page to show the chart there."""
    drawing = issue.drawings[key]
    address = (issue.edition.site.address or "") + issue.home + embed_path(key)
    height = max(size_of(svg)[1] for svg in (drawing.wide, drawing.narrow)) + _AROUND
    return (
        f'<iframe src="{escape(address)}" title="{escape(drawing.title)}" loading="lazy" '
        f'style="width:100%;height:{height:.0f}px;border:0"></iframe>\n{_LISTEN}'
    )


def described(issue: Issue, key: str) -> SimpleNamespace:
    """Title and description of a chart for the head of its pages."""
    subtitle = issue.edition.charts[key].subtitle[issue.lang]
    return SimpleNamespace(
        key=key,
        title=issue.drawings[key].title,
        description=issue.binding().plain(subtitle),
    )
