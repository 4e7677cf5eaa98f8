"""What stands beside a drawing: its words, its table, its sources, its data to take away."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from braindrain_site import wording
from braindrain_site.charts import FORMS
from braindrain_site.charts.drawing import Drawing
from braindrain_site.figures import formulas, grades
from braindrain_site.model.date_mistakes import NOT_STATED
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Chart, Source, Unit
from braindrain_site.model.fields import Text
from braindrain_site.model.memory import recall
from braindrain_site.model.tables import Column, Table
from braindrain_site.pages.change_notes import Note, of_chart
from braindrain_site.pages.promise_list import Promise, promises
from braindrain_site.pages.two_widths import at_two_widths
from braindrain_site.texts.binding import Binding
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.pieces import Bound


@dataclass(frozen=True)
class Heading:
    """The head of one column; numbers are set to the right."""

    title: str
    numeric: bool = False


@dataclass(frozen=True)
class Sheet:
    """A table for readers: every cell is text with its separators, or a link."""

    title: str
    columns: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def heads(self) -> int:
        """How many of its first cells name a row: the words that tell it from all others, or one.

        They are what screen readers say before each other cell of the row.
        """
        texts = next((at for at, head in enumerate(self.columns) if head.numeric), 1)
        for count in range(1, texts + 1):
            if len({row[:count] for row in self.rows}) == len(self.rows):
                return count
        return 1


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


@dataclass(frozen=True)
class Download:
    """A file to take away: its path below the site, its kind (``CSV``) and its bytes."""

    path: str
    kind: str
    size: int


@dataclass(frozen=True)
class Exhibit:
    """A chart with all that stands around it."""

    key: str
    form: str
    title: str
    """The headline without its links."""
    headline: Markup
    subtitle: Markup
    notes: Markup | None
    caveat: Markup | None
    doubtful: bool
    """Whether a number in its words or its drawing has the sign of doubt."""
    choice: str
    """What it is called on the switch it is part of; empty when it stands alone."""
    wide: Markup
    narrow: Markup
    description: str
    """What both drawings show, in words that do not say the subtitle again."""
    promises: tuple[Promise, ...]
    """What a list shows in place of drawings, which are then empty."""
    sheet: Sheet
    credits: Credits
    publishers: tuple[str, ...]
    """Who published what it shows, each once, as a short line names them."""
    downloads: tuple[Download, ...]
    files: tuple[tuple[str, str], ...]
    """Where its data and its pictures are, and of what kind each is."""
    changed: tuple[Note, ...]
    """What changed in it since it was first shown."""


@dataclass(frozen=True)
class Switch:
    """Charts that share one place: the reader chooses which is seen; before that, the first is."""

    name: str
    legend: str
    """What the reader chooses."""
    views: tuple[Exhibit, ...]


def exhibit(
    key: str,
    binding: Binding,
    drawing: Drawing,
    words: Mapping[str, str],
    exports: Mapping[str, bytes],
    picture: str,
) -> Exhibit:
    """Chart *key* of the binding's edition with its words in the binding's language.

    *picture* is where its pictures are, without their endings.
    """
    edition, lang = binding.edition, binding.lang
    chart = edition.charts[key]

    def said(text: Text | None) -> Markup | None:
        return binding.html(text[lang]) if text else None

    stem = f"data/tables/{chart.table}" if chart.table else f"data/charts/{key}"
    headline, subtitle = binding.html(chart.headline[lang]), binding.html(chart.subtitle[lang])
    notes, caveat = said(chart.notes), said(chart.caveat)
    told = () if FORMS[chart.form].drawn else tuple(promises(chart, binding))
    wide, narrow = at_two_widths(key, drawing.wide, drawing.narrow)
    spoken = (headline, subtitle, notes, caveat, drawing.wide, *(each.result for each in told))
    named = [credit(edition, name, lang) for name in sources_of(edition, chart)]
    files = downloads(stem, exports)
    return Exhibit(
        key=key,
        form=chart.form,
        title=drawing.title,
        headline=headline,
        subtitle=subtitle,
        notes=notes,
        caveat=caveat,
        doubtful=any(grades.DOUBTFUL in text for text in spoken if text),
        choice=binding.plain(chart.choice[lang]) if chart.choice else "",
        wide=wide,
        narrow=narrow,
        description=drawing.shown,
        promises=told,
        sheet=_sheet_of_chart(chart, binding, words),
        credits=credits(named),
        publishers=tuple(dict.fromkeys(each.publisher for each in named)),
        downloads=files,
        files=(
            *((each.path, each.kind) for each in files),
            *((f"{picture}.{kind.lower()}", kind) for kind in ("SVG", "PNG") if drawing.wide),
        ),
        changed=of_chart(key, binding),
    )


def downloads(stem: str, exports: Mapping[str, bytes]) -> tuple[Download, ...]:
    """The CSV and the JSON that *exports* holds under *stem*."""
    return tuple(
        Download(f"{stem}.{kind}", kind.upper(), len(exports[f"{stem}.{kind}"]))
        for kind in ("csv", "json")
    )


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


def sheet(table: Table, binding: Binding, wanted: tuple[str, ...] = ()) -> Sheet:
    """*table* for readers; only the columns *wanted* and the key, or all of them."""
    what = ("sheet", table.name, binding.lang, wanted)
    return recall(binding.edition, what, lambda: _sheet(table, binding, wanted))


def _sheet(table: Table, binding: Binding, wanted: tuple[str, ...]) -> Sheet:
    shown = [
        column
        for column in table.about.fields
        if not wanted or column.name in {*wanted, *table.about.primaryKey, "source"}
    ]
    shown.sort(key=lambda column: column.name not in table.about.primaryKey)
    typed = [[str(cell) for cell in table.typed[column.name]] for column in shown]
    cells = [
        [_cell(text, column, binding) for text in texts]
        for column, texts in zip(shown, typed, strict=True)
    ]
    return Sheet(
        title=binding.plain(table.about.title[binding.lang]),
        columns=tuple(
            Heading(binding.plain(column.title[binding.lang]), column.type in {"integer", "number"})
            for column in shown
        ),
        rows=tuple(zip(*cells, strict=True)),
    )


def _cell(typed: str, column: Column, binding: Binding) -> str:
    """One cell in words: a label, a source by its publisher, a date, or a number."""
    edition, lang = binding.edition, binding.lang
    if column.name == "source" and typed in edition.sources:
        source = edition.sources[typed]
        return _linked(source.publisher[lang], source)
    if typed in column.labels:
        return binding.plain(column.labels[typed][lang])
    if column.type in {"period", "day"}:
        return wording.period(typed, lang)
    if column.type in {"string", "year"}:
        return typed
    if not typed:
        return edition.words["no_data"][lang]
    return wording.cell_text(typed, _unit(column, edition), lang)


def _unit(column: Column, edition: Edition) -> Unit | None:
    return edition.units[column.unit] if column.unit else None


def _linked(text: str, source: Source) -> str:
    return Markup('<a href="{}">{}</a>').format(source.url, text) if source.url else text


def _sheet_of_chart(chart: Chart, binding: Binding, words: Mapping[str, str]) -> Sheet:
    lang = binding.lang
    title = binding.plain(chart.subtitle[lang])
    if chart.table:
        table = binding.edition.tables[chart.table]
        whole = sheet(table, binding, tuple(chart.columns.values()))
        return Sheet(title, whole.columns, whole.rows)
    grouped = any(row.series for row in chart.rows)
    heads = [Heading(words["table_label"]), Heading(words["table_value"], numeric=True)]
    if grouped:
        heads.insert(1, Heading(words["table_series"]))
    rows = []
    for row in chart.rows:
        cells = [binding.plain(row.label[lang]), binding.figure(row.figure, back=False)]
        if grouped:
            cells.insert(1, binding.plain(row.series[lang]) if row.series else "")
        rows.append(tuple(cells))
    return Sheet(title, tuple(heads), tuple(rows))


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
