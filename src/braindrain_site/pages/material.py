"""All that the pages and the pictures of one language are made of."""

from collections.abc import Mapping
from dataclasses import dataclass

from braindrain_site.charts.drawing import Drawing
from braindrain_site.judging.claims import Judged
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition
from braindrain_site.pages import addresses
from braindrain_site.pages.addresses import PAGES, up
from braindrain_site.texts.binding import Binding


@dataclass(frozen=True)
class Material:
    """All that the pages and the pictures of one language are made of."""

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
        return addresses.home(self.edition, self.lang)

    def binding(self, page: str = "") -> Binding:
        """A binding for one page; seen from *page*, receipts stand on the figures page."""
        return self.binding_at(PAGES[page].path) if page else self._binding()

    def binding_at(self, path: str) -> Binding:
        """A binding for the page at *path* below the folder of this language."""
        root = up(path)
        return self._binding(root + PAGES["figures"].path, root + PAGES["story"].path)

    def _binding(self, receipts: str = "", verdicts: str = "") -> Binding:
        return Binding(self.edition, self.amounts, self.lang, receipts, verdicts)

    def picture(self, chart: str) -> str:
        """The path of a chart's pictures below the site, without their endings."""
        return f"assets/charts/{self.home}{chart}"

    def card(self, what: str) -> str:
        """The path of the card of a page, or of ``chart-KEY``, below the site."""
        return f"assets/cards/{self.home}{what}.png"
