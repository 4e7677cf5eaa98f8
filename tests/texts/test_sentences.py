"""The sentences of a chapter: what counts as one, which have a receipt, and where each stands."""

import pytest

from braindrain_site.texts.sentences import sentences, typed


def told(text: str, lang: str = "en") -> list[tuple[str, bool]]:
    return [(each.words, each.has_receipt) for each in sentences(text, lang)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is so. {{ left }} left.", [("It is so.", False), ("… left.", True)]),
        ('{% claim "a" %}All of them left.{% endclaim %} So.', [("….", True), ("So.", False)]),
        ('{% says "a" %}They *go*.{% endsays %} We stay. {% says "b" %}So they do.{% endsays %}',
         [("They go.", True), ("We stay.", False), ("So they do.", True)]),
        ('{% says "a" %}They go. They come.{% endsays %} So.',
         [("They go.", True), ("They come.", True), ("So.", False)]),
        ('By {{ source("a") }}. On {{ page("method") }}.', [("By ….", True), ("On ….", False)]),
        ("See [it](https://example.org). See [this](#pay).",
         [("See it.", True), ("See this.", False)]),
        ("## A heading.\n\n| A. | B. |\n|---|---|\n| C. | D. |\n\n```\nCode. More.\n```", []),
        ("- **Pay.** It is low.\n- a few words;\n- and more.\n- Evaluation\n- Who *is* it?",
         [("It is low.", False), ("Who is it?", False)]),
        ("**Pay.** It is low", [("It is low", False)]),
        ("So.<br>And so.[^a] So?\n\n[^a]: {{ left }}",
         [("So.", False), ("And so.", False), ("So?", False), ("…", True)]),
        ("**It is low.**", [("It is low.", False)]),
        ("> It is so,\n> he said.\n\nSo.[^a]\n\n[^a]: A note.",
         [("It is so, he said.", False), ("So.", False), ("A note.", False)]),
    ],
)  # fmt: skip
def test_what_is_a_sentence_and_has_a_receipt(text: str, expected: list[tuple[str, bool]]) -> None:
    assert told(text) == expected


def test_korean() -> None:
    text = '{{ left.i }} 떠났다. 왜 떠났나. {% says "a" %}돌아올 수 있다.{% endsays %}\n\n- 지원'
    expected = [("… 떠났다.", True), ("왜 떠났나.", False), ("돌아올 수 있다.", True)]
    assert told(text, "ko") == expected


def test_each_stands_where_it_was_typed() -> None:
    text = (
        'So.\n\n{% says "a" %}They *may* go.{% endsays %} {{ left }} did.\n\n- **Pay.** Low it is.'
    )
    found = [each.at for each in sentences(text, "en")]
    assert found[:2] + found[3:] == [text.index(words) for words in ("So.", "They", "Low")]
    assert text.index(".{% endsays") < found[2] <= text.index(" }}")


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("{{ a }} of the U.S. House\nleft. So.", "en",
         ["{{ a }} of the U.S. House\nleft.", "So."]),
        ('“{% claim "a" %}It is.{% endclaim %}” {% says "b" %}Is it?{% endsays %} So', "en",
         ['“{% claim "a" %}It is.{% endclaim %}”', '{% says "b" %}Is it?{% endsays %}', "So"]),
        ("One\n \nTwo. {{ b.eul }}", "en", ["One", "Two.", "{{ b.eul }}"]),
        ("2024. 3. 1. {{ a }} 떠났다. 왜?", "ko", ["2024. 3. 1. {{ a }} 떠났다.", "왜?"]),
        ("", "en", []),
    ],
)  # fmt: skip
def test_sentences_as_they_were_typed(text: str, lang: str, expected: list[str]) -> None:
    """They end where those that readers see end."""
    assert [text[start:end] for start, end in typed(text, lang)] == expected
