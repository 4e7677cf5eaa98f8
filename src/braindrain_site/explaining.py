"""What an editor asks of a name: where its number comes from, how sure it is, and where it stands.

The receipt that readers open, for the terminal, with the places in ``data/`` beside it.
"""

from collections.abc import Iterator

from braindrain_site.figures import formulas, grades
from braindrain_site.judging import claims, meanings, quotations
from braindrain_site.model.entries import Figure
from braindrain_site.model.problems import nearest
from braindrain_site.model.record import Report
from braindrain_site.pages import change_notes
from braindrain_site.recipe import Proof
from braindrain_site.texts import mentions
from braindrain_site.texts.binding import Binding


class Unexplained(Exception):
    """Nothing has the name; the words say which one may be meant."""


def explained(proof: Proof, key: str) -> str:
    """All there is to know of the figure, claim or statement *key*, a fact on each line.

    Raises Unexplained.
    """
    edition = proof.edition
    told: list[str] = []
    if key in edition.figures:
        told += _figure(proof, key)
    if key in edition.claims:
        told += _claim(proof, key)
    if key in edition.statements:
        told += _statement(proof, key)
    if not told:
        names = [*edition.figures, *edition.claims, *edition.statements]
        message = f'No figure, claim or statement is called "{key}". {nearest(key, names)}'
        raise Unexplained(message.strip())
    return "\n".join(told)


def _figure(proof: Proof, key: str) -> Iterator[str]:
    edition = proof.edition
    figure, binding = edition.figures[key], _binding(proof)
    yield f"figure {key}: {binding.plain(f'{{{{ {key} }}}}')}"
    yield _line("says", binding.plain(figure.label[binding.lang]))
    yield _line("typed at", str(edition.place("figures.yaml", key)))
    if figure.formula:
        yield _line("formula", figure.formula)
        yield from (
            _line("", f"{name} = {binding.plain(f'{{{{ {name} }}}}')}")
            for name in grades.inputs(key, edition)
        )
    if figure.period:
        yield _line("period", figure.period)
    for report in grades.reports(key, edition):
        yield _line("source", _report(proof, report))
    yield from _known(proof, key, figure)
    for past in change_notes.history(key, binding):
        yield _line("changed", f"{past.dated} ({past.key}). {past.told} {past.cause}")
    yield from _places(proof, "figure", key)
    uses = [name for name in edition.figures if key in grades.inputs(name, edition)]
    uses += [name for name, claim in edition.claims.items() if key in formulas.names(claim.holds)]
    uses += [
        f"chart {name}"
        for name, chart in edition.charts.items()
        if any(row.figure == key for row in chart.rows)
    ]
    if uses:
        yield _line("used by", ", ".join(uses))


def _known(proof: Proof, key: str, figure: Figure) -> Iterator[str]:
    grade = grades.grade(key, proof.edition)
    weakest = f", by its weakest input {grade.weakest}" if grade.weakest else ""
    yield _line("grade", f"{grade.evidence.replace('_', ' ')}{weakest} ({grade.rule})")
    lang = _binding(proof).lang
    if figure.disputed and figure.disputed.reason:
        yield _line("disputed", _binding(proof).plain(figure.disputed.reason[lang]))
    for name, text in (("note", figure.note), ("caveat", figure.caveat)):
        if text:
            yield _line(name, _binding(proof).plain(text[lang]))
    for name, day in (("until", figure.until), ("due", figure.due)):
        if day:
            yield _line(name, day.isoformat())


def _claim(proof: Proof, key: str) -> Iterator[str]:
    edition, judged = proof.edition, proof.claims[key]
    yield f"claim {key}: {judged.claim.holds}"
    yield _line("typed at", str(edition.place("claims.yaml", key)))
    (margin,) = claims.margins({key: judged}, proof.amounts)
    yield _line("margin", " ".join(margin.split()))
    for worded in meanings.wordings(edition, proof.amounts):
        if worded.key == key:
            yield _line("worded", f'{worded.place}: "{worded.words}", read as {worded.meaning}')
    yield from _places(proof, "claim", key)


def _statement(proof: Proof, key: str) -> Iterator[str]:
    edition = proof.edition
    said, lang = edition.statements[key], _binding(proof).lang
    yield f"statement {key}: told as what {said.sure}"
    yield _line("typed at", str(edition.place("statements.yaml", key)))
    if said.by:
        yield _line("says it", said.by[lang] + ("" if said.named == "yes" else " (not named)"))
    yield _line("source", _report(proof, Report(source=said.source, at=said.at)))
    if said.words:
        checked = "" if quotations.proved(edition, said.source, said.words) else "not "
        yield _line("words", f"“{said.words}” ({checked}found in the text that was witnessed)")
    yield from _places(proof, "statement", key)


def _report(proof: Proof, report: Report) -> str:
    source, lang = proof.edition.sources[report.source], _binding(proof).lang
    words = f", “{report.as_printed}”" if report.as_printed else ""
    seen = "" if source.seen != "second_hand" else ", not opened by us"
    at = report.at[lang] if report.at else ""
    return f"{report.source}, {at}{words}{seen}"


def _places(proof: Proof, kind: str, key: str) -> Iterator[str]:
    edition = proof.edition
    for told in mentions.texts(edition):
        found, _ = mentions.find(told.text, told.start, edition.lines[told.start.file])
        for mention in found:
            if (mention.kind, mention.key) == (kind, key):
                yield _line("stands at", str(mention.place))


def _binding(proof: Proof) -> Binding:
    return Binding(proof.edition, proof.amounts, proof.edition.site.languages[0])


def _line(name: str, words: str) -> str:
    return f"  {name:10}{words}"
