"""No link of the published site is broken: to a page, to a file, or to a place in a page."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urldefrag

import pytest

SITE = Path(__file__).parents[1] / "site"
_TAG = re.compile(r"<[a-z][^<>]*>")
_CODE = re.compile(r"<(script|style)\b[^>]*>.*?</\1>|<!--.*?-->", re.S)
_LINK = re.compile(r'\s(?:href|src|action|poster|data-more)="([^"]*)"')
_SET = re.compile(r'\ssrcset="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)")


def read(html: str) -> tuple[set[str], set[str]]:
    """The places of a page, and the addresses that it leads to."""
    tags = "".join(_TAG.findall(_CODE.sub("", html)))
    links = {*_LINK.findall(tags)}
    links |= {one.split()[0] for many in _SET.findall(tags) for one in many.split(",")}
    return {unescape(it) for it in _ID.findall(tags)}, {unescape(it) for it in links}


def broken(pages: Mapping[str, str], others: set[str]) -> Iterator[str]:
    """Each link of *pages* (path → HTML) that leads to none of them, their places or *others*."""
    found = {path: read(html) for path, html in pages.items()}
    for path, (_, links) in found.items():
        for link in links:
            address, place = urldefrag(link)
            if _ELSEWHERE.match(address):
                continue
            folder = "" if address.startswith("/") else dirname(path)
            target = normpath(join(folder, unquote(address).lstrip("/"))) if address else path
            places = found.get(target, (set[str](), None))[0]
            if target not in others and target not in found:
                yield f"{path}: {link} leads nowhere"
            elif place and unquote(place) not in places:
                yield f"{path}: {link} has no such place"


def found_broken(files: Mapping[str, bytes], top: str = "/") -> list[str]:
    pages = {
        path: files[path].decode().replace(f'="{top}', '="/')
        for path in files
        if path.endswith(".html")
    }
    assert sum(len(links) for _, links in map(read, pages.values())) > 100
    return [*broken(pages, {*files})]


def test_no_link_of_the_published_site_is_broken() -> None:
    about = (SITE.parent / "data/site.yaml").read_text("utf-8")
    top = "".join(re.findall(r"^path: (/\S*)", about, re.M)) or "/"
    paths = [path for path in SITE.rglob("*") if path.is_file()]
    assert not found_broken({it.relative_to(SITE).as_posix(): it.read_bytes() for it in paths}, top)


def test_no_link_is_broken_in_two_languages(two_site: Mapping[str, bytes]) -> None:
    assert not found_broken(two_site)


def test_no_link_is_broken_whatever_the_form_of_a_chart(forms_site: Mapping[str, bytes]) -> None:
    assert not found_broken(forms_site)


@pytest.mark.parametrize(
    "link",
    ['<a href="b.html">', '<a href="#z">', '<a href="../c/#a">', '<img srcset="x.png 2x">',
     '<a href="c/index.html#z">', '<link href="/d.css">', '<a href="c/index.html#b%20d">'],
)  # fmt: skip
def test_a_broken_link_is_found(link: str) -> None:
    pages = {"a.html": f'<p id="a">{link}', "c/index.html": '<p id="b"><script>href="#"</script>'}
    assert len([*broken(pages, {"e.css"})]) == 1


@pytest.mark.parametrize(
    "link",
    ['<a href="c/index.html#b">', '<a href="#a">', '<a href="https://example.org/z">',
     '<link href="/e.css">', '<a href="mailto:desk@example.org">', '<a href="a.html#a">'],
)  # fmt: skip
def test_a_link_that_leads_somewhere_is_none(link: str) -> None:
    pages = {"a.html": f'<p id="a">{link}', "c/index.html": '<p id="b">'}
    assert [*broken(pages, {"e.css"})] == []
