"""The small edition with a chart of every form, added as an editor adds one: in ``data/`` only."""

import shutil
from pathlib import Path

from braindrain_site.charts import FORMS
from tests.support import small

FOLDER = Path(__file__).parents[1] / "editions" / "forms"
CHARTS = {
    entry.partition(":")[0]: entry.strip()
    for entry in (FOLDER / "charts.yaml").read_text("utf-8").split("\n\n")
}
"""Each chart's entry as typed, by name."""
DRAWN = [name for name, entry in CHARTS.items() if FORMS[entry.split("form: ")[1].split()[0]].drawn]
"""Those of them that are pictures."""


def copy(tmp_path: Path, *charts: str) -> Path:
    """The small edition's data with *charts* (or all) and their tables, at the story's end."""
    data = small.copy(tmp_path)
    wanted = charts or tuple(CHARTS)
    for file in (FOLDER / "tables").iterdir():
        if any(f"table: {file.stem}\n" in CHARTS[chart] for chart in wanted):
            shutil.copy(file, data / "tables")
    with (data / "charts.yaml").open("a", encoding="utf-8") as entries:
        entries.writelines(f"\n{CHARTS[chart]}\n" for chart in wanted)
    with (data / "story/en/01-leaving.md").open("a", encoding="utf-8") as story:
        story.writelines(
            f'\n{{{{ chart("{chart}") }}}}\n' + "\nAnd then.\n" * (chart != "by_squares")
            for chart in wanted
        )
    return data
