"""The story as plain text, for readers that are programs: notes by number, and all notes below.

It is written as Markdown, which reads well as it stands. It is made of what the page is made of, so
neither can say what the other does not.
"""

from collections.abc import Iterator

from markupsafe import escape

from braindrain_site import wording
from braindrain_site.pages.calculator import Calculator
from braindrain_site.pages.chart_block import Exhibit, Switch
from braindrain_site.pages.credits import Credit
from braindrain_site.pages.notes import Slip
from braindrain_site.pages.plain_text import plain_text
from braindrain_site.pages.receipts import ClaimReceipt, Receipt, StatementReceipt, TermReceipt
from braindrain_site.pages.sheet import Sheet
from braindrain_site.pages.story_page import Part, Story, StoryPage
from braindrain_site.pages.verdict_list import VerdictList
from braindrain_site.texts.markdown import Prose
from braindrain_site.wording.filling import filled


def text_edition(story: Story) -> bytes:
    """The whole of it, a blank line between its paragraphs."""
    page = story.page
    blocks = _Edition(story, page).blocks()
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


class _Edition:
    """Writes the parts of one page."""

    def __init__(self, story: Story, page: StoryPage) -> None:
        self.page, self.material, self.words = page, story.material, story.material.words
        self.notes = page.numbers.notes

    def text(self, said: str) -> str:
        """*said*, which may be HTML, with the numbers of its notes."""
        return plain_text(escape(said), self.notes)

    def blocks(self) -> Iterator[str]:
        """The text from its title to its last document."""
        page, words, site = self.page, self.words, self.material.edition.site
        lang = self.material.lang
        days = {"updated": wording.day(site.updated, lang)}
        days["looked_until"] = wording.day(site.looked_until, lang)
        yield f"# {page.title}"
        yield self.text(page.standfirst)
        yield filled(words["dateline"], publisher=site.publisher[lang], **days)
        yield words["text_lead"]
        if page.opening:
            yield from self._part(page.opening)
        for number, chapter in enumerate(page.chapters, 1):
            yield f"## {number}. {self.text(chapter.title)}"
            for part in chapter.parts:
                yield from self._part(part)
        yield f"## {words['receipts_title']}"
        for each in page.endnotes:
            for slip in each.slips:
                yield f"[{self.notes[slip.id]}] {' '.join(filter(None, self._note(slip)))}"
        if page.documents:
            yield f"## {words['notes_documents']}"
            yield "\n".join(f"- {self._document(each)}" for each in page.documents)

    def _part(self, part: Part) -> Iterator[str]:
        match part:
            case Prose():
                yield self.text(part.html)
            case Switch():
                for view in part.views:
                    yield from self._chart(view)
            case Exhibit():
                yield from self._chart(part)
            case VerdictList():
                yield "\n".join(
                    f"- {self.words[f'verdict_{entry.stamp}']}: "
                    f"{self.text(entry.says)} {self.text(entry.reason)}"
                    for entry in part.entries
                )
            case Calculator():
                yield from self._calculator(part)

    def _chart(self, chart: Exhibit) -> Iterator[str]:
        words = self.words
        yield f"### {self.text(chart.headline)}"
        yield self.text(chart.subtitle)
        yield chart.description
        yield self._sheet(chart.sheet)
        if chart.caveat:
            yield self.text(chart.caveat)
        if chart.notes:
            yield self.text(chart.notes)
        many = "sources_label" if len(chart.publishers) > 1 else "source_label"
        yield f"{words[many]} {', '.join(chart.publishers)}."
        if chart.doubtful:
            yield self.text(words["dagger"])

    def _sheet(self, sheet: Sheet) -> str:
        rows = [[column.title for column in sheet.columns], ["---" for _ in sheet.columns]]
        rows += [[self.text(cell).replace("|", "/") for cell in row] for row in sheet.rows]
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def _calculator(self, part: Calculator) -> Iterator[str]:
        yield f"### {self.words['calculator_title']}"
        for example in part.examples:
            lines = [f"{example.label}: {self.text(example.figure)}"]
            for rate, worth, multiples in example.rows:
                offers = zip(part.offers, multiples, strict=True)
                said = "; ".join(f"{offer.label}: {multiple}" for offer, multiple in offers)
                lines.append(f"- {rate.name}: {worth}; {said}")
            yield "\n".join(lines)
        named = [(offer.label, offer.figure) for offer in part.offers]
        named += [(rate.name, rate.figure) for rate in part.rates]
        yield "\n".join(f"{name}: {self.text(figure)}" for name, figure in named)
        yield self.text(part.notes)

    def _note(self, slip: Slip) -> Iterator[str]:
        match slip:
            case Receipt():
                yield from self._number(slip)
            case ClaimReceipt():
                said = filled(self.words["claim_true"], words=slip.words)
                yield f"{said}: {self.text(slip.condition)}."
                if slip.on_printed:
                    yield self.words["claim_on_printed"]
                if slip.caveat:
                    yield f"{self.words['read_with_care']} {self.text(slip.caveat)}"
            case StatementReceipt():
                yield from self._statement(slip)
            case TermReceipt():
                yield f"{slip.name}: {self.text(slip.text)}"
                if slip.credit:
                    yield self._place(slip.credit)

    def _number(self, slip: Receipt) -> Iterator[str]:
        words = self.words
        period = f", {slip.period}" if slip.period else ""
        yield f"{slip.phrase}: {slip.label}{period}."
        if slip.formula:
            yield f"{words[f'receipt_{slip.formula.how}']} {self.text(slip.formula.text)}."
        yield f"{slip.grade}."
        for credit, printed in self.page.credits.get(slip.key, ())[:1]:
            yield self._place(credit)
            if printed:
                yield filled(words["receipt_printed"], words=self.text(printed))
            origins = "; ".join(slip.origins)
            yield (
                filled(words["receipt_origin"], name=origins)
                if origins
                else words["receipt_no_origin"]
            )
        for why, limit in (("receipt_disputed", slip.disputed), ("read_with_care", slip.caveat)):
            if limit:
                yield f"{words[why]} {self.text(limit)}"
        yield slip.time_limit or ""
        yield f"{self.material.edition.site.address or ''}data/figures/{slip.key}.json"

    def _statement(self, slip: StatementReceipt) -> Iterator[str]:
        words = self.words
        yield f"{filled(words['statement_by'], who=slip.who)}."
        if slip.words:
            yield filled(words["receipt_printed"], words=self.text(slip.words))
        yield words[f"statement_sure_{slip.sure}"]
        yield self._place(slip.credit)

    def _place(self, credit: Credit) -> str:
        """A document in short with the place in it; it is named whole below."""
        named = (credit.publisher, credit.published or credit.title, credit.at)
        return f"{self.words['source_label']} {', '.join(filter(None, named))}."

    def _document(self, credit: Credit) -> str:
        named = ", ".join(filter(None, (credit.publisher, credit.title, credit.published)))
        unopened = f" ({self.words['unopened']})" if credit.unopened else ""
        return f"{named}{unopened}{f' <{credit.url}>' if credit.url else ''}"
