"""How Pelican builds the story: a page for each text, its charts drawn by Altair as SVG."""

import json
import re
from pathlib import Path

import altair
import vl_convert
from pelican import signals

SITENAME, TIMEZONE, DEFAULT_LANG = "The story", "UTC", "en"
PATH, THEME = "content", "theme"
PAGE_PATHS = [""]
ARTICLE_PATHS: list[str] = []
PAGE_URL = PAGE_SAVE_AS = "{slug}.html"
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = None
THEME_STATIC_PATHS: list[str] = []


def drawn(name: str) -> str:
    """The chart of the table *name* as SVG."""
    rows = json.loads(Path("charts", f"{name}.json").read_text("utf-8"))
    chart = (
        altair.Chart(altair.InlineData(values=rows), width=480)
        .mark_bar()
        .encode(x="value:Q", y=altair.Y("mark:N", sort=None), color="group:N")
    )
    return str(vl_convert.vegalite_to_svg(chart.to_dict()))


def draw(page: object) -> None:
    """Puts each chart where the text names it."""
    text = getattr(page, "_content", None) or ""
    told = re.sub(r"<p>CHART ([\w-]+)</p>", lambda found: drawn(found[1]), text)
    page._content = told  # type: ignore[attr-defined]


signals.content_object_init.connect(draw)
