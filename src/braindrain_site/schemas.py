"""What an editor of YAML needs to complete and check what is typed: a JSON Schema of each file.

Made from the records themselves, with the names that the edition has at the moment, and what
``data/README.md`` says of each key (JSON Schema 2020-12, https://json-schema.org). The build judges
more, and has the last word: a schema that passes is no proof.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from braindrain_site.charts import FORMS
from braindrain_site.figures import kinds
from braindrain_site.model.amendments import Amendment, WasFigure
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import (
    Calculator,
    Chart,
    Claim,
    Exemption,
    Figure,
    Labelled,
    Listed,
    Origin,
    Row,
    Site,
    Source,
    Statement,
    Term,
    Unit,
    Verdict,
)
from braindrain_site.model.fields import (
    A_NAME,
    KEY,
    Address,
    Around,
    Colour,
    Day,
    Digits,
    Line,
    Name,
    Number,
    Period,
    Scale,
    Switch,
    Text,
    Tongue,
    UrlPath,
    Words,
)
from braindrain_site.model.house import FAMILIES, Fonts, House
from braindrain_site.model.record import Basis, Dispute, KnownError, Record, Report, Reports
from braindrain_site.model.tables import Column, Key, Sidecar
from braindrain_site.reading import chapter_list

Schema = dict[str, Any]

_FILES: dict[str, type[Record]] = {
    "units.yaml": Unit,
    "origins.yaml": Origin,
    "sources.yaml": Source,
    "figures.yaml": Figure,
    "charts.yaml": Chart,
    "claims.yaml": Claim,
    "statements.yaml": Statement,
    "exempt.yaml": Exemption,
    "glossary.yaml": Term,
    "verdicts.yaml": Verdict,
    "changes.yaml": Amendment,
}
"""Files of entries by name, and what each entry is."""
_MOMENT = r"[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"


def _written(pattern: str, wanted: str, **more: Any) -> Schema:
    """Text by a *pattern*; who types another is told what is *wanted*, where the editor can."""
    return {"type": "string", "pattern": pattern, "patternErrorMessage": wanted} | more


_NUMBER = _written(
    r"^-?(0|[1-9]\d*)(\.\d+)?$",
    "Write digits, with a point for decimals: 100.62.",
    type=["number", "string"],
)
_KINDS: tuple[tuple[Any, Schema], ...] = (
    (Line, {"type": ["string", "number"]}),
    (Number, _NUMBER),
    (Scale, _NUMBER | {"exclusiveMinimum": 0}),
    (Digits, {"type": "integer", "minimum": -9, "maximum": 9}),
    (Tongue, _written("^[a-z]{2,3}$", "Write a language by its code, such as en or ko.")),
    (
        Day,
        _written(
            r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
            "Write year, month and day, such as 2025-07-08.",
        ),
    ),
    (
        Period,
        _written(
            f"^(not stated|{_MOMENT}(/{_MOMENT})?)$",
            "Write 2024, 2024-04, 2024-04-15, a span 2021-01/2025-05, or: not stated.",
            type=["string", "integer"], minimum=1000, maximum=2999,
        ),
    ),
    (Address, _written("^https?://", "Write an address that begins with https://.")),
    (UrlPath, _written("^/(.*/)?$", "A path begins and ends with a slash: /story/.")),
    (Colour, _written("^#[0-9A-Fa-f]{6}$", 'Write red, green and blue in six signs: "#c8321f".')),
    (Switch, {"type": "boolean"}),
)  # fmt: skip
"""YAML takes 2024 for a number, and 2024-05 for words."""
_TOGETHER: dict[type[Record], Schema] = {
    Figure: {
        "oneOf": [{"required": ["value"]}, {"required": ["formula"]}],
        "dependentRequired": {"value": ["source", "at", "period"], "also": ["source", "at"]},
    },
    Chart: {"oneOf": [{"required": ["table"]}, {"required": ["rows"]}]},
    Source: {"dependentRequired": {"seen_url": ["seen_at"]}},
    Statement: {"dependentRequired": {"by": ["named"], "named": ["by"]}},
    Term: {"dependentRequired": {"at": ["source"]}},
}
"""Which keys go with which, as the records themselves judge it."""
_FREE = (Unit,)
"""Entries that are called by more than a name: ``million KRW/year``."""
NAMED = {
    (Figure, "source"): "sources",
    (Figure, "unit"): "units",
    (Figure, "origin"): "origins",
    (Figure, "variant_of"): "figures",
    (Dispute, "by"): "figures",
    (Source, "origin"): "origins",
    (Sidecar, "source"): "sources",
    (Sidecar, "origin"): "origins",
    (Column, "unit"): "units",
    (Report, "source"): "sources",
    (Report, "origin"): "origins",
    (Statement, "source"): "sources",
    (Term, "source"): "sources",
    (Chart, "table"): "tables",
    (Row, "figure"): "figures",
    (Labelled, "figure"): "figures",
    (Verdict, "article"): "sources",
    (WasFigure, "figure"): "figures",
    (WasFigure, "unit"): "units",
    (KnownError, "figure"): "figures",
}
"""Keys that name an entry of the edition."""
_SECTION = re.compile(r"^## (\S+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_DESCRIBED = re.compile(r"^\| ((?:`\w+`(?:, )?)+) \| (.*) \|$", re.MULTILINE)


def schemas(edition: Edition, guide: str = "") -> dict[str, Schema]:
    """File below ``data/`` → its schema, that of all sidecars under ``tables.yaml``; *guide* is the
    text of ``data/README.md``."""
    told = descriptions(guide)
    made = {
        file: _Writer(edition, told.get(file, {})).entries(kind) for file, kind in _FILES.items()
    }
    made["site.yaml"] = _Writer(edition, told.get("site.yaml", {})).record(Site)
    made["house.yaml"] = _Writer(edition, told.get("house.yaml", {})).record(House)
    parts = made["house.yaml"]["properties"]["basis"]["additionalProperties"]
    parts |= {"type": ["object", "array"]}
    made["calculator.yaml"] = _Writer(edition, told.get("calculator.yaml", {})).record(Calculator)
    made["words.yaml"] = _Writer(edition, {}).words()
    made["tables.yaml"] = _Writer(edition, told.get("tables/", {})).record(Sidecar)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {file: head | {"title": file} | schema for file, schema in made.items()}


def descriptions(guide: str) -> dict[str, dict[str, str]]:
    """File → key → what the guide says it is."""
    return {
        file: {
            key: words.replace("`", "")
            for keys, words in _DESCRIBED.findall(section)
            for key in re.findall(r"\w+", keys)
        }
        for file, section in _SECTION.findall(guide)
    }


class _Writer:
    """Writes the schema of one file."""

    def __init__(self, edition: Edition, told: Mapping[str, str]) -> None:
        self.edition = edition
        self.told = told

    def entries(self, kind: type[Record]) -> Schema:
        """Entries by names of the editor's own."""
        named = {"pattern": "^\\S"} if kind in _FREE else _written(f"^{KEY.pattern}$", A_NAME)
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
            **_TOGETHER.get(kind, {}),
        }
        return self._unless_draft(schema) if "draft" in properties else schema

    def _unless_draft(self, schema: Schema) -> Schema:
        """*schema* whose texts stand in every language unless its entry is a draft."""
        free, needed = _apart(schema, [*self.edition.site.languages])
        is_draft = {"properties": {"draft": {"const": True}}, "required": ["draft"]}
        return {**free, "if": is_draft, "else": needed}

    def value(self, kind: Any) -> Schema:
        """What may be typed where a *kind* is wanted."""
        for known, schema in _KINDS:
            if kind == known:
                return dict(schema)
        if kind == Around:
            wanted = "Write {} once, where the number stands."
            return self._text(_written(r"^[^{}]*\{\}[^{}]*$", wanted))
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
