"""Chapters become clean HTML with places for charts."""

import re
from pathlib import Path

import pytest

from braindrain_site.judging.names import PAGES
from braindrain_site.texts.binding import Binding
from braindrain_site.texts.markdown import Prose, Slot, Told, tell
from tests.support import small

ADDRESSES = {page: (f"{page}/index.html", page.title()) for page in PAGES}


def told(data: Path = small.FOLDER) -> tuple[Told, Binding]:
    edition, amounts, _ = small.judged(data)
    binding = Binding(edition, amounts, "en")
    [chapter] = tell(edition.story["en"], binding, ADDRESSES)
    return chapter, binding


def test_prose_and_charts_take_turns() -> None:
    """A chart stands between the paragraphs around it."""
    chapter, _ = told()
    assert [type(part) for part in chapter.parts] == [Prose, Slot, Prose]
    assert chapter.parts[1] == Slot("subjects")
    assert (chapter.slug, chapter.title) == ("leaving", "Leaving the school")


def test_links_to_sources_and_pages() -> None:
    """By the titles that readers know."""
    chapter, _ = told()
    last = chapter.parts[2]
    assert isinstance(last, Prose)
    assert '<a href="sources/index.html#school_report">Teachers who left</a>' in last.html
    assert '<a href="method/index.html">Method</a>' in last.html


def test_the_binding_knows_what_was_used() -> None:
    """Figures and claims, each under its chapter."""
    _, binding = told()
    assert set(binding.uses) == {"left", "share_music", "pay_away", "pay_here"}
    assert [use.where for use in binding.claims["over_twice"]] == ["Leaving the school"]


@pytest.mark.parametrize(
    ("typed", "forbidden"),
    [
        ("<script>alert(1)</script>", "<script"),
        ('<a href="javascript:alert(1)">x</a>', "javascript"),
        ('<p style="color: red" onclick="x()">x</p>', "style="),
        ('<p onclick="x()">x</p>', "onclick"),
        ("<iframe src='https://example.org'></iframe>", "iframe"),
        ("![x](https://example.org/x.png)", "<img"),
        ("[x](//example.org/x)", "example"),
        ("[x](\\\\\\\\example.org)", "example"),
        ('<a href="/\\example.org">x</a>', "example"),
        ('<a href="&#9;/&#10;/example.org">x</a>', "example"),
    ],
)
def test_nothing_active_gets_through(tmp_path: Path, typed: str, forbidden: str) -> None:
    """A contributor's text is words and links, whatever was typed."""
    data = small.copy(tmp_path, ("story/en/01-leaving.md", "In the years", typed + "\n\nIn"))
    chapter, _ = told(data)
    assert not any(forbidden in part.html for part in chapter.parts if isinstance(part, Prose))


@pytest.mark.parametrize("typed", ["\ue0000\ue001", "&#xE000;9&#57345;", "&#XE000 9&#xe001"])
def test_nobody_types_what_stands_for_a_piece(tmp_path: Path, typed: str) -> None:
    """Letters for private use say nothing, however they are written."""
    data = small.copy(tmp_path, ("story/en/01-leaving.md", "In the years", f"{typed} In the years"))
    chapter, binding = told(data)
    assert (
        sum(part.html.count('href="#r-left"') for part in chapter.parts if isinstance(part, Prose))
        == 2
    )
    assert len(binding.uses["left"]) == 2


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("`{{ left }}`", "<code><a class="),
        ("[x]({{ left }})", "<a>x</a>"),
        ("**{{ left }}**", '<strong><a class="n"'),
        ("<!-- {{ left }} -->", ""),
        ('[x](">"$](y{{ left }} ', ""),
        ('[x](https://example.org "y")', '<a href="https://example.org" title="y">x</a>'),
        ('<a id="main" class="n" href="#r-x">x</a>', '<a href="#r-x">x</a>'),
    ],
)
def test_a_figure_wherever_markdown_stands(tmp_path: Path, typed: str, html: str) -> None:
    """It is a whole link or none; what is ours is not typed."""
    data = small.copy(tmp_path, ("story/en/01-leaving.md", "In the years", f"{typed}\n\nIn"))
    chapter, _ = told(data)
    first = chapter.parts[0]
    assert isinstance(first, Prose)
    assert html in re.sub(r'<span class="own">(.*?)</span>', r"\1", first.html)
    assert "&lt;a" not in first.html
    assert not {"\ue000", "\ue001"} & {*first.html}


@pytest.mark.parametrize(
    "typed",
    [
        "<!-- {{ left }} -->",
        '<abbr title="{{ left }}">x</abbr>',
        "[x](https://example.org/{{ left }})",
        "<em {{ left }}>x</em>",
        "[x][z]\n\n[z]: https://example.org {{ left }}",
    ],
)
def test_a_use_is_where_it_is_printed(tmp_path: Path, typed: str) -> None:
    """No receipt leads back to a figure that Markdown left out."""
    data = small.copy(tmp_path, ("story/en/01-leaving.md", "In the years", f"{typed}\n\nIn"))
    chapter, binding = told(data)
    page = "".join(part.html for part in chapter.parts if isinstance(part, Prose))
    assert all(page.count(f'href="#r-{key}"') == len(uses) for key, uses in binding.uses.items())
