"""What the pages beside the story get: figures, sources, method, data."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from markupsafe import Markup

from braindrain_site import wording
from braindrain_site.figures import kinds
from braindrain_site.figures.grades import evidence
from braindrain_site.judging import amendments, coverage, meanings, statements
from braindrain_site.judging.coverage import Count
from braindrain_site.judging.verdicts import Stamp
from braindrain_site.meanings.widths import FORCES, WIDTHS, Width
from braindrain_site.model.record import EVIDENCE, Evidence
from braindrain_site.pages import change_notes, chart_block, citations, verdict_list
from braindrain_site.pages.addresses import KEPT, PAGES, TEXT, UNNAMED, VERSIONS, Link, links, up
from braindrain_site.pages.change_notes import Note
from braindrain_site.pages.chart_block import Credit, Sheet
from braindrain_site.pages.material import Material
from braindrain_site.pages.notes import Reports, credits
from braindrain_site.pages.receipts import Receipt, receipts
from braindrain_site.pages.story_page import Section, Story
from braindrain_site.pages.templates import Content
from braindrain_site.texts.binding import Binding, Use
from braindrain_site.texts.markdown import Told, tell
from braindrain_site.wording.filling import filled

_FILES = {
    "package": "data/datapackage.json",
    "csvw": "data/csv-metadata.json",
    "database": "data/database.sqlite",
    "datasette": "data/metadata.json",
    "schema": "data/figures.schema.json",
    "sources": "data/sources.csv",
    "reports": "data/reports.csv",
    "units": "data/units.csv",
}
"""The words that say what a file is → its path."""


class SizedFile(NamedTuple):
    """A file to take away: its path below the site, its kind (``CSV``), its size in words."""

    path: str
    kind: str
    size: str


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


@dataclass(frozen=True)
class Document:
    """One source, how it was seen, and what rests on it."""

    key: str
    title: str
    tongue: str | None
    url: str | None
    about: tuple[str, ...]
    """Publisher, kind and date."""
    seen: str
    how: str
    """How it was seen, in words."""
    seen_at: str | None
    seen_url: str | None
    retrieved: str
    licence: str | None
    note: Markup | None
    tables: tuple[tuple[str, str], ...]
    """Name and title of each table."""
    slips: tuple[Receipt, ...]


@dataclass(frozen=True)
class SourcesPage(Content):
    """What ``sources.html`` gets."""

    documents: tuple[Document, ...]


@dataclass(frozen=True)
class MethodPage(Content):
    """What ``method.html`` gets: the grades with their counts, and the method in words."""

    method: Told | None
    """What the editor says of it, if anything."""
    grades: tuple[tuple[Evidence, int, str], ...]
    """Each with how many figures have it, and by which rule."""
    verdicts: tuple[tuple[Stamp, int], ...]
    """Each stamp with how many claims of the articles have it; none of a site without verdicts."""
    count: Count
    claims_count: int
    sentences: statements.Told
    exempt: tuple[tuple[str, str], ...]
    """Words that look like a number, and why they are none."""
    widths: tuple[tuple[str, str], ...]
    """Words such as "nearly", and what they allow of a number."""
    forces: tuple[tuple[str, str], ...]
    """Words such as "soared", and what they allow."""
    explained: tuple[tuple[str, str], ...]
    """The words of comparisons that no rule reads, and what they mean."""
    method_changed: tuple[Note, ...]


@dataclass(frozen=True)
class Dataset:
    """One table with its files."""

    key: str
    sheet: Sheet
    period: str
    credit: Credit
    licence: str
    note: Markup | None
    changed: tuple[Note, ...]
    files: tuple[SizedFile, ...]


@dataclass(frozen=True)
class DataPage(Content):
    """What ``data.html`` gets: the files of all figures and of each table."""

    figures_count: int
    figure_files: tuple[SizedFile, ...]
    statement_files: tuple[SizedFile, ...]
    datasets: tuple[Dataset, ...]
    machine_files: tuple[tuple[str, str, str], ...]
    """What describes or holds all of it for programs: path below the site, name, what it is."""


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
    source = chart_block.credit(material.edition, key, material.lang)
    about = ", ".join(part for part in (source.publisher, source.published) if part)
    return Group(key, source.title, source.tongue, about, slips)


def sources(material: Material) -> SourcesPage:
    """Each document with what rests on it."""
    edition, binding = material.edition, material.binding("sources")
    slips_of: dict[str, dict[str, Receipt]] = {}
    for slip in receipts(edition, material.amounts, binding, edition.figures):
        for report in slip.reports:
            slips_of.setdefault(report.source_key, {})[slip.key] = slip
    return SourcesPage(
        tuple(
            _document(material, key, binding, tuple(slips_of.get(key, {}).values()))
            for key in edition.sources
        )
    )


def _document(
    material: Material, key: str, binding: Binding, slips: tuple[Receipt, ...]
) -> Document:
    edition, lang = material.edition, material.lang
    source = edition.sources[key]
    named = chart_block.credit(edition, key, lang)
    kind = kinds.names(edition)[source.kind][lang]
    return Document(
        key=key,
        title=named.title,
        tongue=named.tongue,
        url=source.url,
        about=tuple(part for part in (named.publisher, kind, named.published) if part),
        seen=source.seen,
        how=kinds.ways(edition)[source.seen][lang],
        seen_at=named.seen_at,
        seen_url=named.seen_url,
        retrieved=wording.day(source.retrieved, lang),
        licence=source.licence[lang] if source.licence else None,
        note=binding.html(source.note[lang]) if source.note else None,
        tables=tuple(
            (name, binding.plain(table.about.title[lang]))
            for name, table in edition.tables.items()
            if key in chart_block.sources_behind(edition, name)
        ),
        slips=slips,
    )


def method(material: Material) -> MethodPage:
    """How we know: the grades counted, the numbers accounted for, the editor's own words."""
    edition = material.edition
    binding = material.binding("method")
    root = up(PAGES["method"].path)
    told = [
        *tell(
            (edition.method[material.lang],) if material.lang in edition.method else (),
            binding,
            links(material.words, root),
            up(material.home + PAGES["method"].path),
        )
    ]
    count, keys = coverage.tally(edition, material.lang)
    exempt = [edition.exempt[key] for key in keys]
    counts = Counter(evidence(key, edition) for key in edition.figures)
    return MethodPage(
        method=told[0] if told else None,
        grades=tuple((grade, counts[grade], _means(grade, material)) for grade in EVIDENCE),
        verdicts=verdict_list.counts(edition),
        count=count,
        claims_count=len(material.judged),
        sentences=statements.count(edition, material.lang),
        exempt=tuple((", ".join(e.words), e.reason[material.lang]) for e in exempt),
        widths=tuple(_allowed(WIDTHS, material)),
        forces=tuple(_allowed(FORCES, material)),
        explained=tuple(meanings.explained(edition, material.lang)),
        method_changed=change_notes.of_chapters(binding).get(amendments.METHOD, ()),
    )


