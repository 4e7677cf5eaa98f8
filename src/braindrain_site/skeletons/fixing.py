"""The house form of a file, and what in it nobody can be sure of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from braindrain_site.model.problems import Problem
from braindrain_site.skeletons import cells as writing
from braindrain_site.skeletons.cells import Habits
from braindrain_site.skeletons.columns import read
from braindrain_site.skeletons.frames import Frame, framed
from braindrain_site.skeletons.grid import Grid, grid, text_of, written

_MOST = 20
"""Lines that are shown before and after; who has seen them knows the others."""


@dataclass(frozen=True)
class Fixed:
    """The text of a file in its house form, its lines as they were and as they are, how it was
    saved, and what was left as it is."""

    text: str
    changed: Sequence[tuple[int, str, str]]
    told: Sequence[str]
    unclear: Sequence[Problem] = ()
    lines: Sequence[str] = ()


def fixed(file: str, content: bytes, declared: Mapping[str, str], decimal: str = "") -> Fixed:
    """The house form of *file*; *declared* says of which types the columns of a table are, if a
    sidecar does. Raises Rejected where the file cannot be read."""
    if not file.lower().endswith((".csv", ".tsv", ".txt")):
        text, told = text_of(file, content)
        return Fixed(text if text.endswith("\n") else f"{text}\n", [], told)
    seen = grid(file, content)
    known = habits(seen, decimal)
    frame = framed(seen.rows, known)
    rows, unclear = _columns(seen, frame, known, declared)
    text = written(rows)
    return Fixed(text, [*_changed(seen, rows)], seen.told, [*_outside(frame), *unclear], seen.lines)


def habits(seen: Grid, decimal: str = "") -> Habits:
    """What the cells of a file prove of how its numbers and days are written, or what is said."""
    found = writing.habits([cell.text for row in seen.rows for cell in row], seen.comma)
    return replace(found, decimal=decimal) if decimal else found


def _columns(
    seen: Grid, frame: Frame, known: Habits, declared: Mapping[str, str]
) -> tuple[list[list[str]], list[Problem]]:
    """All rows with each column in its house form."""
    house = {id(cell): cell.text for row in seen.rows for cell in row}
    unclear: list[Problem] = []
    for number, name in enumerate(frame.names):
        cells = frame.column(number)
        kind = declared.get(name, "string" if declared else "")
        found = read(name, cells, known, kind)
        house |= {id(cell): text for cell, text in zip(cells, found.cells, strict=True)}
        unclear += found.unclear
        if found.sign:
            place = cells[0].place
            sentence = f'All numbers of "{name}" have the sign {found.sign}, which is taken off.'
            unclear.append(Problem(place, sentence, "Let the unit of the column say it."))
    return [[house[id(cell)] for cell in row] for row in seen.rows], unclear


def _outside(frame: Frame) -> Iterator[Problem]:
    """What stands above and below the table, and is left there."""
    for rows, where in ((frame.above, "above the header"), (frame.below, "below the table")):
        row = next((row for row in rows if any(cell.text for cell in row)), None)
        if row:
            hint = "Write them into the note of its sidecar, and delete these lines."
            yield Problem(row[0].place, f"Words stand {where}, and are left.", hint)


def _changed(seen: Grid, rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, str, str]]:
    """Each line of a file that is written in another way: its number, before, after."""
    starts = [row[0].place.line for row in seen.rows]
    ends = [*starts[1:], starts[-1] + 1 if starts else 1]
    for start, end, row in zip(starts, ends, rows, strict=True):
        before = "\n".join(seen.lines[start - 1 : end - 1])
        if before != (after := written([row]).rstrip("\n")):
            yield start, before, after


def shown(file: str, found: Fixed) -> str:
    """What changes in *file*, line by line."""
    lines = list(found.told)
    for number, before, after in found.changed[:_MOST]:
        lines += [f"{file}:{number}", f"  - {before}", f"  + {after}"]
    if (more := len(found.changed) - _MOST) > 0:
        lines.append(f"  and {more:,} more {'line' if more == 1 else 'lines'}.")
    return "\n".join(lines)
