"""Where each number comes from, ready to show: formula filled in, inputs, source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from braindrain_site import wording
from braindrain_site.figures import formulas, grades
from braindrain_site.judging import quotations
from braindrain_site.judging.claims import Judged
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Figure, Source
from braindrain_site.model.fields import Text
from braindrain_site.model.memory import recall
from braindrain_site.model.record import Dispute, Evidence, Report
from braindrain_site.pages import change_notes
from braindrain_site.pages.change_notes import Past
from braindrain_site.pages.comparison_in_words import condition
from braindrain_site.pages.credits import Credit, credit
from braindrain_site.pages.formula_in_words import Calculation, calculation
from braindrain_site.texts.binding import Binding, Use
from braindrain_site.wording.filling import filled


@dataclass(frozen=True)
class Reported:
    """One document that gives a number: where in it, and in which words if they are known."""

    source_key: str
    at: str
    as_printed: str | None
    proved: bool
    """Whether these words were found in what was read of the document."""


@dataclass(frozen=True)
class Receipt:
    """All there is to say of one figure, in one language."""

    key: str
    label: str
    phrase: str
    period: str | None
    formula: Calculation | None
    inputs: tuple[str, ...]
    reports: tuple[Reported, ...]
    """The first one first; none of a number that is calculated."""
    origins: tuple[str, ...]
    """Whose number it is, by name."""
    evidence: Evidence
    grade: str
    """How well it is known, in words, the reports of it counted."""
    disputed: Markup | None
    """What contradicts it."""
    time_limit: str | None
    """Until when it holds, or when what it plans falls due."""
    note: Markup | None
    caveat: Markup | None
    history: tuple[Past, ...]
    """What it was before, the newest change first."""
    uses: tuple[Use, ...]

    @property
    def id(self) -> str:
        """The id of its note."""
        return f"r-{self.key}"

    @property
    def source_key(self) -> str | None:
        """The document it is listed under; None for a number that is calculated."""
        return self.reports[0].source_key if self.reports else None


@dataclass(frozen=True)
class ClaimReceipt:
    """A worded comparison with the condition that makes it true, its values filled in."""

    key: str
    words: str
    """How the page words it, each wording once, in quotation marks."""
    condition: Markup
    inputs: tuple[str, ...]
    on_printed: bool
    caveat: Markup | None
    uses: tuple[Use, ...]

    @property
    def id(self) -> str:
        """The id of its note."""
        return f"c-{self.key}"


@dataclass(frozen=True)
class StatementReceipt:
    """Who says what a sentence says, and where; with the words, if they are quoted."""

    key: str
    who: str
    named: str | None
    """Whether the source names who says it, where that is not the source itself."""
    sure: str
    words: str | None
    proved: bool
    """Whether the words were found in what was read of the source."""
    credit: Credit
    uses: tuple[Use, ...]

    @property
    def id(self) -> str:
        """The id of its note."""
        return f"s-{self.key}"


@dataclass(frozen=True)
class TermReceipt:
    """What the glossary says of an institution or a notion, and where that is taken from."""

    key: str
    name: str
    text: Markup
    credit: Credit | None

    @property
    def id(self) -> str:
        """The id of its note."""
        return f"g-{self.key}"


def receipts(
    edition: Edition, amounts: Mapping[str, Amount], binding: Binding, keys: Iterable[str]
) -> tuple[Receipt, ...]:
    """The receipts of the figures *keys*; links in them go where *binding* keeps its receipts."""
    return tuple(_receipt(key, edition, amounts, binding) for key in keys)


def _receipt(
    key: str, edition: Edition, amounts: Mapping[str, Amount], binding: Binding
) -> Receipt:
    figure, lang = edition.figures[key], binding.lang
    what = ("receipt", key, lang, binding.receipts)
    return replace(
        recall(edition, what, lambda: _without_links(key, edition, amounts, binding)),
        disputed=_disputed(figure.disputed, binding),
        note=binding.html(figure.note[lang]) if figure.note else None,
        caveat=binding.html(figure.caveat[lang]) if figure.caveat else None,
        uses=tuple(binding.uses.get(key, ())),
    )


def _without_links(
    key: str, edition: Edition, amounts: Mapping[str, Amount], binding: Binding
) -> Receipt:
    """What a receipt says wherever it stands: nothing in it counts as a use of another figure."""
    figure, lang = edition.figures[key], binding.lang
    reports = grades.reports(key, edition)
    cell = formulas.cell(figure.formula) if figure.formula else None
    period = figure.period or (edition.tables[cell.table].about.period if cell else None)
    return Receipt(
        key=key,
        label=binding.plain(figure.label[lang]),
        phrase=wording.phrase(amounts[key], lang),
        period=wording.period(period, lang) if period else None,
        formula=calculation(key, binding) if figure.formula else None,
        inputs=grades.inputs(key, edition),
        reports=tuple(_reported(report, edition, lang) for report in reports),
        origins=tuple(edition.origins[o].name[lang] for o in grades.origins(reports)),
        evidence=grades.evidence(key, edition),
        grade=_grade(key, edition, lang),
        disputed=None,
        time_limit=_time_limit(figure, edition.words, lang),
        note=None,
        caveat=None,
        history=change_notes.history(key, binding),
        uses=(),
    )


def _reported(report: Report, edition: Edition, lang: str) -> Reported:
    words = _quoted(report.as_printed, edition.sources[report.source], lang)
    proved = quotations.proved(edition, report.source, report.as_printed)
    return Reported(report.source, report.at[lang], words, proved)


def _grade(key: str, edition: Edition, lang: str) -> str:
    """The grade of a figure in words; those of a single origin with their reports counted."""
    found, words = grades.grade(key, edition), edition.words
    said = words[f"grade_{found.evidence}"][lang]
    if found.evidence == "one_origin":
        counted = "receipt_report" if found.reports == 1 else "receipt_reports"
        said = filled(words[counted][lang], grade=said, reports=found.reports)
    return filled(words["receipt_weakest"][lang], grade=said) if found.weakest else said


def _disputed(dispute: Dispute | None, binding: Binding) -> Markup | None:
    if dispute is None:
        return None
    edition, lang = binding.edition, binding.lang
    said: list[str] = [binding.html(dispute.reason[lang])] if dispute.reason else []
    if dispute.by:
        label = binding.plain(edition.figures[dispute.by].label[lang])
        by = edition.words["receipt_disputed_by"][lang]
        said.append(filled(by, figure=binding.figure(dispute.by), label=label))
    return Markup(" ").join(said)


def _time_limit(figure: Figure, words: Mapping[str, Text], lang: str) -> str | None:
    for day, key in ((figure.until, "receipt_until"), (figure.due, "receipt_due")):
        if day:
            return filled(words[key][lang], day=wording.day(day, lang))
    return None


def _quoted(words: str | None, source: Source, lang: str) -> str | None:
    """*words* as printed in *source*, marked when that is in another language."""
    if words is None or source.language == lang:
        return words
    return Markup('<span lang="{}">{}</span>').format(source.language, words)


def claim_receipts(
    edition: Edition, judged: Mapping[str, Judged], binding: Binding
) -> tuple[ClaimReceipt, ...]:
    """The receipts of the claims that the page of *binding* words."""
    return tuple(
        ClaimReceipt(
            key=key,
            words=_wordings(uses, edition.words["claim_words"][binding.lang]),
            condition=condition(judged[key].claim.holds, binding),
            inputs=tuple(
                n for n in formulas.names(judged[key].claim.holds) if n in edition.figures
            ),
            on_printed=judged[key].claim.on == "printed values",
            caveat=binding.html(caveat[binding.lang])
            if (caveat := judged[key].claim.caveat)
            else None,
            uses=tuple(uses),
        )
        for key, uses in binding.claims.items()
    )


def statement_receipts(binding: Binding) -> tuple[StatementReceipt, ...]:
    """The receipts of the statements that the page of *binding* makes."""
    return tuple(_statement(key, binding, tuple(uses)) for key, uses in binding.statements.items())


def _statement(key: str, binding: Binding, uses: tuple[Use, ...]) -> StatementReceipt:
    edition, lang = binding.edition, binding.lang
    stated = edition.statements[key]
    source = edition.sources[stated.source]
    return StatementReceipt(
        key=key,
        who=stated.by[lang] if stated.by else source.publisher[lang],
        named=stated.named,
        sure=stated.sure,
        words=_quoted(stated.words, source, lang),
        proved=quotations.proved(edition, stated.source, stated.words),
        credit=credit(edition, stated.source, lang, stated.at[lang]),
        uses=uses,
    )


def term_receipt(key: str, binding: Binding) -> TermReceipt:
    """What the glossary says of *key*."""
    edition, lang = binding.edition, binding.lang
    term = edition.glossary[key]
    at = term.at[lang] if term.at else None
    where = credit(edition, term.source, lang, at) if term.source else None
    return TermReceipt(key, term.name[lang], binding.html(term.text[lang]), where)


def _wordings(uses: Iterable[Use], quoted: str) -> str:
    return ", ".join(filled(quoted, words=words) for words in dict.fromkeys(u.words for u in uses))
