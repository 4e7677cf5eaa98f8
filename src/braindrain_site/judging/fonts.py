"""Are the fonts that the house chooses there, may they be used, and can they be read?"""

from collections.abc import Iterator
from functools import lru_cache

from braindrain_site.fonts import cutting
from braindrain_site.fonts.families import Font
from braindrain_site.fonts.packing import NoFont
from braindrain_site.judging.draft import Draft
from braindrain_site.model.edition import Edition
from braindrain_site.model.fields import A_NAME, KEY
from braindrain_site.model.house import FAMILIES, ROLES, Brought
from braindrain_site.model.problems import Place, Problem, listed, nearest

_FILE = "house.yaml"
_FOLDER = "fonts"
_TRIED = 1000
"""Letters that are cut for a trial: all of a font, unless it has Hangul or Chinese characters."""


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at each name that leads to no font, at each font that cannot be used, and at each
    file that nothing uses."""
    edition = draft.edition
    families = edition.house.families.items()
    wrong = [problem for key, _ in families for problem in _of_name(key, edition)]
    yield from wrong or _of_choices(edition)
    wrong = [problem for key, each in families for problem in _of_files(key, each, edition)]
    yield from wrong or _unused(edition)


def _unused(edition: Edition) -> Iterator[Problem]:
    used = {name for it in edition.house.families.values() for name in _named(it).values()}
    for name in sorted({*edition.fonts} - used):
        site = edition.place("site.yaml", "title").file
        place = Place(site.replace("site.yaml", f"{_FOLDER}/{name}"))
        yield Problem(place, "Nothing uses this file.", "Name it in house.yaml, or delete it.")


def _of_name(key: str, edition: Edition) -> Iterator[Problem]:
    place = edition.place(_FILE, "families", key)
    if not KEY.fullmatch(key):
        yield Problem(place, f'"{key}" cannot be a name here.', A_NAME)
    elif key in FAMILIES:
        yield Problem(place, f'"{key}" is a family of the program.', "Give yours another name.")


def _of_choices(edition: Edition) -> Iterator[Problem]:
    house, languages = edition.house, edition.site.languages
    known = [*FAMILIES, *house.families]
    for role in ROLES:
        for lang, name in house.fonts.of(role).items():
            path = (_FILE, "fonts", role, lang)
            place = edition.places.get(path) or edition.place(*path[:-1])
            if lang not in languages:
                hint = f"They are {listed(languages)}, as site.yaml says."
                yield Problem(place, f'"{lang}" is no language of this site.', hint)
            elif name not in known:
                there = f"They are {listed(known)}; one of your own is told under families."
                hint = nearest(name, known, there)
                yield Problem(place, f'There is no family of fonts called "{name}".', hint)
            elif role == "labels" and (own := house.families.get(name)) and not own.bold:
                sentence = f'"{name}" has no bold font, by which charts set apart what they name.'
                yield Problem(place, sentence, 'Add a line "bold: …" to it, or choose another.')


def _named(family: Brought) -> dict[str, str]:
    """Key → the file that it names."""
    return {"licence": family.licence, **family.files}


def _of_files(key: str, family: Brought, edition: Edition) -> Iterator[Problem]:
    for kind, name in _named(family).items():
        place = edition.place(_FILE, "families", key, kind)
        if name not in edition.fonts:
            texts = [each for each in edition.fonts if each.lower().endswith((".txt", ".md"))]
            alike = texts if kind == "licence" else [*edition.fonts.keys() - {*texts}]
            yield Problem(place, *_missing(name, sorted(alike)))
        elif kind == "licence":
            if not _is_text(edition.fonts[name]):
                hint = "Save the licence as plain text (UTF-8)."
                yield Problem(place, f'"{name}" is no text that readers can open.', hint)
        elif wrong := _wrong(edition.fonts[name]):
            yield Problem(place, f'"{name}" cannot be used: {wrong[0]}', wrong[1])


def _missing(name: str, alike: list[str]) -> tuple[str, str]:
    """What to say of a *name* that no file of ``fonts/`` has, while some *alike* are there."""
    last = name.rpartition("/")[2]
    if found := next((each for each in alike if each.rpartition("/")[2] == last), ""):
        return f'"{name}" is looked for in {_FOLDER}/.', f"Write {found}."
    hint = f"Put it into {_FOLDER}/, beside this file, and write its name as it is there."
    return f'There is no file "{name}" in {_FOLDER}/.', nearest(name, alike, hint)


def _is_text(content: bytes) -> bool:
    try:
        return bool(content.decode().strip()) and b"\0" not in content
    except UnicodeDecodeError:
        return False


@lru_cache(maxsize=64)
def _wrong(content: bytes) -> tuple[str, str] | None:
    """Why what a file holds is no font to be used: a sentence and a hint; None if it is one."""
    font = Font("tried", content)
    try:
        face = font.full
        if face.varies:
            return (
                "it is a variable font, many weights in one file.",
                "Take a file for each weight; most families have them in a folder static/.",
            )
        if not any(char.isalnum() and face.line(char)[1] for char in face.letters):
            return "it has no letters.", "Choose a font for text."
        cutting.woff2(font, "".join(sorted(face.letters)[:_TRIED]))
    except NoFont as error:
        sentence, hint = error.args
        return sentence[0].lower() + sentence[1:], hint
    except Exception:  # whatever a library stumbles over in what somebody sent
        return "it is broken.", "Take it anew from where you got it."
    return None
