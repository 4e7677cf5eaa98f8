"""Numbers and times as English papers write them.

Figures from 10 up, words below where a sentence asks for words (Associated Press Stylebook,
"numerals"); millions and billions spelled out; a day as "8 July 2025".
"""

import datetime as dt
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from braindrain_site.model.entries import Qualifier

NOT_STATED = "year not stated"
TYPED_IN = (1, "")
_SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()
_PLACES = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
).split()
_LARGE = {12: "trillion", 9: "billion", 6: "million"}
_QUALIFIED: dict[Qualifier, str] = {
    "exactly": "{}",
    "about": "about {}",
    "over": "over {}",
    "up_to": "up to {}",
    "under": "under {}",
}
_ROUGHLY: dict[Qualifier, str] = {
    "exactly": "about {}",
    "about": "about {}",
    "over": "roughly {} or more",
    "up_to": "roughly {} or less",
    "under": "roughly {} or less",
}
"""A bound that is itself rounded: "over" and "about" of one number exclude each other."""


def grouped(value: Decimal, decimals: int | None) -> str:
    """Thousands apart by commas, from a million in words where three decimals say it all.

    A whole number of millions has no decimals, however finely it is known.

    >>> grouped(Decimal(330000), None), grouped(Decimal("100620000"), None)
    ('330,000', '100.62 million')
    >>> grouped(Decimal(340110988), None), grouped(Decimal(2000000), -5)
    ('340,110,988', '2 million')
    """
    for power, name in _LARGE.items():
        large = value.scaleb(-power)
        if large >= 1 and large == round(large, 3):
            plain = large == large.to_integral()
            known = None if decimals is None or plain else decimals + power
            return f"{grouped(large, known)} {name}"
    shown = -value.normalize().as_tuple().exponent if decimals is None else decimals  # type: ignore[operator]
    return cell(value, max(0, shown))


def cell(value: Decimal, decimals: int) -> str:
    """Thousands apart by commas, however large.

    >>> cell(Decimal(1234567), 0), cell(Decimal("1.3"), 2)
    ('1,234,567', '1.30')
    """
    return str(format_decimal(value, f"#,##0.{'0' * decimals}", locale="en"))


def small(value: int, *, ranked: bool) -> str | None:
    """Up to twelve in words.

    >>> small(4, ranked=False), small(4, ranked=True), small(13, ranked=False)
    ('four', 'fourth', None)
    """
    return (_PLACES if ranked else _SMALL)[value] if value < len(_SMALL) else None


def ordinal(number: int) -> str:
    """Digits with their ending.

    >>> [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 35, 44, 111)]
    ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '35th', '44th', '111th']
    """
    teen = number % 100 in {11, 12, 13}
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def said(number: str, around: tuple[str, str], qualifier: Qualifier, about: bool) -> str:
    """The qualifier before all; of a rounded bound, around all.

    >>> said("4.5", ("", " times"), "over", True), said("330,000", ("$", ""), "over", False)
    ('roughly 4.5 times or more', 'over $330,000')
    >>> said("26", ("", "%"), "up_to", True), said("26", ("", "%"), "exactly", True)
    ('roughly 26% or less', 'about 26%')
    """
    pattern = (_ROUGHLY if about else _QUALIFIED)[qualifier]
    return pattern.format(around[0] + number + around[1])


def day(date: dt.date) -> str:
    """Day, month, year.

    >>> day(dt.date(2025, 7, 8))
    '8 July 2025'
    """
    return format_date(date, "d MMMM y", locale="en")


def span(moments: list[str]) -> str:
    """One moment, or two with "to" between.

    >>> span(["2024"]), span(["2024-04"]), span(["2021-01", "2025-05"])
    ('2024', 'April 2024', 'January 2021 to May 2025')
    """
    return " to ".join(map(_moment, moments))


def throughout(first: str, last: str) -> str:
    """From the one moment to the other, in a sentence.

    >>> throughout("2021-01", "2025-05")
    'from January 2021 to May 2025'
    """
    return f"from {span([first, last])}"


def _moment(text: str) -> str:
    match text.count("-"):
        case 0:
            return text
        case 1:
            return format_date(dt.date.fromisoformat(f"{text}-01"), "MMMM y", locale="en")
        case _:
            return day(dt.date.fromisoformat(text))
