"""What is called otherwise is told once, with the addresses that end."""

from pathlib import Path

import pytest

from braindrain_site import amending, cli, recipe
from braindrain_site.changes import names, versions
from tests.changes.test_versions import committed, git
from tests.support import small

pytestmark = pytest.mark.slow

RENAMED = {
    "figure:left": "gone",
    "table:by_subject": "per_subject",
    "chapter:leaving": "going",
    "chart:subjects": "topics",
    "source:school_report": "report",
    "origin:school_board": "board",
    "unit:teachers": "school staff",
    "claim:over_twice": "double",
}


@pytest.fixture
def root(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A project that has published, in a folder of which nothing is said yet."""
    committed(tmp_path)
    return tmp_path


def told(root: Path, capsys: pytest.CaptureFixture[str], status: int = 4) -> list[str]:
    capsys.readouterr()
    assert cli.main(["changes", "HEAD"], root) == status
    return capsys.readouterr().out.splitlines()


def test_names_alone_are_told_one_by_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Though one is named by another, and all of them by texts."""
    for old, new in RENAMED.items():
        assert amending.rename(root, old, new) == 0
    found = told(root, capsys)
    assert found[-1] == "8 names differ."
    for each, new in RENAMED.items():
        assert f"{each.replace(':', ' ')} is called {new} now" in found
    assert "  - data/figures/left.json, figures/#r-left" in found
    assert "  + #going" in found


def test_what_else_is_another_is_told_beside(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert amending.rename(root, "pay_away", "wages_away") == 0
    file = root / "data/figures.yaml"
    file.write_text(file.read_text("utf-8").replace("value: 50000", "value: 45000"), "utf-8")
    git(root, "add", "data")
    found = told(root, capsys)
    assert not any("is called" in line for line in found)  # it may be another figure

    file.write_text(file.read_text("utf-8").replace("value: 45000", "value: 50000"), "utf-8")
    small.add(root / "data/story/en/leaving.md", "\nThe school is old.\n")
    found = told(root, capsys)
    assert "figure pay_away is called wages_away now" in found
    assert found[-1] == "1 name and 1 sentence differ."


def test_of_two_that_are_alike_nobody_can_say_which(root: Path) -> None:
    unit = '\n{}:\n  print: {{en: "{{}} tables", ko: "{{}}개"}}\n  dimension: "1"\n'
    one, other = root / "one/data", root / "other/data"
    for folder, key in ((one, "tables"), (other, "desks")):
        small.copy(folder.parent, edition=small.TWO)
        small.add(folder / "units.yaml", unit.format(key))
    small.add(other / "units.yaml", unit.format("benches"))
    before, after = (versions.read(folder, root) for folder in (one, other))
    assert names.followed(before, after, root, "one") == (before, [])


def test_a_chapter_that_only_moves_keeps_its_name(root: Path) -> None:
    edit = ("site.yaml", "chapters: [leaving]\n", "")
    folder = small.copy(root / "other", edit, edition=small.TWO)
    for path in [*folder.rglob("leaving.md")]:
        path.rename(path.with_name("01-leaving.md"))
    before, after = (versions.read(each, root) for each in (small.TWO, folder))
    assert names.followed(before, after, root, "HEAD") == (before, [])


def test_who_renames_hears_which_addresses_end(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of what readers have an address of, and no other."""
    assert amending.rename(root, "chart:subjects", "topics") == 0
    said = capsys.readouterr().out.splitlines()[-1]
    assert said.startswith("Where it is published already, these addresses end: assets/charts/")
    assert "embed/subjects/" in said
    assert "ko" not in said
    gone = said.partition("end: ")[2].rstrip(".").split(", ")
    files = recipe.plan(recipe.judge(root / "data", publishing=False), root / "templates")
    assert not {*gone} & {path.removesuffix("index.html") for path in files}
    assert amending.rename(root, "origin:school_board", "board") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "The origin is called board now."
