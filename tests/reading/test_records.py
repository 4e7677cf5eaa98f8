"""Values of a YAML file become records, and what does not fit is told at its place."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from braindrain_site.model.fields import Digits, Line, Number
from braindrain_site.reading import records, yaml_files


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
        records.record(document, kind, {})
    return [f"{p.place.line}:{p.place.column} {p.sentence}" for p in sorted(document.problems)]


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
    records.record(document, Outer, {})
    assert document.problems[0].hint == 'Did you mean "size"?'


def test_records_keep_what_fits() -> None:
    """One bad entry does not hide the others."""
    document = yaml_files.read("a.yaml", "a: {name: x}\nb: {nam: y}\n")
    found = records.records(document, Inner, {})
    assert list(found) == ["a"]
    assert len(document.problems) == 2


def test_a_file_that_is_no_mapping() -> None:
    """A bare list where entries have names."""
    document = yaml_files.read("a.yaml", "- a\n")
    assert records.records(document, Inner, {}) == {}
    assert "needs keys" in document.problems[0].sentence
