"""Do the languages tell the same? Same chapters, same numbers in each, no translation left behind.

The first language of a site is the original. Beside each translated chapter lies a copy of the
original as it was when someone last compared the two (``reviewed/``): what has changed since is
shown at the paragraph that has to follow.
"""

import re
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import PurePath

from braindrain_site.judging.draft import Draft
from braindrain_site.model.drafts import owner
from braindrain_site.model.edition import Chapter, Edition
from braindrain_site.model.memory import again, recall
from braindrain_site.model.problems import Place, Problem, in_braces
from braindrain_site.texts import mentions
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.mentions import Mention
from braindrain_site.texts.pieces import BLOCKS, Bound, Call, Claim, Piece, Plain, Said, Says, Term

_SHARED = ("figure", "claim", "statement", *BLOCKS)
"""What a text and its translation must both speak of; a source may be named in one alone."""
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
_RUN = "When both say the same again, run: make reviewed name="
_ITEM = re.compile(r"(\d+\.|-) ")


def check(draft: Draft) -> list[Problem]:
    """What one language has and another lacks, and what was changed since it was translated."""
    edition = draft.edition
    first, *others = edition.site.languages
    problems = recall(edition, "unlike texts", lambda: [*_in_records(edition, first)]).copy()
    for lang in others:
        for original, translated in _pairs(edition, first, lang):
            problems += _of_twins(edition, first, lang, original, translated)
    return problems


def _of_twins(
    edition: Edition, first: str, lang: str, original: Chapter, translated: Chapter
) -> list[Problem]:
    """What is wrong between two chapters, found out again when one of them or its copy changed."""
    files = (edition.lines[original.file], edition.lines[translated.file])
    given = (original, translated, files, edition.reviewed.get(_copy(lang, original)))

    def found() -> list[Problem]:
        unlike = _unlike(edition, (first, original), (lang, translated))
        return [*unlike, *_left_behind(edition, lang, original, translated)]

    return again(edition, ("twins", first, lang, _name(original)), given, found)


def missing(draft: Draft) -> list[Problem]:
    """Chapters that only some of the languages have: told before all that follows from it."""
    edition = draft.edition
    first, *others = edition.site.languages
    marked = edition.drafts.marked
    found = [problem for lang in others for problem in _chapters(edition, first, lang)]
    return [each for each in found if not edition.drafts.hold(each.place)] if marked else found


def untranslated(edition: Edition) -> Iterator[Problem]:
    """What drafts lack in one of the languages: their chapters, and words of their entries."""
    first, *others = edition.site.languages
    for lang in others:
        found = _chapters(edition, first, lang)
        yield from (each for each in found if edition.drafts.hold(each.place))
    for path in edition.texts:
        if owner(path) not in edition.drafts.marked:
            continue
        for lang in edition.site.languages:
            if (*path[:-1], lang) not in edition.texts:
                sentence = f'"{path[-2]}" has no words in "{lang}".'
                place, hint = edition.places[path], f"Add a line: {lang}: …"
                before = edition.lines[place.file][place.line - 1][: place.column - 1]
                hint = in_braces(hint) if re.search(r"[{,]\s*\w+:\s*$", before) else hint
                yield Problem(place, sentence, hint)


def waiting(edition: Edition) -> dict[str, list[Problem]]:
    """Path below ``data/`` of a reviewed copy → what has changed since, if anything has."""
    first, *others = edition.site.languages
    found = {
        _copy(lang, original): [*_left_behind(edition, lang, original, translated)]
        for lang in others
        for original, translated in _pairs(edition, first, lang)
    }
    return {path: problems for path, problems in found.items() if problems}


def copies(edition: Edition) -> dict[str, str]:
    """Path below ``data/`` → text of all that ``reviewed/`` holds when nothing is left behind."""
    first, *others = edition.site.languages
    return {
        _copy(lang, original): _whole(edition, original)
        for lang in others
        for original, _ in _pairs(edition, first, lang)
    }


