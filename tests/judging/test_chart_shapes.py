"""Whatever values a newsroom has for a form: they are drawn, or the first reason is told."""

import importlib
import json
from pathlib import Path

import pytest

from braindrain_site.charts import plots
from braindrain_site.charts.style import NARROW, WIDE, Look
from braindrain_site.judging import chart_entries
from braindrain_site.judging.draft import Draft
from tests.support import small
from tests.support.drawings import assert_readable, draw
from tests.support.frames_to_draw import LETTERS

TYPES = {"value": "number", "x": "period", "when": "period"}
SIDECAR = """title: {en: T}
source: school_report
at: page 1
origin: school_board
period: 2024
primaryKey: row
fields:
  - {name: row, type: integer, title: {en: Row}}
"""


def rows(count: int, row: str = "name {n},{n}") -> str:
    return "\n".join(row.format(n=n, year=1900 + n) for n in range(count))


def years(things: int, moments: int) -> str:
    return "\n".join(f"{1950 + y},thing {n},{n + y}" for n in range(things) for y in range(moments))


DRAWN = {
    "one bar": ("bar", "label,value\na,5"),
    "bars of nothing": ("bar", "label,value\na,0\nb,0"),
    "bars below zero": ("bar", "label,value\na,-1\nb,-3"),
    "bars on both sides of zero": ("bar", "label,value\na,5\nb,-3\nc,0"),
    "bars a billion times as long": ("bar", "label,value\na,1\nb,1000000000"),
    "as many bars as there may be": ("bar", f"label,value\n{rows(150)}"),
    "groups that share their parts": ("bar", "label,series,value\na,x,1\na,y,2\nb,x,3"),
    "three equal dots": ("dots", "label,value\na,5\nb,5\nc,5"),
    "one dot": ("dots", "label,value\na,5"),
    "a dot for each country": ("dots", f"label,value\n{rows(200)}"),
    "dots on both sides of zero": ("dots", "label,value\na,-5\nb,5\nc,0"),
    "squares of one and of nothing": ("squares", "label,value\na,1\nb,0"),
    "a line of one point": ("line", "x,value\n2020,5"),
    "a line below zero of one point": ("line", "x,value\n2020,-5"),
    "a line that stays the same": ("line", "x,value\n2020,5\n2021,5"),
    "a line of zeros": ("line", "x,value\n2020,0\n2021,0"),
    "a line across zero": ("line", "x,value\n2020,-8\n2021,5\n2022,-3"),
    "a line far below zero": ("line", "x,value\n2020,-80\n2021,-75"),
    "a line with a gap": ("line", "x,value\n2020,5\n2021,\n2022,6"),
    "a line that begins and ends with gaps": ("line", "x,value\n2019,\n2020,5\n2021,6\n2022,"),
    "a point alone between gaps": ("line", "x,value\n2019,4\n2020,\n2021,6\n2022,\n2023,5"),
    "a line of one point beside a long one": (
        "line", "x,series,value\n2019,A,4\n2020,A,5\n2019,B,6",
    ),
    "lines that end before others": (
        "line", "x,series,value\n2019,A,4\n2020,A,5\n2020,B,6\n2024,B,2",
    ),
    "twelve lines": ("line", f"x,series,value\n{years(12, 3)}"),
    "years in no order": ("line", "x,value\n2022,5\n2020,4\n2021,6"),
    "days of a year": ("line", "x,value\n" + "\n".join(
        f"2024-{n // 28 + 1:02}-{n % 28 + 1:02},{n}" for n in range(336))),
    "one of two": ("crowd", "label,value\na,2\nb,1"),
    "a group of nobody": ("crowd", "label,value\na,9\nb,0\nc,5"),
    "nobody of many": ("crowd", "label,value\na,9\nb,0"),
    "all but one": ("crowd", "label,value\na,5000\nb,4000\nc,999"),
    "eleven groups": ("crowd", "label,value\nall,2000\n" + rows(11, "kind {n},9")),
    "squares of the same": ("squares", "label,value\na,7\nb,7"),
    "blocks of nothing": ("times", "label,value\na,0\nb,3"),
    "a thousand times": ("times", "label,value\na,1000\nb,1"),
    "two ladders of one": ("ladders", "label,series,value\na,x,1\na,y,1"),
    "a ladder of a thousand": ("ladders", "label,series,value\na,x,1\nb,y,1000"),
    "one reading": ("readings", "label,x,value\na,2020,5"),
    "readings of zero": ("readings", "label,x,value\na,2020,0\na,2021,0"),
    "a reading in a series without a name": ("readings", "label,x,value\na,2020,-5\nb,2020,5"),
    "one part of one whole": ("stack", "label,series,value\na,x,1"),
}  # fmt: skip
TOLD = {
    "a country twice": (
        "bar", "label,value\nKorea,5\nJapan,6\nKorea,7", "tables/t.csv:4:3",
        'The chart "subjects" has a second value for "Korea" here; line 2 has one. '
        'If both are right, name the column that tells them apart as "series"; if one was typed '
        "twice, delete it.",
    ),
    "every country twice, for want of the year": (
        "bar", "label,value\nKorea,5\nJapan,6\nKorea,7\nJapan,8", "charts.yaml:4:3",
        'Several places have more than one value, such as "Korea" in lines 2 and 4 of t.csv. '
        'Name the column that tells them apart as "series".',
    ),
    "a year twice": (
        "line", "x,value\n2020,5\n2020,9\n2021,7", "tables/t.csv:3:3",
        'The chart "subjects" has a second value for "2020" here; line 2 has one. '
        'If both are right, name the column that tells them apart as "series"; if one was typed '
        "twice, delete it.",
    ),
    "a year and its first month": (
        "line", "x,value\n2020,5\n2020-01,9", "tables/t.csv:3:3",
        'The chart "subjects" has a second value for "January 2020" here; line 2 has one. '
        'There it is called "2020"; both begin at one time.',
    ),
    "a year of one line twice": (
        "line", "x,series,value\n2020,A,5\n2020,B,9\n2020,A,7", "tables/t.csv:4:3",
        'The chart "subjects" has a second value for "2020, A" here; line 2 has one. '
        'Delete one of the two.',
    ),
    "a part of a whole twice": (
        "stack", "label,series,value\na,x,1\na,x,3", "tables/t.csv:3:3",
        'The chart "subjects" has a second value for "a, x" here; line 2 has one. '
        'Delete one of the two.',
    ),
    "a dot twice": (
        "dots", "label,value\na,1\na,3", "tables/t.csv:3:3",
        'The chart "subjects" has a second value for "a" here; line 2 has one. '
        'If both are right, name the column that tells them apart as "series"; if one was typed '
        "twice, delete it.",
    ),
    "a square twice": (
        "squares", "label,value\na,1\na,3", "tables/t.csv:3:3",
        'The chart "subjects" has a second value for "a" here; line 2 has one. '
        'Delete one of the two.',
    ),
    "a promise twice": (
        "list", "what,status,result,when\nx,a,b,2024\nx,a,b,2024", "tables/t.csv:3:3",
        'The chart "subjects" has a second entry for "x, a, b, 2024" here; line 2 has one. '
        "Delete one of the two.",
    ),
    "twenty lines": (
        "line", f"x,series,value\n{years(20, 3)}", "charts.yaml:2:9",
        'The form "line" has 12 lines at most, and here are 20. '
        "Make a table of those to be drawn.",
    ),
    "a line that nobody knows": (
        "line", "x,series,value\n2020,A,5\n2021,A,6\n2020,B,\n2021,B,", "tables/t.csv:4:10",
        'No value of "B" is known. Leave these rows out.',
    ),
    "lines that nobody knows": (
        "line", "x,value\n2020,\n2021,", "tables/t.csv:2:8",
        "No value is known. Leave these rows out.",
    ),
    "a gap in bars": (
        "bar", "label,value\na,5\nb,\nc,", "tables/t.csv:3:5",
        'The form "bar" needs a "value" in every row; here is none, as in 1 more rows. '
        "Fill it in, or draw a table without such rows.",
    ),
    "days of fourteen years": (
        "line", "x,value\n" + "\n".join(f"{1000 + n},{n}" for n in range(401)), "charts.yaml:2:9",
        'The form "line" has 400 marks at most, and here are 401. '
        "Make a table of those to be drawn.",
    ),
    "three hundred bars": (
        "bar", f"label,value\n{rows(300)}", "charts.yaml:2:9",
        'The form "bar" has 150 marks at most, and here are 300. '
        "Make a table of those to be drawn.",
    ),
    "five thousand and one people": (
        "crowd", "label,value\na,5001\nb,1", "tables/t.csv:2:5",
        "A crowd has 5,000 dots at most, and this is 5,001. "
        'Draw it as "bar".',
    ),
    "half a person": (
        "crowd", "label,value\na,9\nb,2.5", "tables/t.csv:3:5",
        "Each is a dot, so this needs a whole number.",
    ),
    "a crowd and nobody among it": (
        "crowd", "label,value\na,9", "charts.yaml:2:9",
        "A crowd needs a second value: how many of it are meant. "
        "Add the ones that the chart is about, below it.",
    ),
    "more than the crowd": (
        "crowd", "label,value\nb,5\nc,3\na,9", "tables/t.csv:2:5",
        "Of a crowd of 5 here are 12, which leaves nobody to be among. "
        "The first value is the whole crowd, those among it too.",
    ),
    "three squares": (
        "squares", "label,value\na,1\nb,2\nc,3", "charts.yaml:2:9",
        "Squares show how often one amount goes into another, and here are 3. "
        'Draw them as "bar", or two of them.',
    ),
    "one ladder": (
        "ladders", "label,series,value\na,x,1\nb,x,2", "charts.yaml:2:9",
        'Two to 3 ladders stand side by side, and here is one. Draw one alone as "bar".',
    ),
    "a value for a place": (
        "ladders", "label,series,value\na,x,1\na,y,17.27", "tables/t.csv:3:7",
        "A ladder has whole places from 1 to 1,000. "
        "Give the rank, not the value that it comes from.",
    ),
    "twenty-five readings": (
        "readings", f"label,x,value\n{rows(25, 'a,{year},{n}')}", "charts.yaml:2:9",
        'The form "readings" has 24 marks at most, and here are 25. '
        "Make a table of those to be drawn.",
    ),
    "blocks below nothing": (
        "times", "label,value\na,-1", "tables/t.csv:2:5",
        'The form "times" cannot show a number below zero.',
    ),
    "parts of nothing": (
        "stack", "label,series,value\na,x,0\na,y,0", "charts.yaml:2:9",
        'All is zero, and the form "stack" has nothing to draw.',
    ),
    "a promise that nobody dates": (
        "list", "what,status,result,when\nx,a,b,not stated", "tables/t.csv:2:9",
        "A list needs to know when, but the period is not stated.",
    ),
}  # fmt: skip


