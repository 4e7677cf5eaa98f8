"""The small edition printed with the site's own templates, charts and interface words."""

from collections.abc import Mapping
from pathlib import Path

from tests.support import sites, small
from tests.support.sites import TEMPLATES as TEMPLATES

ROOT = Path(__file__).parents[2]
CHART = """
pay:
  form: bar
  rows:
    - {figure: pay_here, label: {en: Here}}
    - {figure: pay_away, label: {en: In the city}}
    - {figure: pay_in_won, label: {en: Here again}}
  headline: {en: "{{ pay_away.quantity }} against {{ pay_here.quantity }}"}
  subtitle: {en: Yearly pay}
  caveat: {en: Not the same school.}
"""
PRIVATE = """
letter:
  publisher: {en: A parent}
  title: {en: A letter <about> pay & "prices"}
  language: en
  kind: newspaper
  seen: second_hand
  published: not stated
  retrieved: 2025-01-01
"""


def data(tmp_path: Path, *edits: tuple[str, str, str]) -> Path:
    """A copy of the small edition with *edits*, a chart of figures and a source nobody opened."""
    folder = small.copy(
        tmp_path,
        ("figures.yaml", "unit: million KRW/year\n  value: 27.5", "unit: USD/year\n  value: 21000"),
        ("figures.yaml", "at: page 3", "at: page 3\n  note: {en: Beside {{ pay_here }}.}"),
        ("story/en/01-leaving.md", "{{ page(", '\n\n{{ chart("pay") }}\n\n{{ page('),
        *edits,
    )
    text = (folder / "figures.yaml").read_text("utf-8")
    text = text.replace(
        "note: {en: Beside {{ pay_here }}.}", 'note: {en: "Beside {{ pay_here }}."}'
    )
    first, won, rest = text.partition("pay_in_won:")
    rest = rest.replace("source: school_report", "source: letter", 1)
    (folder / "figures.yaml").write_text(first + won + rest, "utf-8")
    for name, added in (("charts.yaml", CHART), ("sources.yaml", PRIVATE)):
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(added)
    return folder


def site(tmp_path: Path, *edits: tuple[str, str, str]) -> Mapping[str, bytes]:
    """Every file of the small edition's site, path → bytes."""
    return sites.make(data(tmp_path, *edits))
