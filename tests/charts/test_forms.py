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
    said = {"printed", "label", "series", "what", "when", "note", "start", "end"}
    if form in {"dots", "line", "slope"}:  # of many points, the outermost and the noted are said
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
    assert "var(--korea)" in used


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
@given(st.lists(st.integers(1, 10_000), min_size=2, max_size=8))
def test_the_areas_of_squares_are_their_values(values: list[int]) -> None:
    data = frame(*({"label": f"Name {n}", "value": value} for n, value in enumerate(values)))
    drawn = lengths(draw("area", data, NARROW))
    for value, side in zip(values, drawn, strict=True):
        assert side / max(drawn) == pytest.approx((value / max(values)) ** 0.5, abs=0.002)


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
    among = [{"label": f"Kind {n}", "value": n_of, "marked": "korea"}
             for n, n_of in enumerate(parts)]  # fmt: skip
    drawing = draw("crowd", frame({"label": "All", "value": sum(parts) + others}, *among), width)
    assert_readable(drawing, width)
    assert dots(drawing, "var(--korea)") == sum(parts)
    assert dots(drawing, "var(--quiet)") == others


def test_those_of_several_kinds_go_from_where_they_stood() -> None:
    """A dot that is moved is drawn in its old place, and its way is said in a transform."""
    moved, alone = (
        draw("crowd", frame({"label": "All", "value": 90}, *parts), NARROW)
        for parts in (
            [{"label": kind, "value": 3, "marked": "korea"} for kind in ("a", "b")],
            [{"label": "a", "value": 6, "marked": "korea"}],
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
@pytest.mark.parametrize("form", ["bar", "stack", "dots", "area", "slope", "line"])
def test_any_names_and_values_stay_readable(
    form: str, names: list[str], data: st.DataObject, width: int
) -> None:
    records = [
        {
            "label": name if form != "stack" else "", "series": name, "x": moment, "x_at": at,
            "value": data.draw(st.integers(0, 200)),
            "marked": data.draw(st.sampled_from(["", "ink", "korea"])),
        }
        for name in names
        for at, moment in enumerate(("2019", "2024") if form in {"slope", "line"} else ("2019",))
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


@settings(max_examples=12)
@given(st.lists(st.integers(1, 400), min_size=4, max_size=16), st.sampled_from([WIDE, NARROW]))
def test_squares_below_the_first_stand_in_columns(values: list[int], width: int) -> None:
    values = sorted(values, reverse=True)
    data = frame(*({"label": f"Name {n}", "value": value} for n, value in enumerate(values)))
    made = spec("area", data, width)
    [squares] = [
        rows(made, layer) for layer in layers(made, "rect") if "opacity" not in layer["mark"]
    ]
    ground = squares[0]["y2"]
    below = [square for square in squares if square["y2"] > ground + 0.01]
    lines = [
        list(line) for _, line in itertools.groupby(below, lambda square: round(square["y2"], 2))
    ]
    lefts = [square["start"] for square in lines[0]] if lines else []
    for line in lines:
        assert [square["start"] for square in line] == lefts[: len(line)]
    steps = [right - left for left, right in itertools.pairwise(lefts)]
    assert steps == pytest.approx(steps[:1] * len(steps))


@settings(max_examples=12)
@given(st.lists(st.integers(1, 99), min_size=4, max_size=4), st.sampled_from([WIDE, NARROW]))
def test_zero_is_written_on_every_line_of_pairs(values: list[int], width: int) -> None:
    data = frame(
        *(
            {"label": f"Thing {n // 2}", "series": f"side {n % 2}", "value": value}
            for n, value in enumerate(values)
        )
    )
    said = [text.text for text in texts(draw("pairs", data, width))]
    assert said.count("0") == 2


@settings(max_examples=12)
@given(st.lists(st.integers(20, 400), min_size=2, max_size=5))
def test_the_number_of_a_thin_band_lies_between_its_edges(values: list[int]) -> None:
    ends = [{"start": "A", "end": f"B{n}", "value": value} for n, value in enumerate(values)]
    made = spec("flow", frame(*ends), WIDE)
    thick = [
        max(row["y2"] - row["y"] for row in rows(made, layer)) for layer in layers(made, "area")
    ]
    assert min(thick) >= 15.9 or sum(thick) == pytest.approx(420)


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
    plain = spec("pairs", EACH["pairs"], WIDE)
    opened = spec("pairs", EACH["pairs"].assign(open=[False, True, False, False]), WIDE)
    ends = [sum(len(rows(m, layer)) for layer in layers(m, "rule")) for m in (plain, opened)]
    assert ends[1] == ends[0] + 2


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


def test_a_flow_parts_those_who_arrive_from_those_who_leave() -> None:
    made = spec("flow", EACH["flow"], WIDE)
    [posts] = [
        rows(made, layer) for layer in layers(made, "rect") if "opacity" not in layer["mark"]
    ]
    *_, left, _ = sorted(posts, key=lambda post: post["start"])
    [arrived] = [post for post in posts if post["y"] == left["y"] and post["end"] < left["start"]]
    assert left["height"] / arrived["height"] == pytest.approx(20 / 12)
    notes = frame({"start": "Lake", "end": "City", "value": 3, "note": "by bus"})
    assert "by bus" in [text.text for text in texts(draw("flow", notes, NARROW))]


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
