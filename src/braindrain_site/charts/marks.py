"""The marks that forms are made of, as Altair layers on true scales.

A form works out where things stand; numbers keep their scale in the specification, so that it
opens in any Vega-Lite editor as a chart and not as a picture.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, Literal, NamedTuple

import altair as alt

from braindrain_site.charts.scales import Scale
from braindrain_site.charts.style import INK, PAPER, SOFT, Look, Text

_FONT = "var(--font)"
_ALIGN: dict[str, Literal["left", "center", "right"]] = {
    "start": "left", "middle": "center", "end": "right",
}  # fmt: skip


class Bar(NamedTuple):
    """A bar from *start* to *end* on the scale, *y* and *height* in pixels."""

    start: float
    end: float
    y: float
    height: float
    fill: str
    hollow: bool = False
    """Whether only its outline has the colour."""


class Rule(NamedTuple):
    """A straight line between two points, in pixels."""

    x: float
    y: float
    x2: float
    y2: float
    stroke: str = INK
    width: float = 1


class Dot(NamedTuple):
    """A disc around *value* on the scale, *y* in pixels; hollow when *fill* is the paper."""

    value: float
    y: float
    fill: str
    stroke: str


class Stroke(NamedTuple):
    """An SVG *path*, in pixels, drawn *x* and *y* away from where it stands."""

    x: float
    y: float
    path: str
    stroke: str


class Point(NamedTuple):
    """One bend of the line or the surface called *name*; *y2* is a surface's other edge."""

    name: str
    x: float
    y: float
    y2: float = 0
    stroke: str = INK


Layers = list[alt.Chart]
_CLOSEST = 2.5
"""Pixels from rung to rung; nearer ones are a grey bar."""


def _x(field: str, scale: Scale | None = None) -> alt.X:
    return alt.X(f"{field}:Q", **_on(scale))


def _y(field: str, scale: Scale | None = None) -> alt.Y:
    return alt.Y(f"{field}:Q", **_on(scale))


def _on(scale: Scale | None) -> dict[str, Any]:
    """How a channel is drawn: along *scale*, or as plain pixels; never with an axis."""
    if scale is None:
        return {"scale": None, "axis": None}
    domain, pixels = [scale.low, scale.high], [scale.start, scale.end]
    return {"scale": alt.Scale(domain=domain, range=pixels, nice=False, zero=False), "axis": None}


def _layer(marks: Iterable[NamedTuple]) -> alt.Chart:
    return alt.Chart(data(mark._asdict() for mark in marks))


def data(rows: Iterable[dict[str, Any]]) -> Any:
    """*rows* as the data of a layer, in a form that Altair neither copies nor looks over."""
    return {"values": tuple(rows)}


def _paint(channel: type[Any], field: str) -> Any:
    return channel(f"{field}:N", scale=None, legend=None)


def bars(marks: Sequence[Bar], scale: Scale) -> Layers:
    """Upright rectangles along a horizontal scale."""
    layers = []
    for hollow in (False, True):
        chosen = [mark for mark in marks if bool(mark.hollow) == hollow]
        if not chosen:
            continue
        rows = [mark._asdict() | {"y2": mark.y + mark.height} for mark in chosen]
        for row in rows:
            del row["hollow"]
        paint: dict[str, Any] = {"fill": _paint(alt.Fill, "fill")}
        if hollow:
            paint = {"fill": alt.value(PAPER), "stroke": _paint(alt.Stroke, "fill")}
        layers.append(
            alt.Chart(data(rows)).mark_rect(strokeWidth=1.5 * hollow).encode(
                x=_x("start", scale), x2=alt.X2("end:Q"), y=_y("y"), y2=alt.Y2("y2:Q"), **paint
            )
        )  # fmt: skip
    return layers


def rules(marks: Iterable[Rule]) -> Layers:
    """Straight lines: one layer for each thickness."""
    layers = []
    for width, group in groupby(sorted(marks, key=lambda mark: mark.width), lambda m: m.width):
        layers.append(
            _layer(list(group)).mark_rule(strokeWidth=width).encode(
                x=_x("x"), x2=alt.X2("x2:Q"),
                y=_y("y"), y2=alt.Y2("y2:Q"), stroke=_paint(alt.Stroke, "stroke"),
            )
        )  # fmt: skip
    return layers


