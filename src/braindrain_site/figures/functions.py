"""The functions of the formula language, each from values already worked out to an amount."""

from collections.abc import Callable, Mapping
from functools import reduce

from braindrain_site.model import amounts
from braindrain_site.model.amounts import Amount

Numbers = Mapping[str, Amount]
"""A column of numbers, or a part of one: row key → amount; never empty."""


class UnknownRow(Exception):
    """A function was asked about a row that its column does not have."""

    def __init__(self, key: str, known: Numbers) -> None:
        super().__init__(key)
        self.key, self.known = key, known


def _sum(numbers: Numbers) -> Amount:
    return reduce(amounts.add, numbers.values())


def _count(rows: Mapping[str, object]) -> Amount:
    return amounts.bare(len(rows))


def _largest(numbers: Numbers) -> Amount:
    return max(numbers.values(), key=lambda amount: amount.value)


def _smallest(numbers: Numbers) -> Amount:
    return min(numbers.values(), key=lambda amount: amount.value)


def _share(part: Amount, whole: Amount) -> Amount:
    amounts.same(part, whole, "set against each other")
    return amounts.divide(part, whole)


def _change(old: Amount, new: Amount) -> Amount:
    amounts.same(old, new, "compared")
    return amounts.subtract(amounts.divide(new, old), amounts.bare(1))


def _rank(numbers: Numbers, key: str) -> Amount:
    """Competition ranking: 1 is the largest; equals share the better rank."""
    if key not in numbers:
        raise UnknownRow(key, numbers)
    return amounts.bare(1 + sum(cell.value > numbers[key].value for cell in numbers.values()))


FUNCTIONS: dict[str, tuple[tuple[str, ...], Callable[..., Amount]]] = {
    "sum": (("numbers",), _sum),
    "count": (("rows",), _count),
    "max": (("numbers",), _largest),
    "min": (("numbers",), _smallest),
    "share": (("number", "number"), _share),
    "change": (("number", "number"), _change),
    "rank": (("numbers", "key"), _rank),
}
"""Name → what stands between its brackets, and what works it out. May raise AmountError."""
