"""The schema of a record, made of its fields, with the names that the edition has."""

from collections.abc import Iterable, Mapping, Sequence
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from braindrain_site.charts import FORMS
from braindrain_site.figures import kinds
from braindrain_site.model.chart import Chart
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Source, Unit
from braindrain_site.model.fields import (
    A_NAME,
    KEY,
    Around,
    Name,
    Text,
    Words,
)
from braindrain_site.model.house import FAMILIES, Fonts
from braindrain_site.model.record import Basis, Record, Report, Reports
from braindrain_site.model.site import Listed, Site
from braindrain_site.model.tables import Key
from braindrain_site.reading import chapter_list
from braindrain_site.schemas.ties import NAMED, TOGETHER
from braindrain_site.schemas.typed import KINDS, Schema, written

_FREE = (Unit,)
"""Entries that are called by more than a name: ``million KRW/year``."""


class Writer:
    """Writes the schema of one file."""

    def __init__(self, edition: Edition, told: Mapping[str, str]) -> None:
        self.edition = edition
        self.told = told

    def entries(self, kind: type[Record]) -> Schema:
        """Entries by names of the editor's own."""
        named = {"pattern": "^\\S"} if kind in _FREE else written(f"^{KEY.pattern}$", A_NAME)
        return {
            "type": "object",
            "propertyNames": named,
            "additionalProperties": self.record(kind),
        }

    def words(self) -> Schema:
        """The interface words, each in every language."""
        keys = {key: self._text({"type": ["string", "number"]}) for key in self.edition.words}
        return {"type": "object", "properties": keys, "additionalProperties": False}

    def record(self, kind: type[Record], outer: bool = True) -> Schema:
        """A record with its keys; what the guide says of them is said of the *outer* one's."""
        hints = get_type_hints(kind, include_extras=True)
        properties: Schema = {}
        for name in kind.model_fields:
            schema = self._named(kind, name) or self.value(hints[name])
            words = {"description": self.told[name]} if outer and name in self.told else {}
            properties[name] = schema | words
        if kind is Basis:
            parts = self.edition.house.basis.items()
            properties |= {part: {"enum": [*said]} if said else {} for part, said in parts}
        required = [name for name, field in kind.model_fields.items() if field.is_required()]
        schema = {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            **({"required": required} if required else {}),
            **TOGETHER.get(kind, {}),
        }
        return self._unless_draft(schema) if "draft" in properties else schema

    def _unless_draft(self, schema: Schema) -> Schema:
        """*schema* whose texts stand in every language unless its entry is a draft."""
        free, needed = _apart(schema, [*self.edition.site.languages])
        is_draft = {"properties": {"draft": {"const": True}}, "required": ["draft"]}
        return {**free, "if": is_draft, "else": needed}

    def value(self, kind: Any) -> Schema:
        """What may be typed where a *kind* is wanted."""
        for known, schema in KINDS:
            if kind == known:
                return dict(schema)
        if kind == Around:
            wanted = "Write {} once, where the number stands."
            return self._text(written(r"^[^{}]*\{\}[^{}]*$", wanted))
        if kind in (Text, Name):
            return self._text({"type": ["string", "number"]})
        if kind == Words:
            return {"anyOf": [{"type": ["string", "number"]}, self._text({"type": "string"})]}
        if kind == Reports:
            return {"type": "array", "items": self.record(Report, outer=False)}
        if kind == Key:
            return {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
        if isinstance(kind, type) and issubclass(kind, Record):
            return self.record(kind, outer=False)
        return self._composed(kind)

    def _composed(self, kind: Any) -> Schema:
        inside = [each for each in get_args(kind) if each not in (type(None), Ellipsis)]
        match get_origin(kind):
            case origin if origin is Literal:
                return {"enum": inside}
            case origin if origin in (Union, UnionType):
                return self.value(inside[0])
            case origin if origin is tuple:
                return {"type": "array", "items": self.value(inside[0])}
            case origin if isinstance(origin, type) and issubclass(origin, Mapping):
                return {"type": "object", "additionalProperties": self.value(inside[1])}
        raise AssertionError(kind)

    def _text(self, words: Schema) -> Schema:
        languages = self.edition.site.languages
        return {
            "type": "object",
            "properties": dict.fromkeys(languages, words),
            "required": [*languages],
            "additionalProperties": False,
        }

    def _named(self, kind: type[Record], name: str) -> Schema | None:
        if (kind, name) == (Chart, "form"):
            return {"enum": [*FORMS]}
        if (kind, name) == (Site, "opening"):
            charts = {"enum": [*self.edition.charts]}
            return {"anyOf": [charts, {"type": "array", "items": charts}]}
        if (kind, name) == (Listed, "name"):
            return {"type": "string", "pattern": f"^{chapter_list.NAME.pattern}$"}
        if (kind, name) == (Site, "chapters"):
            listed = self.record(Listed, outer=False)
            return {"type": "array", "items": {"anyOf": [listed["properties"]["name"], listed]}}
        if kind is Fonts:
            family = {"enum": [*FAMILIES, *self.edition.house.families]}
            either = dict.fromkeys(self.edition.site.languages, family)
            in_each = {"type": "object", "properties": either, "additionalProperties": False}
            return {"anyOf": [family, in_each]}
        if (kind, name) == (Source, "kind"):
            return {"enum": [*kinds.names(self.edition)]}
        if (kind, name) == (Source, "seen"):
            return {"enum": [*kinds.ways(self.edition)]}
        if (what := NAMED.get((kind, name))) is None:
            return None
        names: Iterable[str] = getattr(self.edition, what)
        return {"enum": [*names]}


def _apart(schema: Schema, languages: Sequence[str]) -> tuple[Schema, Schema]:
    """*schema* without its demand that texts stand in all *languages*, and that demand alone."""
    free: Schema = {}
    needed: Schema = {}
    for key, value in schema.items():
        if key == "required" and value == languages:
            needed[key], free["minProperties"] = value, 1
        elif key == "properties":
            parts = {name: _apart(each, languages) for name, each in value.items()}
            free[key] = {name: part for name, (part, _) in parts.items()}
            if demands := {name: demand for name, (_, demand) in parts.items() if demand}:
                needed[key] = demands
        elif key in {"items", "additionalProperties"} and isinstance(value, dict):
            free[key], demand = _apart(value, languages)
            needed |= {key: demand} if demand else {}
        elif key == "anyOf":  # only one of them is a text, and what it demands is asked of no other
            either = [_apart(each, languages) for each in value]
            free[key] = [part for part, _ in either]
            needed |= next((demand for _, demand in either if demand), {})
        else:
            free[key] = value
    return free, needed
