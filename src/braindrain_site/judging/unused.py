"""Figures, sources and terms that nothing rests on, and lines that nothing reads: no mistakes, and
still good to know."""

from collections.abc import Iterator

from braindrain_site.figures import formulas
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Figure
from braindrain_site.model.problems import Problem
from braindrain_site.model.record import COMPUTED
from braindrain_site.model.tables import Sidecar
from braindrain_site.texts import mentions
from braindrain_site.texts.mentions import Mention


def unused(edition: Edition) -> list[Problem]:
    """What nobody would miss in *edition*, which passed all gates, each at its place.

    Another printing of a figure is there to be listed beside it, and one that must agree with
    a formula to hold that to account, whoever names them.
    """
    found = [*_mentions(edition)]
    named = {mention.key for mention in found if mention.kind != "term"} | {*_named(edition)}
    terms = {mention.key for mention in found if mention.kind == "term"}
    return [
        *(
            Problem(
                edition.place("figures.yaml", key),
                f'Nothing uses the figure "{key}" yet.',
                "Name it in a text, a formula or a chart; or delete it.",
            )
            for key, figure in edition.figures.items()
            if key not in named and not (figure.variant_of or figure.agrees_with)
        ),
        *(
            Problem(
                edition.place("sources.yaml", key),
                f'Nothing uses the source "{key}" yet.',
                "Name it in a text, a figure, a table or a statement; if a number was from it, in "
                "changes.yaml, as its old source; or delete it.",
            )
            for key in edition.sources
            if key not in named
        ),
        *(
            Problem(
                edition.place("glossary.yaml", key),
                f'No chapter uses the term "{key}" yet.',
                f'Write {{% term "{key}" %}}words{{% endterm %}} where it stands, or delete it.',
            )
            for key in edition.glossary
            if key not in terms
        ),
        *(Problem(edition.places[path], *COMPUTED) for path in _graded(edition)),
    ]


def _graded(edition: Edition) -> Iterator[tuple[str, ...]]:
    """Where a grade of evidence was typed by hand."""
    yield from (
        ("figures.yaml", key, "evidence") for key, it in edition.figures.items() if it.evidence
    )
    for name, table in edition.tables.items():
        if table.about.evidence:
            yield f"tables/{name}.yaml", "evidence"


def _mentions(edition: Edition) -> Iterator[Mention]:
    """All that texts name."""
    for told in mentions.texts(edition):
        found, _ = mentions.find(told.text, told.start, edition.lines[told.start.file])
        yield from found


def _named(edition: Edition) -> Iterator[str]:
    """All that formulas, charts, figures, tables and the glossary name."""
    yield from (term.source for term in edition.glossary.values() if term.source)
    for figure in edition.figures.values():
        yield from filter(None, (figure.variant_of, figure.source))
        for formula in filter(None, (figure.formula, figure.agrees_with)):
            yield from formulas.names(formula)
    tables = (table.about for table in edition.tables.values())
    entries: list[Figure | Sidecar] = [*edition.figures.values(), *tables]
    for entry in entries:
        yield from (report.source for report in entry.also)
        if entry.disputed and entry.disputed.by:
            yield entry.disputed.by
    for condition in _conditions(edition):
        yield from formulas.names(condition)
    yield from (verdict.article for verdict in edition.verdicts.values())
    if edition.calculator:
        yield from (key for _, key in edition.calculator.named())
    yield from (statement.source for statement in edition.statements.values())
    for change in edition.changes.values():
        yield from (name for kind, _, name in change.named() if kind == "source")
    for chart in edition.charts.values():
        yield from (row.figure for row in chart.rows)
    for table in edition.tables.values():
        yield table.about.source
        if table.column("source"):
            yield from (table.cell("source", key) for key in table.keys)


def _conditions(edition: Edition) -> Iterator[str]:
    """The formulas that have to be true, or may be."""
    yield from (claim.holds for claim in edition.claims.values())
    for verdict in edition.verdicts.values():
        yield from filter(None, (verdict.holds, verdict.loosely))
