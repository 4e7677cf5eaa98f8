"""Can everybody read what is set in the colours of the house, by day and by night?"""

from collections.abc import Iterator

from braindrain_site.charts.palette import PAIRS, TEXT, Colours, Pair, contrast, palette, stronger
from braindrain_site.judging.draft import Draft
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Problem

_FILE = "house.yaml"


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at each colour of the house that does not stand out as it has to (WCAG 2.2, AA)."""
    edition = draft.edition
    own, all_ = edition.house.colours.own, palette(edition.house)
    for when, colours in (("light", all_.day), ("dark", all_.night)):
        for pair in PAIRS:
            has = contrast(colours[pair.above], colours[pair.ground])
            if has < pair.least and {pair.above, pair.ground} & own.keys():
                yield _problem(pair, when, colours, edition)


def _problem(pair: Pair, when: str, colours: Colours, edition: Edition) -> Problem:
    """At what lies above if the house has given that, else at the ground."""
    above, ground, least = pair
    has = contrast(colours[above], colours[ground])
    named = above if above in edition.house.colours.own else ground
    what = "text" if least == TEXT else "what is drawn"
    sentence = (
        f'"{above}" ({colours[above]}) stands out from "{ground}" ({colours[ground]}) by {has:.2f} '
        f"to 1; {what} needs {least:g} to 1 at least (WCAG AA)."
    )
    hint = f'Choose another, such as "{stronger(colours[above], colours[ground], least)}".'
    if named == ground:
        hint = f'Choose another "{ground}", or give "{above}" as well.'
    return Problem(edition.place(_FILE, "colours", named, when), sentence, hint)
