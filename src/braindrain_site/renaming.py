"""Gives a thing of the edition another name, in every place that names it.

The places are those that the readers of formulas, texts and YAML know of: words that only look like
the name stay as they are.
"""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from braindrain_site.figures import formulas
from braindrain_site.judging import uses
from braindrain_site.model.edition import Chapter, Edition
from braindrain_site.model.fields import KEY
from braindrain_site.model.problems import Place, nearest
from braindrain_site.texts import mentions
from braindrain_site.texts.placing import placed

Keys = tuple[str, ...]

_FILES = {
    "figure": "figures.yaml",
    "origin": "origins.yaml",
    "source": "sources.yaml",
    "unit": "units.yaml",
    "claim": "claims.yaml",
    "statement": "statements.yaml",
    "term": "glossary.yaml",
    "chart": "charts.yaml",
}
_ADDRESS = re.compile(r"(?:\d\d-)?[a-z][a-z0-9-]*")
"""The name of a chapter's file."""
UNIT = re.compile(r"[^\s\"'&*!|>%@`,:#{}\[\]-][^\n,:#{}\[\]]*")
"""What YAML takes for a key without quotes."""
_SYMBOL = re.compile(r"[^*/\s]+(?:\s[^*/\s]+)*")
"""What a dimension is made of, between strokes and stars."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


class Unrenamed(Exception):
    """Why nothing was renamed: a sentence, and what to type instead."""


@dataclass(frozen=True, order=True)
class Change:
    """At a place stands *old*, where *new* shall stand."""

    place: Place
    old: str
    new: str


@dataclass(frozen=True)
class Renaming:
    """A *kind* of thing gets a *new* name: what is changed in files, and which of them move."""

    kind: str
    old: str
    new: str
    changes: Sequence[Change]
    moves: Mapping[str, str] = field(default_factory=dict)
    """Keys below ``data/`` → its new one."""

    def moved(self, path: Keys) -> Keys:
        """The path of a value in the YAML files, once this is done."""
        if self.kind == "table" and path[0] == f"tables/{self.old}.yaml":
            return (f"tables/{self.new}.yaml", *path[1:])
        if path[:2] == (_FILES.get(self.kind), self.old):
            return (path[0], self.new, *path[2:])
        return path

    def applied(self, name: str, text: str) -> str:
        """The *text* of the file that an editor sees as *name*, with the new name in it."""
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        lines = _LINE.findall(text.removeprefix(mark))
        for change in sorted(self.changes, reverse=True):
            place = change.place
            if place.file == name:
                line, at = lines[place.line - 1], place.column - 1
                assert line.startswith(change.old, at), f"{place} is no {change.old}"
                lines[place.line - 1] = line[:at] + change.new + line[at + len(change.old) :]
        return mark + "".join(lines)


def plan(edition: Edition, old: str, new: str) -> Renaming:
    """What it takes to call *old* by the name *new*; ``kind:name`` says which of two is meant.

    Raises Unrenamed where that cannot be.
    """
    kinds = _named(edition)
    kind, colon, key = old.partition(":")
    if not (colon and kind in kinds):
        key = old
        found = [kind for kind, names in kinds.items() if key in names]
        if not found:
            hint = nearest(key, {name for names in kinds.values() for name in names})
            raise Unrenamed(f'Nothing here is called "{key}". {hint}'.strip())
        if len(found) > 1:
            both = " or ".join(f"{kind}:{key}" for kind in found)
            raise Unrenamed(f'More than one thing is called "{key}". Write {both}.')
        kind = found[0]
    if key not in kinds[kind]:
        raise Unrenamed(f'There is no {kind} "{key}". {nearest(key, kinds[kind])}'.strip())
    _require_free(new, kind, kinds)
    changes = {Change(place, key, new) for place in _places(edition, kind, key)}
    if kind == "chapter":
        old_link, new_link = key.lstrip("0123456789-"), new.lstrip("0123456789-")
        changes |= {Change(place, old_link, new_link) for place in _links(edition, old_link)}
    return Renaming(kind, key, new, sorted(changes), dict(_moves(edition, kind, key, new)))


def apply(renamed: Renaming, data: Path) -> None:
    """Writes in the folder *data* what *renamed* says of it."""
    names = {change.place.file.partition("/")[2] for change in renamed.changes}
    for path in sorted(names | {*renamed.moves}):
        text = (data / path).read_bytes().decode()
        new = data / renamed.moves.get(path, path)
        new.write_bytes(renamed.applied(f"{data.name}/{path}", text).encode())
        if path in renamed.moves:
            (data / path).unlink()


def _named(edition: Edition) -> dict[str, set[str]]:
    """Kind → the names of all that can be renamed."""
    chapters = (_stem(chapter) for story in edition.story.values() for chapter in story)
    return {
        "figure": {*edition.figures},
        "origin": {*edition.origins},
        "source": {*edition.sources},
        "unit": {*edition.units},
        "claim": {*edition.claims},
        "statement": {*edition.statements},
        "term": {*edition.glossary},
        "chart": {*edition.charts},
        "table": {*edition.tables},
        "chapter": {*chapters},
    }


def _require_free(new: str, kind: str, kinds: Mapping[str, set[str]]) -> None:
    rule = {"chapter": _ADDRESS, "unit": UNIT}.get(kind, KEY)
    if not rule.fullmatch(new) or new.strip() != new:
        raise Unrenamed(f'"{new}" cannot be the name of a {kind}.')
    together = ("figure", "table") if kind in {"figure", "table"} else (kind,)
    for other in together:
        if new in kinds[other]:
            raise Unrenamed(f'"{new}" is a {other} already.')


def _stem(chapter: Chapter) -> str:
    return chapter.file.rsplit("/", 1)[1].removesuffix(".md")


def _moves(edition: Edition, kind: str, old: str, new: str) -> Iterator[tuple[str, str]]:
    """The files that are called by the name, below ``data/``."""
    if kind not in {"table", "chapter"}:
        return
    for name in edition.lines:
        path = name.partition("/")[2]
        folder, _, file = path.rpartition("/")
        stem, _, ending = file.rpartition(".")
        table = kind == "table" and folder == "tables"
        chapter = (
            kind == "chapter" and folder.startswith(("story/", "reviewed/")) and ending == "md"
        )
        if stem == old and (table or chapter):
            yield path, f"{folder}/{new}.{ending}"


def _places(edition: Edition, kind: str, key: str) -> Iterator[Place]:
    """Every place that names the *kind* of thing called *key*."""
    if kind in _FILES:
        yield _first(edition, key, edition.place(_FILES[kind], key))
    yield from _in_values(edition, kind, key)
    yield from _in_formulas(edition, kind, key)
    for told in _texts(edition):
        named, _ = mentions.find(told[0], told[1], edition.lines[told[1].file])
        yield from (each.place for each in named if (each.kind, each.key) == (kind, key))


def _first(edition: Edition, text: str, place: Place, offset: int = 0) -> Place:
    """Where the letter at *offset* of a *text* in YAML stands, past its quotes."""
    return placed(text, place, edition.lines[place.file])(offset)


def _in_values(edition: Edition, kind: str, key: str) -> Iterator[Place]:
    """Values that are a name and nothing else, and the dimensions that a unit gives its name to."""
    fields = {"charts": "chart", "chapters": "chapter"} | uses.FIELDS
    for path, place in edition.places.items():
        if kind == "figure" and _is_mark(edition, path) and _value(edition, path, key):
            yield _first(edition, key, place)
        named = next((part for part in reversed(path) if not part.isdigit()), "")
        named = "chapters" if path[:2] == ("site.yaml", "chapters") else named
        if fields.get(named) == kind and _is_name(path) and _value(edition, path, key):
            yield _first(edition, key, place)
    if kind == "unit" and ("units.yaml", key, "dimension") not in edition.places:
        for other, unit in edition.units.items():
            path = ("units.yaml", other, "dimension")
            if path in edition.places:
                for symbol in _SYMBOL.finditer(unit.dimension):
                    if symbol[0] == key:
                        place = edition.places[path]
                        yield _first(edition, unit.dimension, place, symbol.start())


def _is_mark(edition: Edition, path: Keys) -> bool:
    """Whether *path* leads to the name of a mark in a chart of figures, which is its figure's."""
    chart = edition.charts.get(path[1]) if path[0] == "charts.yaml" and len(path) > 3 else None
    return bool(chart and chart.rows) and (path[2] in {"subject", "highlight"} or path[-1] == "at")


