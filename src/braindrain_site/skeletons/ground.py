"""What a skeleton has to fit: the languages of the story and the names that are taken in it.

Read from the files as they are, so that a second skeleton can be written before the first is
filled in.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from braindrain_site.model.problems import Problem, Rejected
from braindrain_site.reading import chapter_list
from braindrain_site.reading.desk import Desk
from braindrain_site.reading.document import Document


class Unwritten(Exception):
    """Why nothing was written: a sentence, and what to type instead."""


@dataclass(frozen=True)
class Ground:
    """The files of an edition as far as they can be read, and what its guide says of keys."""

    desk: Desk
    languages: tuple[str, ...]
    told: Mapping[str, Mapping[str, str]]
    """File → key → what it is."""
    updated: str = ""
    """The last day on which readers got an edit, as ``site.yaml`` has it."""
    owed: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What a change has to tell of, as it types it: ``figures`` or ``cells`` → their lines."""

    def keys(self, name: str) -> list[str]:
        """The names of all entries called *name*: ``sources``, ``tables`` …"""
        if name == "tables":
            paths = (path.removeprefix("tables/") for path in self.desk.files)
            return sorted(
                {path[:-4] for path in paths if path.endswith(".csv")}
                | {path[:-5] for path in paths if path.endswith(".yaml")}
            )
        return [*values(document(self.desk, f"{name}.yaml"))]


def ground(desk: Desk, told: Mapping[str, Mapping[str, str]]) -> Ground:
    """The ground for skeletons in *desk*; raises Rejected if its languages cannot be read."""
    about = values(document(desk, "site.yaml"))
    found, day = about.get("languages"), about.get("updated")
    if not isinstance(found, list) or not found:
        raise Rejected(
            [Problem(document(desk, "site.yaml").place(("languages",)), "Here are no languages.")],
            desk.lines(),
        )
    return Ground(desk, tuple(found), told, day if isinstance(day, str) else "")


def document(desk: Desk, path: str) -> Document:
    """The YAML file at *path* as it is; raises Rejected if it can be read as nothing."""
    if path not in desk.files:
        return Document(desk.name(path))
    wrong = [problem for problem in desk.problems if problem.place.file == desk.name(path)]
    found = Document(desk.name(path)) if wrong else desk.document(path)
    needed = [] if found.value is not None else found.problems
    if wrong or needed:
        raise Rejected([*wrong, *needed], desk.lines())
    return found


def values(document: Document) -> Mapping[str, object]:
    """The entries of *document*, none where it has none."""
    return document.value if isinstance(document.value, dict) else {}


def chapters(ground: Ground) -> Collection[str]:
    """The addresses of all chapters that are written or listed."""
    written = (path for path in ground.desk.files if path.startswith("story/"))
    listed = values(document(ground.desk, "site.yaml")).get("chapters")
    entries = listed if isinstance(listed, list) else []
    names = (each.get("name") if isinstance(each, dict) else each for each in entries)
    return {*map(chapter_list.address, written), *map(str, names)}
