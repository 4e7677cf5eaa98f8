"""Is any number or quantity word of a published text bound to nothing?

What counts as published text: the story, the method page, and every text of the YAML files that is
written for readers. A source's title and a unit's name are records themselves, not statements, and
stay out; so does the last word on which sentence the program picks from ``words.yaml``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from braindrain_site import wording
from braindrain_site.figures.values import Figures
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Place, Problem
from braindrain_site.wording import numerals

_BOUND = re.compile(
    r"\{%\s*claim\b.*?%\}.*?\{%\s*endclaim\s*%\}"  # a claim with its words
    r"|\{\{.*?\}\}"  # a figure
    r"|\]\([^)]*\)"  # the address of a Markdown link
    r"|<[^>]*>"  # a tag
    r"|^\d+\.(?=\s)",  # the number of a list item
    re.DOTALL | re.MULTILINE,
)
_RECORDS = {
    ("units.yaml", "print"),
    ("units.yaml", "singular"),
    ("sources.yaml", "publisher"),
    ("sources.yaml", "title"),
    ("sources.yaml", "licence"),
    ("sources.yaml", "seen_at"),
}
_BINDING = re.compile(r"\{\{\s*\w+(?:\.\w+)*\s*\}\}|\{%\s*claim\b")
_FILLED_IN = re.compile(r"\{\w*\}")


@dataclass(frozen=True)
class Count:
    """How many numbers the texts hold: bound to a figure or claim, and exempt by name."""

    bound: int
    exempt: int

    def __str__(self) -> str:
        numbers = self.bound + self.exempt
        return f"{numbers} numbers: {self.bound} bound, 0 literal, {self.exempt} exempt"


def check(edition: Edition, amounts: Figures) -> tuple[Count, list[Problem]]:
    """The count for *edition*, and a problem at each number that nothing vouches for."""
    problems: list[Problem] = []
    for lang, text, place in _published(edition):
        masked, _ = _without_exempt(_masked(text), edition)
        finds = list(numerals.pattern().finditer(masked))
        for found, where in zip(finds, _places(finds, text, place, edition), strict=True):
            problems.append(_literal(found[0], where, lang, amounts))
    counts = [tally(edition, lang) for lang in edition.site.languages]
    problems += _unused(edition, {key for _, keys in counts for key in keys})
    return Count(sum(c.bound for c, _ in counts), sum(c.exempt for c, _ in counts)), problems


def tally(edition: Edition, lang: str) -> tuple[Count, tuple[str, ...]]:
    """The count for the texts in *lang*, and the exemptions that they make use of."""
    texts = [text for language, text, _ in _published(edition) if language == lang]
    bound = sum(len(_BINDING.findall(text)) for text in texts)
    keys = [key for text in texts for key in _without_exempt(_masked(text), edition)[1]]
    return Count(bound, len(keys)), tuple(key for key in edition.exempt if key in keys)


def _published(edition: Edition) -> Iterator[tuple[str, str, Place]]:
    """Language, text and beginning of everything that readers read."""
    for path, text in edition.texts.items():
        if (path[0], path[-2]) in _RECORDS or path[0] == "exempt.yaml" or path[-2] == "at":
            continue
        if path[0] == "words.yaml" and _FILLED_IN.search(text):
            continue
        yield path[-1], text, edition.place(*path)
    for lang, chapters in edition.story.items():
        for chapter in (*chapters, edition.method[lang]):
            yield lang, chapter.title, Place(chapter.file, chapter.first_line - 1, 3)
            yield lang, chapter.text, Place(chapter.file, chapter.first_line, 1)


def _masked(text: str) -> str:
    """*text* with all that is bound blanked out, every letter still in its place."""
    return _BOUND.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def _without_exempt(masked: str, edition: Edition) -> tuple[str, list[str]]:
    """*masked* with exempt words blanked out too, and the key of each exemption made use of."""
    keys: list[str] = []
    for key, exemption in edition.exempt.items():
        words = r"\s+".join(re.escape(word) for word in exemption.words.split())
        masked, times = re.subn(
            rf"(?<!\w){words}", lambda found: re.sub(r"[^\n]", " ", found[0]), masked, flags=re.I
        )
        keys += [key] * times
    return masked, keys


def _places(
    finds: list[re.Match[str]], text: str, start: Place, edition: Edition
) -> Iterator[Place]:
    """Where each find stands in its file.

    A chapter stands in its file as it is. YAML folds lines and adds quotes, so there each find is
    looked for from the last one on.
    """
    lines = edition.lines[start.file]
    if start.file.endswith(".md"):
        for found in finds:
            before = text[: found.start()]
            line = before.count("\n")
            column = len(before) - before.rfind("\n")
            yield Place(start.file, start.line + line, column + (0 if line else start.column - 1))
        return
    reached = start
    for found in finds:
        reached = _next(found[0], reached, lines)
        yield reached
        reached = reached.right(len(found[0]))


def _next(words: str, reached: Place, lines: tuple[str, ...]) -> Place:
    column = reached.column - 1
    for number in range(reached.line - 1, len(lines)):
        line = _masked(lines[number])
        found = re.compile(rf"(?<!\w){re.escape(words)}").search(line, column)
        if found:
            return Place(reached.file, number + 1, found.start() + 1)
        column = 0
    return reached


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
