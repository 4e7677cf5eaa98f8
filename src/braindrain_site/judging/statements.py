"""Does a sentence say no more than its statement, and how many sentences have a receipt at all?"""

from collections.abc import Iterator
from dataclasses import dataclass

from braindrain_site.judging.draft import Draft
from braindrain_site.model.edition import Chapter, Edition
from braindrain_site.model.problems import Problem
from braindrain_site.texts import mentions
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.pieces import Said
from braindrain_site.texts.placing import placed
from braindrain_site.texts.sentences import Sentence, sentences
from braindrain_site.texts.shown import shown
from braindrain_site.wording import possibility


@dataclass(frozen=True)
class Told:
    """How many sentences the story tells with a receipt, and how many of its own."""

    receipted: int
    own: int

    def __str__(self) -> str:
        every = self.receipted + self.own
        return f"{every} sentences: {self.receipted} with a receipt, {self.own} our own"


def check(draft: Draft) -> list[Problem]:
    """A problem at each sentence that says for sure what its statement says may be."""
    edition = draft.edition
    return [
        problem
        for lang in edition.site.languages
        for chapter in edition.story[lang]
        for problem in _too_sure(edition, chapter, lang)
    ]


def _too_sure(edition: Edition, chapter: Chapter, lang: str) -> Iterator[Problem]:
    text = chapter.text
    unsure = [
        each
        for each in parse(text).pieces
        if isinstance(each, Said) and edition.statements[each.key].sure == "may"
    ]
    if not unsure or not possibility.known(lang):
        return
    found = [*_possible(text, lang)]
    _, told = mentions.of_chapter(chapter, edition)
    for each in unsure:
        if not any(each.began < at < each.at for at in found):
            place = placed(text, told.start, edition.lines[chapter.file])(each.began)
            sentence = f'This says that it is so; the statement "{each.key}", that it may be.'
            hint = f"Write a word of possibility ({possibility.EXAMPLES[lang]} …)."
            yield Problem(place, sentence, f"{hint} Or correct the statement: sure: is.")


def _possible(text: str, lang: str) -> Iterator[int]:
    """Where in *text* a word of possibility stands that readers see."""
    pattern, seen = possibility.pattern(lang), shown(text)
    yield from (seen.place(found.start()) for found in pattern.finditer(seen.words))


def count(edition: Edition, *languages: str) -> Told:
    """The count for the story in *languages*, or in all of the edition's."""
    found = [each for _, each in _sentences(edition, languages or edition.site.languages)]
    receipted = sum(each.has_receipt for each in found)
    return Told(receipted, len(found) - receipted)


def own(edition: Edition) -> Iterator[str]:
    """Each sentence without a receipt, in every language: its place and its words."""
    for chapter, each in _sentences(edition, edition.site.languages):
        if not each.has_receipt:
            _, told = mentions.of_chapter(chapter, edition)
            place = placed(chapter.text, told.start, edition.lines[chapter.file])(each.at)
            yield f"{place}: {each.words}"


def _sentences(edition: Edition, languages: tuple[str, ...]) -> Iterator[tuple[Chapter, Sentence]]:
    for lang in languages:
        for chapter in edition.story[lang]:
            yield from ((chapter, each) for each in sentences(chapter.text, lang))
