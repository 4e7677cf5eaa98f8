"""The story page: its chapters with their charts, then the receipts of all that they say."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from markupsafe import Markup

from braindrain_site.model.edition import Chapter
from braindrain_site.pages import chart_block, verdict_list
from braindrain_site.pages.addresses import links, up
from braindrain_site.pages.calculator import Calculator, reckoned
from braindrain_site.pages.change_notes import Note, of_chapters
from braindrain_site.pages.chart_block import Exhibit, Switch
from braindrain_site.pages.credits import Credit
from braindrain_site.pages.material import Material
from braindrain_site.pages.notes import Notes, Reports, credits, documents, notes
from braindrain_site.pages.numbers import Numbers
from braindrain_site.pages.reading_time import minutes
from braindrain_site.pages.receipts import Receipt
from braindrain_site.pages.templates import Content
from braindrain_site.pages.two_widths import spots, spots_path, without_spots
from braindrain_site.pages.verdict_list import VerdictList
from braindrain_site.texts import switches
from braindrain_site.texts.binding import Use
from braindrain_site.texts.markdown import Prose, Told, tell

Part = Prose | Exhibit | Switch | VerdictList | Calculator


@dataclass(frozen=True)
class Section:
    """A chapter ready for the page, its charts in their places."""

    slug: str
    title: Markup
    plain_title: str
    parts: tuple[Part, ...]
    changed: tuple[Note, ...]
    """What changed in it since it was first told."""


@dataclass(frozen=True)
class StoryPage(Content):
    """What ``story.html`` gets: the chapters, then the receipts of all that they say."""

    title: str
    standfirst: Markup
    opening: Exhibit | Switch | None
    """The chart above the first paragraph, if there is one."""
    chapters: tuple[Section, ...]
    minutes: int | None
    """How long it takes to read, where that can be told."""
    endnotes: tuple[Notes, ...]
    credits: Mapping[str, Reports]
    """Figure → the documents that give it, the first one first."""
    documents: tuple[Credit, ...]
    """Those that the notes name, each once."""
    spots: str
    """The way to what the points of its charts say."""

    @property
    def scripts(self) -> tuple[str, ...]:
        """The calculator's own, where it stands."""
        parts = (part for chapter in self.chapters for part in chapter.parts)
        more = ("calculator.js",) if any(isinstance(part, Calculator) for part in parts) else ()
        return (*super().scripts, *more)

    @property
    def numbers(self) -> Numbers:
        """The notes in the order of the page."""
        ids = (slip.id for each in self.endnotes for slip in each.slips)
        return Numbers(ids, (each.key for each in self.documents))


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
        self.changed = of_chapters(self.binding)
        told = tell(chapters, self.binding, links(material.words, ""), up(material.home), deeper=1)
        self.chapters = tuple(map(self._section, chapters, told))
        self._uses = {key: tuple(uses) for key, uses in self.binding.uses.items()}

    @property
    def uses(self) -> dict[str, tuple[Use, ...]]:
        """Figure → where the page names it, once in each chapter, with the id to lead there."""
        numbers = self.page.numbers
        return {key: self._in_order(key, numbers) for key in self._uses}

    def _in_order(self, key: str, numbers: Numbers) -> tuple[Use, ...]:
        """The uses of a figure chapter by chapter; a chart's words are bound after the text around
        it. To one that has no link to lead to, its chapter does."""
        found = []
        for chapter in self.chapters:
            here = [use for use in self._uses[key] if use.where == chapter.plain_title]
            anchors = [numbers.use(u.anchor, f"r-{key}") for u in here if u.anchor]
            if here:
                found.append(here[0]._replace(anchor=(*anchors, chapter.slug)[0]))
        return tuple(found)

    def _section(self, chapter: Chapter, told: Told) -> Section:
        self.binding.where = told.plain_title
        parts = tuple(self._parts(chapter, told))
        changed = self.changed.get(chapter.slug, ())
        return Section(told.slug, told.title, told.plain_title, parts, changed)

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
            lambda: _without_spots(
                chart_block.exhibit(
                    key, binding, drawing, material.words, material.exports, material.picture(key)
                )
            ),
        )

    def _exhibits(self) -> Iterator[Exhibit]:
        placed = chain(*(chapter.parts for chapter in self.chapters))
        for part in (self.opening, *placed):
            match part:
                case Exhibit():
                    yield part
                case Switch():
                    yield from part.views

    @cached_property
    def page(self) -> StoryPage:
        """The page with the notes that it needs."""
        chapters = [(chapter.plain_title, _html_of(chapter)) for chapter in self.chapters]
        if chapters:  # what stands above them belongs to the first
            opening = _html_of_part(self.opening) if self.opening else ""
            chapters[0] = (chapters[0][0], "".join((self.standfirst, opening, chapters[0][1])))
        found = notes(self.material, self.binding, chapters)
        slips = [slip for each in found for slip in each.slips if isinstance(slip, Receipt)]
        return StoryPage(
            title=self.title,
            standfirst=self.standfirst,
            opening=self.opening,
            chapters=self.chapters,
            minutes=minutes(self.material.edition),
            endnotes=found,
            credits=credits(self.material, slips),
            documents=documents(self.material, found, self._exhibits()),
            spots=up(self.material.home)
            + spots_path(self.material.lang, spots(self.material.drawings)),
        )


def _without_spots(exhibit: Exhibit) -> Exhibit:
    """*exhibit* as the story shows it: what its points say comes when someone points at one."""
    wide, narrow = map(without_spots, (exhibit.wide, exhibit.narrow))
    return replace(exhibit, wide=wide, narrow=narrow)


def _html_of(chapter: Section) -> str:
    """All of a chapter whose numbers are linked to receipts on the page, in reading order.

    A number that stands in a chart's table alone has its receipt among all figures.
    """
    return "".join([chapter.title, *map(_html_of_part, chapter.parts)])


def _html_of_part(part: Part) -> str:
    match part:
        case Prose():
            return part.html
        case Switch():
            return "".join(map(_html_of_part, part.views))
        case VerdictList() | Calculator():
            return part.cited
    texts = (part.headline, part.subtitle, part.caveat or "", part.notes or "")
    told = (f"{each.what}{each.status}{each.result}" for each in part.promises)
    return "".join([*texts, *told])
