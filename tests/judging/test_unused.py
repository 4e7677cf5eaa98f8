"""What nothing rests on is told, and stops nobody."""

from pathlib import Path

from braindrain_site import recipe
from braindrain_site.figures import grades
from braindrain_site.judging.unused import unused
from tests.support import small


def sentences(data: Path) -> list[str]:
    return [f"{p.place.line} {p.sentence}" for p in unused(recipe.judge(data).edition)]


def test_figures_that_nothing_names() -> None:
    """Neither a text nor a formula nor a chart."""
    assert sentences(small.FOLDER) == [
        '33 Nothing uses the figure "pay_in_won" yet.',
        '41 Nothing uses the figure "pay_multiple" yet.',
    ]


def test_a_source_that_nothing_names(tmp_path: Path) -> None:
    """A table's column of sources names them too, and another printing is there to be listed."""
    data = small.copy(
        tmp_path,
        ("figures.yaml", "formula: pay_away / pay_here", "formula: pay_in_won / pay_in_won"),
        ("figures.yaml", "  unit: times", "  unit: times\n  variant_of: share_music"),
        ("tables/by_subject.csv", "subject,teachers", "subject,teachers,source"),
        ("tables/by_subject.csv", "music,3", "music,3,in_table"),
        ("tables/by_subject.csv", "maths,2", "maths,2,in_table"),
        ("tables/by_subject.csv", "NA,1", "NA,1,in_table"),
    )
    with (data / "tables/by_subject.yaml").open("a") as sidecar:
        sidecar.write("  - {name: source, type: string, title: {en: Source}}\n")
    report = (data / "sources.yaml").read_text("utf-8")
    more = (report.replace("school_report", name) for name in ("in_table", "nowhere"))
    (data / "sources.yaml").write_text(report + "".join(more), "utf-8")
    assert sentences(data) == ['21 Nothing uses the source "nowhere" yet.']


def test_a_further_report_and_what_contradicts_a_figure_are_named(tmp_path: Path) -> None:
    also = "origin: head_teacher\n  also: [{source: letter, at: page 1}]"
    data = small.copy(
        tmp_path,
        ("figures.yaml", "  unit: times", "  unit: times\n  disputed: {by: ratio}"),
        ("figures.yaml", "origin: head_teacher", also),
    )
    report = (data / "sources.yaml").read_text("utf-8")
    (data / "sources.yaml").write_text(report + report.replace("school_report", "letter"), "utf-8")
    with (data / "figures.yaml").open("a", encoding="utf-8") as figures:
        figures.write("\nratio:\n  label: {en: ratio}\n  unit: times\n  formula: left / left\n")
    told = "".join(sentences(data))
    assert "pay_in_won" in told
    assert "ratio" not in told
    assert "letter" not in told


def test_a_grade_typed_by_hand_is_not_read(tmp_path: Path) -> None:
    """Of a figure or a table: a line of former editions, and no better grade for it."""
    typed = "as_printed: six teachers\n  evidence: corroborated"
    data = small.copy(tmp_path, ("figures.yaml", "as_printed: six teachers", typed))
    with (data / "tables/by_subject.yaml").open("a") as file:
        file.write("evidence: primary\n")
    computed = "Grades are computed now: nobody types them."
    assert [said for said in sentences(data) if said.endswith(computed)] == [
        f"9 {computed}",
        f"{(data / 'tables/by_subject.yaml').read_text().count(chr(10))} {computed}",
    ]
    edition = recipe.judge(data).edition
    assert grades.evidence("left", edition) == "primary"
