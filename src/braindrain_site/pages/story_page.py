"""The story page: its chapters with their charts, then the receipts of all that they say."""

import re
from collections.abc import Iterable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from braindrain_site.pages import chart_block
from braindrain_site.pages.issue import Issue, addresses
from braindrain_site.pages.receipts import Receipt, claim_receipts, receipts
from braindrain_site.texts.binding import Use
from braindrain_site.texts.markdown import Slot, Told, tell

_CITED = re.compile(r'href="#r-(\w+)"')


class Story:
    """The story page: its chapters, then the receipts of all that they and their charts say."""

    def __init__(self, issue: Issue) -> None:
        self.issue = issue
        self.binding = issue.binding()
        site, lang = issue.edition.site, issue.lang
        self.title = self.binding.plain(site.title[lang])
        self.standfirst = self.binding.html(site.standfirst[lang])
        told = tell(issue.edition.story[lang], self.binding, addresses(issue.words, ""))
        self.chapters = [self._with_charts(chapter) for chapter in told]
        self.uses = {key: self._in_order(uses) for key, uses in self.binding.uses.items()}

    def _in_order(self, uses: Iterable[Use]) -> tuple[Use, ...]:
        """*uses* chapter by chapter; a chart's words are bound after the text around it."""
        chapters = [chapter.plain_title for chapter in self.chapters]
        return tuple(sorted(uses, key=lambda u: chapters.index(u.where) if u.where else -1))

    def _with_charts(self, chapter: Told) -> SimpleNamespace:
        self.binding.where = chapter.plain_title
        parts = [self._part(part) for part in chapter.parts]
        return SimpleNamespace(**{**vars(chapter), "parts": parts})

    def _part(self, part: Any) -> Any:
        if not isinstance(part, Slot):
            return part
        issue = self.issue
        drawing = issue.drawings[part.chart]
        return chart_block.exhibit(part.chart, self.binding, drawing, issue.words, issue.exports)

    def context(self) -> dict[str, Any]:
        """What ``story.html`` gets."""
        issue = self.issue
        self.binding.where = issue.words["receipts_title"]
        claims = claim_receipts(issue.edition, issue.judged, self.binding)
        said = [self.standfirst, *map(_html_of, self.chapters)]
        slips = self._cited([*said, *(c.condition + (c.caveat or "") for c in claims)])
        return {
            "title": self.title,
            "standfirst": self.standfirst,
            "chapters": self.chapters,
            "receipts": slips,
            "claims": claims,
            "credits": credits(issue, slips),
            "story": "",
        }

    def _cited(self, texts: Iterable[str]) -> list[Receipt]:
        """The receipts that *texts* lead to, and those that these lead to, in reading order."""
        known = self.issue.edition.figures
        cited = _CITED.findall("".join(texts))
        keys = [key for key in dict.fromkeys(cited) if key in known]  # people type links, too
        slips: list[Receipt] = []
        for key in keys:  # grows as it goes
            [slip] = receipts(self.issue.edition, self.issue.amounts, self.binding, [key])
            slips.append(replace(slip, uses=self.uses.get(key, ())))
            formula = slip.formula.text if slip.formula else None
            more = _CITED.findall("".join(filter(None, (formula, slip.caveat, slip.note))))
            keys += [other for other in dict.fromkeys(more) if other not in keys]
        return slips


def _html_of(chapter: SimpleNamespace) -> str:
    """All of a chapter in which a number may be linked to its receipt, in reading order."""
    found = [chapter.title]
    for part in chapter.parts:
        if isinstance(part, chart_block.Exhibit):
            cells = [str(cell) for row in part.sheet.rows for cell in row]
            found += [part.headline, part.subtitle, part.caveat or "", part.notes or "", *cells]
        else:
            found.append(part.html)
    return "".join(found)


def credits(issue: Issue, slips: Iterable[Receipt]) -> dict[str, chart_block.Credit]:
    """Figure → its source, for the figures that have one."""
    return {
        slip.key: chart_block.credit(issue.edition, slip.source_key, issue.lang, slip.at)
        for slip in slips
        if slip.source_key
    }
