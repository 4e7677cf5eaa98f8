"""What a chart shows, in words and from its data, for those who do not see it.

The levels are those of Lundgard and Satyanarayan (2022): what kind of chart it is, then its
extremes and comparisons, never an opinion.
"""

from collections.abc import Iterator, Mapping

import pandas as pd

from braindrain_site.charts.plots import entries
from braindrain_site.wording.filling import filled

_FEW = 8
_WHOLE = ("ladders", "readings")
"""Forms of which no mark is the highest: places, and readings of unlike editions, are all told."""


def describe(form: str, frame: pd.DataFrame, words: Mapping[str, str]) -> str:
    """Sentences that serve the purpose of the drawing; *words* holds the ``describe_`` texts."""
    kind = filled(words[f"describe_{form}"], count=len(frame))
    if form == "line":
        found = [*_changes(frame, words)]
    elif form == "ladders" and "series" in frame:
        found = [*_ladders(frame, words)]
    elif len(frame) <= _FEW or form in _WHOLE:
        found = [filled(words["describe_values"], values="; ".join(frame["said"]))]
    else:
        found = _extremes(form, frame, words)
    return " ".join([kind, *found])


def alone(subtitle: str, shown: str) -> str:
    """What stands for a drawing where nothing else does: its subtitle, then what it shows."""
    return f"{subtitle} {shown}" if subtitle.endswith((".", "?", "!")) else f"{subtitle}. {shown}"


def _extremes(form: str, frame: pd.DataFrame, words: Mapping[str, str]) -> list[str]:
    """The largest, the smallest, and where the highlighted ones among the others stand."""
    ranks = frame["value"].rank(ascending=False, method="min").astype(int)
    frame = frame.assign(label=[*_names(form, frame, words)])
    marks = entries(frame)
    top, low = (extreme(marks, key=lambda mark: mark.value) for extreme in (max, min))
    said = [
        filled(words["describe_highest"], label=top.label, value=top.spoken),
        filled(words["describe_lowest"], label=low.label, value=low.spoken),
    ]
    told = frame.index.isin([top.Index, low.Index])
    for mark in entries(frame[(frame["marked"] != "") & ~told]):
        said.append(
            filled(
                words["describe_rank"],
                label=mark.label,
                value=mark.spoken,
                rank=ranks[mark.Index],
                count=len(frame),
            )
        )
    return said


def _ladders(frame: pd.DataFrame, words: Mapping[str, str]) -> Iterator[str]:
    """The places of each ladder, whose name is heard once."""
    for ladder, group in frame.groupby("series", sort=False):
        places = "; ".join(f"{mark.label} {mark.spoken}" for mark in entries(group))
        yield f"{ladder}: {filled(words['describe_values'], values=places)}"


def _names(form: str, frame: pd.DataFrame, words: Mapping[str, str]) -> Iterator[str]:
    """What each mark is called, whole: a part with what it is part of."""
    for mark in entries(frame):
        if "series" not in frame or frame["label"].is_unique:
            yield mark.label
        elif frame["label"].nunique() == 1:
            yield mark.series
        elif form == "dots":  # whose series is what kind a thing is
            yield filled(words["describe_part"], part=mark.label, whole=mark.series)
        else:
            yield filled(words["describe_part"], part=mark.series, whole=mark.label)


def _changes(frame: pd.DataFrame, words: Mapping[str, str]) -> Iterator[str]:
    """For each line, its first and its last value, its peak and dip, and where it has none."""
    if "series" not in frame:
        frame = frame.assign(series="")
    for line, group in frame.groupby("series", sort=False):
        marks = entries(group.sort_values("x_at", kind="stable") if "x_at" in group else group)
        first, last = marks[0], marks[-1]
        text = filled(
            words["describe_change"],
            start=first.x,
            first=first.spoken,
            end=last.x,
            last=last.spoken,
        )
        if first is last:
            text = filled(words["describe_point"], value=first.spoken, time=first.x)
        yield f"{line!s}: {text}" if line else text
        for key, extreme in (("describe_peak", max), ("describe_dip", min)):
            mark = extreme(marks, key=lambda mark: mark.value)
            if mark not in (first, last):
                yield filled(words[key], value=mark.spoken, time=mark.x)
        gaps = [gap.x for gap in frame.attrs["gaps"] if gap.series == line]
        if gaps:
            more = " …" * (len(gaps) > _FEW)
            yield filled(words["describe_gaps"], times=", ".join(gaps[:_FEW]) + more)
