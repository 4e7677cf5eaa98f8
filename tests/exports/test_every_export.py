"""The downloads say what the editor typed, and no more than is known."""

import io
import json
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from braindrain_site.exports.every_export import make_exports
from tests.support import small

ROWS_CHART = """
pay:
  form: bar
  rows:
    - {figure: pay_here, label: {en: Here}}
    - {figure: pay_away, label: {en: "In the city, as {{ left }} found"}}
  headline: {en: Pay here and there}
  subtitle: {en: Yearly pay}
"""


def exports(data: Path = small.FOLDER) -> Mapping[str, bytes]:
    edition, amounts, _ = small.judged(data)
    return {path: make() for path, make in make_exports(edition, amounts).items()}


def records(files: Mapping[str, bytes]) -> dict[str, dict[str, object]]:
    return {record["key"]: record for record in json.loads(files["data/figures.json"])}


def test_a_table_leaves_as_it_was_typed() -> None:
    typed = (small.FOLDER / "tables/by_subject.csv").read_bytes()
    assert exports()["data/tables/by_subject.csv"] == typed


def test_json_holds_numbers_and_leaves_text_alone() -> None:
    table = json.loads(exports()["data/tables/by_subject.json"])
    assert table["data"][2] == {"subject": "NA", "teachers": 1}
    assert table["title"] == {"en": "Leavers by subject"}
    assert [field["name"] for field in table["fields"]] == ["subject", "teachers"]


def test_trailing_zeros_and_gaps(tmp_path: Path) -> None:
    data = small.copy(
        tmp_path,
        ("tables/by_subject.csv", "music,3\n", "music,3,1.30\n"),
        ("tables/by_subject.csv", "maths,2\n", "maths,2,\n"),
        ("tables/by_subject.csv", "NA,1\n", "NA,1,-0.5\n"),
        ("tables/by_subject.csv", "subject,teachers", "subject,teachers,share"),
    )
    with (data / "tables/by_subject.yaml").open("a") as sidecar:
        sidecar.write("  - {name: share, type: number, title: {en: Share}, ")
        sidecar.write("constraints: {required: false}}\n")
    files = exports(data)
    assert files["data/tables/by_subject.csv"].decode().splitlines()[1:3] == [
        "music,3,1.30",
        "maths,2,",
    ]
    shares = [row["share"] for row in json.loads(files["data/tables/by_subject.json"])["data"]]
    assert shares == [1.3, None, -0.5]


def test_every_figure_has_a_row_and_a_file_of_its_own() -> None:
    files = exports()
    edition, _, _ = small.judged()
    assert list(records(files)) == list(edition.figures)
    for key, record in records(files).items():
        assert json.loads(files[f"data/figures/{key}.json"]) == record


def test_the_csv_of_figures_says_what_the_json_says() -> None:
    files = exports()
    text = files["data/figures.csv"].decode()
    frame = pd.read_csv(io.StringIO(text), keep_default_na=False, dtype=str)
    assert "\r" not in text
    for row in frame.to_dict("records"):
        record = records(files)[row["key"]]
        assert float(row["value"]) == record["value"]
        assert {"en": row["label_en"]} == record["label"]
        assert row["formula"] == (record["formula"] or "")


def test_a_derived_figure_is_as_loose_as_its_inputs_and_no_finer() -> None:
    multiple = records(exports())["pay_multiple"]
    assert (multiple["value"], multiple["qualifier"]) == (2.5, "over")
    assert multiple["formula"] == "pay_away / pay_here"
    assert (multiple["evidence"], multiple["reports"], multiple["origin"]) == (
        "one_origin",
        1,
        None,
    )


def test_every_report_leaves_with_the_figure(tmp_path: Path) -> None:
    also = "six teachers\n  also: [{source: school_report, at: page 9, as_printed: six}]"
    reason = "head_teacher\n  disputed: {reason: {en: Not so.}}"
    edits = (("figures.yaml", "six teachers", also), ("figures.yaml", "head_teacher", reason))
    files = exports(small.copy(tmp_path, *edits))
    left, pay = records(files)["left"], records(files)["pay_here"]
    assert left["also"] == [
        {"source": "school_report", "at": {"en": "page 9"}, "as_printed": "six",
         "origin": "school_board"}
    ]  # fmt: skip
    assert (left["evidence"], left["origin"]) == ("primary", {"en": "the school board"})
    assert (pay["evidence"], pay["disputed"]) == (
        "disputed",
        {"by": None, "reason": {"en": "Not so."}},
    )
    rows = pd.read_csv(io.BytesIO(files["data/figures.csv"]), keep_default_na=False, dtype=str)
    assert list(rows["also"])[:2] == ["school_report", ""]
    assert "Not so." in set(rows["disputed_reason_en"])


def test_a_table_says_how_well_it_is_known() -> None:
    table = json.loads(exports()["data/tables/by_subject.json"])
    assert (table["evidence"], table["origin"]) == ("primary", {"en": "the school board"})


def test_a_value_stands_in_its_unit() -> None:
    figures = records(exports())
    assert figures["pay_in_won"]["value"] == 27.5
    assert figures["share_music"]["value"] == 50


def test_a_chart_of_figures_has_its_data(tmp_path: Path) -> None:
    data = small.copy(tmp_path)
    with (data / "charts.yaml").open("a") as charts:
        charts.write(ROWS_CHART)
    files = exports(data)
    marks = json.loads(files["data/charts/pay.json"])["data"]
    assert [mark["mark"]["en"] for mark in marks] == ["Here", "In the city, as 6 teachers found"]
    assert [mark["value"] for mark in marks] == [20000, 50000]
    assert files["data/charts/pay.csv"].decode().startswith("mark_en,group_en,key,label_en,value")
    assert "data/charts/subjects.csv" not in files, "its table is its data"


@pytest.mark.parametrize("suffix", ["csv", "json"])
def test_a_changed_cell_changes_its_downloads_alone(tmp_path: Path, suffix: str) -> None:
    before = exports()
    changed = ("tables/by_subject.csv", "maths,2", "maths,5")
    after = exports(small.copy(tmp_path, changed))
    assert {path for path in before if before[path] != after[path] and path.endswith(suffix)} == {
        f"data/tables/by_subject.{suffix}",
        *(["data/datapackage.json"] if suffix == "json" else []),  # it has the sum of each CSV
    }


@pytest.mark.parametrize(
    ("typed", "leaves"),
    [
        ("=1+1", "'=1+1"),
        ('"=HYPERLINK(""https://example.org"",""x"")"', '"\'=HYPERLINK(""https://example.org"",""x"")"'),
        ("@SUM(1)", "'@SUM(1)"),
        ("-cmd", "'-cmd"),
        ("+82 2 123", "'+82 2 123"),
        ("＝1", "'＝1"),
        ("-1", "-1"),
        ("-0.5", "-0.5"),
        ("a=b", "a=b"),
    ],
)  # fmt: skip
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(
    tmp_path: Path, typed: str, leaves: str
) -> None:
    """Numbers are numbers, and JSON has what was typed."""
    files = exports(small.copy(tmp_path, ("tables/by_subject.csv", "NA,1", f"{typed},1")))
    assert f"\n{leaves},1\n" in files["data/tables/by_subject.csv"].decode()
    assert "'" not in json.loads(files["data/tables/by_subject.json"])["data"][2]["subject"]


def test_no_figure_leaves_as_a_formula(tmp_path: Path) -> None:
    """Whatever it quotes."""
    data = small.copy(tmp_path, ("figures.yaml", "six teachers", "'=6+0'"))
    assert ",'=6+0," in exports(data)["data/figures.csv"].decode()
