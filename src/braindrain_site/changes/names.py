"""What is called otherwise and is the same in all else: told once, and not at all that names it."""

import re
import shutil
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from braindrain_site import renaming
from braindrain_site.changes import versions
from braindrain_site.changes.change import Change
from braindrain_site.changes.versions import Version
from braindrain_site.judging import left_out
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Rejected
from braindrain_site.reading import loading
from braindrain_site.renaming import Unrenamed

_ANCHORS = {"figure": "figures/#r-", "source": "sources/#", "table": "data/#t-", "chapter": "#"}
"""Where on a page a thing stands that others link to."""
_MOST = 40
"""Names that are followed: more are another story."""
Named = tuple[str, str, str]
"""A kind of thing, what it was called, what it is called now."""


def followed(
    before: Version, after: Version, root: Path, commit: str
) -> tuple[Version, list[Change]]:
    """*before*, which is *commit* in *root*, with the names that its things have in *after*; and a
    change for each of them."""
    found = _pair(before.proof.edition, after.proof.edition)
    if not found:
        return before, []
    with versions.data_of(root, commit) as data, TemporaryDirectory() as aside:
        trial = Path(shutil.copytree(data, Path(aside) / data.name))
        names = [*_renamed(trial, found, before.proof.edition, after.proof.edition)]
        try:
            now = versions.read(trial, root)
        except Rejected:
            return before, []
    return now, [_change(name, before, now) for name in names]


def _renamed(trial: Path, found: Named | None, edition: Edition, after: Edition) -> Iterator[Named]:
    """Renames one thing after the other in *trial*: what was named by one is equal only then."""
    for _ in range(_MOST):
        if not found:
            return
        kind, old, new = found
        try:
            renaming.apply(renaming.plan(edition, f"{kind}:{old}", new), trial)
            edition = left_out.published(loading.load(trial))
        except (Unrenamed, Rejected):
            return
        yield found
        found = _pair(edition, after)


def _change(name: Named, before: Version, now: Version) -> Change:
    kind, old, new = name
    languages = now.proof.edition.site.languages[1:]
    was, became = (
        ", ".join(addresses(kind, key, set(here) - set(there), languages))
        for key, here, there in ((old, before.files, now.files), (new, now.files, before.files))
    )
    return Change("name", f"{kind} {old} is called {new} now", was, became)


def addresses(kind: str, key: str, paths: Collection[str], others: Collection[str]) -> list[str]:
    """Which of *paths* are those of the *kind* of thing called *key*, and where on a page it
    stands; of the *others* among the languages none, for they follow."""
    key = _address(kind, key)
    own = re.compile(rf"(?:.*/)?{re.escape(key)}(?:[./].*)?")
    foreign = re.compile(rf"(?:.*/)?(?:{'|'.join(others) or '(?!)'})/.*")
    found = (path for path in sorted(paths) if own.fullmatch(path) and not foreign.fullmatch(path))
    anchor = [_ANCHORS[kind] + key] if kind in _ANCHORS else []
    return [*(path.removesuffix("index.html") for path in found), *anchor]


def _address(kind: str, key: str) -> str:
    """What readers see of a name: a chapter may be numbered anew."""
    return key.lstrip("0123456789-") if kind == "chapter" else key


def _pair(before: Edition, after: Edition) -> Named | None:
    """The first thing that is gone, while one like no other has come that is just the same."""
    now = _things(after)
    for kind, was in _things(before).items():
        gone = {key: each for key, each in was.items() if key not in now[kind]}
        come = {key: each for key, each in now[kind].items() if key not in was}
        for old, each in gone.items():
            alike = [new for new, other in come.items() if other == each]
            alike = [new for new in alike if _address(kind, new) != _address(kind, old)]
            if len(alike) == 1 and sum(other == each for other in gone.values()) == 1:
                return kind, old, alike[0]
    return None


def _things(edition: Edition) -> dict[str, Mapping[str, object]]:
    """Kind → name → all that is said of what can be renamed, but for its name."""
    units = {
        key: each.model_copy(update={"dimension": ""}) if each.dimension == key else each
        for key, each in edition.units.items()
    }
    tables = {
        name: (each.about, each.keys, [list(each.typed[column]) for column in each.typed])
        for name, each in edition.tables.items()
    }
    chapters: dict[str, list[object]] = {}
    for story in edition.story.values():
        for each in story:
            name = each.file.rsplit("/", 1)[1].removesuffix(".md")
            chapters.setdefault(name, []).append((each.title, each.text))
    return {
        "table": tables,
        "unit": units,
        "origin": edition.origins,
        "source": edition.sources,
        "figure": edition.figures,
        "statement": edition.statements,
        "term": edition.glossary,
        "claim": edition.claims,
        "chart": edition.charts,
        "chapter": chapters,
    }
