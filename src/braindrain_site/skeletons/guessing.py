"""What an exported table most likely is: names, types, units and titles of its columns, its key.

A guess is for an editor to look at; no value is changed by one.
"""

import keyword
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from braindrain_site.model.fields import KEY
from braindrain_site.model.problems import Problem
from braindrain_site.skeletons import cells as written
from braindrain_site.skeletons.cells import Habits
from braindrain_site.skeletons.columns import Column, read
from braindrain_site.skeletons.fixing import habits
from braindrain_site.skeletons.frames import Frame, framed
from braindrain_site.skeletons.grid import Grid

_IN_TITLE = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\s*$|[,_/]?\s*(%|USD|KRW|EUR)\s*$")
_STATED = re.compile(r"[(\[]?\s*(?:단위|unit)s?\s*[:=]\s*([^()\[\],]+)", re.I)
_BY_KIND = {"string": "name", "integer": "value", "number": "value"}
_LONGEST_KEY = 4
"""Columns that together name a row."""
_TIMES = ("year", "day", "period")
_SPECIAL = {"source": "source_name"}
"""A column of this name says which document each row comes from."""


@dataclass(frozen=True)
class Guess:
    """One column as it is guessed: its name, its title as typed, its unit as the file says it."""

    name: str
    title: str
    column: Column
    unit: str = ""


@dataclass(frozen=True)
class Guessed:
    """A table as it is guessed, what stood round it, and what nobody can be sure of."""

    columns: Sequence[Guess]
    key: Sequence[str]
    remarks: Sequence[str]
    unclear: Sequence[Problem]

    def rows(self) -> list[list[str]]:
        """The header and the rows of the table."""
        cells = zip(*(guess.column.cells for guess in self.columns), strict=True)
        return [[guess.name for guess in self.columns], *map(list, cells)]


def guess(seen: Grid, decimal: str = "") -> Guessed:
    """The table in a file as it was *seen*."""
    known = habits(seen, decimal)
    frame = framed(seen.rows, known)
    remarks = [*_remarks(frame)]
    stated = next((found[1] for each in remarks if (found := _STATED.search(each))), "").strip()
    names, units, columns = _long(frame, known, remarks)
    kept = [*_not_alike(names, columns, remarks)]
    guesses: list[Guess] = []
    for number in kept:
        title, unit = _title(names[number])
        column = columns[number]
        says = ""
        if column.type in _BY_KIND and column.type != "string":
            says = unit or units[number] or column.sign or stated
        name = _name(title, column.type, [other.name for other in guesses])
        guesses.append(Guess(name, title, column, says))
        if name in _SPECIAL.values() or keyword.iskeyword(name.removesuffix("_")):
            remarks.append(f"{title} is called {name}: the bare word has a meaning of its own")
    unclear = [*_merged(frame)]
    unclear += [problem for number in kept for problem in columns[number].unclear]
    return Guessed(guesses, _key(guesses), remarks, unclear)


def _merged(frame: Frame) -> Iterator[Problem]:
    """Where the first column is empty below a value, as merged cells are exported."""
    cells = frame.column(0)
    empty = [cell for cell in cells if not cell.text]
    if empty and cells[0].text:
        hint = "If it was merged with the one above it in the spreadsheet, write what that says."
        yield Problem(empty[0].place, "This cell is empty, and names a row.", hint)


def _remarks(frame: Frame) -> Iterator[str]:
    for row in (*frame.above, *frame.below):
        if words := " ".join(cell.text for cell in row if cell.text):
            yield f"the file says: {words}"


def _long(
    frame: Frame, known: Habits, remarks: list[str]
) -> tuple[list[str], list[str], list[Column]]:
    """Names, units and columns; those that are called by years become rows, one for each year."""
    years = [number for number, name in enumerate(frame.names) if written.moment(name)]
    others = [number for number in range(len(frame.names)) if number not in years]
    if len({frame.names[number] for number in years}) < max(2, len(years)) or not others:
        pairs = [(name, frame.column(n)) for n, name in enumerate(frame.names)]
        return [*frame.names], [*frame.units], [read(n, cells, known) for n, cells in pairs]
    remarks.append("the columns of times were made into rows: one column of times, one of values")
    rows = [(row, year) for row in frame.body for year in years if len(row) > max(years)]
    made = [read(frame.names[n], [row[n] for row, _ in rows], known) for n in others]
    times = [replace(row[y], text=written.moment(frame.names[y])) for row, y in rows]
    made.append(read("year", times, known))
    made.append(read("value", [row[y] for row, y in rows], known))
    names = [frame.names[n] for n in others]
    return [*names, "", ""], [""] * len(made), made


def _not_alike(
    names: Sequence[str], columns: Sequence[Column], remarks: list[str]
) -> Iterator[int]:
    """The columns that tell the rows apart; what is the same in all is a remark."""
    for number, (name, found) in enumerate(zip(names, columns, strict=True)):
        values = {*found.cells}
        alike = len(values) == 1 and len(found.cells) > 1 and found.type == "string"
        if not alike:
            yield number
        elif any(values):
            remarks.append(f"in every row: {name}: {values.pop()}")


def _title(header: str) -> tuple[str, str]:
    """The words of a *header*, and the unit that it says in brackets or at its end."""
    found = _IN_TITLE.search(header)
    if found and (title := header[: found.start()].strip()):
        return title, (found[1] or found[2]).strip()
    return header, ""


def _name(title: str, kind: str, taken: Sequence[str]) -> str:
    """What a column is called in formulas, by the Latin letters of its title, or by its kind."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:50]
    name = re.sub(r"^(\d+)_([a-z]\w*)$", r"\2_\1", name)  # a name begins with a letter
    if re.search(r"[^\W\d_a-z]", re.sub(r"[À-ÿ]", "", title.lower())) or not KEY.fullmatch(name):
        name = _BY_KIND.get(kind, kind)
    name = _SPECIAL.get(name, f"{name}_" if keyword.iskeyword(name) else name)
    number = 2
    free = name
    while free in taken:
        free, number = f"{name}_{number}", number + 1
    return free


def _key(guesses: Sequence[Guess]) -> list[str]:
    """The first column that names each row, or the fewest beside each other that do together;
    none if that cannot be told."""
    able = [
        each for each in guesses
        if (each.column.type == "string" or each.column.type in _TIMES) and each.column.required
    ]  # fmt: skip
    for each in able:
        if _names_rows([each]):
            return [each.name]
    for count in range(2, min(_LONGEST_KEY, len(able)) + 1):
        for first in range(len(able) - count + 1):
            if _names_rows(able[first : first + count]):
                return [each.name for each in able[first : first + count]]
    return []


def _names_rows(guesses: Sequence[Guess]) -> bool:
    rows = [*zip(*(guess.column.cells for guess in guesses), strict=True)]
    return len({*rows}) == len(rows)


def unit_named(says: str, units: Mapping[str, Mapping[str, str]]) -> list[str]:
    """The units, by their name and what they *print*, that are what a file *says*."""
    meant = _plain(says)
    return [name for name, prints in units.items() if meant and meant in _called(name, prints)]


def _called(name: str, prints: Mapping[str, str]) -> set[str]:
    return {_plain(name), *(_plain(text.replace("{}", "")) for text in prints.values())}


_ALSO = {"usd": "$", "us$": "$", "달러": "$", "percent": "%", "pc": "%", "퍼센트": "%", "krw": "원",
         "won": "원"}  # fmt: skip


def _plain(unit: str) -> str:
    plain = unit.strip(" ()[]{}").casefold()
    return _ALSO.get(plain, plain)
