"""The words of a story in place of the program's own, and the parts each is filled in with."""

import re
from collections.abc import Iterator

from braindrain_site.judging.draft import Draft
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Place, Problem, listed, nearest
from braindrain_site.reading.default_words import parts
from braindrain_site.texts.placing import placed

_FILE = "words.yaml"
_CHOICE = 2
_IN_SCRIPT = ("filter_shown", "search_shown", "points_at", "calculator_said")
"""Filled in again by the page itself, whenever the reader chooses."""
_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


def check(draft: Draft) -> Iterator[Problem]:
    """Words that the pages need in a language, that nobody uses, or with unknown parts."""
    edition = draft.edition
    own = dict.fromkeys(path[1] for path in edition.scalars if path[0] == _FILE)
    strange = [key for key in own if key not in parts()]
    for key in parts():
        for lang in edition.site.languages:
            if lang not in edition.words.get(key, {}):
                yield _lacking(key, lang, strange, edition)
    for key in strange:
        place = edition.place(_FILE, key)
        yield Problem(place, f'Nothing uses the words "{key}".', nearest(key, parts()))
    for key in own.keys() & parts().keys():
        for lang, text in edition.words[key].items():
            yield from _parts(key, text, edition.place(_FILE, key, lang), edition)


def _lacking(key: str, lang: str, strange: list[str], edition: Edition) -> Problem:
    """Words that nobody wrote in a language for which the program has none of its own."""
    file = edition.places.get((_FILE,), edition.place("site.yaml", "languages"))
    sentence = f'The pages need the words "{key}" in "{lang}".'
    hint = nearest(key, strange, f'Add to words.yaml: {key}: {{{lang}: "…"}}')
    return Problem(file, sentence, hint)


def _parts(key: str, text: str, start: Place, edition: Edition) -> Iterator[Problem]:
    """Braces hold one of the names that the words are filled in with, and perhaps two words.

    Those are for one and for many of what the name counts; the script does not choose.
    """
    known = parts()[key]
    hint = f"It may hold {listed(f'{{{part}}}' for part in known)}." if known else "It holds none."
    place = placed(text, start, edition.lines[start.file])
    for found in _BRACES.finditer(text):
        name, *choice = (found[1] or "").split("|")
        if found[1] is None:
            yield Problem(place(found.start()), f'"{key}" has a brace too many or too few.', hint)
        elif name not in known:
            sentence = f'"{key}" is not filled in with "{found[0]}".'
            yield Problem(place(found.start()), sentence, hint)
        elif choice and (len(choice) != _CHOICE or key in _IN_SCRIPT):
            sentence = f'"{found[0]}" cannot choose between words.'
            how = f"Write {{{name}|one thing|many things}}."
            if key in _IN_SCRIPT:
                how = f"Write {{{name}}} and words that go with any number."
            yield Problem(place(found.start()), sentence, how)
