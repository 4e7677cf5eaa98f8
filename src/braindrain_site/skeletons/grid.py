"""The cells of a table that an office or a spreadsheet exported, however it saved them."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from braindrain_site.model.problems import Rejected
from braindrain_site.reading import encoding, letters
from braindrain_site.reading.csv_cells import Cell, scan, trimmed

_COMMAS = "\t;|,"
"""What parts cells; a comma stands within them more often than the others."""
_TOLD = re.compile(r"sep=(.)\n", re.IGNORECASE)
"""How a file tells Excel what parts its cells."""


@dataclass(frozen=True)
class Grid:
    """The rows of a file as it was typed, without blanks round its cells; what parted them, and
    what was unlike the house form in how they were saved."""

    rows: Sequence[Sequence[Cell]]
    lines: Sequence[str]
    comma: str
    told: Sequence[str] = ()


def text_of(file: str, content: bytes) -> tuple[str, list[str]]:
    """The text of *file* with plain line ends, and how it was saved if not as the house does.

    Raises Rejected where nobody can be sure of its letters.
    """
    told: list[str] = []
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.decode("utf-16", "replace").encode()
        told.append("It was saved as UTF-16.")
    elif not _is_utf8(content) and (read := encoding.korean(content)):
        content = read.encode()
        told.append("It was saved in the Korean Windows encoding (CP949).")
    elif content.startswith(b"\xef\xbb\xbf"):
        told.append("It began with a byte-order mark.")
    if b"\r" in content:
        told.append("Its lines ended as in Windows or on old Macs.")
    text, problems = encoding.decode(file, content)
    if problems:
        raise Rejected(problems, {file: text.split("\n")})
    return text, told


def grid(file: str, content: bytes) -> Grid:
    """The cells of the table in *content*; raises Rejected where they cannot be read."""
    text, told = text_of(file, content)
    named = _TOLD.match(text)
    comma = named[1] if named else _comma(text)
    if comma != ",":
        told.append(f"Its cells were parted by {_NAMES.get(comma, comma)}.")
    rows, problems = scan(file, text, comma)
    if problems:
        raise Rejected(problems, {file: text.split("\n")})
    rows = trimmed(rows[1:] if named else rows)
    return Grid([[_plain(cell) for cell in row] for row in rows], text.split("\n"), comma, told)


_NAMES = {"\t": "tabs", ";": "semicolons", "|": "bars"}


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _comma(text: str) -> str:
    """What parts the cells of *text*: what stands equally often in most of its lines."""
    lines = [line for line in re.sub(r'"[^"]*"', "", text).split("\n") if line.strip()]

    def lines_alike(comma: str) -> int:
        counts = Counter(count for line in lines if (count := line.count(comma)))
        return counts.most_common(1)[0][1] if counts else 0

    best = max(_COMMAS, key=lines_alike)
    return best if lines_alike(best) else ","


def _plain(cell: Cell) -> Cell:
    """*cell* without blanks round it, and with plain ones in it."""
    return replace(cell, text=letters.SPACES.sub(" ", re.sub(r"\s+", " ", cell.text)).strip())


def written(rows: Iterable[Sequence[str]]) -> str:
    """*rows* in the house form: commas, quotes where they are needed, plain line ends."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([] if row == [""] else row for row in rows)
    return out.getvalue()
