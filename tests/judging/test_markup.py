"""What a chapter can lead to is what the pages hold, and no place has the name of another."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from braindrain_site.judging import markup
from braindrain_site.judging.draft import Draft
from tests.support import small

STORY = "story/en/01-leaving.md"


def told(data: Path) -> list[tuple[str, str]]:
    edition, *_ = small.judged(data)
    return [(str(each.place), each.sentence) for each in markup.check(Draft(edition))]


def test_the_places_that_links_may_name_are_there(two_site: Mapping[str, bytes]) -> None:
    """On every page; a receipt of the story is there once something leads to it."""
    edition, *_ = small.judged(small.TWO)
    anchors = markup._anchors(edition, "en")
    for path, places in markup._paths(edition, anchors):
        ids = re.findall(r' id="([^"]*)"', two_site[path].decode())
        for place in places:
            told = path.endswith("index.html") and place.startswith("r-")
            if not told and not place.endswith(("-school_report", "-calculated")):  # empty groups
                assert place in ids, f"{path}#{place}"


def test_no_id_stands_twice_on_a_page(two_site: Mapping[str, bytes]) -> None:
    """A link finds the first only."""
    for path in (path for path in two_site if path.endswith(".html")):
        ids = re.findall(r' id="([^"]*)"', two_site[path].decode())
        assert len(ids) == len(set(ids)), path


def test_footnotes_of_two_chapters_have_their_own_ids(tmp_path: Path) -> None:
    """Whatever they are called in the text."""
    data = small.copy(tmp_path, (STORY, "In the years", "So.[^a]\n\n[^a]: x\n\nIn the years"))
    (data / "story/en/02-more.md").write_text("# More\n\nSo.[^a]\n\n[^a]: y\n", "utf-8")
    assert told(data) == []


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("# Leaving **the** school", 11),
        ("# Leaving *the* school", 11),
        ("# Leaving `the` school", 11),
        ("# Leaving [the](https://example.org) school", 15),
        ("# Leaving <b>the</b> school", 11),
        ("# Leaving the school #", 21),
        ("# Leaving &amp; school", 11),
        ("# 학교를 _떠난_ 사람", 7),
    ],
)
def test_marks_in_the_heading_of_a_chapter(tmp_path: Path, heading: str, column: int) -> None:
    """It stands in the contents, in titles and in cards: as plain words."""
    data = small.copy(tmp_path, (STORY, "# Leaving the school", heading))
    [(place, sentence)] = told(data)
    assert place == f"data/{STORY}:1:{column}"
    assert "plain words" in sentence


@pytest.mark.parametrize("heading", ["# A < B", "# R&D: 5 * 3", "# snake_case_name", "# C# or F#?"])
def test_signs_in_the_heading_of_a_chapter(tmp_path: Path, heading: str) -> None:
    """They are words."""
    assert told(small.copy(tmp_path, (STORY, "# Leaving the school", heading))) == []


def test_a_link_from_a_translation(tmp_path: Path) -> None:
    """It starts from the folder of its language."""
    data = small.copy(
        tmp_path,
        ("story/ko/leaving.md", "참조.", "참조. [가](method/index.html) [나](../data/figures.csv)"),
        edition=small.TWO,
    )
    assert told(data) == []
    text = (data / "story/ko/leaving.md").read_text("utf-8")
    (data / "story/ko/leaving.md").write_text(text.replace("../data", "data"), "utf-8")
    [(_, sentence)] = told(data)
    assert sentence == 'This site has no page "data/figures.csv".'


def test_a_link_to_a_file_that_is_published_as_it_is(tmp_path: Path) -> None:
    """By its name in ``public/``."""
    data = small.copy(tmp_path, (STORY, "In the years", "[x](report/a.pdf)\n\nIn the years"))
    assert told(data) == [(f"data/{STORY}:3:1", 'This site has no page "report/a.pdf".')]
    (data / "public/report").mkdir(parents=True)
    (data / "public/report/a.pdf").write_bytes(b"x")
    assert told(data) == []
