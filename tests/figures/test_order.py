"""Every figure is worked out once, however they name each other."""

from dataclasses import replace

import pytest

from braindrain_site.figures import grades, values
from braindrain_site.figures.order import in_order
from braindrain_site.judging import comparability
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Figure
from braindrain_site.reading import loading
from tests.support import small


def edition(formulas: dict[str, str]) -> Edition:
    """The small edition with these figures and no others."""
    figures = {
        key: Figure.model_validate({"label": {"en": key}, "unit": "times", "formula": formula})
        for key, formula in formulas.items()
    }
    whole = loading.load(small.FOLDER)
    lines = {**whole.lines, "data/figures.yaml": tuple(formulas.values())}
    places = dict(whole.places)
    places.update({("figures.yaml", key, "formula"): PLACE for key in formulas})
    return replace(whole, figures=figures, lines=lines, places=places)


PLACE = loading.load(small.FOLDER).place("figures.yaml", "pay_multiple", "formula")
CHAIN: dict[str, str] = {"k0": "1", **{f"k{n}": f"k{n - 1} + 1" for n in range(1, 900)}}
BACKWARDS: dict[str, str] = dict(reversed(list(CHAIN.items())))
SUMS: dict[str, str] = {
    "k0": "1",
    "k1": "1",
    **{f"k{n}": f"k{n - 1} + k{n - 2}" for n in range(2, 80)},
}


@pytest.mark.parametrize(
    ("formulas", "last"),
    [(CHAIN, 900), (BACKWARDS, 900), (SUMS, 23416728348467685)],
    ids=["forwards", "backwards", "each the sum of two"],
)
def test_chains_of_hundreds(formulas: dict[str, str], last: int) -> None:
    """Neither a stack that overflows nor work that doubles with each link."""
    found = edition(formulas)
    worked_out = values.work_out(found)
    key = f"k{len(formulas) - 1}"
    assert worked_out.problems == []
    assert worked_out[key].value == last
    assert grades.evidence(key, found) == "primary"
    assert comparability.counted(key, found).name == key


def test_each_stands_behind_those_it_names() -> None:
    """Also where the editor wrote it first."""
    keys = in_order(edition({"a": "b + c", "b": "c", "c": "1", "d": "a / b"})).keys
    assert keys == ("c", "b", "a", "d")


def test_circles_are_told_each_once() -> None:
    """A long one by its ends; what rests on one is not told as well."""
    ring = {f"k{n}": f"k{(n + 1) % 300} + 1" for n in range(300)}
    found = values.work_out(edition({**ring, "a": "a + 1", "b": "k7", "c": "2"}))
    assert [problem.sentence.partition(": ")[2] for problem in found.problems] == [
        "k0 → k1 → … → k299 → k0.",
        "a → a.",
    ]
    assert list(found) == ["c"]
