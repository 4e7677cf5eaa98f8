"""What keeps a chart from being drawn is said where it was typed."""

from pathlib import Path

import pytest

from braindrain_site.judging import chart_entries
from braindrain_site.judging.draft import Draft
from tests.support import small

WORDS = "\n  headline: {en: H}\n  subtitle: {en: S}\n"
TABLE = "subjects:\n  form: bar\n  table: by_subject\n  columns: {label: subject, value: teachers}"
ROWS = "subjects:\n  form: %s\n  rows:\n"
PAIR = (
    "    - {figure: left, label: {en: A}, series: {en: x}}\n"
    "    - {figure: left_music, label: {en: A}, series: {en: y}}"
)

CROWD = "    - {figure: left, label: {en: A}}\n    - {figure: left_music, label: {en: B}}"


def problems(tmp_path: Path, charts: str, *edits: tuple[str, str, str]) -> list[tuple[str, str]]:
    data = small.copy(tmp_path, *edits)
    (data / "charts.yaml").write_text(charts + WORDS)
    edition, *_ = small.judged(data)
    return [
        (f"{found.place}".partition("data/")[2], f"{found.sentence} {found.hint}".strip())
        for found in chart_entries.check(Draft(edition))
    ]


MISTAKES = {
    "form": (
        TABLE.replace("form: bar", "form: baar"),
        "charts.yaml:2:9",
        'There is no form "baar". Did you mean "bar"?',
    ),
    "table": (
        TABLE.replace("by_subject", "by_subjekt"),
        "charts.yaml:3:10",
        'There is no table "by_subjekt". Did you mean "by_subject"?',
    ),
    "role missing": (
        TABLE.replace(", value: teachers", ""),
        "charts.yaml:4:3",
        'The form "bar" needs a column for "value".',
    ),
    "role unknown": (
        TABLE.replace("{label", "{colour: subject, label"),
        "charts.yaml:4:21",
        'The form "bar" has no role "colour". It has label, value or series.',
    ),
    "column unknown": (
        TABLE.replace("value: teachers", "value: teacher"),
        "charts.yaml:4:36",
        'The table "by_subject" has no column "teacher". Did you mean "teachers"?',
    ),
    "column of words": (
        TABLE.replace("value: teachers", "value: subject"),
        "charts.yaml:4:36",
        '"value" needs numbers, but the column "subject" holds the type string.',
    ),
    "series unknown": (
        TABLE.replace("value:", "series: subject, value:") + "\n  series: {musik: {en: M}}",
        "charts.yaml:5:12",
        'No row of this chart has the series "musik". Did you mean "music"?',
    ),
    "highlight": (
        TABLE + "\n  highlight: [maths, musik]",
        "charts.yaml:5:22",
        'This chart has no "musik". Did you mean "music"?',
    ),
    "annotation": (
        TABLE + "\n  annotations: [{at: latin, text: {en: gone}}]",
        "charts.yaml:5:22",
        'This chart has no "latin". There is NA, maths or music.',
    ),
    "figure": (
        ROWS % "bar" + "    - {figure: lefd, label: {en: A}}",
        "charts.yaml:4:16",
        'There is no figure "lefd". Did you mean "left"?',
    ),
    "row without series": (
        ROWS % "ladders" + "    - {figure: left, label: {en: A}}",
        "charts.yaml:4:7",
        'A row of the form "ladders" needs "series". It is the "series" of this mark.',
    ),
    "row with a needless series": (
        ROWS % "crowd" + "    - {figure: left, label: {en: A}, series: {en: x}}",
        "charts.yaml:4:38",
        'A row of the form "crowd" has no use for "series".',
    ),
    "series words beside rows": (
        ROWS % "bar" + PAIR + "\n  series: {x: {en: X}}",
        "charts.yaml:6:12",
        "Rows have their series words of their own. Delete this line.",
    ),
    "list of figures": (
        ROWS % "list" + "    - {figure: left, label: {en: A}}",
        "charts.yaml:3:3",
        'The form "list" cannot be drawn from rows of figures. '
        "Give it a table with columns for what and status and result and when.",
    ),
    "subject unknown": (
        TABLE + "\n  subject: [musik]",
        "charts.yaml:5:13",
        'This chart has no "musik". Did you mean "music"?',
    ),
    "sides of people": (
        TABLE.replace("bar", "times") + "\n  sides: {below: {en: less}, above: {en: more}}",
        "charts.yaml:5:3",
        'The form "times" does not name the sides of zero.',
    ),
    "nothing to switch to": (
        TABLE + "\n  choice: {en: By subject}",
        "charts.yaml:5:3",
        'Beside "subjects" the story in "en" has no other view to switch to. '
        "Place a chart with a choice directly before or after it, or drop the choice.",
    ),
    "a name for no switch": (
        TABLE + "\n  switch: {en: Show them}",
        "charts.yaml:5:3",
        'Only a chart with a "choice" stands on a switch.',
    ),
    "a series for some": (
        ROWS % "bar" + PAIR.replace(", series: {en: y}", ""),
        "charts.yaml:5:7",
        'Other rows have a "series", and this has none. Give it one, or take theirs away.',
    ),
    "dollars and won": (
        ROWS % "bar"
        + "    - {figure: pay_here, label: {en: A}}\n"
        + "    - {figure: pay_in_won, label: {en: B}}",
        "charts.yaml:5:16",
        'This is in "million KRW/year", and the marks before it are in "USD/year". '
        "What is drawn on one scale has one unit.",
    ),
    "a percentage beside what is none": (
        ROWS % "bar"
        + "    - {figure: share_music, label: {en: A}}\n"
        + "    - {figure: pay_multiple, label: {en: B}}",
        "charts.yaml:5:16",
        'This is in "times", and the marks before it are in "percent". '
        "What is drawn on one scale has one unit.",
    ),
    "people in parts": (
        ROWS % "crowd" + "    - {figure: pay_in_won, label: {en: A}}",
        "charts.yaml:4:16",
        "Each is a dot, so this needs a whole number.",
    ),
    "an order of a crowd": (
        ROWS % "crowd" + CROWD + "\n  order: ascending",
        "charts.yaml:6:10",
        "A crowd stands first and those among it after it, in the order of the data. "
        "Delete this line.",
    ),
    "a line without a time": (
        ROWS % "line" + "    - {figure: left_music, label: {en: A}}",
        "charts.yaml:4:16",
        "A line needs to know when, but the period is not stated.",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_found_where_it_was_typed(tmp_path: Path, name: str) -> None:
    charts, place, sentence = MISTAKES[name]
    assert problems(tmp_path, charts) == [(place, sentence)]


def test_sizes_below_zero_and_nothing_but_zero_cannot_be_drawn(tmp_path: Path) -> None:
    edits = (
        ("tables/by_subject.yaml", "minimum: 0", "minimum: -9"),
        ("tables/by_subject.csv", "music,3", "music,-3"),
    )
    times = TABLE.replace("bar", "times")
    assert problems(tmp_path / "below", times, *edits) == [
        ("tables/by_subject.csv:2:7", 'The form "times" cannot show a number below zero.')
    ]
    zero = [
        ("tables/by_subject.csv", f"{name},{value}", f"{name},0")
        for name, value in (("music", 3), ("maths", 2), ("NA", 1))
    ]
    assert problems(tmp_path / "zero", times, *zero) == [
        ("charts.yaml:2:9", 'All is zero, and the form "times" has nothing to draw.')
    ]


def test_only_a_line_shows_where_a_value_is_missing(tmp_path: Path) -> None:
    edits = (
        ("tables/by_subject.yaml", "{minimum: 0}", "{minimum: 0, required: false}"),
        ("tables/by_subject.csv", "maths,2", "maths,"),
    )
    assert problems(tmp_path, TABLE, *edits) == [
        (
            "tables/by_subject.csv:3:7",
            'The form "bar" needs a "value" in every row; here is none. '
            "Fill it in, or draw a table without such rows.",
        )
    ]


@pytest.mark.parametrize("period", ["not stated", "always"])
@pytest.mark.parametrize(("form", "label", "value"), [("line", "x", "value")])
def test_what_stands_in_time_needs_times_in_a_table_too(
    tmp_path: Path, form: str, label: str, value: str, period: str
) -> None:
    sidecar = "  - name: subject\n    type: string"
    edits = (
        ("tables/by_subject.yaml", sidecar, sidecar.replace("string", "period")),
        ("tables/by_subject.csv", "music,3", "2021,3"),
        ("tables/by_subject.csv", "maths,2", "2022,2"),
        ("tables/by_subject.csv", "NA,1", f"{period},1"),
        ("figures.yaml", 'by_subject.teachers["music"]', "max(by_subject.teachers)"),
    )
    charts = TABLE.replace("bar", form).replace("label:", f"{label}:")
    charts = charts.replace("value:", f"{value}:")
    assert problems(tmp_path, charts, *edits) == [
        (
            "tables/by_subject.csv:4:1",
            f"A {form} needs to know when, but the period is {period}.",
        )
    ]


@pytest.mark.parametrize(("between", "count"), [("\n\n", 0), ("\n\nWords.\n\n", 2)])
def test_views_of_a_switch_stand_next_to_one_another(
    tmp_path: Path, between: str, count: int
) -> None:
    place = '{{ chart("subjects") }}'
    charts = TABLE + "\n  choice: {en: One}" + WORDS + TABLE.replace("subjects:", "again:")
    edit = ("story/en/01-leaving.md", place, place + between + '{{ chart("again") }}')
    assert len(problems(tmp_path, charts + "\n  choice: {en: Other}", edit)) == count


def test_a_chart_without_a_choice_parts_two_switches(tmp_path: Path) -> None:
    keys = ("subjects", "middle", "again")
    story = "\n\n".join(f'{{{{ chart("{key}") }}}}' for key in keys)
    first, middle, again = (TABLE.replace("subjects:", f"{key}:") for key in keys)
    choice = "\n  choice: {en: One}"
    edit = ("story/en/01-leaving.md", '{{ chart("subjects") }}', story)
    found = problems(tmp_path, first + choice + WORDS + middle + WORDS + again + choice, edit)
    assert [sentence.partition(" the ")[0] for _, sentence in found] == [
        'Beside "subjects"', 'Beside "again"',
    ]  # fmt: skip


def test_the_first_view_of_a_switch_says_what_it_chooses(tmp_path: Path) -> None:
    place = '{{ chart("subjects") }}'
    edit = ("story/en/01-leaving.md", place, place + '\n\n{{ chart("again") }}')
    named = "\n  switch: {en: Show}\n  choice: {en: One}"
    plain = "\n  choice: {en: Other}"
    other = TABLE.replace("subjects:", "again:")
    assert problems(tmp_path / "first", TABLE + named + WORDS + other + plain, edit) == []
    assert problems(tmp_path / "second", TABLE + plain + WORDS + other + named, edit) == [
        (
            "charts.yaml:12:3",
            'Only the first view of a switch says what it chooses. Move this line to "subjects".',
        )
    ]


GOOD = [
    TABLE,
    ROWS % "crowd" + CROWD,
    ROWS % "bar" + PAIR,
    ROWS % "stack" + PAIR,
]


@pytest.mark.parametrize("charts", GOOD)
def test_a_good_chart_has_no_problem(tmp_path: Path, charts: str) -> None:
    assert problems(tmp_path, charts) == []
