"""Every chart of the edition → SVG at two widths, remembered by what it was made from."""

import hashlib
import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache as once
from importlib import metadata
from pathlib import Path

import pandas as pd

from braindrain_site.amounts import Amount
from braindrain_site.charts import frames
from braindrain_site.charts.describe import describe
from braindrain_site.charts.lettering import Lettering, font_files, read_lettering
from braindrain_site.charts.style import NARROW, WIDE, Look
from braindrain_site.charts.tidying import tidy
from braindrain_site.edition import Edition


@dataclass(frozen=True)
class Drawing:
    """A chart as two SVG texts, and the words that stand in for it."""

    key: str
    wide: str
    narrow: str
    title: str
    description: str


def draw_all(
    edition: Edition,
    figures: Mapping[str, Amount],
    plain: frames.Plain,
    lang: str,
    fonts: Path,
    cache: Path | None = None,
) -> dict[str, Drawing]:
    """A drawing for each chart, in the order of ``charts.yaml``.

    *plain* puts figures into an editor's words; *fonts* holds the charts' typeface; *cache* may
    be deleted at any time. When all is in the cache, no drawing library is loaded.
    """
    words = {key: text[lang] for key, text in edition.words.items()}
    desk = _Desk(fonts, cache)
    drawings = {}
    for key, chart in edition.charts.items():
        frame = frames.make_frame(chart, edition, figures, plain, lang)
        title = plain(chart.headline[lang])
        description = describe(chart.form, frame, plain(chart.subtitle[lang]), words)
        wide, narrow = (
            desk.draw(chart.form, frame, width, f"{key}-{width}", title, description)
            for width in (WIDE, NARROW)
        )
        drawings[key] = Drawing(key, wide, narrow, title, description)
    return drawings


class _Desk:
    """Draws with one set of fonts, and looks in the cache first."""

    def __init__(self, fonts: Path, cache: Path | None) -> None:
        self._fonts = fonts
        self._cache = cache
        self._tools = _fingerprint(fonts) if cache else ""
        self._letters: Lettering | None = None

    def draw(
        self, form: str, frame: pd.DataFrame, width: int, name: str, title: str, description: str
    ) -> str:
        """The SVG of *frame* in the given form and width, with its words and ids of its own."""
        drawn = self._remembered(form, frame, width)
        return tidy(drawn, name, title, description)

    def _remembered(self, form: str, frame: pd.DataFrame, width: int) -> str:
        if self._cache is None:
            return self._drawn(form, frame, width)
        made_from = (self._tools, form, width, frame.to_json(), frame.attrs)
        digest = hashlib.sha256(repr(made_from).encode()).hexdigest()
        file = self._cache / f"{digest}.svg"
        if file.is_file():
            return file.read_text("utf-8")
        svg = self._drawn(form, frame, width)
        self._cache.mkdir(parents=True, exist_ok=True)
        beside = file.with_suffix(".new")
        beside.write_text(svg, "utf-8")
        beside.replace(file)
        return svg

    def _drawn(self, form: str, frame: pd.DataFrame, width: int) -> str:
        """The SVG as the drawing library writes it."""
        import vl_convert

        self._letters = self._letters or read_lettering(self._fonts)
        module = importlib.import_module(f"braindrain_site.charts.{form}")
        chart = module.draw(frame, Look(width, self._letters))
        return str(vl_convert.vegalite_to_svg(chart.to_dict()))


@once
def _fingerprint(fonts: Path) -> str:
    """A digest of all that shapes a drawing beside its data: programs, libraries and fonts."""
    digest = hashlib.sha256()
    sources = sorted(Path(__file__).parent.glob("charts/*.py"))
    for file in [Path(__file__), *sources, *font_files(fonts)]:
        digest.update(file.read_bytes())
    for package in ("altair", "vl-convert-python", "fonttools"):
        digest.update(metadata.version(package).encode())
    return digest.hexdigest()
