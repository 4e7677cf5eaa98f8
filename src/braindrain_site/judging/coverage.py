"""Is any number, comparison, total or change in a published text bound to nothing?

Of a chapter, what Markdown prints is judged; of every text, the letters as they are read: with
numerals of any script or shape, and without what cannot be seen. ``quantities`` finds what says how
many, how much, or that it changed; ``vouching`` says which of it needs something that vouches for
it, and where.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from braindrain_site import wording
from braindrain_site.figures.values import Figures
from braindrain_site.judging import vouching
from braindrain_site.judging.draft import Draft
from braindrain_site.judging.unbound import Exempt, Quantity, find
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition
from braindrain_site.model.memory import recall
from braindrain_site.model.problems import Place, Problem, listed
from braindrain_site.quantities.spans import NUMBERS, Kind
from braindrain_site.texts import mentions
from braindrain_site.texts.folding import folded
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.pieces import Bound, Claim, Said
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


_BY_CHANCE = 3
"""Digits from which on two numbers are hardly equal by chance."""


@dataclass(frozen=True)
class _Text:
    """A text that readers read, where it begins, and what was found in it.

    ``bound`` counts the figures and claims, ``exempt`` names each exemption made use of, and
    ``unbound`` are the quantities that nothing vouches for, each at its letter as typed.
    """

    lang: str
    text: str
    start: Place
    bound: int
    exempt: tuple[str, ...]
    unbound: tuple[Quantity, ...]
    may_state: bool = False


def check(draft: Draft) -> list[Problem]:
    """A problem at each quantity that nothing vouches for, and at each exemption of nothing."""
    edition, problems = draft.edition, []
    for read in _published(edition):
        if read.unbound:
            place = placed(read.text, read.start, edition.lines[read.start.file])
            problems += [
                _problem(each, place(each.at), read, draft.figures) for each in read.unbound
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
    exempt = tuple(
        (key, folded(words)[0]) for key, each in edition.exempt.items() for words in each.words
    )
    of_records = recall(edition, "coverage", lambda: tuple(_in_records(edition, exempt)))
    return (*of_records, *_in_chapters(edition, exempt))


def _in_records(edition: Edition, exempt: Exempt) -> Iterator[_Text]:
    for path, text in edition.texts.items():
        field = mentions.field_of(path)
        if path[0] != "units.yaml" and field not in vouching.CITED:
            shown = _FILLED_IN.sub(_blank, text) if path[0] == "words.yaml" else text
            free = vouching.STATED if shown != text else vouching.free(field)
            yield _text(edition, path[-1], text, edition.place(*path), exempt, free, shown)


def _text(
    edition: Edition, lang: str, text: str, start: Place,
    exempt: Exempt, free: frozenset[Kind], shown: str = "",
) -> _Text:  # fmt: skip
    """What is found in a text without paragraphs."""
    read = reading(shown or text)
    keys, found = find(read.words, read.vouched, lang, exempt)
    typed = [replace(each, at=read.place(each.at)) for each in found if each.kind not in free]
    unbound = [each for each in typed if not _in_a_label(each, text, lang, edition)]
    return _Text(lang, text, start, _bound(text), keys, tuple(unbound))


def _in_chapters(edition: Edition, exempt: Exempt) -> Iterator[_Text]:
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
            unbound = [e for e in unbound if e.kind in NUMBERS or not _is_stated(told.text, e.at)]
            yield _Text(
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


def _is_stated(text: str, at: int) -> bool:
    """Whether a statement stands around letter *at* of *text*."""
    begins, ends = _stated(text)
    number = bisect_left(begins, at)
    return number > 0 and at < ends[number - 1]


@lru_cache(maxsize=2**9)
def _stated(text: str) -> tuple[list[int], list[int]]:
    """Where the statements of *text* begin, and where they end."""
    said = [piece for piece in parse(text).pieces if isinstance(piece, Said)]
    return [piece.began for piece in said], [piece.at for piece in said]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


_SAYS: dict[Kind, str] = {
    "superlative": "sets something above or below all others",
    "share": "says how much of a whole",
    "comparative": "compares",
    "total": "speaks of all, one alone or none",
    "change": "says that an amount changed",
}
"""What words of a kind do."""
_YEAR = re.compile(r"(?:1[89]|20)\d\d년?")
_NONE_AT_ALL = "what only looks like a number goes into exempt.yaml"


def _problem(found: Quantity, place: Place, read: _Text, amounts: Figures) -> Problem:
    """A quantity that nothing vouches for, and what to write."""
    quote = '"' if read.start.file.endswith(".md") else "'"  # YAML has its own around the text
    claim = f"{{% claim {quote}its_key{quote} %}}{found.words}{{% endclaim %}}"
    if found.kind in NUMBERS:
        return Problem(place, *_number(found.words, found.at, read, amounts))
    sentence = f'"{found.words}" {_SAYS[found.kind]}, and nothing vouches for it.'
    hint = f"Write {claim}, and in claims.yaml when it is true"
    if read.may_state:
        hint += (
            '; or, if someone else says so, {% says "its_key" %}…{% endsays %} around the sentence'
        )
    return Problem(place, sentence, f"{hint}; {_NONE_AT_ALL}.")


def _number(words: str, at: int, read: _Text, amounts: Figures) -> tuple[str, str]:
    """What is wrong with a number, with the figure that it may be.

    A short number is that of many a figure by chance, so only one that the text names is told.
    """
    stated = ", and a statement vouches for no number" if _is_stated(read.text, at) else ""
    long = sum(char.isdigit() for char in words) >= _BY_CHANCE
    named = {piece.key for piece in parse(read.text).named() if isinstance(piece, Bound)}
    same = [
        key for key in amounts if (long or key in named) and _says(words, amounts[key], read.lang)
    ]
    hint = (
        "Name the figure it comes from, {{ its_key }}, or mark the words as a claim; "
        f"{_NONE_AT_ALL}."
    )
    if _YEAR.fullmatch(words):
        hint = f"A year that a figure speaks of is {{{{ its_key.period }}}}; {_NONE_AT_ALL}."
    if same:
        form = "number" if words[0].isdigit() else "words"
        hint = f"Write {{{{ {same[0]}.{form} }}}} if that is the number meant."
    return f'"{words}" is bound to no figure and no claim{stated}.', hint


def _says(words: str, amount: Amount, lang: str) -> bool:
    said = {wording.number(amount, lang), wording.words(amount, lang)}
    return not said.isdisjoint({words, words.lower(), words.partition(" ")[0]})


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
