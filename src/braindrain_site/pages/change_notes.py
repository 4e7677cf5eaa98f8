"""What pages say of changes to what stood on them: a dated note each, and each figure's history."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from braindrain_site import wording
from braindrain_site.judging import amendments, touched
from braindrain_site.judging.amendments import Reach, Step
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition
from braindrain_site.model.fields import Text
from braindrain_site.texts.binding import Binding
from braindrain_site.wording.filling import filled


class Note(NamedTuple):
    """Changes of one kind and day, as a page on which they show tells them."""

    dated: str
    said: tuple[tuple[str, str], ...]
    """Each by its key, and what was done."""


class Past(NamedTuple):
    """One change of a figure, for its receipt: what it was and became, and why."""

    key: str
    dated: str
    told: str
    cause: str
    was: bool
    """Whether it tells a former value."""


def of_chapters(binding: Binding) -> Mapping[str, tuple[Note, ...]]:
    """Chapter → the notes that stand at its foot; the method is one, as ``method``."""
    edition, lang = binding.edition, binding.lang
    found: dict[str, list[str]] = {}
    for key, reach in _reaches(binding):
        for slug in reached(edition, lang, reach):
            found.setdefault(slug, []).append(key)
    return {slug: _notes(keys, binding) for slug, keys in found.items()}


def reached(edition: Edition, lang: str, reach: Reach) -> tuple[str, ...]:
    """The chapters in *lang* that show something of what an entry reaches, or that it lists."""
    method = {edition.method[lang].slug: amendments.METHOD} if lang in edition.method else {}
    shown = (method.get(slug, slug) for slug in touched.chapters(edition, lang, reach.named))
    return tuple(dict.fromkeys((*shown, *reach.chapters)))


def of_chart(chart: str, binding: Binding) -> tuple[Note, ...]:
    """The notes of a chart."""
    return _notes((key for key, it in _reaches(binding) if chart in it.charts), binding)


def of_table(table: str, binding: Binding) -> tuple[Note, ...]:
    """The notes of a table."""
    return _notes((key for key, it in _reaches(binding) if table in it.tables), binding)


def history(figure: str, binding: Binding) -> tuple[Past, ...]:
    """What was done to a figure, and to what it is worked out from, the newest first."""
    edition, words = binding.edition, binding.edition.words
    steps = amendments.history(edition, binding.amounts).get(figure, ())
    listed = {step.entry: step for step in steps}
    found = []
    for key, reach in _reaches(binding):
        step = listed.get(key)
        if step:
            told = from_to(step, binding)
        elif figure in reach.worked_out:
            told = words["change_worked_out"][binding.lang]
        else:
            continue
        was = step is not None and (step.was is not None or step.was_period is not None)
        cause = binding.plain(edition.changes[key].cause[binding.lang])
        found.append(Past(key, dated(edition, key, binding.lang), told, cause, was))
    return tuple(found)


def from_to(step: Step, binding: Binding) -> str:
    """What one entry did to a figure, in words: before and after, and from which source it was."""
    words, lang = binding.edition.words, binding.lang
    if step.was_source is None:
        return _from_to(step, lang, words)
    source = source_then(step.was_source, binding)
    valued = step.was is not None or step.was_period is not None
    return f"{_from_to(step, lang, words)} {source}" if valued else source


def source_then(key: str, binding: Binding) -> str:
    """That a number was from the source *key*, as a sentence."""
    title = binding.edition.sources[key].title[binding.lang]
    return filled(binding.edition.words["change_source"][binding.lang], source=title)


def _from_to(step: Step, lang: str, words: Mapping[str, Text]) -> str:
    sides = ((step.was, step.was_period), (step.now, step.now_period))
    if not any(sides[0]):
        return words["change_words"][lang]
    timed = step.was_period is not None and step.now_period is not None
    was, now = (
        _printed(value or step.now, period if timed else None, lang) for value, period in sides
    )
    if was == now:  # a language may have one word for what another tells apart
        return words["change_words"][lang]
    return filled(words["change_from_to"][lang], was=was, now=now)


def dated(edition: Edition, key: str, lang: str) -> str:
    """The kind and the day of an entry: ``Correction, 24 November 2026``."""
    entry, words = edition.changes[key], edition.words
    kind, day = words[f"change_{entry.kind}"][lang], wording.day(entry.day, lang)
    return filled(words["change_dated"][lang], kind=kind, day=day)


def _printed(amount: Amount | None, period: str | None, lang: str) -> str:
    parts: Iterable[str | None] = (
        wording.phrase(amount, lang) if amount else None,
        wording.period(period, lang) if period else None,
    )
    return ", ".join(filter(None, parts))


def _reaches(binding: Binding) -> Iterator[tuple[str, Reach]]:
    for key, _ in amendments.newest_first(binding.edition):
        yield key, amendments.reach(binding.edition, binding.amounts, key)


def _notes(keys: Iterable[str], binding: Binding) -> tuple[Note, ...]:
    edition, lang = binding.edition, binding.lang
    found: dict[str, list[tuple[str, str]]] = {}
    for key in keys:
        done = binding.plain(edition.changes[key].done[lang])
        found.setdefault(dated(edition, key, lang), []).append((key, done))
    return tuple(Note(day, tuple(said)) for day, said in found.items())
