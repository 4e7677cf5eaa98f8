"""Which of the fonts that readers load has which letter, and what style sheets say of that."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from braindrain_site.fonts.families import ALWAYS, Cut
from braindrain_site.fonts.setting import Setting, Sort


class Loaded(NamedTuple):
    """A rule of the style sheet: a font of a family, and for which letters it is loaded, as CSS
    writes it (``U+410-44F,U+3B1``); empty for the first, which is for all. *height* is what a line
    of the first takes above its baseline and below, in ems: the others keep to it."""

    family: str
    weight: str
    style: str
    cut: str
    range: str
    height: tuple[float, float]


def loaded(setting: Setting, letters: frozenset[str]) -> Iterator[Loaded]:
    """The fonts that pages set so load for *letters*."""
    for sort in setting.sorts():
        first = sort.cuts[0]
        for cut, found in {first.name: "", **_ranges(sort, letters)}.items():
            height = first.font.full.height
            yield Loaded(sort.family, sort.weight, sort.style, cut, found, height)


def needed(used: Iterable[tuple[Setting, frozenset[str]]]) -> dict[str, str]:
    """Cut → the letters it must hold, in order, for languages that each use some letters."""
    found: dict[str, set[str]] = {}
    for setting, letters in used:
        for sort in setting.sorts():
            first = sort.cuts[0]
            found.setdefault(first.name, set()).update(filter(first.takes, ALWAYS))
            for cut, owned in _owned(sort, letters | ALWAYS):
                found.setdefault(cut.name, set()).update(owned)
    return {cut: "".join(sorted(letters)) for cut, letters in sorted(found.items())}


def preloaded(setting: Setting, letter: str) -> list[str]:
    """The cuts that pages set so show at their top, where most is written in the script of
    *letter*; names and numbers are in Latin everywhere."""
    first = setting.shown_first()
    shown = (next((cut for cut in cuts if cut.takes(letter)), cuts[0]) for cuts in first)
    return [*dict.fromkeys(cut.name for cut in (*shown, first[2][0]))]


def _ranges(sort: Sort, letters: frozenset[str]) -> Mapping[str, str]:
    """Cut → the letters it adds to the first: one range where none of another's lies between."""
    found: dict[str, list[str]] = {}
    for cut, run in _owned(sort, letters | ALWAYS):
        if cut != sort.cuts[0]:
            ends = dict.fromkeys(f"{ord(char):X}" for char in (run[0], run[-1]))
            found.setdefault(cut.name, []).append(f"U+{'-'.join(ends)}")
    return {cut: ",".join(ranges) for cut, ranges in found.items()}


def _owned(sort: Sort, letters: Iterable[str]) -> Iterator[tuple[Cut, list[str]]]:
    """Runs of *letters*, in order, each with the cut of *sort* that they come from."""

    def owner(char: str) -> Cut | None:
        first, *others = sort.cuts
        if first.takes(char) or (char in ALWAYS and not sort.whole):
            return first
        return next((cut for cut in others if cut.takes(char)), None)

    for cut, run in groupby(sorted(letters), owner):
        if cut:
            yield cut, list(run)
