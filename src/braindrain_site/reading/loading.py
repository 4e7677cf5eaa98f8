"""Turns the folder ``data/`` into an Edition."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from braindrain_site import wording
from braindrain_site.model.edition import (
    Chart,
    Claim,
    Edition,
    Exemption,
    Figure,
    Published,
    Site,
    Source,
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
    "sources.yaml",
    "figures.yaml",
    "charts.yaml",
    "claims.yaml",
    "exempt.yaml",
)
_STAMPS = ("tables.txt", *(name.replace(".yaml", ".txt") for name in _SINGLE))
_REVIEWED = "reviewed/"


def load(folder: Path) -> Edition:
    """The edition in *folder*. Raises Rejected with every problem that stops it being read."""
    desk = read_files(folder)
    about = _site(desk)
    words: Mapping[str, Text] = desk.records("words.yaml", Text)
    typed: Mapping[str, Unit] = desk.records("units.yaml", Unit)
    units = {key: _with_dimension(key, unit) for key, unit in typed.items()}
    sources: Mapping[str, Source] = desk.records("sources.yaml", Source)
    figures: Mapping[str, Figure] = desk.records("figures.yaml", Figure)
    charts: Mapping[str, Chart] = desk.records("charts.yaml", Chart)
    claims: Mapping[str, Claim] = desk.records("claims.yaml", Claim)
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
        sources=sources,
        figures=figures,
        tables=found_tables,
        charts=charts,
        claims=claims,
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
    languages = desk.languages
    if not languages:
        return
    for path in desk.files:
        folder, _, name = path.rpartition("/")
        if folder == "" and name in _SINGLE:
            continue
        if folder == "witnesses" and name.endswith(".txt"):
            continue
        if folder == "tables" and name.endswith((".csv", ".yaml")):
            continue
        if folder == "method" and name.removesuffix(".md") in languages:
            continue
        if name.endswith(".md") and folder in {f"story/{lang}" for lang in languages}:
            continue
        story = ("method.md", *(p.rsplit("/", 1)[1] for p in desk.files if p.startswith("story/")))
        if folder in {f"{_REVIEWED}{lang}" for lang in languages} and name in (*story, *_STAMPS):
            continue
        hint = nearest(path, _SINGLE, "Delete it, or see data/README.md for where it belongs.")
        desk.problem(path, "Nothing reads this file.", hint)
