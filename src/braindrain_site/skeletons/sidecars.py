"""A table as it is guessed → its sidecar, in which its words are to be written."""

import json
import re
from collections.abc import Iterator, Sequence

from braindrain_site.model.tables import Sidecar
from braindrain_site.reading.unwritten import SIGN
from braindrain_site.skeletons.entries import comment, draft, names_of
from braindrain_site.skeletons.ground import Ground, document, values
from braindrain_site.skeletons.guessing import Guess, Guessed, unit_named

_PLAIN = re.compile(r"[^\W\d_][\w ()./&+-]*[\w).]|[^\W\d_]")
_NO_TEXT = {"null", "Null", "NULL", "true", "false"}
_CODES = re.compile(r"[A-Z0-9_.:-]{1,6}|[a-z]")
_WHEN = re.compile(
    r"year|time(?: period)?|date|period|month|quarter|day|[연년]도|년|시점|시기|기간|월|날짜|일자",
    re.I,
)
"""What a column is called that says when; another of years may say when something was founded."""
_FEW = 8
_MOST_LABELS = 12
"""Values of a column that get words of their own; more are seldom translated."""


def sidecar(guessed: Guessed, ground: Ground) -> str:
    """The text of the sidecar of a table."""
    lines = draft(Sidecar)
    lines += ["# what the table holds, for readers", f"title: {_texts('', ground)}"]
    lines += comment(f"a source of sources.yaml{names_of('sources', ground)}", "")
    lines += [f"source: {SIGN}", "# the place in it", f"at: {_at(ground)}"]
    lines += ["# the time it speaks of", f"period: {_period(guessed)}"]
    lines += ["# the column that names the rows, or those that do together"]
    lines += [f"primaryKey: {_key(guessed.key)}"]
    for remark in guessed.remarks:
        lines += comment(remark, "")
    lines += ["fields:"]
    for each in guessed.columns:
        lines += _field(each, ground)
    return "\n".join(lines) + "\n"


def _key(names: Sequence[str]) -> str:
    if not names:
        return SIGN
    return names[0] if len(names) == 1 else f"[{', '.join(names)}]"


def _at(ground: Ground) -> str:
    return SIGN if len(ground.languages) == 1 else _texts("", ground)


def _texts(known: str, ground: Ground) -> str:
    """Words in every language, of which those in one are *known*."""
    hangul = bool(re.search("[가-힣]", known))
    tongue = next((lang for lang in ground.languages if (lang == "ko") == hangul), "")
    words = {lang: scalar(known) if known and lang == tongue else SIGN for lang in ground.languages}
    return f"{{{', '.join(f'{lang}: {text}' for lang, text in words.items())}}}"


def scalar(text: str) -> str:
    """*text* as YAML has it, between quotes only where it needs them."""
    plain = _PLAIN.fullmatch(text) and text not in _NO_TEXT
    return text if plain else json.dumps(text, ensure_ascii=False)


def _period(guessed: Guessed) -> str:
    for each in guessed.columns:
        named = each.name in guessed.key or _WHEN.fullmatch(each.title)
        if named and each.column.type in {"year", "period", "day"}:
            known = sorted(
                end for cell in each.column.cells if re.fullmatch(r"[\d/-]+", cell)
                for end in cell.split("/")
            )  # fmt: skip
            if known:
                return known[0] if known[0] == known[-1] else f"{known[0]}/{known[-1]}"
    return SIGN


def _field(each: Guess, ground: Ground) -> Iterator[str]:
    yield f"  - name: {each.name}"
    yield f"    type: {each.column.type}"
    yield "    # what stands in this column"
    yield f"    title: {_texts(each.title, ground)}"
    if each.column.type in {"integer", "number"}:
        yield from _unit(each.unit, ground)
    if each.column.type == "string" and len(ground.languages) > 1:
        yield from _labels([*dict.fromkeys(filter(None, each.column.cells))], ground)
    if not each.column.required:
        yield "    constraints: {required: false}"


def _labels(cells: Sequence[str], ground: Ground) -> Iterator[str]:
    """Words for the values of a column in each language, unless they are many, or codes."""
    if len(cells) > _MOST_LABELS:
        yield "    # labels: words for the values, where another language calls them otherwise"
    elif not all(map(_CODES.fullmatch, cells)):
        yield "    # words for the values; without these lines they stand as they are"
        yield "    labels:"
        yield from (f"      {scalar(cell)}: {_texts(cell, ground)}" for cell in cells)


def _unit(says: str, ground: Ground) -> Iterator[str]:
    """The unit, if the file *says* one and the edition has exactly one that is called so."""
    prints = _prints(ground)
    found = unit_named(says, prints)
    few = f"; there are {', '.join(found or prints)}" if len(found or prints) <= _FEW else ""
    if not says:
        yield from comment(f"unit: if it has one{few}", "    ")
    else:
        few = f"; is it {found[0]}?" if len(found) == 1 else few
        yield from comment(f"the file says {says}{few}", "    ")
        yield f"    unit: {found[0] if len(found) == 1 else SIGN}"


def _prints(ground: Ground) -> dict[str, dict[str, str]]:
    """The units of the edition, and what each prints in which language."""
    units = values(document(ground.desk, "units.yaml"))
    return {
        name: {lang: text for lang, text in prints.items() if isinstance(text, str)}
        for name, about in units.items()
        if isinstance(about, dict) and isinstance(prints := about.get("print"), dict)
    }
