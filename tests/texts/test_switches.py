"""Charts that stand directly one after another, each with a choice, share one place."""

import pytest

from braindrain_site.model.entries import Chart
from braindrain_site.texts.switches import places

PLAIN = {"form": "bar", "table": "t", "headline": {"en": "H"}, "subtitle": {"en": "S"}}
VIEW = PLAIN | {"choice": {"en": "One"}}
CHARTS = {key: Chart.model_validate(PLAIN if key == "x" else VIEW) for key in "abcdx"}


def story(*parts: str) -> str:
    """A chapter in which one letter stands for a chart."""
    return "\n\n".join(f'{{{{ chart("{part}") }}}}' if len(part) == 1 else part for part in parts)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ("ab", ["ab"]),
        (["a", "b", "Words.", "c", "d"], ["ab", "cd"]),
        ("axb", ["a", "x", "b"]),
        ("xx", ["x", "x"]),
        (["a", "{{ left }}", "b"], ["a", "b"]),
        (["a", " \n\t", "b"], ["ab"]),
        (["a", "<!-- unseen -->", "b"], ["a", "b"]),
        ("ae", ["a", "e"]),
        ([], []),
    ],
)
def test_what_shares_a_place(parts: list[str], expected: list[str]) -> None:
    """A chart that no entry describes has no choice."""
    assert ["".join(place) for place in places(story(*parts), CHARTS)] == expected
