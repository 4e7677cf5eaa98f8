"""One YAML file as it was read: its values, where each stands, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from braindrain_site.model.problems import Place, Problem

Path = tuple[str, ...]


@dataclass(eq=False)
class Document:
    """One YAML file: its values as plain text, lists and dicts, and the place of each path."""

    file: str
    value: Any = None
    lines: Sequence[str] = ()
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    scalars: dict[Path, str] = field(default_factory=dict)
    braces: set[Path] = field(default_factory=set)
    """The groups of keys that stand between braces, and not on lines of their own."""
    problems: list[Problem] = field(default_factory=list)
    settled: frozenset[Place] = frozenset()
    """Where something was wrong with how it is written: what it says is not told as well."""

    def place(self, path: Path) -> Place:
        """The place of *path*, or of its nearest parent that stands in the file."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.file))

    def problem(self, place: Place, sentence: str, hint: str = "") -> None:
        """Adds a problem to this document's list."""
        self.problems.append(Problem(place, sentence, hint))

    def mark(self, mark: Any) -> Place:
        """The place PyYAML means by one of its marks."""
        return Place(self.file, mark.line + 1, mark.column + 1)
