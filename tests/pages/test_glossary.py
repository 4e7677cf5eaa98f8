"""A term, an owned sentence and who is behind it, on the page."""

import json
import re
from pathlib import Path

import pytest

from braindrain_site import recipe
from braindrain_site.judging.unused import unused
from tests.support import printed, sites, small, stated
from tests.support.named import named

GLOSSARY = """school_board:
  name: {en: School board}
  text: {en: "The body that pays {{ left }}."}
  source: school_report
  at: page 1
"""
MARKED = (
    "story/en/01-leaving.md",
    "In the years",
    'The {% term "school_board" %}board{% endterm %} pays. We think so.\n\nIn the years',
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The small edition with a term that its chapter marks."""
    folder = printed.data(tmp_path, MARKED)
    (folder / "glossary.yaml").write_text(GLOSSARY, "utf-8")
    return folder


def test_a_term_leads_to_what_it_is_and_to_its_source(data: Path) -> None:
    page = named(sites.make(data)["index.html"])
    assert re.search(r'<a class="t" id="\d+" href="#g-school_board"[^>]*>board</a>', page)
    [note] = re.findall(r'<li id="g-school_board">(.*?)</li>', page, re.S)
    assert "School board" in note
    assert 'href="#r-left"' in note
    assert re.search(r'<a href="#d\d+">The school board', note)
    assert "page 1" in note


def test_a_term_that_no_chapter_marks_is_told(tmp_path: Path) -> None:
    data = small.copy(tmp_path)
    (data / "glossary.yaml").write_text(GLOSSARY, "utf-8")
    told = [problem.sentence for problem in unused(recipe.judge(data).edition)]
    assert 'No chapter uses the term "school_board" yet.' in told


def test_only_sentences_without_a_receipt_are_marked_as_ours(data: Path) -> None:
    page = sites.make(data)["index.html"].decode()
    owned = re.findall(r'<span class="own">(.*?)</span>', page, re.S)
    assert "We think so." in owned
    assert not [words for words in owned if "In the years" in words]


def test_a_foot_tells_who_they_are_as_far_as_they_say(tmp_path: Path) -> None:
    told = ("site.yaml", "languages: [en]", "languages: [en]\ncontact: {en: The door}")
    page = printed.site(tmp_path, told)["index.html"].decode()
    foot = page.partition('<footer class="foot">')[2]
    assert "<p>Contact: The door</p>" in foot
    assert "Corrections:" not in foot


def test_statements_are_published_with_who_makes_them(tmp_path: Path) -> None:
    site = sites.make(stated.state(printed.data(tmp_path)))
    [said] = [
        each for each in json.loads(site["data/statements.json"]) if each["key"] == "may_return"
    ]
    assert (said["source"], said["named"], said["sure"]) == ("school_report", "no", "may")
    assert said["at"] == {"en": "page 3"}
    assert said["who"] == {"en": "the head & teacher"}
