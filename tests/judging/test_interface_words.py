"""The list of interface words is neither short nor long."""

import re
from pathlib import Path

import pytest

from braindrain_site.judging import interface_words
from braindrain_site.judging.draft import Draft
from braindrain_site.reading import loading
from tests.support import small

ROOT = Path(__file__).parents[2]
TEMPLATES = "".join(path.read_text("utf-8") for path in (ROOT / "templates").rglob("*.html"))
CODE = "".join(
    path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py") if path.name != "interface.py"
)
FAMILIES = set(re.findall(r'words\[f?"(\w+_)["{]', TEMPLATES + CODE)) | {"formula_", "describe_"}
PAGE_WORDS = ("title", "description", "lead")


def test_templates_ask_for_no_other_words() -> None:
    """What a template prints is on the list."""
    asked = set(re.findall(r"\bwords\.([a-z]\w+)", TEMPLATES)) - {"items"}
    asked |= set(re.findall(r'words\["(\w+)"\]', TEMPLATES + CODE))
    assert asked - set(interface_words.WORDS) == set()


@pytest.mark.parametrize("key", interface_words.WORDS)
def test_every_word_is_asked_for(key: str) -> None:
    """By name, or as one of a family such as ``grade_…`` and ``…_title``."""
    named = re.search(rf'words\.{key}\b|"{key}"', TEMPLATES + CODE)
    assert named or key.startswith(tuple(FAMILIES)) or key.endswith(PAGE_WORDS)


def sentences(data: Path) -> list[str]:
    return [problem.sentence for problem in interface_words.check(Draft(loading.load(data)))]


def test_the_words_there_are_fit() -> None:
    """Nothing to tell."""
    assert sentences(small.FOLDER) == []


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("skip_to_text:", "skip:", 'need the words "skip_to_text"'),
        ("skip_to_text:", "skip:", 'Nothing uses the words "skip"'),
        ("{page} · {site}", "{page} · {where}", 'not filled in with "{where}"'),
        ("{page} · {site}", "{page} · {site", "a brace too many or too few"),
        ("Skip to the text", "Skip {all}", 'not filled in with "{all}"'),
        ("{page} · {site}", "{page!r} · {site}", 'not filled in with "{page!r}"'),
        ("{page} · {site}", "{page:9} · {site}", 'not filled in with "{page:9}"'),
        ("{page} · {site}", "{page.a} · {site}", 'not filled in with "{page.a}"'),
        ("{page} · {site}", "{{page}} · {site}", "a brace too many or too few"),
        ("{page} · {site}", "page} · {site}", "a brace too many or too few"),
    ],
)
def test_mistakes(tmp_path: Path, old: str, new: str, word: str) -> None:
    """Each at its key."""
    found = sentences(small.copy(tmp_path, ("words.yaml", old, new)))
    assert any(word in sentence for sentence in found)


def test_words_are_filled_in_by_name_only() -> None:
    """Never as a format, which can ask for attributes and for any number of letters."""
    assert ".format(" not in TEMPLATES
    assert not re.search(r"\bwords(\.|\[)[^\n]*\.format\(", CODE)
