"""How a text reads, and what of it a figure or a claim vouches for."""

import pytest

from braindrain_site.texts.shown import shown
from braindrain_site.texts.vouched import reading


@pytest.mark.parametrize(
    ("text", "words", "vouched"),
    [
        ("plain", "plain", []),
        ("{{ left.eun }} 떠났다", "0은 떠났다", ["0은"]),
        ("{% claim 'a' %}over {{ left }}{% endclaim %} left", "over 0 left", ["over 0"]),
        ("{% says 'a' %}They left.{% endsays %}", "They left.", []),
    ],
)
def test_in_yaml_and_in_a_chapter(text: str, words: str, vouched: list[str]) -> None:
    """The same words either way, each letter at its place."""
    for read in (reading(text), shown(text)):
        assert read.words.strip() == words
        assert [read.words[start:end] for start, end in read.vouched] == vouched
        outside = [n for n in range(len(words)) if not any(a <= n < b for a, b in read.vouched)]
        assert [text[read.place(n)] for n in outside] == [words[n] for n in outside]


def test_a_link_is_a_blank() -> None:
    read = reading('See {{ source("a") }}.')
    assert (read.words, read.vouched) == ("See  .", ())
