"""What counts as a quantity in a text: numerals, superlatives, totals, words of change.

A word belongs here if a sentence that uses it can turn untrue when a number changes. The sentences
in ``tests/quantities/`` are labelled by hand and say what is found and what is not.
"""

from braindrain_site.quantities import english, korean
from braindrain_site.quantities.spans import Span

_RECOGNISERS = {"en": english.quantities, "ko": korean.quantities}


def quantities(text: str, language: str) -> list[Span]:
    """Every quantity of *text* in reading order, none overlapping another; ``en`` or ``ko``."""
    return _RECOGNISERS[language](text)
