"""The words that go with a chart where it travels alone: its captions, its sources, its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from braindrain_site.figures import grades
from braindrain_site.pages.credits import Credit, credit, sources_of
from braindrain_site.pages.material import Material
from braindrain_site.pictures.card_rows import Row
from braindrain_site.pictures.card_words import Words
from braindrain_site.pictures.chart_picture import Caption

_ROLES = ("label", "series", "x", "when")
"""What a mark may be named by."""


def caption_of(material: Material, key: str) -> Caption:
    """The words of chart *key*, figures filled in and sources named."""
    edition, lang, words = material.edition, material.lang, material.words
    chart = edition.charts[key]
    headline, subtitle, caveat, notes = (
        said(material, text[lang]) if text else ""
        for text in (chart.headline, chart.subtitle, chart.caveat, chart.notes)
    )
    return Caption(
        headline=headline,
        subtitle=subtitle,
        care=words["read_with_care"],
        caveat=f"{words['read_with_care']} {caveat}" if caveat else "",
        notes=notes,
        dagger=_dagger(words, headline, subtitle, caveat, notes, *_values(material, key)),
        source=_sources(_credits(material, key), words),
        publisher=edition.site.publisher[lang],
    )


def said(material: Material, text: str) -> str:
    """*text* with its figures as words, each with the mark that it has on a page."""
    return material.binding().html(text).striptags().replace("\N{WORD JOINER}", "")


def _dagger(words: Mapping[str, str], *texts: str) -> str:
    """What the mark means, if any of *texts* has one."""
    return words["dagger"] if any(grades.DOUBTFUL in text for text in texts) else ""


def _values(material: Material, key: str) -> list[str]:
    return [row.value for row in rows_of(material, key)]


def _credits(material: Material, key: str) -> list[Credit]:
    chart = material.edition.charts[key]
    named = sources_of(material.edition, chart)
    return [credit(material.edition, source, material.lang) for source in named]


def _sources(credits: Sequence[Credit], words: Mapping[str, str]) -> str:
    """Who is behind a chart, a line for what we opened and one for what we did not."""
    opened, unopened = ([each for each in credits if each.unopened is far] for far in (False, True))
    label = words["sources_label" if len(credits) > 1 else "source_label"]
    lines = [f"{label} {_listed(opened)}"] if opened else []
    if unopened:
        apart = words["unopened" if opened else "sources_unopened"]
        lines.append(f"{apart[0].upper()}{apart[1:]}: {_listed(unopened, brief=len(unopened) > 1)}")
    return "\n".join(lines)


def _listed(credits: Sequence[Credit], brief: bool = False) -> str:
    """Each publisher once, with its titles and their dates; if *brief*, the dates will do."""
    works: dict[str, list[str]] = {}
    for each in credits:
        told = [each.published or each.title] if brief else [each.title, each.published]
        works.setdefault(each.publisher, []).extend(filter(None, told))
    return "; ".join(", ".join((name, *dict.fromkeys(works[name]))) for name in works)


def card_words(material: Material, key: str) -> Words:
    """What the card of chart *key* says; of its sources only the publishers."""
    caption = caption_of(material, key)
    publishers = [replace(each, title="", published="") for each in _credits(material, key)]
    return Words(
        publisher=caption.publisher,
        headline=caption.headline,
        below=caption.subtitle,
        care=caption.care,
        caveat=caption.caveat,
        dagger=caption.dagger,
        source=_sources(publishers, material.words).replace("\n", ". "),
        some=material.words["card_some"],
        mark=material.edition.mark,
    )


def rows_of(material: Material, key: str) -> tuple[Row, ...]:
    """The marks of chart *key* in words, in the order in which it is drawn."""
    chart, frame = material.edition.charts[key], material.drawings[key].frame
    records = [{str(role): cell for role, cell in row.items()} for row in frame.to_dict("records")]
    values = [0.0, *(record["value"] for record in records if "value" in record)]
    low, high = min(values), max(values)
    # Beside a crowd those among it would have no length; the larger a place, the lower.
    compared = chart.form not in {"crowd", "ladders"}
    return tuple(
        Row(
            name=name,
            value=record.get("printed") or record["what"],
            bar=_bar(record["value"], low, high) if low < high and compared else None,
            marked=record["marked"],
            inflow=bool(frame.attrs["sides"]) and record["value"] > 0,
        )
        for name, record in zip(_names(records), records, strict=True)
    )


def _names(records: Sequence[Mapping[str, Any]]) -> list[str]:
    """What tells each mark from the others: its label, or all else in which they differ."""
    seen = {role: {record.get(role) for record in records} for role in _ROLES}
    apart = [role for role in _ROLES if len(seen[role]) > 1] or ["label"]
    roles = ["label"] if len(seen["label"]) == len(records) else apart
    roles = ["status"] if "status" in records[0] else roles
    return [
        " · ".join(record[role] for role in roles if isinstance(record.get(role), str))
        for record in records
    ]


def _bar(value: float, low: float, high: float) -> tuple[float, float]:
    """Where a bar from zero to *value* begins and ends when *low* to *high* is all there is."""
    start, stop = sorted((0.0, value))
    return (start - low) / (high - low), (stop - low) / (high - low)
