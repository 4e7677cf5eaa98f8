"""YAML is read as typed, and each value knows its place."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from braindrain_site.model.problems import Place
from braindrain_site.reading import letters, yaml_files

WORDS = st.text(
    st.characters(categories=["L", "N", "P", "S"], include_characters=" "), max_size=12
).filter(lambda text: not letters.HIDDEN.search(text) and text[-1:] not in {'"', "”"})
VALUES = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(
            st.from_regex(r"[a-z]{1,4}", fullmatch=True), inner, min_size=1, max_size=3
        )
    ),
    max_leaves=8,
)


@given(VALUES)
def test_what_was_written_is_read(value: Any) -> None:
    """Whatever PyYAML writes comes back, every scalar as text."""
    text = yaml.safe_dump(value, allow_unicode=True)
    document = yaml_files.read("a.yaml", text)
    assert document.problems == []
    assert document.value == value


@given(VALUES)
def test_every_value_has_a_place_in_the_text(value: Any) -> None:
    """A place is a line of the text and a column on it."""
    text = yaml.safe_dump(value, allow_unicode=True)
    document = yaml_files.read("a.yaml", text)
    lines = text.split("\n")
    for place in document.places.values():
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text can make the reader fail."""
    document = yaml_files.read("a.yaml", text)
    if document.problems:
        assert all(problem.sentence.endswith(".") for problem in document.problems)
    else:
        assert (
            document.value is not None
            or yaml.compose(text.replace("\t", " "), Loader=yaml.SafeLoader) is None
        )


@pytest.mark.parametrize("text", ["NO", "1e3", "010", "2024-01-01", "yes", "1_000"])
def test_nothing_is_guessed(text: str) -> None:
    """Scalars that YAML would turn into something else stay what was typed."""
    assert yaml_files.read("a.yaml", f"a: {text}\n").value == {"a": text}


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("a: 1\na: 2\n", (2, 1), "given twice; the first stands on line 1"),
        ("a: &x 1\nb: *x\n", (1, 4), "Anchors"),
        ("a: !!int 1\n", (1, 4), "Tags"),
        ("a: 1\n---\nb: 2\n", (2, 1), "second document"),
        ("a: b: c\n", (1, 5), "second colon"),
        ("a:\n\tb: c\n", (2, 1), "tab"),
        ('a: "b\n', (1, 4), "never closed"),
        ("a: [1, 2\nb: 1\n", (1, 4), "bracket [ is opened here"),
        ("a: {b: c, d e}\n", (1, 11), "without a value"),
        ("? [a]\n: 1\n", (1, 3), "plain word"),
        ("a: \x07\n", (1, 4), "invisible control character"),
        ("a: @b\n", (1, 4), "cannot begin with"),
        ("%X\na: b\n", (2, 1), "does not fit"),
        (" a: b\nc: d\n", (2, 1), "indented by 0 spaces, the lines above it by 1"),
        ("a: {b, c: }}\n", (1, 12), "closes none"),
    ],
)
def test_refused_at_its_place(text: str, place: tuple[int, int], word: str) -> None:
    """Each thing that has misled writers is refused where it stands."""
    problem = yaml_files.read("a.yaml", text).problems[0]
    assert problem.place == Place("a.yaml", *place)
    assert word in problem.sentence


def test_letters_that_json_writes_in_halves() -> None:
    """Both halves are one letter, one of them none."""
    assert yaml_files.read("a.yaml", '"a": "\\ud83d\\ude00"\n').value == {"a": "😀"}
    assert yaml_files.read("a.yaml", '"a": "\\ud83d"\n').problems


def test_a_tab_that_indents_nothing_is_a_space() -> None:
    """Behind a colon, in a text, at the end of a line, on an empty line."""
    assert yaml_files.read("a.yaml", "a:\tb\tc\t\n\t\nd: e\n").value == {"a": "b c", "d": "e"}
