"""What the pages beside the story get: figures, sources, method, data."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from braindrain_site import wording
from braindrain_site.figures.grades import evidence
from braindrain_site.judging import coverage
from braindrain_site.model.edition import EVIDENCE
from braindrain_site.pages import chart_block
from braindrain_site.pages.issue import PATHS, Issue, addresses, up
from braindrain_site.pages.receipts import Receipt, receipts
from braindrain_site.pages.story_page import Story, credits
from braindrain_site.texts.binding import Binding
from braindrain_site.texts.markdown import tell
from braindrain_site.wording.filling import filled


def figures(issue: Issue, story: Story) -> dict[str, Any]:
    """What ``figures.html`` gets: all figures, grouped by source, those calculated last."""
    edition = issue.edition
    found = receipts(edition, issue.amounts, issue.binding(), edition.figures)
    slips = [replace(slip, uses=story.uses.get(slip.key, ())) for slip in found]
    grouped: dict[str | None, list[Receipt]] = {key: [] for key in (*edition.sources, None)}
    for slip in slips:
        grouped[slip.source_key].append(slip)
    slug = {chapter.plain_title: chapter.slug for chapter in story.chapters}
    return {
        "groups": [_group(issue, key, members) for key, members in grouped.items() if members],
        "chapters": story.chapters,
        "chapters_of": lambda uses: " ".join(dict.fromkeys(slug.get(u.where, "") for u in uses)),
        "grades": [grade for grade in EVIDENCE if any(s.evidence == grade for s in slips)],
        "credits": credits(issue, slips),
        "story": up(PATHS["figures"]) + PATHS["story"],
    }


def _group(issue: Issue, key: str | None, slips: list[Receipt]) -> SimpleNamespace:
    words = issue.words
    if key is None:
        title, about = words["figures_calculated"], words["figures_calculated_about"]
        return SimpleNamespace(key="calculated", title=title, tongue=None, about=about, slips=slips)
    source = chart_block.credit(issue.edition, key, issue.lang)
    about = ", ".join(part for part in (source.publisher, source.published) if part)
    return SimpleNamespace(
        key=key, title=source.title, tongue=source.tongue, about=about, slips=slips
    )


def sources(issue: Issue) -> dict[str, Any]:
    """What ``sources.html`` gets: each document, how it was seen, and what rests on it."""
    edition, binding = issue.edition, issue.binding("sources")
    slips = receipts(edition, issue.amounts, binding, edition.figures)
    return {
        "documents": [
            _document(issue, key, binding, [slip for slip in slips if slip.source_key == key])
            for key in edition.sources
        ]
    }


def _document(issue: Issue, key: str, binding: Binding, slips: list[Receipt]) -> SimpleNamespace:
    edition, lang = issue.edition, issue.lang
    source = edition.sources[key]
    named = chart_block.credit(edition, key, lang)
    kind = issue.words[f"kind_{source.kind}"]
    return SimpleNamespace(
        key=key,
        title=named.title,
        tongue=named.tongue,
        url=source.url,
        about=[part for part in (named.publisher, kind, named.published) if part],
        seen=source.seen,
        seen_at=named.seen_at,
        seen_url=named.seen_url,
        retrieved=wording.day(source.retrieved, lang),
        licence=source.licence[lang] if source.licence else None,
        note=binding.html(source.note[lang]) if source.note else None,
        tables=[
            (name, binding.plain(table.about.title[lang]))
            for name, table in edition.tables.items()
            if key in chart_block.sources_behind(edition, name)
        ],
        slips=slips,
    )


def method(issue: Issue) -> dict[str, Any]:
    """What ``method.html`` gets: the grades with their counts, and the method in words."""
    edition = issue.edition
    binding = issue.binding("method")
    root = up(PATHS["method"])
    [told] = tell((edition.method[issue.lang],), binding, addresses(issue.words, root))
    count, keys = coverage.tally(edition, issue.lang)
    exempt = [edition.exempt[key] for key in keys]
    counts = Counter(evidence(key, edition) for key in edition.figures)
    return {
        "method": told,
        "grades": [(grade, counts[grade]) for grade in EVIDENCE],
        "count": count,
        "claims_count": len(issue.judged),
        "exempt": [(found.words, found.reason[issue.lang]) for found in exempt],
    }


def data(issue: Issue) -> dict[str, Any]:
    """What ``data.html`` gets: the files of all figures and of each table."""
    edition, lang = issue.edition, issue.lang
    binding = issue.binding("data")
    files = _sizes(issue)
    return {
        "figures_count": len(edition.figures),
        "figure_files": files("data/figures"),
        "datasets": [
            SimpleNamespace(
                key=name,
                sheet=chart_block.sheet(table, binding),
                period=wording.period(table.about.period, lang),
                credit=chart_block.credit(edition, table.about.source, lang, table.about.at[lang]),
                licence=_licence(issue, table.about.source),
                note=binding.html(table.about.note[lang]) if table.about.note else None,
                files=files(f"data/tables/{name}"),
            )
            for name, table in edition.tables.items()
        ],
    }


def _licence(issue: Issue, source: str) -> str:
    licence = issue.edition.sources[source].licence
    return licence[issue.lang] if licence else issue.words["licence_unknown"]


def _sizes(issue: Issue) -> Callable[[str], list[tuple[str, str, str]]]:
    """A function from the stem of a download to its files: path, kind, size in words."""
    return lambda stem: [sized(issue, file) for file in chart_block.downloads(stem, issue.exports)]


def sized(issue: Issue, file: chart_block.Download) -> tuple[str, str, str]:
    """A file to take away: path, kind, size in words."""
    return file.path, file.kind, _size(file.size, issue)


def _size(count: int, issue: Issue) -> str:
    """Bytes in words: whole bytes below a kilobyte (1,000 bytes, SI), else kilobytes."""
    if count < 1000:
        return filled(issue.words["size_bytes"], size=count)
    size = wording.cell_text(f"{count / 1000:.1f}", None, issue.lang)
    return filled(issue.words["size_kilobytes"], size=size)
