"""Two things cannot have one name where readers or formulas look for one."""

from pathlib import Path

import pytest

from braindrain_site.judging import taken
from braindrain_site.judging.draft import Draft
from braindrain_site.reading import loading
from tests.support import sites, small


def sentences(data: Path) -> list[str]:
    return [problem.sentence for problem in sorted(taken.check(Draft(loading.load(data))))]


def test_a_figure_cannot_be_called_as_a_table(tmp_path: Path) -> None:
    """Formulas know both by their names."""
    data = small.copy(tmp_path, ("figures.yaml", "left_music:", "by_subject:"))
    assert sentences(data) == ['"by_subject" is a table already.']


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("02-main", True),
        ("02-contents", True),
        ("02-receipts", True),
        ("02-leaving", True),
        ("02-r-left", True),
        ("02-n-left-1", True),
        ("02-h-leaving", True),
        ("02-chart-subjects", True),
        ("02-index", False),
        ("02-charts", False),
        ("02-ai-x", False),
    ],
)
def test_chapters_whose_address_is_taken(tmp_path: Path, name: str, told: bool) -> None:
    """No two places of a page have one address."""
    data = small.copy(tmp_path)
    (data / f"story/en/{name}.md").write_text("# More\n\nMore words.\n", "utf-8")
    slug = name.partition("-")[2]
    expected = [f'"{slug}" is a place on the page of the story already.'] * told
    assert sentences(data) == expected


@pytest.mark.parametrize("key", ["main", "calculated"])
def test_sources_whose_address_is_taken(tmp_path: Path, key: str) -> None:
    """The pages that list them have such places themselves."""
    data = small.copy(tmp_path)
    for path in (*data.rglob("*.yaml"), *data.rglob("*.md")):
        path.write_text(path.read_text("utf-8").replace("school_report", key), "utf-8")
    assert sentences(data) == [f'"{key}" is a place on the pages already.']


def test_no_published_file_stands_where_a_page_does(tmp_path: Path) -> None:
    """Whatever the languages, with an address or without."""
    edit = ("site.yaml", "languages:", "address: https://example.org/\nlanguages:")
    made = sites.make(small.copy(tmp_path, edit, edition=small.TWO))
    theirs = {"_headers", ".nojekyll", "favicon.ico"}  # which give way
    assert {path.partition("/")[0] for path in made} - theirs <= taken.TAKEN_AT_THE_TOP

    data = small.copy(tmp_path / "more")
    for path in ("CNAME", "ko/a.txt", "Data/a.csv", "robots.txt"):
        (data / "public" / path).parent.mkdir(parents=True, exist_ok=True)
        (data / "public" / path).touch()
    assert [sentence.partition(" is ")[0] for sentence in sentences(data)] == [
        '"Data"', '"ko"', '"robots.txt"'
    ]  # fmt: skip
