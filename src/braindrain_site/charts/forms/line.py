"""A line through time for each series, its ends and extremes said in numbers."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import altair as alt
import numpy as np
import pandas as pd

from braindrain_site.charts import ends, wedges
from braindrain_site.charts.ends import End
from braindrain_site.charts.marks import Dot, Point, Rule, curves, dots, page, rules, shade, words
from braindrain_site.charts.plots import Entry, Gap, entries
from braindrain_site.charts.sayings import Course, Saying, course, stands
from braindrain_site.charts.scales import Scale, levels, spanning
from braindrain_site.charts.spacing import Box, room_for
from braindrain_site.charts.style import (
    MUTED,
    QUIET,
    RULE,
    Look,
    Text,
    calling,
    strongest,
    tint,
)
from braindrain_site.charts.tips import Spot, around, spots

_RADIUS = 4.5
_HIGH, _HIGH_NARROW = 220, 180
_SIDE = 0.3
"""The most of the width that the words at the lines' ends take."""
_NOTE = 150
_NOTE_LINES = 3


def draw(frame: pd.DataFrame, look: Look) -> alt.LayerChart:
    """One line for each series of *frame*, or a single one; time runs to the right.

    Lines that begin together at one value are an index: the value has a line of its own, and what
    lies between it and a line of the subject is shaded.
    """
    frame = frame.assign(series=frame.get("series", "")).sort_values("x_at", kind="stable")
    frame["marked"] = frame.groupby("series")["marked"].transform(strongest)
    base = wedges.base_of(frame)
    noted = (base is None and any(frame["note"])) or any(gap.note for gap in frame.attrs["gaps"])
    room = look.pitch * (1 + _NOTE_LINES * noted) + 14
    up, last = _ends(frame if base is None else frame.assign(note=_outside(frame)), room, look)
    ground = up.start + room * (up.low != 0)
    across = _across(frame, up, last, look)
    zero = [Text(0, up.at(0) + look.size * 0.36, "0", MUTED)] * up.crosses
    texts = zero + [text for end in last for text in end.texts()]
    points = [_dot(mark, up) for mark in [*(end.mark for end in last), *_lone(frame)]]
    lines = [*_rules(frame, base, across, up, ground, look)]
    lines += [line for end in last for line in ends.leader(end, across.at(end.mark.x_at), up, look)]
    courses = [*_courses(frame, across, up), *map(course, lines)]
    inside, untold = wedges.notes(frame, base, across, up, courses, ground, look)
    texts += inside
    taken = [*map(look.box, texts), *(_round(point, across) for point in points)]
    for saying in [*_missing(frame, look), *_spoken(frame, up, look)]:
        places = stands(saying, courses, across, up, ground, look)
        if said := next((each for each in places if room_for(map(look.box, each), taken)), None):
            taken += map(look.box, said)
            texts += said
            points += [saying.dot] if saying.dot else []
    solid, broken = _stretches(frame)
    crowded = any(text.y > ground for text in texts)
    right = across.end + _RADIUS if crowded else look.width
    texts += _times(frame, across, ground + 4, right, look)
    told = [frame.attrs["cut"]] * (up.cut and base is None)
    told += [frame.attrs["broken"]] * bool(broken)
    for line in filter(None, [*untold, " ".join(told)]):
        below = max(look.box(text).bottom for text in texts) + 4
        texts += look.lines(line, 0, below, look.width, MUTED)
    return page(
        look, max(text.y for text in texts) + 6, shade(wedges.edges(frame, base, across, up)),
        rules(lines), curves(solid, across, up, 2.5),
        curves(broken, across, up, 2.5, dashed=True),
        dots(points, across, _RADIUS), words(texts, look), spots(_places(frame, across, up)),
    )  # fmt: skip


def _rules(
    frame: pd.DataFrame, base: float | None, across: Scale, up: Scale, ground: float, look: Look
) -> Iterator[Rule]:
    """The ground that times stand on, zero where lines cross it, and where an index begins."""
    foot = across.end if len(_moments(frame)) > 1 else look.width
    yield Rule(across.start, ground, foot, ground, RULE if up.low else QUIET)
    for level in [0.0] * up.crosses + ([] if base is None else [base]):
        yield Rule(across.start, up.at(level), foot, up.at(level), QUIET)


