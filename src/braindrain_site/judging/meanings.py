"""Do the words of each claim say what its formula makes sure of, and the same in every language?"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from braindrain_site.figures.values import Figures
from braindrain_site.judging import claims
from braindrain_site.judging.draft import Draft
from braindrain_site.meanings import english_claims, korean_claims
from braindrain_site.meanings.facts import Fact, described, facts, follows
from braindrain_site.meanings.meaning import Meaning
from braindrain_site.model.date_mistakes import UNDATED
from braindrain_site.model.edition import Edition
from braindrain_site.model.memory import recall
from braindrain_site.model.problems import Place, Problem
from braindrain_site.model.remembered import remembered
from braindrain_site.texts import mentions
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.pieces import TIMES, Bound, Claim, Plain
from braindrain_site.texts.placing import placed

_READERS: dict[str, Callable[[str, Mapping[str, Fraction]], Meaning | None]] = {
    "en": english_claims.read,
    "ko": korean_claims.read,
}
_TIMES = re.compile(
    r"\s*(?:-?fold|times|per ?cent|%|배|갑절|곱절|퍼센트)"
    r"|.*?(?:\b(?:for (?:each|every)|per|to (?:one|every)|ratio)\b|당 |마다|꼴|비율)",
    re.DOTALL,
)
"""What makes a share or a multiple of a number, right behind it or further on in its sentence."""
_END = re.compile(r"[.!?](?=\s)|\n\n")
_NEAR = 300
"""Letters to either side of a claim in which its sentence is looked for."""
_BRACES = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Wording:
    """The words of a claim in one place, and what they were read as; None if they were not."""

    key: str
    lang: str
    words: str
    place: Place
    meaning: Meaning | None
    multiplied: bool
    """Whether its sentence makes a share or a multiple of what it says."""


_PLAIN = {
    "en": "more than four times, a third, the highest, longer",
    "ko": "네 배가 넘는, 3분의 1, 가장 높은, 더 길다",
}
"""Words of quantity that are read, for example."""


def check(draft: Draft) -> list[Problem]:
    """A problem at each claim whose words say what its formula does not make sure of."""
    edition, figures = draft.edition, draft.figures
    known = recall(edition, "facts", lambda: _known(draft))
    read = [each for each in wordings(edition, figures) if each.key in known]
    problems = [problem for each in read for problem in _told(each, known[each.key])]
    return problems or list(_unlike(read, edition.site.languages))


def wordings(edition: Edition, figures: Figures) -> list[Wording]:
    """Every claim as it is worded, in reading order, those left out that say what they mean."""
    found = []
    for lang, told in mentions.by_language(edition):
        worded = list(_worded(told.text, edition)) if lang in _READERS else []
        place = placed(told.text, told.start, edition.lines[told.start.file]) if worded else None
        for key, at, words in worded:
            names = _BRACES.findall(words)
            known = all(name in figures for name in names)
            if place and edition.claims[key].means is None and known:
                values = tuple((name, Fraction(figures[name].value)) for name in names)
                meaning = _read(lang, words, values)
                multiplied = _is_multiplied(told.text, at)
                found.append(Wording(key, lang, words, place(at), meaning, multiplied))
    return found


def _is_multiplied(text: str, at: int) -> bool:
    """Whether the sentence around the words at *at* makes so many times, or for each, of them."""
    behind = text[at : at + _NEAR].partition("%}")[2]
    before = _END.split(text[max(0, at - _NEAR) : at])[-1]
    return bool(_TIMES.match(_END.split(behind)[0]) or _TIMES.match(f"|{before}"))


@remembered(2**10)
def _read(lang: str, words: str, values: tuple[tuple[str, Fraction], ...]) -> Meaning | None:
    """What *words* say, read once; *values* are those of the figures in them."""
    said = _READERS[lang](words, dict(values))
    return said and replace(said, amount=bool(values))


def readings(edition: Edition, figures: Figures) -> list[str]:
    """A line for each claim as it is worded: where, the words, what they were read as."""
    read = [f'{w.place}: "{w.words}": {w.meaning}' for w in wordings(edition, figures)]
    told = (each for lang in edition.site.languages for each in explained(edition, lang))
    return [*read, *(f'"{words}", by its means: {means}' for words, means in told)]


def explained(edition: Edition, lang: str) -> list[tuple[str, str]]:
    """The words of each claim that says what they mean, and what it says."""
    worded: dict[str, str] = {}
    for each, told in mentions.by_language(edition):
        if each == lang:
            for key, _, words in _worded(told.text, edition):
                worded.setdefault(key, words)
    with_means = ((words, edition.claims[key].means) for key, words in worded.items())
    return [(words, means[lang]) for words, means in with_means if means]


def _worded(text: str, edition: Edition) -> Iterator[tuple[str, int, str]]:
    """The claims in *text*: key, where the words begin, and the words, figures in braces."""
    for piece in parse(text).pieces:
        if isinstance(piece, Claim) and piece.key in edition.claims and piece.pieces:
            yield piece.key, piece.pieces[0].at, "".join(map(_spoken, piece.pieces))


def _spoken(part: Plain | Bound) -> str:
    """The words themselves, a figure's key in braces; a figure's period is no number."""
    if isinstance(part, Plain):
        return part.text
    return f"{{{part.key}.{part.form}}}" if part.form in TIMES else f"{{{part.key}}}"


def _known(draft: Draft) -> dict[str, list[Fact]]:
    """What the formula of each true claim makes sure of; of a false one other gates tell."""
    periods = {
        key: figure.period
        for key, figure in draft.edition.figures.items()
        if figure.period and figure.period not in UNDATED
    }
    scope = draft.figures.scope
    return {key: facts(j.claim.holds, scope, periods) for key, j in claims.judged(draft).items()}


def _told(read: Wording, known: Sequence[Fact]) -> Iterator[Problem]:
    if read.meaning is None:
        yield Problem(
            read.place,
            f'The build cannot tell what "{read.words}" means.',
            "Leave only plain words of quantity between its brackets, such as: "
            f"{_PLAIN[read.lang]}; or say in claims.yaml what they mean, and why the build cannot "
            f"tell: {read.key}: {{means: …}}.",
        )
    elif read.meaning.relative and any(fact.numbers and not any(fact.relative) for fact in known):
        yield Problem(
            read.place,
            f'"{read.words}" is a share or a multiple. The claim "{read.key}" only makes sure of '
            f"a number that is neither: {described(known)}.",
            "Divide one thing by another of its kind in holds, as in pay_away / pay_here > 4; or "
            "let the words say the number alone.",
        )
    elif read.meaning.counts and not read.multiplied and any(fact.only_relative for fact in known):
        yield Problem(
            read.place,
            f'"{read.words}" is a number of something. The claim "{read.key}" makes sure of a '
            f"share or a multiple: {described(known)}.",
            'Say it as one, such as "more than four times", "a third" or "two for each"; or '
            "compare what is counted in holds.",
        )
    elif not follows(read.meaning, known):
        yield Problem(
            read.place,
            f'"{read.words}" means: {read.meaning}. The claim "{read.key}" only makes '
            f"sure of: {described(known)}.",
            "Write no more than holds makes sure of; or write the stronger condition there, if the "
            "figures bear it out.",
        )


def _unlike(read: Sequence[Wording], languages: Sequence[str]) -> Iterator[Problem]:
    """A problem at each wording of a translation that says what no original says."""
    originals: dict[str, list[Wording]] = {}
    for each in read:
        if each.lang == languages[0]:
            originals.setdefault(each.key, []).append(each)
    for each in read:
        said = originals.get(each.key, [])
        if each.lang != languages[0] and said and each.meaning not in [o.meaning for o in said]:
            yield Problem(
                each.place,
                f'"{each.words}" means: {each.meaning}. But "{said[0].words}" means: '
                f"{said[0].meaning}.",
                "Say the same in both languages.",
            )
