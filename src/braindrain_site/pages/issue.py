"""All that the pages of one language are made of, and where each page stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from braindrain_site.charts.drawing import Drawing
from braindrain_site.judging.claims import Judged
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition
from braindrain_site.texts.binding import Binding

PATHS = {
    "story": "index.html",
    "charts": "charts/index.html",
    "figures": "figures/index.html",
    "sources": "sources/index.html",
    "method": "method/index.html",
    "data": "data/index.html",
}
"""The pages in the order of the navigation, below the folder of their language."""


def chart_path(chart: str) -> str:
    """The page of one chart, below the folder of its language."""
    return f"charts/{chart}/index.html"


def embed_path(chart: str) -> str:
    """The frame of one chart for pages of others, below the folder of its language."""
    return f"embed/{chart}/index.html"


@dataclass(frozen=True)
class Issue:
    """All that the pages of one language are made of."""

    edition: Edition
    amounts: Mapping[str, Amount]
    judged: Mapping[str, Judged]
    drawings: Mapping[str, Drawing]
    exports: Mapping[str, bytes]
    lang: str

    @property
    def words(self) -> dict[str, str]:
        """The interface words of this language."""
        return {key: text[self.lang] for key, text in self.edition.words.items()}

    @property
    def home(self) -> str:
        """The folder of this language below the site; the first language has none."""
        return home(self.edition, self.lang)

    def binding(self, page: str = "") -> Binding:
        """A binding for one page; seen from *page*, receipts stand on the figures page."""
        return self.binding_at(PATHS[page]) if page else self._binding()

    def binding_at(self, path: str) -> Binding:
        """A binding for the page at *path* below the folder of this language."""
        root = up(path)
        return self._binding(root + PATHS["figures"], root + PATHS["story"])

    def _binding(self, receipts: str = "", verdicts: str = "") -> Binding:
        return Binding(self.edition, self.amounts, self.lang, receipts, verdicts)

    def picture(self, chart: str) -> str:
        """The path of a chart's pictures below the site, without their endings."""
        return f"assets/charts/{self.home}{chart}"

    def card(self, what: str) -> str:
        """The path of the card of a page, or of ``chart-KEY``, below the site."""
        return f"assets/cards/{self.home}{what}.png"


def home(edition: Edition, lang: str) -> str:
    """The folder of *lang* below the site; the first language has none."""
    return "" if lang == edition.site.languages[0] else f"{lang}/"


def addresses(words: Mapping[str, str], root: str) -> dict[str, tuple[str, str]]:
    """Page → its address from a page that reaches the top by *root*, and its name."""
    return {key: (root + path, words[f"nav_{key}"]) for key, path in PATHS.items()}


def up(path: str) -> str:
    """The way from *path* to the top: ``"../"`` for each folder it stands in."""
    return "../" * path.count("/")
