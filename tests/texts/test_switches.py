"""Charts that stand directly one after another, each with a choice, share one place."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from braindrain_site.model.chart import Chart
from braindrain_site.reading import loading
from braindrain_site.texts import switches
from braindrain_site.texts.switches import everywhere, places, views
from tests.support import small
from tests.support.small import add

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


def test_a_story_is_looked_through_once_for_all_its_charts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Work grows with the charts, not with their square."""
    read: list[str] = []

    def reading(text: str, charts: Mapping[str, Chart]) -> tuple[tuple[str, ...], ...]:
        read.append(text)
        return places(text, charts)

    monkeypatch.setattr(switches, "places", reading)
    entries = "".join(
        f"c{n}:\n  form: bar\n  table: by_subject\n  columns: {{label: subject, value: teachers}}\n"
        f"  headline: {{en: H}}\n  subtitle: {{en: S}}\n  choice: {{en: V{n}}}\n"
        for n in range(9)
    )
    data = small.copy(tmp_path)
    with (data / "charts.yaml").open("a", encoding="utf-8") as file:
        file.write(entries)
    with (data / "story/en/01-leaving.md").open("a", encoding="utf-8") as file:
        file.write("\n" + story(*(f'{{{{ chart("c{n}") }}}}' for n in range(9))) + "\n")
    edition = loading.load(data)
    shared = [switches.views(key, edition, "en") for key in edition.charts if key[0] == "c"]
    assert {len(each) for each in shared} == {9}
    assert len(read) == len(edition.story["en"])


ENTRY = """{key}:
  form: bar
  rows: [{{figure: left, label: {{en: A}}}}]
  choice: {{en: View}}
  headline: {{en: H}}
  subtitle: {{en: S}}
"""


def test_charts_that_open_the_story_together_share_a_place(tmp_path: Path) -> None:
    """It is the first one, and what a chapter begins with is another."""
    data = small.copy(tmp_path)
    add(data / "charts.yaml", "".join(ENTRY.format(key=key) for key in "abcd"))
    add(data / "site.yaml", "opening: [a, b]\n")
    (data / "story/en/00-first.md").write_text(f"# First\n\n{story('c', 'd')}\n")
    edition, *_ = small.judged(data)
    assert [*everywhere(edition, "en")] == [("a", "b"), ("c", "d"), ("subjects",)]
    assert views("b", edition, "en") == ("a", "b")
    assert views("c", edition, "en") == ("c", "d")