def left_over(edition: Edition) -> list[str]:
    """Paths below ``data/`` of reviewed copies of chapters and languages that are gone; of none
    that is still a draft."""
    others = edition.site.languages[1:]
    written = {PurePath(path).name for path in edition.lines if "/story/" in path} | {"method.md"}
    return [
        path
        for path in edition.reviewed
        if path.endswith(".md")
        and (path.split("/")[1] not in others or PurePath(path).name not in written)
    ]


def _name(chapter: Chapter) -> str:
    """What a chapter and its translations have in common; the method is one in each language."""
    folder, name = chapter.file.rsplit("/", 2)[1:]
    return "method.md" if folder == "method" else name


def _copy(lang: str, original: Chapter) -> str:
    return f"reviewed/{lang}/{_name(original)}"


def _whole(edition: Edition, chapter: Chapter) -> str:
    return "\n".join(edition.lines[chapter.file])


def _told(edition: Edition, lang: str) -> dict[str, Chapter]:
    return {_name(chapter): chapter for chapter in edition.chapters(lang)}


def _pairs(edition: Edition, first: str, lang: str) -> Iterator[tuple[Chapter, Chapter]]:
    originals, translated = _told(edition, first), _told(edition, lang)
    for name in originals.keys() & translated.keys():
        yield originals[name], translated[name]


def _chapters(edition: Edition, first: str, lang: str) -> Iterator[Problem]:
    """Chapters that only one of two languages has."""
    for one, other in ((first, lang), (lang, first)):
        for name in _told(edition, one).keys() - _told(edition, other).keys():
            file = _told(edition, one)[name].file
            missing = file.replace(f"/{one}/{name}", f"/{other}/{name}")
            sentence = f'The story in "{one}" has this chapter; the one in "{other}" has not.'
            yield Problem(Place(missing), sentence, f"Write it from {file}, or delete both.")


def _spoken_of(edition: Edition, text: str, start: Place) -> dict[tuple[str, str], Mention]:
    """Kind and key of all that *text* shares with its translations, and the first mention."""
    found_here, _ = mentions.find(text, start, edition.lines[start.file])
    found: dict[tuple[str, str], Mention] = {}
    for mention in found_here:
        if mention.kind in _SHARED:
            found.setdefault((mention.kind, mention.key), mention)
    return found


def _in_chapter(edition: Edition, chapter: Chapter) -> dict[tuple[str, str], Mention]:
    title, text = mentions.of_chapter(chapter, edition)
    return _spoken_of(edition, text.text, text.start) | _spoken_of(edition, title.text, title.start)


def _unlike(
    edition: Edition, one: tuple[str, Chapter], other: tuple[str, Chapter]
) -> list[Problem]:
    """What only one of two chapters binds, told at the chapter that lacks it."""
    problems: list[Problem] = []
    for (lang, has), (_, lacks) in ((one, other), (other, one)):
        here, there = _in_chapter(edition, has), _in_chapter(edition, lacks)
        place = Place(lacks.file, lacks.first_line - 1)
        problems += _lacking(lang, here, there, place, "chapter")
    return problems


def _lacking(
    lang: str,
    here: dict[tuple[str, str], Mention],
    there: dict[tuple[str, str], Mention],
    place: Place,
    what: str,
) -> Iterator[Problem]:
    for kind, key in here.keys() - there.keys():
        named = f'{BLOCKS.get(kind, kind)} "{key}"' if key else BLOCKS[kind]
        sentence = f'This {what} lacks the {named}, which it has in "{lang}".'
        yield Problem(place, sentence, f"There it stands at {here[kind, key].place}.")


