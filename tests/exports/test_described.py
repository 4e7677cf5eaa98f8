"""What describes the downloads to programs is what their standards ask for, and is true."""

import csv
import io
import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from csvw import CSVW
from jsonschema import (  # type: ignore[import-untyped]
    Draft7Validator,
    Draft202012Validator,
    FormatChecker,
)

from braindrain_site.exports.every_export import make_exports
from tests.support import small, stamped

ROWS_CHART = """
pay:
  form: bar
  rows:
    - {figure: pay_here, label: {en: Here, ko: 여기}}
    - {figure: pay_away, label: {en: In the city, ko: 도시}}
  headline: {en: "Pay here, there", ko: 급여}
  subtitle: {en: Yearly pay, ko: 연봉}
"""
ODD = """title: {en: "Odd, and \\"quoted\\"", ko: 별난 표}
source: school_report
at: {en: page 7, ko: 7쪽}
period: 2024
primaryKey: [a key, year]
note: {en: Not all is known., ko: 다 알려지지 않았다.}
fields:
  - name: a key
    type: string
    title: {en: Key, ko: 열쇠}
    labels: {=x: {en: X, ko: 엑스}, "b, c": {en: B, ko: 비}, 한글: {en: H, ko: 한}}
  - {name: year, type: year, title: {en: Year, ko: 연도}}
  - {name: _day, type: day, title: {en: Day, ko: 날}, constraints: {required: false}}
  - {name: span, type: period, title: {en: Time, ko: 기간}, constraints: {required: false}}
  - name: 값
    type: number
    title: {en: Value, ko: 값}
    unit: teachers
    constraints: {required: false, minimum: -1, maximum: 99.5}
  - {name: source, type: string, title: {en: Source, ko: 출처}}
"""
CELLS = """a key,year,_day,span,값,source
=x,2024,2024-02-29,2021/2024,1.50,school_report
"b, c",2024,,,,school_report
한글,1900,2020-01-01,2021-01/2025-05,-0.5,school_report
"""


