"""The values of a YAML file → records, and what does not fit in the writer's words."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from braindrain_site.model.problems import Place, Problem, in_braces, listed, nearest
from braindrain_site.model.record import RETIRED, Record, keys_named
from braindrain_site.reading.document import Document, Path


def record(document: Document, kind: Any, context: Mapping[str, Any], path: Path = ()) -> Any:
    """The value at *path* as a *kind* (a record or any type pydantic knows), or None.

    What does not fit becomes problems of *document*, each at its place.
    """
    value = document.value
    for key in path:
        value = value[int(key) if isinstance(value, list) else key]
    try:
        return _adapter(kind).validate_python(value, context=dict(context))
    except ValidationError as error:
        lacking: dict[Path, list[str]] = {}
        for details in error.errors(include_url=False):
            if document.place((*path, *map(str, details["loc"]))) in document.settled:
                continue
            if details["type"] == "missing":
                *group, name = (*path, *map(str, details["loc"]))
                lacking.setdefault(tuple(group), []).append(name)
            else:
                _misfit(details, kind, document, path)
        if path in lacking and isinstance(kind, type) and issubclass(kind, Record):
            lacking[path] += kind.needed_as_well(value)
        for where, names in lacking.items():
            above = next((part for part in reversed(where) if not part.isdigit()), document.file)
            hint = f"Add a line{' for each' if names[1:] else ''}: {names[0]}: …"
            hint = in_braces(hint) if where in document.braces else hint
            document.problem(document.place(where), f'"{above}" needs {keys_named(names)}.', hint)
        return None


_KEYED = {
    "columns": "{label: …, value: …}",
    "series": '{name: {en: "…"}}',
    "labels": '{name: {en: "…"}}',
}
"""How a group is written whose keys are names of the editor's own."""


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def records(document: Document, kind: Any, context: Mapping[str, Any]) -> dict[str, Any]:
    """The document as key → *kind*; entries that do not fit are left out and reported."""
    if not isinstance(document.value, dict):
        if not document.problems:
            document.problem(Place(document.file), "This file needs keys with values below them.")
        return {}
    if problem := _not_indented(document, kind, context):
        document.problems = [problem]
        return {}
    entries = {
        key: record(document, kind, {**context, "draft": is_draft(value)}, (key,))
        for key, value in document.value.items()
    }
    return {key: entry for key, entry in entries.items() if entry is not None}


def is_draft(value: Any) -> bool:
    """Whether what stands in a file says of itself that it is one."""
    return isinstance(value, dict) and value.get("draft") == "true"


def _not_indented(document: Document, kind: Any, context: Mapping[str, Any]) -> Problem | None:
    """The first key of an entry that stands beside it and not below it."""
    is_record = isinstance(kind, type) and issubclass(kind, BaseModel)
    inner = kind.model_fields if is_record else context.get("languages", ())
    for above, key in pairwise(document.value):
        if key in inner and document.value[above] == "":
            sentence = f'"{key}" is not indented, so it does not belong to "{above}".'
            hint = "Indent what belongs to an entry by two spaces, here and below."
            return Problem(document.keys[key,], sentence, hint)
    return None


def _misfit(details: ErrorDetails, kind: Any, document: Document, above: Path) -> None:
    """Turns one of pydantic's errors into a problem in the writer's words."""
    path = (*above, *(str(part) for part in details["loc"]))
    name = next((part for part in reversed(path) if not part.isdigit()), document.file)
    context = details.get("ctx", {})
    match details["type"]:
        case "field":
            sentence, hint = f'"{name}" {context["sentence"]}', context["hint"]
        case "extra_forbidden":
            if name in RETIRED:
                document.problem(document.keys.get(path, document.place(path)), *RETIRED[name])
                return
            known = _known_keys(kind, tuple(str(part) for part in details["loc"][:-1]))
            hint = nearest(name, known, f"The keys here are {listed(known)}." if known else "")
            document.problem(
                document.keys.get(path, document.place(path)),
                f'There is no key "{name}" here.',
                hint,
            )
            return
        case "literal_error":
            wanted = str(context["expected"]).replace("'", '"')
            sentence = f'"{name}" needs {wanted}, but says "{details["input"]}".'
            hint = nearest(str(details["input"]).lower(), re.findall('"([^"]+)"', wanted))
        case "too_short" | "too_long":
            sentence, hint = f'"{name}" {_too_few_or_many(context)}', ""
        case _:
            listy = "tuple" in details["type"]
            needs = "a list" if listy else "keys with values below it"
            sentence = f'"{name}" needs {needs}, but has {_found(details["input"])}.'
            hint = 'Write it so: {en: "…"}.'
            if known := _known_keys(kind, tuple(str(part) for part in details["loc"])):
                hint = f"Write it so: {{{known[0]}: …}}. The keys here are {listed(known)}."
            elif name in _KEYED:
                hint = f"Write it so: {_KEYED[name]}."
            if listy:
                only = details["input"] if isinstance(details["input"], str) else ""
                parted = ", ".join(re.split(r"[,\s]+", only)) if "_" in only else only
                hint = f"Write it between brackets: [{parted or 'a, b'}]."
            if details["input"] == "" and _may_be_left_out(kind, details["loc"]):
                hint += " If there is nothing to write, delete the line."
    group = path if path in document.braces else path[:-1]
    hint = in_braces(hint) if group in document.braces else hint
    document.problem(document.place(path), sentence, hint)


def _too_few_or_many(context: Mapping[str, Any]) -> str:
    """What is wrong with how many entries a list has."""
    if most := context.get("max_length"):
        return f"has more than the {most} entries that it may have."
    least, has = context["min_length"], context["actual_length"]
    needs = "one entry" if least == 1 else f"{least} entries"
    return f"needs at least {needs}, but {f'has {has}' if has else 'is empty'}."


def _found(value: Any) -> str:
    if isinstance(value, str):
        return f'the text "{" ".join(value.split())}"' if value else "nothing"
    return "a list" if isinstance(value, list) else "a group of keys"


def _may_be_left_out(kind: Any, path: Sequence[int | str]) -> bool:
    """Whether the last key of *path* from *kind* is one that its record can be without; a whole
    entry is none."""
    if not path:
        return False
    *above, name = map(str, path)
    field = _fields(kind, tuple(above)).get(name)
    return field is not None and not field.is_required()


def _known_keys(kind: Any, path: Path) -> list[str]:
    """The keys that the record found by following *path* from *kind* may have."""
    return [*_fields(kind, path)]


def _fields(kind: Any, path: Path) -> Mapping[str, FieldInfo]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        if not path:
            return kind.model_fields
        inner = kind.model_fields.get(path[0])
        return _fields(inner.annotation, path[1:]) if inner else {}
    for inside in get_args(kind):
        step = path[1:] if _holds_many(kind) else path
        if inside is not Ellipsis and (found := _fields(inside, step)):
            return found
    return {}


def _holds_many(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) in (tuple, Mapping)
