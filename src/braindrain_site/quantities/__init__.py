"""What counts as a quantity in a text: numerals, superlatives, totals, words of change.

A word belongs here if a sentence that uses it can turn untrue when a number changes. The sentences
in ``tests/quantities/`` are labelled by hand and say what is found and what is not.
"""

from braindrain_site.quantities import english, korean
from braindrain_site.quantities.spans import Span, numerals

_RECOGNISERS = {"en": english.quantities, "ko": korean.quantities}


def quantities(text: str, language: str) -> list[Span]:
    """Every quantity of *text* in reading order, none overlapping another.

    Of a language whose words nobody has listed, only what has a numeric value by Unicode.

    >>> [text[each.start : each.end] for text in ["zwei von 3"] for each in quantities(text, "de")]
    ['3']
    """
    known = _RECOGNISERS.get(language)
    return known(text) if known else [*numerals(text)]
