"""A chart's entry and its data become the one table that forms draw."""

import re
from pathlib import Path

import pandas as pd
import pytest

from braindrain_site.charts import plots
from tests.support import small

ROWS = """
subjects:
  form: {form}
  rows:
    - {{figure: left, label: {{en: "All {{{{ left.number }}}}"}}, series: {{en: before}}}}
    - {{figure: pay_away, label: {{en: City}}, series: {{en: after}}}}
    - {{figure: share_music, label: {{en: Music}}, series: {{en: after}}}}
  {more}
  headline: {{en: H}}
  subtitle: {{en: S}}
"""
TABLE = """
subjects:
  form: bar
  table: by_subject
  columns: {{label: subject, value: teachers}}
  {more}
  headline: {{en: H}}
  subtitle: {{en: S}}
"""


def made(tmp_path: Path, charts: str, *edits: tuple[str, str, str]) -> pd.DataFrame:
    data = small.copy(tmp_path, *edits)
    (data / "charts.yaml").write_text(charts)
    edition, figures, _ = small.judged(data)
    chart = edition.charts["subjects"]
    return plots.make_frame(
        chart, edition, figures, lambda text: text.replace("{{ left.number }}", "6"), "en"
    )


def test_a_table_becomes_marks(tmp_path: Path) -> None:
    frame = made(tmp_path, TABLE.format(more="highlight: [maths]"))
    assert list(frame["label"]) == ["music", "maths", "NA"]
    assert list(frame["value"]) == [3.0, 2.0, 1.0]
    assert list(frame["printed"]) == ["3", "2", "1"]
    assert list(frame["marked"]) == ["", "ink", ""]
    assert list(frame["note"]) == ["", "", ""]


@pytest.mark.parametrize(
    ("order", "labels"),
    [("ascending", ["NA", "maths", "music"]), ("descending", ["music", "maths", "NA"])],
)
def test_marks_are_ordered(tmp_path: Path, order: str, labels: list[str]) -> None:
    assert list(made(tmp_path, TABLE.format(more=f"order: {order}"))["label"]) == labels


LABELS = "    labels: {music: {en: Song}, maths: {en: Sums}, NA: {en: Not stated}}\n"


def test_labels_of_the_sidecar_are_used(tmp_path: Path) -> None:
    old = "    title: {en: Subject}\n"
    edit = ("tables/by_subject.yaml", old, old + LABELS)
    frame = made(tmp_path, TABLE.format(more="highlight: [NA]"), edit)
    assert list(frame["label"]) == ["Song", "Sums", "Not stated"]
    assert list(frame["marked"]) == ["", "", "ink"]


def test_a_note_stands_at_its_mark(tmp_path: Path) -> None:
    more = "annotations: [{at: music, text: {en: since the new road}}]"
    assert list(made(tmp_path, TABLE.format(more=more))["note"]) == ["since the new road", "", ""]


def test_korea_is_told_from_what_a_chart_is_about(tmp_path: Path) -> None:
    frame = made(tmp_path, TABLE.format(more="subject: [music]\n  highlight: [music, maths]"))
    assert list(frame["marked"]) == ["subject", "ink", ""]


def test_units_are_printed_as_far_as_the_subtitle_has_not_said_them(tmp_path: Path) -> None:
    """Signs stay, words go; what a point says has both."""
    units = ("units.yaml", '{} teachers"}', '{}% of teachers"}')
    frame = made(tmp_path, TABLE.format(more="order: descending"), units)
    assert frame["printed"][0] == "3%"
    assert frame["said"][0] == "music: 3% of teachers"


def test_a_number_in_doubt_has_its_sign_and_one_that_may_be_more_says_so(tmp_path: Path) -> None:
    old = "over\n  period: 2024\n  source: school_report\n  at: page 2\n  "
    dispute = "disputed: {reason: {en: Not so.}}"
    doubt = ("figures.yaml", f"{old}origin: head_teacher", old + dispute)
    frame = made(tmp_path, ROWS.format(form="bar", more=""), doubt)
    assert list(frame["doubtful"]) == [False, True, False]
    assert list(frame["open"]) == [False, True, False]
    assert [printed.endswith("†") for printed in frame["printed"]] == [False, True, False]
    assert "†" not in "".join(frame["spoken"])


