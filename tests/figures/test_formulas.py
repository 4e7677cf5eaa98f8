"""The formula language: the tree of a formula, and what it speaks of."""

import ast

from braindrain_site.figures import formulas


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
