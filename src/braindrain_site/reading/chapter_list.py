"""Which files are the chapters of the story, and in which order.

The list ``chapters`` of ``site.yaml`` says so; without one they stand in the order of their files'
names, of which a number in front is no part of the address.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from braindrain_site.model.problems import nearest

MOST_LETTERS = 1_000_000
"""Of a story in one language: a thick book."""
NAME = re.compile(r"[a-z][a-z0-9-]{0,59}")
_NUMBERED = re.compile(r"(?:(\d\d)-)?([a-z][a-z0-9-]{0,59})\.md")

Wrong = tuple[str, str, str]
"""A file below ``data/``, a sentence and a hint."""


def address(path: str) -> str:
    """What a link to the chapter at *path* names: its file's name without a number."""
    return path.rsplit("/", 1)[1].removesuffix(".md").lstrip("0123456789-")


def in_folder(paths: Collection[str]) -> tuple[list[str], list[Wrong]]:
    """The chapters among *paths* in order of their names, and what is wrong with the others."""
    found: list[str] = []
    wrong: list[Wrong] = []
    numbers: dict[str, str] = {}
    for path in sorted(paths):
        name = path.rsplit("/", 1)[1]
        named = _NUMBERED.fullmatch(name)
        if named and (not named[1] or named[1] not in numbers):
            found.append(path)
            numbers[named[1] or ""] = name
            continue
        sentence = "A chapter's file is named by its address: small letters, digits and hyphens."
        hint = "Such as new-chapter.md; the order stands in site.yaml, under chapters."
        if named:
            sentence = f"{numbers[named[1]]} has the number {named[1]} as well."
            hint = "Name the files without numbers, and list them in site.yaml, under chapters."
        wrong.append((path, sentence, hint))
    return found, wrong


def listed(
    names: Sequence[str], lang: str, paths: Collection[str]
) -> tuple[list[str], list[Wrong]]:
    """The chapters that the list *names* and that *paths* hold in *lang*, and the other files."""
    found = [path for name in names if (path := f"story/{lang}/{name}.md") in paths]
    meant = {name for name in names if not NAME.fullmatch(name)}  # told at the list
    wrong = [
        (path, "The list of chapters in site.yaml does not have this one.", _cure(path, names))
        for path in sorted(set(paths) - set(found))
        if address(path) not in {address(f"/{name}") for name in meant}
    ]
    return found, wrong


def _cure(path: str, names: Sequence[str]) -> str:
    name = address(path)
    if name in names:
        return f"Call the file {name}.md: the order stands in the list."
    if not NAME.fullmatch(name):
        return "A chapter's file is named by small letters, digits and hyphens: new-chapter.md."
    likely = nearest(name, names)
    otherwise = f"Write - {name} there, where it belongs in the story, or delete the file."
    return f"{likely} If not: {otherwise}" if likely else otherwise


def wrong_entries(
    names: Sequence[str], languages: Sequence[str], paths: Collection[str]
) -> Iterator[tuple[int, str, str]]:
    """What is wrong with the list *names*: which entry, counted from 0, a sentence and a hint."""
    for number, name in enumerate(names):
        written = [f"story/{lang}/{name}.md" in paths for lang in languages]
        if not NAME.fullmatch(name):
            bare = address(f"/{name}")
            hint = f"Write {bare}." if NAME.fullmatch(bare) else "Such as new-chapter."
            sentence = f'"{name}" cannot be a chapter: small letters, digits and hyphens name it.'
            yield number, sentence, hint
        elif name in names[:number]:
            yield number, f'"{name}" is listed twice.', "Keep one of the two."
        elif not any(written):
            known = [address(path) for path in paths]
            missing = f"story/{languages[0]}/{name}.md" if languages else f"story/{name}.md"
            hint = nearest(name, known, "Write it, or take it off the list.")
            yield number, f"There is no file {missing} for this chapter.", hint
