"""Who goes where: bands from left to right, as thick as the number that moves."""

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

import altair as alt
import pandas as pd

from braindrain_site.charts.marks import Bar, Point, bars, page, ribbons, words
from braindrain_site.charts.plots import Entry, entries
from braindrain_site.charts.scales import Scale
from braindrain_site.charts.style import (
    INK,
    MUTED,
    Anchor,
    Look,
    Stress,
    Text,
    settle,
    strongest,
    tint,
    voice,
)
from braindrain_site.charts.tips import Spot, spots

_HIGH, _HIGHEST = 230, 420
"""How tall the fullest column is: more than the least if thin bands need it, up to the most."""
_THINNEST = 16
"""How thick a band is wished to be, so that its number lies between its edges."""
_POST = 8
_SLIT = 5
_HEAD = 3.0
"""Room above the first band, so that the number on a thin one keeps to its middle."""
_PAD = 8
_GAP = 14
_REACH = 44
_SIDE = 0.25
"""The most of the width that the names on either side may take."""


class _Post(NamedTuple):
    """A place on the way: how far along it lies, where its post stands, and how tall it is.

    Where some arrive and others leave there are two posts, because those need not be the same.
    """

    depth: int
    x: float
    top: float
    into: float
    out: float
    marked: Stress

    @property
    def height(self) -> float:
        """How tall the taller one is."""
        return max(self.into, self.out, 2)

    @property
    def exit(self) -> float:
        """Where bands leave, in pixels from the left."""
        return self.x + _POST + (_POST + _SLIT) * bool(self.into and self.out)

    def bars(self) -> list[Bar]:
        """The post, or the two."""
        colour, left = tint(self.marked), Bar(self.x, self.x + _POST, self.top, self.height, "")
        if self.into and self.out:
            left = left._replace(height=self.into)
            right = Bar(self.exit - _POST, self.exit, self.top, self.out, colour)
            return [left._replace(fill=colour), right]
        return [left._replace(fill=colour)]


class _Band(NamedTuple):
    """One row's band: the places it passes and its upper edge at each, from first to last."""

    mark: Entry
    way: tuple[str, ...]
    tops: list[float]
    thick: float


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """A band for each row of *frame* from its start to its end."""
    depths = find_depths(frame)
    columns = range(max(depths.values()) + 1)
    fullest = max(
        sum(max(_amounts(frame, n)) for n, at in depths.items() if at == depth) for depth in columns
    )
    pixels = min(max(_HIGH / fullest, _THINNEST / _least(frame)), _HIGHEST / fullest)
    ways = [_way(number, mark, depths) for number, mark in enumerate(entries(frame))]
    posts = _posts(frame, ways, depths, pixels, look)
    bands = _bands(frame, ways, posts, pixels)
    shapes: list[Bar] = []
    texts: list[Text] = []
    leaving = set(frame["start"])
    for name in depths:
        post = posts[name]
        shapes += post.bars()
        texts += _name(_said(name, frame, look), post, name in leaving, look)
        texts += _values([band for band in bands if band.way[-1] == name], post, look)
    low = max(*(bar.y + bar.height for bar in shapes), *(text.y + 6 for text in texts))
    return page(
        look, low, *(ribbons(_edges(band, posts), _opacity(band)) for band in bands),
        bars(shapes, Scale(0, look.width, 0, look.width)), words(texts, look),
        spots([_spot(band, posts) for band in bands]),
    )  # fmt: skip


def find_depths(frame: pd.DataFrame) -> dict[str, int]:
    """How many steps each place lies from where its longest way begins."""
    links = list(zip(frame["start"], frame["end"], strict=True))
    depths = dict.fromkeys((name for link in links for name in link), 0)
    for _ in depths:
        for start, end in links:
            depths[end] = min(max(depths[end], depths[start] + 1), len(depths) - 1)
    return depths


def _least(frame: pd.DataFrame) -> float:
    return float(frame["value"][frame["value"] > 0].min())


def _amounts(frame: pd.DataFrame, name: str) -> tuple[float, float]:
    """All that comes to a place, and all that leaves it."""
    into, out = (float(frame["value"][frame[side] == name].sum()) for side in ("end", "start"))
    return into, out


def _way(number: int, mark: Entry, depths: Mapping[str, int]) -> tuple[str, ...]:
    """The places a band passes: a band that skips a column gets a gap of its own in it."""
    between = range(depths[mark.start] + 1, depths[mark.end])
    return (mark.start, *(f"{number}|{depth}" for depth in between), mark.end)