def _is_name(path: Keys) -> bool:
    """Whether *path* leads to a field of a record, not to a record that is called so."""
    whole = path[0].startswith("tables/") or path[0] in {"site.yaml", "calculator.yaml"}
    return len(path) > (1 if whole else 2)


def _value(edition: Edition, path: Keys, key: str) -> bool:
    """Whether the value at *path* is *key*, as the file has it."""
    place = edition.places[path]
    line = edition.lines[place.file][place.line - 1][place.column - 1 :]
    return re.fullmatch(rf"""(["']?){re.escape(key)}\1\s*(?:[,}}\]].*|#.*)?""", line) is not None


def _in_formulas(edition: Edition, kind: str, key: str) -> Iterator[Place]:
    if kind not in {"figure", "table"}:
        return
    written: list[tuple[Keys, str | None]] = []
    for name, figure in edition.figures.items():
        written.append((("figures.yaml", name, "formula"), figure.formula))
        written.append((("figures.yaml", name, "agrees_with"), figure.agrees_with))
    for name, claim in edition.claims.items():
        written.append((("claims.yaml", name, "holds"), claim.holds))
    for name, source in edition.sources.items():
        for number, error in enumerate(source.known_errors):
            path: Keys = ("sources.yaml", name, "known_errors", str(number), "cell")
            written.append((path, error.cell))
    for name, entry in edition.changes.items():
        for number, each in enumerate(entry.cells):
            path = ("changes.yaml", name, "cells", str(number), "cell")
            written.append((path, each.cell))
    for name, verdict in edition.verdicts.items():
        written.append((("verdicts.yaml", name, "holds"), verdict.holds))
        written.append((("verdicts.yaml", name, "loosely"), verdict.loosely))
    for path, text in written:
        if text and key in text:
            for offset in _offsets(text, key):
                yield _first(edition, text, edition.place(*path), offset)


