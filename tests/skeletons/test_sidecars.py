"""The words of an export stand in YAML as they were."""

from pathlib import Path

import pytest

from braindrain_site import cli
from braindrain_site.reading import yaml_files
from braindrain_site.skeletons.sidecars import scalar
from tests.support import small


@pytest.mark.parametrize(
    "text",
    [
        "Seoul", "서울", "Korea, Rep.", "20대", "null", "~", "true", "a: b", "a #b", "- a", "{a}",
        "'a'", 'say "a"', "geo\\time", "=1", "GDP (current US$)", "*a", "&a", "!a", "%", "“a”", "…",
        "a ", "",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["words: {}", "words: {{en: {}}}", "{}: words"])
def test_any_words_are_read_back(text: str, around: str) -> None:
    """Alone, between braces, and as a key."""
    document = yaml_files.read("data/tables/x.yaml", around.format(scalar(text)))
    assert document.problems == []
    ((key, value),) = document.value.items()
    assert text in [key, value, *(value.values() if isinstance(value, dict) else ())]


@pytest.mark.parametrize(
    ("cells", "period"),
    [
        ("Metal,Year found\nIndium,1863\nZinc,1746\n", "…"),
        ("City,Founded in year\nBern,1191\nRome,1871\n", "…"),
        ("City,Year,People\nBern,2020,5\nRome,2021,6\n", "2020/2021"),
        ("City,연도,People\nBern,2020,5\nRome,2020,6\n", "2020"),
        ("Year,People\n2020,5\n2021,6\n", "2020/2021"),
    ],
)
def test_a_table_speaks_of_the_years_that_say_when(tmp_path: Path, cells: str, period: str) -> None:
    """What was founded in a year is not counted in it."""
    data = small.copy(tmp_path)
    (tmp_path / "export.csv").write_text(cells, "utf-8")
    assert cli.main(["new", "table", str(tmp_path / "export.csv")], tmp_path) == 0
    assert f"\nperiod: {period}\n" in (data / "tables/export.yaml").read_text("utf-8")
