"""Every number in English words is read as what it is."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from braindrain_site.quantities import english_numbers, quantities

TRILLION = 10**12
SMALL = list(english_numbers.UNITS)
TENS = list(english_numbers.TENS)
SCALES = [(name, scale) for name, scale in reversed(english_numbers.SCALES.items())]


def spelled(number: int, joint: str = " ", conjunction: bool = True) -> str:
    """*number* in words; *joint* stands between tens and units."""
    for name, scale in SCALES:
        if number >= scale:
            above, below = divmod(number, scale)
            link = " and " if conjunction and 0 < below < 100 else " "
            tail = f"{link}{spelled(below, joint, conjunction)}" if below else ""
            return f"{spelled(above, joint, conjunction)} {name}{tail}"
    if number >= 100:
        above, below = divmod(number, 100)
        link = " and " if conjunction else " "
        return f"{SMALL[above]} hundred" + (link + spelled(below, joint) if below else "")
    if number < 20:
        return SMALL[number]
    tens, units = divmod(number, 10)
    return TENS[tens - 2] + (joint + SMALL[units] if units else "")


numbers = st.one_of(st.integers(0, 2000), st.integers(0, TRILLION))


@given(numbers, st.booleans())
def test_cardinals(number: int, conjunction: bool) -> None:
    words = spelled(number, conjunction=conjunction).split()
    assert english_numbers.cardinal([*words, "men"]) == (number, len(words))


@given(numbers, st.sampled_from([" ", "-"]), st.booleans())
def test_cardinals_are_one_span(number: int, joint: str, conjunction: bool) -> None:
    said = spelled(number, joint, conjunction)
    text = f"They lost {said} others."
    [span] = quantities(text, "en")
    assert text[span.start : span.end] == said


@given(st.integers(1, TRILLION))
def test_ordinals(number: int) -> None:
    *words, last = spelled(number).split()
    ordinal = next(o for o, n in english_numbers.ORDINALS.items() if n == _of(last))
    assert english_numbers.ordinal([*words, ordinal]) == (number, len(words) + 1)


def _of(word: str) -> int:
    return english_numbers.CARDINALS[word]


@given(st.integers(1, 99), st.integers(3, 20))
def test_fractions(above: int, below: int) -> None:
    """In parts of a whole, as "one in forty" and as "out of"."""
    part = next(w for w, n in english_numbers.PARTS.items() if n == below and not w.endswith("s"))
    words = [*spelled(above).split(), part + "s"]
    assert english_numbers.fraction(words) == (Fraction(above, below), len(words))
    for between in (["in"], ["out", "of"]):
        words = [*spelled(above).split(), *between, *spelled(above + below).split()]
        assert english_numbers.fraction(words) == (Fraction(above, above + below), len(words))


@given(st.lists(st.sampled_from([*english_numbers.CARDINALS, "and", "a", "half"]), max_size=12))
def test_anything_is_read_without_failing(words: list[str]) -> None:
    """And never more of it than there is."""
    assert 0 <= english_numbers.cardinal(words)[1] <= len(words)
    assert 0 <= english_numbers.ordinal(words)[1] <= len(words)
    assert 0 <= english_numbers.fraction(words)[1] <= len(words)
