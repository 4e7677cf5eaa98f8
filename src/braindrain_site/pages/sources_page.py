"""The page of all documents, and what rests on each."""

from dataclasses import dataclass

from markupsafe import Markup

from braindrain_site import wording
from braindrain_site.figures import kinds
from braindrain_site.pages.credits import credit, sources_behind
from braindrain_site.pages.material import Material
from braindrain_site.pages.receipts import Receipt, receipts
from braindrain_site.pages.templates import Content
from braindrain_site.texts.binding import Binding


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
    named = credit(edition, key, lang)
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
            if key in sources_behind(edition, name)
        ),
        slips=slips,
    )
