"""How offices of statistics and spreadsheets write a cell, and its house form where that is sure.

What can be read in two ways is read by what other cells of the same file prove, or not at all:
nothing here guesses a value.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from braindrain_site.model.date_mistakes import (
    day_mistake,
    moment_meant,
    period_meant,
    period_mistake,
    year_mistake,
)
from braindrain_site.model.number_mistakes import NUMBER, plain_digits

UNKNOWN = {":", "..", "...", "…", "n/a", "#n/a", "nan", "null", "na"}
"""What can only mean that nobody knows (Eurostat, the OECD, the World Bank, spreadsheets)."""
UNCLEAR = {"-", "–", "—", "x", "*", ".", "?", "n", "z", "c"}
"""What means nothing, none, secret or unknown, as the office has it."""
_GAP = "[\u0020\u00a0\u2007\u2009\u202f'’]"
_COMMA_GROUPS = re.compile(r"-?\d{1,3}(,\d{3}){2,}(\.\d+)?|-?\d{1,3}(,\d{3})+\.\d+")
_COMMA_DECIMAL = re.compile(
    rf"-?\d+,(\d{{1,2}}|\d{{4,}})|-?(0|\d{{4,}}),\d+|-?\d{{1,3}}((\.|{_GAP})\d{{3}})+,\d+"
    r"|-?\d{1,3}(\.\d{3}){2,}"
)
_POINT_DECIMAL = re.compile(r"-?\d+\.(\d{1,2}|\d{4,})|-?(0|\d{4,})\.\d+")
_EITHER = re.compile(r"-?[1-9]\d{0,2}(,\d{3})")
_POINT_EITHER = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})")
FLAGGED = re.compile(r"-?[\d.,]+ ?(?:[a-z]{1,2}|[*†‡]+|\d\))")
"""A number with a mark behind it that the office explains elsewhere."""
_IN_WORDS = re.compile(
    r"[△▲▽▼][\d.,]+|\([$₩€£¥]?[\d.,]+\)|[\d., ]*\d ?[천백만억조][\d., 천백만억조]*[원명개]?"
)
"""A number that says with a sign that it is below zero, or with words how large it is."""
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_SIGN = re.compile(r"([₩$€£¥]|US\$)?\s*(-?\d.*?)\s*(%|[₩$€£¥원명개곳건]|달러|km|kg)?", re.DOTALL)


@dataclass(frozen=True)
class Habits:
    """What the cells of a file prove: the decimal sign of its numbers, and the first part of days
    such as 13/02/2026; empty where nothing does."""

    decimal: str = ""
    first: str = ""


def habits(cells: Collection[str], comma: str) -> Habits:
    """The habits of a file whose *cells* are parted by a *comma*."""
    proofs = {
        "." if _COMMA_GROUPS.fullmatch(cell) or _POINT_DECIMAL.fullmatch(cell) else ","
        for each in cells
        if (cell := bare(each)[0])
        and any(p.fullmatch(cell) for p in (_COMMA_GROUPS, _POINT_DECIMAL, _COMMA_DECIMAL))
    }
    days = [found for cell in cells if (found := _SLASHED.fullmatch(cell.strip()))]
    firsts = {"day" for day in days if int(day[1]) > 12} | {
        "month" for day in days if int(day[3]) > 12
    }
    whole = any(_POINT_EITHER.fullmatch(bare(cell)[0]) for cell in cells)
    if not proofs and comma == "," and whole:
        proofs = {"."}  # who parts cells by commas writes decimals with points
    return Habits(_only(proofs), _only(firsts))


def _only(proofs: set[str]) -> str:
    return next(iter(proofs)) if len(proofs) == 1 else ""


@lru_cache(maxsize=2**16)
def bare(cell: str) -> tuple[str, str]:
    """*cell* without the sign of a unit before or behind its number, and that sign.

    Asked of each cell several times over.
    """
    plain = cell.strip() if cell.isascii() else plain_digits(cell).strip()
    plain = re.sub("^[−–‐‑](?=[\\d.])", "-", plain)
    found = _SIGN.fullmatch(plain)
    if not found or (found[1] and found[3]):
        return plain, ""
    return found[2], found[1] or found[3] or ""


def number(cell: str, known: Habits) -> str:
    """The number that *cell*, without a unit, can only mean; empty if that is not sure."""
    if NUMBER.fullmatch(cell):
        doubtful = known.decimal != "." and _POINT_EITHER.fullmatch(cell)
        if not doubtful:
            return cell
    text = re.sub(rf"(?<=\d){_GAP}(?=\d{{3}}(?!\d))", "", cell)
    if re.search(_GAP, text) or re.fullmatch(r"-?0\d+", text):
        return ""
    if _COMMA_GROUPS.fullmatch(text) or (known.decimal == "." and _EITHER.fullmatch(text)):
        text = text.replace(",", "")
    elif _COMMA_DECIMAL.fullmatch(text) or (known.decimal == "," and _EITHER.fullmatch(text)):
        text = text.replace(".", "").replace(",", ".")
    elif _POINT_EITHER.fullmatch(text):
        if not known.decimal:
            return ""
        text = text.replace(".", "") if known.decimal == "," else text
    elif found := re.fullmatch(r"(\+|-)?(\d*)\.(\d+)|(\+)(\d+)|(-?\d+)\.", text):
        sign, whole, rest, _, plus, pointed = found.groups()
        text = plus or pointed or f"{sign if sign == '-' else ''}{whole or '0'}.{rest}"
    return text if NUMBER.fullmatch(text) else ""


def moment(name: str) -> str:
    """The year or period that a column is called by; empty if it is called otherwise."""
    return year(name) or (period(name, Habits()) if re.match(r"[12]\d{3}\W", name) else "")


def day(cell: str, known: Habits) -> str:
    """The day that *cell* can only mean; empty if that is not sure."""
    if found := _SLASHED.fullmatch(cell):
        first, _, second, year = found.groups()
        order = {"day": (second, first), "month": (first, second)}.get(known.first)
        if first == second:
            order = (first, second)
        text = f"{year}-{order[0]:0>2}-{order[1]:0>2}" if order else ""
    else:
        text = moment_meant(cell)
    return text if text.count("-") == 2 and not day_mistake(text) else ""


def period(cell: str, known: Habits) -> str:
    """The year, month, day or span that *cell* can only mean; empty if that is not sure."""
    if not period_mistake(cell):
        return cell
    return day(cell, known) or period_meant(cell)


def year(cell: str) -> str:
    """The year that *cell* can only mean; empty if that is not sure.

    >>> year("2024년"), year("2019 [YR2019]"), year("2024p")
    ('2024', '2019', '')
    """
    found = re.fullmatch(r"([12]\d{3})(?:년|\.0| ?\[YR\1\])?", plain_digits(cell).strip())
    return found[1] if found and not year_mistake(found[1]) else ""


def ambiguous(cell: str, known: Habits) -> str:
    """What a *cell* can mean that can be read in two ways; empty if it cannot."""
    text = bare(cell)[0]
    if not known.decimal and _EITHER.fullmatch(text):
        return f"{text.replace(',', '')} or {text.replace(',', '.')}"
    if not known.decimal and _POINT_EITHER.fullmatch(text):
        return f"{text} or {text.replace('.', '')}"
    if not known.first and (found := _SLASHED.fullmatch(text)):
        first, _, second, year = found.groups()
        return f"{year}-{second:0>2}-{first:0>2} or {year}-{first:0>2}-{second:0>2}"
    return ""


def is_readable(cell: str, known: Habits) -> bool:
    """Whether *cell* is a number, or one of two."""
    return bool(number(bare(cell)[0], known) or ambiguous(cell, known))


def is_like_number(cell: str, known: Habits) -> bool:
    """Whether *cell* is meant as a number, be it sure which or not."""
    return bool(is_readable(cell, known) or FLAGGED.fullmatch(cell) or _IN_WORDS.fullmatch(cell))


def is_missing(cell: str) -> bool:
    """Whether *cell* says in some way that it has no value."""
    return not cell or cell.lower() in UNKNOWN | UNCLEAR


def filled(cells: Iterable[str]) -> list[str]:
    """Those of *cells* that have a value."""
    return [cell for cell in cells if not is_missing(cell)]