SWITCH = """
  choice: {en: Here}
alone:
  form: bar
  rows: [{figure: left, label: {en: A}}]
  choice: {en: There}
  headline: {en: H}
  subtitle: {en: S}
other_unit:
  form: bar
  rows: [{figure: pay_away, label: {en: A}}]
  choice: {en: Paid}
  headline: {en: H}
  subtitle: {en: S}
away:
  form: bar
  rows: [{figure: left, label: {en: A}}]
  headline: {en: H}
  subtitle: {en: S}
"""


def test_a_view_knows_the_values_beside_it_in_the_same_unit(tmp_path: Path) -> None:
    first = "subjects:\n  form: bar\n  rows: [{figure: left, label: {en: A}}]\n"
    charts = f"{first}  headline: {{en: H}}\n  subtitle: {{en: S}}{SWITCH}"
    three = " ".join(f'{{{{ chart("{key}") }}}}' for key in ("subjects", "alone", "other_unit"))
    story = (
        "story/en/01-leaving.md",
        '{{ chart("subjects") }}',
        three.replace(" {{ chart", "\n\n{{ chart"),
    )
    frame = made(tmp_path, charts, story)
    assert [mark.value for mark in frame.attrs["beside"]] == [6.0, 6.0]


@pytest.mark.parametrize("key", ["subjects", "again"])
def test_views_from_tables_and_from_figures_know_each_other(tmp_path: Path, key: str) -> None:
    first, second = ("subjects", "again") if key == "subjects" else ("again", "subjects")
    table = TABLE.format(more="choice: {en: One}").replace("subjects:", f"{first}:")
    rows = f"{second}:\n  form: bar\n  rows: [{{figure: left, label: {{en: A}}}}]\n"
    words = "  choice: {en: Other}\n  headline: {en: H}\n  subtitle: {en: S}\n"
    place = '{{ chart("subjects") }}'
    story = ("story/en/01-leaving.md", place, place + '\n\n{{ chart("again") }}')
    frame = made(tmp_path, table + rows + words, story)
    assert sorted(mark.value for mark in frame.attrs["beside"]) == [1.0, 2.0, 3.0, 6.0]


@pytest.mark.parametrize(
    "between", ["Words.", '{{ chart("no_choice") }}', "<!-- {{ left.number }} -->"]
)
def test_two_switches_keep_their_scales_apart(tmp_path: Path, between: str) -> None:
    """Although nothing parts them in ``charts.yaml`` and neither says what it chooses."""
    entry = "%s:\n  form: bar\n  rows: [{figure: %s, label: {en: A}}]\n%s  headline: {en: H}\n"
    choice = "  choice: {en: One}\n"
    shown = [
        ("subjects", "left", choice), ("second", "left_music", choice),
        ("third", "left", choice), ("fourth", "left", choice), ("no_choice", "left", ""),
    ]  # fmt: skip
    charts = "".join(entry % one + "  subtitle: {en: S}\n" for one in shown)
    first, second, third, fourth = (f'{{{{ chart("{key}") }}}}' for key, *_ in shown[:4])
    story = "\n\n".join([first, second, between, third, fourth])
    frame = made(tmp_path, charts, ("story/en/01-leaving.md", '{{ chart("subjects") }}', story))
    assert [mark.value for mark in frame.attrs["beside"]] == [6.0, 3.0]


def test_two_switches_in_two_chapters_keep_their_scales_apart(tmp_path: Path) -> None:
    entry = "%s:\n  form: bar\n  rows: [{figure: %s, label: {en: A}}]\n  choice: {en: One}\n"
    words = "  headline: {en: H}\n  subtitle: {en: S}\n"
    keys = {"subjects": "left", "second": "left_music", "third": "left", "fourth": "left"}
    data = small.copy(
        tmp_path,
        ("story/en/01-leaving.md", '{{ chart("subjects") }}',
         '{{ chart("subjects") }}\n\n{{ chart("second") }}'),
    )  # fmt: skip
    (data / "charts.yaml").write_text("".join(entry % one + words for one in keys.items()))
    later = '# Later\n\n{{ chart("third") }}\n\n{{ chart("fourth") }}\n'
    (data / "story/en/02-later.md").write_text(later)
    edition, figures, _ = small.judged(data)
    frames = {
        key: plots.make_frame(edition.charts[key], edition, figures, str, "en") for key in keys
    }
    seen = {key: [m.value for m in frame.attrs["beside"]] for key, frame in frames.items()}
    assert seen == {
        "subjects": [6.0, 3.0], "second": [6.0, 3.0], "third": [6.0, 6.0], "fourth": [6.0, 6.0],
    }  # fmt: skip


