"""What waits to be compared with its original, by name, and what is written when it has been."""

from collections.abc import Iterator
from pathlib import PurePath

from braindrain_site.judging import text_reviews, translations
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Problem
from braindrain_site.reading.unwritten import SIGN


def waiting(edition: Edition) -> dict[str, tuple[str, ...]]:
    """Name of a chapter or of a record of YAML → what to look at there, a line each.

    What is still to be written waits for that first.
    """
    unwritten = {
        PurePath(chapter.file).stem
        for story in edition.story.values()
        for chapter in story
        if SIGN in (chapter.title, *chapter.text.split("\n"))
    }
    chapters = {
        PurePath(path).stem: tuple(_of_chapter(problems))
        for path, problems in translations.waiting(edition).items()
        if PurePath(path).stem not in unwritten
    }
    texts = {
        name: tuple(f"{pair.place}:\n   {pair.original}\n   {pair.translated}" for pair in pairs)
        for name, pairs in text_reviews.waiting(edition).items()
        if not any(SIGN in (pair.original, pair.translated) for pair in pairs)
    }
    return chapters | texts


def named(name: str, names: set[str]) -> set[str]:
    """The *names* that *name* stands for: itself, or all that wait in a file called so."""
    return {each for each in names if each == name or each.startswith(f"{name}.")}


def settled(edition: Edition, names: set[str]) -> dict[str, str]:
    """Path below ``data/`` → its text when all of *names* have been compared."""
    copies = translations.copies(edition)
    chapters = {
        path: copies[path] for path in translations.waiting(edition) if PurePath(path).stem in names
    }
    texts = names & text_reviews.waiting(edition).keys()
    return chapters | (text_reviews.stamps(edition, texts) if texts else {})


def _of_chapter(problems: list[Problem]) -> Iterator[str]:
    for problem in problems:
        said = [line.strip() for line in problem.hint.split("\n")]
        told = "".join(f"\n   {line}" for line in said if line.startswith("It "))
        yield f"{problem.place}: {problem.sentence}{told}"
