"""Figures, tables, statements and verdicts as records: what the JSON files hold."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from braindrain_site.exports.columns import value
from braindrain_site.figures import grades
from braindrain_site.figures.grades import Grade
from braindrain_site.judging import verdicts as judging
from braindrain_site.model.amounts import Amount
from braindrain_site.model.chart import Chart
from braindrain_site.model.edition import Edition
from braindrain_site.model.fields import Text
from braindrain_site.model.record import Dispute, Report
from braindrain_site.model.tables import Table
from braindrain_site.pages.addresses import PAGES, home
from braindrain_site.texts.binding import Binding


def _said(text: Text | None, bindings: Mapping[str, Binding]) -> dict[str, str] | None:
    """*text* in every language, its figures filled in."""
    return None if text is None else {lang: b.plain(text[lang]) for lang, b in bindings.items()}


def figure(
    key: str, edition: Edition, amount: Amount, bindings: Mapping[str, Binding]
) -> dict[str, Any]:
    """One figure as a record; ``value`` is in its unit, to the last digit known."""
    figure = edition.figures[key]
    top = edition.site.address or ""
    return {
        "key": key,
        "label": _said(figure.label, bindings),
        "value": _number(amount.rounded().shown),
        "unit": figure.unit,
        "qualifier": amount.qualifier,
        "formula": figure.formula,
        "period": figure.period,
        "basis": figure.basis.model_dump(exclude_none=True),
        "source": figure.source,
        "at": _said(figure.at, bindings),
        "as_printed": figure.as_printed,
        "also": [_report(report, bindings) for report in grades.reports(key, edition)[1:]],
        **_known(grades.grade(key, edition), grades.reports(key, edition), edition),
        "disputed": _dispute(figure.disputed, bindings),
        "until": figure.until and figure.until.isoformat(),
        "due": figure.due and figure.due.isoformat(),
        "variant_of": figure.variant_of,
        "note": _said(figure.note, bindings),
        "caveat": _said(figure.caveat, bindings),
        "page": {
            lang: f"{top}{home(edition, lang)}{PAGES['figures'].path}#r-{key}" for lang in bindings
        },
    }


def verdicts(edition: Edition, bindings: Mapping[str, Binding]) -> list[dict[str, Any]]:
    """Every claim of the articles with its stamp and what gave it that."""
    return [
        {
            "key": key,
            "article": it.article,
            "printed": it.printed,
            "says": _said(it.says, bindings),
            "stamp": found.stamp,
            "rule": f"The claim {found.rule}.",
            "reason": _said(it.reason, bindings),
            "holds": it.holds,
            "loosely": it.loosely,
        }
        for key, found in judging.stamps(edition).items()
        for it in [edition.verdicts[key]]
    ]


def statements(edition: Edition) -> list[dict[str, Any]]:
    """Every statement as a record; ``who`` is the source's publisher where it says it itself."""
    languages = edition.site.languages
    return [
        {
            "key": key,
            "words": it.words,
            "source": it.source,
            "at": {lang: it.at[lang] for lang in languages},
            "who": {
                lang: (it.by or edition.sources[it.source].publisher)[lang] for lang in languages
            },
            "named": it.named,
            "sure": it.sure,
        }
        for key, it in edition.statements.items()
    ]


def _known(grade: Grade, reports: Iterable[Report], edition: Edition) -> dict[str, Any]:
    """Whose number it is, and how well that is known."""
    origins = [edition.origins[key].name for key in grades.origins(reports)]
    named = {lang: "; ".join(name[lang] for name in origins) for lang in edition.site.languages}
    return {
        "origin": named if origins else None,
        "evidence": grade.evidence,
        "reports": grade.reports,
    }


def _report(report: Report, bindings: Mapping[str, Binding]) -> dict[str, Any]:
    return {
        "source": report.source,
        "at": _said(report.at, bindings),
        "as_printed": report.as_printed,
        "origin": report.origin,
    }


def _dispute(dispute: Dispute | None, bindings: Mapping[str, Binding]) -> dict[str, Any] | None:
    if dispute is None:
        return None
    return {"by": dispute.by, "reason": _said(dispute.reason, bindings)}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral() else float(value)


def sources(edition: Edition) -> list[dict[str, Any]]:
    """Every document as a record; ``origin`` is whose numbers it gives."""
    return [
        {"key": key, **it.model_dump(mode="json")} | {"origin": _named(it.origin, edition)}
        for key, it in edition.sources.items()
    ]


def units(edition: Edition) -> list[dict[str, Any]]:
    """Every unit as a record; in ``print``, braces stand for the number."""
    return [
        {
            "key": key,
            "print": {lang: it.print[lang] for lang in edition.site.languages},
            "dimension": it.dimension or key,
            "scale": _number(it.scale),
        }
        for key, it in edition.units.items()
    ]


def reports(edition: Edition, bindings: Mapping[str, Binding]) -> list[dict[str, Any]]:
    """Every report of every figure as a record, the first one first."""
    return [
        {"figure": key, "number": number, **_report(report, bindings)}
        | {"origin": _named(report.origin, edition)}
        for key in edition.figures
        for number, report in enumerate(grades.reports(key, edition), 1)
    ]


def _named(origin: str | None, edition: Edition) -> dict[str, str] | None:
    name = edition.origins[origin].name if origin else None
    return {lang: name[lang] for lang in edition.site.languages} if name else None


def mark(
    label: Text, series: Text | None, record: Mapping[str, Any], bindings: Mapping[str, Binding]
) -> dict[str, Any]:
    """One mark of a chart that is drawn from figures: what it is called, and the figure."""
    return {"mark": _said(label, bindings), "group": _said(series, bindings), **record}


def chart(
    chart: Chart, rows: Callable[[], list[dict[str, Any]]], bindings: Mapping[str, Binding]
) -> dict[str, Any]:
    """A chart that is drawn from figures: its words, and its marks under ``data``."""
    return {
        "title": _said(chart.headline, bindings),
        "subtitle": _said(chart.subtitle, bindings),
        "caveat": _said(chart.caveat, bindings),
        "notes": _said(chart.notes, bindings),
        "data": rows(),
    }


def table(table: Table, edition: Edition, bindings: Mapping[str, Binding]) -> dict[str, Any]:
    """The table's sidecar with its rows under ``data``, numbers as numbers."""
    about = table.about
    return {
        "name": table.name,
        "title": _said(about.title, bindings),
        "source": about.source,
        "at": _said(about.at, bindings),
        "also": [_report(report, bindings) for report in about.also],
        **_known(
            grades.grade_of_table(table.name, edition),
            grades.reports_of_table(table.name, edition),
            edition,
        ),
        "disputed": _dispute(about.disputed, bindings),
        "period": about.period,
        "basis": about.basis.model_dump(exclude_none=True),
        "note": _said(about.note, bindings),
        "primaryKey": about.primaryKey if len(about.primaryKey) > 1 else about.primaryKey[0],
        "fields": [
            {
                "name": column.name,
                "type": column.type,
                "title": _said(column.title, bindings),
                "unit": column.unit,
            }
            for column in about.fields
        ],
        "data": [_cells(table, row) for row in range(len(table.typed))],
    }


def _cells(table: Table, row: int) -> dict[str, Any]:
    return {
        column.name: value(str(table.typed.at[row, column.name]), column.type)
        for column in table.about.fields
    }
