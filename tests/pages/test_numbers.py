"""Links to notes say numbers; what is no note of the page stays as it was."""

import pytest

from braindrain_site.pages.numbers import Numbers

NUMBERS = Numbers(["r-left", "c-over_twice", "s-said"], ["letter"])


@pytest.mark.parametrize(
    ("link", "short"),
    [
        ('<a class="n" id="n-left-1" href="#r-left">', '<a class="n" id="1" href="#n1">'),
        (
            '<a class="n" id="n-left-2" href="#r-left">',
            '<a class="n" id="1-2" href="#n1" data-note="1">',
        ),
        ('<a class="c" href="#c-over_twice">', '<a class="c" href="#n2">'),
        (
            '<a class="s" id="s-said-1" href="#s-said" aria-label="x">',
            '<a class="s" id="3" href="#n3" aria-label="x">',
        ),
        ('<a href="#r-left">', '<a href="#n1">'),
        ('<a href="#d-letter">', '<a href="#d1">'),
    ],
)
def test_a_link_says_the_number_of_its_note(link: str, short: str) -> None:
    assert NUMBERS.said(f"<p>{link}6</a></p>") == f"<p>{short}6</a></p>"


@pytest.mark.parametrize(
    "link",
    ['<a href="#leaving">', '<a class="n" id="n-pay-1" href="#r-pay">', '<a href="x.html#r-left">'],
)
def test_a_link_to_what_is_no_note_of_the_page_stays(link: str) -> None:
    assert NUMBERS.said(link) == link


def test_a_use_is_called_as_its_link() -> None:
    assert NUMBERS.use("n-left-1", "r-left") == "1"
    assert NUMBERS.use("n-left-12", "r-left") == "1-12"
    assert NUMBERS.use("n-pay-1", "r-pay") == "n-pay-1"


def test_a_page_without_notes_is_left_as_it_is() -> None:
    link = '<a class="n" href="#r-left">'
    assert Numbers().said(link) == link
