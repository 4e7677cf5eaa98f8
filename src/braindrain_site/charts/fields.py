"""The data's own fields in a specification, for who opens it in an editor of charts.

What a form draws are bars and dots in their places; beside each place that can be pointed at stands
what it is of: the columns by their names, the value as a number, and its unit.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from braindrain_site.charts.plots import entries

_PLAIN = ("unit", "note")
_TAKEN = {"x", "y", "x2", "y2", "said", *_PLAIN}


def add_fields(specification: dict[str, Any], frame: pd.DataFrame) -> None:
    """Adds the fields of *frame* to the last layer, which can be pointed at, and its tooltip."""
    fields = {role: (_free(name), title) for role, (name, title) in frame.attrs["fields"].items()}
    known = {mark.said: mark for mark in (*entries(frame), *frame.attrs["gaps"])}
    layer = specification["layer"][-1]
    rows = specification["datasets"][layer["data"]["name"]]
    for row in rows:
        mark = known[row["said"]]
        row |= {name: getattr(mark, role, None) for role, (name, _) in fields.items()}
        row |= {name: said for name in _PLAIN if (said := getattr(mark, name, ""))}
    layer["encoding"]["tooltip"] = [
        *(_shown(name, title, role == "value") for role, (name, title) in fields.items()),
        *(_shown(name, name, False) for name in _PLAIN if any(name in row for row in rows)),
    ]


def _free(name: str) -> str:
    """The name of a column, unless the drawing has a field that is called so."""
    return f"{name}_" if name in _TAKEN else name


def _shown(name: str, title: str, number: bool) -> Mapping[str, str]:
    return {"field": name, "title": title, "type": "quantitative" if number else "nominal"}