def _ends(frame: pd.DataFrame, room: float, look: Look) -> tuple[Scale, list[End]]:
    """The vertical scale, tall enough for the words at the lines' ends, and these."""
    marks = entries(frame.groupby("series", sort=False).tail(1))
    said = [text for mark in marks for text in (mark.series, mark.printed, mark.note)]
    up = levels(frame["value"], 0, 0)
    left = look.width - ends.room(said, _SIDE, look) - _RADIUS
    if len(_moments(frame)) == 1:  # no line, so the words stand at the points
        left = _start(up, look) + ends.PAD + _RADIUS
    blocks = [ends.block(mark, mark.series, left, look) for mark in marks]
    below = room * (up.low != 0)
    high = max(_HIGH_NARROW if look.narrow else _HIGH, ends.tall(blocks, look) - room - below)
    up = up._replace(start=room + high, end=room)
    return up, ends.place(marks, blocks, up, 0, up.start + below, look)


def _outside(frame: pd.DataFrame) -> list[str]:
    """The notes at the ends of lines: of an index, those of the subject stand in its wedge."""
    return [mark.note * (mark.marked != "subject") for mark in entries(frame)]


def _across(frame: pd.DataFrame, up: Scale, last: list[End], look: Look) -> Scale:
    """Time in pixels, with room on the left for a zero, on the right for words and leaders."""
    led = any(ends.moved(end, up, look) for end in last)
    start, moments = _start(up, look, _beginning(frame)), [at for at, _ in _moments(frame)]
    end = last[0].block[0].x - (ends.LEAD if led else ends.PAD)
    return spanning(moments, start, max(start, end), zero=False)


def _start(up: Scale, look: Look, before: Sequence[str] = ()) -> float:
    """Where lines begin: behind the zero, where there is one, and what stands *before* them."""
    wide = [look.measure("0") + 6] * up.crosses
    wide += [look.measure(said, bold=True) + ends.PAD - _RADIUS for said in before]
    return _RADIUS + max(wide, default=0)


def _beginning(frame: pd.DataFrame) -> list[str]:
    """What is said before lines that begin together at several values."""
    firsts = frame.groupby("series", sort=False).head(1)
    together = firsts[firsts["x_at"] == frame["x_at"].min()]
    return [*together["printed"]] if together["value"].nunique() > 1 else []


def _moments(frame: pd.DataFrame) -> list[tuple[float, str]]:
    """The times that any line knows or lacks a value for, in order."""
    times = dict(zip(frame["x_at"], frame["x"], strict=True))
    return sorted({**{gap.x_at: gap.x for gap in frame.attrs["gaps"]}, **times}.items())


def _lines(frame: pd.DataFrame) -> list[tuple[list[Entry], list[Gap]]]:
    """Of each series its marks, and the times without a value."""
    gaps = sorted(frame.attrs["gaps"], key=lambda gap: gap.x_at)
    return [
        (entries(one), [gap for gap in gaps if gap.series == name])
        for name, one in frame.groupby("series", sort=False)
    ]


def _between(marks: list[Entry], at: float) -> float:
    """Where a line passes or would pass at the time *at*."""
    known = [mark.x_at for mark in marks], [mark.value for mark in marks]
    return float(np.interp(at, *known))


def _stretches(frame: pd.DataFrame) -> tuple[list[Point], list[Point]]:
    """The lines from point to point: known ones, and those over times that only others know.

    Each stretch of a line has a name of its own, so that nothing joins two of them.
    """
    known: list[Point] = []
    bridged: list[Point] = []
    others = set(frame["x_at"])
    for marks, gaps in _lines(frame):
        times = others | {gap.x_at for gap in gaps}
        run = 0
        for pair in pairwise(marks):
            skipped = any(pair[0].x_at < time < pair[1].x_at for time in times)
            run += skipped
            name = f"{pair[0].series} {run}"
            (bridged if skipped else known).extend(
                Point(name, mark.x_at, mark.value, 0, tint(mark.marked)) for mark in pair
            )
    return list(dict.fromkeys(known)), bridged


