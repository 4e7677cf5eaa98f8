"""How a number is written, and what to write in place of what people write and export.

One definition for field and cell: each ``…_mistake`` gives None for what can be used, or else how
the sentence about it goes on after the name of its field, and what to write instead.
"""

import re
import unicodedata
from collections.abc import Callable

NUMBER = re.compile(r"-?(?=[\d.]{1,24}(?!.))(0|[1-9]\d{0,17})(\.\d+)?", re.ASCII)
"""No more digits before the point than a machine's whole number holds, nor in all than decimals
are worked out with."""
Mistake = tuple[str, str] | None

_MISSING = set(
    "- – — − . .. ... … · • : / _ ? * x n/a na nan null none ~ inf -inf ∞ -∞ infinity".split()
)
_LEFT_OUT = (
    "A number that is not known is left out: no figure, or an empty cell in a column with "
    "required: false."
)
_ALONE = "Write the number alone; the unit has a place of its own."


def says(text: str) -> str:
    """What a field holds, for a sentence."""
    if not text:
        return "is empty"
    strange = [char for char in text if char.isdecimal() and not char.isascii()]
    if not strange:
        return f'says "{text}"'
    full = unicodedata.east_asian_width(strange[0]) == "F"
    return f'says "{text}" in {"full-width digits" if full else "digits of another script"}'


def plain_digits(text: str) -> str:
    """*text* with plain digits and signs in the place of full-width ones."""
    return "".join(
        str(unicodedata.decimal(char, char)) for char in unicodedata.normalize("NFKC", text)
    )


def _without(signs: str, text: str) -> str:
    return re.sub(f"[{signs}]", "", text)


def _without_zeros(text: str) -> str:
    return re.sub(r"^(-?)0+(?=.)", r"\1", text)


_GAPS = " \u00a0\u2007\u2009\u202f'’_"
_NUMBERS: tuple[tuple[str, str | Callable[[str], str]], ...] = (
    (r"-?[0-9.]{19,}", "Write eighteen digits at most, or twenty-three with decimals."),
    (r"=.*", "This is a formula of the spreadsheet. Export its values: paste them as values only."),
    (
        r"-?\d{1,3}(,\d{3})+(\.\d+)?",
        lambda text: f"Write it without commas: {_without(',', text)}.",
    ),
    (
        r"-?\d{1,3}(\.\d{3}){2,}(,\d+)?|-?\d{1,3}(\.\d{3})+,\d+",
        lambda text: f"Write it so: {_without('.', text).replace(',', '.')}.",
    ),
    (
        rf"-?\d{{1,3}}([{_GAPS}]\d{{3}})+(\.\d+)?",
        lambda text: f"Write it without gaps: {_without(_GAPS, text)}.",
    ),
    (r"['‘’`]-?[\d.]+", lambda text: f"Write it without the apostrophe: {text[1:]}."),
    (r"-?\d+,\d+", lambda text: f"Write a point for decimals: {text.replace(',', '.')}."),
    (r"-?[\d.]+[eE][+-]?\d+", "Write all the digits, without an exponent."),
    (r"[−–—－‐‑].*", "Write the minus sign as a plain hyphen: -."),
    (r"\+[\d.]+", lambda text: f"Write it without the plus sign: {text[1:]}."),
    (r"[\d.]+-", lambda text: f"Write the minus sign first: -{text[:-1]}."),
    (
        r"\([\d.]+\)",
        lambda text: f"If a spreadsheet means less than zero, write -{text[1:-1]}.",
    ),
    (r"-?\.\d+", lambda text: f"Write {text.replace('.', '0.')}."),
    (r"-?\d+\.", lambda text: f"Write {text[:-1]}."),
    (
        r"-?0\d+(\.\d+)?",
        lambda text: f"Write it without leading zeros: {_without_zeros(text)}.",
    ),
    (r"[\d.,]*[만억조천].*", "Write all the digits, without 만 or 억."),
    (
        r"\d{1,2}[-/](\d{1,2}[-/]\d{2,4}|[A-Za-z]{3}(-\d{2,4})?)|[A-Za-z]{3}-\d{2}"
        r"|\d{1,2}월 ?\d{1,2}일",
        "A spreadsheet has made a day of it. Set the column to Text there and type it again.",
    ),
    (r".*[₩$€£¥%원명].*|.*\d\W*[^\W\d_].*|[^\W\d_].*\d.*|[\d.,]+\W+", _ALONE),
)  # fmt: skip
"""What people write and export, and what to do about it; the first that fits is told."""


def number_mistake(text: str) -> Mistake:
    """What is wrong with a number that nobody can read for sure."""
    if NUMBER.fullmatch(text):
        return None
    needs = f"needs a number, but {says(text)}"
    if (plain := plain_digits(text)) != text and NUMBER.fullmatch(plain):
        return f"{needs}.", f"Write the plain digits 0 to 9: {plain}."
    if text.lower() in _MISSING:
        return f"{needs}.", _LEFT_OUT
    for pattern, hint in _NUMBERS:
        if re.fullmatch(pattern, text, re.ASCII if "\\W" not in pattern else 0):
            return f"{needs}.", hint if isinstance(hint, str) else hint(text)
    return f"{needs}.", "Write digits, with a point for decimals: 100.62."


def whole_mistake(text: str) -> Mistake:
    """What is wrong with a whole number."""
    if mistake := number_mistake(text):
        return mistake
    if "." not in text:
        return None
    whole, _, rest = text.partition(".")
    return f"needs a whole number, but {says(text)}.", "" if rest.strip("0") else f"Write {whole}."
