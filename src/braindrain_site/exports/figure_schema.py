"""``figures.schema.json``: what a record of ``figures.json`` holds, as a JSON Schema (2020-12).

A record of ``figures/NAME.json`` is one of the same kind: ``#/$defs/figure``.
"""

from collections.abc import Iterable
from typing import Any, get_args

from braindrain_site.exports.own_columns import FIGURE
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Qualifier
from braindrain_site.model.record import EVIDENCE, Basis

PATH = "data/figures.schema.json"
_ABOUT = {part.name: part.about for part in FIGURE}
_WORD: dict[str, Any] = {"type": "string", "minLength": 1}
_DAY = {"type": "string", "format": "date"}


def schema(edition: Edition) -> dict[str, Any]:
    """The schema; its ``$id`` is where it stands, as whole as the site's address is known."""
    figure = _figure(edition.site.languages)
    for name, rule in figure.items():
        rule["description"] = _ABOUT.get(name, "Whether it is disputed, by what and why.")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": (edition.site.address or "") + PATH,
        "title": "Figures",
        "description": "Every number of the story that stands alone, with where it comes from.",
        "type": "array",
        "items": {"$ref": "#/$defs/figure"},
        "$defs": {"figure": _record(figure)},
    }


def _figure(languages: Iterable[str]) -> dict[str, dict[str, Any]]:
    said = _record(dict.fromkeys(languages, _WORD))
    key = {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}
    report = {"source": key, "at": said, "as_printed": _or_null(_WORD), "origin": _or_null(key)}
    basis = {"type": "object", "propertyNames": {"enum": [*Basis.model_fields]}}
    return {
        "key": {**key},
        "label": {**said},
        "value": {"type": "number"},
        "unit": {**_WORD},
        "qualifier": {"enum": [*get_args(Qualifier)]},
        "formula": _or_null(_WORD),
        "period": _or_null(_WORD),
        "basis": {**basis, "additionalProperties": _WORD},
        "source": _or_null(key),
        "at": _or_null(said),
        "as_printed": _or_null(_WORD),
        "also": {"type": "array", "items": _record(report)},
        "origin": _or_null(said),
        "evidence": {"enum": [*EVIDENCE]},
        "reports": {"type": "integer", "minimum": 0},
        "disputed": _or_null(_record({"by": _or_null(key), "reason": _or_null(said)})),
        "until": _or_null(_DAY),
        "due": _or_null(_DAY),
        "variant_of": _or_null(key),
        "note": _or_null(said),
        "caveat": _or_null(said),
        "page": {**said},
    }


def _record(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }


def _or_null(rule: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [rule, {"type": "null"}]}