def _posts(
    frame: pd.DataFrame, ways: list[tuple[str, ...]], depths: Mapping[str, int],
    pixels: float, look: Look,
) -> dict[str, _Post]:  # fmt: skip
    """The posts and gaps in columns from left to right, the gaps on top."""
    last = max(depths.values())
    names = {depth: [n for n, at in depths.items() if at == depth] for depth in range(last + 1)}
    left, right = (_longest(names[depth], frame, look) for depth in (0, last))
    across = Scale(0, last, left, look.width - right - _POST)
    marked = {name: strongest(frame["marked"][frame["end"] == name]) for name in depths}
    posts: dict[str, _Post] = {}
    for depth, column in names.items():
        x, top = across.at(depth), _HEAD
        for way, value in zip(ways, frame["value"], strict=True):
            for gap in (name for name in way[1:-1] if name.endswith(f"|{depth}")):
                posts[gap] = _Post(depth, x, top, value * pixels, 0, "")
                top += value * pixels + _GAP
        for name in column:
            into, out = (amount * pixels for amount in _amounts(frame, name))
            rows = len(_said(name, frame, look)) * look.pitch
            between = bool(into and out)
            top += 0.0 if between else max(0.0, (rows - max(into, out)) / 2)
            posts[name] = _Post(depth, x, top, into, out, marked[name])
            height = posts[name].height
            numbers = int((frame["end"] == name).sum()) * look.pitch
            taken = height + rows if between else (height + rows) / 2
            top += max(height, numbers, taken) + _GAP
    return posts


def _said(name: str, frame: pd.DataFrame, look: Look) -> list[tuple[str, bool]]:
    """The lines that stand at a place, the bold ones first: its name, and notes on who comes."""
    notes = " ".join(note for note in frame["note"][frame["end"] == name] if note)
    width = look.width * _SIDE
    return [(line, True) for line in look.wrap(name, width, True)] + [
        (line, False) for line in look.wrap(notes, width)
    ]


def _longest(names: list[str], frame: pd.DataFrame, look: Look) -> float:
    """How much width the words on one side take, with the space to their posts."""
    lines = [line for name in names for line in _said(name, frame, look)]
    return max(look.measure(line, bold) for line, bold in lines) + _PAD


def _bands(
    frame: pd.DataFrame, ways: list[tuple[str, ...]], posts: Mapping[str, _Post], pixels: float
) -> list[_Band]:
    """The bands, ordered at each post by where they go or come from, so that few cross."""
    marks = entries(frame)
    bands = [
        _Band(mark, way, [posts[name].top for name in way], mark.value * pixels)
        for mark, way in zip(marks, ways, strict=True)
    ]
    for end, neighbour in ((0, 1), (-1, -2)):
        reached: dict[str, float] = {}
        for band in sorted(bands, key=lambda band: posts[band.way[neighbour]].top):
            band.tops[end] += reached.get(band.way[end], 0)
            reached[band.way[end]] = reached.get(band.way[end], 0) + band.thick
    return bands


def _values(bands: list[_Band], post: _Post, look: Look) -> list[Text]:
    """What each band brings, before its post and on the band."""
    blocks = [
        look.lines(band.mark.printed, post.x - _PAD, 0, look.width, INK, True, "end")
        for band in bands
    ]
    wanted = [band.tops[-1] + (band.thick - look.pitch) / 2 for band in bands]
    return settle(blocks, wanted, [look.pitch] * len(blocks))


def _opacity(band: _Band) -> float:
    """How far the band hides the paper: as long as its number, set on it, keeps 4.5:1.

    Its outline, which is not see-through, keeps 3:1 to the paper.
    """
    return 0.35 if band.mark.marked else 0.5


def _spot(band: _Band, posts: Mapping[str, _Post]) -> Spot:
    """The last stretch of a band, where its number stands; no lower than a line of text."""
    x, middle = posts[band.way[-1]].x, band.tops[-1] + band.thick / 2
    half = max(band.thick, 24) / 2
    return Spot(x - _REACH, middle - half, x, middle + half, band.mark.said)


def _edges(band: _Band, posts: Mapping[str, _Post]) -> list[Point]:
    """A band's bends: level at each place, halfway between two it changes height."""
    stations = [(posts[name], top) for name, top in zip(band.way, band.tops, strict=True)]
    bends = []
    for (post, top), (following, next_top) in pairwise(stations):
        x, next_x = post.exit, following.x
        middle = (x + next_x) / 2
        bends += [(x, top), (middle - 1, top), (middle + 1, next_top), (next_x, next_top)]
    colour = tint(band.mark.marked)
    return [Point("", x, top, top + band.thick, colour) for x, top in bends]


def _name(said: list[tuple[str, bool]], post: _Post, leaving: bool, look: Look) -> list[Text]:
    """What stands at a post: left of it where ways begin, right where they end, else below."""
    x, top = post.x + _POST + _PAD, post.top + (post.height - len(said) * look.pitch) / 2
    anchor: Anchor = "start"
    if post.depth == 0:
        x, anchor = post.x - _PAD, "end"
    elif leaving:
        x, top = post.x + _POST + 2, post.top + post.height
    return [
        Text(x, look.baseline(top + number * look.pitch), line,
             voice(post.marked) if bold else MUTED, bold, anchor)
        for number, (line, bold) in enumerate(said)
    ]  # fmt: skip
