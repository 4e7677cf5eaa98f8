"""A table that is begun: out of a file that someone exported, or with its first lines only."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from braindrain_site.model.fields import KEY
from braindrain_site.model.problems import Problem, Rejected
from braindrain_site.reading.csv_tables import row_length
from braindrain_site.reading.unwritten import SIGN
from braindrain_site.skeletons import cells
from braindrain_site.skeletons.columns import Column
from braindrain_site.skeletons.entries import require_free
from braindrain_site.skeletons.fixing import habits
from braindrain_site.skeletons.frames import Frame, framed
from braindrain_site.skeletons.grid import Grid, grid, written
from braindrain_site.skeletons.ground import Ground, Unwritten
from braindrain_site.skeletons.guessing import Guess, Guessed, guess
from braindrain_site.skeletons.sidecars import sidecar


@dataclass(frozen=True)
class Begun:
    """The two files of a table, how the file was saved that it is made from, and what in that
    nobody can be sure of."""

    cells: str
    about: str
    told: Sequence[str] = ()
    unclear: Sequence[Problem] = ()
    lines: Sequence[str] = ()


def empty(key: str, ground: Ground) -> Begun:
    """A table called *key* with two columns and no row."""
    require_free("table", key, ground)
    name, value = Column("string", ()), Column("number", ())
    guessed = Guessed([Guess("name", "", name), Guess("value", "", value)], ["name"], (), ())
    return Begun("name,value\n", sidecar(guessed, ground))


def from_file(file: str, content: bytes, key: str, decimal: str, ground: Ground) -> Begun:
    """The table called *key* that *file* holds. Raises Rejected where it cannot be read, Unwritten
    where it is none, or cannot be called so."""
    require_free("table", key, ground)
    seen = grid(file, content)
    known = habits(seen, decimal)
    _require_whole(seen, framed(seen.rows, known))
    guessed = guess(seen, decimal)
    if len(guessed.columns) < 2 or not guessed.columns[0].column.cells:
        raise Unwritten(f"{file} holds no table: it takes a header, and two columns or more.")
    told = [*seen.told, *_commas(seen, known), *guessed.remarks]
    return Begun(
        written(guessed.rows()), sidecar(guessed, ground), told, guessed.unclear, seen.lines
    )


def _commas(seen: Grid, known: cells.Habits) -> Iterator[str]:
    """That a comma before decimals became a point, with the first number to look at."""
    for cell in (cell for row in seen.rows for cell in row if "," in cell.text):
        number = cells.number(cells.bare(cell.text)[0], known)
        if known.decimal == "," and "." in number:
            yield f'Its decimals had commas: "{cell.text}" is {number}.'
            return


def _require_whole(seen: Grid, frame: Frame) -> None:
    """Raises Unwritten where no line names the columns, Rejected where a row has more cells than
    there are columns, or fewer."""
    told = next((name for name in frame.names if _is_value(name)), "")
    if told:
        raise Unwritten(
            f'The first line of {seen.rows[0][0].place.file} names no columns: it says "{told}". '
            "Write one above it that does."
        )
    width = len(frame.names)
    wrong = [row_length([*row], width) for row in frame.body if len(row) != width]
    if wrong:
        raise Rejected(wrong, {wrong[0].place.file: seen.lines})


def _is_value(name: str) -> bool:
    """Whether a column is called as its cells are."""
    return not cells.moment(name) and cells.is_like_number(name, cells.Habits("."))


def called(file: str, wanted: str) -> str:
    """What a table out of *file* is called: as is *wanted*, or by the file's name.

    Raises Unwritten if nothing is wanted and the file's name is none.
    """
    if wanted:
        return wanted
    name = re.sub(r"[ .-]+", "_", file.rsplit("/", 1)[-1].rsplit(".", 1)[0]).strip("_").lower()
    if not KEY.fullmatch(name):
        raise Unwritten(
            f'"{name}" cannot be the name of a table. '
            f"Say what it shall be called: new table {file} {SIGN}"
        )
    return name
