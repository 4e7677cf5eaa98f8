"""What a chart shows is said from its data."""

from itertools import product

import pytest

from braindrain_site.charts.describe import alone, describe
from braindrain_site.charts.plots import Gap
from tests.support.frames_to_draw import DRAWN, EACH, WORDS, frame


def say(form: str, *records: dict[str, object]) -> str:
    return describe(form, frame(*records), WORDS)


def test_few_values_are_all_said() -> None:
    said = say("bar", {"label": "Lake", "value": 3}, {"label": "Hill", "value": 2})
    assert said == "bar, 2. Lake: 3; Hill: 2."


def test_of_many_the_extremes_and_the_highlighted_are_said() -> None:
    records: list[dict[str, object]] = [
        {"label": f"N{n}", "value": n, "marked": "subject" if n == 4 else ""} for n in range(12)
    ]
    assert say("dots", *records) == ("dots, 12. Highest: N11, 11. Lowest: N0, 0. N4: 4, 8 of 12.")


def test_of_many_parts_the_whole_is_named_too() -> None:
    records: list[dict[str, object]] = [
        {"label": f"Group {n // 2}", "series": "women" if n % 2 else "men", "value": n}
        for n in range(10)
    ]
    said = "Highest: women of Group 4, 9. Lowest: men of Group 0, 0."
    assert said in say("bar", *records)
    assert "Highest: Group 4 of women, 9." in say("dots", *records)
    single = [{**record, "label": "All", "series": f"Part {record['value']}"} for record in records]
    assert "Highest: Part 9, 9. Lowest: Part 0, 0." in say("stack", *single)


def test_a_line_of_one_point_does_not_change() -> None:
    said = say("line", {"x": "2019", "x_at": 2019.0, "value": 5})
    assert said == "line, 1. 5 (2019)."


def test_of_each_line_the_gaps_are_said() -> None:
    records = [
        {"x": f"{x}", "x_at": float(x), "value": x, "series": name}
        for x, name in product((2019, 2021), ("Hill", "Lake"))
    ]
    made = frame(*records)
    made.attrs["gaps"] = [Gap("Hill", "2020", 2020.0, "no data", "", "Hill, 2020: no data")]
    assert describe("line", made, WORDS) == (
        "line, 4. Hill: 2019 (2019), then 2021 (2021). None: 2020. "
        "Lake: 2019 (2019), then 2021 (2021)."
    )


def test_an_extreme_is_not_said_again() -> None:
    records: list[dict[str, object]] = [
        {"label": f"N{n}", "value": n, "marked": "subject"} for n in range(12)
    ]
    said = say("dots", *records)
    assert said.count("N0") == said.count("N11") == 1
    assert said.count(" of 12.") == 10


def test_a_ladder_is_named_once() -> None:
    places: list[dict[str, object]] = [
        {"label": label, "series": series, "value": place}
        for series in ("Patents", "Talent")
        for place, label in enumerate(("Hill", "Lake"), 1)
    ]
    said = say("ladders", *places)
    assert said.endswith("Patents: Hill 1; Lake 2. Talent: Hill 1; Lake 2.")


def test_equal_values_share_a_rank() -> None:
    records = [{"label": f"N{n}", "value": min(n, 5), "marked": n == 6} for n in range(10)]
    assert "N6: 5, 1 of 10." in say("bar", *records)


def test_a_line_has_ends_a_peak_and_a_dip() -> None:
    values = {2019: 5, 2020: 9, 2021: 1, 2022: 6}
    records = [{"x": str(x), "x_at": float(x), "value": v} for x, v in values.items()]
    assert say("line", *reversed(records)) == (
        "line, 4. 5 (2019), then 6 (2022). Peak: 9 (2020). Low: 1 (2021)."
    )


def test_each_line_of_several_is_named() -> None:
    said = describe("line", EACH["line"], WORDS)
    assert "Prices: 100 (2015), then 164 (2023)." in said
    assert "Pay: 100 (2015), then 104 (2023)." in said


@pytest.mark.parametrize("form", DRAWN)
def test_every_form_can_be_described(form: str) -> None:
    assert describe(form, EACH[form], WORDS).startswith(f"{form}, ")


def test_of_places_each_is_said_and_none_is_called_the_highest() -> None:
    places = [{"label": f"N{n}", "value": n + 1} for n in range(10)]
    said = say("ladders", *places)
    assert "Highest" not in said
    assert said.endswith("; N8: 9; N9: 10.")


@pytest.mark.parametrize("subtitle", ["Pay in won", "Pay, in won.", "Who earns what?", "Pay!"])
def test_where_a_drawing_stands_alone_its_subtitle_is_a_sentence_before(subtitle: str) -> None:
    said = alone(subtitle, "Two bars.")
    assert said.startswith(subtitle)
    assert said.endswith((". Two bars.", "? Two bars.", "! Two bars."))
    assert ".." not in said