def copy(tmp_path: Path, form: str, csv: str, more: str = "") -> Path:
    """The small edition with the one chart of *form*, whose columns are called as its roles."""
    head, *cells = csv.split("\n")
    names = head.split(",")
    data = small.copy(tmp_path)
    table = "\n".join([f"row,{head}", *(f"{n},{row}" for n, row in enumerate(cells))])
    (data / "tables/t.csv").write_text(f"{table}\n", "utf-8")
    fields = "".join(
        f"  - {{name: {name}, type: {_type(name)}, title: {{en: {name}}}"
        + ", unit: teachers, constraints: {required: false}}\n" * (name == "value")
        + "}\n" * (name != "value")
        for name in names
    )
    (data / "tables/t.yaml").write_text(SIDECAR + fields, "utf-8")
    columns = ", ".join(f"{name}: {name}" for name in names)
    entry = f"subjects:\n  form: {form}\n  table: t\n  columns: {{{columns}}}\n{more}"
    words = "  headline: {en: H}\n  subtitle: {en: S}\n"
    (data / "charts.yaml").write_text(entry + words, "utf-8")
    return data


def _type(name: str) -> str:
    return TYPES.get(name, "string")


def told(data: Path) -> list[tuple[str, str]]:
    edition, *_ = small.judged(data)
    return [
        (f"{found.place}".partition("data/")[2], f"{found.sentence} {found.hint}".strip())
        for found in chart_entries.check(Draft(edition))
    ]