def _offsets(text: str, key: str) -> Iterator[int]:
    """Where a formula names the figure or table *key*; Python counts in lines and bytes."""
    begins = [0, *(found.end() for found in re.finditer("\n", text))]
    for node in ast.walk(formulas.parse(text)):
        if isinstance(node, ast.Name) and node.id == key:
            line = text[begins[node.lineno - 1] :]
            yield begins[node.lineno - 1] + len(line.encode()[: node.col_offset].decode())


def _texts(edition: Edition) -> Iterator[tuple[str, Place]]:
    """Every text that can name something, the originals of reviewed translations among them."""
    yield from ((told.text, told.start) for told in mentions.texts(edition))
    folder = edition.place("site.yaml", "title").file.partition("/")[0]
    for path, text in edition.reviewed.items():
        if path.endswith(".md"):
            yield text, Place(f"{folder}/{path}")


def _links(edition: Edition, address: str) -> Iterator[Place]:
    """What leads to the chapter at *address*: ``](#pay)``, ``](../#h-pay)``, ``chapter: pay``."""
    for name, entry in edition.changes.items():
        for number, each in enumerate(entry.sentences):
            if each.chapter == address:
                place = edition.place("changes.yaml", name, "sentences", str(number), "chapter")
                yield _first(edition, address, place)
    link = re.compile(rf"\]\([^)\s]*#(?:h-)?({re.escape(address)})(?=[)\s])")
    for text, start in _texts(edition):
        if start.file.endswith(".md"):
            for found in link.finditer(text):
                yield placed(text, start, ())(found.start(1))
