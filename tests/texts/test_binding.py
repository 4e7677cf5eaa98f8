"""Figures in words: links, plain text, and what a text may not do."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braindrain_site.texts.binding import Binding
from tests.support import small

EDITION, AMOUNTS, _ = small.judged()


def binding() -> Binding:
    return Binding(EDITION, AMOUNTS, "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ left }} went", "6 teachers went"),
        ("{{ left.number }} of {{ left.words }}", "6 of six"),
        ("{{ pay_away }}; {{ pay_away.quantity }}", "over $50,000; $50,000"),
        ("in {{ left.period }}", "in 2021 to 2024"),
        ("left {{ left.span }}", "left from 2021 to 2024"),
        ('{% claim "over_twice" %}twice{% endclaim %} it', "twice it"),
        ("no figure & no bracket", "no figure & no bracket"),
    ],
)
def test_plain_words(text: str, expected: str) -> None:
    """For titles, descriptions and drawings."""
    assert binding().plain(text) == expected


def test_the_first_use_under_a_heading_can_be_led_back_to() -> None:
    """It has an id of its own, and the page's list knows under which heading it stands."""
    page = binding()
    page.where = "First"
    html = page.html("{{ left }} & {{ left.number }}")
    assert html == (
        '<a class="n" id="n-left-1" href="#r-left">6 teachers</a> &amp; '
        '<a class="n" href="#r-left">6</a>'
    )
    page.where = "Second"
    assert page.html("{{ left }}") == '<a class="n" id="n-left-2" href="#r-left">6 teachers</a>'
    assert [tuple(use) for use in page.uses["left"]] == [
        ("n-left-1", "First", "6 teachers"),
        (None, "First", "6"),
        ("n-left-2", "Second", "6 teachers"),
    ]


def test_a_claim_is_one_link() -> None:
    """Numbers inside a claim are words of it: a link cannot stand in a link."""
    html = binding().html('{% claim "over_twice" %}over {{ left.number }} times{% endclaim %}')
    assert html == '<a class="c" href="#c-over_twice">over 6 times</a>'


def test_receipts_on_another_page() -> None:
    """A page without receipts links to the page that has them."""
    edition, amounts, _ = small.judged()
    page = Binding(edition, amounts, "en", "../figures/index.html", "../index.html")
    assert 'href="../figures/index.html#r-left"' in page.html("{{ left }}")
    claim = '{% claim "over_twice" %}more than twice{% endclaim %}'
    assert 'href="../index.html#c-over_twice"' in page.html(claim)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ left.eun }}", "6명은"),
        ("{{ pay_away.i }}", "5만 달러 이상이"),
        ("{{ pay_away.quantity.i }}", "5만 달러가"),
        ("{{ left.number.euro }}", "6으로"),
        ("{{ left.period.eul }}", "2021~2024년을"),
        ("{{ left.span.eun }}", "2021년부터 2024년까지는"),
        ("{{ share_music.copula }}다", "50%다"),
        ("{{ left.yeot }}다", "6명이었다"),
    ],
)
def test_a_particle_follows_what_is_printed(text: str, expected: str) -> None:
    """And stands outside the link."""
    edition, amounts, _ = small.judged(small.TWO)
    page = Binding(edition, amounts, "ko")
    assert page.plain(text) == expected
    particle = page.html(text).rpartition("</a>")[2]
    assert 0 < len(particle) <= 3
    assert page.html(text).striptags().replace("\N{WORD JOINER}", "") == expected


@given(st.text(st.characters(exclude_characters="{}%#\r")))
def test_words_without_figures_are_escaped_and_no_more(text: str) -> None:
    """What an editor types is what a reader sees."""
    assert binding().html(text).unescape() == text


def test_a_doubtful_number_is_heard_as_such_once(tmp_path: Path) -> None:
    data = small.copy(
        tmp_path, ("figures.yaml", "origin: head_teacher", "disputed: {reason: {en: Not so.}}")
    )
    edition, amounts, _ = small.judged(data)
    said = Binding(edition, amounts, "en").html("{{ pay_here }}")
    [mark] = re.findall("<abbr[^>]*>", said)
    assert mark.count(edition.words["grade_disputed"]["en"]) == 1
    assert 'role="img"' in mark
