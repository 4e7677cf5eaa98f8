"""Is any number or quantity word of a published text bound to nothing?

What counts as published text: the story, the method page, and every text of the YAML files that is
written for readers. A source's title and a unit's name are records themselves, not statements, and
stay out; so does the last word on which sentence the program picks from ``words.yaml``: where it
fills something in, only digits count.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from braindrain_site import wording
from braindrain_site.figures.values import Figures
from braindrain_site.judging.draft import Draft
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Place, Problem
from braindrain_site.texts import mentions
from braindrain_site.texts.pieces import Bound, Claim, Plain, parse
from braindrain_site.texts.placing import placed
from braindrain_site.wording import numerals

_UNSEEN = re.compile(
    r"\]\([^)]*\)"  # the address of a link
    r"|</?[A-Za-z][^<>]*>"  # a tag
    r"|^\d+\.(?=\s)",  # the number of a list item
    re.DOTALL | re.MULTILINE,
)
"""What Markdown does not print."""
_RECORDS = {
    ("exempt.yaml", "reason"),
    ("figures.yaml", "at"),
    ("sources.yaml", "licence"),
    ("sources.yaml", "publisher"),
    ("sources.yaml", "seen_at"),
    ("sources.yaml", "title"),
    ("tables", "at"),
}
_FILLED_IN = re.compile(r"\{\w*\}")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Count:
    """How many numbers the texts hold: bound to a figure or claim, and exempt by name."""

    bound: int
    exempt: int

    def __str__(self) -> str:
        numbers = self.bound + self.exempt
        return f"{numbers} numbers: {self.bound} bound, 0 literal, {self.exempt} exempt"


@dataclass(frozen=True)
class _Text:
    """A text that readers read, all that is bound in it blanked out, and where it begins."""

    lang: str
    text: str
    masked: str
    start: Place


def check(draft: Draft) -> list[Problem]:
    """A problem at each number that nothing vouches for, and at each exemption of nothing."""
    edition = draft.edition
    problems: list[Problem] = []
    for read in _published(edition):
        masked, _ = _without_exempt(read.masked, edition)
        finds = list(numerals.pattern().finditer(masked))
        if finds:
            place = placed(read.text, read.start, edition.lines[read.start.file])
            problems += [_literal(f[0], place(f.start()), read.lang, draft.figures) for f in finds]
    used = {key for lang in edition.site.languages for key in tally(edition, lang)[1]}
    return [*problems, *_unused(edition, used)]


def count(edition: Edition) -> Count:
    """The count for all texts of *edition*."""
    counts = [tally(edition, lang)[0] for lang in edition.site.languages]
    return Count(sum(each.bound for each in counts), sum(each.exempt for each in counts))


def tally(edition: Edition, lang: str) -> tuple[Count, tuple[str, ...]]:
    """The count for the texts in *lang*, and the exemptions that they make use of."""
    texts = [read for read in _published(edition) if read.lang == lang]
    named = (piece for read in texts for piece in parse(read.text).named())
    bound = sum(isinstance(piece, Bound | Claim) for piece in named)
    keys = [key for read in texts for key in _without_exempt(read.masked, edition)[1]]
    return Count(bound, len(keys)), tuple(key for key in edition.exempt if key in keys)


def _published(edition: Edition) -> Iterator[_Text]:
    """Everything that readers read."""
    for path, text in edition.texts.items():
        if path[0] == "units.yaml" or mentions.field_of(path) in _RECORDS:
            continue
        masked = _masked(text)
        if path[0] == "words.yaml" and _FILLED_IN.search(text):
            masked = _LETTER.sub(" ", masked)
        yield _Text(path[-1], text, masked, edition.place(*path))
    for lang, chapters in edition.story.items():
        for chapter in (*chapters, edition.method[lang]):
            title, told = mentions.of_chapter(chapter, edition)
            yield _Text(lang, title.text, _masked(title.text), title.start)
            masked = _UNSEEN.sub(_blank, _masked(told.text))
            yield _Text(lang, told.text, masked, told.start)


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


def _without_exempt(masked: str, edition: Edition) -> tuple[str, list[str]]:
    """*masked* with exempt words blanked out too, and the key of each exemption made use of."""
    keys: list[str] = []
    for key, exemption in edition.exempt.items():
        words = r"\s+".join(re.escape(word) for word in exemption.words.split())
        masked, times = re.subn(rf"(?<!\w){words}", _blank, masked, flags=re.I)
        keys += [key] * times
    return masked, keys


def _literal(words: str, place: Place, lang: str, amounts: Figures) -> Problem:
    same = [key for key, amount in amounts.items() if _says(words, amount, lang)]
    hint = "Name the figure it comes from, {{ its_key }}, or mark the words as a claim."
    if same:
        hint = f"Write {{{{ {same[0]}.number }}}} if that is the number meant."
        if not words[0].isdigit():
            hint = f"Write {{{{ {same[0]}.words }}}} if that is the number meant."
    return Problem(place, f'"{words}" is bound to no figure and no claim.', hint)


def _says(words: str, amount: Amount, lang: str) -> bool:
    said = {wording.number(amount, lang), wording.words(amount, lang)}
    return words.lower() in said or words in said


def _unused(edition: Edition, used: set[str]) -> Iterator[Problem]:
    for key, exemption in edition.exempt.items():
        if key not in used:
            yield Problem(
                edition.place("exempt.yaml", key),
                f'No text says "{exemption.words}" any more.',
                "Delete the exemption.",
            )
