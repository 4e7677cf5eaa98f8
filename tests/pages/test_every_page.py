"""The pages: complete, linked, self-contained, and made of nothing but data and templates."""

import base64
import gzip
import hashlib
import html
import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import urldefrag

import pytest

from tests.support import printed, sites
from tests.support.named import named
from tests.support.reading import Reading

PAGES = (
    "index.html",
    "charts/index.html",
    "charts/pay/index.html",
    "charts/subjects/index.html",
    "figures/index.html",
    "sources/index.html",
    "method/index.html",
    "data/index.html",
    "search/index.html",
    "404.html",
)
LOADS = {"link": "href", "script": "src", "img": "src", "iframe": "src", "use": "href"}


@pytest.fixture(scope="module")
def site(printed_site: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return printed_site


@pytest.fixture(scope="module")
def pages(site: Mapping[str, bytes]) -> dict[str, Reading]:
    return {path: Reading(site[path]) for path in PAGES}


def test_no_page_is_missing_and_none_unexpected(site: Mapping[str, bytes]) -> None:
    frames = {f"embed/{key}/index.html" for key in ("pay", "subjects")}
    assert {path for path in site if path.endswith(".html")} == {*PAGES, *frames}


def test_every_link_leads_somewhere(site: Mapping[str, bytes], pages: dict[str, Reading]) -> None:
    for path, page in pages.items():
        for href in page.all("a", "href") + page.all("link", "href"):
            address, fragment = urldefrag(href)
            if address.startswith("https://example.org"):
                continue
            inside = address.removeprefix("/") if path == "404.html" else join(path, "..", address)
            target = normpath(inside) if address else path
            assert target in site, f"{path} links to {href}"
            if fragment:
                found = pages[target].ids
                assert fragment in found or (target, fragment) == (path, "main"), f"{path}: {href}"


def test_ids_are_unique(pages: dict[str, Reading]) -> None:
    for path, page in pages.items():
        assert not [key for key, count in Counter(page.ids).items() if count > 1], path


def test_ids_are_unique_where_all_charts_name_one_figure(tmp_path: Path) -> None:
    data = printed.data(tmp_path)
    charts = data / "charts.yaml"
    text = re.sub(r"subtitle: \{en: [^}]*\}", 'subtitle: {en: "{{ left }}"}', charts.read_text())
    charts.write_text(text)
    site = sites.make(data)
    for path in (path for path in site if path.endswith(".html")):
        ids = Reading(site[path]).ids
        assert not [key for key, count in Counter(ids).items() if count > 1], path
    assert b'id="n-left-' not in site["charts/index.html"], "nothing leads back there"


def test_pages_are_well_formed(site: Mapping[str, bytes]) -> None:
    for path, content in site.items():
        if not path.endswith(".html"):
            continue
        html = re.sub(r"<(style|script)>.*?</\1>", "", content.decode(), flags=re.S)
        assert re.findall(r"<(?![a-zA-Z/!]).{20}", html) == [], f"{path}: a sign stands bare"
        assert html.count("</figcaption>") == len(re.findall(r"</figcaption>\s*</figure>", html)), (
            f"{path}: a caption stands first or last in its figure"
        )


def test_nothing_is_loaded_from_elsewhere(
    site: Mapping[str, bytes], pages: dict[str, Reading]
) -> None:
    for path, page in pages.items():
        loaded = [value for tag, name in LOADS.items() for value in page.all(tag, name)]
        loaded += re.findall(r"url\(\"?([^\")]+)", site[path].decode())
        assert loaded
        assert not [value for value in loaded if re.match(r"(?!data:)\w+:|//", value)], path


def test_the_policy_allows_what_the_page_holds(site: Mapping[str, bytes]) -> None:
    for path in PAGES:
        html = site[path].decode()
        policy = re.findall(r'Content-Security-Policy" content="([^"]+)"', html)[0]
        policy = policy.replace("&#39;", "'")
        [style] = re.findall("<style>(.*?)</style>", html, re.S)
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert f"style-src 'self' 'sha256-{digest}';" in policy, path
        assert "script-src 'self';" in policy, path
        scripts = re.findall("<script(.*?)>(.*?)</script>", html, re.S)
        assert any(attributes.startswith(" defer ") for attributes, _ in scripts)
        for attributes, content in scripts:
            told = attributes == ' type="application/ld+json"'  # which nothing runs
            assert told or (attributes[:7], content) == (" defer ", ""), path


def test_what_pages_share_is_called_by_what_it_holds(site: Mapping[str, bytes]) -> None:
    """So that browsers may keep it for good, and every page asks for the same."""
    shared = [path for path in site if re.fullmatch(r"assets/\w+\.\w{8}\.(css|js)", path)]
    assert {path.partition(".")[0].removeprefix("assets/") for path in shared} >= {
        "below",
        "script",
    }
    for path in shared:
        digest = hashlib.sha256(site[path]).hexdigest()[:8]
        assert path.split(".")[1] == digest
        assert site[path]


def test_no_style_or_handler_stands_in_an_attribute(pages: dict[str, Reading]) -> None:
    for path, page in pages.items():
        for tag, attrs in page.elements:
            assert not [name for name in attrs if name == "style" or name.startswith("on")], (
                f"{path}: {tag} {attrs}"
            )


def test_every_page_says_what_it_is(site: Mapping[str, bytes], pages: dict[str, Reading]) -> None:
    titles = set()
    for path, page in pages.items():
        described = [a["content"] for tag, a in page.elements if a.get("name") == "description"]
        assert page.elements[0] == ("html", {"lang": "en"}), path
        assert len(described) == 1
        assert described[0]
        assert [tag for tag, _ in page.elements].count("h1") == 1
        titles.add(site[path].decode().partition("<title>")[2].partition("</title>")[0])
    assert len(titles) == len(PAGES)
    assert "Who leaves the village school" in titles


def test_the_story_holds_the_receipts_of_its_numbers_and_of_their_inputs(
    site: Mapping[str, bytes],
) -> None:
    page = Reading(named(site["index.html"]).encode())
    notes = [key for key in page.all("li", "id") if key[:2] in {"r-", "c-"}]
    assert {note for note in notes if note.startswith("r-")} == {
        "r-left", "r-share_music", "r-pay_away", "r-pay_here", "r-left_music",
    }  # fmt: skip
    claims = {a["href"][1:] for _, a in page.elements if a.get("class") == "c"}
    assert {note for note in notes if note.startswith("c-")} == claims
    assert "c-over_twice" in claims


def test_a_figure_no_page_uses_stands_with_all_figures(pages: dict[str, Reading]) -> None:
    assert "r-pay_multiple" in pages["figures/index.html"].ids
    assert "r-pay_multiple" not in pages["index.html"].ids


def test_a_receipt_leads_to_each_chapter_that_uses_it(site: Mapping[str, bytes]) -> None:
    figures = site["figures/index.html"].decode()
    note = figures.partition('id="r-pay_away"')[2].partition("</li>")[0]
    used = re.findall(r'id="([\d-]+)" href="#r-pay_away"', named(site["index.html"]))
    assert len(used) == 1, "in the text and in a headline of the same chapter"
    assert re.findall(r'href="../index.html#([\d-]+)"', note) == used


def test_the_story_says_each_thing_once(site: Mapping[str, bytes]) -> None:
    """A document whole, what a drawing shows, and what its spots say."""
    html = site["index.html"].decode()
    assert len(re.findall("<cite>A letter", html)) == 1
    assert re.search(r'<a href="#d\d+">A parent</a>', html)
    assert "<desc" not in html


def test_what_points_say_stands_once_in_a_file_of_the_story(site: Mapping[str, bytes]) -> None:
    html = site["index.html"].decode()
    assert "data-t" not in html
    [source] = re.findall(r' data-spots="([^"?]+)\?\w{8}"', html)
    spots = json.loads(site[source].decode().partition("=")[2])
    assert {*spots} == {"pay", "subjects"}
    for wide, narrow in spots.values():
        said = [each for each in re.findall(r'data-t="([^"]*)"', wide + narrow) if each]
        assert said
        assert len(said) == len({*said})


def test_links_are_called_by_the_number_of_their_note(site: Mapping[str, bytes]) -> None:
    page = Reading(named(site["index.html"]).encode())
    notes = [note for note in page.all("li", "id") if note[:2] in {"r-", "c-"}]
    links = [a for tag, a in page.elements if tag == "a" and a.get("class") in {"n", "c"}]
    assert {link["href"] for link in links} >= {"#r-pay_away", "#c-over_twice"}
    told = [link for link in links if "id" in link]
    assert {link["href"] for link in told} == {link["href"] for link in links}
    for link in told:
        number = link.get("data-note", link["id"])
        assert number == str(notes.index(link["href"][1:]) + 1)
        assert link["id"].partition("-")[0] == number


def test_a_link_to_a_note_on_another_page_has_no_number(pages: dict[str, Reading]) -> None:
    links = [a for tag, a in pages[PAGES[2]].elements if a.get("class") == "n"]
    assert links
    assert not [link for link in links if "data-note" in link or "id" in link]


def test_a_chart_stands_with_table_sources_and_data(site: Mapping[str, bytes]) -> None:
    html = site["index.html"].decode()
    figure = html.partition('id="chart-pay"')[2].partition("</figure>")[0]
    assert figure.count("<svg") == 2
    assert "Not the same school." in figure
    assert 'href="charts/pay/index.html"' in figure
    alone = site["charts/pay/index.html"].decode()
    assert '<th scope="row">In the city</th>' in alone
    assert 'href="../../data/charts/pay.csv"' in alone
    table = site["charts/subjects/index.html"].decode()
    assert 'href="../../data/tables/by_subject.json"' in table


def test_a_document_nobody_opened_says_so_wherever_it_is_named(site: Mapping[str, bytes]) -> None:
    words = "not opened by us"
    for path in ("index.html", "figures/index.html"):
        for after in site[path].decode().split("A parent, <cite>")[1:]:
            assert words in re.split("</(?:p|li)>", after)[0], path
    assert "Not opened by us" in site["sources/index.html"].decode()


@pytest.mark.parametrize(
    ("publisher", "seen"),
    [
        ("The city", "The city, December 2024; A parent"),
        ("A parent", 'A parent, December 2024, A letter <about> pay & "prices"'),
    ],
)
def test_of_several_documents_nobody_opened_this_is_said_once(
    tmp_path: Path, publisher: str, seen: str
) -> None:
    """A publisher is named once too; a title is seen only where there is no date to show."""
    site = printed.site(
        tmp_path,
        ("sources.yaml", "seen: primary", "seen: second_hand"),
        ("sources.yaml", "The school board", publisher),
    )
    page = site["charts/pay/index.html"].decode()
    figure = page.partition('id="chart-pay"')[2].partition("</figure>")[0]
    [line] = re.findall(r'<p class="small">(<a href="../../sources/index.html">.*?)</p>', figure)
    assert line.startswith('<a href="../../sources/index.html">Sources not opened by us</a>: ')
    assert figure.count("not opened by us") == 1
    shown = re.sub(r'<span class="unseen">.*?</span>', "", line)
    assert html.unescape(re.sub("<[^>]*>", "", shown)).partition(": ")[2] == seen
    assert ", Teachers who left</span></a>" in line


def test_what_editors_type_is_escaped(site: Mapping[str, bytes]) -> None:
    for path in ("index.html", "figures/index.html", "sources/index.html"):
        html = site[path].decode()
        assert "A letter &lt;about&gt; pay &amp; &#34;prices&#34;" in html, path
        assert "<about>" not in html


def test_a_changed_cell_changes_text_table_and_chart(tmp_path: Path) -> None:
    site = printed.site(
        tmp_path,
        ("tables/by_subject.csv", "music,3\nmaths,2", "music,13\nmaths,12"),
        ("figures.yaml", "value: 6", "value: 26"),
        ("figures.yaml", "as_printed: six", "as_printed: 26"),
    )
    html = site["index.html"].decode()
    assert 'href="#r-left">26 teachers</a>' in named(site["index.html"])
    table = site["charts/subjects/index.html"].decode()
    assert '<th scope="row">music</th><td class="num">13</td>' in table
    assert re.search(r"<svg.*?>13\b.*?</svg>", html, re.S)
    assert ">6 teachers<" not in html


def test_the_story_tells_until_when_sources_were_looked_for(tmp_path: Path) -> None:
    looked = ("site.yaml", "looked_until: 2025-01-02", "looked_until: 2024-06-07")
    story = printed.site(tmp_path, looked)["index.html"].decode()
    [dateline] = re.findall(r'<p class="dateline">([^<]*7 June 2024[^<]*)</p>', story)
    assert "3 January 2025" in dateline


def test_the_missing_page_finds_the_site_from_any_depth(tmp_path: Path) -> None:
    published = ("site.yaml", "languages: [en]", "languages: [en]\npath: /drain/")
    page = Reading(printed.site(tmp_path, published)["404.html"])
    for href in page.all("a", "href") + page.all("link", "href"):
        assert href.startswith(("/drain/", "#")), href


def test_templates_hold_no_words_of_their_own() -> None:
    """But for the report of changes, which no reader of the site sees."""
    for template in {*printed.TEMPLATES.glob("*.html")} - {printed.TEMPLATES / "changes.html"}:
        text = template.read_text("utf-8")
        for part in (r"\{#.*?#\}", r"\{%.*?%\}", r"\{\{.*?\}\}", r"<[^>]*>"):
            text = re.sub(part, " ", text, flags=re.S)
        assert not re.findall(r"[^\W\d_]{2,}", text), template.name


def test_licences_travel_with_the_fonts(site: Mapping[str, bytes]) -> None:
    assets = [path for path in site if path.startswith("assets/fonts/")]
    licences = {path for path in assets if path.endswith(".txt")}
    assert licences == {f"assets/fonts/OFL-{name}.txt" for name in ("Newsreader", "Pretendard")}
    assert not [path for path in assets if not path.endswith((".txt", ".woff2"))]
    page = site["index.html"].decode()
    loaded = {path for path in assets if f'"{path}"' in page}
    assert 0 < sum(len(site[path]) for path in loaded) < 150_000


def test_the_script_is_small(site: Mapping[str, bytes]) -> None:
    [script] = [path for path in site if path.startswith("assets/script.")]
    assert len(gzip.compress(site[script])) < 4_096
