"""The story page: its chapters with their charts, then the receipts of all that they say."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from braindrain_site.model.edition import Chapter
from braindrain_site.pages import chart_block, verdict_list
from braindrain_site.pages.addresses import links, up
from braindrain_site.pages.calculator import Calculator, reckoned
from braindrain_site.pages.chart_block import Credit, Exhibit, Switch
from braindrain_site.pages.material import Material
from braindrain_site.pages.receipts import (
    ClaimReceipt,
    Receipt,
    StatementReceipt,
    claim_receipts,
    receipts,
    statement_receipts,
)
from braindrain_site.pages.templates import Content
from braindrain_site.pages.verdict_list import VerdictList
from braindrain_site.texts import switches
from braindrain_site.texts.binding import Use
from braindrain_site.texts.markdown import Prose, Told, tell

_CITED = re.compile(r'href="#r-(\w+)"')
Reports = tuple[tuple[Credit, str | None], ...]
"""Documents that give a number, each with its words as printed there, if they are known."""
Part = Prose | Exhibit | Switch | VerdictList | Calculator


@dataclass(frozen=True)
class Section:
    """A chapter ready for the page, its charts in their places."""

    slug: str
    title: Markup
    plain_title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class StoryPage(Content):
    """What ``story.html`` gets: the chapters, then the receipts of all that they say."""

    title: str
    standfirst: Markup
    opening: Exhibit | Switch | None
    """The chart above the first paragraph, if there is one."""
    chapters: tuple[Section, ...]
    receipts: tuple[Receipt, ...]
    claims: tuple[ClaimReceipt, ...]
    statements: tuple[StatementReceipt, ...]
    credits: Mapping[str, Reports]
    """Figure → the documents that give it, the first one first."""
    story: str = ""
    """The way to the story, which is this page."""

    @property
    def scripts(self) -> tuple[str, ...]:
        """The calculator's own, where it stands."""
        parts = (part for chapter in self.chapters for part in chapter.parts)
        more = ("calculator.js",) if any(isinstance(part, Calculator) for part in parts) else ()
        return (*super().scripts, *more)

    @property
    def notes(self) -> tuple[str, ...]:
        """The receipts of figures, then those of claims and of statements."""
        figures = (f"r-{slip.key}" for slip in self.receipts)
        claims = (f"c-{slip.key}" for slip in self.claims)
        return (*figures, *claims, *(f"s-{slip.key}" for slip in self.statements))


class Story:
    """The story page: its chapters, then the receipts of all that they and their charts say."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.binding = material.binding()
        site, lang = material.edition.site, material.lang
        self.title = self.binding.plain(site.title[lang])
        self.standfirst = self.binding.html(site.standfirst[lang])
        self.opening = self._placed(site.opening) if site.opening else None
        chapters = material.edition.story[lang]
        told = tell(chapters, self.binding, links(material.words, ""), up(material.home), deeper=1)
        self.chapters = tuple(map(self._section, chapters, told))
        self.uses = {key: self._in_order(uses) for key, uses in self.binding.uses.items()}

    def _in_order(self, uses: Iterable[Use]) -> tuple[Use, ...]:
        """*uses* chapter by chapter; a chart's words are bound after the text around it."""
        chapters = [chapter.plain_title for chapter in self.chapters]
        return tuple(sorted(uses, key=lambda u: chapters.index(u.where) if u.where else -1))

    def _section(self, chapter: Chapter, told: Told) -> Section:
        self.binding.where = told.plain_title
        parts = tuple(self._parts(chapter, told))
        return Section(told.slug, told.title, told.plain_title, parts)

    def _parts(self, chapter: Chapter, told: Told) -> Iterator[Part]:
        places = switches.places(chapter.text, self.material.edition.charts)
        starting = {place[0]: place for place in places}
        for part in told.parts:
            if isinstance(part, Prose):
                yield part
            elif part.name == "verdicts":
                yield verdict_list.verdict_list(self.material, self.binding)
            elif part.name == "calculator":
                yield reckoned(self.material, self.binding)
            elif place := starting.get(part.chart):
                yield self._placed(place)

    def _placed(self, place: Sequence[str]) -> Exhibit | Switch:
        """The chart, or the switch with its views, that stands at a *place* of the story."""
        exhibits = tuple(map(self._exhibit, place))
        if not exhibits[0].choice:
            return exhibits[0]
        named = self.material.edition.charts[place[0]].switch
        legend = self.binding.plain(named[self.material.lang]) if named else ""
        return Switch(place[0], legend or self.material.words["switch_legend"], exhibits)

    def _exhibit(self, key: str) -> Exhibit:
        material, binding = self.material, self.binding
        drawing = material.drawings[key]
        return binding.remembered(
            ("exhibit", key),
            (binding.where, drawing),
            lambda: chart_block.exhibit(
                key, binding, drawing, material.words, material.exports, material.picture(key)
            ),
        )

    def page(self) -> StoryPage:
        """The page with the receipts that it needs."""
        material = self.material
        self.binding.where = material.words["receipts_title"]
        claims = claim_receipts(material.edition, material.judged, self.binding)
        opening = _html_of_part(self.opening) if self.opening else ""
        said = [self.standfirst, opening, *map(_html_of, self.chapters)]
        slips = self._cited([*said, *(c.condition + (c.caveat or "") for c in claims)])
        return StoryPage(
            title=self.title,
            standfirst=self.standfirst,
            opening=self.opening,
            chapters=self.chapters,
            receipts=tuple(slips),
            claims=claims,
            statements=statement_receipts(self.binding),
            credits=credits(material, slips),
        )

    def _cited(self, texts: Iterable[str]) -> list[Receipt]:
        """The receipts that *texts* lead to, and those that these lead to, in reading order."""
        known = self.material.edition.figures
        cited = _CITED.findall("".join(texts))
        keys = [key for key in dict.fromkeys(cited) if key in known]  # people type links, too
        slips: list[Receipt] = []
        for key in keys:  # grows as it goes
            [slip] = receipts(self.material.edition, self.material.amounts, self.binding, [key])
            slips.append(replace(slip, uses=self.uses.get(key, ())))
            formula = slip.formula.text if slip.formula else None
            more = _CITED.findall(
                "".join(filter(None, (formula, slip.disputed, slip.caveat, slip.note)))
            )
            keys += [other for other in dict.fromkeys(more) if other not in keys]
        return slips


def _html_of(chapter: Section) -> str:
    """All of a chapter in which a number may be linked to its receipt, in reading order."""
    return "".join([chapter.title, *map(_html_of_part, chapter.parts)])


def _html_of_part(part: Part) -> str:
    match part:
        case Prose():
            return part.html
        case Switch():
            return "".join(map(_html_of_part, part.views))
        case VerdictList() | Calculator():
            return part.cited
    cells = (str(cell) for row in part.sheet.rows for cell in row)
    texts = (part.headline, part.subtitle, part.caveat or "", part.notes or "")
    told = (f"{each.what}{each.status}{each.result}" for each in part.promises)
    return "".join([*texts, *told, *cells])


def credits(material: Material, slips: Iterable[Receipt]) -> dict[str, Reports]:
    """Figure → the documents that give it, the first one first."""
    edition, lang = material.edition, material.lang
    return {
        slip.key: tuple(
            (chart_block.credit(edition, each.source_key, lang, each.at), each.as_printed)
            for each in slip.reports
        )
        for slip in slips
    }
