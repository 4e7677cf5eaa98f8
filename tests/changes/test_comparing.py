"""What readers would see change between two editions is told, all of it and nothing else."""

from pathlib import Path

import pytest

from braindrain_site import recipe
from braindrain_site.changes import comparing
from braindrain_site.changes.change import Change
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
        "number",
        "left",
        "6 teachers",
        "8 teachers",
        ("Leaving the school", "charts subjects"),
        label="teachers who left",
    ) in of("number", found)
    cells = [(each.what, each.before, each.after) for each in of("cell", found)]
    assert ("by_subject: maths, teachers", "2", "3") in cells
    assert len(cells) == 2
    assert {each.lang for each in of("sentence", found)} == {"en", "ko"}
    assert [each.what for each in of("chart", found)] == ["subjects"]
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


def with_more(tmp_path: Path, *listed: str) -> Path:
    """A copy with two chapters more, and the chapters *listed* in their order."""
    data = small.copy(
        tmp_path, ("site.yaml", "[leaving]", f"[{', '.join(listed)}]"), edition=small.TWO
    )
    for slug in {*listed} - {"leaving"}:
        for lang, words in (("en", "They wrote."), ("ko", "편지를 썼다.")):
            (data / f"story/{lang}/{slug}.md").write_text(f"# On {slug}\n\n{words}\n", "utf-8")
    return data


def test_chapters_that_move_come_and_go(tmp_path: Path, before: Version) -> None:
    three = version(with_more(tmp_path / "three", "leaving", "letters", "homes"))
    moved = version(with_more(tmp_path / "moved", "homes", "leaving", "letters"))
    assert comparing.changes(three, moved) == [
        Change("chapter", "homes", "chapter 3", "chapter 1", ("On homes",), lang)
        for lang in ("en", "ko")
    ]
    come = of("chapter", comparing.changes(before, moved))
    assert {(each.what, each.before, each.after) for each in come} == {
        ("homes", "", "On homes"), ("letters", "", "On letters"),
    }  # fmt: skip


def test_whatever_a_chapter_says_outside_of_sentences(tmp_path: Path, before: Version) -> None:
    """Its heading, a heading in it, a cell, an item of a list."""
    more = "\n## Pay\n\n| a | b |\n|---|---|\n| rice | bread |\n\n- milk\n- honey\n"
    old = small.copy(tmp_path / "old", edition=small.TWO)
    small.add(old / "story/en/leaving.md", more)
    new = small.copy(
        tmp_path / "new", ("story/en/leaving.md", "# Leaving the", "# Leaving a"), edition=small.TWO
    )
    for words, instead in (("## Pay", "## Wages"), ("bread", "cake"), ("honey", "wine")):
        more = more.replace(words, instead)
    small.add(new / "story/en/leaving.md", more)
    told = [(each.before, each.after) for each in comparing.changes(version(old), version(new))]
    assert told == [
        ("Leaving the school", "Leaving a school"),
        ("## Pay", "## Wages"),
        ("| rice | bread |", "| rice | cake |"),
        ("- honey", "- wine"),
    ]


def test_a_claim_in_other_words_is_told_in_its_language(before: Version, tmp_path: Path) -> None:
    reworded = ("story/en/leaving.md", "%}more than twice{%", "%}over two times{%")
    found = of("claim", changed(before, tmp_path, reworded))
    assert found == [
        Change("claim", "over_twice", "“more than twice”", "“over two times”", (), "en")
    ]


def test_another_source_or_day_is_told(before: Version, tmp_path: Path) -> None:
    """Also where no number, word or grade is another for it."""
    edits = (("site.yaml", "updated: 2025-01-03", "updated: 2025-01-04"),
             ("sources.yaml", "published: 2024-12", "published: 2024-11"))  # fmt: skip
    found = of("entry", changed(before, tmp_path, *edits))
    assert [(each.what, each.before, each.after) for each in found] == [
        ("site.yaml: updated", "2025-01-03", "2025-01-04"),
        ("sources.yaml: school_report, published", "2024-12", "2024-11"),
    ]


def test_another_look_is_told(before: Version, tmp_path: Path) -> None:
    """Also where the house had chosen none."""
    data = small.copy(tmp_path, edition=small.TWO)
    (data / "house.yaml").write_text("fonts: {headings: desk_sans}\n", "utf-8")
    sign = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M1 1h7v7z"/></svg>'
    (data / "mark.svg").write_text(sign, "utf-8")
    found = of("entry", comparing.changes(before, version(data)))
    assert [(each.what, each.before, each.after) for each in found] == [
        ("mark.svg: the sign", "", "changed"),
        ("house.yaml: fonts, headings", "", "desk_sans"),
    ]


def test_a_column_by_another_name_is_no_new_column(before: Version, tmp_path: Path) -> None:
    edits = (
        ("tables/by_subject.csv", "subject,teachers", "subject,tutors"),
        ("tables/by_subject.yaml", "name: teachers", "name: tutors"),
        ("charts.yaml", "value: teachers", "value: tutors"),
        ("figures.yaml", "by_subject.teachers)", "by_subject.tutors)"),
        ("figures.yaml", "by_subject.teachers[", "by_subject.tutors["),
    )
    found = of("cell", changed(before, tmp_path, *edits))
    assert found == [Change("cell", "by_subject: a column's name", "teachers", "tutors")]


def test_a_comment_is_nothing_to_readers(before: Version, tmp_path: Path) -> None:
    edits = [(file, "", "# A note to ourselves.\n") for file in ("figures.yaml", "charts.yaml")]
    assert changed(before, tmp_path, *edits) == []


def test_a_draft_is_nothing_to_readers(before: Version, tmp_path: Path) -> None:
    data = with_more(tmp_path, "leaving", "{name: letters, draft: true}")
    (data / "story/en/letters.md").write_text("# Letters\n\nThey wrote.\n", "utf-8")
    for stray in data.glob("story/*/{*"):
        stray.unlink()
    assert comparing.changes(before, version(data)) == []
