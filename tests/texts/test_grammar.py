"""What an editor writes is read by a closed grammar and never run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braindrain_site.texts.grammar import parse
from braindrain_site.texts.pieces import Bound, Call, Claim, Plain, Said


def test_all_there_is() -> None:
    """Words, figures in their forms, calls and claims, each with the place of its key."""
    text = 'a {{ b }}{{ c.words.eul }}{% claim "d" %}e {{ f }}{% endclaim %}{{ page("g") }}'
    assert parse(text).pieces == (
        Plain("a ", 0),
        Bound("b", None, None, text.index("b ")),
        Bound("c", "words", "eul", text.index("c.")),
        Claim(
            "d",
            (Plain("e ", text.index("e {")), Bound("f", None, None, text.index("f }"))),
            text.index('d"'),
        ),
        Call("page", "g", text.index('g"')),
    )
    assert [piece.key for piece in parse(text).named()] == ["b", "c", "d", "f", "g"]


@pytest.mark.parametrize(
    "text", ["{{left}}", "{{\u00a0left\u00a0}}", "{{\n  left\n}}", "{{ left }}"]
)
def test_white_space_between_brackets_is_free(text: str) -> None:
    """Also a line end and a space that does not break."""
    [piece] = parse(text).pieces
    assert isinstance(piece, Bound)
    assert piece.key == "left"


@pytest.mark.parametrize("text", ["a { b } c", "}} %} #}", "{ {left} }", "a {b} {", "100 % {5%}"])
def test_braces_that_are_no_brackets_stay_words(text: str) -> None:
    """What a reader sees is what was typed."""
    assert parse(text).pieces == (Plain(text, 0),)
    assert not parse(text).mistakes


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ('{{ page("a", x=1) }}', 0, "cannot calculate"),
        ('{{ page("a" * 4000000000) }}', 0, "cannot calculate"),
        ('{{ page("a", x=7**99999999) }}', 0, "cannot calculate"),
        ('{{ source("a").title }}', 0, "cannot calculate"),
        ('{{ page("a") + 1 }}', 0, "cannot calculate"),
        ('{{ page("a\\"b") }}', 0, "cannot calculate"),
        ("{{ a and b }}", 0, "cannot calculate"),
        ("{{ 'a' }}", 0, "how a figure is named"),
        ("{{ [a] }}", 0, "cannot calculate"),
        ('{% call page("a") %}b{% endcall %}', 0, "cannot calculate"),
        ('{% call claim("a", x=1) %}b{% endcall %}', 0, "cannot calculate"),
        ('{% claim "a", x=1 %}b{% endclaim %}', 0, "cannot calculate"),
        ("{% set a = 1 %}", 0, "cannot calculate"),
        ("{% raw %}<b>{% endraw %}", 0, "cannot calculate"),
        ("{{ (" + "(" * 5000 + " }}", 0, "cannot calculate"),
        ("{{ " + "9" * 5000 + " }}", 0, "cannot calculate"),
        ("{{}}", 0, "cannot be read"),
        ("{{- left -}}", 0, "cannot be read"),
        ('{%- claim "a" %}', 0, "cannot be read"),
        ("{{{ left }}}", 0, "how a figure is named"),
        ("{" * 900, 0, "cannot be read"),
        ("a {{ b {{ left }}", 2, "not closed"),
        ("a {{ left %}", 2, "how a figure is named"),
        ("a { my_left }} b", 2, "how a figure is named"),
        ("a ｛｛ left ｝｝ b", 2, "how a figure is named"),
        ("a {{ my-left }} b", 2, "how a figure is named"),
        ("a {{ my\\_left.number }} b", 2, "how a figure is named"),
        ('a {% claim "b" %}c', 2, "not closed"),
        ('a {% claim "b" %}c {% claim "d" %}e{% endclaim %}', 2, "not closed"),
        ('a {% claim "b" %}c\n\nd{% endclaim %}', 2, "empty line"),
        ('a {% claim "b" %} {% endclaim %}', 2, "no words"),
        ("a {% claim “b” %}c{% endclaim %}", 2, "how a claim begins"),
        ('a {% claim "b %}c{% endclaim %}', 2, "how a claim begins"),
        ('a {% Claim("b") %}c{% endclaim %}', 2, "how a claim begins"),
        ('a {{ claim "b" }}c{% endclaim %}', 2, "how a claim begins"),
        ('a { claim "b" %}c{% endclaim %}', 2, "how a claim begins"),
        ('a {％ claim "b" ％}c{% endclaim %}', 2, "how a claim begins"),
        ('a {% claim "b" %}c{% end claim %}', 18, "how a claim ends"),
        ("a {% says “b” %}C.{% endsays %}", 2, "how a statement begins"),
        ('a {% says "b" %}C.{% end says %}', 18, "how a statement ends"),
        ('a {% claim "b" %}c{% /claim %}', 18, "how a claim ends"),
        ('a {% claim "b" %}c{% endclaim "b" %}', 18, "how a claim ends"),
        ('a {% claim "b" %}c{{ endclaim }}', 18, "how a claim ends"),
        ('a {% claim "b" %}c{% endclaim }', 18, "how a claim ends"),
        ("a {{ source(“b”) }}", 2, "how a source is named"),
        ('{{ Chart "b" }}', 0, "how a chart is named"),
        ("{{ page: b }}", 0, "how a page is named"),
        ("a {# b #} c", 2, "no comments"),
        ("a {# b", 2, "no comments"),
        ("a {% endclaim %}", 2, "No claim is open"),
        ('{% claim "a" %}{% claim "b" %}c{% endclaim %}{% endclaim %}', 15, "cannot stand in"),
        ('{% claim "a" %}{{ chart("b") }}{% endclaim %}', 18, "cannot hold a chart"),
        ("{% claim a %}b{% endclaim %}", 9, "between quotes"),
    ],
)
def test_all_else_is_one_mistake(text: str, at: int, word: str) -> None:
    """Told where it opens, in a sentence."""
    [mistake] = parse(text).mistakes
    assert mistake.at == at
    assert word in mistake.sentence


@given(st.text(st.sampled_from("{}%# leftclaimchart.()\"'\n-|")))
def test_any_text_is_read_and_no_word_of_it_lost(text: str) -> None:
    """Nothing ends in a traceback, and each piece of words is what stands at its place."""
    parsed = parse(text)
    words = [piece for piece in parsed.pieces if isinstance(piece, Plain)]
    assert all(text[word.at :].startswith(word.text) for word in words)
    assert parsed.mistakes or not any(sign in word.text for word in words for sign in ("{{", "{#"))


def test_many_open_brackets_are_read_once() -> None:
    """Work grows with the text, not with its square: this took minutes otherwise."""
    assert len(parse("{{ a " * 20_000).mistakes) == 20_000


def test_a_statement_is_text_with_a_beginning_and_an_end() -> None:
    """What is between stays what it is: words, figures, links."""
    text = 'So. {% says "a" %}By {{ left }}, {{ source("b") }}.{% endsays %} '
    text += "{% says 'c' %}d{% endsays %}"
    parsed = parse(text)
    kinds = [type(piece).__name__ for piece in parsed.pieces]
    assert kinds == ["Plain", "Says", "Plain", "Bound", "Plain", "Call", "Plain", "Said", "Plain",
                     "Says", "Plain", "Said"]  # fmt: skip
    assert [piece.key for piece in parsed.named()] == ["a", "left", "b", "c"]
    said = [piece for piece in parsed.pieces if isinstance(piece, Said)]
    assert [text[each.began :].startswith("{% says") for each in said] == [True, True]
    assert [text[each.at :].startswith("{% endsays") for each in said] == [True, True]
    assert parsed.mistakes == ()
