"""What stands beside a drawing: its words, its table, its sources, its data to take away."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from braindrain_site.charts import FORMS
from braindrain_site.charts.drawing import Drawing
from braindrain_site.figures import grades
from braindrain_site.model.fields import Text
from braindrain_site.pages.change_notes import Note, of_chart
from braindrain_site.pages.credits import Credits, credit, credits, sources_of
from braindrain_site.pages.downloads import Download, downloads
from braindrain_site.pages.promise_tracker import Promise, promises
from braindrain_site.pages.sheet import Sheet, chart_sheet
from braindrain_site.pages.two_widths import at_two_widths
from braindrain_site.texts.binding import Binding


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
        sheet=chart_sheet(chart, binding, words),
        credits=credits(named),
        publishers=tuple(dict.fromkeys(each.publisher for each in named)),
        downloads=files,
        files=(
            *((each.path, each.kind) for each in files),
            *((f"{picture}.{kind.lower()}", kind) for kind in ("SVG", "PNG") if drawing.wide),
        ),
        changed=of_chart(key, binding),
    )
