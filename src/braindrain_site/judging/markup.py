"""Will readers see of each chapter what its Markdown was meant to be?"""

import posixpath
import re
from collections.abc import Collection, Iterator

from braindrain_site.judging.draft import Draft
from braindrain_site.model.edition import Chapter, Edition
from braindrain_site.model.memory import recall
from braindrain_site.model.problems import Place, Problem
from braindrain_site.texts import mentions
from braindrain_site.texts.document import images_of
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.paragraphs import Around
from braindrain_site.texts.pieces import Claim, Says, Term
from braindrain_site.texts.placing import placed
from braindrain_site.texts.refusals import mistakes

_IN_STORY = ("main", "contents", "receipts", "h-receipts")
_IN_METHOD = ("main", "grades", "h-grades", "coverage", "h-coverage")
"""Places on the two pages that hold chapters, as their templates call them."""
_MARKS = re.compile(
    r"\*\*|(?<!\w)[*_](?=\w)[^*_]*(?<=\w)[*_](?!\w)|`[^`]+`|\]\(|</?[A-Za-z][^<>]*>|\s#+\s*$|~~"
    r"|&(?:#\w+|\w{2,31});"
)


def check(draft: Draft) -> list[Problem]:
    """A problem at each place where Markdown, HTML or a link would not come out as it was meant."""
    edition = draft.edition
    problems = list(_unused_images(edition))
    for lang, chapters in edition.story.items():
        anchors = _anchors(edition, lang)
        around = _around(edition, lang, "index.html", anchors)
        for chapter in chapters:
            problems += _in(chapter, edition, around)
        if lang in edition.method:
            around = _around(edition, lang, "method/index.html", anchors)
            problems += _in(edition.method[lang], edition, around)
    return problems


def _in(chapter: Chapter, edition: Edition, around: Around) -> Iterator[Problem]:
    title, told = mentions.of_chapter(chapter, edition)
    if found := _MARKS.search(title.text):
        hint = "Write the words alone."
        sentence = "A chapter's heading is plain words: it has no marks, tags or links."
        yield Problem(title.start.right(found.start()), sentence, hint)
    if parse(told.text).mistakes:
        return  # told by whoever looks for names
    wrong = mistakes(told.text, around)
    if wrong:
        place = placed(told.text, told.start, edition.lines[chapter.file])
        for each in wrong:
            yield Problem(place(each.at), each.sentence, each.hint)


def _around(edition: Edition, lang: str, page: str, anchors: frozenset[str]) -> Around:
    """What a chapter on *page* in *lang* can lead to; the story has the places *anchors*."""
    first = edition.site.languages[0]
    own = posixpath.dirname(page if lang == first else f"{lang}/{page}") or "."
    images = frozenset(edition.images)

    def work() -> Around:
        every: set[str] = set()
        for path, places in _paths(edition, anchors):
            way = posixpath.relpath(path, own)
            every |= {way, *(f"{way}#{place}" for place in places)}
        here = anchors if page == "index.html" else frozenset(_IN_METHOD)
        return Around(here, frozenset(every), images)

    return recall(edition, ("around", own, anchors, images, frozenset(edition.public)), work)


def _paths(edition: Edition, anchors: Collection[str]) -> Iterator[tuple[str, Collection[str]]]:
    """Every address of the site that a chapter may name itself, with the places on each page."""
    _, *others = edition.site.languages
    for home in ("", *(f"{lang}/" for lang in others)):
        for page, places in _pages(edition, anchors).items():
            yield home + page, ("main", *places)
    stems = ["data/figures", *(f"data/tables/{name}" for name in edition.tables)]
    stems += [f"data/charts/{key}" for key, chart in edition.charts.items() if not chart.table]
    yield from ((f"{stem}.{kind}", ()) for stem in stems for kind in ("csv", "json"))
    yield from ((path, ()) for path in edition.public)


def _pages(edition: Edition, anchors: Collection[str]) -> dict[str, Collection[str]]:
    """Page below the folder of a language → its places, as its template calls them."""
    groups = (*edition.sources, "calculated")
    pages: dict[str, Collection[str]] = {
        "index.html": anchors,
        "charts/index.html": (),
        "figures/index.html": [f"r-{key}" for key in edition.figures]
        + [f"{part}-{group}" for group in groups for part in ("from", "h")],
        "sources/index.html": edition.sources,
        "method/index.html": _IN_METHOD,
        "data/index.html": ["all-figures", *(f"t-{name}" for name in edition.tables)],
    }
    for key in edition.charts:
        pages[f"charts/{key}/index.html"] = (f"chart-{key}", "h-made", "h-take")
        pages[f"embed/{key}/index.html"] = (f"chart-{key}",)
    return pages


def _anchors(edition: Edition, lang: str) -> frozenset[str]:
    """What the story in *lang* calls its places."""
    slugs = [chapter.slug for chapter in edition.story[lang]]
    records = [text for path, text in edition.texts.items() if path[-1] == lang and "{%" in text]
    texts = [*records, *(chapter.text for chapter in edition.story[lang])]
    named = [piece for text in texts for piece in parse(text).named()]
    claims = {piece.key for piece in named if isinstance(piece, Claim)}
    statements = {piece.key for piece in named if isinstance(piece, Says)}
    terms = {piece.key for piece in named if isinstance(piece, Term)}
    return frozenset(
        [*_IN_STORY, *slugs, *(f"h-{slug}" for slug in slugs)]
        + [f"r-{key}" for key in edition.figures]
        + [f"c-{key}" for key in claims]
        + [f"s-{key}" for key in statements]
        + [f"g-{key}" for key in terms]
        + [f"chart-{key}" for key in edition.charts]
    )


def _unused_images(edition: Edition) -> Iterator[Problem]:
    if not edition.images:
        return
    chapters = [each for story in edition.story.values() for each in story]
    chapters += edition.method.values()
    shown = {name for chapter in chapters for name in images_of(chapter.text)}
    folder = edition.place("site.yaml", "title").file.rpartition("/")[0]
    for name in edition.images:
        if name not in shown:
            hint = f'Show it: ![what it shows]({name} "Photo: who made it"); or delete it.'
            yield Problem(Place(f"{folder}/images/{name}"), "No chapter shows this image.", hint)
