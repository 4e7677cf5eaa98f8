"""What readers would see change between two editions is told, all of it and nothing else."""

from pathlib import Path

import pytest

from braindrain_site import recipe
from braindrain_site.changes import comparing
from braindrain_site.changes.comparing import Change
from braindrain_site.changes.versions import Version
from tests.support import small
from tests.support.sites import DRAWN, TEMPLATES

pytestmark = pytest.mark.slow

Edit = tuple[str, str, str]


def version(data: Path) -> Version:
    proof = recipe.judge(data, publishing=False)
    return Version(proof, recipe.plan(proof, TEMPLATES, DRAWN))


@pytest.fixture(scope="module")
def before() -> Version:
    return version(small.TWO)


def changed(before: Version, tmp_path: Path, *edits: Edit) -> list[Change]:
    return comparing.changes(before, version(small.copy(tmp_path, *edits, edition=small.TWO)))


def of(kind: str, found: list[Change]) -> list[Change]:
    return [change for change in found if change.kind == kind]


def test_nothing_has_changed(before: Version) -> None:
    assert comparing.changes(before, before) == []


def test_a_cell_is_told_with_all_that_follows_from_it(before: Version, tmp_path: Path) -> None:
    edits = (
        ("figures.yaml", "value: 6", "value: 8"),
        ("figures.yaml", "six teachers", "eight teachers"),
        ("tables/by_subject.csv", "maths,2", "maths,3"),
        ("tables/by_subject.csv", "music,3", "music,4"),
    )
    found = changed(before, tmp_path, *edits)
    assert Change(
        "number", "left", "6 teachers", "8 teachers", ("Leaving the school", "charts subjects")
    ) in of("number", found)
    cells = [(each.what, each.before, each.after) for each in of("cell", found)]
    assert ("by_subject: maths, teachers", "2", "3") in cells
    assert len(cells) == 2
    assert {each.lang for each in of("sentence", found)} == {"en", "ko"}
    assert "assets/charts/subjects.svg" in {each.what for each in of("chart", found)}
    downloads = {each.what for each in of("download", found)}
    assert {"data/figures.csv", "data/tables/by_subject.csv"} <= downloads


def test_a_claim_that_has_come_nearer_to_false_is_told(before: Version, tmp_path: Path) -> None:
    nearer = ("figures.yaml", "value: 50000", "value: 45000")
    (claim,) = of("claim", changed(before, tmp_path, nearer))
    assert claim.what == "over_twice"
    assert claim.before == "pay_away / pay_here > 2 (true, 25.0% from false)"
    assert claim.after == "pay_away / pay_here > 2 (true, 12.5% from false)"
    farther = ("figures.yaml", "value: 50000", "value: 60000")
    assert of("claim", changed(before, tmp_path / "farther", farther)) == []


def test_a_condition_that_says_less_is_told(before: Version, tmp_path: Path) -> None:
    found = changed(before, tmp_path, ("claims.yaml", "pay_here > 2", "pay_here > 2.1"))
    assert [each.what for each in of("claim", found)] == ["over_twice"]


def test_a_sentence_is_told_as_it_is_read(before: Version, tmp_path: Path) -> None:
    found = changed(before, tmp_path, ("story/en/leaving.md", "The city pays", "A city pays"))
    (sentence,) = found
    assert (sentence.kind, sentence.lang, sentence.where) == (
        "sentence",
        "en",
        ("Leaving the school",),
    )
    assert sentence.after.startswith("A city pays more than twice as much: ")
    assert "{" not in sentence.before + sentence.after


def test_a_grade_that_changed_is_told(before: Version, tmp_path: Path) -> None:
    told = "  origin: head_teacher\npay_away"
    found = changed(before, tmp_path, ("figures.yaml", told, "pay_away"))
    assert "pay_here" in {each.what for each in of("grade", found)}


def test_words_of_a_chart_are_told_in_their_language(before: Version, tmp_path: Path) -> None:
    found = of("text", changed(before, tmp_path, ("figures.yaml", "pay here,", "pay in town,")))
    assert [(each.what, each.lang, each.after) for each in found] == [
        ("figures.yaml: pay_here, label", "en", "pay in town")
    ]


def test_a_chart_that_is_called_otherwise_moves_its_pages(before: Version, tmp_path: Path) -> None:
    data = small.copy(tmp_path, edition=small.TWO)
    for file in ("charts.yaml", "story/en/leaving.md", "story/ko/leaving.md"):
        text = (data / file).read_text("utf-8")
        text = text.replace("subjects:\n", "topics:\n").replace('"subjects"', '"topics"')
        (data / file).write_text(text, "utf-8")
    pages = of("page", comparing.changes(before, version(data)))
    moved = {each.what: each.after for each in pages}
    assert moved["charts/subjects/index.html"] == "moved to charts/topics/index.html"
    assert moved["ko/embed/subjects/index.html"] == "moved to ko/embed/topics/index.html"
