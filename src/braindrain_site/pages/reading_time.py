"""How long it takes to read the story, from its words."""

from braindrain_site.model.edition import Chapter, Edition
from braindrain_site.texts import document
from braindrain_site.texts.shown import shown

_A_MINUTE = 238
"""English words of non-fiction that adults read silently in a minute, on average: M. Brysbaert,
"How many words do we read per minute?", Journal of Memory and Language 109 (2019), 104047."""


def minutes(edition: Edition) -> int | None:
    """Whole minutes for the story in any language; None for an edition without English.

    By the same paper, other languages take as long for what says the same.
    """
    chapters = edition.story.get("en")
    return max(1, round(sum(map(_words, chapters)) / _A_MINUTE)) if chapters else None


def _words(chapter: Chapter) -> int:
    """Its words; a figure or a comparison counts as one."""
    return len(shown(chapter.text).words.split()) + len(document.read(chapter.text).held)
