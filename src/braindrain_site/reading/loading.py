"""Turns the folder ``data/`` into an Edition."""

from collections.abc import Container, Mapping, Sequence
from pathlib import Path

from braindrain_site import wording
from braindrain_site.model.edition import Edition, Published
from braindrain_site.model.entries import (
    Chart,
    Claim,
    Exemption,
    Figure,
    Origin,
    Site,
    Source,
    Statement,
    Unit,
)
from braindrain_site.model.fields import Text
from braindrain_site.model.problems import Rejected, listed, nearest
from braindrain_site.reading import encoding, records
from braindrain_site.reading.chapters import read_method, read_story, refuse_entries
from braindrain_site.reading.desk import Desk, read_files
from braindrain_site.reading.public import read_public
from braindrain_site.reading.tables import read_tables
from braindrain_site.reading.witnesses import read_witnesses
from braindrain_site.reading.yaml_files import Document

_SINGLE = (
    "site.yaml",
    "words.yaml",
    "units.yaml",
    "origins.yaml",
    "sources.yaml",
    "figures.yaml",
    "charts.yaml",
    "claims.yaml",
    "statements.yaml",
    "exempt.yaml",
)
_STAMPS = ("tables.txt", *(name.replace(".yaml", ".txt") for name in _SINGLE))
_REVIEWED = "reviewed/"
_WORKBOOKS = {"xlsx", "xls", "xlsm", "xlsb", "ods", "numbers", "gsheet", "cell"}


def load(folder: Path) -> Edition:
    """The edition in *folder*. Raises Rejected with every problem that stops it being read."""
    desk = read_files(folder)
    about = _site(desk)
    words: Mapping[str, Text] = desk.records("words.yaml", Text)
    typed: Mapping[str, Unit] = desk.records("units.yaml", Unit)
    units = {key: _with_dimension(key, unit) for key, unit in typed.items()}
    origins: Mapping[str, Origin] = desk.records("origins.yaml", Origin)
    sources: Mapping[str, Source] = desk.records("sources.yaml", Source)
    figures: Mapping[str, Figure] = desk.records("figures.yaml", Figure)
    charts: Mapping[str, Chart] = desk.records("charts.yaml", Chart)
    claims: Mapping[str, Claim] = desk.records("claims.yaml", Claim)
    stated: Mapping[str, Statement] = {}
    if "statements.yaml" in desk.files:  # a story of numbers alone has none
        stated = desk.records("statements.yaml", Statement)
    exempt: Mapping[str, Exemption] = desk.records("exempt.yaml", Exemption)
    found_tables = dict(read_tables(desk))
    languages = desk.languages
    names = about.chapters if about else ()
    refuse_entries(desk, names)
    story = {lang: tuple(read_story(desk, lang, names)) for lang in languages}
    method = {lang: chapter for lang in languages if (chapter := read_method(desk, lang))}
    _refuse_strays(desk)
    published, wrong = read_public(folder)
    for path, sentence, hint in wrong:
        desk.problem(encoding.printable(path), sentence, hint)
    witnesses = read_witnesses(desk, sources)
    lines = desk.lines()
    if desk.problems or about is None:
        raise Rejected(desk.problems, lines)
    return Edition(
        site=about,
        words=words,
        units=units,
        origins=origins,
        sources=sources,
        figures=figures,
        tables=found_tables,
        charts=charts,
        claims=claims,
        statements=stated,
        exempt=exempt,
        story=story,
        method=method,
        witnesses=witnesses,
        reviewed={path: text for path, text in desk.files.items() if path.startswith(_REVIEWED)},
        lines=lines,
        places=desk.places,
        scalars=desk.scalars,
        texts=desk.texts,
        public={
            path: Published(desk.name(f"public/{path}"), content)
            for path, content in published.items()
        },
        images=desk.images,
    )


def _site(desk: Desk) -> Site | None:
    """The publication, read once for its languages and once for its texts in each of them."""
    document = desk.document("site.yaml")
    about: Site | None = None
    if document.value is not None:
        about = records.record(document, Site, {})
    if about:
        desk.languages = about.languages
        _refuse_languages(about.languages, desk, document)
        about = records.record(document, Site, {"languages": desk.languages})
    desk.keep("site.yaml", document)
    return about


def _refuse_languages(languages: Sequence[str], desk: Desk, document: Document) -> None:
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


def _with_dimension(key: str, unit: Unit) -> Unit:
    return unit if unit.dimension else unit.model_copy(update={"dimension": key})


def _refuse_strays(desk: Desk) -> None:
    """A file nobody reads is a mistyped name: better said than silently ignored."""
    if not desk.languages:
        return
    chapters = {path.rpartition("/")[2] for path in desk.files if path.startswith("story/")}
    strays = [path for path in desk.files if not _is_read(path, desk.languages, chapters)]
    names = {desk.name(path) for path in strays}
    desk.problems = [problem for problem in desk.problems if problem.place.file not in names]
    for path in strays:
        desk.problem(path, *_stray(path, desk, chapters))


def _is_read(path: str, languages: Sequence[str], chapters: Container[str]) -> bool:
    """Whether the file at *path* has a place in an edition in these *languages*."""
    folder, _, name = path.rpartition("/")
    top, _, lang = folder.partition("/")
    match top:
        case "":
            return name in _SINGLE
        case "tables":
            return not lang and name.endswith((".csv", ".yaml"))
        case "witnesses":
            return not lang and name.endswith(".txt")
        case "method":
            return not lang and name in {f"{lang}.md" for lang in languages}
        case "story":
            return lang in languages and name.endswith(".md")
        case "reviewed":
            known = name in ("method.md", *_STAMPS) or name in chapters
            return lang in languages and known
    return False


def _stray(path: str, desk: Desk, chapters: Container[str]) -> tuple[str, str]:
    """What to say of a file that nothing reads."""
    stem, _, suffix = path.rpartition(".")
    if suffix.lower() in _WORKBOOKS:
        hint = 'Save its sheet as "CSV UTF-8" in tables/, and keep the workbook elsewhere.'
        if f"{stem}.csv" in desk.files:
            hint = f"{stem}.csv beside it is what is read; keep the workbook elsewhere."
        return "A workbook cannot be read here.", hint
    meant = path.lower().removesuffix(".txt").replace(".yml", ".yaml")
    if meant not in desk.files and _is_read(meant, desk.languages, chapters):
        return "Nothing reads this file.", f'Call it "{meant}".'
    hint = nearest(path, _SINGLE, "Delete it, or see data/README.md for where it belongs.")
    copied = next((name for name in _SINGLE if f'"{name}"' in hint and name in desk.files), None)
    if copied:
        hint = f"If it is a copy of {copied}, delete it."
    return "Nothing reads this file.", hint
