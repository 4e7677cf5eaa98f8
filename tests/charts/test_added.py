"""A chart of any form and its table are added by editing ``data/`` alone."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from braindrain_site.charts import FORMS
from tests.support import forms, forms_shown, sites


def test_every_form_is_shown_once_or_more() -> None:
    shown = {entry.split("form: ")[1].split()[0] for entry in forms.CHARTS.values()}
    assert shown == set(FORMS)


@pytest.mark.parametrize(
    "chart", [name for name, entry in forms.CHARTS.items() if "table: " in entry]
)
def test_a_new_chart_and_its_table_need_no_python(
    forms_site: Mapping[str, bytes], chart: str
) -> None:
    """It is drawn on the page, and its table can be read and taken away on its own."""
    story, own = (
        forms_site[path].decode() for path in ("index.html", f"charts/{chart}/index.html")
    )
    drawn, figure = (
        page.split(f'id="chart-{chart}"')[1].split("</figure>")[0] for page in (story, own)
    )
    table = forms.CHARTS[chart].split("table: ")[1].split()[0]
    typed = (forms.FOLDER / f"tables/{table}.csv").read_text("utf-8").splitlines()
    assert f'href="charts/{chart}/index.html"' in drawn
    assert drawn.count("<svg") == figure.count("<svg") == (2 if chart in forms.DRAWN else 0)
    assert figure.count("<tr>") == len(typed)
    assert f'href="../../data/tables/{table}.csv"' in own
    assert forms_site[f"data/tables/{table}.csv"].decode().splitlines() == typed


@pytest.mark.parametrize("made", ["page", pytest.param("pictures", marks=pytest.mark.slow)])
def test_the_page_of_forms_is_current(tmp_path: Path, made: str) -> None:
    """What shows editors every form is what the program draws."""
    wanted = {forms_shown.PAGE: forms_shown.page()}
    if made == "pictures":
        wanted = dict(forms_shown.pictures(tmp_path, sites.DRAWN))
    stale = [
        path
        for path, text in wanted.items()
        if not (forms_shown.ROOT / path).is_file()
        or (forms_shown.ROOT / path).read_text("utf-8") != text
    ]
    assert stale == [], "run: python -m tests.support.forms_shown"
