"""Turns the folder ``data/`` into an Edition; the only module that opens files there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from braindrain_site import wording
from braindrain_site.model.edition import (
    Chapter,
    Chart,
    Claim,
    Edition,
    Exemption,
    Figure,
    Sidecar,
    Site,
    Source,
    Table,
    Unit,
)
from braindrain_site.model.fields import KEY, Text
from braindrain_site.model.problems import Place, Problem, Rejected, listed, nearest
from braindrain_site.reading import csv_tables, encoding, folder, yaml_files
from braindrain_site.reading.yaml_files import Document

_CHAPTER_NAME = re.compile(r"(\d\d)-[a-z][a-z0-9-]*\.md")
_SINGLE = (
    "site.yaml",
    "words.yaml",
    "units.yaml",
    "sources.yaml",
    "figures.yaml",
    "charts.yaml",
    "claims.yaml",
    "exempt.yaml",
)
_NEEDED = ("site.yaml", "words.yaml")
"""Files that cannot be without a single key."""
_FREE_NAMES = ("units.yaml", "words.yaml")
"""Files whose keys no text names in double braces."""
_REVIEWED = "reviewed/"
_LONGEST_CHAPTER, _LONGEST_PARAGRAPH, _MOST_BRACKETS = 50_000, 5_000, 100
"""Letters of a chapter and of a paragraph, and its brackets [ and <: Markdown looks for the end of
each in all that follows."""
_NESTED = re.compile(r"^(?:[ \t]*(?:>|(?:[-+*:]|\d+\.)[ \t])){11}", re.MULTILINE)
"""A line that opens lists or quotes in one another, deeper than any are meant to be."""
_DEFINED = re.compile(r"(?:^[ \t]*:[ \t].*\n(?:.+\n)?){50}", re.MULTILINE)
"""As many definitions without an empty line between: Markdown puts each into the one before."""


@dataclass
class _Desk:
    """What has been read so far: files by path below ``data/``, places, and problems."""

    folder: Path
    files: dict[str, str] = field(default_factory=dict)
    places: dict[tuple[str, ...], Place] = field(default_factory=dict)
    texts: dict[tuple[str, ...], str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    context: dict[str, Any] = field(default_factory=dict)

    def name(self, path: str) -> str:
        """The path as an editor sees it: ``data/figures.yaml``."""
        return f"{self.folder.name}/{path}"

    def problem(self, path: str, sentence: str, hint: str = "", line: int = 1) -> None:
        self.problems.append(Problem(Place(self.name(path), line), sentence, hint))

    def lines(self) -> dict[str, tuple[str, ...]]:
        """The lines of each file, under the name that an editor sees."""
        return {self.name(path): tuple(text.split("\n")) for path, text in self.files.items()}


def load(folder: Path) -> Edition:
    """The edition in *folder*. Raises Rejected with every problem that stops it being read."""
    desk = _Desk(folder)
    _read_files(desk)
    about = _site(desk)
    words: Mapping[str, Text] = _records(desk, "words.yaml", Text)
    typed: Mapping[str, Unit] = _records(desk, "units.yaml", Unit)
    units = {key: _with_dimension(key, unit) for key, unit in typed.items()}
    sources: Mapping[str, Source] = _records(desk, "sources.yaml", Source)
    figures: Mapping[str, Figure] = _records(desk, "figures.yaml", Figure)
    charts: Mapping[str, Chart] = _records(desk, "charts.yaml", Chart)
    claims: Mapping[str, Claim] = _records(desk, "claims.yaml", Claim)
    exempt: Mapping[str, Exemption] = _records(desk, "exempt.yaml", Exemption)
    found_tables = dict(_tables(desk))
    languages = desk.context.get("languages", ())
    story = {lang: tuple(_chapters(desk, lang)) for lang in languages}
    method = {lang: chapter for lang in languages if (chapter := _method(desk, lang))}
    _refuse_strays(desk)
    lines = desk.lines()
    if desk.problems or about is None:
        raise Rejected(desk.problems, lines)
    return Edition(
        site=about,
        words=words,
        units=units,
        sources=sources,
        figures=figures,
        tables=found_tables,
        charts=charts,
        claims=claims,
        exempt=exempt,
        story=story,
        method=method,
        reviewed={path: text for path, text in desk.files.items() if path.startswith(_REVIEWED)},
        lines=lines,
        places=desk.places,
        texts=desk.texts,
    )


def _site(desk: _Desk) -> Site | None:
    """The publication, read once for its languages and once for its texts in each of them."""
    document = _document(desk, "site.yaml")
    about: Site | None = None
    if document.value is not None:
        about = yaml_files.record(document, Site, {})
    if about:
        desk.context["languages"] = about.languages
        _refuse_languages(about.languages, desk, document)
        about = yaml_files.record(document, Site, desk.context)
    _keep(desk, "site.yaml", document)
    return about


def _refuse_languages(languages: Sequence[str], desk: _Desk, document: Document) -> None:
    """Stops at a language that nobody can write: all else would be told as missing in it."""
    for number, lang in enumerate(languages):
        place = document.places["languages", str(number)]
        if lang not in wording.LANGUAGES:
            sentence = f'How numbers are written in "{lang}" is not known here.'
            document.problem(place, sentence, f"It can be {listed(wording.LANGUAGES)}.")
        elif lang in languages[:number]:
            document.problem(place, f'"{lang}" is listed twice.', "Keep one of the two.")
    if document.problems:
        name = desk.name("site.yaml")
        raise Rejected(document.problems, {name: desk.files["site.yaml"].split("\n")})


def _read_files(desk: _Desk) -> None:
    """Reads all that lies in the folder. Stops if something leads out of it, and reads not that."""
    if not desk.folder.is_dir():
        desk.problem("", "This folder is missing.")
        return
    strange = False
    for path, why in folder.files(desk.folder):
        name = encoding.printable(path.relative_to(desk.folder).as_posix())
        if why:
            strange = True
            desk.problem(name, *why)
            continue
        try:
            content = path.read_bytes()
        except OSError as error:
            strange = True
            desk.problem(name, *folder.unreadable(error))
            continue
        desk.files[name], problems = encoding.decode(desk.name(name), content)
        desk.problems += problems
    if strange:
        raise Rejected(desk.problems, desk.lines())


def _readable(desk: _Desk, path: str) -> bool:
    """Whether *path* was read without a problem so far; a missing file becomes one."""
    if path not in desk.files:
        table = path.startswith("tables/")
        hint = "A table is two files of one name: .csv and .yaml." if table else ""
        desk.problem(path, "This file is missing.", hint)
        return False
    return not any(problem.place.file == desk.name(path) for problem in desk.problems)


def _document(desk: _Desk, path: str) -> Document:
    if not _readable(desk, path):
        return Document(desk.name(path))
    return _read(desk.name(path), desk.files[path])


def _read(file: str, text: str) -> Document:
    document = yaml_files.read(file, text)
    if file.endswith(_NEEDED) and document.value is None and not document.problems:
        place = Place(document.file)
        document.problem(place, "This file needs keys with values below them.")
    return document


def _keep(desk: _Desk, path: str, document: Document) -> None:
    desk.problems += document.problems
    for where, place in document.places.items():
        desk.places[path, *where] = place
    for where, text in document.scalars.items():
        languages = desk.context.get("languages", ())
        if where and where[-1] in languages:
            desk.texts[path, *where] = text
        elif languages and _is_words(path, where):
            desk.texts[path, *where, languages[0]] = text
            desk.places[path, *where, languages[0]] = document.places[where]


def _is_words(path: str, where: tuple[str, ...]) -> bool:
    """Whether a text may stand there without its language."""
    depth = {"figures.yaml": 2}.get(path, 1 if path.startswith("tables/") else 0)
    return len(where) == depth > 0 and where[-1] == "at"


def _records(desk: _Desk, path: str, kind: Any) -> Mapping[str, Any]:
    """What *path* holds, key → a *kind* of record."""
    if not _readable(desk, path):
        return {}
    languages = desk.context.get("languages", ())
    document, found = _typed(desk.name(path), desk.files[path], kind, languages)
    _keep(desk, path, document)
    return found


@lru_cache(maxsize=64)
def _typed(
    file: str, text: str, kind: Any, languages: tuple[str, ...]
) -> tuple[Document, Mapping[str, Any]]:
    """A file of records, typed once however often a preview reads it."""
    document = _read(file, text)
    if document.value is None:
        return document, {}
    found = yaml_files.records(document, kind, {"languages": languages})
    for key in found:
        if not file.endswith(_FREE_NAMES) and not KEY.fullmatch(key):
            document.problem(
                document.keys[key,],
                f'"{key}" cannot be a name here.',
                "A name has small letters, digits and _, sixty at most, and begins with a letter.",
            )
    return document, found


def _with_dimension(key: str, unit: Unit) -> Unit:
    return unit if unit.dimension else unit.model_copy(update={"dimension": key})


def _tables(desk: _Desk) -> Iterator[tuple[str, Table]]:
    names = {path.rsplit(".", 1)[0] for path in desk.files if path.startswith("tables/")}
    for stem in sorted(names):
        name = stem.removeprefix("tables/")
        sidecar = _document(desk, f"{stem}.yaml")
        readable = _readable(desk, f"{stem}.csv")
        about: Sidecar | None = None
        if sidecar.value is not None:
            about = yaml_files.record(sidecar, Sidecar, desk.context)
        if about:
            _check_sidecar(sidecar, about)
        if not KEY.fullmatch(name):
            desk.problem(f"{stem}.csv", f'"{name}" cannot be the name of a table.')
        if about and readable and not sidecar.problems:
            file = desk.name(f"{stem}.csv")
            table, problems = csv_tables.read_table(name, file, desk.files[f"{stem}.csv"], about)
            desk.problems += problems
            if table:
                yield name, table
        _keep(desk, f"{stem}.yaml", sidecar)


def _check_sidecar(document: Document, about: Sidecar) -> None:
    names = [column.name for column in about.fields]
    if about.primaryKey not in names:
        hint = nearest(about.primaryKey, names)
        place = document.place(("primaryKey",))
        document.problem(place, f'"{about.primaryKey}" is no column of this table.', hint)
    for number, name in enumerate(names):
        if name in names[:number]:
            place = document.place(("fields", str(number), "name"))
            document.problem(place, f'There are two columns called "{name}".')


def _chapters(desk: _Desk, lang: str) -> Iterator[Chapter]:
    paths = [p for p in desk.files if p.startswith(f"story/{lang}/") and p.endswith(".md")]
    if not paths:
        desk.problem(f"story/{lang}", f'The story has no chapter in "{lang}".')
    numbers: set[str] = set()
    for path in paths:
        named = _CHAPTER_NAME.fullmatch(path.rsplit("/", 1)[1])
        if not named or named[1] in numbers:
            desk.problem(
                path,
                "A chapter's file is named by its place and its address, each once: NN-name.md.",
                "Such as 12-new-chapter.md: two digits, small letters, digits and hyphens.",
            )
            continue
        numbers.add(named[1])
        if chapter := _chapter(desk, path):
            yield chapter


def _method(desk: _Desk, lang: str) -> Chapter | None:
    return _chapter(desk, f"method/{lang}.md")


def _chapter(desk: _Desk, path: str) -> Chapter | None:
    if not _readable(desk, path):
        return None
    heading, _, text = desk.files[path].lstrip("\n").partition("\n")
    if not heading.startswith("# ") or not heading[2:].strip():
        desk.problem(
            path, "A chapter begins with its heading.", 'The first line is "# " and the heading.'
        )
        return None
    skipped = len(desk.files[path]) - len(desk.files[path].lstrip("\n"))
    if len(text) > _LONGEST_CHAPTER:
        sentence = (
            f"A chapter has {_LONGEST_CHAPTER:,} letters at most, and here are {len(text):,}."
        )
        desk.problem(path, sentence, "Make two of it.")
        return None
    _refuse_paragraphs(desk, path, text, skipped + 2)
    slug = path.rsplit("/", 1)[1].removesuffix(".md").lstrip("0123456789-")
    return Chapter(slug, desk.name(path), heading[2:].strip(), text, skipped + 2)


def _refuse_paragraphs(desk: _Desk, path: str, text: str, line: int) -> None:
    """Tells what Markdown cannot read soon in *text*, which begins on a *line* of its file."""
    for paragraph in text.split("\n\n"):
        at = line + len(paragraph) - len(paragraph.lstrip("\n"))
        hint = "Part it with an empty line."
        if len(paragraph) > _LONGEST_PARAGRAPH:
            sentence = f"A paragraph has {_LONGEST_PARAGRAPH:,} letters at most."
            desk.problem(path, sentence, hint, at)
        elif paragraph.count("[") + paragraph.count("<") > _MOST_BRACKETS:
            sentence = f"A paragraph has {_MOST_BRACKETS} brackets [ and < at most."
            desk.problem(path, sentence, hint, at)
        elif found := _NESTED.search(paragraph) or _DEFINED.search(paragraph):
            at = line + paragraph.count("\n", 0, found.start())
            desk.problem(path, "Lists and quotes are nested too deep here.", "", at)
        line += paragraph.count("\n") + 2


def _refuse_strays(desk: _Desk) -> None:
    """A file nobody reads is a mistyped name: better said than silently ignored."""
    languages = desk.context.get("languages", ())
    if not languages:
        return
    for path in desk.files:
        folder, _, name = path.rpartition("/")
        if folder == "" and name in _SINGLE:
            continue
        if folder == "tables" and name.endswith((".csv", ".yaml")):
            continue
        if folder == "method" and name.removesuffix(".md") in languages:
            continue
        if name.endswith(".md") and folder in {f"story/{lang}" for lang in languages}:
            continue
        story = ("method.md", *(p.rsplit("/", 1)[1] for p in desk.files if p.startswith("story/")))
        if folder in {f"{_REVIEWED}{lang}" for lang in languages} and name in story:
            continue
        hint = nearest(path, _SINGLE, "Delete it, or see data/README.md for where it belongs.")
        desk.problem(path, "Nothing reads this file.", hint)
