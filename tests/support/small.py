"""The small edition that tests build on, copied so that each test may change it."""

import atexit
import shutil
import tempfile
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from braindrain_site.figures.evaluation import Scope
from braindrain_site.figures.values import Figures
from braindrain_site.judging import claims
from braindrain_site.judging.claims import Judged
from braindrain_site.judging.draft import Draft
from braindrain_site.model import amounts
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Unit
from braindrain_site.reading import loading

ROOM = Path(tempfile.mkdtemp())
"""Where the editions are, whole: in their own folder words of the interface are a link."""
atexit.register(shutil.rmtree, ROOM)


def _whole(name: str) -> Path:
    return Path(shutil.copytree(Path(__file__).parents[1] / "editions" / name, ROOM / name))


FOLDER = _whole("small")
TWO = _whole("two")
"""The same edition in English and Korean."""


@cache
def _files(edition: Path) -> Mapping[str, bytes]:
    """Every file of an *edition*, read once for the many tests that copy it."""
    paths = (path for path in edition.rglob("*") if path.is_file())
    return {path.relative_to(edition).as_posix(): path.read_bytes() for path in paths}


def copy(tmp_path: Path, *edits: tuple[str, str, str], edition: Path = FOLDER) -> Path:
    """A copy of an *edition*'s data with *edits*: file, words to find, words instead."""
    data = tmp_path / "data"
    files = dict(_files(edition))
    for name, old, new in edits:
        text = files[name].decode()
        assert old in text, f"{name} has no {old!r}"
        files[name] = text.replace(old, new, 1).encode()
    for folder in {(data / name).parent for name in files}:
        folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (data / name).write_bytes(content)
    return data


def add(path: Path, text: str) -> None:
    """Writes *text* below what stands in the file at *path*."""
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def judged(data: Path = FOLDER) -> tuple[Edition, Figures, dict[str, Judged]]:
    """The edition in *data*, its amounts and its claims."""
    edition = loading.load(data)
    draft = Draft(edition)
    return edition, draft.figures, claims.judged(draft)


def scope(unit: Unit) -> Scope:
    """What formulas may reach where there is one figure, called ``many``: four of *unit*."""
    amount = amounts.given(Decimal(4), unit)
    return Scope(lambda _: amount, frozenset({"many"}), {}, {})


def unit(**typed: Any) -> Unit:
    """A unit as an editor types it, every value as text."""
    return Unit.model_validate(typed)
