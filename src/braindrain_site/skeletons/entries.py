"""An entry of a YAML file in which each key is named, and the sign of what is unwritten stands.

Which keys it has is said by its record; what each of them is, by ``data/README.md``.
"""

import textwrap
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from braindrain_site.model.amendments import Amendment, Kind
from braindrain_site.model.chart import Chart
from braindrain_site.model.entries import (
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
from braindrain_site.model.fields import A_NAME, KEY, Around, Name, Text, Words
from braindrain_site.model.problems import nearest
from braindrain_site.model.record import Record
from braindrain_site.reading.unwritten import SIGN
from braindrain_site.renaming import UNIT
from braindrain_site.schemas.ties import NAMED
from braindrain_site.skeletons.ground import Ground, Unwritten
from braindrain_site.wording.common_units import COMMON

KINDS: dict[str, tuple[str, type[Record], tuple[str, ...]]] = {
    "figure": ("figures", Figure, ("value", "period", "source", "at")),
    "source": ("sources", Source, ("origin",)),
    "origin": ("origins", Origin, ()),
    "unit": ("units", Unit, ()),
    "chart": ("charts", Chart, ("table", "columns")),
    "statement": ("statements", Statement, ()),
    "claim": ("claims", Claim, ()),
    "verdict": ("verdicts", Verdict, ()),
    "term": ("glossary", Term, ()),
    "exemption": ("exempt", Exemption, ()),
    "change": ("changes", Amendment, ("figures",)),
}
"""What can be begun in a file of entries, the record it is, and which keys it has besides those
that it cannot be without."""
_PLAIN = {
    ("chart", "columns"): f"{{label: {SIGN}, value: {SIGN}}}",
    ("change", "figures"): f"[{{figure: {SIGN}, was: {SIGN}}}]",
}
_INSTEAD = {
    "figure": "what is worked out has a formula, such as left - stayed, in the place of value, "
    "period, source and at: delete these",
    "chart": "a chart of figures has rows in the place of table and columns, one a line: "
    "- {figure: its_key, label: {en: Its name}}",
    "change": "what changed stands in figures, cells, sentences or charts, in one or several of "
    "them: delete those that do not apply. Of a number or a cell, readers are told by themselves "
    "what it was and is: done need not say it",
}
"""What a kind of entry can have in the place of some of its keys, for a comment."""
_NOTHING_MORE = {"evidence", "draft"}
_FEW = 8
"""Names that a comment lists; who has more looks into their file."""


def entry(kind: str, key: str, ground: Ground) -> tuple[str, str]:
    """The file below ``data/`` and the lines of a new *kind* of entry called *key*.

    Raises Unwritten where the name cannot be, or is taken.
    """
    name, record, more = KINDS[kind]
    require_free(kind, key, ground)
    if kind == "unit" and key in COMMON:
        lines = COMMON[key].lines(ground.languages, SIGN)
        return f"{name}.yaml", "".join(
            f"{line}\n" for line in (f"{key}:", *(f"  {x}" for x in lines))
        )
    hints = get_type_hints(record, include_extras=True)
    needed = [field for field, about in record.model_fields.items() if about.is_required()]
    owed = ground.owed if kind == "change" else {}
    keys = dict.fromkeys([*needed, *(owed or more)])
    told = ground.told.get(f"{name}.yaml", {})
    lines = [f"{key}:", *(f"  {line}" for line in draft(record))]
    for field in keys:
        lines += comment(_about(record, field, told.get(field, ""), ground), "  ")
        if field in owed:
            lines += [f"  {field}:", *(f"    - {each}" for each in owed[field])]
            continue
        known = ground.updated if (kind, field) == ("change", "day") else _PLAIN.get((kind, field))
        lines.append(f"  {field}: {known or unwritten(hints[field], ground)}")
    if kind in _INSTEAD:
        lines += comment(_INSTEAD[kind], "  ")
    others = [each for each in record.model_fields if each not in {*keys, *_NOTHING_MORE}]
    if others:
        lines += comment(f"further keys, where they are needed: {', '.join(others)}", "  ")
    return f"{name}.yaml", "\n".join(lines) + "\n"


def draft(record: type[Record]) -> list[str]:
    """The lines that keep what is begun from being published, where a *record* can be a draft."""
    if "draft" not in record.model_fields:
        return []
    return ["# delete this line to publish it", "draft: true"]


def require_free(kind: str, key: str, ground: Ground) -> None:
    """Raises Unwritten if nothing new of that *kind* can be called *key*."""
    if not (UNIT if kind == "unit" else KEY).fullmatch(key) or key != key.strip():
        rule = "" if kind == "unit" else f" {A_NAME}"
        raise Unwritten(f'"{key}" cannot be the name of a {kind}.{rule}')
    for other in ("figure", "table") if kind in {"figure", "table"} else (kind,):
        if key in ground.keys("tables" if other == "table" else KINDS[other][0]):
            raise Unwritten(f'There is a {other} "{key}" already. Nothing was written.')


def unwritten(hint: Any, ground: Ground) -> str:
    """What stands where a value of that type is to be written."""
    if get_origin(hint) in (Union, UnionType):
        hint = get_args(hint)[0]
    if hint in (Text, Name, Around) or (hint == Words and len(ground.languages) > 1):
        return f"{{{', '.join(f'{lang}: {SIGN}' for lang in ground.languages)}}}"
    return SIGN


def comment(words: str, indent: str) -> list[str]:
    """*words* as the lines of a comment."""
    return textwrap.wrap(
        words, 98, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# ",
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _about(record: type[Record], field: str, told: str, ground: Ground) -> str:
    """What a *field* is, and the names that it can have where these are few."""
    what = NAMED.get((record, field))
    return f"{told}{names_of(what, ground) if what else ''}".strip("; ")


def names_of(what: str, ground: Ground) -> str:
    """The names of all that are called *what*, for a comment to go on, where these are few."""
    names = ground.keys(what)
    return f"; there are {', '.join(names)}" if 0 < len(names) <= _FEW else ""


def nearest_kind(kind: str) -> str:
    """What to say of a *kind* that nothing here is."""
    if kind in get_args(Kind):
        return f"Begin a change, and write {kind} as its kind."
    known = [*KINDS, "table", "chapter", "story"]
    return nearest(kind, known, f"There are {', '.join(known)}.")
