"""Turns the folder ``data/`` into an Edition."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from braindrain_site import wording
from braindrain_site.model.amendments import Amendment
from braindrain_site.model.chart import Chart
from braindrain_site.model.edition import Edition, Published
from braindrain_site.model.entries import (
    Calculator,
    Claim,
    Exemption,
    Figure,
    Origin,
    Source,
    Statement,
    Term,
    Unit,
    Verdict,
)
from braindrain_site.model.fields import Text
from braindrain_site.model.house import MARK, House
from braindrain_site.model.problems import Rejected, listed
from braindrain_site.model.record import Record
from braindrain_site.model.site import Site
from braindrain_site.reading import encoding, mark, records
from braindrain_site.reading.chapters import read_method, read_story, refuse_entries
from braindrain_site.reading.default_words import default_words
from braindrain_site.reading.desk import Desk, read_files
from braindrain_site.reading.document import Document
from braindrain_site.reading.drafts import drafts as find_drafts
from braindrain_site.reading.public import read_public
from braindrain_site.reading.strays import refuse_strays
from braindrain_site.reading.tables import read_tables
from braindrain_site.reading.witnesses import read_witnesses

R = TypeVar("R", bound=Record)

_KINDS: Mapping[str, Any] = {
    "words": Text,
    "units": Unit,
    "origins": Origin,
    "sources": Source,
    "figures": Figure,
    "charts": Chart,
    "claims": Claim,
    "statements": Statement,
    "verdicts": Verdict,
    "glossary": Term,
    "exempt": Exemption,
    "changes": Amendment,
}
"""A YAML file without its ending, which is also its name in an edition → what its entries are."""
_OPTIONAL = {*_KINDS} - {"figures", "sources"}
"""Those that not every story has."""
_REVIEWED = "reviewed/"


def load(
    folder: Path,
    *,
    address: str | None = None,
    kept: tuple[str, ...] | None = None,
) -> Edition:
    """The edition in *folder*, which will stand at *address* whatever its ``site.yaml`` says, with
    the versions of it that are *kept* there.

    Raises Rejected with every problem that stops it being read; what is wrong in drafts and in what
    is only begun does not, and stands beside it.
    """
    desk = read_files(folder)
    about = _site(desk)
    entries = {name: _entries(desk, name) for name in _KINDS}
    entries["words"] = default_words(desk.languages) | entries["words"]
    house = _single(desk, "house.yaml", House) or House()
    sign = _mark(desk)
    calculator = _single(desk, "calculator.yaml", Calculator)
    tables = dict(read_tables(desk))
    names = tuple(each.name for each in about.chapters) if about else ()
    refuse_entries(desk, names)
    story = {lang: tuple(read_story(desk, lang, names)) for lang in desk.languages}
    method = {lang: chapter for lang in desk.languages if (chapter := read_method(desk, lang))}
    refuse_strays(desk)
    public = dict(_public(desk))
    witnesses = read_witnesses(desk, entries["sources"])
    lines = desk.lines()
    drafts = find_drafts(desk, lines)
    if about is None or {*desk.problems} - {*drafts.lacking}:
        problems = (each for each in desk.problems if not drafts.hold(each.place))
        raise Rejected(problems, lines, more=True)
    return Edition(
        site=about.standing_at(address) if address else about,
        house=house,
        **entries,
        calculator=calculator,
        tables=tables,
        story=story,
        method=method,
        witnesses=witnesses,
        reviewed={path: text for path, text in desk.files.items() if path.startswith(_REVIEWED)},
        lines=lines,
        places=desk.places,
        scalars=desk.scalars,
        texts=desk.texts,
        public=public,
        images=desk.images,
        fonts=desk.fonts,
        drafts=drafts,
        mark=sign or MARK,
        kept=kept,
    )


def _single(desk: Desk, file: str, kind: type[R]) -> R | None:
    """The one record that *file* is, if there is such a file."""
    if file not in desk.files:
        return None
    document = desk.document(file)
    found: R | None = None
    if document.value is not None:
        found = records.record(document, kind, {"languages": desk.languages})
    desk.keep(file, document)
    return found


def _mark(desk: Desk) -> str:
    """The shapes of the publication's own sign; nothing where it has none."""
    if mark.FILE not in desk.files or not desk.readable(mark.FILE):
        return ""
    shapes, wrong = mark.read(desk.files[mark.FILE])
    for line, sentence, hint in wrong:
        desk.problem(mark.FILE, sentence, hint, line)
    return shapes


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
        raise Rejected(document.problems, {name: desk.files["site.yaml"].split("\n")}, more=True)


def _entries(desk: Desk, name: str) -> Any:
    """Key → entry of the YAML file *name*."""
    file = f"{name}.yaml"
    if name in _OPTIONAL and file not in desk.files:
        return {}
    found = desk.records(file, _KINDS[name])
    return (
        {key: _with_dimension(key, unit) for key, unit in found.items()}
        if name == "units"
        else found
    )


def _with_dimension(key: str, unit: Unit) -> Unit:
    return unit if unit.dimension else unit.model_copy(update={"dimension": key})


def _public(desk: Desk) -> Iterator[tuple[str, Published]]:
    """What is published as it is: path below the site → file."""
    contents, wrong = read_public(desk.folder)
    for path, sentence, hint in wrong:
        desk.problem(encoding.printable(path), sentence, hint)
    for path, content in contents.items():
        yield path, Published(desk.name(f"public/{path}"), content)
