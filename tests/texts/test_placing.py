"""A letter of a text is found where it was typed, whatever YAML does to it."""

import pytest

from braindrain_site.model.problems import Place
from braindrain_site.reading import yaml_files
from braindrain_site.texts.placing import placed


@pytest.mark.parametrize(
    "value",
    [
        "plain words here",
        "plain words\n  over two\n\n  lines here",
        "'it''s quoted here'",
        '"a \\"quoted\\" \\u00e9 \\x41\\n here"',
        '"a line \\\n   that goes on here"',
        '"two\n\n  lines here"',
        "|\n  literal lines\n    indented\n  here",
        ">-\n  folded lines\n\n  more of them\n    here",
        ">2-\n  with its indent here",
    ],
)
def test_every_style_of_yaml(value: str) -> None:
    """Plain, quoted, folded, literal: each word of the text stands at its place."""
    raw = f"first: {{en: x}}\nkey:\n {value}\n"
    document = yaml_files.read("a.yaml", raw)
    text, lines = document.scalars["key",], raw.split("\n")
    place = placed(text, document.places["key",], lines)
    for word in filter(str.isascii, text.split()):
        where = place(text.index(word))
        line = lines[where.line - 1][where.column - 1 :].replace('\\"', '"').replace("''", "'")
        assert line.startswith((word, "\\x41" if word == "A" else word))


def test_markdown_stands_as_typed() -> None:
    """Its first line begins at a column, the others at the first."""
    place = placed("ab\ncd", Place("a.md", 3, 5), ())
    assert [place(at) for at in (0, 1, 3, 4)] == [
        Place("a.md", 3, 5),
        Place("a.md", 3, 6),
        Place("a.md", 4, 1),
        Place("a.md", 4, 2),
    ]


def test_a_place_beyond_the_file_stays() -> None:
    """YAML takes some letters for line ends that no editor shows as such."""
    assert placed("a", Place("a.yaml", 9, 5), ["a: b"])(0) == Place("a.yaml", 9, 5)


def test_a_text_without_letters_stands_where_it_begins() -> None:
    """There is nothing else to point at."""
    assert placed("", Place("a.yaml", 1, 5), ['en: ""'])(0) == Place("a.yaml", 1, 5)
