"""How amounts, periods and days are written in each language of a site.

What is the same in every language stands here: how many decimals are known, where the unit goes,
what a cell keeps of what was typed. ``english`` and ``korean`` say how their papers write the rest.
"""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from braindrain_site.model import amounts
from braindrain_site.model.amounts import Amount
from braindrain_site.model.date_mistakes import ALWAYS, NOT_STATED
from braindrain_site.model.entries import Qualifier, Unit
from braindrain_site.model.number_mistakes import NUMBER
from braindrain_site.wording import english, korean, particles

_MINUS = "\N{MINUS SIGN}"
_MOST_DIGITS = 3
PARTICLES = particles.PARTICLES
"""Particle by name → its form after a consonant and after a vowel."""
followed = particles.followed


class Style(Protocol):
    """What a language settles for itself."""

    __file__: str | None
    NOT_STATED: str
    TYPED_IN: tuple[int, str]
    """How much one is of what is typed for a large sum of money, and the word for that."""

    def grouped(self, value: Decimal, decimals: int | None) -> str:
        """A number that is not negative, with *decimals*, or as many as it has."""

    def cell(self, value: Decimal, decimals: int) -> str:
        """The same for a column of a table, where digits stand below each other."""

    def small(self, value: int, *, ranked: bool) -> str | None:
        """A small number or rank as a word, None when it is written in digits."""

    def ordinal(self, number: int) -> str:
        """A rank, as it goes between the words of its unit."""

    def said(self, number: str, around: tuple[str, str], qualifier: Qualifier, about: bool) -> str:
        """*number* between the words of its unit, as loose as it is."""

    def day(self, date: dt.date) -> str:
        """A day in full."""

    def span(self, moments: list[str]) -> str:
        """One moment (``2024``, ``2024-04``, ``2024-04-15``), or the time from one to another."""

    def throughout(self, first: str, last: str) -> str:
        """The time from one moment to another, with the words for from and to."""


_STYLES: dict[str, Style] = {"en": english, "ko": korean}
LANGUAGES = tuple(_STYLES)
"""The languages that a site can be written in."""


def words_file(lang: str) -> Path:
    """The file of what pages in *lang* say around a story: beside its rules, under their name."""
    return Path(str(_STYLES[lang].__file__)).with_suffix(".yaml")


def words(amount: Amount, lang: str) -> str:
    """A small whole number or rank as a word, any other as digits.

    >>> words(amounts.bare(4), "en"), words(amounts.bare(4), "ko"), words(amounts.bare(56), "en")
    ('four', '네', '56')
    """
    value = amount.shown
    ranked = amount.unit is not None and amount.unit.ordinal
    if value == value.to_integral() and value >= 0:
        word = _STYLES[lang].small(int(value), ranked=ranked)
        if word is not None:
            return word
    return quantity(amount, lang) if ranked else number(amount, lang)


def number(amount: Amount, lang: str) -> str:
    """The number alone, without unit and qualifier; "million" is part of the number.

    >>> number(amounts.bare(330000), "en"), number(amounts.bare(330000), "ko")
    ('330,000', '33만')
    >>> number(amounts.bare(Decimal("-0.36")), "ko")
    '−0.36'
    """
    return _number(_in_base_units(amount), lang)


def _number(amount: Amount, lang: str) -> str:
    value = _shown(amount)
    text = _STYLES[lang].grouped(abs(value), _decimals(amount))
    return _MINUS + text if value < 0 else text


def _shown(amount: Amount) -> Decimal:
    """The number printed: rounded to the last digit known, or cut where nobody needs its tail."""
    return amount.rounded().shown if amount.step else amounts.round_to(amount.shown, _cut(amount))


def _cut(amount: Amount) -> Decimal:
    """The last digit printed of an exact quotient: the third that says something, or a whole."""
    value = amount.shown
    last = int(value.as_tuple().exponent)
    if value != value.to_integral() and -last > _MOST_DIGITS:
        last = value.adjusted() - _MOST_DIGITS + 1
    return Decimal(1).scaleb(min(last, 0))


def printed(amount: Amount) -> Decimal:
    """The value, in base units, of the number that is printed.

    >>> printed(amounts.bare(Decimal(2) / 3))
    Decimal('0.667')
    """
    plain = _in_base_units(amount)
    return _shown(plain) * (plain.unit.scale if plain.unit else 1)


def finer(amount: Amount, digits: int) -> Amount:
    """*amount*, to be printed with *digits* more digits than it would be, if it has them.

    >>> number(finer(amounts.bare(Decimal(2) / 3), 2), "en")
    '0.66667'
    """
    if not digits or printed(amount) == amount.value:
        return amount
    plain = _in_base_units(amount)
    scale = plain.unit.scale if plain.unit else Decimal(1)
    return replace(amount, step=(amount.step or _cut(plain) * scale).scaleb(-digits))


