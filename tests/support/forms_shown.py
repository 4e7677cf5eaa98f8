"""Writes ``charts/README.md`` and its pictures: run ``python -m tests.support.forms_shown``."""

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from braindrain_site.charts import FORMS, drawing
from braindrain_site.charts.palette import palette
from braindrain_site.model.house import House
from braindrain_site.texts.binding import Binding
from tests.support import forms, small

ROOT = Path(__file__).parents[2]
PAGE = "src/braindrain_site/charts/README.md"
PICTURES = ".github/forms"
TOKENS = palette(House()).day
HEAD = """# Forms of charts

Each form with the entry of `data/charts.yaml` that makes it, and the table it draws. A chart and
its table are added in `data/` alone; [data/README.md](../../../data/README.md) explains every key.
Written by `python -m tests.support.forms_shown` from `tests/editions/forms/`; a test keeps it
current.

| form | roles it needs | roles it may have | from rows of figures | marks at most |
|---|---|---|---|---|
"""
SHOWS = {
    "bar": "Sizes compared, on one zero line. With a series, bars stand in groups.",
    "stack": "The parts of wholes, end to end on one scale.",
    "crowd": "Some among many, a dot for each: the first row is the crowd, the others are among\n"
    "it. Those of several kinds have left their places and stand in groups; one kind stays.",
    "line": "A course through time. A cell without a value breaks the line.",
    "dots": "A place among many on one scale; what lies either side of zero can be named. Only\n"
    "some dots have their name beside them, as far as there is room at a width: first those of\n"
    "`subject` and `annotations`, then the three lowest and the three highest (on a phone two).\n"
    "With a `highlight` its dots are named and no others. Every name stands in the chart's table,\n"
    "and is said where a reader points.",
    "ladders": "Places on several ladders, what is on all of them joined.",
    "readings": "Single values through time, each with its publication, never joined.",
    "squares": "How often one amount goes into another, on one true scale. Charts with a\n"
    "`choice` that follow one another make a switch; this one and the next are its views.",
    "times": "How many times, in blocks of the amount itself.",
    "list": "What was announced and what came of it: words, no picture. The labels of the\n"
    "status, in their order, are the steps on the way; a column `source` names the document of\n"
    "each row.",
}
ALT = {
    "by_grouped_bars": "Bars in groups",
    "by_broken_line": "A line with gaps",
    "by_bars_of_figures": "Two questions, from figures",
    "by_squares_of_figures": "The same form, from figures",
    "by_index": "An index: lines that begin together",
}


def _table() -> str:
    rows = []
    for name, form in FORMS.items():
        optional = ", ".join(form.optional) or "–"
        from_rows = "yes" if form.rows else "no"
        needed = ", ".join(form.needed)
        rows.append(f"| {name} | {needed} | {optional} | {from_rows} | {form.most} |")
    return "\n".join(rows) + "\n"


def _section(chart: str, entry: str) -> str:
    form = entry.split("form: ")[1].split()[0]
    title = f"### {ALT[chart]}\n" if chart in ALT else f"## {form}\n\n{SHOWS[form]}\n"
    picture = [f"![{chart}](../../../{PICTURES}/{chart}.svg)\n"] if FORMS[form].drawn else []
    parts = [title, *picture, f"```yaml\n{entry}\n```\n"]
    if "table: " in entry:
        name = entry.split("table: ")[1].split()[0]
        cells = (forms.FOLDER / f"tables/{name}.csv").read_text("utf-8")
        parts.append(f"`tables/{name}.csv`\n\n```csv\n{cells}```\n")
    return "\n".join(parts)


def page() -> str:
    """The page, one section for each chart of the edition of forms."""
    sections = (_section(*item) for item in forms.CHARTS.items())
    return "\n".join([HEAD + _table(), *sections])


def pictures(folder: Path, cache: Path | None = None) -> Mapping[str, str]:
    """The path of each picture and its SVG in the light colours; *folder* is for the data."""
    edition, figures, _ = small.judged(forms.copy(folder))
    plain = Binding(edition, figures, "en").plain
    drawn = drawing.Drawings(edition, figures, plain, "en", cache)
    return {
        f"{PICTURES}/{name}.svg": _opened(drawn[name].wide)
        for name in forms.CHARTS
        if drawn[name].wide
    }


def _opened(svg: str) -> str:
    """*svg* as it opens anywhere: colours resolved, on paper."""
    svg = svg.replace("var(--font)", "sans-serif")
    svg = re.sub(r"var\(--(\w+)\)", lambda found: TOKENS[found[1]], svg)
    ground = f'<rect width="100%" height="100%" fill="{TOKENS["paper"]}"/>'
    return svg.replace('<g aria-hidden="true">', f'<g aria-hidden="true">{ground}', 1) + "\n"


def main() -> None:
    """Writes the page and the pictures."""
    (ROOT / PICTURES).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for path, text in {PAGE: page(), **pictures(Path(folder))}.items():
            (ROOT / path).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
