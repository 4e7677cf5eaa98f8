"""The chapters of the story and the method: Markdown with a heading."""

import re
from collections.abc import Iterator, Sequence

from braindrain_site.model.edition import Chapter
from braindrain_site.model.problems import Problem
from braindrain_site.reading import chapter_list, unwritten
from braindrain_site.reading.desk import Desk

_LONGEST_CHAPTER, _LONGEST_PARAGRAPH, _MOST_BRACKETS = 50_000, 5_000, 100
"""Letters of a chapter and of a paragraph, and its brackets [ and <: Markdown looks for the end of
each in all that follows."""
_NESTED = re.compile(r"^(?:[ \t]*(?:>|(?:[-+*:]|\d+\.)[ \t])){11}", re.MULTILINE)
"""A line that opens lists or quotes in one another, deeper than any are meant to be."""
_DEFINED = re.compile(r"(?:^[ \t]*:[ \t].*\n(?:.+\n)?){50}", re.MULTILINE)
"""As many definitions without an empty line between: Markdown puts each into the one before."""

_FRONT_MATTER = re.compile(r"(?:(?:---|\+\+\+)\n(?:.*\n){0,20}?)?draft\s*[:=]", re.IGNORECASE)
"""How other programs have a chapter say that it is a draft."""


def refuse_entries(desk: Desk, names: Sequence[str]) -> None:
    """Tells what is wrong with the list of chapters *names*, at each entry."""
    paths = [path for path in desk.files if path.startswith("story/")]
    for number, *why in chapter_list.wrong_entries(names, desk.languages, paths):
        place = desk.places["site.yaml", "chapters", str(number)]
        desk.problems.append(Problem(place, *why))


def read_story(desk: Desk, lang: str, names: Sequence[str]) -> Iterator[Chapter]:
    """The chapters in the language *lang*, in the order of their *names* if these are listed."""
    paths = [p for p in desk.files if p.startswith(f"story/{lang}/") and p.endswith(".md")]
    if not paths:
        desk.problem(f"story/{lang}", f'The story has no chapter in "{lang}".')
    listed = chapter_list.listed(names, lang, paths) if names else chapter_list.in_folder(paths)
    first = desk.languages[0]
    for path, sentence, hint in listed[1]:
        if lang == first or path.replace(f"/{lang}/", f"/{first}/") not in desk.files:
            desk.problem(path, sentence, hint)
    chapters = [chapter for path in listed[0] if (chapter := _chapter(desk, path))]
    if sum(len(chapter.text) for chapter in chapters) > chapter_list.MOST_LETTERS:
        sentence = f"A story has {chapter_list.MOST_LETTERS:,} letters at most in each language."
        desk.problem(listed[0][-1], sentence, "Make two publications of it.")
    yield from chapters


def read_method(desk: Desk, lang: str) -> Chapter | None:
    """How we know, in the language *lang*; None where nothing is said, or it cannot be read."""
    path = f"method/{lang}.md"
    return _chapter(desk, path) if path in desk.files else None


def _chapter(desk: Desk, path: str) -> Chapter | None:
    if not desk.readable(path):
        return None
    heading, _, text = desk.files[path].lstrip("\n").partition("\n")
    if not heading.startswith("# ") or not heading[2:].strip():
        desk.problem(path, *_no_heading(path, desk.files[path]))
        return None
    skipped = len(desk.files[path]) - len(desk.files[path].lstrip("\n"))
    if heading[2:].strip() == unwritten.SIGN:
        desk.problem(path, unwritten.TO_WRITE, "The heading of the chapter.", skipped + 1)
    if len(text) > _LONGEST_CHAPTER:
        sentence = (
            f"A chapter has {_LONGEST_CHAPTER:,} letters at most, and here are {len(text):,}."
        )
        desk.problem(path, sentence, "Make two of it.")
        return None
    _refuse_paragraphs(desk, path, text, skipped + 2)
    slug = chapter_list.address(path)
    return Chapter(slug, desk.name(path), heading[2:].strip(), text, skipped + 2)


def _no_heading(path: str, text: str) -> tuple[str, str]:
    """What is wrong with a chapter that begins with something else."""
    if _FRONT_MATTER.match(text.lstrip()):
        name = chapter_list.address(path)
        hint = f"Write - {{name: {name}, draft: true}} in its list of chapters, and delete this."
        return "Whether a chapter is a draft is said in site.yaml.", hint
    return "A chapter begins with its heading.", 'The first line is "# " and the heading.'


def _refuse_paragraphs(desk: Desk, path: str, text: str, line: int) -> None:
    """Tells what Markdown cannot read soon in *text*, which begins on a *line* of its file."""
    for paragraph in text.split("\n\n"):
        at = line + len(paragraph) - len(paragraph.lstrip("\n"))
        hint = "Part it with an empty line."
        if paragraph.strip() == unwritten.SIGN:
            desk.problem(path, unwritten.TO_WRITE, "A paragraph, or as many as it takes.", at)
        elif "data:image/" in paragraph:
            sentence = "An image is pasted into the text here, letter by letter."
            hint = "Save it as a file in data/images/, and write its name."
            at += paragraph.lstrip("\n").count("\n", 0, paragraph.lstrip("\n").index("data:image/"))
            desk.problem(path, sentence, hint, at)
        elif len(paragraph) > _LONGEST_PARAGRAPH:
            sentence = f"A paragraph has {_LONGEST_PARAGRAPH:,} letters at most."
            desk.problem(path, sentence, hint, at)
        elif paragraph.count("[") + paragraph.count("<") > _MOST_BRACKETS:
            sentence = f"A paragraph has {_MOST_BRACKETS} brackets [ and < at most."
            desk.problem(path, sentence, hint, at)
        elif found := _NESTED.search(paragraph) or _DEFINED.search(paragraph):
            at = line + paragraph.count("\n", 0, found.start())
            desk.problem(path, "Lists and quotes are nested too deep here.", "", at)
        line += paragraph.count("\n") + 2
