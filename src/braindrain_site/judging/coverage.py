"""Is any number, comparison, total or change in a published text bound to nothing?

Of a chapter, what Markdown prints is judged; of every text, the letters as they are read: with
numerals of any script or shape, and without what cannot be seen. ``quantities`` finds what says how
many, how much, or that it changed; ``vouching`` says which of it needs something that vouches for
it, and where.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from braindrain_site.judging import formerly, unvouched, vouching
from braindrain_site.judging.draft import Draft
from braindrain_site.judging.unbound import Exempt, Quantity, find
from braindrain_site.judging.unvouched import Text, is_stated
from braindrain_site.model.edition import Edition
from braindrain_site.model.memory import recall
from braindrain_site.model.problems import Place, Problem, listed
from braindrain_site.quantities.spans import NUMBERS, Kind
from braindrain_site.texts import mentions
from braindrain_site.texts.folding import folded
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.pieces import Bound, Claim
from braindrain_site.texts.placing import placed
from braindrain_site.texts.shown import shown
from braindrain_site.texts.vouched import reading

_FILLED_IN = re.compile(r"\{\w*[}|]")
_ENDS = re.compile(r"[.?!](?:\s|$)")
"""Where a sentence may end: what stands behind it is said of something else."""


@dataclass(frozen=True)
class Count:
    """How many numbers the texts hold: bound to a figure or claim, and exempt by name."""

    bound: int
    exempt: int

    def __str__(self) -> str:
        numbers = self.bound + self.exempt
        return f"{numbers} numbers: {self.bound} bound, 0 literal, {self.exempt} exempt"


_BY_ITS_PLACE = ""
"""What vouches for an old value in an entry that says what it was; no name of an exemption."""


def check(draft: Draft) -> list[Problem]:
    """A problem at each quantity that nothing vouches for, and at each exemption of nothing."""
    edition = draft.edition
    problems: list[Problem] = []
    for read in _published(edition):
        if read.unbound:
            place = placed(read.text, read.start, edition.lines[read.start.file])
            told = (unvouched.problem(e, place(e.at), read, draft.figures) for e in read.unbound)
            problems += told
    return [*problems, *_unused(edition)]


def count(edition: Edition) -> Count:
    """The count for all texts of *edition*."""
    counts = [tally(edition, lang)[0] for lang in edition.site.languages]
    return Count(sum(each.bound for each in counts), sum(each.exempt for each in counts))


def tally(edition: Edition, lang: str) -> tuple[Count, tuple[str, ...]]:
    """The count for the texts in *lang*, and the exemptions that they make use of."""
    texts = [read for read in _published(edition) if read.lang == lang]
    keys = [key for read in texts for key in read.exempt]
    bound = sum(read.bound for read in texts)
    return Count(bound, len(keys)), tuple(key for key in edition.exempt if key in keys)


@lru_cache(maxsize=2)
def _published(edition: Edition) -> tuple[Text, ...]:
    """Everything that readers read, gone through once."""
    exempt = tuple(
        (key, folded(words)[0]) for key, each in edition.exempt.items() for words in each.words
    )
    of_records = recall(edition, "coverage", lambda: tuple(_in_records(edition, exempt)))
    return (*of_records, *_in_chapters(edition, exempt))


def _in_records(edition: Edition, exempt: Exempt) -> Iterator[Text]:
    for path, text in edition.texts.items():
        field = mentions.field_of(path)
        if path[0] != "units.yaml" and field not in vouching.CITED:
            shown = _FILLED_IN.sub(_blank, text) if path[0] == "words.yaml" else text
            free = vouching.STATED if shown != text else vouching.free(field)
            own = exempt
            if field in formerly.SENTENCES:
                said = formerly.words(edition, edition.changes[path[1]], path[-1])
                own = (*exempt, *((_BY_ITS_PLACE, words) for words in said))
            yield _text(edition, path[-1], text, edition.place(*path), own, free, shown)


def _text(
    edition: Edition, lang: str, text: str, start: Place,
    exempt: Exempt, free: frozenset[Kind], shown: str = "",
) -> Text:  # fmt: skip
    """What is found in a text without paragraphs."""
    read = reading(shown or text)
    keys, found = find(read.words, read.vouched, lang, exempt)
    typed = [replace(each, at=read.place(each.at)) for each in found if each.kind not in free]
    unbound = [each for each in typed if not _in_a_label(each, text, lang, edition)]
    named = tuple(key for key in keys if key != _BY_ITS_PLACE)
    return Text(lang, text, start, _bound(text), named, tuple(unbound))


def _in_chapters(edition: Edition, exempt: Exempt) -> Iterator[Text]:
    for lang in edition.site.languages:
        method = edition.method.get(lang)
        for chapter in edition.chapters(lang):
            title, told = mentions.of_chapter(chapter, edition)
            free = vouching.OF_RECORDS if chapter is method else frozenset[Kind]()
            yield _text(edition, lang, title.text, title.start, exempt, free)
            seen = shown(told.text)
            keys, found = find(seen.words, seen.vouched, lang, exempt)
            typed = [replace(each, at=seen.place(each.at)) for each in found]
            unbound = [each for each in typed if each.kind not in free]
            unbound = [e for e in unbound if not _in_a_label(e, told.text, lang, edition)]
            unbound = [e for e in unbound if e.kind in NUMBERS or not is_stated(told.text, e.at)]
            yield Text(
                lang,
                told.text,
                told.start,
                _bound(told.text),
                keys,
                tuple(unbound),
                may_state=chapter is not method,
            )


def _bound(text: str) -> int:
    return sum(isinstance(piece, Bound | Claim) for piece in parse(text).named())


def _in_a_label(found: Quantity, text: str, lang: str, edition: Edition) -> bool:
    """Whether a figure that the same sentence of *text* names is called by the word *found*."""
    if found.kind not in vouching.OF_RECORDS:
        return False
    word = re.compile(rf"(?<!\w){re.escape(found.words)}(?!\w)", re.IGNORECASE)
    return any(
        word.search(edition.figures[piece.key].label[lang])
        and not _ENDS.search(text, *sorted((piece.at, found.at)))
        for piece in parse(text).named()
        if isinstance(piece, Bound) and piece.key in edition.figures
    )


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _unused(edition: Edition) -> Iterator[Problem]:
    used = {key for read in _published(edition) for key in read.exempt}
    for key, exemption in edition.exempt.items():
        if key not in used:
            said = listed([f'"{words}"' for words in exemption.words])
            yield Problem(
                edition.place("exempt.yaml", key),
                f"No text says {said} any more, or it counts as no number there.",
                "Delete the exemption.",
            )
