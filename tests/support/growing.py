"""The small edition grown: with more of each thing, and told many times over."""

import re
import shutil
from functools import partial
from pathlib import Path

from tests.support import small

ROOT = Path(__file__).parents[2]
AT_EASE = "kilobytes: {story: 100000, figures: 100000, others: 100000}\n"
"""Pages may weigh what they like."""


def grown(folder: Path, figures: int = 0, charts: int = 0, rows: int = 0) -> None:
    """The small test edition in *folder*, with that many more figures, charts and rows."""
    data = small.copy(folder)
    shutil.copytree(ROOT / "src", folder / "src")
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copy(ROOT / "build.py", folder)
    small.add(data / "site.yaml", AT_EASE)
    with (data / "figures.yaml").open("a", encoding="utf-8") as file:
        for number in range(figures):
            file.write(
                f"more_{number}:\n  formula: left_music + {number}\n  unit: teachers\n"
                "  label: {en: teachers}\n"
            )
    names = [f"more_{number}" for number in range(charts)]
    with (data / "charts.yaml").open("a", encoding="utf-8") as file:
        for name in names:
            file.write(
                f"{name}:\n  form: bar\n  table: by_subject\n"
                "  columns: {label: subject, value: teachers}\n"
                f"  headline: {{en: Another chart}}\n  subtitle: {{en: Teachers who left}}\n"
            )
    with (data / "story/en/01-leaving.md").open("a", encoding="utf-8") as file:
        file.writelines(f'\n{{{{ chart("{name}") }}}}\n' for name in names)
    if rows:
        about = (data / "tables/by_subject.yaml").read_text("utf-8")
        (data / "tables/more.yaml").write_text(about, "utf-8")
        cells = "".join(f"s{number},{number % 50}\n" for number in range(rows))
        (data / "tables/more.csv").write_text(f"subject,teachers\n{cells}", "utf-8")


def multiplied(folder: Path, stories: int) -> None:
    """The small test edition in *folder*, told so many times: each with names of its own for its
    chapter, figures, claims, charts and tables."""
    grown(folder)
    data, chapter = folder / "data", "story/en/01-leaving.md"
    files = ("figures.yaml", "claims.yaml", "charts.yaml")
    once = {name: (data / name).read_text("utf-8") for name in (*files, chapter)}
    own = {key for name in files for key in re.findall(r"^(\w+):", once[name], re.M)}
    names = re.compile(rf"\b(?:by_subject|{'|'.join(own)})\b")
    (data / chapter).unlink()
    for name in files:
        (data / name).unlink()
    for number in range(stories):
        for name, text in once.items():
            told = _NAMING.sub(partial(_numbered, names, number), text)
            new = f"story/en/leaving-{number}.md" if name == chapter else name
            with (data / new).open("a", encoding="utf-8") as file:
                file.write(told)
        for ending in ("csv", "yaml"):
            table = data / f"tables/by_subject.{ending}"
            shutil.copy(table, table.with_stem(f"by_subject_{number}"))
    for ending in ("csv", "yaml"):
        (data / f"tables/by_subject.{ending}").unlink()
    with (data / "site.yaml").open("a", encoding="utf-8") as file:
        file.write(f"chapters: [{', '.join(f'leaving-{n}' for n in range(stories))}]\n")


def _numbered(names: re.Pattern[str], number: int, found: re.Match[str]) -> str:
    return names.sub(rf"\g<0>_{number}", found[0])


_NAMING = re.compile(
    r"^\w+(?=:)|\{\{.*?\}\}|\{%.*?%\}|^ +(?:formula|holds|agrees_with|table): .*|figure: \w+", re.M
)
"""Where a name stands, and not a word."""
