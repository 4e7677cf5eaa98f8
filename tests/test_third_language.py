"""A third language takes the steps of ``docs/languages.md`` and no more."""

import importlib.util
import re
from pathlib import Path

import pytest

from braindrain_site import recipe, wording
from braindrain_site.judging import interface_words
from braindrain_site.judging.draft import Draft
from braindrain_site.model.problems import Rejected
from braindrain_site.reading import default_words, loading
from tests.support import sites, small

ENGLISH = wording.words_file("en")
RULES = """
import datetime as dt
from babel.dates import format_date
from babel.numbers import format_decimal

NOT_STATED = "ohne Jahr"
TYPED_IN = (1, "")


def grouped(value, decimals):
    shown = max(0, -value.normalize().as_tuple().exponent) if decimals is None else decimals
    return cell(value, max(0, shown))


def cell(value, decimals):
    return format_decimal(value, "#,##0" + ("." + "0" * decimals if decimals else ""), locale="de")


def small(value, *, ranked):
    return None


def ordinal(number):
    return f"{number}."


def said(number, around, qualifier, about):
    before = {"about": "rund ", "over": "über ", "up_to": "bis zu ", "under": "unter "}
    return before.get(qualifier, "rund " if about else "") + around[0] + number + around[1]


def day(date):
    return format_date(date, "d. MMMM y", locale="de")


def span(moments):
    return " bis ".join(moments)


def throughout(first, last):
    return f"von {span([first, last])}"
"""


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Its rules, with its words beside them; the place of these."""
    rules = tmp_path / "german.py"
    rules.write_text(RULES, "utf-8")
    spec = importlib.util.spec_from_file_location("german", rules)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    words = rules.with_suffix(".yaml")
    words.write_text(ENGLISH.read_text("utf-8").replace('nav_story: "Story"', "nav_story: Text"))
    monkeypatch.setitem(wording._STYLES, "de", module)
    monkeypatch.setattr(wording, "LANGUAGES", (*wording.LANGUAGES, "de"))
    default_words._words.cache_clear()
    return words


def translated(tmp_path: Path) -> Path:
    """The small edition with all its texts called German."""
    data = small.copy(tmp_path / "edition")
    for path in data.rglob("*.yaml"):
        path.write_text(re.sub(r"\ben: ", "de: ", path.read_text("utf-8")), "utf-8")
    site = data / "site.yaml"
    site.write_text(site.read_text("utf-8").replace("[en]", "[de]"), "utf-8")
    for folder in ("story", "method"):
        for path in (data / folder).glob("en*"):
            path.rename(path.with_name(path.name.replace("en", "de")))
    for name in ("words.yaml", "exempt.yaml"):  # its words are those of an English idiom
        (data / name).unlink()
    return data


@pytest.mark.slow
@pytest.mark.usefixtures("german")
def test_a_story_in_it_is_built(tmp_path: Path) -> None:
    """With its numbers, days and words; comparisons are judged as conditions all the same."""
    made = sites.make(translated(tmp_path))
    story = made["index.html"].decode()
    assert '<html lang="de">' in story
    assert "3. Januar 2025" in story
    assert "rund $20.000" in made["figures/index.html"].decode()
    assert ">Text</a>" in story
    assert 'id="meanings"' not in made["method/index.html"].decode()
    assert {path: made[path] for path in made}.keys() >= {"data/figures.csv", "assets/icon.svg"}


@pytest.mark.usefixtures("german")
def test_digits_are_looked_for_and_words_are_not(tmp_path: Path) -> None:
    data = translated(tmp_path)
    small.add(data / "story/de/01-leaving.md", "\nVierzig gingen, und 41 blieben.\n")
    with pytest.raises(Rejected) as caught:
        recipe.judge(data)
    assert [each.sentence for each in caught.value.problems] == [
        '"41" is bound to no figure and no claim.'
    ]


def test_words_that_are_missing_are_named(tmp_path: Path, german: Path) -> None:
    german.write_text(re.sub(r"nav_data: .*", "", german.read_text("utf-8")), "utf-8")
    [problem] = interface_words.check(Draft(loading.load(translated(tmp_path))))
    assert problem.sentence == 'The pages need the words "nav_data" in "de".'
