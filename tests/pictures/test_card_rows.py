"""Data in type: what is left out is told, and a bar is as long as its number."""

from xml.etree import ElementTree

from braindrain_site.charts.spacing import Box
from braindrain_site.pictures.canvas import Canvas
from braindrain_site.pictures.card_rows import Row, excerpts, lines_height, set_bars, set_lines
from tests.support.letters import COLOURS, TYPE, letters

ROWS = [Row(name, name, None, "ink" if name == "d" else "") for name in "abcdef"]
SOME = "{shown} of {all}"


def test_fewer_and_fewer_rows_and_where_the_others_were() -> None:
    told = [
        ("".join(row.name for row in each.rows), set(each.gaps)) for each in excerpts(ROWS, SOME)
    ]
    assert told[0] == ("abcdef", set())
    assert told[1] == ("abcdf", {4})
    assert told[3] == ("adf", {1, 2})
    assert told[5] == ("d", {0})
    assert [each.some for each in excerpts(ROWS, SOME)][:2] == ["", "5 of 6"]


def test_bars_begin_at_zero_on_one_scale() -> None:
    rows = [Row("up", "3", (0.25, 1.0), ""), Row("down", "-1", (0.0, 0.25), "subject")]
    canvas = Canvas(500, TYPE, COLOURS)
    set_bars(canvas, rows, SOME, Box(100, 50, 500, 400))
    root = ElementTree.fromstring(canvas.finish(400, "t", "d"))
    for colour, left, wide in (("quiet", 200, 300), ("subject", 100, 100)):
        bars = [
            e for e in root.iter() if e.tag.endswith("rect") and e.get("fill") == COLOURS[colour]
        ]
        assert [(float(e.attrib["x"]), float(e.attrib["width"])) for e in bars] == [(left, wide)]


def test_lines_take_the_height_that_was_asked_for() -> None:
    [*_, shorter, _] = excerpts([Row(row.name, "many words " * 30, None, "") for row in ROWS], SOME)
    canvas = Canvas(500, TYPE, COLOURS)
    set_lines(canvas, shorter, Box(0, 0, 500, 0))
    lowest = max(letter.y for letter in letters(canvas.finish(900, "t", "d")))
    assert lowest < lines_height(canvas, shorter, 500) < lowest + 20
