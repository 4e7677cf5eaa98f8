"""Which of the fonts that readers load has which letter, and what style sheets say of that.

Of the rules of a family browsers ask the last first, and load the one before for what it lacks (CSS
Fonts 4, 5.2: composite faces). So a font of headings alone comes in parts: most pages load no more
than its first, though headings may have any letter.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from braindrain_site.fonts.families import ALWAYS, Cut, is_wide
from braindrain_site.fonts.setting import Setting, Sort


class Used(NamedTuple):
    """The letters of a language, and those that headings are likely to show, likeliest first."""

    letters: frozenset[str]
    headings: Sequence[frozenset[str]] = ()


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


def loaded(setting: Setting, used: Used) -> Iterator[Loaded]:
    """The fonts that pages set so load for what is *used*, in the order of their rules."""
    for sort in setting.sorts():
        first = sort.cuts[0]
        runs = [*_owned(sort, used)]
        part, *parts = _parts(sort, used)
        own = _range([*filter(is_wide, run)] for cut, run in runs if cut == first)
        rules = {**dict.fromkeys(reversed(parts), own), part: ""}
        for other in dict.fromkeys(cut for cut, _ in runs if cut != first):
            rules[other.name] = _range(run for cut, run in runs if cut == other)
        for name, found in rules.items():
            yield Loaded(sort.family, sort.weight, sort.style, name, found, first.font.full.height)


def needed(languages: Iterable[tuple[Setting, Used]]) -> dict[str, str]:
    """Cut → the letters it must hold, in order, for languages that each use some letters."""
    found: dict[str, set[str]] = {}
    for setting, used in languages:
        for sort in setting.sorts():
            runs = ((cut.name, run) for cut, run in _owned(sort, used) if cut != sort.cuts[0])
            for cut, letters in (*_parts(sort, used).items(), *runs):
                found.setdefault(cut, set()).update(letters)
    return {cut: "".join(sorted(letters)) for cut, letters in sorted(found.items())}


def preloaded(setting: Setting, used: Used, letter: str) -> list[str]:
    """The cuts that pages set so show at their top, where most is written in the script of
    *letter*; names and numbers are in Latin everywhere."""
    first = setting.shown_first()
    shown = (next((cut for cut in cuts if cut.takes(letter)), cuts[0]) for cuts in first)
    parts = {it.cuts[0]: next(iter(_parts(it, used))) for it in setting.sorts() if it.headings}
    return [*dict.fromkeys(parts.get(cut, cut.name) for cut in (*shown, first[2][0]))]


def _parts(sort: Sort, used: Used) -> Mapping[str, set[str]]:
    """What the first cut is loaded as → its letters, likeliest first. Only letters that are wide
    are worth parting, and what is not stays with the first of them."""
    first = sort.cuts[0]
    own = {char for cut, run in _owned(sort, used) if cut == first for char in run}
    left = {*filter(is_wide, own - ALWAYS)}
    if not (sort.headings and left):
        return {first.name: own}
    found = [own - left]
    for likely in (*used.headings, frozenset(left)):
        found.append(left & likely)
        left -= likely
    beginning, likeliest, *others = found
    parts = zip(sort.parts, (beginning | likeliest, *others), strict=False)
    return {part.name: letters for part, letters in parts if letters}


def _range(runs: Iterable[Sequence[str]]) -> str:
    """*runs* as CSS writes them."""
    ends = (dict.fromkeys(f"{ord(char):X}" for char in (run[0], run[-1])) for run in runs if run)
    return ",".join(f"U+{'-'.join(each)}" for each in ends)


def _owned(sort: Sort, used: Used) -> Iterator[tuple[Cut, list[str]]]:
    """Runs of the letters *used*, in order, each with the cut of *sort* that they come from: one
    where none of another's lies between."""

    def owner(char: str) -> Cut | None:
        first, *others = sort.cuts
        if first.takes(char) or (char in ALWAYS and not sort.whole):
            return first
        return next((cut for cut in others if cut.takes(char)), None)

    for cut, run in groupby(sorted(used.letters | ALWAYS), owner):
        if cut:
            yield cut, list(run)
