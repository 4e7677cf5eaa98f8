"""A chart with all its words as one picture, and as one specification: both stand alone."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from braindrain_site.charts.drawing import Drawing
from braindrain_site.charts.svg import size_of
from braindrain_site.pictures.canvas import Canvas, resolved

if TYPE_CHECKING:
    from braindrain_site.charts.outlines import Type

EDGE = 28
"""Paper around a chart, in pixels."""
_MUTED = "var(--muted)"


@dataclass(frozen=True)
class Caption:
    """The words that go with a chart wherever it goes, figures filled in.

    ``caveat``, which begins with ``care``, and ``notes`` are empty when there are none; ``dagger``
    says what the sign means if it stands anywhere; ``source`` names all sources, in lines.
    """

    headline: str
    subtitle: str
    care: str
    caveat: str
    notes: str
    dagger: str
    source: str
    publisher: str


def picture(drawing: Drawing, caption: Caption, type_: "Type", colours: Mapping[str, str]) -> str:
    """The wide drawing between its headline and its sources, as an SVG that opens anywhere."""
    across, tall = size_of(drawing.wide)
    canvas = Canvas(across + 2 * EDGE, type_, colours)
    top = canvas.block(caption.headline, EDGE, EDGE - 4, across, 30, "display", leading=1.14)
    top = canvas.block(caption.subtitle, EDGE, top + 7, across, 15, colour=_MUTED) + 18
    if caption.caveat:
        before = top - 5
        top = canvas.block(caption.caveat, EDGE + 14, before, across - 14, 14, lead=caption.care)
        canvas.rect(EDGE, before + 2, 3, top - before - 4, "var(--ink)")
        top += 18
    canvas.svg(drawing.wide, EDGE, top)
    top += tall + 18
    for words in filter(None, (caption.notes, caption.dagger, *caption.source.split("\n"))):
        top = canvas.block(words, EDGE, top, across, 13, colour=_MUTED) + 5
    canvas.rect(EDGE, top + 7, across, 1, "var(--ink)")
    canvas.text(caption.publisher, EDGE, top + 30, 16, "display")
    return canvas.finish(round(top + 30 + EDGE * 0.7), drawing.title, drawing.description)


def specification(
    drawing: Drawing, caption: Caption, type_: "Type", colours: Mapping[str, str]
) -> str:
    """The chart as Vega-Lite JSON with its data inside: it opens in the Vega editor as it is."""
    spec: dict[str, Any] = json.loads(resolved(drawing.specification, colours))
    across = spec["width"]
    headline = type_.wrap(caption.headline, "display", across / 26)
    below = (caption.subtitle, caption.caveat, caption.dagger)
    subtitle = [line for text in below for line in type_.wrap(text, "regular", across / 15)]
    above = round(30 * len(headline) + 20 * len(subtitle) + 18)
    labels = type_.outside("labels")
    config = spec.get("config", {}) | {"background": colours["paper"]}
    first = {"$schema": spec.pop("$schema"), "description": drawing.description}
    added = {
        "title": {
            "text": headline, "subtitle": subtitle, "anchor": "start", "frame": "group",
            "offset": 14, "font": type_.outside("headings"), "fontSize": 26, "fontWeight": 500,
            "lineHeight": 30, "color": colours["ink"], "subtitleFont": labels,
            "subtitleFontSize": 15, "subtitleLineHeight": 20, "subtitleColor": colours["muted"],
            "subtitlePadding": 6,
        },
        "padding": {"top": above + EDGE, "right": EDGE, "bottom": EDGE, "left": EDGE},
        "usermeta": {
            name: words
            for name, words in vars(caption).items()
            if words and name not in {"headline", "subtitle", "care"}
        },
        "config": config,
    }  # fmt: skip
    text = json.dumps(first | spec | added, ensure_ascii=False, indent=1)
    return text.replace("var(--font)", labels) + "\n"