@pytest.mark.parametrize("name", DRAWN)
def test_it_is_drawn(tmp_path: Path, name: str) -> None:
    """A specification, in which every number is one that can be drawn."""
    data = copy(tmp_path, *DRAWN[name])
    assert told(data) == []
    edition, figures, _ = small.judged(data)
    frame = plots.make_frame(edition.charts["subjects"], edition, figures, str, "en")
    module = importlib.import_module(f"braindrain_site.charts.forms.{DRAWN[name][0]}")
    made = module.draw(frame, Look(NARROW, LETTERS)).to_dict(validate=False)
    assert made["height"] > 0
    json.dumps(made, allow_nan=False)


@pytest.mark.slow
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", DRAWN)
def test_what_is_drawn_can_be_read(tmp_path: Path, name: str, width: int) -> None:
    edition, figures, _ = small.judged(copy(tmp_path, *DRAWN[name]))
    frame = plots.make_frame(edition.charts["subjects"], edition, figures, str, "en")
    assert_readable(draw(DRAWN[name][0], frame, width), width)


@pytest.mark.parametrize("name", TOLD)
def test_it_is_told(tmp_path: Path, name: str) -> None:
    form, csv, place, sentence = TOLD[name]
    assert told(copy(tmp_path, form, csv)) == [(place, sentence)]


@pytest.mark.parametrize(
    ("form", "csv"),
    [
        ("list", "what,status,result,when\nx,a,b,2024"),
        ("line", "x,value\n2024,1"),
        ("readings", "label,x,value\na,2024,1"),
    ],
)
def test_what_goes_by_time_has_no_other_order(tmp_path: Path, form: str, csv: str) -> None:
    assert told(copy(tmp_path, form, csv, "  order: descending\n")) == [
        (
            "charts.yaml:5:10",
            f'The form "{form}" goes by time, and has no other order. Delete this line.',
        )
    ]
