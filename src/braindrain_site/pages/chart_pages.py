"""What the pages of charts get: the list of all, one page for each, one frame for each."""

import re
from dataclasses import dataclass

from braindrain_site.model import drafts
from braindrain_site.model.edition import Edition
from braindrain_site.model.memory import recall
from braindrain_site.pages import chart_block
from braindrain_site.pages.addresses import PAGES, chart_path, embed_path, up
from braindrain_site.pages.chart_block import Exhibit
from braindrain_site.pages.downloads import Download, SizedFile, sized
from braindrain_site.pages.material import Material
from braindrain_site.pages.templates import Content
from braindrain_site.texts.binding import Binding

_COMMENT = re.compile(r"^ *#.*\n?", re.M)
_VALUE = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'|[^,}]*', re.S)
"""A text between braces, up to where it ends."""
_KINDS = {"svg": "SVG", "png": "PNG", "vl.json": "Vega-Lite"}


@dataclass(frozen=True)
class ChartsPage(Content):
    """What ``charts.html`` gets: the address of every chart, and the chart."""

    shown: tuple[tuple[str, Exhibit], ...]


@dataclass(frozen=True)
class ChartPage(Content):
    """What ``chart.html`` gets: a chart, how it was made, all its files, and code to embed it."""

    exhibit: Exhibit
    form: str
    """Its form in words."""
    table: str | None
    """The table it is drawn from, unless it is drawn from figures."""
    entry: str
    """Its lines in ``charts.yaml``."""
    files: tuple[SizedFile, ...]
    embed: str
    frozen: str | None
    """The code that embeds it as it is in this version, where versions are kept."""
    complete: bool
    """Whether the code to embed it holds a whole address."""


@dataclass(frozen=True)
class FramePage(Content):
    """What ``embed.html`` gets."""

    exhibit: Exhibit


def charts(material: Material) -> ChartsPage:
    """The list of all charts."""
    path = PAGES["charts"].path
    binding = material.binding_at(path)  # one for all: it gives every link an id of its own
    shown = ((up(path) + chart_path(key), _exhibit(material, key, binding))
             for key in material.drawings)  # fmt: skip
    return ChartsPage(tuple(shown))


def framed_at(material: Material, key: str, version: str = "") -> str:
    """Where the frame of a chart stands, as whole as the site's address is known; in the folder of
    a *version*, if told."""
    return (material.edition.site.address or "") + version + material.home + embed_path(key)


def chart(material: Material, key: str, embed: str, frozen: str | None = None) -> ChartPage:
    """The page of a chart, which shows *embed*, the code of its frame, and *frozen*, that of this
    version's."""
    exhibit = _exhibit(material, key, material.binding_at(chart_path(key)))
    stem, drawing = material.picture(key), material.drawings[key]
    pictures = [
        Download(f"{stem}.{ending}", kind, len(material.exports[f"{stem}.{ending}"]))
        for ending, kind in _KINDS.items()
        if drawing.wide
    ]
    return ChartPage(
        exhibit=exhibit,
        form=material.words[f"form_{material.edition.charts[key].form}"],
        table=material.edition.charts[key].table,
        entry=entry_of(key, material.edition, material.lang),
        files=tuple(sized(material, file) for file in (*exhibit.downloads, *pictures)),
        embed=embed,
        frozen=frozen,
        complete=material.edition.site.address is not None,
    )


def frame(material: Material, key: str) -> FramePage:
    """The frame of a chart for pages of others."""
    return FramePage(_exhibit(material, key, material.binding_at(embed_path(key))))


def _exhibit(material: Material, key: str, binding: Binding) -> Exhibit:
    return chart_block.exhibit(
        key,
        binding,
        material.drawings[key],
        material.words,
        material.exports,
        material.picture(key),
    )


def entry_of(key: str, edition: Edition, lang: str) -> str:
    """The lines of ``charts.yaml`` that make the chart *key*, as the editor wrote them, save that
    its words stand there in *lang* only: a reader's machine may lack the letters of the others.
    Comments are for editors."""
    first = edition.place("charts.yaml", key)
    lines = edition.lines[first.file]
    texts = recall(edition, "texts of charts", lambda: _texts(edition))
    last = drafts.entry(first.file, lines, key).last
    entry = "\n".join(lines[first.line - 1 : last]).rstrip()
    for path in reversed([path for path in texts.get(key, ()) if path[-1] != lang]):
        place = edition.place(*path)
        above = lines[first.line - 1 : place.line - 1]
        at = sum(len(line) + 1 for line in above) + place.column - 1
        entry = _without(entry, at, path[-1])
    return _COMMENT.sub("", entry)


def _texts(edition: Edition) -> dict[str, list[tuple[str, ...]]]:
    """Chart → its texts for readers."""
    texts: dict[str, list[tuple[str, ...]]] = {}
    for path in edition.texts:
        if path[0] == "charts.yaml":
            texts.setdefault(path[1], []).append(path)
    return texts


def _without(entry: str, at: int, lang: str) -> str:
    """*entry* without the text in *lang* that begins at *at*, and without its key."""
    keys = [*re.finditer(rf"""(["']?){lang}\1\s*:""", entry[:at])]
    if not keys:  # a return alone ended a line, so that it stands elsewhere: readers see it too
        return entry
    name = keys[-1].start()
    before = entry[:name].rstrip()
    if before[-1] in ",{":  # {en: …, ko: …}
        after = _VALUE.sub("", entry[at:], count=1)
        return f"{before[:-1]}{after}" if before[-1] == "," else before + after.lstrip(", \n")
    indent = name - entry.rindex("\n", 0, name)
    deeper = re.compile(rf".*(?:\n(?: {{{indent},}}.*| *$))*", re.M)
    return before + deeper.sub("", entry[at:], count=1)
