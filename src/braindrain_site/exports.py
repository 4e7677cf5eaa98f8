"""The same edition for machines: every table, every figure and every chart's figures, to take away.

CSV is UTF-8 with LF line ends (RFC 4180 but for the line ends, so that two builds differ where the
data do). Cells stand as the editor typed them: ``1.30`` stays ``1.30``. Words that a spreadsheet
would take for a formula and run (OWASP, CSV Injection) begin with an apostrophe, which makes it
show them.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from braindrain_site.figures import grades
from braindrain_site.figures.grades import Grade
from braindrain_site.judging import verdicts
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Chart
from braindrain_site.model.fields import Text
from braindrain_site.model.files import Make
from braindrain_site.model.memory import recall
from braindrain_site.model.number_mistakes import NUMBER
from braindrain_site.model.record import Dispute, Report
from braindrain_site.model.tables import Table
from braindrain_site.texts.binding import Binding

if TYPE_CHECKING:
    import pandas as pd

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_NUMBERS = {"integer", "number", "year"}


def make_exports(edition: Edition, amounts: Mapping[str, Amount]) -> dict[str, Make]:
    """Path below the site → what makes each file to download, once for all who ask."""
    bindings = {lang: Binding(edition, amounts, lang) for lang in edition.site.languages}

    @cache
    def record(key: str) -> dict[str, Any]:
        return _figure(key, edition, amounts[key], bindings)

    def marks(chart: Chart) -> list[dict[str, Any]]:
        return [_mark(row.label, row.series, record(row.figure), bindings) for row in chart.rows]

    def every() -> list[dict[str, Any]]:
        return [record(key) for key in edition.figures]

    files: dict[str, Make] = {}
    for table in edition.tables.values():
        files[f"data/tables/{table.name}.csv"] = partial(_typed, table)
        files[f"data/tables/{table.name}.json"] = partial(
            _json, partial(_table, table, edition, bindings)
        )
    if edition.verdicts:
        files["data/verdicts.json"] = partial(_json, partial(_verdicts, edition, bindings))
    files["data/figures.csv"] = partial(_rows, every)
    files["data/figures.json"] = partial(_json, every)
    if edition.statements:
        said = partial(_statements, edition)
        files["data/statements.csv"] = partial(_rows, said)
        files["data/statements.json"] = partial(_json, said)
    for key in edition.figures:
        files[f"data/figures/{key}.json"] = partial(_json, partial(record, key))
    for key, chart in edition.charts.items():
        if chart.rows:
            shown = partial(marks, chart)
            files[f"data/charts/{key}.csv"] = partial(_rows, shown)
            files[f"data/charts/{key}.json"] = partial(
                _json, partial(_chart, chart, shown, bindings)
            )
    return {path: partial(recall, edition, ("export", path), make) for path, make in files.items()}


def _typed(table: Table) -> bytes:
    return _csv(table.typed)


def _csv(frame: "pd.DataFrame") -> bytes:
    safe = frame.map(_harmless).rename(columns=_harmless)
    return safe.to_csv(index=False, lineterminator="\n").encode()


def _harmless(cell: Any) -> Any:
    """*cell* so that no spreadsheet runs it; a number cannot do any harm."""
    if isinstance(cell, str) and cell.startswith(_STARTS_A_FORMULA) and not NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def _rows(records: Callable[[], Sequence[dict[str, Any]]]) -> bytes:
    import pandas as pd

    return _csv(pd.DataFrame([_flat(record) for record in records()]))


def _json(content: Callable[[], Any]) -> bytes:
    return (json.dumps(content(), ensure_ascii=False, indent=1) + "\n").encode()


def _said(text: Text | None, bindings: Mapping[str, Binding]) -> dict[str, str] | None:
    """*text* in every language, its figures filled in."""
    return None if text is None else {lang: b.plain(text[lang]) for lang, b in bindings.items()}


def _figure(
    key: str, edition: Edition, amount: Amount, bindings: Mapping[str, Binding]
) -> dict[str, Any]:
    """One figure as a record; ``value`` is in its unit, to the last digit known."""
    figure = edition.figures[key]
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
    }


def _verdicts(edition: Edition, bindings: Mapping[str, Binding]) -> list[dict[str, Any]]:
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
        for key, found in verdicts.stamps(edition).items()
        for it in [edition.verdicts[key]]
    ]


def _statements(edition: Edition) -> list[dict[str, Any]]:
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


def _mark(
    label: Text, series: Text | None, record: Mapping[str, Any], bindings: Mapping[str, Binding]
) -> dict[str, Any]:
    """One mark of a chart that is drawn from figures."""
    return {"mark": _said(label, bindings), "group": _said(series, bindings), **record}


def _chart(
    chart: Chart, rows: Callable[[], list[dict[str, Any]]], bindings: Mapping[str, Binding]
) -> dict[str, Any]:
    return {
        "title": _said(chart.headline, bindings),
        "subtitle": _said(chart.subtitle, bindings),
        "caveat": _said(chart.caveat, bindings),
        "notes": _said(chart.notes, bindings),
        "data": rows(),
    }


def _flat(record: Mapping[str, Any]) -> dict[str, Any]:
    """*record* for one CSV row: a text becomes a column per language, absent values empty cells."""
    flat: dict[str, Any] = {}
    for name, value in record.items():
        if name == "basis":
            flat[name] = "; ".join(f"{key}: {what}" for key, what in value.items())
        elif name == "also":
            flat[name] = "; ".join(report["source"] for report in value)
        elif name == "disputed":
            flat |= {"disputed_by": value and value["by"]}
            flat |= _flat({"disputed_reason": value and value["reason"]})
        elif isinstance(value, dict):
            flat |= {f"{name}_{lang}": text for lang, text in value.items()}
        else:
            flat[name] = value
    return flat


def _table(table: Table, edition: Edition, bindings: Mapping[str, Binding]) -> dict[str, Any]:
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
        column.name: _cell(str(table.typed.at[row, column.name]), column.type)
        for column in table.about.fields
    }


def _cell(typed: str, kind: str) -> str | int | float | None:
    """One cell for JSON; an empty one is null (RFC 8259), text stays text."""
    if not typed:
        return None
    if kind in _NUMBERS and NUMBER.fullmatch(typed):
        return float(typed) if "." in typed else int(typed)
    return typed