def _in_records(edition: Edition, first: str) -> Iterator[Problem]:
    """What only one language of a text in a YAML file binds."""
    for path, text in edition.texts.items():
        if path[-1] == first:
            continue
        original = (*path[:-1], first)
        if "{" not in text + edition.texts[original]:
            continue
        both = {
            first: (
                _spoken_of(edition, edition.texts[original], edition.place(*original)),
                original,
            ),
            path[-1]: (_spoken_of(edition, text, edition.place(*path)), path),
        }
        for lang, (here, _) in both.items():
            [(there, lacks)] = [found for other, found in both.items() if other != lang]
            yield from _lacking(lang, here, there, edition.place(*lacks), "text")


def _left_behind(
    edition: Edition, lang: str, original: Chapter, translated: Chapter
) -> Iterator[Problem]:
    """A problem at each paragraph of *translated* whose original was changed since its review."""
    run = f"{_RUN}{_name(original).removesuffix('.md')}"
    reviewed = edition.reviewed.get(_copy(lang, original))
    if reviewed is None:
        sentence = "Nobody has compared this translation with its original yet."
        yield Problem(Place(translated.file, translated.first_line - 1), sentence, run)
        return
    whole = _whole(edition, original)
    if reviewed == whole:
        return
    there = {*edition.figures, *edition.claims, *edition.sources}
    then, old = _as_read(reviewed, there)
    now, new = _as_read(whole, _keys(reviewed))
    lines = _paragraphs(_whole(edition, translated))
    here = [line for line, text in lines if _seen(text, there)] or [1]
    for tag, a, b, c, d in SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for offset, (was, says) in enumerate(zip_longest(old[a:b], new[c:d], fillvalue="")):
            line = here[min(a + offset, len(here) - 1)]
            yield Problem(Place(translated.file, line), *_changed(was, says, run))


def _as_read(text: str, known: Collection[str]) -> tuple[list[str], list[str]]:
    """The paragraphs of *text* as a reader sees them, to compare, and as they were typed.

    A key that is not *known* is one renamed: of the old text, what the edition has no more; of the
    new, what the old had not. Where a chart stands is no matter of words.
    """
    typed = [(paragraph, _seen(paragraph, known)) for _, paragraph in _paragraphs(text)]
    return [seen for _, seen in typed if seen], [each for each, seen in typed if seen]


def _keys(text: str) -> set[str]:
    return {piece.key for piece in parse(text).named()}


def _seen(paragraph: str, known: Collection[str]) -> str:
    return "".join(_piece(piece, known) for piece in parse(paragraph).pieces).strip()


def _piece(piece: Piece, known: Collection[str]) -> str:
    match piece:
        case Plain():
            return piece.text
        case Term():
            return piece.words
        case Bound():
            return f"{{{piece.key if piece.key in known else '?'} {piece.form} {piece.particle}}}"
        case Claim():
            return "".join(_piece(inside, known) for inside in piece.pieces)
        case Says() | Said():
            return ""
        case Call() if piece.name in BLOCKS:
            return ""
    return f"{{{piece.name} {piece.key if piece.key in known or piece.name == 'page' else '?'}}}"


def _changed(old: str, new: str, run: str) -> tuple[str, str]:
    """What became of a paragraph, and the first sentence that tells the difference."""
    if not old:
        return "The original has a new paragraph here.", f"It says: {new}\n   {run}"
    if not new:
        return "The original has this paragraph no more.", f"It said: {old}\n   {run}"
    sentences = zip_longest(_SENTENCE_END.split(old), _SENTENCE_END.split(new), fillvalue="–")
    was, now = next((pair for pair in sentences if pair[0] != pair[1]), (old, new))
    sentence = "The original of this paragraph has changed since it was translated."
    return sentence, f"It said: {was}\n   It says: {now}\n   {run}"


def _paragraphs(text: str) -> list[tuple[int, str]]:
    """Line and words of each paragraph or item of a list; line breaks inside do not matter."""
    found: list[tuple[int, str]] = []
    open_at = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and open_at and not _ITEM.match(line):
            found[-1] = (open_at, f"{found[-1][1]} {line.strip()}")
        elif line.strip():
            open_at = number
            found.append((number, line.strip()))
        else:
            open_at = 0
    return found
