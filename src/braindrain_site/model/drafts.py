"""What is still a draft: shown to those who write it, and left out of what is published."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from braindrain_site.model.problems import Place, Problem

Named = tuple[str, str]
"""A kind of thing and the name of one: ``("figure", "pay_here")``, ``("chapter", "leaving")``."""

FILES = {
    "figures.yaml": "figure",
    "charts.yaml": "chart",
    "claims.yaml": "claim",
    "statements.yaml": "statement",
    "glossary.yaml": "term",
    "verdicts.yaml": "verdict",
    "sources.yaml": "source",
    "origins.yaml": "origin",
    "units.yaml": "unit",
    "exempt.yaml": "exemption",
    "changes.yaml": "change",
}
"""Files of entries, and what one of them is called; a table has a file of its own."""


@dataclass(frozen=True)
class Span:
    """Some lines of a file, from the first to the last."""

    file: str
    first: int = 1
    last: int = 10**9

    def holds(self, place: Place) -> bool:
        """Whether *place* is on one of them."""
        return place.file == self.file and self.first <= place.line <= self.last


@dataclass(frozen=True)
class Drafts:
    """The drafts of an edition: those *marked* as such, each with the lines that are its own."""

    marked: Mapping[Named, Sequence[Span]] = field(default_factory=dict)
    begun: Mapping[Named, Sequence[Span]] = field(default_factory=dict)
    """What is not marked, and has something still to be written in it."""
    left_out: frozenset[Named] = frozenset()
    """What an edition that is to be published is without: the drafts, and what only they use."""
    unread: frozenset[Named] = frozenset()
    """Those marked or begun that cannot be read."""
    unready: Mapping[Named, Sequence[Span]] = field(default_factory=dict)
    """What an edition that is to be looked at is without: drafts that cannot be read or drawn yet,
    those that name them, and what only these use; with their lines."""
    lacking: tuple[Problem, ...] = ()
    """What is wrong in those marked or begun, and keeps nothing else from being read."""

    def why_unknown(self, name: str) -> str:
        """What to say of a *name* that nothing has, if a draft has it that cannot be read yet."""
        kinds = [kind for kind, key in sorted(self.unready) if key == name]
        write = "write what is missing first; make serve names it."
        return f'The draft {kinds[0]} "{name}" cannot be read yet: {write}' if kinds else ""

    def hold(self, place: Place) -> bool:
        """Whether *place* is in one that is marked."""
        return any(span.holds(place) for spans in self.marked.values() for span in spans)


def holding(spans: Mapping[Named, Sequence[Span]], problems: Iterable[Problem]) -> frozenset[Named]:
    """Those whose *spans* have one of *problems*."""
    return frozenset(
        named
        for problem in problems
        for named, own in spans.items()
        if any(span.holds(problem.place) for span in own)
    )


def owner(path: Sequence[str]) -> Named | None:
    """What the value at *path* of the YAML files belongs to, if to one thing."""
    if path[0].startswith("tables/"):
        return "table", path[0].removeprefix("tables/").removesuffix(".yaml")
    kind = FILES.get(path[0])
    return (kind, path[1]) if kind and len(path) > 1 else None


def entry(file: str, lines: Sequence[str], key: str) -> Span:
    """The lines of the entry *key* in a YAML *file*, without what stands before the next one."""
    begins = re.compile(rf"""(["']?){re.escape(key)}\1\s*:""")
    first = next((n for n, line in enumerate(lines, 1) if begins.match(line)), 1)
    ends = (n for n, line in enumerate(lines[first:], first) if re.match(r"[^\s#]", line))
    last = next(ends, len(lines))
    while last > first and re.match(r"#|\s*$", lines[last - 1]):
        last -= 1
    return Span(file, first, last)
