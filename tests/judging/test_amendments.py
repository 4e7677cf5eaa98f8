"""The history of a figure, and all that an entry reaches."""

from decimal import Decimal
from pathlib import Path

from braindrain_site import recipe
from braindrain_site.judging import amendments
from braindrain_site.recipe import Proof
from tests.support import amended


def proof(tmp_path: Path, *entries: str) -> Proof:
    return recipe.judge(amended.edition(tmp_path, *entries), publishing=False)


def test_an_old_value_is_what_the_entry_before_made_of_it(tmp_path: Path) -> None:
    """Whatever the order in the file: days tell which entry is the newer."""
    found = proof(tmp_path, amended.REVISED, amended.CORRECTED)
    newest, oldest = amendments.history(found.edition, found.amounts)["left"]
    assert (newest.entry, oldest.entry) == ("spring", "autumn")
    assert newest.was is not None
    assert newest.was == oldest.now
    assert newest.was.value == 5
    assert newest.now == found.amounts["left"]
    assert oldest.was is not None
    assert oldest.was.value == 4
    assert oldest.was.qualifier == "over"
    assert (oldest.was_period, oldest.now_period) == ("2021/2023", "2021/2024")
    assert newest.moved


def test_of_one_day_the_upper_entry_is_the_newer(tmp_path: Path) -> None:
    same_day = amended.REVISED.replace("2025-01-02", "2025-01-03")
    found = proof(tmp_path, amended.CORRECTED, same_day)
    assert [key for key, _ in amendments.newest_first(found.edition)] == ["spring", "autumn"]


def test_an_entry_reaches_all_that_rests_on_what_it_lists(tmp_path: Path) -> None:
    found = proof(tmp_path, amended.CORRECTED)
    reach = amendments.reach(found.edition, found.amounts, "spring")
    assert reach.worked_out == {"share_music"}
    assert {("claim", "half_music"), ("figure", "left"), ("chart", "subjects")} <= reach.named
    assert reach.charts == ("subjects",)


def test_a_cell_reaches_the_figures_and_charts_made_of_it(tmp_path: Path) -> None:
    found = proof(tmp_path, amended.REVISED)
    reach = amendments.reach(found.edition, found.amounts, "autumn")
    assert {"left_music", "share_music"} <= reach.worked_out
    assert (reach.tables, reach.charts) == (("by_subject",), ("subjects",))


def test_what_only_reads_otherwise_moves_nothing(tmp_path: Path) -> None:
    """The same number under another name: what is worked out from it is what it was."""
    of_people = "    - {figure: left, was: 6, unit: people}\n"
    units = 'people:\n  print: {en: "{} people", ko: "{}명"}\n'
    data = amended.edition(
        tmp_path, amended.CORRECTED.replace("    - {figure: left, was: 5}\n", of_people)
    )
    with (data / "units.yaml").open("a", encoding="utf-8") as file:
        file.write(units)
    found = recipe.judge(data, publishing=False)
    reach = amendments.reach(found.edition, found.amounts, "spring")
    assert reach.worked_out == frozenset()
    [step] = amendments.history(found.edition, found.amounts)["left"]
    assert step.was is not None
    assert step.was.value == Decimal(6)


def test_no_file_is_no_change(tmp_path: Path) -> None:
    """Nor is one in which all is commented out."""
    found = proof(tmp_path, "# spring:\n")
    assert found.edition.changes == {}
