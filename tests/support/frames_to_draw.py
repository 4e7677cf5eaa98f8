"""Frames to draw in tests: made up, one for each form."""

from typing import Any

import pandas as pd

from braindrain_site.charts import FORMS
from braindrain_site.charts.records import say
from braindrain_site.charts.widths import Lettering, lettering

LETTERS: Lettering = lettering()
DRAWN = [name for name, form in FORMS.items() if form.drawn]
"""The forms that are pictures."""
MOVE = "{start} to {end}: {value}"
WORDS = {
    **{f"describe_{form}": f"{form}, {{count}}." for form in DRAWN},
    "describe_values": "{values}.",
    "describe_move": MOVE,
    "line_cut": "cut",
    "line_broken": "broken",
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
    made = pd.DataFrame([record | {"said": say(record, "", MOVE)} for record in spoken])
    made.attrs |= {"series": list(series), "sides": ["fewer than before", "more than before"]}
    made.attrs |= {
        "beside": [],
        "gaps": [],
        "cut": "The scale is cut.",
        "broken": "Broken where not known.",
    }
    return made


EACH = {
    "bar": frame(
        {"label": "Lake school", "value": 12.5, "marked": "korea", "note": "since the new road"},
        {"label": "The school on the far side of the hill", "value": 7},
        {"label": "Mill school", "value": -3},
    ),
    "stack": frame(
        {"label": "Lake school", "series": "to the city", "value": 8, "marked": "korea"},
        {"label": "Lake school", "series": "to another school in the county", "value": 21},
        {"label": "Mill school", "series": "not known", "value": 14},
    ),
    "crowd": frame(
        {"label": "Teachers of the county", "value": 90, "note": "and of the city"},
        {"label": "Music", "value": 9, "marked": "korea"},
        {"label": "Mathematics and the natural sciences", "value": 4, "note": "one part-time"},
    ),
    "slope": frame(
        {"label": "Pay as paid", "x": "2019", "value": 100, "printed": "100 crowns"},
        {"label": "Pay as paid", "x": "2024", "value": 104, "printed": "104 crowns"},
        {"label": "In 2019 prices", "x": "2019", "value": 100, "printed": "100 crowns"},
        {
            "label": "In 2019 prices", "x": "2024", "value": 90, "printed": "90 crowns",
            "marked": "korea",
        },
    ),
    "line": frame(
        *(
            {"series": "Prices", "x": str(year), "x_at": year, "value": 100 + step**2}
            for step, year in enumerate(range(2015, 2024))
        ),
        {"series": "Pay", "x": "2015", "x_at": 2015.0, "value": 100, "marked": "korea"},
        {"series": "Pay", "x": "2023", "x_at": 2023.0, "value": 104, "note": "before tax"},
    ),
    "dots": frame(
        *(
            {
                "label": f"Place number {number}", "value": (number - 9) ** 3 / 90,
                "series": "member" if number % 3 else "other",
                "marked": "korea" if number == 8 else "",
            }
            for number in range(24)
        ),
        series=("member", "other"),
    ),
    "pairs": frame(
        {"label": "At the bank", "series": "here", "value": 20, "marked": "korea"},
        {"label": "At the bank", "series": "in the city", "value": 24, "printed": "over $24"},
        {"label": "At the shop", "series": "here", "value": 5, "marked": "korea"},
        {"label": "At the shop", "series": "in the city", "value": 50},
    ),
    "area": frame(
        {"label": "The city", "value": 400, "printed": "$400 million"},
        {"label": "The county", "value": 100, "printed": "$100 million"},
        {"label": "Lake school", "value": 4, "printed": "$4 million", "marked": "korea"},
        {"label": "The school on the far side of the hill", "value": 1},
    ),
    "flow": frame(
        {"start": "Hill school", "end": "Lake school", "value": 12},
        {"start": "Hill school", "end": "Not stated", "value": 3},
        {"start": "Lake school", "end": "The city", "value": 20, "marked": "korea"},
        {"start": "Hill school", "end": "The city", "value": 4, "marked": "korea"},
    ),
}  # fmt: skip
"""A frame for each form, with long names and a little of everything."""
