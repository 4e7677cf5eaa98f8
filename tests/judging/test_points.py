"""A difference of two percentages is printed in percentage points."""

from pathlib import Path

import pytest

from braindrain_site.judging import points
from braindrain_site.judging.draft import Draft
from braindrain_site.reading import loading
from tests.support import small

FIGURE = """
{name}:
  label: {{en: share who left}}
  unit: {unit}
  {what}
"""
GIVEN = "value: {}\n  period: 2024\n  source: school_report\n  at: page 1\n  origin: school_board"
UNITS = """
points:
  print: {en: "{} percentage points"}
  dimension: "1"
  scale: 0.01
percent of all:
  print: {en: "{}% of all"}
  dimension: "1"
  scale: 0.01
"""
ROSE = "formula: rate_new - rate_old"
OWN = (
    'Give it a unit of its own with the scale 0.01, printed "{} percentage points"; or, if it is '
    'what is left of a whole, printed "{}%".'
)


def told(tmp_path: Path, unit: str, what: str, units: str = "") -> list[str]:
    data = small.copy(tmp_path)
    rates = {"rate_old": "10.0", "rate_new": "12.5"}
    figures = [
        FIGURE.format(name=k, unit="percent", what=GIVEN.format(v)) for k, v in rates.items()
    ]
    figures.append(FIGURE.format(name="rise", unit=unit, what=what))
    for name, more in (("figures.yaml", "".join(figures)), ("units.yaml", units)):
        (data / name).write_text((data / name).read_text("utf-8") + more, "utf-8")
    found = [*points.check(Draft(loading.load(data)))]
    line = (data / "figures.yaml").read_text("utf-8").split("\n").index("rise:") + 3
    assert {(problem.place.line, problem.place.column) for problem in found} <= {(line, 9)}
    return [f"{problem.sentence} {problem.hint}" for problem in found]


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (ROSE, "2.5%"),
        ("formula: rate_old - rate_new", "−2.5%"),
        ("formula: share(left_music, left) - share(left_music, left)", "0%"),
        ("formula: rate_new - share(left_music, left)", "−37.5%"),
        ("formula: share_music - rate_old", "40.0%"),
    ],
)
def test_a_difference_of_percentages_is_none(tmp_path: Path, what: str, said: str) -> None:
    sentence = f'This is a difference in percentage points, and would be printed as "{said}".'
    assert told(tmp_path, "percent", what) == [f"{sentence} {OWN}"]


def test_a_unit_of_points_is_named(tmp_path: Path) -> None:
    assert [hint.partition(". ")[2] for hint in told(tmp_path, "percent", ROSE, UNITS)] == [
        'Give it the unit "points".'
    ]


@pytest.mark.parametrize(
    ("unit", "what"),
    [
        ("points", ROSE),
        ("percent of all", ROSE),
        ("percent", "formula: 1 - rate_new"),
        ("percent", "formula: change(left_music, left)"),
        ("percent", "formula: rate_new / rate_old - 1"),
        ("percent", "formula: rate_new + rate_old"),
        ("times", ROSE),
    ],
)
def test_all_else_may_be(tmp_path: Path, unit: str, what: str) -> None:
    assert told(tmp_path, unit, what, UNITS) == []
