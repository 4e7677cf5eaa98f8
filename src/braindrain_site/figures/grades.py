"""How well a figure is known: worked out from who counted, who reports it and where we read it.

The rules stand in ``_by_rule``, the best grade first; nobody can type a better one. A derived
figure is as well known as the weakest of what it rests on.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from braindrain_site.figures import formulas
from braindrain_site.figures.kinds import speaks_for_itself
from braindrain_site.figures.order import in_order
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Figure
from braindrain_site.model.memory import recall
from braindrain_site.model.record import EVIDENCE, Evidence, Report
from braindrain_site.model.tables import Sidecar

DOUBTFUL = "†"
"""What stands behind a number that is disputed or that no source vouches for."""


@dataclass(frozen=True)
class Grade:
    """How well a number is known, and by which rule."""

    evidence: Evidence
    reports: int = 0
    """How many documents give it."""
    rule: str = "set by us"
    """What made it that, by the keys of figures, origins and sources."""
    weakest: str | None = None
    """The input whose grade this is, of a derived figure."""


def doubtful(key: str, edition: Edition) -> bool:
    """Whether figure *key* is disputed or no source vouches for it."""
    return evidence(key, edition) in {"disputed", "unattributed"}


def inputs(key: str, edition: Edition) -> tuple[str, ...]:
    """The figures that the formula of *key* names; none for a given figure."""
    formula = edition.figures[key].formula
    return tuple(n for n in formulas.names(formula) if n in edition.figures) if formula else ()


def evidence(key: str, edition: Edition) -> Evidence:
    """The grade of figure *key* in a word."""
    return grade(key, edition).evidence


def grade(key: str, edition: Edition) -> Grade:
    """The grade of figure *key*; for a derived one the weakest among its figures and tables."""
    return recall(edition, "grades", lambda: _grades(edition))[key]


def _grades(edition: Edition) -> Mapping[str, Grade]:
    """Figure key → grade; each is worked out once, behind those it rests on."""
    found: dict[str, Grade] = {}
    for key in in_order(edition).keys:
        found[key] = _of_figure(key, edition, found)
    return found


def grade_of_table(name: str, edition: Edition) -> Grade:
    """The grade of table *name*; where each row names its source, the weakest of its rows."""
    return recall(edition, ("grade of table", name), lambda: _of_table(name, edition))


def reports(key: str, edition: Edition) -> tuple[Report, ...]:
    """Every report of figure *key*, the first one first, each with its origin if there is one.

    What gives a table gives each of its cells, unless each row names its own document.
    """
    return recall(edition, ("reports", key), lambda: _reports_of_figure(key, edition))


def _reports_of_figure(key: str, edition: Edition) -> tuple[Report, ...]:
    figure = edition.figures[key]
    found = list(_reports(figure, edition))
    if cell := _cell(figure):
        told = reports_of_table(cell.table, edition)
        if edition.tables[cell.table].column("source"):
            row = edition.tables[cell.table].cell("source", cell.row)
            told = tuple(report for report in told if report.source == row)
        known = {report.source for report in found}
        found += [report for report in told if report.source not in known]
    return tuple(found)


def reports_of_table(name: str, edition: Edition) -> tuple[Report, ...]:
    """Every report of table *name*, as of a figure; where its rows name their sources, those."""
    table = edition.tables[name]
    if not table.column("source"):
        return tuple(_reports(table.about, edition))
    rows = (Report(source=key, at=table.about.at) for key in dict.fromkeys(table.typed["source"]))
    return tuple(_with_origin(row, None, edition) for row in rows if row.source in edition.sources)


def origins(told: Iterable[Report]) -> tuple[str, ...]:
    """The origins of these reports, each once."""
    return tuple(dict.fromkeys(report.origin for report in told if report.origin))


def listed(edition: Edition) -> Iterator[str]:
    """Every figure, then every table, with its grade and the rule that gave it, a line each."""
    told = [(key, grade(key, edition)) for key in edition.figures]
    told += [(f"tables/{name}", grade_of_table(name, edition)) for name in edition.tables]
    for name, found in told:
        count = f" ({found.reports})" if found.evidence == "one_origin" else ""
        through = f"weakest input {found.weakest}: " if found.weakest else ""
        yield f"{name}: {found.evidence}{count} – {through}{found.rule}"


def _cell(figure: Figure) -> formulas.Cell | None:
    return formulas.cell(figure.formula) if figure.formula else None


def _of_figure(key: str, edition: Edition, before: Mapping[str, Grade]) -> Grade:
    figure = edition.figures[key]
    if figure.disputed:
        return Grade("disputed", rule=figure.disputed.by or "the reason given")
    if cell := _cell(figure):
        disputed = edition.tables[cell.table].about.disputed
        told = reports(key, edition)
        return grade_of_table(cell.table, edition) if disputed else _by_rule(told, edition)
    names = formulas.names(figure.formula) if figure.formula else ()
    rests_on = [(name, before[name]) for name in names if name in before]
    rests_on += [(name, grade_of_table(name, edition)) for name in names if name in edition.tables]
    grades = [replace(found, weakest=found.weakest or name) for name, found in rests_on]
    if figure.source:
        grades.append(_by_rule(reports(key, edition), edition))
    return max(grades, key=_weakness, default=Grade("primary"))


def _weakness(found: Grade) -> tuple[int, int]:
    return EVIDENCE.index(found.evidence), -found.reports


def _of_table(name: str, edition: Edition) -> Grade:
    table = edition.tables[name]
    if table.about.disputed:
        return Grade("disputed", rule=table.about.disputed.by or "the reason given")
    told = reports_of_table(name, edition)
    apart = [(report,) for report in told] if table.column("source") else [told]
    return max((_by_rule(each, edition) for each in apart), key=_weakness)


def _reports(entry: Figure | Sidecar, edition: Edition) -> Iterator[Report]:
    if entry.source and entry.at:
        words = entry.as_printed if isinstance(entry, Figure) else None
        first = Report(source=entry.source, at=entry.at, as_printed=words)
        named = entry.origin or edition.sources[entry.source].origin
        for report in (first, *entry.also):
            yield _with_origin(report, named, edition)


def _with_origin(report: Report, named: str | None, edition: Edition) -> Report:
    """*report* with its own origin, or the one *named* for the number, or that of its source.

    So a second origin is only where someone named it: two papers that describe the same release in
    two ways do not make two of it.
    """
    origin = report.origin or named or edition.sources[report.source].origin
    return report.model_copy(update={"origin": origin})


def _by_rule(told: tuple[Report, ...], edition: Edition) -> Grade:
    """The grade that the reports of a number give it: the first rule that fits, best first."""
    origins: dict[str, list[str]] = {}
    for report in told:
        if report.origin:
            origins.setdefault(report.origin, []).append(report.source)
    count = len({report.source for report in told})
    rule = "; ".join(f"{origin}: {', '.join(names)}" for origin, names in origins.items())
    for report in told:
        if _reads_the_origin(report, edition):
            own = f"{report.source}, {report.origin}’s own, was read"
            return Grade("primary", count, own)
    if len(origins) > 1:
        return Grade("corroborated", count, rule)
    if origins:
        return Grade("one_origin", count, rule)
    return Grade("unattributed", count, ", ".join(report.source for report in told))


def _reads_the_origin(report: Report, edition: Edition) -> bool:
    """Whether we read *report* in the own document or data of whoever counted, or in a copy."""
    source = edition.sources[report.source]
    theirs = report.origin is not None and report.origin == source.origin
    return theirs and speaks_for_itself(source.kind, edition) and source.seen != "second_hand"
