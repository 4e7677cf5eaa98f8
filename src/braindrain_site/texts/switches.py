"""Which charts of the story share one place, so that the reader switches between them.

The views of a switch are the charts with a ``choice`` that stand directly one after another, with
nothing but white space between them, or together open the story. Whoever judges, draws or prints a
switch asks here.
"""

from collections.abc import Iterator, Mapping

from braindrain_site.model.chart import Chart
from braindrain_site.model.edition import Edition
from braindrain_site.model.memory import again
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.pieces import Call, Plain


def places(text: str, charts: Mapping[str, Chart]) -> tuple[tuple[str, ...], ...]:
    """The charts of a chapter's *text* in order: those of one switch together, others alone."""
    found: list[tuple[str, ...]] = []
    follows = False
    for piece in parse(text).pieces:
        if isinstance(piece, Call) and piece.name == "chart":
            has_choice = piece.key in charts and charts[piece.key].choice is not None
            if follows and has_choice:
                found[-1] += (piece.key,)
            else:
                found.append((piece.key,))
            follows = has_choice
        elif not isinstance(piece, Plain) or piece.text.strip():
            follows = False
    return tuple(found)


def everywhere(edition: Edition, lang: str) -> Iterator[tuple[str, ...]]:
    """The same for the whole story in *lang*, first what opens it."""
    if edition.site.opening:
        yield edition.site.opening
    for chapter in edition.story[lang]:
        yield from places(chapter.text, edition.charts)


def views(key: str, edition: Edition, lang: str) -> tuple[str, ...]:
    """The charts on the switch of chart *key* in the story in *lang*, itself among them.

    Empty when the chart has no choice, or the story no place for it.
    """
    if edition.charts[key].choice is None:
        return ()
    story = edition.story[lang]
    return again(edition, ("switches", lang), story, lambda: _placed(edition, lang)).get(key, ())


def _placed(edition: Edition, lang: str) -> dict[str, tuple[str, ...]]:
    """Chart → the charts that share its first place."""
    found: dict[str, tuple[str, ...]] = {}
    for place in everywhere(edition, lang):
        for key in place:
            found.setdefault(key, place)
    return found
