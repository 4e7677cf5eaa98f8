"""A salary beside offers in another currency: examples, and what is needed for a reader's own.

The script works from the same unrounded numbers, and prints as many digits as are known of all
that goes in (``model/amounts.py``): those of an example are what it would say of that salary.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from markupsafe import Markup

from braindrain_site import wording
from braindrain_site.model import amounts
from braindrain_site.model.amounts import Amount
from braindrain_site.model.entries import Labelled, Unit
from braindrain_site.pages.material import Material
from braindrain_site.pages.own_units import own_unit
from braindrain_site.texts.binding import Binding
from braindrain_site.wording.filling import filled

_ROOM = 10
"""How many times the largest example a salary may be, or what part of the smallest."""
_SEVEN = Decimal(7)
"""Stands for any number where a script will set one: it ends in no syllable, and is not one."""


@dataclass(frozen=True)
class Number:
    """What a script needs of a number: its value in base units, and how many digits are known."""

    value: str
    digits: int | None


@dataclass(frozen=True)
class Rate:
    """One way to turn the one currency into the other."""

    name: str
    figure: Markup
    number: Number


@dataclass(frozen=True)
class Offer:
    """A salary abroad; *says* is how a multiple of it is printed, ``{}`` for the number."""

    label: str
    figure: Markup
    number: Number
    says: str


@dataclass(frozen=True)
class Example:
    """A salary, with a row for each rate: its worth, then what each offer is of that."""

    label: str
    figure: Markup
    rows: tuple[tuple[Rate, str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Calculator:
    """What ``_calculator.html`` gets."""

    rates: tuple[Rate, ...]
    offers: tuple[Offer, ...]
    examples: tuple[Example, ...]
    says: str
    """How a worth is printed, ``{}`` for the number."""
    unit: int
    """How much one is of what a reader types: in Korean, ten thousand."""
    names: str
    """What a reader may type for the currency, as a pattern."""
    label: str
    least: int
    most: int
    wrong: str
    """What is said of what is no salary."""
    notes: Markup
    template: str = "_calculator.html"

    @property
    def cited(self) -> str:
        """All of it in which a number may be linked to its receipt."""
        rates, offers = (each.figure for each in self.rates), (each.figure for each in self.offers)
        return "".join([*rates, *offers, *(each.figure for each in self.examples), self.notes])


def reckoned(material: Material, binding: Binding) -> Calculator:
    """The calculator of *material*, its figures linked by *binding*."""
    return binding.remembered(
        "calculator", binding.where, lambda: _Reckoner(material, binding).calculator()
    )


class _Reckoner:
    """Works out the examples."""

    def __init__(self, material: Material, binding: Binding) -> None:
        assert material.edition.calculator
        self.typed, self.amounts = material.edition.calculator, material.amounts
        self.words, self.lang, self.binding = material.words, material.lang, binding
        self.away = self.amounts[self.typed.offers[0].figure].unit
        self.times = own_unit("times", material.edition)

    def calculator(self) -> Calculator:
        """All of it."""
        typed = self.typed
        pays = [self.amounts[each.figure].value for each in typed.examples]
        step = _step(min(pays) / _ROOM)
        ends = min(pays) / _ROOM, max(pays) * _ROOM
        least, most = (amounts.round_to(end, step) for end in ends)
        size, word = wording.typed_in(self.lang)
        before, _, after = self._unit().print[self.lang].partition("{}")
        name = word + f"{before}{after}".strip()
        named = (("market", typed.rate), ("parity", typed.parity))
        rates = tuple(self._rate(self.words[f"calculator_{name}"], key) for name, key in named)
        return Calculator(
            rates=rates,
            offers=tuple(map(self._offer, typed.offers)),
            examples=tuple(self._example(each, rates) for each in typed.examples),
            says=self._pattern(self._worth(self._any_pay(), typed.rate)),
            unit=size,
            names=self._names(),
            label=filled(self.words["calculator_label"], unit=name),
            least=int(least),
            most=int(most),
            wrong=self._wrong(step, least, most),
            notes=self.binding.html(typed.notes[self.lang]),
        )

    def _rate(self, name: str, key: str) -> Rate:
        return Rate(name, self.binding.figure(key), _number(self.amounts[key]))

    def _offer(self, offer: Labelled) -> Offer:
        amount = self.amounts[offer.figure]
        multiple = self._multiple(amount, self._worth(self._any_pay(), self.typed.rate))
        label = self.binding.plain(offer.label[self.lang])
        figure = self.binding.figure(offer.figure)
        return Offer(label, figure, _number(amount), self._pattern(multiple))

    def _example(self, example: Labelled, rates: Iterable[Rate]) -> Example:
        pay = self.amounts[example.figure]
        rows = tuple(
            (rate, *self._row(self._worth(pay, key)))
            for rate, key in zip(rates, (self.typed.rate, self.typed.parity), strict=True)
        )
        label = self.binding.plain(example.label[self.lang])
        return Example(label, self.binding.figure(example.figure), rows)

    def _row(self, worth: Amount) -> tuple[str, tuple[str, ...]]:
        offers = (self.amounts[offer.figure] for offer in self.typed.offers)
        said = tuple(wording.phrase(self._multiple(each, worth), self.lang) for each in offers)
        return wording.phrase(worth, self.lang), said

    def _worth(self, pay: Amount, rate: str) -> Amount:
        return replace(amounts.divide(pay, self.amounts[rate]), unit=self.away)

    def _multiple(self, offer: Amount, worth: Amount) -> Amount:
        return replace(amounts.divide(offer, worth), unit=self.times)

    def _any_pay(self) -> Amount:
        """A salary as a reader types it, firm to the last digit."""
        pay = self.amounts[self.typed.examples[0].figure]
        return replace(pay, low=pay.value, high=pay.value, qualifier="exactly", about=False)

    def _pattern(self, amount: Amount) -> str:
        scale = amount.unit.scale if amount.unit else 1
        sample = replace(amount, value=_SEVEN * scale, step=Decimal(scale))
        return wording.phrase(sample, self.lang).replace(f"{_SEVEN}", "{}")

    def _unit(self) -> Unit:
        """That of the salaries."""
        unit = self.amounts[self.typed.examples[0].figure].unit
        assert unit
        return unit

    def _names(self) -> str:
        """The currency by its code, and as it is printed in each language, without blanks."""
        around = (text.replace("{}", "") for text in self._unit().print.values())
        names = {self._unit().dimension.partition("/")[0], *around}
        return "|".join(re.escape("".join(name.split())) for name in sorted(names) if name.strip())

    def _wrong(self, step: Decimal, *ends: Decimal) -> str:
        pay = self._any_pay()
        least, most = (
            wording.quantity(replace(pay, value=end, step=step), self.lang) for end in ends
        )
        return filled(self.words["calculator_wrong"], least=least, most=most)


def _step(least: Decimal) -> Decimal:
    """What ends are rounded to, so that what is told is what is meant: the first digit's place."""
    return Decimal(1).scaleb(least.adjusted())


def _number(amount: Amount) -> Number:
    return Number(f"{amount.value:f}", amount.digits)