def _decimals(amount: Amount) -> int | None:
    """How many decimals to print: those that are known, as typed; None for as many as there are."""
    if not amount.step:
        return None
    scale = amount.unit.scale if amount.unit else Decimal(1)
    return -(amount.step / scale).normalize().adjusted()


def quantity(amount: Amount, lang: str) -> str:
    """The number with its unit, as firm as it stands: ``56 professors``, ``$330,000``, ``35위``."""
    return _said(amount, lang, "exactly", about=False)


def phrase(amount: Amount, lang: str) -> str:
    """The number with unit and qualifier: ``over $330,000``, ``33만 달러 이상``."""
    about = amount.about and amount.qualifier != "about"
    return _said(amount, lang, amount.qualifier, about=about)


def _said(amount: Amount, lang: str, qualifier: Qualifier, *, about: bool) -> str:
    style, unit = _STYLES[lang], amount.unit
    if unit is None:
        return style.said(number(amount, lang), ("", ""), qualifier, about)
    text = style.ordinal(int(amount.shown)) if unit.ordinal else number(amount, lang)
    one = text.removeprefix(_MINUS) == "1"  # as printed: 1.2 may be printed as 1, and 1.0 is many
    pattern = unit.singular if unit.singular and one else unit.print
    before, _, after = pattern[lang].partition("{}")
    if text.startswith(_MINUS) and before and not before[-1].isspace():  # −$5
        before, text = _MINUS + before, text.removeprefix(_MINUS)
    return style.said(text, (before, after), qualifier, about)


def _in_base_units(amount: Amount) -> Amount:
    """*amount* for printing: whole multiples of a unit ("million won") count in the unit itself."""
    if amount.unit is None or amount.unit.scale < 1:
        return amount
    plain = amount.unit.model_copy(update={"scale": Decimal(1)})
    return Amount(**{**vars(amount), "unit": plain})


def cell_text(typed: str, unit: Unit | None, lang: str) -> str:
    """One table cell for readers: digits grouped and decimals as typed, other text as it is.

    >>> cell_text("-1.30", None, "en"), cell_text("1073", None, "ko"), cell_text("NA", None, "en")
    ('−1.30', '1,073', 'NA')
    """
    if not NUMBER.fullmatch(typed):
        return typed
    value, style = Decimal(typed), _STYLES[lang]
    if unit is not None and unit.ordinal:
        before, _, after = unit.print[lang].partition("{}")
        return style.said(style.ordinal(int(value)), (before, after), "exactly", False)
    text = style.cell(abs(value), len(typed.partition(".")[2]))
    return _MINUS + text if value < 0 else text


def cell_said(typed: str, unit: Unit | None, lang: str) -> str:
    """One table cell in a sentence: a number with its unit, as figures are said; other text as it
    is.

    >>> cell_said("59600", None, "en"), cell_said("59600", None, "ko"), cell_said("NA", None, "ko")
    ('59,600', '5만 9600', 'NA')
    """
    if not NUMBER.fullmatch(typed):
        return typed
    value = Decimal(typed)
    return quantity(amounts.given(value, unit) if unit else amounts.bare(value), lang)


def typed_in(lang: str) -> tuple[int, str]:
    """How much one is of what readers type for a large sum of money, and the word for that.

    >>> typed_in("en"), typed_in("ko")
    ((1, ''), (10000, '만 '))
    """
    return _STYLES[lang].TYPED_IN


def day(date: dt.date, lang: str) -> str:
    """A day in full.

    >>> day(dt.date(2025, 7, 8), "en"), day(dt.date(2025, 7, 8), "ko")
    ('8 July 2025', '2025년 7월 8일')
    """
    return _STYLES[lang].day(date)


def period(text: str, lang: str) -> str:
    """A period from ``fields.Period``; nothing of what holds at all times.

    >>> period("2021-01/2025-05", "en"), period("2021-01/2025-05", "ko")
    ('January 2021 to May 2025', '2021년 1월~2025년 5월')
    """
    if text == ALWAYS:
        return ""
    style = _STYLES[lang]
    return style.NOT_STATED if text == NOT_STATED else style.span(text.split("/"))


def span(text: str, lang: str) -> str:
    """A period from ``fields.Period`` that has two ends, with the words for from and to.

    >>> span("2021-01/2025-05", "en"), span("2021-01/2025-05", "ko")
    ('from January 2021 to May 2025', '2021년 1월부터 2025년 5월까지')
    """
    first, last = text.split("/")
    return _STYLES[lang].throughout(first, last)


def has_ends(text: str) -> bool:
    """Whether a period from ``fields.Period`` goes from one moment to another.

    >>> has_ends("2021/2024"), has_ends("2024"), has_ends("not stated")
    (True, False, False)
    """
    return "/" in text
