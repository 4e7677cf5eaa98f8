"""A headline is taken in at a glance."""

from pathlib import Path

import pytest

from braindrain_site.judging import headlines
from braindrain_site.judging.draft import Draft
from braindrain_site.reading import loading
from tests.support import small


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("One two three four five six seven eight nine ten eleven twelve", []),
        ("One – two – three four five six seven eight nine ten eleven {{ left }}", []),
        (
            "{{ left }} one two three four five six seven eight nine ten eleven twelve",
            ["A headline has 12 words at most, and here are 13."],
        ),
    ],
)
def test_twelve_words(tmp_path: Path, headline: str, told: list[str]) -> None:
    """A bound number is one word, a dash none."""
    old = '{% claim \\"half_music\\" %}Half{% endclaim %} of the {{ left.number }} taught music'
    data = small.copy(tmp_path, ("charts.yaml", old, headline))
    problems = list(headlines.check(Draft(loading.load(data))))
    assert [problem.sentence for problem in problems] == told
    assert {problem.place.line for problem in problems} <= {5}
