"""A file is made when it is asked for, and not at all where it lies there already."""

from pathlib import Path

import pytest

from braindrain_site.model.files import Files


def made(told: list[str], made_from: object) -> Files:
    """Two files of two makers; each tells when it is made."""
    files = Files()

    def make(path: str) -> bytes:
        told.append(path)
        return path.encode()

    files.add("pages", {"a.html": lambda: make("a.html")}, made_from)
    files.add("pictures", {"b.png": lambda: make("b.png")})
    return files


def test_a_file_is_made_once_and_when_asked_for() -> None:
    told: list[str] = []
    files = made(told, "words")
    assert told == []
    assert (files["a.html"], files["a.html"], len(files)) == (b"a.html", b"a.html", 2)
    assert told == ["a.html"]


def test_two_makers_of_one_path_are_a_fault_of_ours() -> None:
    files = made([], "words")
    with pytest.raises(AssertionError, match="pages and others both"):
        files.add("others", {"a.html": bytes})


@pytest.mark.parametrize(
    ("made_from", "again"), [("words", ["b.png"]), ("more", ["a.html", "b.png"])]
)
def test_what_was_made_from_the_same_is_kept(
    tmp_path: Path, made_from: str, again: list[str]
) -> None:
    """Of what is known to be made from the same alone; the rest is made again."""
    for path in ("a.html", "b.png"):
        (tmp_path / path).write_bytes(path.encode())
    told: list[str] = []
    files = made(told, made_from)
    files.keep(made([], "words").parts, tmp_path)
    assert dict(files) == {"a.html": b"a.html", "b.png": b"b.png"}
    assert told == again
