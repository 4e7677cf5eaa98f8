"""Bytes to text, and the reasons why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braindrain_site.reading.encoding import decode


@given(
    st.text(
        alphabet=st.characters(exclude_categories=["Cc", "Cn", "Cs"], include_characters="\n\t")
    )
)
def test_utf8_comes_through(text: str) -> None:
    """Any text saved as UTF-8 is read as it is, unless it is blank or begins with a mark."""
    read, problems = decode("data/a.csv", text.encode())
    if text.strip() and not text.startswith("\ufeff"):
        assert (read, problems) == (text, [])
    else:
        assert problems


@given(st.binary())
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """No bytes at all can make the reader fail."""
    text, problems = decode("data/a.csv", content)
    assert isinstance(text, str)
    assert problems or text.strip()


@pytest.mark.parametrize(
    ("content", "word", "place"),
    [
        ("가,1\n".encode("cp949"), "CP949", "data/a.csv:1:1"),
        ("a,1\nb,나\n".encode("cp949"), "CP949", "data/a.csv:2:3"),
        ("a\n".encode("utf-16"), "UTF-16", "data/a.csv:1:1"),
        (b"\xef\xbb\xbfa\n", "byte-order mark", "data/a.csv:1:1"),
        (b"a\0b", "zero bytes", "data/a.csv:1:1"),
        (b"  \n\n", "empty", "data/a.csv:1:1"),
        (b"a\nb\xff\xff\xff", "not UTF-8", "data/a.csv:2:2"),
    ],
)
def test_told_what_it_is(content: bytes, word: str, place: str) -> None:
    """The sentence names the encoding, and the place is the first byte that does not fit."""
    _, [problem] = decode("data/a.csv", content)
    assert word in problem.sentence
    assert str(problem.place) == place


def test_line_ends() -> None:
    """Windows' and old Mac's line ends are the same as ours."""
    assert decode("a", b"a\r\nb\rc\n") == ("a\nb\nc\n", [])