def test_what_all_marks_are_part_of_is_not_said_with_each(tmp_path: Path) -> None:
    typed = ROWS.format(form="stack", more="")
    parts = made(tmp_path / "several", typed)
    assert [said.partition(". ")[0] for said in parts["said"]] == list(parts["label"])
    typed = re.sub("label: .*?, series", "label: {en: City}, series", typed)
    whole = made(tmp_path / "one", typed)
    assert [said.partition(":")[0] for said in whole["said"]] == ["before", "after", "after"]


def test_rows_of_figures_become_marks(tmp_path: Path) -> None:
    frame = made(tmp_path, ROWS.format(form="stack", more="highlight: [pay_away]"))
    assert list(frame["label"]) == ["All 6", "City", "Music"]
    assert list(frame["series"]) == ["before", "after", "after"]
    assert list(frame["value"]) == [6.0, 50000.0, 50.0]
    assert list(frame["marked"]) == ["", "ink", ""]


def test_numbers_keep_their_qualifier_and_only_the_units_that_are_signs(tmp_path: Path) -> None:
    frame = made(tmp_path, ROWS.format(form="bar", more=""))
    assert list(frame["printed"]) == ["6", "over $50,000", "50%"]
    assert list(frame["spoken"]) == ["6 teachers", "over $50,000", "50%"]


def test_rows_of_a_line_stand_at_the_time_of_their_figures(tmp_path: Path) -> None:
    frame = made(tmp_path, ROWS.format(form="line", more=""))
    assert list(frame["x_at"])[:2] == [2021.0, 2024.0]
    assert list(frame["series"]) == ["before", "after", "after"]
    assert frame.attrs["series"] == ["before", "after"]


def test_a_table_of_times(tmp_path: Path) -> None:
    sidecar = "  - name: subject\n    type: string"
    edits = (
        ("tables/by_subject.yaml", sidecar, sidecar.replace("string", "period")),
        ("tables/by_subject.csv", "music,3", "2021-04,3"),
        ("tables/by_subject.csv", "maths,2", "2021-05-15,2"),
        ("tables/by_subject.csv", "NA,1", "2022/2023,1"),
        ("tables/by_subject.yaml", "unit: teachers", "unit: USD/year"),
        ("figures.yaml", 'by_subject.teachers["music"]', "left"),
        ("figures.yaml", "  agrees_with: sum(by_subject.teachers)\n", ""),
    )
    charts = TABLE.format(more="").replace("bar", "line").replace("label:", "x:")
    frame = made(tmp_path, charts, *edits)
    assert list(frame["x"]) == ["April 2021", "15 May 2021", "2022 to 2023"]
    assert list(frame["x_at"]) == sorted(frame["x_at"])
    assert list(frame["printed"]) == ["$3", "$2", "$1"]


def test_series_words_replace_what_was_typed_and_set_the_order(tmp_path: Path) -> None:
    charts = TABLE.format(more="series: {maths: {en: Sums}, music: {en: Songs}}").replace(
        "value: teachers", "value: teachers, series: subject"
    )
    frame = made(tmp_path, charts)
    assert list(frame["series"]) == ["Songs", "Sums", "NA"]
    assert frame.attrs["series"] == ["Sums", "Songs", "NA"]


def test_a_cell_without_a_value_is_a_gap_with_its_note(tmp_path: Path) -> None:
    edits = (
        ("tables/by_subject.yaml", "type: string", "type: year"),
        ("tables/by_subject.yaml", "{minimum: 0}", "{minimum: 0, required: false}"),
        ("tables/by_subject.csv", "music,3\nmaths,2\nNA,1", "2021,3\n2022,\n2023,1"),
        ("figures.yaml", 'by_subject.teachers["music"]', "left"),
        ("figures.yaml", "  agrees_with: sum(by_subject.teachers)\n", ""),
    )
    more = 'annotations: [{at: "2022", text: {en: nobody asked}}]'
    charts = TABLE.format(more=more).replace("bar", "line").replace("label:", "x:")
    frame = made(tmp_path, charts, *edits)
    assert list(frame["x"]) == ["2021", "2023"]
    said = "2022: no data (nobody asked)"
    assert frame.attrs["gaps"] == [plots.Gap("", "2022", 2022.0, "no data", "nobody asked", said)]
