"""A skeleton is put into a file whose other letters stay."""

import pytest

from braindrain_site.reading import yaml_files
from braindrain_site.skeletons import placing
from braindrain_site.skeletons.ground import Unwritten

ENTRY = "b:\n  x: …\n"


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("a:\n  x: 1\n", "a:\n  x: 1\n\nb:\n  x: …\n", 4),
        ("a:\n  x: 1", "a:\n  x: 1\n\nb:\n  x: …\n", 4),
        ("a:\n  x: 1\n\n", "a:\n  x: 1\n\nb:\n  x: …\n", 4),
        ("a:\r\n  x: 1\r\n", "a:\r\n  x: 1\r\n\r\nb:\r\n  x: …\r\n", 4),
        ("\ufeffa: {x: 1}\n", "\ufeffa: {x: 1}\n\nb:\n  x: …\n", 3),
        ("a:\n  x: >-\n    words\n", "a:\n  x: >-\n    words\n\nb:\n  x: …\n", 5),
        ("# all\n{}\n", "# all\nb:\n  x: …\n", 2),
        ("# none yet\n", "# none yet\nb:\n  x: …\n", 2),
        ("", "b:\n  x: …\n", 1),
    ],
)
def test_an_entry_is_added_at_the_end(before: str, after: str, line: int) -> None:
    """With the line ends that the file has, and a blank line before it."""
    assert placing.appended("data/claims.yaml", before, ENTRY) == (after, line)


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("a:\n  x: 1\n", "b:\n  x: …\n\na:\n  x: 1\n", 1),
        ("# all\n\na:\n  x: 1\n", "# all\n\nb:\n  x: …\n\na:\n  x: 1\n", 3),
        ("# all\na:\n  x: 1\n", "# all\nb:\n  x: …\n\na:\n  x: 1\n", 2),
        ("# all\n\n# on a\na: {x: 1}\n", "# all\n\nb:\n  x: …\n\n# on a\na: {x: 1}\n", 3),
        ("# all\r\n\r\na: {x: 1}\r\n", "# all\r\n\r\nb:\r\n  x: …\r\n\r\na: {x: 1}\r\n", 3),
        ("# none yet\n", "# none yet\nb:\n  x: …\n", 2),
        ("", "b:\n  x: …\n", 1),
    ],
)
def test_an_entry_is_added_on_top(before: str, after: str, line: int) -> None:
    """Below what is said of the whole file, and above what is said of the first entry."""
    assert placing.on_top("data/changes.yaml", before, ENTRY) == (after, line)


@pytest.mark.parametrize("before", ["\ufeffa: {x: 1}\n", "\ufeff# all\na: {x: 1}\n"])
def test_the_mark_of_a_file_stays_its_first_letter(before: str) -> None:
    after, _ = placing.on_top("data/changes.yaml", before, ENTRY)
    assert after.startswith("\ufeff")
    assert after.count("\ufeff") == 1


@pytest.mark.parametrize("before", ["{a: {x: 1}}\n", "{\n  a: {x: 1}\n}\n"])
def test_nothing_is_added_below_braces(before: str) -> None:
    with pytest.raises(Unwritten, match="it stands between braces"):
        placing.appended("data/claims.yaml", before, ENTRY)
    with pytest.raises(Unwritten, match="it stands between braces"):
        placing.on_top("data/claims.yaml", before, ENTRY)


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("chapters: [one, two]\n", "chapters: [one, two, NEW]\n", 1),
        (
            "chapters: [one, {name: two, draft: true}]\n",
            "chapters: [one, {name: two, draft: true}, NEW]\n",
            1,
        ),
        (
            "chapters:\n  - {name: one, draft: true}\n",
            "chapters:\n  - {name: one, draft: true}\n  - NEW\n",
            3,
        ),
        ("chapters: [ 'one' ]\n", "chapters: [ 'one', NEW ]\n", 1),
        ("chapters:\n  - one\n  - two\nx: y\n", "chapters:\n  - one\n  - two\n  - NEW\nx: y\n", 4),
        ("chapters:\n- one", "chapters:\n- one\n- NEW", 3),
        ("chapters:\r\n  - one\r\n", "chapters:\r\n  - one\r\n  - NEW\r\n", 3),
        ("chapters:\n  - one  # first\n", "chapters:\n  - one  # first\n  - NEW\n", 3),
    ],
)
def test_a_chapter_is_put_at_the_end_of_the_list(before: str, after: str, line: int) -> None:
    site = yaml_files.read("data/site.yaml", before.replace("\r\n", "\n"))
    listed = after.replace("NEW", "{name: new, draft: true}")
    assert placing.listed(before, site, "new") == (listed, line)


def test_a_list_that_goes_on_takes_no_chapter() -> None:
    text = "chapters: [one, {name: two,\n  draft: true}]\n"
    with pytest.raises(Unwritten, match="one a line"):
        placing.listed(text, yaml_files.read("data/site.yaml", text), "new")


@pytest.mark.parametrize(
    ("names", "called"),
    [(["01-a.md", "02-b.md"], "03-new"), (["a.md", "b.md"], "new"), (["99-a.md"], "new")],
)
def test_a_numbered_story_goes_on(names: list[str], called: str) -> None:
    assert placing.numbered("new", [f"story/en/{name}" for name in names]) == called