def _lone(frame: pd.DataFrame) -> list[Entry]:
    """The points that no known line leads to or from, which nobody would see."""
    joined = {(point.stroke, point.x, point.y) for point in _stretches(frame)[0]}
    return [
        mark
        for marks, _ in _lines(frame)
        for mark in marks
        if (tint(mark.marked), mark.x_at, mark.value) not in joined
    ]


def _places(frame: pd.DataFrame, across: Scale, up: Scale) -> list[Spot]:
    """Each line in the order of time, with the times for which it has no value."""
    return [
        around(across.at(at), up.at(value), said)
        for marks, gaps in _lines(frame)
        for at, value, said in sorted(
            [
                *((mark.x_at, mark.value, mark.said) for mark in marks),
                *((gap.x_at, _between(marks, gap.x_at), gap.said) for gap in gaps),
            ]
        )
    ]


def _round(dot: Dot, across: Scale) -> Box:
    """What *dot* takes."""
    x = across.at(dot.value)
    return Box(x - _RADIUS, dot.y - _RADIUS, x + _RADIUS, dot.y + _RADIUS)


def _dot(mark: Entry, up: Scale) -> Dot:
    return Dot(mark.x_at, up.at(mark.value), tint(mark.marked), tint(mark.marked))


def _missing(frame: pd.DataFrame, look: Look) -> Iterator[Saying]:
    """That there is no value, once in the middle of each time without one."""
    for marks, gaps in _lines(frame):
        after = [sum(mark.x_at < gap.x_at for mark in marks) for gap in gaps]
        for number in dict.fromkeys(after):
            run = [gap for gap, known in zip(gaps, after, strict=True) if known == number]
            at = (run[0].x_at + run[-1].x_at) / 2
            note = " ".join(gap.note for gap in run if gap.note)
            lines = [run[0].printed, *look.wrap(note, _NOTE)]
            value = _between(marks, at)
            yield Saying(at, value, lines, MUTED, None, value >= frame["value"].mean())


def _spoken(frame: pd.DataFrame, up: Scale, look: Look) -> Iterator[Saying]:
    """The points whose value is said, the most important first: noted, first, extreme."""
    chosen = [frame[frame["note"] != ""]]
    for _, one in frame.groupby("series", sort=False):
        extremes = one.loc[[one["value"].idxmax(), one["value"].idxmin()]]
        chosen += [one.head(1), extremes]
    inner = pd.concat(chosen).drop_duplicates(["x_at", "printed"])
    last = frame.groupby("series", sort=False).tail(1).index
    for mark in entries(inner[~inner.index.isin(last)]):
        lines = [mark.printed, *look.wrap(mark.note, _NOTE)]
        high = mark.value >= frame["value"].mean()
        yield Saying(mark.x_at, mark.value, lines, calling(mark.marked), _dot(mark, up), high)


def _courses(frame: pd.DataFrame, across: Scale, up: Scale) -> list[Course]:
    """Where each line runs, in pixels."""
    return [
        ([across.at(mark.x_at) for mark in marks], [up.at(mark.value) for mark in marks])
        for marks, _ in _lines(frame)
    ]


def _times(frame: pd.DataFrame, across: Scale, top: float, right: float, look: Look) -> list[Text]:
    """Times below the line at even steps from the first to the last, as many as fit."""
    times = _moments(frame)
    steps = [step for step in range(1, len(times)) if (len(times) - 1) % step == 0]
    texts: list[Text] = []
    for step in steps or [1]:
        texts = []
        for at, time in times[::step]:
            wide = look.measure(time)
            x = min(max(across.at(at) - wide / 2, 0), right - wide)
            texts.append(Text(x, look.baseline(top), time, MUTED))
        if all(look.box(one).right + 12 <= other.x for one, other in pairwise(texts)):
            break
    return texts
