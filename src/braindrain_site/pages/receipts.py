"""Where each number comes from, ready to show: formula filled in, inputs, source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from braindrain_site import wording
from braindrain_site.figures import formulas
from braindrain_site.figures.grades import evidence, inputs
from braindrain_site.judging.claims import Judged
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition, Source
from braindrain_site.model.record import Evidence
from braindrain_site.pages.comparison_in_words import condition
from braindrain_site.pages.formula_in_words import Calculation, calculation
from braindrain_site.texts.binding import Binding, Use
from braindrain_site.wording.filling import filled


@dataclass(frozen=True)
class Receipt:
    """All there is to say of one figure, in one language."""

    key: str
    label: str
    phrase: str
    period: str | None
    formula: Calculation | None
    inputs: tuple[str, ...]
    source_key: str | None
    source: Source | None
    at: str | None
    as_printed: str | None
    reported_by: str | None
    evidence: Evidence
    note: Markup | None
    caveat: Markup | None
    uses: tuple[Use, ...]


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


def receipts(
    edition: Edition, amounts: Mapping[str, Amount], binding: Binding, keys: Iterable[str]
) -> tuple[Receipt, ...]:
    """The receipts of the figures *keys*; links in them go where *binding* keeps its receipts."""
    return tuple(_receipt(key, edition, amounts, binding) for key in keys)


def _receipt(
    key: str, edition: Edition, amounts: Mapping[str, Amount], binding: Binding
) -> Receipt:
    figure = edition.figures[key]
    source_key, at = figure.source, figure.at
    cell = formulas.cell(figure.formula) if figure.formula else None
    if cell and source_key is None:
        source_key, at = (
            edition.tables[cell.table].about.source,
            edition.tables[cell.table].about.at,
        )
    period = figure.period or (edition.tables[cell.table].about.period if cell else None)
    source = edition.sources[source_key] if source_key else None
    return Receipt(
        key=key,
        label=binding.plain(figure.label[binding.lang]),
        phrase=wording.phrase(amounts[key], binding.lang),
        period=wording.period(period, binding.lang) if period else None,
        formula=calculation(key, binding) if figure.formula else None,
        inputs=inputs(key, edition),
        source_key=source_key,
        source=source,
        at=at[binding.lang] if at else None,
        as_printed=_quoted(figure.as_printed, source, binding.lang),
        reported_by=figure.reported_by[binding.lang] if figure.reported_by else None,
        evidence=evidence(key, edition),
        note=binding.html(figure.note[binding.lang]) if figure.note else None,
        caveat=binding.html(figure.caveat[binding.lang]) if figure.caveat else None,
        uses=tuple(binding.uses.get(key, ())),
    )


def _quoted(words: str | None, source: Source | None, lang: str) -> str | None:
    """*words* as printed in *source*, marked when that is in another language."""
    if words is None or source is None or source.language == lang:
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


def _wordings(uses: Iterable[Use], quoted: str) -> str:
    return ", ".join(filled(quoted, words=words) for words in dict.fromkeys(u.words for u in uses))
