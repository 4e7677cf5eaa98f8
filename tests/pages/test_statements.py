"""A sentence that someone said, on the page: the sentence as any other, a sign, and a receipt."""

import re

import pytest

from tests.support import printed, sites, stated


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of an edition with statements, as text."""
    made = sites.make(stated.state(printed.data(tmp_path_factory.mktemp("stated"))))
    return {path: made[path].decode() for path in ("index.html", "method/index.html")}


def receipt(page: str, key: str) -> str:
    """The receipts of statements stand in the order in which the story makes them."""
    order = re.findall(r'{% says "(\w+)" %}', stated.STORY)
    note = re.findall(r'<a class="s" [^>]*href="#(n\d+)"', page)[order.index(key)]
    found = re.search(rf'<li id="{note}">(.*?)</li>', page, re.S)
    assert found
    return " ".join(re.sub(r"<[^>]*>", " ", found[1]).split())


def test_the_sentence_stays_as_it_is_and_a_sign_follows(site: dict[str, str]) -> None:
    """The sign never begins a line, and says what it is to those who only hear it."""
    assert re.search(
        r"<p>Some of them <em>may</em> return\.\u2060"
        r'<a class="s" id="(\d+)" href="#n\1" '
        r'aria-label="Source of this statement">°</a> They are gone,\na parent says\.',
        site["index.html"],
    )


def test_figures_in_it_are_links_as_ever(site: dict[str, str]) -> None:
    assert re.search(r'They could return, at <a class="n"[^>]*>', site["index.html"])


def test_each_has_one_receipt(site: dict[str, str]) -> None:
    notes = re.findall(r'<li id="n\d+">\s*<p class="phrase">Said by', site["index.html"])
    assert len(notes) == len(re.findall(r"^\w+:", stated.STATEMENTS, re.M))


def test_who_says_it_is_told_with_the_words_and_where(site: dict[str, str]) -> None:
    told = receipt(site["index.html"], "may_return")
    about = ("the head &amp; teacher", "gives no name", "possible or planned", "The school board")
    for words in (*about, "“some of them may come back”", "were checked", "page 3"):
        assert words in told
    other = receipt(site["index.html"], "they_say")
    for words in ("they all &lt;left&gt;", "were not checked", "gives the name", "a fact"):
        assert words in other
    itself = receipt(site["index.html"], "by_itself")
    assert "A parent" in itself
    assert not re.search("name|checked|“", itself.replace("A letter", ""))


def test_the_method_counts_them(site: dict[str, str]) -> None:
    said = re.search(
        r"The story has (\d+) sentences; (\d+) .* The other (\d+)", site["method/index.html"]
    )
    assert said
    every, receipted, own = map(int, said.groups())
    assert (every, own >= 1) == (receipted + own, True)