def rungs(marks: Sequence[Rule], length: float, step: float) -> Layers:
    """Ladders: along each upright line a rung of *length* at every *step*."""
    dash = [1, step - 1] if step > _CLOSEST else [1, 0]
    return [
        _layer(marks).mark_rule(strokeWidth=length, strokeDash=dash).encode(
            x=_x("x"), x2=alt.X2("x2:Q"), y=_y("y"), y2=alt.Y2("y2:Q"),
            stroke=_paint(alt.Stroke, "stroke"),
        )
    ]  # fmt: skip


def dots(marks: Sequence[Dot], scale: Scale | None, radius: float) -> Layers:
    """Discs along a horizontal scale."""
    if not marks:
        return []
    point = _layer(marks).mark_point(size=3.1416 * radius**2, strokeWidth=1.5, opacity=1)
    return [
        point.encode(
            x=_x("value", scale), y=_y("y"),
            fill=_paint(alt.Fill, "fill"), stroke=_paint(alt.Stroke, "stroke"),
        )
    ]  # fmt: skip


def strokes(marks: Sequence[Stroke], width: float, dash: Sequence[float] = ()) -> Layers:
    """Paths with round ends, so that one without length is a dot and a dashed one a row of dots."""
    if not marks:
        return []
    mark = _layer(marks).mark_point(
        size=4, opacity=1, fill="transparent", strokeWidth=width, strokeCap="round",
        strokeDash=list(dash) or alt.Undefined,
    )  # fmt: skip
    path = alt.Shape("path:N", scale=None, legend=None)
    return [mark.encode(x=_x("x"), y=_y("y"), shape=path, stroke=_paint(alt.Stroke, "stroke"))]


def curves(
    marks: Sequence[Point], across: Scale | None, up: Scale, width: float, dashed: bool = False
) -> Layers:
    """A line for each name, from point to point."""
    if not marks:
        return []
    line = _layer(marks).mark_line(strokeWidth=width, strokeJoin="round", strokeCap="round")
    if dashed:
        line = _layer(marks).mark_line(strokeWidth=width, strokeDash=[width * 2, width * 2])
    return [
        line.encode(
            x=_x("x", across), y=_y("y", up), detail=alt.Detail("name:N"),
            stroke=_paint(alt.Stroke, "stroke"),
        )
    ]  # fmt: skip


def shade(marks: Sequence[Point]) -> Layers:
    """A pale surface for each name between two edges, in pixels."""
    if not marks:
        return []
    surface = _layer(marks).mark_area(fillOpacity=1)
    return [
        surface.encode(
            x=_x("x"), y=_y("y"), y2=alt.Y2("y2:Q"), detail=alt.Detail("name:N"),
            fill=alt.value(SOFT),
        )
    ]  # fmt: skip


def words(lines: Iterable[Text], look: Look) -> Layers:
    """Lines of text: one layer for each way of setting them."""

    def kind(line: Text) -> tuple[float, bool, str]:
        return line.size or look.size, line.bold, line.anchor

    layers = []
    for (size, bold, anchor), group in groupby(sorted(lines, key=kind), kind):
        mark = _layer(list(group)).mark_text(
            align=_ALIGN[anchor],
            baseline="alphabetic", font=_FONT, fontSize=size,
            fontWeight=600 if bold else 400, limit=0,
        )  # fmt: skip
        layers.append(
            mark.encode(
                x=_x("x"), y=_y("y"), text=alt.Text("text:N"),
                fill=_paint(alt.Fill, "colour"),
            )
        )  # fmt: skip
    return layers


def page(look: Look, height: float, *layers: Layers) -> alt.LayerChart:
    """The chart: its layers one above the other on nothing, *height* pixels tall."""
    return alt.LayerChart(  # at once: each step of a chain would copy all layers
        layer=[layer for several in layers for layer in several],
        resolve=alt.Resolve(scale=alt.ScaleResolveMap(x="independent", y="independent")),
        width=look.width,
        height=round(height),
        padding=0,
        autosize="none",
        config=alt.Config(aria=False, background="transparent", view=alt.ViewConfig(stroke=None)),
    )
