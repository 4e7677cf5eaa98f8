"""Has every letter that readers see a form in one of the fonts?"""

import html
import re
import unicodedata
from collections.abc import Iterator

from braindrain_site.fonts.families import lacking
from braindrain_site.fonts.setting import setting
from braindrain_site.fonts.used import Said, letters, letters_of, said
from braindrain_site.judging.draft import Draft
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Place, Problem
from braindrain_site.texts.placing import placed

_NAMED = re.compile(r"&(?:#\w+|\w+);")
_WORDS = "Write what it stands for in words, or choose another sign."
_HINT = (
    "The fonts have Latin, Greek, Cyrillic and Korean letters, kana, and the Chinese characters "
    "of Korean print: write it in those, or bring a font that has it (data/README.md, house.yaml)."
)


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at each letter, or run of letters, that would be an empty box."""
    edition = draft.edition
    rare = {
        char
        for lang, used in letters(edition).items()
        for char in lacking(used, setting(edition, lang).families)
    }
    if rare:
        for each in said(draft.edition):
            yield from _told(each, rare, draft.edition)


def _told(each: Said, rare: set[str], edition: Edition) -> Iterator[Problem]:
    if rare.isdisjoint(letters_of(each.text, each.named)):
        return
    place = placed(each.text, each.start, edition.lines[each.start.file])
    letter = f"[{''.join(map(re.escape, sorted(rare)))}]"
    for found in re.finditer(rf"{letter}(?:[\s\u200d\ufe0f]*{letter})*", each.text):
        yield _problem(found[0], place(found.start()))
    if each.named:
        for found in _NAMED.finditer(each.text):
            if set(html.unescape(found[0])) & rare:
                yield _problem(html.unescape(found[0]), place(found.start()))


def _problem(run: str, place: Place) -> Problem:
    first, more = run[0], sum(not char.isspace() for char in run[1:])
    name = unicodedata.name(first, f"U+{ord(first):04X}")
    after = f" and {more} after it" if more else ""
    hint = _HINT if first.isalpha() else _WORDS
    return Problem(place, f'No font here has "{first}" ({name}){after}.', hint)
