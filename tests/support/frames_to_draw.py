"""Frames to draw in tests: made up, one for each form."""

from typing import Any

import pandas as pd

from braindrain_site.charts import FORMS
from braindrain_site.charts.records import say
from braindrain_site.charts.widths import Lettering, lettering
from braindrain_site.fonts.setting import usual

LETTERS: Lettering = lettering(usual("en"))
DRAWN = [name for name, form in FORMS.items() if form.drawn]
"""The forms that are pictures."""
WORDS = {
    **{f"describe_{form}": f"{form}, {{count}}." for form in DRAWN},
    "describe_values": "{values}.",
    "line_cut": "cut",
    "line_broken": "broken",
    "readings_published": "published in",
    "no_data": "no data",
    "describe_part": "{part} of {whole}",
    "describe_highest": "Highest: {label}, {value}.",
    "describe_lowest": "Lowest: {label}, {value}.",
    "describe_rank": "{label}: {value}, {rank} of {count}.",
    "describe_change": "{first} ({start}), then {last} ({end}).",
    "describe_point": "{value} ({time}).",
    "describe_gaps": "None: {times}.",
    "describe_peak": "Peak: {value} ({time}).",
    "describe_dip": "Low: {value} ({time}).",
}
"""What describes charts in tests, shorter than the words of the site."""


def frame(*records: dict[str, Any], series: tuple[str, ...] = ()) -> pd.DataFrame:
    """A frame as ``make_frame`` gives it; what a record leaves out is filled in."""
    filled = [
        {
            "marked": "",
            "note": "",
            "open": False,
            "doubtful": False,
            "printed": f"{record.get('value', 0):g}",
        }
        | record
        for record in records
    ]
    spoken = [{"spoken": record["printed"]} | record for record in filled]
    made = pd.DataFrame([record | {"said": say(record, "")} for record in spoken])
    made.attrs |= {"series": list(series), "sides": ["fewer than before", "more than before"]}
    made.attrs |= {
        "beside": [],
        "gaps": [],
        "cut": "The scale is cut.",
        "broken": "Broken where not known.",
        "published": "Bracketed: in one book",
    }
    return made


EACH = {
    "bar": frame(
        {"label": "Lake school", "value": 12.5, "marked": "subject", "note": "since the new road"},
        {"label": "The school on the far side of the hill", "value": 7},
        {"label": "Mill school", "value": -3},
    ),
    "stack": frame(
        {"label": "Lake school", "series": "to the city", "value": 8, "marked": "subject"},
        {"label": "Lake school", "series": "to another school in the county", "value": 21},
        {"label": "Mill school", "series": "not known", "value": 14},
    ),
    "crowd": frame(
        {"label": "Teachers of the county", "value": 90, "note": "and of the city"},
        {"label": "Music", "value": 9, "marked": "subject"},
        {"label": "Mathematics and the natural sciences", "value": 4, "note": "one part-time"},
    ),
    "line": frame(
        *(
            {"series": "Prices", "x": str(year), "x_at": year, "value": 100 + step**2}
            for step, year in enumerate(range(2015, 2024))
        ),
        {"series": "Pay", "x": "2015", "x_at": 2015.0, "value": 100, "marked": "subject"},
        {"series": "Pay", "x": "2023", "x_at": 2023.0, "value": 104, "note": "before tax"},
    ),
    "dots": frame(
        *(
            {
                "label": f"Place number {number}", "value": (number - 9) ** 3 / 90,
                "series": "member" if number % 3 else "other",
                "marked": "subject" if number == 8 else "",
            }
            for number in range(24)
        ),
        series=("member", "other"),
    ),
    "ladders": frame(
        {
            "label": "Lake school", "series": "Books", "value": 1, "printed": "1st",
            "marked": "subject",
        },
        {"label": "Hill school", "series": "Books", "value": 7, "printed": "7th"},
        {"label": "Hill school", "series": "Pay", "value": 1, "printed": "1st"},
        {
            "label": "Lake school", "series": "Pay", "value": 9, "printed": "9th",
            "marked": "subject",
        },
    ),
    "readings": frame(
        {
            "label": "Lake", "series": "Town paper", "x": "2019", "x_at": 2019.0, "value": -0.5,
            "marked": "subject",
        },
        {
            "label": "Lake", "series": "Lake letter", "x": "2023", "x_at": 2023.0, "value": 0.3,
            "marked": "subject",
        },
        {"label": "Hill", "series": "Lake letter", "x": "2023", "x_at": 2023.0, "value": 1},
    ),
    "squares": frame(
        {"label": "The city", "value": 400, "printed": "$400 million"},
        {"label": "Lake school", "value": 9, "printed": "$9 million", "marked": "subject"},
    ),
    "times": frame(
        {"label": "As told", "value": 4.5, "printed": "4.5 times", "doubtful": True},
        {"label": "Against the best paid", "value": 2.7, "printed": "over 2.7 times", "open": True},
        {"label": "At the mill", "value": 0.7, "printed": "0.7 times", "note": "part-time"},
    ),
}  # fmt: skip
"""A frame for each form, with long names and a little of everything."""
