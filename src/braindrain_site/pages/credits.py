"""The sources of what a page shows, each as a line names it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from braindrain_site import wording
from braindrain_site.figures import formulas
from braindrain_site.model.chart import Chart
from braindrain_site.model.date_mistakes import NOT_STATED
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Source
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.pieces import Bound


@dataclass(frozen=True)
class Credit:
    """One source as a line names it; ``unopened`` when nobody here has seen the document.

    ``url`` is where the document itself stands, ``seen_url`` where ``seen_at`` is, from which it is
    known although it was not opened.
    """

    key: str
    publisher: str
    title: str
    url: str | None
    published: str
    at: str | None
    unopened: bool
    seen_at: str | None
    seen_url: str | None
    tongue: str | None
    """The language of the title where it is not the page's."""


@dataclass(frozen=True)
class Credits:
    """The sources of a chart: each *named* whole, or, where nobody here opened several, set
    *apart* by publisher, so that this is said once."""

    named: tuple[Credit, ...]
    apart: tuple[tuple[Credit, ...], ...]


def credit(edition: Edition, key: str, lang: str, at: str | None = None) -> Credit:
    """Source *key* for a line, with the place in it if *at* is given."""
    source = edition.sources[key]
    return Credit(
        key=key,
        publisher=source.publisher[lang],
        title=source.title[lang],
        url=source.url,
        published=_dated(source, lang),
        at=at,
        unopened=source.seen == "second_hand",
        seen_at=source.seen_at[lang] if source.seen_at else None,
        seen_url=source.seen_url,
        tongue=source.tongue(lang),
    )


def credits(found: Iterable[Credit]) -> Credits:
    """*found* with the documents of a publisher together, those that nobody here opened last."""
    works: dict[str, list[Credit]] = {}
    for each in found:
        works.setdefault(each.publisher, []).append(each)
    opened, unopened = (
        [tuple(c for c in group if c.unopened is unseen) for group in works.values()]
        for unseen in (False, True)
    )
    apart = tuple(filter(None, unopened))
    if sum(map(len, apart)) > 1:
        return Credits(tuple(chain(*opened)), apart)
    return Credits(tuple(chain(*opened, *apart)), ())


def _dated(source: Source, lang: str) -> str:
    """When *source* was published; empty when it does not say."""
    return "" if source.published == NOT_STATED else wording.period(source.published, lang)


def sources_of(edition: Edition, chart: Chart) -> tuple[str, ...]:
    """The sources of all that a chart prints, each once: of its data, then of its words."""
    names = [chart.table] if chart.table else [row.figure for row in chart.rows]
    texts = [chart.headline, chart.subtitle, chart.caveat, chart.notes]
    texts += [annotation.text for annotation in chart.annotations]
    said = (parse(text[edition.site.languages[0]]) for text in texts if text)
    named = (piece for parsed in said for piece in parsed.named())
    names += [piece.key for piece in named if isinstance(piece, Bound)]
    return tuple(dict.fromkeys(key for name in names for key in sources_behind(edition, name)))


def sources_behind(edition: Edition, name: str) -> Iterator[str]:
    """The sources of a figure or table; those of its formula's inputs when it has one.

    A table of documents names a source in each row. Further reports are for receipts.
    """
    if name in edition.tables:
        table = edition.tables[name]
        yield from table.typed["source"] if table.column("source") else [table.about.source]
        return
    figure = edition.figures[name]
    if figure.source:
        yield figure.source
    for other in formulas.names(figure.formula) if figure.formula else ():
        yield from sources_behind(edition, other)
