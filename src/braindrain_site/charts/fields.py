"""The data's own fields in a specification, for who opens it in an editor of charts.

What a form draws are bars and dots in their places; beside each place that can be pointed at stands
what it is of: the columns by their names, the value as a number, and its unit.
"""

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from braindrain_site.charts.plots import entries

_WORD = re.compile(r"\w+")
_PLAIN = ("unit", "note")
_TAKEN = {"x", "y", "x2", "y2", "said", *_PLAIN}


def add_fields(specification: dict[str, Any], frame: pd.DataFrame) -> None:
    """Adds the fields of *frame* to the last layer, which can be pointed at, and its tooltip."""
    fields = {role: _named(name, role) for role, name in frame.attrs["fields"].items()}
    known = {mark.said: mark for mark in (*entries(frame), *frame.attrs["gaps"])}
    layer = specification["layer"][-1]
    rows = specification["datasets"][layer["data"]["name"]]
    for row in rows:
        mark = known[row["said"]]
        row |= {name: getattr(mark, role, None) for role, name in fields.items()}
        row |= {name: said for name in _PLAIN if (said := getattr(mark, name, ""))}
    layer["encoding"]["tooltip"] = [
        *(_shown(name, role == "value") for role, name in fields.items()),
        *(_shown(name, False) for name in _PLAIN if any(name in row for row in rows)),
    ]


def _named(column: str, role: str) -> str:
    """What a field is called: as its column, if that is one word that the drawing has no use for.

    Vega makes a program of a field's name, so nothing else is let through.
    """
    name = column if _WORD.fullmatch(column) else role
    return f"{name}_" if name in _TAKEN else name


def _shown(name: str, number: bool) -> Mapping[str, str]:
    """A line of the tooltip; its title goes into that program as well."""
    return {"field": name, "title": name, "type": "quantitative" if number else "nominal"}
