"""What readers would see change in the chapters and the method: their order, headings and words."""

import re
from collections.abc import Iterator

from braindrain_site.changes.change import Change, moved
from braindrain_site.changes.versions import Version
from braindrain_site.model.edition import Chapter
from braindrain_site.texts.binding import Binding
from braindrain_site.texts.document import Held
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.pieces import BLOCKS, Call, Plain, Said, Says
from braindrain_site.texts.sentences import sentences

_BLOCK = re.compile(r"(?:[^\n]+\n?)+")
_BY_LINES = re.compile(r"\s*(?:[-+*|#>!<:~]|\d+\. |\[\^)")
"""How a block begins whose lines stand for themselves: a list, a table, a heading, an image."""
Told = dict[str, tuple[str, list[str]]]
"""Chapter → its heading, and all that it says, sentence by sentence."""


def chapters(before: Version, after: Version) -> Iterator[Change]:
    """Everything that is another in them, in every language."""
    for lang in after.proof.edition.site.languages:
        was, now = (_chapters(version, lang) for version in (before, after))
        yield from _placed(was, now, lang)
        for slug in {**was, **now}:
            old, new = was.get(slug), now.get(slug)
            where = ((new or old or ("", []))[0],)
            for gone, come in moved(old[1] if old else [], new[1] if new else []):
                yield Change("sentence", slug, gone, come, where, lang)


def _placed(was: Told, now: Told, lang: str) -> Iterator[Change]:
    """Chapters that come, go, stand elsewhere or are headed otherwise."""
    if not was:
        return
    stayed = [[slug for slug in one if slug in other] for one, other in ((was, now), (now, was))]
    for slug in {**was, **now}:
        old, new = was.get(slug), now.get(slug)
        if not (old and new) or old[0] != new[0]:
            yield Change("chapter", slug, old[0] if old else "", new[0] if new else "", (), lang)
    for slug in _out_of_order(*stayed):
        old_place, new_place = (f"chapter {[*told].index(slug) + 1}" for told in (was, now))
        yield Change("chapter", slug, old_place, new_place, (now[slug][0],), lang)


def _out_of_order(before: list[str], after: list[str]) -> Iterator[str]:
    """The fewest that have to move for one order to become the other."""
    for _, come in moved(before, after):
        yield from come.split()


def _chapters(version: Version, lang: str) -> Told:
    edition = version.proof.edition
    if lang not in edition.site.languages:
        return {}
    binding = Binding(edition, version.proof.amounts, lang)
    told = edition.chapters(lang)
    return {each.slug: (binding.plain(each.title), _told(each, binding)) for each in told}


def _told(chapter: Chapter, binding: Binding) -> list[str]:
    """Every sentence, and every line that is none, as readers read them."""
    edition, lang = binding.edition, binding.lang

    def say(piece: Held) -> str:
        if isinstance(piece, Call):
            return edition.sources[piece.key].title[lang] if piece.name == "source" else piece.key
        return binding.words([piece])

    found = [(each.at, each.said(say).strip()) for each in sentences(chapter.text, lang)]
    begins = [at for at, _ in found]
    for at, line in _alone(chapter.text, begins):
        pieces = (each for each in parse(line).pieces if not isinstance(each, Says | Said))
        words = "".join(each.text if isinstance(each, Plain) else say(each) for each in pieces)
        found += [(at, words.strip())] if words.strip() else []
    return [words for _, words in sorted(found)]


def _alone(text: str, begins: list[int]) -> Iterator[tuple[int, str]]:
    """The parts of *text* in which no sentence *begins*: headings, cells, images; not charts."""
    for block in _BLOCK.finditer(text):
        lines = block[0].split("\n") if _BY_LINES.match(block[0]) else [block[0]]
        at = block.start()
        for line in lines:
            held = any(at <= each < at + max(1, len(line)) for each in begins)
            if not held and not re.fullmatch(rf"\s*\{{\{{\s*(?:{'|'.join(BLOCKS)})\b.*", line):
                yield at, line
            at += len(line) + 1
