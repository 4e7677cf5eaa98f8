"""The commands that begin something in ``data/``, and that tidy the files that come in.

What is written is new, or shown before; each says where.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from braindrain_site.model.problems import report
from braindrain_site.reading import yaml_files
from braindrain_site.reading.desk import Desk, read_files
from braindrain_site.reading.unwritten import SIGN
from braindrain_site.schemas.files import descriptions
from braindrain_site.schemas.keeping import guide
from braindrain_site.skeletons import chapters, entries, fixing, placing, tables
from braindrain_site.skeletons.ground import Ground, Unwritten, document, ground, values
from braindrain_site.terminal import complain, counted, tell

_HOW_TO_FILL = "Write in the place of each …; make serve says where one is left."


def new(root: Path, kind: str, name: str, called: str, decimal: str, today: dt.date) -> int:
    """Write a skeleton of a *kind* of thing, *called* so if *name* is that of a file; a change is
    of *today* if readers have not been told yet."""
    desk = read_files(root / "data")
    try:
        if kind == "table":
            fits = ground(desk, descriptions(guide(root)))
            return _new_table(root, name, called, decimal, fits)
        if kind in entries.KINDS:
            fits = ground(desk, descriptions(guide(root)))
            if kind == "change":
                return _new_change(root, name, fits, str(today))
            return _new_entry(kind, name, fits)
        if kind == "chapter":
            return _new_chapter(desk, name, ground(desk, {}))
        complain(f'"{kind}" cannot be begun here. {entries.nearest_kind(kind)}')
    except Unwritten as error:
        complain(str(error))
    return 1


def _new_entry(kind: str, key: str, fits: Ground, more: Mapping[str, str] | None = None) -> int:
    """Write a new entry, and *more* files beside it: path below ``data/`` → text."""
    desk = fits.desk
    path, entry = entries.entry(kind, key, fits)
    document(desk, path)
    placed = placing.on_top if kind == "change" else placing.appended  # the newest is read first
    text, line = placed(desk.name(path), _typed(desk, path), entry)
    _write(desk, {path: text, **(more or {})})
    tell(f'{desk.name(path)}:{line}: here begins the {kind} "{key}".')
    if SIGN in entry:
        tell(_HOW_TO_FILL)
    return 0


def _new_change(root: Path, key: str, fits: Ground, today: str) -> int:
    """Write an entry that lists what is owed since the last commit, and raise the day of the last
    edit to *today* where something is and nobody has."""
    owed, published = _owed(root)
    if not owed or not fits.updated == published < today:
        _new_entry("change", key, replace(fits, owed=owed))
    else:
        place = document(fits.desk, "site.yaml").places["updated",]
        lines = _typed(fits.desk, "site.yaml").splitlines(keepends=True)
        lines[place.line - 1] = lines[place.line - 1].replace(published, today, 1)
        fits = replace(fits, owed=owed, updated=today)
        _new_entry("change", key, fits, {"site.yaml": "".join(lines)})
        tell(f"{place}: updated is {today} now, the day of this entry.")
    if owed:
        listed = " and ".join(counted(len(lines), what[:-1]) for what, lines in owed.items())
        tell(f"It lists {listed} that changed since the last commit.")
    return 0


def _owed(root: Path) -> tuple[Mapping[str, Sequence[str]], str]:
    """What a change has to list of what became another since the last commit, and the day of the
    last edit by that; nothing where there is no commit, or where ``data/`` cannot be read."""
    from braindrain_site.changes import owed, versions

    try:
        with versions.data_of(root, "HEAD") as data:
            before = owed.read(data, "HEAD")
        after = owed.read(root / "data", "data")
    except versions.Unknown:
        return {}, ""
    return owed.as_typed(before, after), str(before.edition.site.updated)


def _new_table(root: Path, name: str, called: str, decimal: str, fits: Ground) -> int:
    file, desk = Path(name), fits.desk
    if "." in file.name:
        key = tables.called(_from(root, file), called)
        if file.resolve() == (desk.folder / "tables" / f"{key}.csv").resolve():
            raise Unwritten(f"Keep {file.name} elsewhere: this writes {_from(root, file)} itself.")
        begun = tables.from_file(_from(root, file), file.read_bytes(), key, decimal, fits)
    else:
        key, begun = name, tables.empty(name, fits)
    _write(desk, {f"tables/{key}.csv": begun.cells, f"tables/{key}.yaml": begun.about})
    for words in begun.told:
        tell(words[0].upper() + words[1:])
    if begun.unclear:
        tell(report(begun.unclear, {_from(root, file): begun.lines}))
    tell(f"{desk.name(f'tables/{key}.csv')}:1: here are the cells of the table.")
    tell(f"{desk.name(f'tables/{key}.yaml')}:1: here is what is told of them.")
    tell(_HOW_TO_FILL)
    return 0


def _new_chapter(desk: Desk, name: str, fits: Ground) -> int:
    files, line = chapters.chapter(name, _typed(desk, "site.yaml"), fits)
    taken = [path for path in files if path != "site.yaml" and (desk.folder / path).exists()]
    if taken:
        complain(f"{desk.name(taken[0])} is there already. Nothing was written.")
        return 1
    _write(desk, files)
    for path in files:
        if path != "site.yaml":
            tell(f"{desk.name(path)}:1: here begins the chapter.")
    if line:
        tell(f"{line}: it is the last of the story; move it in this list to where it belongs.")
    tell(_HOW_TO_FILL)
    return 0


def fix(root: Path, file: Path, write: bool, decimal: str) -> int:
    """Show the house form of *file*, and *write* it if that is asked for."""
    file = file if file.exists() else root / file  # as problems name it, or from where one is
    name, content = _from(root, file), file.read_bytes()
    found = fixing.fixed(name, content, _declared(file), decimal)
    if shown := fixing.shown(name, found):
        tell(shown)
    if found.unclear:
        tell(report(found.unclear, {name: found.lines}))
    if found.text.encode() == content:
        tell(f"{name} is in its house form{', but for this' if found.unclear else ''}.")
    elif write:
        file.write_bytes(found.text.encode())
        tell(f"{name} is written so.")
    else:
        tell("Nothing is written yet: with --write it is (make tidy file=… write=yes).")
    return 0


def _from(root: Path, file: Path) -> str:
    """*file* as an editor calls it."""
    path, top = file.resolve(), root.resolve()
    return path.relative_to(top).as_posix() if path.is_relative_to(top) else file.name


def _declared(file: Path) -> dict[str, str]:
    """The types of the columns of the table in *file*, if it has a sidecar that says so."""
    sidecar = file.with_suffix(".yaml")
    if file.suffix != ".csv" or not sidecar.is_file():
        return {}
    about = values(yaml_files.read(sidecar.name, sidecar.read_text("utf-8"))).get("fields")
    columns = [each for each in about if isinstance(each, dict)] if isinstance(about, list) else []
    return {str(each.get("name")): str(each.get("type", "string")) for each in columns}


def _typed(desk: Desk, path: str) -> str:
    """The file at *path* with its own line ends; empty if there is none."""
    file = desk.folder / path
    return file.read_bytes().decode() if file.is_file() else ""


def _write(desk: Desk, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        file = desk.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
