"""What is wrong with one cell of a table, by what its column says of it."""

import re
from collections.abc import Callable
from decimal import Decimal

from braindrain_site.model.date_mistakes import day_mistake, period_mistake, year_mistake
from braindrain_site.model.fields import LONGEST_NAME
from braindrain_site.model.number_mistakes import NUMBER, Mistake, number_mistake, whole_mistake
from braindrain_site.model.problems import nearest
from braindrain_site.model.tables import Column
from braindrain_site.reading import letters

_CHECKS: dict[str, Callable[[str], Mistake]] = {
    "integer": whole_mistake,
    "number": number_mistake,
    "year": year_mistake,
    "day": day_mistake,
    "period": period_mistake,
}
"""What is wrong with a cell of each type; a string may be anything."""
_BROKEN = re.compile(r"#[A-Z/0]+[!?]|#N/A|#+|Err:\d+|Loading\.\.\.")
"""What a spreadsheet writes into a cell that it has no value for."""


def cell_mistake(text: str, column: Column) -> tuple[str, str] | None:
    """What is wrong with one cell, as a sentence and a hint; None when it is fine."""
    if text != text.strip():
        around = text.replace(text.strip(), "", 1)
        space = "a tab" if "\t" in around else "a space"
        if found := letters.SPACES.search(around):
            space = letters.a_space(found[0])
        return f'"{column.name}" has {space} before or after it.', "Delete it."
    if not text:
        if not column.constraints.required:
            return None
        hint = "Write the value; if gaps are allowed, say required: false in the sidecar."
        return f'"{column.name}" is empty.', hint
    if _BROKEN.fullmatch(text):
        return f'"{column.name}" has the spreadsheet\'s error "{text}".', _mend(text)
    if len(text) > LONGEST_NAME:
        return f'"{column.name}" needs {LONGEST_NAME} letters at most, but has {len(text):,}.', ""
    return _wrong_type(text, column) or _wrong_words(text, column) or _out_of_bounds(text, column)


def _mend(text: str) -> str:
    """What to do in the spreadsheet about an error that it shows."""
    if set(text) == {"#"}:
        return "The column is too narrow there: widen it, and save the CSV again."
    if text in {"Loading...", "#GETTING_DATA"}:
        return "Wait there until the value has come, and save the CSV again."
    return "Mend the formula there, or empty the cell if nothing is known, and save the CSV again."


def _wrong_words(text: str, column: Column) -> tuple[str, str] | None:
    """What is wrong with the words of a cell, which readers see or which others name."""
    if column.labels and text not in column.labels:
        hint = f"Add it under the labels of {column.name} in the sidecar."
        return f'"{text}" has no words for readers.', nearest(text, column.labels, hint)
    if "\t" in text:
        return f'"{column.name}" has a tab in it.', "Type a space in its place."
    if found := letters.SPACES.search(text):
        space = letters.a_space(found[0])
        return f'"{column.name}" has {space} in it.', "Type a plain space in its place."
    return None


def _wrong_type(text: str, column: Column) -> tuple[str, str] | None:
    check = _CHECKS.get(column.type)
    if check is None or not (mistake := check(text)):
        return None
    rest, hint = mistake
    return f'"{column.name}" {rest}', hint


def _out_of_bounds(text: str, column: Column) -> tuple[str, str] | None:
    if not NUMBER.fullmatch(text):
        return None
    least, most = column.constraints.minimum, column.constraints.maximum
    if least is not None and Decimal(text) < least:
        return f'"{column.name}" must be at least {least}, but says "{text}".', ""
    if most is not None and Decimal(text) > most:
        return f'"{column.name}" must be at most {most}, but says "{text}".', ""
    return None
