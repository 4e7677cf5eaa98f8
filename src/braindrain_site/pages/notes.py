"""The notes at the end of the story: what its chapters cite, each once, chapter by chapter."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from braindrain_site.pages.chart_block import Exhibit
from braindrain_site.pages.credits import Credit, credit
from braindrain_site.pages.material import Material
from braindrain_site.pages.receipts import (
    ClaimReceipt,
    Receipt,
    StatementReceipt,
    TermReceipt,
    claim_receipts,
    receipts,
    statement_receipts,
    term_receipt,
)
from braindrain_site.texts.binding import Binding

_CITED = re.compile(r'href="#([rcsg]-\w+)"')
Slip = Receipt | ClaimReceipt | StatementReceipt | TermReceipt
Reports = tuple[tuple[Credit, str | None], ...]
"""Documents that give a number, each with its words as printed there, if they are known."""


@dataclass(frozen=True)
class Notes:
    """The notes that a chapter is the first to lead to, in the order in which it does."""

    title: str
    start: int
    """The number of the first, counted through the page."""
    slips: tuple[Slip, ...]


def notes(
    material: Material,
    binding: Binding,
    chapters: Iterable[tuple[str, str]],
) -> tuple[Notes, ...]:
    """The notes of *chapters*, each a title and its HTML, and of what these notes lead to."""
    binding.where = ""
    claims = {slip.id: slip for slip in claim_receipts(material.edition, material.judged, binding)}
    said = {slip.id: slip for slip in statement_receipts(binding)}

    def made(note: str) -> Slip | None:
        key = note[2:]
        if note[0] == "g":
            return term_receipt(key, binding) if key in binding.terms else None
        if note[0] != "r":
            return claims.get(note) or said.get(note)
        if key not in material.edition.figures:  # people type links, too
            return None
        [slip] = receipts(material.edition, material.amounts, binding, [key])
        return slip

    found: list[Notes] = []
    seen: set[str] = set()
    for title, html in chapters:
        slips = tuple(_led_to(html, seen, made))
        found.append(Notes(title, 1 + sum(len(each.slips) for each in found), slips))
    return tuple(each for each in found if each.slips)


def _led_to(html: str, seen: set[str], made: Callable[[str], Slip | None]) -> Iterator[Slip]:
    """The notes that *html* leads to and none before, and those that these lead to."""
    waiting = _CITED.findall(html)
    for note in waiting:  # grows as it goes
        if note in seen or not (slip := made(note)):
            continue
        seen.add(note)
        yield slip
        waiting += _CITED.findall(_html_of(slip))


def _html_of(slip: Slip) -> str:
    match slip:
        case Receipt():
            formula = slip.formula.text if slip.formula else None
            return "".join(filter(None, (formula, slip.disputed, slip.caveat)))
        case ClaimReceipt():
            return slip.condition + (slip.caveat or "")
        case TermReceipt():
            return slip.text
    return ""


def credits(material: Material, slips: Iterable[Receipt]) -> dict[str, Reports]:
    """Figure → the documents that give it, the first one first."""
    edition, lang = material.edition, material.lang
    return {
        slip.key: tuple(
            (credit(edition, each.source_key, lang, each.at), each.as_printed)
            for each in slip.reports
        )
        for slip in slips
    }


def documents(
    material: Material, found: Iterable[Notes], exhibits: Iterable[Exhibit]
) -> tuple[Credit, ...]:
    """The documents that the notes *found* and the charts name, each once, in this order."""
    keys = [_document(slip) for each in found for slip in each.slips]
    shown = (each.credits for each in exhibits)
    keys += [credit.key for credits in shown for credit in chain(credits.named, *credits.apart)]
    return tuple(
        credit(material.edition, key, material.lang) for key in dict.fromkeys(filter(None, keys))
    )


def _document(slip: Slip) -> str | None:
    match slip:
        case Receipt():
            return slip.source_key
        case StatementReceipt() | TermReceipt():
            return slip.credit.key if slip.credit else None
    return None
