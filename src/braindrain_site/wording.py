"""How amounts, periods and days are written, by language.

English follows newspaper style: figures from 10 up, words below (Associated Press Stylebook,
"numerals"; ``words`` gives them where a sentence asks), millions and billions spelled out, the
minus sign as U+2212, a day as "8 July 2025".
"""

import datetime as dt
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from braindrain_site import amounts
from braindrain_site.amounts import Amount
from braindrain_site.edition import Unit
from braindrain_site.fields import NOT_STATED, NUMBER

_SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()
_PLACES = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
).split()
_LARGE = {
    Decimal(10) ** 12: "trillion",
    Decimal(10) ** 9: "billion",
    Decimal(10) ** 6: "million",
}
_QUALIFIED = {
    "exactly": "{}",
    "about": "about {}",
    "over": "over {}",
    "up_to": "up to {}",
    "under": "under {}",
}
_MINUS = "\N{MINUS SIGN}"
_MOST_DIGITS = 3


def words(amount: Amount, lang: str) -> str:
    """A small whole number or rank as a word, any other as digits.

    >>> words(amounts.bare(4), "en"), words(amounts.bare(56), "en")
    ('four', '56')
    """
    value = amount.shown
    ranked = amount.unit is not None and amount.unit.ordinal
    if value == value.to_integral() and 0 <= value < len(_SMALL):
        return (_PLACES if ranked else _SMALL)[int(value)]
    return quantity(amount, lang) if ranked else number(amount, lang)


def number(amount: Amount, lang: str) -> str:
    """The number alone, without unit and qualifier.

    >>> number(amounts.bare(330000), "en")
    '330,000'
    >>> number(amounts.bare(Decimal("-0.36")), "en")
    '−0.36'
    >>> number(amounts.bare(100620000), "en")
    '100.62 million'
    """
    value = amount.rounded().shown if amount.step else _at_most(amount.shown)
    return _grouped(value, _decimals(amount), lang)


def _at_most(value: Decimal) -> Decimal:
    """An exact quotient with a tail of digits nobody needs, cut to three significant ones."""
    if value == value.to_integral() or -value.as_tuple().exponent <= _MOST_DIGITS:  # type: ignore[operator]
        return value
    step = Decimal(1).scaleb(min(value.adjusted() - _MOST_DIGITS + 1, 0))
    return amounts.round_to(value, step)


def _decimals(amount: Amount) -> int | None:
    """How many decimals to print: those that are known, as typed; None for as many as there are."""
    if not amount.step:
        return None
    scale = amount.unit.scale if amount.unit else Decimal(1)
    return -(amount.step / scale).normalize().adjusted()


def _grouped(value: Decimal, decimals: int | None, lang: str) -> str:
    for size, name in _LARGE.items():
        if abs(value) >= size:
            return f"{_grouped(value / size, _finer(decimals, size), lang)} {name}"
    places = max(0, -value.normalize().as_tuple().exponent if decimals is None else decimals)  # type: ignore[operator]
    pattern = "#,##0" + ("." + "0" * places if places else "")
    text = format_decimal(abs(value), pattern, locale=lang)
    return (_MINUS if value < 0 and value else "") + text


def _finer(decimals: int | None, size: Decimal) -> int | None:
    """The decimals of a number of millions, if the number itself is known to *decimals*."""
    return None if decimals is None else decimals + size.adjusted()


def quantity(amount: Amount, lang: str) -> str:
    """The number with its unit, as firm as it stands: ``56 professors``, ``$330,000``, ``35th``."""
    unit = amount.unit
    if unit is None:
        return number(amount, lang)
    if unit.ordinal:
        return unit.print[lang].format(ordinal(int(amount.shown)))
    one = unit.singular and amount.shown == 1
    pattern = (unit.singular if one and unit.singular else unit.print)[lang]
    # The unit's own scale ("million") is part of the number, so it is printed from base units.
    text = number(_in_base_units(amount), lang)
    sign = _MINUS if text.startswith(_MINUS) else ""
    return sign + pattern.format(text.removeprefix(_MINUS))


def _in_base_units(amount: Amount) -> Amount:
    """*amount* for printing: whole multiples of a unit ("million won") count in the unit itself."""
    if amount.unit is None or amount.unit.scale < 1:
        return amount
    plain = amount.unit.model_copy(update={"scale": Decimal(1)})
    return Amount(**{**vars(amount), "unit": plain})


def phrase(amount: Amount, lang: str) -> str:
    """The number with unit and qualifier: ``over $330,000``, ``over about 4.5 times``."""
    loose = "about {}" if amount.about and amount.qualifier != "about" else "{}"
    return _QUALIFIED[amount.qualifier].format(loose.format(quantity(amount, lang)))


def ordinal(number: int) -> str:
    """English ordinals.

    >>> [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 35, 44, 112)]
    ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '35th', '44th', '112th']
    """
    teen = number % 100 in {11, 12, 13}
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def cell_text(typed: str, unit: Unit | None, lang: str) -> str:
    """One table cell for readers: digits grouped and decimals as typed, other text as it is.

    >>> cell_text("-1.30", None, "en"), cell_text("1073", None, "en"), cell_text("NA", None, "en")
    ('−1.30', '1,073', 'NA')
    """
    if not NUMBER.fullmatch(typed):
        return typed
    value = Decimal(typed)
    decimals = len(typed.partition(".")[2])
    if unit is not None and unit.ordinal:
        return ordinal(int(value))
    return _grouped_plain(value, decimals, lang)


def _grouped_plain(value: Decimal, decimals: int, lang: str) -> str:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return (_MINUS if value < 0 else "") + format_decimal(abs(value), pattern, locale=lang)


def day(date: dt.date, lang: str) -> str:
    """A day in full.

    >>> day(dt.date(2025, 7, 8), "en")
    '8 July 2025'
    """
    return format_date(date, "d MMMM y", locale=lang)


def period(text: str, lang: str) -> str:
    """A period from ``fields.Period``.

    >>> [period(text, "en") for text in ("2024", "2024-04", "2025-07-08", "2021-01/2025-05")]
    ['2024', 'April 2024', '8 July 2025', 'January 2021 to May 2025']
    """
    if text == NOT_STATED:
        return text
    return " to ".join(_moment(part, lang) for part in text.split("/"))


def _moment(text: str, lang: str) -> str:
    match text.count("-"):
        case 0:
            return text
        case 1:
            return format_date(dt.date.fromisoformat(f"{text}-01"), "MMMM y", locale=lang)
        case _:
            return day(dt.date.fromisoformat(text), lang)