def _means(grade: Evidence, material: Material) -> str:
    """The rule of *grade* in words, with the kinds of document that it asks for."""
    names = kinds.names(material.edition)
    own = ", ".join(names[kind][material.lang].lower() for kind in kinds.own(material.edition))
    return filled(material.words[f"grade_{grade}_means"], kinds=own)


def _allowed(widths: Mapping[str, Width], material: Material) -> Iterator[tuple[str, str]]:
    """The words of each width in the page's language, and what they allow in percent."""
    for width in widths.values():
        if said := width.said.get(material.lang):
            ends = {name: f"{float(100 * end):g}" for name, end in width.ends.items()}
            key = "between" if len(ends) > 1 else "above" if "low" in ends else "below"
            yield ", ".join(said), filled(material.words[f"meanings_{key}"], **ends)


def data(material: Material) -> DataPage:
    """All there is to take away."""
    edition, lang = material.edition, material.lang
    binding = material.binding("data")
    return DataPage(
        figures_count=len(edition.figures),
        figure_files=_files(material, "data/figures"),
        statement_files=_files(material, "data/statements") if edition.statements else (),
        datasets=tuple(
            Dataset(
                key=name,
                sheet=chart_block.sheet(table, binding),
                period=wording.period(table.about.period, lang),
                credit=chart_block.credit(edition, table.about.source, lang, table.about.at[lang]),
                licence=_licence(material, table.about.source),
                note=binding.html(table.about.note[lang]) if table.about.note else None,
                changed=change_notes.of_table(name, binding),
                files=_files(material, f"data/tables/{name}"),
            )
            for name, table in edition.tables.items()
        ),
        machine_files=tuple(
            (path, path.removeprefix("data/"), material.words[f"data_file_{key}"])
            for key, path in _for_machines(material).items()
        ),
    )


def _for_machines(material: Material) -> dict[str, str]:
    """The words that say what a file is → its path; text and citations are of one language."""
    home = material.home
    return _FILES | {"text": home + TEXT, "citations": f"{home}{citations.ALL_FIGURES}.bib"}


def _licence(material: Material, source: str) -> str:
    licence = material.edition.sources[source].licence
    return licence[material.lang] if licence else material.words["licence_unknown"]


def _files(material: Material, stem: str) -> tuple[SizedFile, ...]:
    found = chart_block.downloads(stem, material.exports)
    return tuple(sized(material, file) for file in found)


def sized(material: Material, file: chart_block.Download) -> SizedFile:
    """*file* with its size in words."""
    return SizedFile(file.path, file.kind, _size(file.size, material))


def _size(count: int, material: Material) -> str:
    """Bytes in words: whole bytes below a kilobyte (1,000 bytes, SI), else kilobytes."""
    if count < 1000:
        return filled(material.words["size_bytes"], size=count)
    size = wording.cell_text(f"{count / 1000:.1f}", None, material.lang)
    return filled(material.words["size_kilobytes"], size=size)


@dataclass(frozen=True)
class VersionsPage(Content):
    """What ``versions.html`` gets: every version, the newest first."""

    versions: tuple[Link, ...]


def versions(material: Material) -> VersionsPage:
    """The list of versions; that which is being made gets its name when all pages are made."""
    names = (UNNAMED, *sorted(material.edition.kept or (), reverse=True))
    top = up(material.home + VERSIONS.path)
    story = material.home + PAGES["story"].path
    return VersionsPage(tuple(Link(f"{top}{KEPT}/{name}/{story}", name) for name in names))
