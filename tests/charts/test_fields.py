"""Who opens a specification finds the data in it: named columns, values, units."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from braindrain_site.charts import fields
from tests.support import forms
from tests.support.frames_to_draw import frame


def pointed(site: Mapping[str, bytes], chart: str) -> tuple[list[dict[str, Any]], list[str]]:
    """The rows of the layer that can be pointed at, and what its tooltip shows."""
    specification = json.loads(site[f"assets/charts/{chart}.vl.json"])
    layer = specification["layer"][-1]
    shown = [field["field"] for field in layer["encoding"]["tooltip"]]
    return specification["datasets"][layer["data"]["name"]], shown


def test_columns_keep_their_names(forms_site: Mapping[str, bytes]) -> None:
    rows, shown = pointed(forms_site, "by_bars")
    kept = [{name: row[name] for name in ("school", "teachers")} for row in rows]
    typed = (forms.FOLDER / "tables/by_school.csv").read_text("utf-8").splitlines()[1:]
    assert sorted(f"{row['school']},{row['teachers']:g}" for row in kept) == sorted(typed)
    assert shown == ["school", "teachers", "unit", "note"]
    assert {row["unit"] for row in rows} == {"teachers"}
    assert [row["note"] for row in rows if "note" in row] == ["closed since"]


def test_a_time_without_a_value_has_none(forms_site: Mapping[str, bytes]) -> None:
    rows, shown = pointed(forms_site, "by_broken_line")
    assert [(row["school"], row["year"]) for row in rows if row["pay"] is None] == [
        ("Lake school", "2020")
    ]
    assert shown == ["year", "pay", "school", "unit"]


def test_figures_are_named_by_what_they_are_in_the_chart(forms_site: Mapping[str, bytes]) -> None:
    rows, shown = pointed(forms_site, "by_bars_of_figures")
    assert shown == ["label", "series", "value", "unit"]
    assert {(row["series"], row["value"]) for row in rows} == {
        ("Lake school", 20000), ("City school", 50000),
    }  # fmt: skip


@pytest.mark.parametrize("chart", forms.DRAWN)
def test_every_mark_has_its_fields(forms_site: Mapping[str, bytes], chart: str) -> None:
    """Beside its place in the drawing, which keeps the names it needs."""
    rows, shown = pointed(forms_site, chart)
    always = [name for name in shown if name not in {"unit", "note"}]
    assert rows
    assert all({"x", "y", "said", *always} <= row.keys() for row in rows)


@pytest.mark.parametrize(
    ("column", "name"),
    [
        ("country", "country"),
        ("나라", "나라"),
        ("x", "x_"),
        ("said", "said_"),
        ("unit", "unit_"),
        ("two words", "label"),
        ("a.b", "label"),
        ("a[0]", "label"),
        ('"]);alert(1);(["', "label"),
    ],
)
def test_a_name_is_a_word_or_none(column: str, name: str) -> None:
    """Whatever editors call their columns: an editor of charts makes programs of such names."""
    made = frame({"label": "Lake", "value": 3})
    made.attrs["fields"] = {"label": column}
    layer: dict[str, Any] = {"data": {"name": "d"}, "encoding": {}}
    row = {"said": made["said"][0]}
    fields.add_fields({"layer": [layer], "datasets": {"d": [row]}}, made)
    assert row == {"said": "Lake: 3", name: "Lake"}
    assert layer["encoding"]["tooltip"] == [{"field": name, "title": name, "type": "nominal"}]
