"""A chart, as an editor describes it in ``charts.yaml``."""

from collections.abc import Mapping
from typing import Literal

from pydantic import model_validator

from braindrain_site.model.fields import Line, Name, Switch, Text, wrong
from braindrain_site.model.record import Record


class Row(Record):
    """One mark of a chart that is drawn from figures and not from a table."""

    figure: Line
    label: Name
    series: Name | None = None


class Annotation(Record):
    """A few words set beside one mark of a chart."""

    at: Line
    text: Name


class Sides(Record):
    """What values below and above zero mean, in a few words each."""

    below: Name
    above: Name


class Chart(Record):
    """One chart in ``charts.yaml``: a form, its data and its words."""

    form: Line
    headline: Text
    subtitle: Text
    table: Line | None = None
    columns: Mapping[str, Line] = {}
    rows: tuple[Row, ...] = ()
    order: Literal["as_given", "descending", "ascending"] = "as_given"
    subject: tuple[Line, ...] = ()
    highlight: tuple[Line, ...] = ()
    series: Mapping[str, Name] = {}
    sides: Sides | None = None
    annotations: tuple[Annotation, ...] = ()
    choice: Text | None = None
    switch: Text | None = None
    notes: Text | None = None
    caveat: Text | None = None
    draft: Switch = False

    @model_validator(mode="after")
    def _table_or_rows(self) -> "Chart":
        if (self.table is None) == (not self.rows):
            raise wrong("needs either a table or rows of figures, one of the two.")
        return self
