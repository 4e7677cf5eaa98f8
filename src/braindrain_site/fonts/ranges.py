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
        for cut, runs in _owned(sort, used).items():
            part, *parts = _parts(sort, cut, runs, used)
            wide = _range([*filter(is_wide, run)] for run in runs)
            rules = {
                **dict.fromkeys(reversed(parts), wide),
                part: "" if cut == first else _range(runs),
            }
            for name, found in rules.items():
                height = first.font.full.height
                yield Loaded(sort.family, sort.weight, sort.style, name, found, height)


def needed(languages: Iterable[tuple[Setting, Used]]) -> dict[str, str]:
    """Cut → the letters it must hold, in order, for languages that each use some letters."""
    found: dict[str, set[str]] = {}
    for setting, used in languages:
        for sort in setting.sorts():
            for cut, runs in _owned(sort, used).items():
                for part, letters in _parts(sort, cut, runs, used).items():
                    found.setdefault(part, set()).update(letters)
    return {cut: "".join(sorted(letters)) for cut, letters in sorted(found.items())}


def preloaded(setting: Setting, used: Used, letter: str) -> list[str]:
    """The cuts that pages set so show at their top, where most is written in the script of
    *letter*; names and numbers are in Latin everywhere."""
    first = setting.shown_first()
    shown = [next((cut for cut in cuts if cut.takes(letter)), cuts[0]) for cuts in first]
    names = [cut.name for cut in (*shown, first[2][0])]
    for sort in setting.sorts():
        if sort.headings and (runs := _owned(sort, used).get(shown[0])):
            names[0] = next(iter(_parts(sort, shown[0], runs, used)))
    return [*dict.fromkeys(names)]


def _parts(
    sort: Sort, cut: Cut, runs: Iterable[Sequence[str]], used: Used
) -> Mapping[str, set[str]]:
    """What *cut* is loaded as → its letters, likeliest first. Only letters that are wide are worth
    parting, where headings show any, and what is not stays with the first of them."""
    own = {char for run in runs for char in run}
    left = {*filter(is_wide, own - ALWAYS)}
    parts = sort.parts(cut)
    if not (parts and used.headings and left & used.headings[0]):
        return {cut.name: own}
    found = [own - left]
    for likely in (*used.headings, frozenset(left)):
        found.append(left & likely)
        left -= likely
    beginning, likeliest, *others = found
    cut_so = zip(parts, (beginning | likeliest, *others), strict=False)
    return {part.name: letters for part, letters in cut_so if letters}


def _range(runs: Iterable[Sequence[str]]) -> str:
    """*runs* as CSS writes them."""
    ends = (dict.fromkeys(f"{ord(char):X}" for char in (run[0], run[-1])) for run in runs if run)
    return ",".join(f"U+{'-'.join(each)}" for each in ends)


def _owned(sort: Sort, used: Used) -> Mapping[Cut, list[list[str]]]:
    """Cut of *sort* → what comes from it of the letters *used*, in runs: one where none of
    another's lies between. The first is there in any case."""
    first, *others = sort.cuts
    wide = any(map(is_wide, frozenset().union(*used.headings[:1]) - ALWAYS))
    left = {char for char in ALWAYS if not (sort.whole or (wide and is_wide(char)))}

    def owner(char: str) -> Cut | None:
        if first.takes(char) or char in left:
            return first
        return next((cut for cut in others if cut.takes(char)), None)

    found: dict[Cut, list[list[str]]] = {first: []}
    for cut, run in groupby(sorted(used.letters | ALWAYS), owner):
        if cut:
            found.setdefault(cut, []).append([*run])
    return found
