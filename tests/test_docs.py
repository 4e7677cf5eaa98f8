"""What the documents say of the code is so: every file and every verb of make that they name."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/braindrain_site"
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "data/README.md", "docs/architecture.md"]
DOCUMENTS += ["docs/publishing.md", "docs/what-is-held.md"]
DOCUMENTS += [f"docs/why/{path.name}" for path in sorted((ROOT / "docs/why").glob("*.md"))]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_is_named_is_there(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    named = set(re.findall(r"`((?:[\w.-]+/)+[\w.-]+\.(?:py|md|yaml|html|css|js|txt))`", text))
    placeholders = {name for name in named if "NAME" in name or "NN-" in name}
    missing = [
        name for name in sorted(named - placeholders)
        if not any((base / name).exists() for base in (ROOT, SOURCE, ROOT / "data"))
    ]  # fmt: skip
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_leads_somewhere(document: str) -> None:
    place = (ROOT / document).parent
    text = re.sub(r"`[^`]*`", "", (ROOT / document).read_text("utf-8"))  # what is shown to write
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text)
    assert [link for link in links if not (place / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_verb_of_make_is_one(document: str) -> None:
    verbs = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    text = (ROOT / document).read_text("utf-8")
    assert set(re.findall(r"`make ([a-z]+)", text)) <= verbs


def test_what_is_held_is_held_by_a_test() -> None:
    text = (ROOT / "docs/what-is-held.md").read_text("utf-8")
    rows = re.findall(r"^\| (?!what is held)[^|]+ \| (.+) \|$", text, re.M)
    named = [re.fullmatch(r"`(tests/[\w/]+\.py)::(test_\w+)`", row) for row in rows]
    assert len(rows) > 60
    assert [row for row, at in zip(rows, named, strict=True) if not at] == []
    missing = [
        at[0] for at in named if at and f"def {at[2]}(" not in (ROOT / at[1]).read_text("utf-8")
    ]
    assert missing == []
