"""What is left out of what is published: the drafts, and what only they use.

Whatever an edition names is named by something: a chapter, or an entry of a YAML file. What no one
but drafts names goes with them, so that a draft takes one mark, and leaves no trace.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from braindrain_site.judging import uses
from braindrain_site.judging.draft import Draft
from braindrain_site.model.drafts import Drafts, Named, Span, entry, holding, owner
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Place, Problem, Rejected


def published(edition: Edition) -> Edition:
    """*edition* as if its drafts and what only they use had not been written.

    Raises Rejected with what is still to be written in the rest.
    """
    gone = names(edition)
    begun = {name: spans for name, spans in edition.drafts.begun.items() if name not in gone}
    if stops := [each for each in edition.drafts.lacking if holding(begun, [each])]:
        raise Rejected(stops, edition.lines)
    drafts = replace(edition.drafts, left_out=gone)
    return _without(gone, edition, drafts) if gone else edition


def ready(edition: Edition) -> Edition:
    """*edition* as if what cannot be read in it yet had not been written, nor the drafts that name
    that.

    Raises Rejected with what is still to be written in what is no draft, and is named by such.
    """
    begun = edition.drafts.begun.keys() & edition.drafts.unread
    if begun:
        drafted = names(edition) | begun
        spans = {
            name: edition.drafts.begun[name]
            for user, used in uses.certain(edition).items() if user not in drafted
            for name in used & begun
        }  # fmt: skip
        if stops := [each for each in edition.drafts.lacking if holding(spans, [each])]:
            raise Rejected(stops, edition.lines)
    return _set_aside(edition, edition.drafts.unread, edition.drafts.lacking)


def without(edition: Edition, problems: Iterable[Problem]) -> Edition:
    """*edition* as if those of its drafts that have one of *problems* had not been written; the
    same where these are in none."""
    spans = {**edition.drafts.marked, **_implied(edition)}
    found = tuple(each for each in problems if holding(spans, [each]))
    return _set_aside(edition, holding(spans, found), (*edition.drafts.lacking, *found))


def _set_aside(edition: Edition, first: frozenset[Named], lacking: Sequence[Problem]) -> Edition:
    """*edition* without the *first*, which are *lacking*, the drafts that name one, and what
    only these use."""
    if not first:
        return edition
    drafts, gone = edition.drafts, {*first}
    more, named, may_go = gone, uses.certain(edition), names(edition)
    while more:
        more = {user for user in may_go - gone if more & named.get(user, frozenset())}
        gone |= more
    told = (*lacking, *_naming(edition, gone, first))
    gone |= _used_by_these_alone(edition, gone, drafts.marked.keys())
    gone |= {*_exemptions(edition, gone)}
    marked, begun = (
        {name: spans for name, spans in found.items() if name not in gone}
        for found in (drafts.marked, drafts.begun)
    )
    spans = {**drafts.marked, **drafts.begun, **_implied(edition)}
    unready = {**drafts.unready, **{name: spans.get(name, ()) for name in gone}}
    return _without(frozenset(gone), edition, Drafts(marked, begun, unready=unready, lacking=told))


def _naming(edition: Edition, gone: set[Named], first: frozenset[Named]) -> Iterator[Problem]:
    """Where those of the *gone* that were not the *first* name one that is."""
    spans = {**edition.drafts.marked, **_implied(edition)}
    others = {name: own for name, own in spans.items() if name in gone - first}
    for (kind, key), place in uses.places(edition) if others else ():
        found = Problem(place, f'The {kind} "{key}" cannot be shown yet.', _WRITE_IT)
        if (kind, key) in gone and holding(others, [found]):
            yield found


_WRITE_IT = "Write what that lacks; then what names it is shown, too."


def _without(gone: frozenset[Named], edition: Edition, drafts: Drafts) -> Edition:
    def kept(kind: str, entries: Mapping[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in entries.items() if (kind, key) not in gone}

    def stays(path: tuple[str, ...]) -> bool:
        return not (owner(path) in gone or _is_listed(edition, path, gone))

    entries: dict[str, Any] = {
        f"{kind}s": kept(kind, getattr(edition, f"{kind}s")) for kind in _PLURAL
    }
    return replace(
        edition,
        **entries,
        places={path: place for path, place in edition.places.items() if stays(path)},
        scalars={path: text for path, text in edition.scalars.items() if stays(path)},
        texts={path: text for path, text in edition.texts.items() if stays(path)},
        glossary=kept("term", edition.glossary),
        exempt=kept("exemption", edition.exempt),
        changes=kept("change", edition.changes),
        witnesses=kept("source", edition.witnesses),
        story={
            lang: tuple(each for each in chapters if ("chapter", each.slug) not in gone)
            for lang, chapters in edition.story.items()
        },
        drafts=drafts,
    )


_PLURAL = (
    "unit", "origin", "source", "figure", "table", "chart", "claim", "statement", "verdict",
    "image",
)  # fmt: skip
"""What an edition has by the name of its kind."""


def _is_listed(edition: Edition, path: tuple[str, ...], gone: frozenset[Named]) -> bool:
    """Whether *path* leads into an entry of a chapter that is *gone* in the list of chapters."""
    if path[:2] != ("site.yaml", "chapters") or len(path) == 2:
        return False
    return ("chapter", edition.site.chapters[int(path[2])].name) in gone


@lru_cache(maxsize=4)
def names(edition: Edition) -> frozenset[Named]:
    """All that is to be left out of *edition*: what is marked, and what nothing else uses."""
    gone = {*edition.drafts.marked}
    if not gone or edition.drafts.left_out:
        return edition.drafts.left_out
    gone |= _used_by_these_alone(edition, gone)
    return frozenset(gone | {*_exemptions(edition, gone)})


def _used_by_these_alone(
    edition: Edition, these: set[Named], but: Collection[Named] = ()
) -> set[Named]:
    """What needs no mark of its own, for nothing but *these* uses it, or what they alone use; *but*
    for some, and what these use."""
    used_by: dict[Named, set[Named]] = {}
    for user, used in uses.uses(edition).items():
        for name in used - {user}:
            used_by.setdefault(name, set()).add(user)
    for name in used_by.keys() - (_there(edition) - {*but}):
        del used_by[name]
    found, more = {*these}, these
    while more:
        more = {name for name, users in used_by.items() if name not in found and users <= found}
        found |= more
    return found - these


def _there(edition: Edition) -> set[Named]:
    """Everything that can be left out without a mark of its own."""
    every = {(kind, key) for kind in _PLURAL for key in getattr(edition, f"{kind}s")}
    return every | {("term", key) for key in edition.glossary} | edition.drafts.begun.keys()


def in_drafts(edition: Edition, place: Place) -> bool:
    """Whether *place* is in a draft, or in what only drafts use."""
    return edition.drafts.hold(place) or any(
        span.holds(place) for spans in _implied(edition).values() for span in spans
    )


@lru_cache(maxsize=4)
def _implied(edition: Edition) -> Mapping[Named, Sequence[Span]]:
    """What is a draft without a mark → its lines."""
    found: dict[Named, Sequence[Span]] = {}
    for kind, key in names(edition) - edition.drafts.marked.keys():
        for path in edition.places:
            if owner(path) == (kind, key) and len(path) == 1 + (kind != "table"):
                file = edition.places[path].file
                found[kind, key] = (
                    [Span(file)] if kind == "table" else [entry(file, edition.lines[file], key)]
                )
                break
    return found


def sorted_out(
    edition: Edition, waiting: Iterable[Problem]
) -> tuple[Sequence[Problem], Sequence[Problem], Sequence[Problem]]:
    """The *waiting* problems of an *edition* that is looked at, and what its drafts lack: those of
    what is published, of the drafts that are shown, and of those that are not."""
    found = sorted({*waiting, *edition.drafts.lacking})
    of_drafts = [each for each in found if in_drafts(edition, each.place)]
    unready = [
        each for each in edition.drafts.lacking
        if each not in of_drafts and not holding(edition.drafts.begun, [each])
    ]  # fmt: skip
    of_rest = [each for each in found if each not in of_drafts and each not in unready]
    return of_rest, of_drafts, sorted(unready)


def check(draft: Draft) -> Iterator[Problem]:
    """A problem wherever what is published names what is left out."""
    edition = draft.edition
    gone = edition.drafts.left_out | edition.drafts.unready.keys()
    if not gone:
        return
    if not edition.story[edition.site.languages[0]]:
        sentence = "Every chapter is a draft: there is nothing to publish."
        place = edition.place("site.yaml", "chapters")
        yield Problem(place, sentence, "Take draft: true away from one of them.")
    if gone & {name for used in uses.uses(edition).values() for name in used}:
        for (kind, key), place in uses.places(edition):
            if (kind, key) in gone:
                yield Problem(place, *_said(edition, kind, key))


def _said(edition: Edition, kind: str, key: str) -> tuple[str, str]:
    sentence = f'The {kind} "{key}" is still a draft; what is published cannot name it.'
    if unready := edition.drafts.unready.get((kind, key)):
        at = f"{unready[0].file}:{unready[0].first}"
        sentence = f'The {kind} "{key}" is a draft that cannot be shown yet, and is named here.'
        return sentence, f"Write or mend it first, at {at}, or leave it out here."
    spans = edition.drafts.marked.get((kind, key))
    where = f", or take draft: true away at {spans[0].file}:{spans[0].first}" if spans else ""
    return sentence, f"Leave it out here, mark what names it as a draft too{where}."


def _exemptions(edition: Edition, gone: set[Named]) -> Iterator[Named]:
    """Those whose words only drafts have."""
    texts = {True: [""], False: [""]}
    for path, text in edition.texts.items():
        texts[owner(path) in gone].append(text)
    for user, chapter in uses.chapters(edition):
        texts[user in gone] += [chapter.title, chapter.text]
    texts[True] += [uses.written(edition, name) for name in edition.drafts.marked if name in gone]
    drafted, told = ("\n".join(texts[is_gone]).lower() for is_gone in (True, False))
    for key, exemption in edition.exempt.items():
        words = [each.lower() for each in exemption.words]
        if any(each in drafted for each in words) and not any(each in told for each in words):
            yield "exemption", key
