"""Every chart of the edition → Vega-Lite specification and SVG at two widths, remembered."""

import importlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from braindrain_site.charts import FORMS
from braindrain_site.charts.records import Plain
from braindrain_site.charts.style import NARROW, WIDE, Look
from braindrain_site.charts.svg import tidy
from braindrain_site.charts.widths import lettering
from braindrain_site.disk.cache import Cache
from braindrain_site.fonts.families import SUMS
from braindrain_site.fonts.setting import Setting, setting
from braindrain_site.model.amounts import Amount
from braindrain_site.model.chart import Chart
from braindrain_site.model.edition import Edition
from braindrain_site.model.memory import recall
from braindrain_site.model.remembered import Apart
from braindrain_site.texts import switches

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Drawing(Apart):
    """A chart as two SVG texts, the words that stand in for it, its specification and its data.

    A list is its own words: it has no SVG, description and specification, and all are empty.

    ``specification`` is the Vega-Lite JSON of the wide drawing, its colours and its font still
    names (``var(--subject)``). ``frame`` is the table that was drawn (see ``plots.make_frame``).
    """

    key: str
    wide: str
    narrow: str
    title: str
    description: str
    shown: str
    """Its description without its subtitle, which a page says itself."""
    specification: str
    frame: "pd.DataFrame" = field(repr=False, compare=False)


class Drawings(Mapping[str, Drawing]):
    """A drawing for each chart, in the order of ``charts.yaml``, made when first asked for.

    *plain* puts figures into an editor's words; *cache* may be deleted at any time. When all is in
    the cache, no drawing library is loaded.
    """

    def __init__(
        self,
        edition: Edition,
        figures: Mapping[str, Amount],
        plain: Plain,
        lang: str,
        cache: Path | None = None,
    ) -> None:
        self._edition, self._figures, self._plain, self._lang = edition, figures, plain, lang
        self._desk = _Desk(cache, setting(edition, lang))

    def __getitem__(self, key: str) -> Drawing:
        views = switches.views(key, self._edition, self._lang)
        what = ("drawing", key, views, self._lang, *self._desk.tools)
        chart = self._edition.charts[key]
        return recall(self._edition, what, lambda: self._draw(key, chart))

    def __iter__(self) -> Iterator[str]:
        return iter(self._edition.charts)

    def __len__(self) -> int:
        return len(self._edition.charts)

    def _draw(self, key: str, chart: Chart) -> Drawing:
        from braindrain_site.charts import plots
        from braindrain_site.charts.describe import alone, describe

        lang, plain = self._lang, self._plain
        frame = plots.make_frame(chart, self._edition, self._figures, plain, lang)
        title = plain(chart.headline[lang])
        if not FORMS[chart.form].drawn:
            return Drawing(key, "", "", title, "", "", "", frame)
        words = {name: text[lang] for name, text in self._edition.words.items()}
        shown = describe(chart.form, frame, words)
        description = alone(plain(chart.subtitle[lang]), shown)
        specs = {width: self._desk.specify(chart.form, frame, width) for width in (WIDE, NARROW)}
        wide, narrow = (
            tidy(self._desk.draw(spec), f"{key}-{width}", title, description)
            for width, spec in specs.items()
        )
        return Drawing(key, wide, narrow, title, description, shown, specs[WIDE], frame)


class _Desk:
    """Draws with one set of fonts, and looks in the cache first.

    One after the other: the drawing library gains nothing from threads, and a second process takes
    as long to start as it would save.
    """

    def __init__(self, cache: Path | None, setting: Setting) -> None:
        here = Path(__file__)
        makers = [*sorted(here.parent.rglob("*.py")), SUMS]
        self._cache = Cache(cache, makers, ("altair", "vl-convert-python", "uharfbuzz"))
        self._setting = setting
        self.tools = cache, self._cache.tools, setting.known_by
        """What shapes a drawing beside its chart, and where it is kept."""

    def specify(self, form: str, frame: "pd.DataFrame", width: int) -> str:
        """The Vega-Lite specification of *frame* in the given form and width, as JSON."""
        known_by = self._setting.known_by
        made_from = ("specification", form, width, frame.to_json(), frame.attrs, known_by)
        return self._cache.text(made_from, lambda: self._specification(form, frame, width))

    def _specification(self, form: str, frame: "pd.DataFrame", width: int) -> str:
        from braindrain_site.charts.fields import add_fields

        module = importlib.import_module(f"braindrain_site.charts.forms.{form}")
        chart = module.draw(frame, Look(width, lettering(self._setting)))
        # Validating takes as long as drawing; the tests do it for every form.
        specification = chart.to_dict(validate=False)
        add_fields(specification, frame)
        return json.dumps(specification, ensure_ascii=False)

    def draw(self, specification: str) -> str:
        """The SVG of a specification, as the drawing library writes it."""
        return self._cache.text(("svg", specification), lambda: _svg(specification))


def _svg(specification: str) -> str:
    import vl_convert

    return str(vl_convert.vegalite_to_svg(specification))
