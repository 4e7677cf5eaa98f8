"""Bytes to text, and the reasons why not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braindrain_site.reading import letters
from braindrain_site.reading.encoding import decode


@given(
    st.text(
        alphabet=st.characters(exclude_categories=["Cc", "Cn", "Cs"], include_characters="\n\t")
    )
)
def test_utf8_comes_through(text: str) -> None:
    """Any text saved as UTF-8 is read, its letters whole, unless it is blank or hides some."""
    read, problems = decode("data/a.csv", text.encode())
    if text.strip() and not letters.HIDDEN.search(text.removeprefix("\ufeff")):
        assert (read, problems) == (unicodedata.normalize("NFC", text.removeprefix("\ufeff")), [])
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
        ("시도,1\n".encode("cp949"), "CP949", "data/a.csv:1:1"),
        ("a,1\nb,부산\n".encode("cp949"), "CP949", "data/a.csv:2:3"),
        ("a\n".encode("utf-16"), "UTF-16", "data/a.csv:1:1"),
        (b"PK\x03\x04\x14\0", "a workbook or a document", "data/a.csv:1:1"),
        (b"a\n\xef\xbb\xbfb\n", "byte-order mark", "data/a.csv:2:1"),
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


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("région,montant\nà côté,3\n", "cp1252"),
        ("Größe,Öl\nÄÖÜ,1\n", "cp1252"),
        ("Łódź,Kraków\n", "cp1250"),
        ("Россия,Москва\n", "cp1251"),
        ("日本,韓国\nひらがな,1\n", "shift_jis"),
        ("日本,韓国\nひらがな,1\n", "euc_jp"),
        ("韩国,中国人民大学教授离开\n", "gbk"),
        ("韓國,教授\n", "big5"),
        ("가,1\n", "cp949"),
    ],
)
def test_what_is_not_certain_is_not_named(text: str, encoding: str) -> None:
    """Most bytes can be read as several encodings; one syllable is not enough either."""
    _, [problem] = decode("data/a.csv", text.encode(encoding))
    assert problem.sentence == "This file is not UTF-8 text from here on."


def test_what_is_taken() -> None:
    """A mark at the beginning, and letters in pieces, as macOS keeps them in names."""
    assert decode("a", b"\xef\xbb\xbfa,b\n") == ("a,b\n", [])
    pieces = unicodedata.normalize("NFD", "음악 교사 café")
    assert len(pieces) > len("음악 교사 café")
    assert decode("a", pieces.encode()) == ("음악 교사 café", [])


def test_line_ends() -> None:
    """Windows' and old Mac's line ends are the same as ours."""
    assert decode("a", b"a\r\nb\rc\n") == ("a\nb\nc\n", [])
