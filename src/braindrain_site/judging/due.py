"""What does not hold any more on a day: figures that held until then, plans that have fallen due.

A page that was true when it was written goes stale without anyone touching it. So a figure may say
until when it holds, or when what it plans falls due, and on the day after that each sentence that
rests on it has to be looked at again.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from braindrain_site.judging.draft import Draft
from braindrain_site.judging.touched import Named, resting
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Place, Problem
from braindrain_site.texts import mentions
from braindrain_site.texts.sentences import typed

_SAID = {"until": "held until", "due": "fell due on"}


@dataclass(frozen=True)
class Sentence:
    """A sentence as it was typed, and where it names what it rests on."""

    place: Place
    text: str


@dataclass(frozen=True)
class Overdue:
    """A figure whose day has passed."""

    key: str
    said: str
    """What was said of it: ``held until 2026-12-31``."""
    place: Place
    sentences: tuple[Sentence, ...]


def check(draft: Draft) -> Iterator[Problem]:
    """A problem for each figure that was overdue on the day when the site was last updated."""
    updated = draft.edition.site.updated
    for found in overdue(draft.edition, updated):
        where = ", ".join(str(sentence.place) for sentence in found.sentences)
        look = f" These rest on it: {where}." if where else ""
        yield Problem(
            found.place,
            f'"{found.key}" {found.said}, before the day of "updated" ({updated}).',
            f"Find out what became of it, say it, then change this day or delete it.{look}",
        )


def overdue(edition: Edition, day: dt.date) -> tuple[Overdue, ...]:
    """What does not hold any more on *day*, with the sentences that rest on it."""
    return tuple(
        Overdue(
            key,
            f"{_SAID[field]} {last}",
            edition.place("figures.yaml", key, field),
            tuple(_sentences(edition, resting(edition, {key}))),
        )
        for key, figure in edition.figures.items()
        for field, last in (("until", figure.until), ("due", figure.due))
        if last and last < day
    )


def listed(edition: Edition, day: dt.date) -> Iterator[str]:
    """The same for someone who asks."""
    found = overdue(edition, day)
    for each in found:
        yield f'{each.place}: "{each.key}" {each.said}.'
        yield from (f"   {sentence.place}: {sentence.text}" for sentence in each.sentences)
    yield f"Overdue on {day}: {len(found)}."


def _sentences(edition: Edition, named: Named) -> Iterator[Sentence]:
    """Each sentence of any text that names one of these, once."""
    for lang, told in mentions.by_language(edition):
        found, _ = mentions.find(told.text, told.start, edition.lines[told.start.file])
        wanted = [mention for mention in found if (mention.kind, mention.key) in named]
        for start, end in typed(told.text, lang) if wanted else ():
            inside = [mention for mention in wanted if start <= mention.at < end]
            if inside:
                yield Sentence(inside[0].place, " ".join(told.text[start:end].split()))
