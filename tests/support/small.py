"""The small edition that tests build on, copied so that each test may change it."""

import atexit
import shutil
import tempfile
from decimal import Decimal
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

_ROOM = Path(tempfile.mkdtemp())
atexit.register(shutil.rmtree, _ROOM)


def _whole(name: str) -> Path:
    """A copy with the site's words of the interface in it: its folder but links to them."""
    return Path(shutil.copytree(Path(__file__).parents[1] / "editions" / name, _ROOM / name))


FOLDER = _whole("small")
TWO = _whole("two")
"""The same edition in English and Korean."""


def copy(tmp_path: Path, *edits: tuple[str, str, str], edition: Path = FOLDER) -> Path:
    """A copy of an *edition*'s data with *edits*: file, words to find, words instead."""
    data = tmp_path / "data"
    shutil.copytree(edition, data)
    for name, old, new in edits:
        text = (data / name).read_text("utf-8")
        assert old in text, f"{name} has no {old!r}"
        (data / name).write_text(text.replace(old, new, 1), "utf-8")
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
