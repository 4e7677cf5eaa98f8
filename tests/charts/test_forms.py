"""Every form, at both widths: nothing is cut, nothing overlaps, values are drawn to scale."""

import itertools
import re
from functools import cache
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from braindrain_site.charts.plots import Beside, entries
from braindrain_site.charts.style import NARROW, WIDE
from tests.support.drawings import SVG, assert_readable, draw, spec, texts
from tests.support.frames_to_draw import DRAWN, EACH, frame

pytestmark = pytest.mark.slow
SMALLEST_PHONE = 280
"""Pixels left for a chart on a screen of 320."""


@cache
def each(form: str, width: int) -> ElementTree.Element:
    """The frame that has a little of everything, drawn once for all that look at it."""
    return draw(form, EACH[form], width)


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("form", DRAWN)
def test_all_text_is_readable(form: str, width: int) -> None:
    drawing = each(form, width)

    assert_readable(drawing, width)
    shown = SMALLEST_PHONE / NARROW if width == NARROW else 600 / WIDE
    assert all(text.size * shown >= 12 for text in texts(drawing))


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("form", DRAWN)
def test_every_word_and_number_is_drawn(form: str, width: int) -> None:
    drawn = " ".join(text.text for text in texts(each(form, width)))
    said = {"printed", "label", "series", "what", "when", "note"}
    if form in {"dots", "line", "ladders"}:  # of many points, the outermost and the noted are said
        said -= {"printed", "label"}
    if EACH[form]["label" if "label" in EACH[form] else EACH[form].columns[0]].nunique() == 1:
        said -= {"label"}
    for role in said & set(EACH[form].columns):
        for words in EACH[form][role]:
            assert all(word in drawn for word in words.split()), f"{words} is missing"


@pytest.mark.parametrize("form", DRAWN)
def test_colours_are_the_readers(form: str) -> None:
    drawing = each(form, WIDE)
    used = {
        element.get(paint) for element in drawing.iter() for paint in ("fill", "stroke")
    } - {None, "none"}  # fmt: skip
    assert all(re.fullmatch(r"var\(--\w+\)", colour or "") for colour in used)
    assert "var(--subject)" in used


def seen(drawing: ElementTree.Element) -> list[ElementTree.Element]:
    """The outlines that are painted; spots are only there to be pointed at."""
    return [path for path in drawing.iter(f"{SVG}path") if "data-t" not in path.attrib]


def lengths(drawing: ElementTree.Element) -> list[float]:
    """How long the bars are, in the order of the frame: ``M60,0h144v19h-144Z``."""
    paths = (path.attrib["d"] for path in seen(drawing))
    found = (re.match(r"M[^h]*h(-?[\d.]+)v", path) for path in paths)
    return [abs(float(match[1])) for match in found if match]


@settings(max_examples=8)
@given(st.lists(st.integers(1, 10_000), min_size=2, max_size=20))
def test_bars_are_as_long_as_their_values(values: list[int]) -> None:
    data = frame(*({"label": f"Name {n}", "value": value} for n, value in enumerate(values)))
    drawn = lengths(draw("bar", data, WIDE))
    assert len(drawn) == len(values)
    for value, length in zip(values, drawn, strict=True):
        assert length / max(drawn) == pytest.approx(value / max(values), abs=0.002)


