"""What is left of a text's quantities, once what is bound and what is exempt is taken away."""

import pytest

from braindrain_site.judging import unbound
from braindrain_site.texts.vouched import reading

NAMES = (("holiday", "half-term"), ("grant", "Type II"))


def left(text: str, lang: str = "en") -> list[str]:
    read = reading(text)
    return [each.words for each in unbound.find(read.words, read.vouched, lang, NAMES)[1]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ left }} left", []),
        ("{{ left.number }}.5 left", ["5"]),
        ("over {{ left }}, {{ left }} or more", ["more"]),
        ("{% claim 'a' %}more than twice{% endclaim %} as many", []),
        ("more than {% claim 'a' %}twice{% endclaim %}", ["more"]),
        ("{% claim 'a' %}three{% endclaim %} hundred", ["hundred"]),
        ("{% claim 'a' %}first{% endclaim %} and {% claim 'b' %}sixth{% endclaim %}", []),
        ("Two\n\nthree", ["Two", "three"]),
        ("the half-term and half of it", ["half"]),
        ("fifty-six half-term holidays", ["fifty-six"]),
        ("Type II and type III", ["III"]),
        ("He wrote 절반 and 쉰여섯 명.", ["절반", "쉰여섯 명"]),
    ],
)
def test_what_nothing_vouches_for(text: str, words: list[str]) -> None:
    assert left(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ left.i }} 떠났다", []),
        ("{{ left.number }}명이 {% claim 'a' %}늘었다{% endclaim %}", []),
        ("{{ left }}보다 많았다", ["보다 많았다"]),
        ("이웃보다 {% claim 'a' %}많았다{% endclaim %}", []),
        ("{{ left }}뿐이다", []),
        ("{% claim 'a' %}한 달에 한 명꼴{% endclaim %}로 떠났다", []),
        ("{% claim 'a' %}세{% endclaim %} 명이 떠났다", ["명이"]),
        ("모두 {{ left }}", []),
        ("모두 떠났고 half left", ["모두", "half"]),
    ],
)
def test_the_same_in_korean(text: str, words: list[str]) -> None:
    assert left(text, "ko") == words


def test_exemptions_are_counted_where_they_are_needed() -> None:
    """Not where their words are bound, nor where they hold no quantity."""
    text = "half-term, {% claim 'a' %}half-term{% endclaim %}, half-term"
    read = reading(text)
    assert unbound.find(read.words, read.vouched, "en", NAMES) == (("holiday", "holiday"), ())
    assert unbound.find("a plain word", (), "en", (("plain", "plain"),)) == ((), ())
    keys, [found] = unbound.find("56%/plan", (), "en", (("plan", "/plan"),))
    assert (keys, found.words) == ((), "56")
    keys, [found] = unbound.find("plan (절반)", (), "en", (("plan", "plan ("),))
    assert (keys, found.words) == ((), "절반")


def test_a_language_of_no_grammar_is_asked_for_its_digits_alone() -> None:
    """Its words may be spelled as another language's numbers are."""
    keys, [found] = unbound.find("Half all 절반 56", (), "de", ())
    assert (keys, found.words) == ((), "56")
