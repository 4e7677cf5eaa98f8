"""What has been read so far of a folder of data: files, places, texts and problems."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from braindrain_site.model.edition import Image
from braindrain_site.model.fields import A_NAME, KEY
from braindrain_site.model.problems import Place, Problem, Rejected
from braindrain_site.model.remembered import remembered
from braindrain_site.reading import encoding, folder, images, records, yaml_files
from braindrain_site.reading.document import Document

_NEEDED = "site.yaml"
"""The file that cannot be without a single key."""
_FREE_NAMES = ("units.yaml", "words.yaml")
"""Files whose keys no text names in double braces."""
_CHOICES = ("house.yaml", "fonts")
"""What stands there for each language is no text."""
Paths = tuple[str, ...]


@dataclass
class Desk:
    """Files by their path below ``data/``, and what became of them."""

    folder: Path
    files: dict[str, str] = field(default_factory=dict)
    images: dict[str, Image] = field(default_factory=dict)
    fonts: dict[str, bytes] = field(default_factory=dict)
    places: dict[tuple[str, ...], Place] = field(default_factory=dict)
    scalars: dict[tuple[str, ...], str] = field(default_factory=dict)
    texts: dict[tuple[str, ...], str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    languages: tuple[str, ...] = ()
    """Of the site, once they are known."""

    def name(self, path: str) -> str:
        """The path as an editor sees it: ``data/figures.yaml``."""
        return f"{self.folder.name}/{path}"

    def problem(self, path: str, sentence: str, hint: str = "", line: int = 1) -> None:
        """Adds a problem of the file at *path*."""
        self.problems.append(Problem(Place(self.name(path), line), sentence, hint))

    def lines(self) -> dict[str, tuple[str, ...]]:
        """The lines of each file, under the name that an editor sees."""
        return {self.name(path): tuple(text.split("\n")) for path, text in self.files.items()}

    def keep_image(self, path: str, content: bytes) -> None:
        """Adds the image at *path*, or what is wrong with it."""
        found = images.read(path.removeprefix(images.FOLDER), content)
        if isinstance(found, Image):
            self.images[found.name] = found
        else:
            self.problem(path, *found)

    def readable(self, path: str) -> bool:
        """Whether *path* was read without a problem so far; a missing file becomes one."""
        if path not in self.files:
            table = path.startswith("tables/")
            hint = "A table is two files of one name: .csv and .yaml." if table else ""
            self.problem(path, "This file is missing.", hint)
            return False
        return not any(problem.place.file == self.name(path) for problem in self.problems)

    def document(self, path: str) -> Document:
        """The YAML file at *path*; without a value when it cannot be read."""
        if not self.readable(path):
            return Document(self.name(path))
        return _read(self.name(path), self.files[path])

    def records(self, path: str, kind: Any) -> Mapping[str, Any]:
        """What *path* holds, key → a *kind* of record."""
        if not self.readable(path):
            return {}
        document, found = _typed(self.name(path), self.files[path], kind, self.languages)
        self.keep(path, document)
        return found

    def keep(self, path: str, document: Document) -> None:
        """Adds the places, the texts for readers and the problems of *document*."""
        self.problems += document.problems
        places, scalars, texts = _under(path, document, self.languages)
        self.places |= places
        self.scalars |= scalars
        self.texts |= texts


def read_files(data: Path) -> Desk:
    """All that lies in the folder *data*.

    Raises Rejected if something in it leads out of it or cannot be read, and reads not that.
    """
    desk = Desk(data)
    if not data.is_dir():
        desk.problem("", "This folder is missing.")
        return desk
    strange = False
    for path, why in folder.files(data):
        name = encoding.printable(path.relative_to(data).as_posix())
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
        if name.startswith(images.FOLDER):
            desk.keep_image(name, content)
            continue
        if name.startswith(f"{folder.FONTS}/"):
            desk.fonts[name.partition("/")[2]] = content
            continue
        desk.files[name], problems = encoding.decode(desk.name(name), content)
        desk.problems += problems
    if strange:
        raise Rejected(desk.problems, desk.lines(), more=True)
    return desk


def _read(file: str, text: str) -> Document:
    document = yaml_files.read(file, text)
    if file.endswith(_NEEDED) and document.value is None and not document.problems:
        place = Place(document.file)
        document.problem(place, "This file needs keys with values below them.")
    return document


@lru_cache(maxsize=256)
def _under(
    path: str, document: Document, languages: tuple[str, ...]
) -> tuple[dict[Paths, Place], dict[Paths, str], dict[Paths, str]]:
    """The places, the scalars and the texts for readers of *document*, which lies at *path*."""
    places = {(path, *where): place for where, place in document.places.items()}
    scalars = {(path, *where): text for where, text in document.scalars.items()}
    texts: dict[Paths, str] = {}
    for where, text in document.scalars.items():
        if where and where[-1] in languages and (path, *where[:1]) != _CHOICES:
            texts[path, *where] = text
        elif languages and _is_words(path, where):
            texts[path, *where, languages[0]] = text
            places[path, *where, languages[0]] = document.places[where]
    return places, scalars, texts


def _is_words(path: str, where: tuple[str, ...]) -> bool:
    """Whether a text may stand there without its language."""
    single = 2 * (path in {"figures.yaml", "statements.yaml", "glossary.yaml"})
    depth = single or int(path.startswith("tables/"))
    in_reports = 2 * (where[depth - 1 : depth] == ("also",))
    return len(where) == depth + in_reports > 0 and where[-1] == "at"


@remembered(64)
def _typed(
    file: str, text: str, kind: Any, languages: tuple[str, ...]
) -> tuple[Document, Mapping[str, Any]]:
    """A file of records, typed once however often a preview reads it."""
    document = _read(file, text)
    if document.value is None:
        return document, {}
    found = records.records(document, kind, {"languages": languages})
    for key in found:
        if not file.endswith(_FREE_NAMES) and not KEY.fullmatch(key):
            document.problem(document.keys[key,], f'"{key}" cannot be a name here.', A_NAME)
    return document, found