@settings(max_examples=8)
def dots(drawing: ElementTree.Element, paint: str) -> int:
    """How many dots of a colour are seen: dashes of a row, or paths of no length."""
    parents = {child: parent for parent in drawing.iter() for child in parent}
    count = 0
    for path in seen(drawing):
        known = {**parents[path].attrib, **path.attrib}
        if known.get("stroke") != paint:
            continue
        dash = sum(map(float, known.get("stroke-dasharray", "1000").split(",")))
        for start, end in re.findall(r"M([\d.]+),[\d.]+(?:h0|H([\d.]+))", path.attrib["d"]):
            count += int((float(end or start) - float(start)) // dash) + 1
    return count


@settings(max_examples=12)
@given(
    st.lists(st.integers(0, 60), min_size=1, max_size=8).filter(any), st.integers(1, 4000),
    st.sampled_from([WIDE, NARROW]),
)  # fmt: skip
def test_a_dot_is_seen_for_each_of_a_crowd(parts: list[int], others: int, width: int) -> None:
    among = [{"label": f"Kind {n}", "value": n_of, "marked": "subject"}
             for n, n_of in enumerate(parts)]  # fmt: skip
    drawing = draw("crowd", frame({"label": "All", "value": sum(parts) + others}, *among), width)
    assert_readable(drawing, width)
    assert dots(drawing, "var(--subject)") == sum(parts)
    assert dots(drawing, "var(--quiet)") == others


def test_those_of_several_kinds_go_from_where_they_stood() -> None:
    """A dot that is moved is drawn in its old place, and its way is said in a transform."""
    moved, alone = (
        draw("crowd", frame({"label": "All", "value": 90}, *parts), NARROW)
        for parts in (
            [{"label": kind, "value": 3, "marked": "subject"} for kind in ("a", "b")],
            [{"label": "a", "value": 6, "marked": "subject"}],
        )
    )
    places = [
        [path.attrib["d"] for path in seen(drawing) if path.get("d", "").count("M") == 1]
        for drawing in (moved, alone)
    ]
    assert places[0] == places[1]
    assert [len([path for path in seen(drawing) if path.get("transform")])
            for drawing in (moved, alone)] == [6, 0]  # fmt: skip


NAMES = st.lists(
    st.text("abcdefghijk lmnop", min_size=1, max_size=30).filter(str.strip),
    min_size=2, max_size=9, unique_by=lambda name: " ".join(name.split()),
)  # fmt: skip


@settings(max_examples=12)
@given(NAMES, st.data(), st.sampled_from([WIDE, NARROW]))
@pytest.mark.parametrize("form", ["bar", "stack", "dots", "times", "line"])
def test_any_names_and_values_stay_readable(
    form: str, names: list[str], data: st.DataObject, width: int
) -> None:
    records = [
        {
            "label": name if form != "stack" else "", "series": name, "x": moment, "x_at": at,
            "value": data.draw(st.integers(0, 200)),
            "marked": data.draw(st.sampled_from(["", "ink", "subject"])),
        }
        for name in names
        for at, moment in enumerate(("2019", "2024") if form == "line" else ("2019",))
    ]  # fmt: skip
    made = frame(*records, series=tuple(names))
    if form not in {"stack", "line"}:
        made = made.drop(columns="series")
    if not made["value"].any():
        made["value"] = 1
    assert_readable(draw(form, made, width), width)


def layers(made: dict[str, Any], mark: str) -> list[dict[str, Any]]:
    """The layers of a specification that draw a kind of mark."""
    return [layer for layer in made["layer"] if layer["mark"]["type"] == mark]


def rows(made: dict[str, Any], layer: dict[str, Any]) -> list[dict[str, Any]]:
    """What a layer draws, a record for each mark."""
    found: list[dict[str, Any]] = made["datasets"][layer["data"]["name"]]
    return found


def test_a_line_over_years_that_only_others_know_is_dashed() -> None:
    known = [{"series": "Prices", "x": str(at), "x_at": at, "value": at} for at in range(4)]
    part = [{"series": "Pay", "x": str(at), "x_at": at, "value": 9} for at in (0, 1, 3)]
    made = spec("line", frame(*known, *part), WIDE)
    solid, dashed = layers(made, "line")
    assert "strokeDash" not in solid["mark"]
    assert dashed["mark"]["strokeDash"]
    assert [(row["x"], row["y"]) for row in rows(made, dashed)] == [(1, 9), (3, 9)]
    runs = itertools.groupby(rows(made, solid), lambda row: row["name"])
    assert [len(list(run)) for _, run in runs] == [4, 2]


@settings(max_examples=12)
@given(st.lists(st.integers(-60, 200), min_size=8, max_size=30), st.sampled_from([WIDE, NARROW]))
def test_no_dot_is_named_while_one_further_out_is_not(values: list[int], width: int) -> None:
    data = frame(
        *({"label": f"Some country number {n}", "value": value} for n, value in enumerate(values))
    )
    said = " ".join(text.text for text in texts(draw("dots", data, width)))
    named = [f"Some country number {n} " in f"{said} " for n in range(len(values))]
    ranked = [named[n] for n in sorted(range(len(values)), key=lambda n: (values[n], n))]
    middle = len(ranked) // 2
    for end in (ranked[:middle], ranked[: middle - 1 : -1]):
        assert end == sorted(end, reverse=True)


def test_a_number_in_doubt_is_hollow_and_one_that_may_be_more_has_an_open_end() -> None:
    data = frame(
        {"label": "Counted", "value": 8},
        {"label": "Nobody knows who said it", "value": 6, "doubtful": True},
        {"label": "Or more", "value": 7, "open": True},
    )
    made = spec("bar", data, WIDE)
    solid, hollow = (layer for layer in layers(made, "rect") if "opacity" not in layer["mark"])
    assert [row["end"] for row in rows(made, solid)] == [8, 7]
    assert [row["end"] for row in rows(made, hollow)] == [6]
    assert hollow["encoding"]["fill"] == {"value": "var(--paper)"}
    [bar] = [row for row in rows(made, solid) if row["end"] == 7]
    strokes = [
        row for layer in layers(made, "rule") for row in rows(made, layer) if row["y"] == bar["y"]
    ]
    assert len(strokes) == 3


def test_views_of_a_switch_share_a_scale() -> None:
    data = frame({"label": "2019", "value": 8}, {"label": "2024", "value": 6})
    [alone] = lengths(draw("bar", data, WIDE))[:1]
    later = {"label": "2024, 물가 반영", "value": 10, "printed": "1억 139만 원"}
    views = [data, frame({"label": "2019", "value": 8}, later)]
    marks = [mark for view in views for mark in entries(view)]
    for view in views:
        view.attrs["beside"] = [Beside(m.label, m.value, m.printed, m.open) for m in marks]
    shared = [lengths(draw("bar", view, WIDE)) for view in views]
    assert shared[0][0] == shared[1][0] < alone * 0.8, "what the views have in common stays"
    assert shared[0][0] / shared[1][1] == pytest.approx(0.8, rel=0.01)


@pytest.mark.parametrize(("low", "skipped"), [(90, True), (90, False), (0, True), (0, False)])
def test_a_line_says_that_its_scale_is_cut_and_what_its_dashes_mean(
    low: int, skipped: bool
) -> None:
    years = (0, 1, 2)
    known = [{"series": "A", "x": str(at), "x_at": at, "value": low + at} for at in years]
    part = [{"series": "B", "x": str(at), "x_at": at, "value": low + 1} for at in (0, 2)]
    said = " ".join(text.text for text in texts(draw("line", frame(*known, *part * skipped), WIDE)))
    assert ("The scale is cut." in said) == (low > 0)
    assert ("Broken where not known." in said) == skipped


def test_names_that_find_no_room_beside_their_bars_stand_above_them() -> None:
    data = frame({"label": "An indivisiblelongword", "value": 3}, {"label": "Short", "value": 2})
    wide, narrow = (
        {text.text: text.y for text in texts(draw("bar", data, width))} for width in (WIDE, NARROW)
    )
    assert wide["An indivisiblelongword"] == wide["3"]
    assert narrow["An indivisiblelongword"] < narrow["3"] < narrow["Short"]


def test_grouped_bars_say_their_group_once() -> None:
    data = frame(
        {"label": "Lake", "series": "boys", "value": 3},
        {"label": "Lake", "series": "girls", "value": 4},
        {"label": "Hill", "series": "boys", "value": 5},
    )
    said = [text.text for text in texts(draw("bar", data, WIDE))]
    assert sorted(said) == sorted(["Lake", "Hill", "boys", "girls", "boys", "3", "4", "5"])


def test_dots_of_the_second_series_are_hollow() -> None:
    drawing = draw("dots", EACH["dots"], WIDE)
    hollow = sum(
        len(list(group)) or 1
        for group in drawing.iter()
        if group.get("fill") == "var(--paper)" and group.get("stroke") != "var(--muted)"
    )
    assert hollow == (EACH["dots"]["series"] == "other").sum()


def test_the_same_frame_is_drawn_the_same_whatever_was_drawn_before() -> None:
    first = ElementTree.tostring(draw("line", EACH["line"], WIDE))
    for form in DRAWN:
        draw(form, EACH[form], NARROW)
    assert ElementTree.tostring(draw("line", EACH["line"], WIDE)) == first


@settings(max_examples=8)
@given(st.integers(1, 10_000), st.integers(1, 10_000), st.sampled_from([WIDE, NARROW]))
def test_the_areas_of_squares_are_their_values(one: int, other: int, width: int) -> None:
    data = frame({"label": "One", "value": one}, {"label": "Other", "value": other})
    large, small = lengths(draw("squares", data, width))[:2]
    assert small / large == pytest.approx((min(one, other) / max(one, other)) ** 0.5, abs=0.002)


def test_a_square_is_ruled_into_as_many_of_the_smaller_as_it_holds() -> None:
    data = frame(
        {"label": "City", "value": 400}, {"label": "Lake", "value": 9, "marked": "subject"}
    )
    made = spec("squares", data, WIDE)
    [ruled] = [
        rows(made, layer) for layer in layers(made, "rule") if layer["mark"]["strokeWidth"] == 1.5
    ]
    upright = sorted(row["x"] for row in ruled if row["x"] == row["x2"])
    steps = [right - left for left, right in itertools.pairwise(upright)]
    assert len(upright) == 6, "a side of 6.67 squares is crossed by six lines"
    assert steps == pytest.approx([45.0] * 5)


def test_blocks_are_as_many_as_told_and_the_first_is_the_amount() -> None:
    made = spec("times", EACH["times"], WIDE)
    filled, hollow, whole = (
        [row for layer in layers(made, "rect") if "opacity" not in layer["mark"]
         for row in rows(made, layer) if row["fill"] == f"var(--{fill})"]
        for fill in ("subject", "paper", "soft")
    )  # fmt: skip
    assert [(row["start"], row["end"]) for row in filled] == [(0, 1), (0, 1), (0, 0.7)]
    assert [(row["start"], row["end"]) for row in hollow] == [(1, 4.5)], "in doubt"
    assert [(row["start"], row["end"]) for row in whole] == [(1, 2.7)]


def test_readings_are_not_joined_and_the_same_reading_is_drawn_once() -> None:
    twice = {"label": "Lake", "x": "2023", "x_at": 2023.0, "value": -3}
    data = frame(
        {"label": "Lake", "x": "2019", "x_at": 2019.0, "value": -5, "series": "Town paper"},
        twice | {"series": "Town paper"}, twice | {"series": "Lake letter"},
    )  # fmt: skip
    made = spec("readings", data, WIDE)
    assert layers(made, "line") == []
    assert sum(len(rows(made, layer)) for layer in layers(made, "point")) == 2
    said = [text.text for text in texts(draw("readings", data, WIDE))]
    assert said.count("Town paper") == said.count("Lake letter") == 1


@settings(max_examples=12)
@given(
    st.lists(st.integers(2000, 2030), min_size=1, max_size=12, unique=True),
    st.data(), st.sampled_from([WIDE, NARROW]),
)  # fmt: skip
def test_readings_keep_apart(years: list[int], data: st.DataObject, width: int) -> None:
    made = frame(
        *(
            {
                "label": data.draw(st.sampled_from(["Lake", "The school on the hill"])),
                "x": str(year), "x_at": float(year), "value": data.draw(st.integers(-9, 9)),
                "series": data.draw(st.sampled_from(["Town paper", "A letter from the lake", ""])),
            }
            for year in years
        )
    )  # fmt: skip
    assert_readable(draw("readings", made, width), width)


@settings(max_examples=12)
@given(
    st.lists(st.integers(1, 60), min_size=6, max_size=6, unique=True),
    st.sampled_from([WIDE, NARROW]),
)
def test_places_stand_in_their_order_and_what_is_korea_is_joined(
    places: list[int], width: int
) -> None:
    data = frame(
        *(
            {
                "label": f"Place {n % 3}", "series": "Books" if n < 3 else "Pay", "value": place,
                "printed": f"{place}th", "marked": "subject" if n % 3 == 0 else "",
            }
            for n, place in enumerate(places)
        )
    )  # fmt: skip
    made = spec("ladders", data, width)
    assert_readable(draw("ladders", data, width), width)
    [line] = [rows(made, layer) for layer in layers(made, "line")]
    assert len(line) == 2
    points = [row for layer in layers(made, "point") for row in rows(made, layer)]
    for x in {row["value"] for row in points}:
        assert len({row["y"] for row in points if row["value"] == x}) == 3
    down = sorted({row["y"] for row in points})
    assert down == sorted(down)


def test_an_index_has_a_line_where_it_begins_and_shades_what_korea_lost() -> None:
    begin = {"x": "2019", "x_at": 2019.0, "value": 100}
    end = {"x": "2024", "x_at": 2024.0}
    data = frame(
        {"series": "Prices"} | begin, {"series": "Prices"} | end | {"value": 118},
        {"series": "Pay"} | begin,
        {"series": "Pay", "value": 88, "marked": "subject", "note": "lost"} | end,
    )  # fmt: skip
    made = spec("line", data, WIDE)
    [wedge] = [rows(made, layer) for layer in layers(made, "area")]
    base = wedge[0]["y2"]
    assert [row["y2"] for row in wedge] == [base, base]
    assert wedge[0]["y"] == base < wedge[1]["y"]
    rules = [row for layer in layers(made, "rule") for row in rows(made, layer)]
    assert any(row["y"] == row["y2"] == base for row in rules)
    drawing = draw("line", data, WIDE)
    said = " ".join(text.text for text in texts(drawing))
    assert "lost" in said
    assert "The scale is cut." not in said
    assert_readable(drawing, WIDE)


def test_two_questions_stand_side_by_side_where_there_is_room() -> None:
    data = frame(
        {"label": "By age", "series": "young", "value": 70},
        {"label": "By age", "series": "old", "value": 20},
        {"label": "Why", "series": "pay", "value": 60},
    )
    wide, narrow = (
        {text.text: text for text in texts(draw("bar", data, width))} for width in (WIDE, NARROW)
    )
    assert wide["By age"].y == wide["Why"].y
    assert narrow["By age"].y < narrow["Why"].y
    long, short, other = lengths(draw("bar", data, WIDE))
    assert long / other == pytest.approx(70 / 60, abs=0.01), "on one scale"
    assert long / short == pytest.approx(70 / 20, abs=0.05)


def test_bars_on_named_sides_of_zero_have_the_colour_and_the_sign_of_their_side() -> None:
    data = frame({"label": "Lake", "value": 8}, {"label": "Hill", "value": -3})
    made = spec("bar", data, WIDE)
    fills = {
        row["end"]: row["fill"] for layer in layers(made, "rect") for row in rows(made, layer)
        if "fill" in row
    }  # fmt: skip
    assert fills == {8: "var(--inflow)", -3: "var(--quiet)"}
    said = {text.text for text in texts(draw("bar", data, WIDE))}
    assert {"+8", "-3", "← fewer than before", "more than before →"} <= said


def test_dots_that_were_asked_for_are_named_and_no_others() -> None:
    asked = ("Place 1", "Place 9", "Place 15")
    data = frame(
        *(
            {
                "label": f"Place {n}", "value": n - 6,
                "marked": "subject" if n == 4 else "ink" if f"Place {n}" in asked else "",
            }
            for n in range(20)
        )
    )  # fmt: skip
    for width in (WIDE, NARROW):
        said = {text.text.rpartition(" ")[0] for text in texts(draw("dots", data, width))}
        assert {name for name in said if name.startswith("Place")} == {*asked, "Place 4"}


@pytest.mark.parametrize("mark", [{"marked": "subject"}, {"note": "the largest planet"}])
def test_a_dot_that_is_set_apart_keeps_its_name(mark: dict[str, str]) -> None:
    """In the midst of others, of which none but the outermost is named."""
    for width, at in itertools.product((WIDE, NARROW), range(8)):
        data = frame(
            *(
                {"label": f"Planet {n}", "value": n * n} | (mark if n == at else {})
                for n in range(8)
            )
        )
        said = " ".join(text.text for text in texts(draw("dots", data, width)))
        assert f"Planet {at} " in f"{said} "
