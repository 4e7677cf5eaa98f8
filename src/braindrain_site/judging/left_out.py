"""What is left out of what is published: the drafts, and what only they use.

Whatever an edition names is named by something: a chapter, or an entry of a YAML file. What no one
but drafts names goes with them, so that a draft takes one mark, and leaves no trace.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from braindrain_site.judging import uses
from braindrain_site.judging.draft import Draft
from braindrain_site.model.drafts import Drafts, Named, Span, entry, owner
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Place, Problem


def published(edition: Edition) -> Edition:
    """*edition* as if its drafts and what only they use had not been written."""
    gone = names(edition)
    drafts = replace(edition.drafts, left_out=gone)
    return _without(gone, edition, drafts) if gone else edition


def readable(edition: Edition) -> Edition:
    """*edition* as if those of its drafts that cannot be read had not been written."""
    gone = edition.drafts.unread
    marked = {key: spans for key, spans in edition.drafts.marked.items() if key not in gone}
    return _without(gone, edition, Drafts(marked, unread=gone)) if gone else edition


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
    used_by: dict[Named, set[Named]] = {}
    for user, used in uses.uses(edition).items():
        for name in used - {user}:
            used_by.setdefault(name, set()).add(user)
    for name in used_by.keys() - _there(edition):
        del used_by[name]
    more = gone
    while more:
        more = {name for name, users in used_by.items() if name not in gone and users <= gone}
        gone |= more
    return frozenset(gone | {*_exemptions(edition, gone)})


def _there(edition: Edition) -> set[Named]:
    """Everything that can be left out without a mark of its own."""
    every = {(kind, key) for kind in _PLURAL for key in getattr(edition, f"{kind}s")}
    return every | {("term", key) for key in edition.glossary}


def in_drafts(edition: Edition, place: Place) -> bool:
    """Whether *place* is in a draft, or in what only drafts use."""
    return edition.drafts.hold(place) or any(span.holds(place) for span in _implied(edition))


@lru_cache(maxsize=4)
def _implied(edition: Edition) -> tuple[Span, ...]:
    found: list[Span] = []
    for kind, key in names(edition) - edition.drafts.marked.keys():
        for path in edition.places:
            if owner(path) == (kind, key) and len(path) == 1 + (kind != "table"):
                file = edition.places[path].file
                found.append(
                    Span(file) if kind == "table" else entry(file, edition.lines[file], key)
                )
                break
    return tuple(found)


def check(draft: Draft) -> Iterator[Problem]:
    """A problem wherever what is published names what is left out."""
    edition = draft.edition
    gone = edition.drafts.left_out
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
    texts[True] += [uses.written(edition, draft) for draft in edition.drafts.marked]
    drafted, told = ("\n".join(texts[is_gone]).lower() for is_gone in (True, False))
    for key, exemption in edition.exempt.items():
        words = [each.lower() for each in exemption.words]
        if any(each in drafted for each in words) and not any(each in told for each in words):
            yield "exemption", key
