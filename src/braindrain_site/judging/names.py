"""Does every name an editor wrote exist? Sources, units, figures, charts, claims, pages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from braindrain_site import wording
from braindrain_site.judging import left_out
from braindrain_site.judging.draft import Draft
from braindrain_site.model.date_mistakes import ALWAYS
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Figure, Statement, Term
from braindrain_site.model.memory import recall
from braindrain_site.model.problems import Place, Problem, nearest
from braindrain_site.model.tables import Sidecar
from braindrain_site.texts import mentions
from braindrain_site.texts.mentions import Mention, Told
from braindrain_site.texts.pieces import BLOCKS, KEYLESS, TIMES
from braindrain_site.texts.placing import placed
from braindrain_site.wording.common_units import COMMON

PAGES = ("story", "charts", "figures", "sources", "method", "data", "search")
"""The pages a text can link to with ``{{ page("…") }}``."""
_SINGLE = re.compile(r"(?<![{%])(?<!\{\s)\{\s*([a-z]\w*)((?:\.\w+)*)\s*\}(?!\})")


def check(draft: Draft) -> list[Problem]:
    """The problems of names that stand for nothing, and of charts and claims nobody placed."""
    edition = draft.edition
    of_records = recall(
        edition, "mentions", lambda: _mentions(edition, mentions.of_records(edition))
    )
    of_chapters = _mentions(edition, mentions.of_chapters(edition))
    found = [*of_records[0], *of_chapters[0]]
    problems = [*of_records[1], *of_chapters[1], *_in_opening(edition)]
    if not problems:  # a mistyped chart or claim would be told a second time as missing
        problems += [*_chart_places(edition)]
        if not edition.drafts.unready:  # one of these may mean it
            problems += _unused(edition, found)
    return [
        *problems,
        *_in_figures(edition),
        *_in_sourced(edition, "statements.yaml", edition.statements),
        *_in_sourced(edition, "glossary.yaml", edition.glossary),
        *_in_verdicts(edition),
        *_in_calculator(edition),
        *_in_tables(edition),
        *_origins(edition),
    ]


def _mentions(
    edition: Edition, texts: Iterable[tuple[str, Told]]
) -> tuple[list[Mention], list[Problem]]:
    """What *texts* name, and what is wrong with that."""
    found: list[Mention] = []
    problems: list[Problem] = []
    for _, told in texts:
        more, wrong = mentions.find(told.text, told.start, edition.lines[told.start.file])
        found += more
        problems += wrong
        problems += _single_braces(told, edition)
        problems += chain.from_iterable(mentions.misplaced(mention, told) for mention in more)
    problems += chain.from_iterable(_unknown(mention, edition) for mention in found)
    return found, problems


def _single_braces(told: Told, edition: Edition) -> Iterator[Problem]:
    """Figures that are named between one brace on each side, which would be printed so."""
    for found in _SINGLE.finditer(told.text):
        if found[1] in edition.figures:
            place = placed(told.text, told.start, edition.lines[told.start.file])(found.start())
            hint = f"Write {{{{ {found[1]}{found[2]} }}}}."
            yield Problem(place, "A figure stands between two braces on each side.", hint)


def _missing(what: str, key: str, known: Mapping[str, object], place: Place) -> Iterator[Problem]:
    if key not in known:
        hint = nearest(key, known)
        if what == "unit" and key in COMMON:
            hint = f'To have it written into units.yaml: make new what="unit {key}"'
        yield Problem(place, f'There is no {what} "{key}".', hint)


def _in_figures(edition: Edition) -> Iterator[Problem]:
    for key, figure in edition.figures.items():
        for what, name, known in (
            ("unit", "unit", edition.units),
            ("source", "source", edition.sources),
            ("origin", "origin", edition.origins),
            ("figure", "variant_of", edition.figures),
        ):
            wanted = getattr(figure, name)
            if wanted is not None:
                yield from _missing(what, wanted, known, edition.place("figures.yaml", key, name))
        yield from _in_reports(edition, figure, ("figures.yaml", key))


def _in_sourced(
    edition: Edition, file: str, entries: Mapping[str, Statement | Term]
) -> Iterator[Problem]:
    for key, entry in entries.items():
        if entry.source is not None:
            place = edition.place(file, key, "source")
            yield from _missing("source", entry.source, edition.sources, place)


def _in_verdicts(edition: Edition) -> Iterator[Problem]:
    for key, verdict in edition.verdicts.items():
        place = edition.place("verdicts.yaml", key, "article")
        yield from _missing("source", verdict.article, edition.sources, place)


def _in_calculator(edition: Edition) -> Iterator[Problem]:
    for path, key in edition.calculator.named() if edition.calculator else ():
        place = edition.place("calculator.yaml", *path)
        yield from _missing("figure", key, edition.figures, place)


def _in_tables(edition: Edition) -> Iterator[Problem]:
    for name, table in edition.tables.items():
        file = f"tables/{name}.yaml"
        place = edition.place(file, "source")
        yield from _missing("source", table.about.source, edition.sources, place)
        if table.about.origin is not None:
            place = edition.place(file, "origin")
            yield from _missing("origin", table.about.origin, edition.origins, place)
        yield from _in_reports(edition, table.about, (file,))
        for number, column in enumerate(table.about.fields):
            if column.unit is not None:
                place = edition.place(file, "fields", str(number), "unit")
                yield from _missing("unit", column.unit, edition.units, place)


def _in_reports(
    edition: Edition, entry: Figure | Sidecar, path: tuple[str, ...]
) -> Iterator[Problem]:
    """The names in further reports of a number, and in what contradicts it."""
    for number, report in enumerate(entry.also):
        place = edition.place(*path, "also", str(number), "source")
        yield from _missing("source", report.source, edition.sources, place)
        if report.origin is not None:
            place = edition.place(*path, "also", str(number), "origin")
            yield from _missing("origin", report.origin, edition.origins, place)
    if entry.disputed and entry.disputed.by is not None:
        place = edition.place(*path, "disputed", "by")
        yield from _missing("figure", entry.disputed.by, edition.figures, place)


def _origins(edition: Edition) -> Iterator[Problem]:
    for key, source in edition.sources.items():
        if source.origin is not None:
            place = edition.place("sources.yaml", key, "origin")
            yield from _missing("origin", source.origin, edition.origins, place)


def _unknown(mention: Mention, edition: Edition) -> Iterator[Problem]:
    if mention.kind in KEYLESS:
        if not getattr(edition, mention.kind):
            file = f"{mention.kind}.yaml"
            sentence = f"There is no {BLOCKS[mention.kind]}: {file} is missing or empty."
            yield Problem(mention.place, sentence, "Write that file, or delete this.")
        return
    known: dict[str, Mapping[str, object]] = {
        "figure": edition.figures,
        "chart": edition.charts,
        "source": edition.sources,
        "claim": edition.claims,
        "statement": edition.statements,
        "term": edition.glossary,
        "page": dict.fromkeys(PAGES),
    }
    if mention.key not in known[mention.kind]:
        yield from _missing(mention.kind, mention.key, known[mention.kind], mention.place)
    figure = edition.figures.get(mention.key)
    if figure and mention.form in TIMES and figure.period is None:
        sentence = f'The figure "{mention.key}" has no period.'
        yield Problem(mention.place, sentence, "Give it one in figures.yaml.")
    elif figure and mention.form in TIMES and figure.period == ALWAYS:
        sentence = f'The figure "{mention.key}" holds always: no time of it is printed.'
        yield Problem(mention.place, sentence, "Leave this out.")
    elif figure and mention.form == "span" and not wording.has_ends(figure.period or ""):
        sentence = f'The figure "{mention.key}" speaks of one time, and a span has two.'
        yield Problem(mention.place, sentence, f"Write {{{{ {mention.key}.period }}}}.")


def _chart_places(edition: Edition) -> Iterator[Problem]:
    """A chart stands once in the story of each language: twice would be two ids, none is a loss."""
    for lang, chapters in edition.story.items():
        placed = {("chart", key): place for key, place in _opening(edition)}
        for chapter in chapters:
            _, told = mentions.of_chapter(chapter, edition)
            found_here, _ = mentions.find(told.text, told.start, edition.lines[chapter.file])
            for mention in found_here:
                what = mention.kind, mention.key
                if what in placed:
                    named = f'chart "{mention.key}"' if mention.key else BLOCKS[mention.kind]
                    sentence = f"The {named} already stands at {placed[what]}."
                    yield Problem(mention.place, sentence)
                elif mention.kind in BLOCKS:
                    placed[what] = mention.place
        for key in edition.charts if not edition.drafts.unready else ():
            if ("chart", key) not in {*placed, *left_out.names(edition)}:
                yield Problem(
                    edition.place("charts.yaml", key),
                    f'The chart "{key}" stands in no chapter of the story in "{lang}".',
                    f'Place it with {{{{ chart("{key}") }}}} on a line of its own.',
                )


def _opening(edition: Edition) -> list[tuple[str, Place]]:
    """The charts that open the story, each with its place: a list of them, or one without."""
    paths = [("site.yaml", "opening", str(n)) for n in range(len(edition.site.opening))]
    return [
        (key, edition.place(*(path if path in edition.places else path[:2])))
        for key, path in zip(edition.site.opening, paths, strict=True)
    ]


def _in_opening(edition: Edition) -> Iterator[Problem]:
    """What opens the story is a chart, or several that the reader switches between."""
    keys = edition.site.opening
    for number, (key, place) in enumerate(_opening(edition)):
        if key in keys[:number]:
            yield Problem(place, f'"{key}" is listed twice.', "Keep one of the two.")
        elif key not in edition.charts:
            yield from _missing("chart", key, edition.charts, place)
        elif len({*keys}) > 1 and edition.charts[key].choice is None:
            sentence = f'Several charts open the story, so each needs a "choice"; "{key}" has none.'
            hint = "Give it one in charts.yaml, or open the story with one chart."
            yield Problem(place, sentence, hint)


def _unused(edition: Edition, found: list[Mention]) -> Iterator[Problem]:
    used = {(mention.kind, mention.key) for mention in found} | left_out.names(edition)
    for kind, keys in (("claim", edition.claims), ("statement", edition.statements)):
        for key in keys:
            if (kind, key) not in used:
                yield Problem(
                    edition.place(f"{kind}s.yaml", key),
                    f'No text uses the {kind} "{key}" any more.',
                    "Mark the words it is about, or delete it.",
                )