def files(data: Path) -> dict[str, bytes]:
    edition, amounts, _ = small.judged(data)
    return {path: make() for path, make in make_exports(edition, amounts).items()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The downloads of an edition in two languages, with a table that has every type of column."""
    place = tmp_path_factory.mktemp("described")
    data = small.copy(place, edition=small.TWO)
    small.add(data / "charts.yaml", ROWS_CHART)
    (data / "tables/odd.yaml").write_text(ODD, "utf-8")
    (data / "tables/odd.csv").write_text(CELLS, "utf-8")
    for path, content in files(data).items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(content)
    return place / "data"


def told(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text("utf-8"))


def test_the_data_package_keeps_to_its_profile(folder: Path) -> None:
    """That of version 2, as the Python library of the standard brings it."""
    found = find_spec("dplib")
    assert found
    assert found.origin
    profile = json.loads((Path(found.origin).parent / "profiles/2.0/datapackage.json").read_text())
    package = told(folder, "datapackage.json")
    assert package["$schema"].endswith("/2.0/datapackage.json")
    assert [each.message for each in Draft7Validator(profile).iter_errors(package)] == []


def test_the_data_package_tells_of_each_csv_what_its_header_says(folder: Path) -> None:
    resources = told(folder, "datapackage.json")["resources"]
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*.csv")}
    assert {each["path"] for each in resources} == written
    names = {
        each["name"]: {field["name"] for field in each["schema"]["fields"]} for each in resources
    }
    for each in resources:
        content = (folder / each["path"]).read_bytes()
        header = next(csv.reader(io.StringIO(content.decode())))
        assert [field["name"] for field in each["schema"]["fields"]] == header
        assert each["bytes"] == len(content)
        for key in each["schema"].get("foreignKeys", ()):
            reference = key["reference"]
            assert {*key["fields"]} <= {*header}
            assert {*reference["fields"]} <= names[reference["resource"] or each["name"]]


def test_a_column_keeps_its_type_unit_and_limits(folder: Path) -> None:
    [odd] = [e for e in told(folder, "datapackage.json")["resources"] if e["name"] == "table_odd"]
    fields = {field["name"]: field for field in odd["schema"]["fields"]}
    assert [field["type"] for field in fields.values()] == [
        "string", "year", "date", "string", "number", "string",
    ]  # fmt: skip
    assert fields["값"]["unit"] == "teachers"
    assert fields["값"]["constraints"] == {"minimum": -1, "maximum": 99.5}
    assert fields["a key"]["titles"] == {"en": "Key", "ko": "열쇠"}
    assert [*fields["a key"]["labels"]] == ["'=x", "b, c", "한글"], "as the CSV has them"
    assert odd["schema"]["primaryKey"] == ["a key", "year"]
    assert odd["description"] == "Not all is known."


def test_no_licence_is_claimed_for_what_others_made(tmp_path: Path) -> None:
    """What stood at the top of a package would count for each of its tables."""
    asked = ("sources.yaml", "kind: report", "kind: report\n  licence: {en: CC BY-ND 4.0}")
    for edit, licences in (((), None), ((asked,), ["CC-BY-ND-4.0"])):
        made = files(small.copy(tmp_path / str(len(edit)), *edit))
        package = json.loads(made["data/datapackage.json"])
        named = {
            each["name"]: [licence["name"] for licence in each["licenses"]]
            for each in package["resources"]
            if "licenses" in each
        }
        assert "licenses" not in package
        assert named["figures"] == ["CC-BY-4.0"]
        assert named.get("table_by_subject") == licences


@pytest.mark.filterwarnings("default")
def test_csv_on_the_web_reads_every_table_by_its_description(folder: Path) -> None:
    read = CSVW(str(folder / "csv-metadata.json"), validate=True)
    assert read.is_valid
    assert [str(warning.message) for warning in read.warnings] == []
    rows = {table.local_name: [*table.iterdicts()] for table in read.tables}
    assert {*rows} == {path.relative_to(folder).as_posix() for path in folder.rglob("*.csv")}
    assert [str(row["%EA%B0%92"]) for row in rows["tables/odd.csv"]] == ["1.50", "None", "-0.5"]


def test_figures_keep_to_their_schema(folder: Path) -> None:
    schema = told(folder, "figures.schema.json")
    Draft202012Validator.check_schema(schema)
    judge = Draft202012Validator(schema, format_checker=FormatChecker())
    figures = told(folder, "figures.json")
    assert [each.message for each in judge.iter_errors(figures)] == []
    one = Draft202012Validator({"$ref": "#/$defs/figure", "$defs": schema["$defs"]})
    assert [*one.iter_errors(told(folder, "figures/left.json"))] == []
    figures[0]["value"] = "six"
    del figures[1]["label"]
    assert [each.json_path for each in judge.iter_errors(figures)] == ["$[0].value", "$[1]"]


def test_every_address_of_a_figure_is_whole_once_the_site_has_one(tmp_path: Path) -> None:
    address = ("site.yaml", "languages:", "address: https://example.org/\nlanguages:")
    for edits, top in (((), ""), ((address,), "https://example.org/")):
        made = files(small.copy(tmp_path / (top and "whole"), *edits, edition=small.TWO))
        assert json.loads(made["data/figures/left.json"])["page"] == {
            "en": f"{top}figures/index.html#r-left",
            "ko": f"{top}ko/figures/index.html#r-left",
        }
        schema = json.loads(made["data/figures.schema.json"])
        assert schema["$id"] == f"{top}data/figures.schema.json"


def test_reports_stand_one_by_one(tmp_path: Path) -> None:
    also = "six teachers\n  also: [{source: school_report, at: page 9, as_printed: six}]"
    made = files(small.copy(tmp_path, ("figures.yaml", "six teachers", also)))
    reports = [each for each in json.loads(made["data/reports.json"]) if each["figure"] == "left"]
    found = [(each["number"], each["at"]["en"]) for each in reports]
    assert found == [(1, "page 1"), (2, "page 9")]
    assert reports[0]["origin"] == {"en": "the school board"}


def test_a_site_without_statements_and_verdicts_has_no_tables_of_them(folder: Path) -> None:
    names = {each["name"] for each in told(folder, "datapackage.json")["resources"]}
    assert names == {
        "units", "sources", "figures", "reports", "table_by_subject", "table_odd", "chart_pay",
    }  # fmt: skip


def test_verdicts_leave_as_a_table_too(tmp_path: Path) -> None:
    made = files(stamped.edition(tmp_path))
    rows = [*csv.DictReader(io.StringIO(made["data/verdicts.csv"].decode()))]
    told = json.loads(made["data/verdicts.json"])
    assert [(row["key"], row["says_ko"]) for row in rows] == [
        (each["key"], each["says"]["ko"]) for each in told
    ]
