"""Every picture that leaves the pages: charts as SVG, PNG and specification, cards to share."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from braindrain_site.charts import FORMS
from braindrain_site.charts.drawing import Drawing
from braindrain_site.charts.palette import palette
from braindrain_site.disk.cache import Cache
from braindrain_site.fonts.families import FOLDER, SUMS
from braindrain_site.fonts.setting import Setting, setting
from braindrain_site.model.files import Make
from braindrain_site.model.house import House
from braindrain_site.pages.addresses import PAGES
from braindrain_site.pages.material import Material
from braindrain_site.pictures import cards, chart_picture
from braindrain_site.pictures.captions import caption_of, card_words, rows_of, said
from braindrain_site.pictures.card_rows import Row
from braindrain_site.pictures.card_words import Words
from braindrain_site.pictures.cards import Tally
from braindrain_site.pictures.chart_picture import Caption
from braindrain_site.wording.filling import filled

if TYPE_CHECKING:
    from braindrain_site.charts.outlines import Type

SHARPNESS = 2
"""Pixels of a PNG for each pixel of its chart."""


def make_artwork(material: Material, cache: Path | None = None) -> dict[str, Make]:
    """Path below the site → what makes each picture in the language of *material*.

    Cards only for a site that has an address: without one no page can name its card.
    When all is in the *cache*, no drawing library is loaded.
    """
    studio = _Studio(material.edition.house, setting(material.edition, material.lang), cache)

    def svg(key: str) -> bytes:
        drawing, caption = material.drawings[key], caption_of(material, key)
        return studio.made(chart_picture.picture, drawing, caption).encode()

    def pixels(key: str) -> bytes:
        return studio.png(svg(key).decode(), SHARPNESS)

    def specification(key: str) -> bytes:
        drawing, caption = material.drawings[key], caption_of(material, key)
        return studio.made(chart_picture.specification, drawing, caption).encode()

    files: dict[str, Make] = {}
    for key, chart in material.edition.charts.items():
        if not FORMS[chart.form].drawn:
            continue
        stem = material.picture(key)
        files[f"{stem}.svg"] = partial(svg, key)
        files[f"{stem}.png"] = partial(pixels, key)
        files[f"{stem}.vl.json"] = partial(specification, key)
    return files | (_cards(material, studio) if material.edition.site.address else {})


def _cards(material: Material, studio: "_Studio") -> dict[str, Make]:
    """Path below the site → what makes the card of each page and each chart."""

    def of_chart(key: str) -> bytes:
        words, rows = card_words(material, key), rows_of(material, key)
        return studio.png(studio.made(cards.chart_card, material.drawings[key], words, rows))

    def of_page(page: str, tally: Tally) -> bytes:
        return studio.png(studio.made(cards.page_card, _page_words(material, page), tally))

    def of_story() -> bytes:
        return studio.png(_story_card(material, studio))

    made: dict[str, Make] = {material.card("story"): of_story}
    for key in material.drawings:
        made[material.card(f"chart-{key}")] = partial(of_chart, key)
    for page, tally in tallies(material).items():
        made[material.card(page)] = partial(of_page, page, tally)
    return made


def tallies(material: Material) -> Mapping[str, Tally]:
    """Page → the number that its card sets large; the story's card has a chart instead."""
    edition = material.edition
    counts = {
        "charts": len(edition.charts),
        "figures": len(edition.figures),
        "sources": len(edition.sources),
        "method": len(material.judged),
        "data": len(edition.tables),
    }
    assert set(counts) == set(PAGES) - {"story", "search"}, "every page to share has a card"
    return {
        page: Tally(f"{count:,}", filled(material.words[f"card_{page}"], count=count))
        for page, count in counts.items()
    }


def _page_words(material: Material, page: str) -> Words:
    words = material.words
    edition = material.edition
    publisher = edition.site.publisher[material.lang]
    return Words(publisher, words[f"{page}_title"], words[f"{page}_lead"], mark=edition.mark)


def _story_card(material: Material, studio: "_Studio") -> str:
    """The story's title with the chart that opens it, or the first one, and that chart's words.

    Without a chart, with how many figures there are.
    """
    site, lang = material.edition.site, material.lang
    title = said(material, site.title[lang])
    if not material.drawings:
        below = said(material, site.standfirst[lang])
        alone = Words(site.publisher[lang], title, below, mark=material.edition.mark)
        return studio.made(cards.page_card, alone, tallies(material)["figures"])
    key = next(iter(site.opening or material.drawings))
    drawing = material.drawings[key]
    words = replace(card_words(material, key), headline=title)
    rows = tuple(replace(row, marked="") for row in rows_of(material, key))
    return studio.made(cards.chart_card, drawing, words, rows)


class _Studio:
    """Makes pictures with one set of colours and fonts, and looks in the cache first."""

    def __init__(self, house: House, setting: Setting, cache: Path | None) -> None:
        self._colours, self._setting = palette(house).day, setting
        here = Path(__file__).parent
        programs = [*sorted(here.glob("*.py")), *sorted(here.with_name("charts").glob("*.py"))]
        makers = [*programs, *sorted(FOLDER.glob("*.py")), SUMS]
        self._cache = Cache(cache, makers, ("vl-convert-python", "uharfbuzz"))

    @cached_property
    def _type(self) -> "Type":
        from braindrain_site.charts.outlines import Type

        return Type(self._setting)

    def made(
        self,
        make: Callable[..., str],
        *content: Drawing | Caption | Words | Tally | tuple[Row, ...],
    ) -> str:
        """What *make* draws of *content*."""
        known_by = self._setting.known_by
        made_from = (make.__qualname__, content, known_by, *self._colours.values())
        return self._cache.text(made_from, lambda: make(*content, self._type, self._colours))

    def png(self, svg: str, scale: float = 1) -> bytes:
        """*svg* as pixels."""
        from braindrain_site.pictures import png

        return self._cache.content((svg, scale), lambda: png.png(svg, scale))
