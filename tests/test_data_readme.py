"""``data/README.md`` tells an editor every key there is, with examples that work."""

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from braindrain_site.charts import FORMS
from braindrain_site.figures.functions import FUNCTIONS
from braindrain_site.model.amendments import Amendment, WasCell, WasFigure, WasSentence
from braindrain_site.model.chart import Annotation, Chart, Row, Sides
from braindrain_site.model.entries import (
    Calculator,
    Claim,
    Exemption,
    Figure,
    Labelled,
    Origin,
    Source,
    Statement,
    Term,
    Unit,
    Verdict,
)
from braindrain_site.model.fields import Text
from braindrain_site.model.house import Brought, Colours, DayAndNight, Fonts, House, Kind
from braindrain_site.model.record import Basis, Dispute, KnownError, Report
from braindrain_site.model.site import Site
from braindrain_site.model.tables import Column, Constraints, Sidecar
from braindrain_site.reading import records, yaml_files
from braindrain_site.texts import tags

README = (Path(__file__).parents[1] / "data" / "README.md").read_text("utf-8")
EXAMPLES = dict(re.findall(r"```yaml\n# ([\w./]+)\n(.*?)```", README, re.DOTALL))
RECORDS: dict[str, Any] = {
    "units.yaml": Unit,
    "origins.yaml": Origin,
    "sources.yaml": Source,
    "figures.yaml": Figure,
    "charts.yaml": Chart,
    "claims.yaml": Claim,
    "statements.yaml": Statement,
    "verdicts.yaml": Verdict,
    "glossary.yaml": Term,
    "exempt.yaml": Exemption,
    "changes.yaml": Amendment,
    "words.yaml": Text,
}
SINGLE: dict[str, Any] = {
    "site.yaml": Site,
    "house.yaml": House,
    "tables/by_subject.yaml": Sidecar,
    "calculator.yaml": Calculator,
}
KINDS: list[tuple[type[BaseModel], str]] = [
    (Site, "site.yaml"), (Unit, "units.yaml"), (Source, "sources.yaml"), (Figure, "figures.yaml"),
    (Basis, "figures.yaml"), (Report, "figures.yaml"), (Dispute, "figures.yaml"),
    (Origin, "origins.yaml"), (Sidecar, "tables/"), (Column, "tables/"), (Constraints, "tables/"),
    (Chart, "charts.yaml"), (Row, "charts.yaml"), (Annotation, "charts.yaml"),
    (Sides, "charts.yaml"),
    (Claim, "claims.yaml"), (Statement, "statements.yaml"), (Exemption, "exempt.yaml"),
    (Verdict, "verdicts.yaml"), (Calculator, "calculator.yaml"), (Labelled, "calculator.yaml"),
    (Term, "glossary.yaml"), (KnownError, "sources.yaml"),
    (Amendment, "changes.yaml"), (WasFigure, "changes.yaml"), (WasCell, "changes.yaml"),
    (WasSentence, "changes.yaml"),
    (House, "house.yaml"), (Kind, "house.yaml"), (Colours, "house.yaml"),
    (DayAndNight, "house.yaml"), (Fonts, "house.yaml"), (Brought, "house.yaml"),
]  # fmt: skip


def keys(kind: type[BaseModel]) -> list[str]:
    """The keys that an editor types; a grade of evidence is only what former editions had."""
    return [key for key in kind.model_fields if key != "evidence"]


def section(title: str) -> str:
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize(("kind", "title"), KINDS, ids=lambda part: getattr(part, "__name__", part))
def test_every_key_is_explained(kind: type[BaseModel], title: str) -> None:
    """In the section of its file, between backticks."""
    missing = [key for key in keys(kind) if f"`{key}`" not in section(title)]
    assert missing == []


@pytest.mark.parametrize("name", [*RECORDS, *SINGLE])
def test_examples_are_read(name: str) -> None:
    """An editor who copies an example has a file that works."""
    document = yaml_files.read(name, EXAMPLES[name])
    context = {"languages": ("en",)}
    if name in SINGLE:
        records.record(document, SINGLE[name], context)
    else:
        assert records.records(document, RECORDS[name], context)
    assert document.problems == []


@pytest.mark.parametrize(("kind", "title"), KINDS, ids=lambda part: getattr(part, "__name__", part))
def test_every_key_has_an_example(kind: type[BaseModel], title: str) -> None:
    """Shown in use, not only told of."""
    missing = [key for key in keys(kind) if not re.search(rf"\b{key}:", section(title))]
    assert missing == []


def test_every_tag_of_a_chapter_is_named() -> None:
    """And no other is promised."""
    named = set(re.findall(r"`</?([a-z]+)[ >]", section("story/ and method/")))
    assert named == {*tags.ATTRIBUTES, "details", "summary"}


def test_every_form_and_function_is_named() -> None:
    """A new form of chart or function of formulas is told to editors."""
    assert [form for form in FORMS if f"`{form}`" not in section("charts.yaml")] == []
    assert [name for name in FUNCTIONS if f"`{name}(" not in section("figures.yaml")] == []
