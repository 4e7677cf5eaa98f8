"""Are the words between quotation marks those that a source prints?

A source's text belongs to others and is not kept here; what is kept of it (``model/witness.py``) is
enough to tell whether words stand in it. Where none has been kept, nothing can be told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from braindrain_site.judging.draft import Draft
from braindrain_site.model.edition import Chapter, Edition
from braindrain_site.model.memory import again, recall
from braindrain_site.model.problems import Problem
from braindrain_site.texts import mentions
from braindrain_site.texts.binding import Binding
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.mentions import Told
from braindrain_site.texts.pieces import Bound, Call, Claim, Piece, Plain
from braindrain_site.texts.placing import placed

_QUOTED = re.compile(r'“([^“”"\n]*(?:\n[^“”"\n]+)*)”|"([^“”"\n]*(?:\n[^“”"\n]+)*)"')
_MARK = re.compile('[“"]')
_TAG = re.compile(r"<[^<>]*>")
_TITLE = re.compile(r'(\]\([^"\n()]*\s)"((?:[^"\\]|\\.)*)"(?=\s*\))')
"""The marks around the credit of an image or the title of a link: they quote nobody."""
_CALLED = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for a title or a page: what it is called, said by nobody."""
_HINT = "Quote it as it is printed, or say it in your own words, without quotation marks."


@dataclass(frozen=True)
class Quoted:
    """How many words of sources are printed as theirs, and how many of them were proved."""

    all: int
    proved: int

    def __str__(self) -> str:
        return f"{self.all} quotations: {self.proved} proved, {self.all - self.proved} not read"


def count(draft: Draft) -> Quoted:
    """The count of all words given as printed, and of all that chapters quote."""
    edition = draft.edition
    spoken = [words for _, _, words, _ in _quoted(draft)]
    read = [*recall(edition, "words proved", lambda: _proofs(edition))]
    read += [any(kept.has(words) for kept in edition.witnesses.values()) for words in spoken]
    return Quoted(len(read), sum(read))


def _proofs(edition: Edition) -> list[bool]:
    """Of all words given as printed in records, whether they were found there."""
    printed = [each for *_, reports in _reports(edition) for each in reports if each[1]]
    printed += [(said.source, said.words) for said in edition.statements.values() if said.words]
    return [proved(edition, source, words) for source, words in printed]


def check(draft: Draft) -> list[Problem]:
    """A problem at each quotation that no source has, and at words said to be printed in one."""
    edition = draft.edition
    if not edition.witnesses:
        return []
    printed = recall(edition, "words of reports", lambda: [*_printed(edition)])
    return [*printed, *_spoken(draft)]


def proved(edition: Edition, source: str | None, words: str | None) -> bool:
    """Whether *words* were found, one after another, in what was read of *source*."""
    kept = edition.witnesses.get(source or "")
    return kept is not None and kept.has(words or "")


def _printed(edition: Edition) -> Iterator[Problem]:
    for file, key, reports in _reports(edition):
        for number, (source, words) in enumerate(reports):
            if words and source in edition.witnesses and not proved(edition, source, words):
                path = ("as_printed",) if not number else ("also", str(number - 1), "as_printed")
                place = edition.place(file, *key, *path)
                yield Problem(place, f'"{source}" does not print “{words}”.', _HINT)
    stated = edition.statements.items()
    said = [("statements.yaml", key, "words", it.source, it.words) for key, it in stated]
    said += [
        ("verdicts.yaml", key, "printed", it.article, it.printed)
        for key, it in edition.verdicts.items()
    ]
    for file, name, field, article, words in said:
        if words and article in edition.witnesses and not proved(edition, article, words):
            place = edition.place(file, name, field)
            yield Problem(place, f'"{article}" does not print “{words}”.', _HINT)


def _reports(
    edition: Edition,
) -> Iterator[tuple[str, tuple[str, ...], list[tuple[str | None, str | None]]]]:
    """File and key of each entry, and the sources of its reports with their words, first first."""
    for key, figure in edition.figures.items():
        also = [(each.source, each.as_printed) for each in figure.also]
        yield "figures.yaml", (key,), [(figure.source, figure.as_printed), *also]
    for name, table in edition.tables.items():
        also = [(each.source, each.as_printed) for each in table.about.also]
        yield f"tables/{name}.yaml", (), [(None, None), *also]


def _spoken(draft: Draft) -> Iterator[Problem]:
    edition = draft.edition
    for chapter, told, words, at in _quoted(draft):
        if not any(kept.has(words) for kept in edition.witnesses.values()):
            place = placed(told.text, told.start, edition.lines[chapter.file])(at)
            sentence = f"No source that was read word for word prints “{words}”."
            yield Problem(place, sentence, _HINT)


def _quoted(draft: Draft) -> Iterator[tuple[Chapter, Told, str, int]]:
    """What chapters set between quotation marks, and at which letter of which."""
    edition = draft.edition
    for lang in edition.site.languages:
        binding = Binding(edition, draft.figures, lang)
        for chapter in edition.chapters(lang):
            _, told = mentions.of_chapter(chapter, edition)
            quotations = partial(_quotations, told.text, binding)
            for words, at in again(edition, ("quoted", chapter.file), told.text, quotations):
                yield chapter, told, words, at


def _can_be_said(piece: Piece, binding: Binding) -> bool:
    """Whether *piece* is words; a figure that cannot be worked out is told of elsewhere."""
    inside = piece.pieces if isinstance(piece, Claim) else (piece,)
    named = (each.key for each in inside if isinstance(each, Bound))
    return not isinstance(piece, Call) and all(key in binding.amounts for key in named)


def _quotations(text: str, binding: Binding) -> list[tuple[str, int]]:
    """What stands between quotation marks in *text*, figures filled in, and where each begins.

    A title between them is no quotation.
    """
    pieces = parse(text).pieces
    if not any(_MARK.search(piece.text) for piece in pieces if isinstance(piece, Plain)):
        return []
    shown, places = "", list[int]()
    for piece in pieces:
        if isinstance(piece, Plain):
            said = _TAG.sub(lambda tag: " " * len(tag[0]), piece.text)
            places += range(piece.at, piece.at + len(said))
        else:
            said = binding.words([piece]) if _can_be_said(piece, binding) else _CALLED
            places += [piece.at] * len(said)
        shown += said
    quoted = []
    shown = _TITLE.sub(r"\1 \2 ", shown)
    for found in _QUOTED.finditer(shown):
        words = " ".join((found[1] if found[1] is not None else found[2]).split())
        if words and _CALLED not in words:
            quoted.append((words, places[found.start()]))
    return quoted
