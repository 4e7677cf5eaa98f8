"""The schemas let pass what the build lets pass, and mark common mistakes while they are typed."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from braindrain_site.reading import loading
from braindrain_site.schemas.files import schemas
from braindrain_site.schemas.keeping import keep_schemas
from tests.support import small

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "data/README.md").read_text("utf-8")
SCHEMAS = schemas(loading.load(small.TWO), GUIDE)


class Yaml12(yaml.CSafeLoader):
    """Reads as editors of YAML 1.2 do: ``yes`` and 2024-05-01 are words."""


Yaml12.yaml_implicit_resolvers = {
    letter: [
        (tag, re.compile("^(?:true|false)$") if tag.endswith(":bool") else pattern)
        for tag, pattern in found
        if not tag.endswith(":timestamp")
    ]
    for letter, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def marked(name: str, text: str) -> list[str]:
    """What is marked in *text*, which is what the file *name* holds."""
    content: Any = yaml.load(text, Yaml12)
    return [error.message for error in Draft202012Validator(SCHEMAS[name]).iter_errors(content)]


def schema_of(path: Path, data: Path) -> str:
    return "tables.yaml" if path.parent.name == "tables" else path.relative_to(data).as_posix()


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_it_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("data", [small.TWO, ROOT / "data"], ids=["two", "site"])
def test_what_is_published_passes(data: Path) -> None:
    known = schemas(loading.load(data), GUIDE)
    for path in sorted(data.rglob("*.yaml")):
        content = yaml.load(path.read_text("utf-8"), Yaml12)
        Draft202012Validator(known[schema_of(path, data)]).validate(content)


def test_keys_are_described_as_in_the_guide() -> None:
    figure = SCHEMAS["figures.yaml"]["additionalProperties"]["properties"]
    assert figure["label"]["description"] == "what is counted, as it reads after the number"
    chart = SCHEMAS["charts.yaml"]["additionalProperties"]["properties"]
    assert "description" in chart["headline"]
    assert chart["form"]["enum"][:2]


MISTAKES = {
    "a key that is none": ("figures.yaml", "value:", "valeu:"),
    "a unit nobody wrote": ("figures.yaml", "unit: teachers", "unit: techers"),
    "a source nobody wrote": ("figures.yaml", "source: school_report", "source: report"),
    "an origin nobody wrote": ("figures.yaml", "origin: head_teacher", "origin: head"),
    "a qualifier that is none": ("figures.yaml", "qualifier: about", "qualifier: around"),
    "a language that is missing": ("figures.yaml", ', ko: "떠난 교사"', ""),
    "a language too many": ("figures.yaml", ', ko: "떠난 교사"', ', ko: "떠난", kr: "교사"'),
    "a text without languages": (
        "figures.yaml", '{en: teachers who left, ko: "떠난 교사"}', "teachers"
    ),
    "a number with a comma": ("figures.yaml", "value: 6", 'value: "6,000"'),
    "a number in words": ("figures.yaml", "value: 6", "value: six"),
    "a number with a sign": ("figures.yaml", "value: 20000", "value: $20000"),
    "a value and a formula": ("figures.yaml", "value: 6", "value: 6\n  formula: 3 + 3"),
    "neither a value nor a formula": ("figures.yaml", "  value: 6\n", ""),
    "a value without a place": ("figures.yaml", "  at: {en: page 1, ko: 1쪽}\n", ""),
    "a period in words": ("figures.yaml", "period: 2024", "period: last year"),
    "a period of no month": ("figures.yaml", "period: 2021/2024", "period: 2021-13/2024"),
    "a period of two digits": ("figures.yaml", "period: 2024", "period: 24"),
    "a name with capitals": ("figures.yaml", "pay_here:", "Pay_Here:"),
    "more digits than there are": ("figures.yaml", "unit: times", "unit: times\n  digits: 12"),
    "something still to be written": ("figures.yaml", "source: school_report", "source: …"),
    "digits that are no number": ("figures.yaml", "unit: times", "unit: times\n  digits: few"),
    "a form that is none": ("charts.yaml", "form: bar", "form: pie"),
    "a table nobody wrote": ("charts.yaml", "table: by_subject", "table: by_subjects"),
    "a table and rows": ("charts.yaml", "  form: bar\n", "  form: bar\n  rows: [{figure: left}]\n"),
    "neither a table nor rows": ("charts.yaml", "  table: by_subject\n", ""),
    "a headline forgotten": ("charts.yaml", "headline:", "heading:"),
    "a claim without a condition": ("claims.yaml", "holds:", "hold:"),
    "a claim on what is none": ("claims.yaml", "  holds: pay", "  on: everything\n  holds: pay"),
    "a day that is none": ("sources.yaml", "retrieved: 2025", "retrieved: in 2025"),
    "a month that is none": ("sources.yaml", "retrieved: 2025-01", "retrieved: 2025-13"),
    "a kind that is none": ("sources.yaml", "kind: report", "kind: reprot"),
    "seen in no way": ("sources.yaml", "seen: ", "seen: we "),
    "an address without its beginning": (
        "sources.yaml", "https://", "",
    ),
    "a title forgotten": ("tables.yaml", "title:", "name:"),
    "a type that is none": ("tables.yaml", "type: integer", "type: count"),
    "a switch that is neither": ("units.yaml", "print:", "ordinal: maybe\n  print:"),
    "a unit without the number": ("units.yaml", '"{} teachers"', '"teachers"'),
    "a scale of zero": ("units.yaml", "scale: 0.01", "scale: 0"),
    "a chapter listed by its number": ("site.yaml", "chapters: [leaving", "chapters: [01-leaving"),
    "a path without its strokes": ("site.yaml", "title:", "path: drain\ntitle:"),
    "languages as words": ("site.yaml", "languages: [en, ko]", "languages: en, ko"),
    "an interface word that is none": ("words.yaml", "nav_story:", "nav_storey:"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_marked(name: str, old: str, new: str) -> None:
    file = "tables/by_subject.yaml" if name == "tables.yaml" else name
    text = (small.TWO / file).read_text("utf-8")
    assert marked(name, text) == []
    assert old in text
    assert marked(name, text.replace(old, new, 1)) != []


HEADLINE = ', ko: "{{ left }} 가운데 {% claim \\"half_music\\" %}절반{% endclaim %}은 음악 교사"}'
DRAFTS = {
    "a figure": ("figures.yaml", "left:\n", ', ko: "떠난 교사"', ""),
    "a place": ("figures.yaml", "left:\n", "at: {en: page 1, ko: 1쪽}", "at: {ko: 1쪽}"),
    "a chart": ("charts.yaml", "subjects:\n", HEADLINE, "}"),
}


@pytest.mark.parametrize(("name", "entry", "old", "new"), DRAFTS.values(), ids=DRAFTS)
def test_a_draft_may_lack_a_translation(name: str, entry: str, old: str, new: str) -> None:
    """And nothing else: other mistakes are marked in it as ever."""
    text = (small.TWO / name).read_text("utf-8")
    assert old in text
    short = text.replace(old, new, 1)
    assert len(marked(name, short)) == 1
    draft = f"{entry}  draft: true\n"
    assert marked(name, short.replace(entry, draft, 1)) == []
    assert marked(name, short.replace(entry, f"{draft}  lable: x\n", 1)) != []
    assert marked(name, short.replace(entry, draft.replace("true", "false"), 1)) != []
    nothing = re.sub(r"(label|headline): \{.*\}", r"\1: {}", short, count=1)
    assert marked(name, nothing.replace(entry, draft, 1)) != []


def test_they_are_kept_where_the_editor_looks(tmp_path: Path) -> None:
    small.copy(tmp_path, edition=small.TWO)
    keep_schemas(tmp_path, loading.load(small.TWO))
    wired = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    kept = {f"./.cache/schemas/{path.name}" for path in tmp_path.glob(".cache/schemas/*.json")}
    assert kept == set(wired)
