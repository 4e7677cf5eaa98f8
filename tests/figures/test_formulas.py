"""The formula language: the tree of a formula, and what it speaks of."""

import ast

import pytest

from braindrain_site.figures import formulas
from braindrain_site.figures.formulas import FormulaError


def test_names() -> None:
    """Figures and tables in the order of the text, without the functions."""
    assert formulas.names("share(crowd, sum(towns.people)) + crowd") == ("crowd", "towns")


def test_the_parser_keeps_the_tree() -> None:
    """What parse gives back is Python's own tree of the text."""
    assert ast.dump(formulas.parse("1 + 2")) == ast.dump(ast.parse("1 + 2", mode="eval").body)


def test_names_that_are_words_of_python() -> None:
    """India, a class and where people come from are figures and columns like others."""
    assert formulas.names('share(in, is.class["from", "in"]) and for > sum') == (
        "in", "is", "for", "sum",
    )  # fmt: skip
    assert formulas.cell('class.from["in"]') == ("class", "from", "in")


def test_a_row_that_several_columns_name() -> None:
    """Its keys stand one behind the other, as in the sidecar."""
    assert formulas.cell('pay.won["Korea", "2024"]') == ("pay", "won", "Korea, 2024")
    assert formulas.cell('pay.won["Korea", year]') is None


def test_the_longest_formula() -> None:
    """It may have so many characters and parts, and not one more."""
    assert formulas.parse("1" * formulas.MOST_CHARACTERS)
    with pytest.raises(FormulaError, match="has 301 characters; 300 are allowed"):
        formulas.parse("1" * 301)
    most = 80 - 3  # the call, its name, and how that is looked at
    assert formulas.parse(f"f({','.join('1' * most)})")
    with pytest.raises(FormulaError, match="too long") as caught:
        formulas.parse(f"f({','.join('1' * (most + 1))})")
    assert caught.value.offset == 0


def test_a_mistake_points_at_its_letter() -> None:
    """Wherever it stands; a pair of braces is told before what is in it; the error says it too."""
    for text, offset in (("", 0), ("left +* 2", 6), ("2 + {{ left }}", 4)):
        with pytest.raises(FormulaError) as caught:
            formulas.parse(text)
        assert caught.value.offset == offset
        assert str(caught.value) == caught.value.sentence


@pytest.mark.parametrize(
    ("text", "offset", "letters"),
    [("left + 1", 5, 5), ('t.c["가나"] + x', 16, 12), ("in + x", 8, 6), ("", 0, 0)],
)
def test_letters_before(text: str, offset: int, letters: int) -> None:
    """Python counts bytes, of which a Hangul syllable has three."""
    assert formulas.letters_before(text, offset) == letters


@pytest.mark.parametrize("text", ["left", "t.c", "t.c['a'] + 1", "t.c[1]", "t.c['a',]", "f()['a']"])
def test_no_cell(text: str) -> None:
    """Only one cell and nothing else; a key that is no word is none."""
    assert formulas.cell(text) is None


def test_difference() -> None:
    assert formulas.difference("new - t.old['a']") == ("new", "t.old['a']")
    assert formulas.difference("new + old") == formulas.difference("-old") == ()
