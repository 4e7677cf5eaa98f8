"""One thing that readers would see otherwise than before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

Kind = Literal[
    "name", "number", "cell", "grade", "claim", "chapter", "sentence", "text", "entry", "chart",
    "picture", "page", "download",
]  # fmt: skip
KINDS: tuple[Kind, ...] = (
    "name", "number", "cell", "grade", "claim", "chapter", "sentence", "text", "entry", "chart",
    "picture", "page", "download",
)  # fmt: skip


@dataclass(frozen=True)
class Change:
    """Something readers see that was otherwise; *before* or *after* is empty where it was not or
    is no more. *where* says at which places they see it, *lang* in which language if in one, and
    *label* what it is called there."""

    kind: Kind
    what: str
    before: str
    after: str
    where: tuple[str, ...] = ()
    lang: str = ""
    label: str = ""


def differing(was: Mapping[str, str], now: Mapping[str, str]) -> Iterable[tuple[str, str, str]]:
    """Each key whose value is another, before and after; empty where there is none."""
    for key in {**was, **now}:
        old, new = was.get(key, ""), now.get(key, "")
        if old != new:
            yield key, old, new


def moved(before: list[str], after: list[str], joined: str = " ") -> Iterable[tuple[str, str]]:
    """What stood before and what stands in its place, one by one where they pair."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _, first, last, begins, ends in (c for c in matcher.get_opcodes() if c[0] != "equal"):
        old, new = before[first:last], after[begins:ends]
        if len(old) == len(new) or not (old and new):
            yield from zip_longest(old, new, fillvalue="")
        else:
            yield joined.join(old), joined.join(new)
