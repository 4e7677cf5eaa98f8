"""Who goes where: bands from left to right, as thick as the number that moves."""

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

import altair as alt
import pandas as pd

from braindrain_site.charts.frames import Entry, entries
from braindrain_site.charts.marks import Bar, Point, bars, page, ribbons, words
from braindrain_site.charts.scales import Scale
from braindrain_site.charts.spots import Spot, spots
from braindrain_site.charts.style import INK, Look, Stress, Text, settle, strongest, tint, voice

_HIGH = 230
_POST = 8
_PAD = 8
_GAP = 14
_REACH = 44
_SIDE = 0.25
"""The most of the width that the names on either side may take."""


class _Post(NamedTuple):
    """A place on the way: how far along it lies, and where its post stands."""

    depth: int
    x: float
    top: float
    height: float
    marked: Stress


class _Band(NamedTuple):
    """One row's band: the places it passes and its upper edge at each, from first to last."""

    mark: Entry
    way: tuple[str, ...]
    tops: list[float]
    thick: float


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """A band for each row of *frame* from its start to its end."""
    depths = find_depths(frame)
    amounts = {name: _amount(frame, name) for name in depths}
    columns = range(max(depths.values()) + 1)
    fullest = max(sum(amounts[n] for n, at in depths.items() if at == depth) for depth in columns)
    pixels = _HIGH / fullest
    ways = [_way(number, mark, depths) for number, mark in enumerate(entries(frame))]
    posts = _posts(frame, ways, depths, amounts, pixels, look)
    bands = _bands(frame, ways, posts, pixels)
    shapes: list[Bar] = []
    texts: list[Text] = []
    leaving = set(frame["start"])
    for name in depths:
        post = posts[name]
        shapes.append(Bar(post.x, post.x + _POST, post.top, post.height, tint(post.marked)))
        texts += _name(name, post, name in leaving, look)
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


def _amount(frame: pd.DataFrame, name: str) -> float:
    """All that comes to a place or leaves it, whichever is more."""
    ends = (frame["value"][frame[side] == name].sum() for side in ("start", "end"))
    return float(max(ends))


def _way(number: int, mark: Entry, depths: Mapping[str, int]) -> tuple[str, ...]:
    """The places a band passes: a band that skips a column gets a gap of its own in it."""
    between = range(depths[mark.start] + 1, depths[mark.end])
    return (mark.start, *(f"{number}|{depth}" for depth in between), mark.end)


def _posts(
    frame: pd.DataFrame, ways: list[tuple[str, ...]], depths: Mapping[str, int],
    amounts: Mapping[str, float], pixels: float, look: Look,
) -> dict[str, _Post]:  # fmt: skip
    """The posts and gaps in columns from left to right, the gaps on top."""
    last = max(depths.values())
    names = {depth: [n for n, at in depths.items() if at == depth] for depth in range(last + 1)}
    across = Scale(
        0, last, _longest(names[0], look), look.width - _longest(names[last], look) - _POST
    )
    marked = {name: strongest(frame["marked"][frame["end"] == name]) for name in depths}
    posts: dict[str, _Post] = {}
    for depth, column in names.items():
        x, top = across.at(depth), 0.0
        for way, value in zip(ways, frame["value"], strict=True):
            for gap in (name for name in way[1:-1] if name.endswith(f"|{depth}")):
                posts[gap] = _Post(depth, x, top, value * pixels, "")
                top += value * pixels + _GAP
        for name in column:
            height = max(amounts[name] * pixels, 2)
            rows = len(look.wrap(name, look.width * _SIDE, True)) * look.pitch
            between = depth > 0 and name in set(frame["start"])
            top += 0.0 if between else max(0.0, (rows - height) / 2)
            posts[name] = _Post(depth, x, top, height, marked[name])
            into = int((frame["end"] == name).sum()) * look.pitch
            taken = height + rows if between else (height + rows) / 2
            top += max(height, into, taken) + _GAP
    return posts


def _longest(names: list[str], look: Look) -> float:
    """How much width the names on one side take, with the space to their posts."""
    lines = [line for name in names for line in look.wrap(name, look.width * _SIDE, True)]
    return max(look.measure(line, True) for line in lines) + _PAD


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
    """How far the band hides the paper: as long as its number, set on it, keeps 4.5:1."""
    return 0.35 if band.mark.marked else 0.5


def _spot(band: _Band, posts: Mapping[str, _Post]) -> Spot:
    """The last stretch of a band, where its number stands; no lower than a line of text."""
    x, middle = posts[band.way[-1]].x, band.tops[-1] + band.thick / 2
    half = max(band.thick, 24) / 2
    return Spot(x - _REACH, middle - half, x, middle + half, band.mark.said)


def _edges(band: _Band, posts: Mapping[str, _Post]) -> list[Point]:
    """A band's bends: level at each place, halfway between two it changes height."""
    stations = [(posts[name].x, top) for name, top in zip(band.way, band.tops, strict=True)]
    bends = []
    for (x, top), (next_x, next_top) in pairwise(stations):
        middle = (x + _POST + next_x) / 2
        bends += [(x + _POST, top), (middle - 1, top), (middle + 1, next_top), (next_x, next_top)]
    colour = tint(band.mark.marked)
    return [Point("", x, top, top + band.thick, colour) for x, top in bends]


def _name(name: str, post: _Post, leaving: bool, look: Look) -> list[Text]:
    """The name of a post: on its left where ways begin, on its right where they end, else below."""
    width, colour = look.width * _SIDE, voice(post.marked)
    high = len(look.wrap(name, width, True)) * look.pitch
    middle = post.top + (post.height - high) / 2
    if post.depth == 0:
        return look.lines(name, post.x - _PAD, middle, width, colour, True, "end")
    if not leaving:
        return look.lines(name, post.x + _POST + _PAD, middle, width, colour, True)
    return look.lines(name, post.x + _POST + 2, post.top + post.height, width, colour, True)
