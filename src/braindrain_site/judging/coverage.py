"""Is any number or quantity word of a published text bound to nothing?

Of a chapter, what Markdown prints is judged; of every text, the letters as they are read: with
numerals of any script or shape, and without what cannot be seen.

What counts as published text: the story, the method page, and every text of the YAML files that is
written for readers. A source's title and a unit's name are records themselves, not statements, and
stay out; so does the last word on which sentence the program picks from ``words.yaml``: where it
fills something in, only digits count.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from braindrain_site import wording
from braindrain_site.figures.values import Figures
from braindrain_site.judging.draft import Draft
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition
from braindrain_site.model.memory import recall
from braindrain_site.model.problems import Place, Problem
from braindrain_site.texts import mentions
from braindrain_site.texts.folding import folded
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.pieces import Bound, Claim, Plain
from braindrain_site.texts.placing import placed
from braindrain_site.texts.shown import shown
from braindrain_site.wording import numerals

_RECORDS = {
    ("claims.yaml", "means"),
    ("exempt.yaml", "reason"),
    ("figures.yaml", "also"),
    ("figures.yaml", "at"),
    ("origins.yaml", "name"),
    ("sources.yaml", "licence"),
    ("sources.yaml", "publisher"),
    ("sources.yaml", "seen_at"),
    ("sources.yaml", "title"),
    ("statements.yaml", "at"),
    ("tables", "also"),
    ("tables", "at"),
}
_FILLED_IN = re.compile(r"\{\w*\}")
_LETTER = re.compile(r"[^\W\d_]")

Exempt = tuple[tuple[str, str], ...]
"""Exemptions by key, their words folded."""


@dataclass(frozen=True)
class Count:
    """How many numbers the texts hold: bound to a figure or claim, and exempt by name."""

    bound: int
    exempt: int

    def __str__(self) -> str:
        numbers = self.bound + self.exempt
        return f"{numbers} numbers: {self.bound} bound, 0 literal, {self.exempt} exempt"


_BY_CHANCE = 3
"""Digits from which on two numbers are hardly equal by chance."""


@dataclass(frozen=True)
class _Text:
    """A text that readers read, where it begins, and what was found in it.

    ``bound`` counts the figures and claims, ``exempt`` names each exemption made use of, and
    ``literals`` are the numbers that nothing vouches for, each with its offset.
    """

    lang: str
    text: str
    start: Place
    bound: int
    exempt: tuple[str, ...]
    literals: tuple[tuple[str, int], ...]


def check(draft: Draft) -> list[Problem]:
    """A problem at each number that nothing vouches for, and at each exemption of nothing."""
    edition, problems = draft.edition, []
    for read in _published(edition):
        if read.literals:
            place = placed(read.text, read.start, edition.lines[read.start.file])
            problems += [
                _literal(words, place(at), read, draft.figures) for words, at in read.literals
            ]
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
def _published(edition: Edition) -> tuple[_Text, ...]:
    """Everything that readers read, gone through once."""
    exempt = tuple((key, folded(each.words)[0]) for key, each in edition.exempt.items())
    of_records = recall(edition, "coverage", lambda: tuple(_in_records(edition, exempt)))
    return (*of_records, *_in_chapters(edition, exempt))


def _in_records(edition: Edition, exempt: Exempt) -> Iterator[_Text]:
    for path, text in edition.texts.items():
        if path[0] == "units.yaml" or mentions.field_of(path) in _RECORDS:
            continue
        masked = _masked(text)
        if path[0] == "words.yaml" and _FILLED_IN.search(text):
            masked = _LETTER.sub(" ", masked)
        keys, literals = _found(masked, exempt)
        yield _Text(path[-1], text, edition.place(*path), _bound(text), keys, literals)


def _in_chapters(edition: Edition, exempt: Exempt) -> Iterator[_Text]:
    for lang, chapters in edition.story.items():
        for chapter in (*chapters, edition.method[lang]):
            title, told = mentions.of_chapter(chapter, edition)
            keys, literals = _found(_masked(title.text), exempt)
            yield _Text(lang, title.text, title.start, _bound(title.text), keys, literals)
            seen = shown(told.text)
            keys, found = _found(seen.words, exempt)
            literals = tuple((words, seen.place(at)) for words, at in found)
            yield _Text(lang, told.text, told.start, _bound(told.text), keys, literals)


def _bound(text: str) -> int:
    return sum(isinstance(piece, Bound | Claim) for piece in parse(text).named())


@lru_cache(maxsize=2**14)
def _found(masked: str, exempt: Exempt) -> tuple[tuple[str, ...], tuple[tuple[str, int], ...]]:
    """The exemptions that a text makes use of, and its other numbers, each with its offset.

    In *masked* all that is bound is blank. Found once, however often a preview asks.
    """
    words, at = folded(masked)
    keys: list[str] = []
    for key, each in exempt:
        words, times = _exempt(each).subn(_blank, words)
        keys += [key] * times
    spans = [(at[start], at[end]) for start, end in _quantities(words)]
    return tuple(keys), tuple((masked[start:end], start) for start, end in spans)


def _quantities(words: str) -> Iterator[tuple[int, int]]:
    """Where in *words* stands a number, in digits or in words: from where to where."""
    return (found.span() for found in numerals.pattern().finditer(words))


@cache
def _exempt(words: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())), re.I)


@lru_cache(maxsize=2**14)
def _masked(text: str) -> str:
    """*text* with all that is bound blanked out, every letter still in its place."""
    parts, reached = [], 0
    for piece in parse(text).pieces:
        if isinstance(piece, Plain):
            parts += [_blank(text[reached : piece.at]), piece.text]
            reached = piece.at + len(piece.text)
    return "".join([*parts, _blank(text[reached:])])


def _blank(found: re.Match[str] | str) -> str:
    return re.sub(r"[^\n]", " ", found if isinstance(found, str) else found[0])


def _literal(words: str, place: Place, read: _Text, amounts: Figures) -> Problem:
    """A number that nothing vouches for, with the figure that it may be.

    A short number is that of many a figure by chance, so only one that the text names is told.
    """
    long = sum(char.isdigit() for char in words) >= _BY_CHANCE
    named = {piece.key for piece in parse(read.text).named() if isinstance(piece, Bound)}
    same = [
        key for key in amounts if (long or key in named) and _says(words, amounts[key], read.lang)
    ]
    hint = "Name the figure it comes from, {{ its_key }}, or mark the words as a claim."
    if same:
        hint = f"Write {{{{ {same[0]}.number }}}} if that is the number meant."
        if not words[0].isdigit():
            hint = f"Write {{{{ {same[0]}.words }}}} if that is the number meant."
    return Problem(place, f'"{words}" is bound to no figure and no claim.', hint)


def _says(words: str, amount: Amount, lang: str) -> bool:
    said = {wording.number(amount, lang), wording.words(amount, lang)}
    return words.lower() in said or words in said


def _unused(edition: Edition) -> Iterator[Problem]:
    used = {key for read in _published(edition) for key in read.exempt}
    for key, exemption in edition.exempt.items():
        if key not in used:
            yield Problem(
                edition.place("exempt.yaml", key),
                f'No text says "{exemption.words}" any more.',
                "Delete the exemption.",
            )
