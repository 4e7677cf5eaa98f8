"""Names that stand for something else already: another entry, a place on a page, a page."""

import re
from collections.abc import Iterator

from braindrain_site import wording
from braindrain_site.judging.draft import Draft
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Place, Problem

TAKEN_AT_THE_TOP = frozenset(
    {
        "404.html",
        "assets",
        "changes",
        "changes.atom",
        "charts",
        "cite",
        "data",
        "embed",
        "figures",
        "index.html",
        "method",
        "robots.txt",
        "search",
        "site.webmanifest",
        "sitemap.xml",
        "story.txt",
    }
    | {"sources", ".made", *wording.LANGUAGES}
)
"""What the pages and their list are called at the top of the site, in any language."""
_JOINS = "and"
_TAKEN_BY_LISTS = {"calculated", "main"}
_TAKEN_IN_STORY = re.compile(r"main|contents|receipts|(?:[a-z]|chart)-.*|[nd]?\d+(?:-\d+)?")
"""What the pages' own elements are called, by which a link finds them."""


def check(draft: Draft) -> Iterator[Problem]:
    """A problem for each name that is taken."""
    yield from _clashes(draft.edition)
    yield from _public(draft.edition)


def _clashes(edition: Edition) -> Iterator[Problem]:
    if _JOINS in edition.figures:
        place = edition.place("figures.yaml", _JOINS)
        sentence = f'"{_JOINS}" is the word of formulas that joins two comparisons.'
        yield Problem(place, sentence, "Give the figure another name.")
    for key in edition.figures.keys() & edition.tables.keys():
        place = edition.place("figures.yaml", key)
        yield Problem(place, f'"{key}" is a table already.', "Give the figure another name.")
    for key in sorted(edition.sources.keys() & _TAKEN_BY_LISTS):
        place = edition.place("sources.yaml", key)
        yield Problem(place, f'"{key}" is a place on the pages already.', "Give it another name.")
    for chapters in edition.story.values():
        slugs: set[str] = set()
        for chapter in chapters:
            if chapter.slug in slugs or _TAKEN_IN_STORY.fullmatch(chapter.slug):
                sentence = f'"{chapter.slug}" is a place on the page of the story already.'
                yield Problem(Place(chapter.file), sentence, "Give the file another name.")
            slugs.add(chapter.slug)


def _public(edition: Edition) -> Iterator[Problem]:
    """What is published as it is cannot stand where a page does."""
    for path, published in edition.public.items():
        top = path.partition("/")[0]
        if top.lower() in TAKEN_AT_THE_TOP:
            sentence = f'"{top}" is made by every build, at the top of the site.'
            yield Problem(
                Place(published.file), sentence, "Give the file or its folder another name."
            )
