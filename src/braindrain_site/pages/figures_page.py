"""The page of all figures, by the source of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from braindrain_site.model.record import EVIDENCE, Evidence
from braindrain_site.pages import citations
from braindrain_site.pages.addresses import PAGES, up
from braindrain_site.pages.credits import credit
from braindrain_site.pages.material import Material
from braindrain_site.pages.notes import Reports, credits
from braindrain_site.pages.receipts import Receipt, receipts
from braindrain_site.pages.story_page import Section, Story
from braindrain_site.pages.templates import Content
from braindrain_site.texts.binding import Use


@dataclass(frozen=True)
class Group:
    """The figures of one source, or those that are calculated."""

    key: str
    title: str
    tongue: str | None
    """The language of the title where it is not the page's."""
    about: str
    slips: tuple[Receipt, ...]


@dataclass(frozen=True)
class FiguresPage(Content):
    """What ``figures.html`` gets: all figures, grouped by source, those calculated last."""

    groups: tuple[Group, ...]
    chapters: tuple[Section, ...]
    chapters_of: Mapping[str, str]
    """Figure → the chapters that use it, as the filter knows them."""
    grades: tuple[Evidence, ...]
    """Those that any figure has."""
    credits: Mapping[str, Reports]
    story: str
    """The way to the story."""
    by_chapter: tuple[tuple[Section, tuple[Receipt, ...]], ...]
    """The figures that each chapter uses."""
    citations: Mapping[str, str]
    """Figure → how it is cited."""
    cite_files: tuple[tuple[str, str], ...]
    """Where those of all figures are, below the folder of the language, each with its format."""

    @property
    def scripts(self) -> tuple[str, ...]:
        """That of the filter as well."""
        return (*super().scripts, "figures.js")


def figures(material: Material, story: Story) -> FiguresPage:
    """All figures with their receipts."""
    edition = material.edition
    found = receipts(edition, material.amounts, material.binding(), edition.figures)
    uses = story.uses
    slips = [replace(slip, uses=uses.get(slip.key, ())) for slip in found]
    grouped: dict[str | None, list[Receipt]] = {key: [] for key in (*edition.sources, None)}
    for slip in slips:
        grouped[slip.source_key].append(slip)
    chapters_of = {slip.key: _chapters_of(slip.uses, story) for slip in slips}
    return FiguresPage(
        groups=tuple(_group(material, key, tuple(m)) for key, m in grouped.items() if m),
        chapters=story.chapters,
        chapters_of=chapters_of,
        grades=tuple(grade for grade in EVIDENCE if any(s.evidence == grade for s in slips)),
        credits=credits(material, slips),
        story=up(PAGES["figures"].path) + PAGES["story"].path,
        by_chapter=tuple(
            (chapter, tuple(s for s in slips if chapter.slug in chapters_of[s.key].split()))
            for chapter in story.chapters
        ),
        citations={
            key: citations.sentence(citations.figure(material, key), material.words)
            for key in edition.figures
        },
        cite_files=tuple(
            (f"{citations.ALL_FIGURES}.{ending}", name)
            for ending, name in citations.FORMATS.items()
        ),
    )


def _chapters_of(uses: Iterable[Use], story: Story) -> str:
    slug = {chapter.plain_title: chapter.slug for chapter in story.chapters}
    return " ".join(dict.fromkeys(slug.get(use.where, "") for use in uses))


def _group(material: Material, key: str | None, slips: tuple[Receipt, ...]) -> Group:
    words = material.words
    if key is None:
        title, about = words["figures_calculated"], words["figures_calculated_about"]
        return Group("calculated", title, None, about, slips)
    source = credit(material.edition, key, material.lang)
    about = ", ".join(part for part in (source.publisher, source.published) if part)
    return Group(key, source.title, source.tongue, about, slips)
