"""YAML is read as typed, and each value knows its place."""

from typing import Any, Literal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from braindrain_site.model.fields import Digits, Line, Number
from braindrain_site.model.problems import Place
from braindrain_site.reading import yaml_files

WORDS = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=12)
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


class Inner(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: Line
    size: Digits = 0


class Outer(BaseModel):
    model_config = ConfigDict(extra="forbid")
    kind: Literal["small", "large"] = "small"
    price: Number | None = None
    inner: tuple[Inner, ...] = ()


def sentences(text: str, kind: Any = Outer) -> list[str]:
    document = yaml_files.read("a.yaml", text)
    if document.value is not None:
        yaml_files.record(document, kind, {})
    return [f"{p.place.line}:{p.place.column} {p.sentence}" for p in sorted(document.problems)]


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
        assert document.value is not None or yaml.compose(text, Loader=yaml.SafeLoader) is None


@pytest.mark.parametrize("text", ["NO", "1e3", "010", "null", "~", "2024-01-01", "yes", "1_000"])
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
        ("a: [1, 2\nb: 1\n", (2, 2), "bracket"),
        ("a: {b: c, d e}\n", (1, 11), "without a value"),
        ("? [a]\n: 1\n", (1, 3), "plain word"),
        ("a: \x07\n", (1, 4), "invisible control character"),
        ("a: @b\n", (1, 4), "cannot begin with"),
        ("%X\na: b\n", (2, 1), "not YAML"),
    ],
)
def test_refused_at_its_place(text: str, place: tuple[int, int], word: str) -> None:
    """Each thing that has misled writers is refused where it stands."""
    problem = yaml_files.read("a.yaml", text).problems[0]
    assert problem.place == Place("a.yaml", *place)
    assert word in problem.sentence


def test_misfits() -> None:
    """Each kind of misfit is told in the writer's words at its place."""
    assert sentences("kind: tiny\n") == ['1:7 "kind" needs "small" or "large", but says "tiny".']
    assert sentences("price: 1,000\n") == ['1:8 "price" needs a number, but says "1,000".']
    assert sentences("prize: 1\n") == ['1:1 There is no key "prize" here.']
    assert sentences("inner: 1\n") == ['1:8 "inner" needs a list, but has the text "1".']
    assert sentences("inner:\n  - size: 2\n") == ['2:5 "inner" needs a key "name".']
    assert sentences("inner:\n  - name: a\n    sise: 2\n") == ['3:5 There is no key "sise" here.']
    assert sentences("inner:\n  - [a]\n") == [
        '2:5 "inner" needs keys with values below it, but has a list.'
    ]


def test_an_unknown_key_gets_the_nearest_of_its_own_record() -> None:
    """The hint comes from the record the key stands in, not from another."""
    document = yaml_files.read("a.yaml", "inner:\n  - name: a\n    sise: 2\n")
    yaml_files.record(document, Outer, {})
    assert document.problems[0].hint == 'Did you mean "size"?'


def test_records_keep_what_fits() -> None:
    """One bad entry does not hide the others."""
    document = yaml_files.read("a.yaml", "a: {name: x}\nb: {nam: y}\n")
    found = yaml_files.records(document, Inner, {})
    assert list(found) == ["a"]
    assert len(document.problems) == 2


def test_a_file_that_is_no_mapping() -> None:
    """A bare list where entries have names."""
    document = yaml_files.read("a.yaml", "- a\n")
    assert yaml_files.records(document, Inner, {}) == {}
    assert "needs keys" in document.problems[0].sentence
