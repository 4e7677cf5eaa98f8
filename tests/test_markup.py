"""Whatever an editor types is text: no page has an element or an attribute that came from it.

One site is made with harmless words in every text of every file, one with words that try to be
markup. Both must be made of the same elements and attributes.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from braindrain_site import recipe
from braindrain_site.judging import headlines
from braindrain_site.model.problems import Rejected
from tests.support import small
from tests.support.sites import make

EVIL = (
    """ <b id=zq>&"'</b><script>zq</script><iframe src=//zq></iframe><img src=x onerror=zq>"""
    """ " onmouseover="zq" x=' onfocus='zq </title></textarea></style></svg><svg onload=zq>"""
    """ <meta http-equiv=refresh content=zq><form action=zq><a href="javascript:zq">zq</a>"""
    """ [zq](javascript:zq) <style>zq</style> <!-- zq ]]> &lt;script&gt; \\" {zq} __zq__ ${zq}"""
)
HARMLESS = " zq and words that are as long and mean nothing at all" * 5
SMUGGLED = "{# {{ #}<script>zq</script>{# }} #}"
NOTED = {
    "figures.yaml": {
        "pay_here": {
            "note": {"en": "A note.", "ko": "주석."},
            "caveat": {"en": "Beside {{ left }}.", "ko": "{{ left }} 옆."},
            "also": [{"source": "school_report", "at": {"en": "p. 9", "ko": "9쪽"}}],
            "disputed": {"by": "pay_away", "reason": {"en": "Not so.", "ko": "아니다."}},
            "as_printed": "around 20,000",
            "basis": {"population": "all", "edition": "an edition"},
        },
        "all_left": {
            "label": {"en": "all who left", "ko": "떠난 모두"},
            "unit": "teachers",
            "formula": 'sum(by_subject.teachers[by_subject.subject == "music"])',
        },
    },
    "sources.yaml": {
        "school_report": {
            "licence": {"en": "CC", "ko": "CC"},
            "note": {"en": "A note.", "ko": "주석."},
            "seen_at": {"en": "a copy", "ko": "사본"},
        },
    },
    "claims.yaml": {"over_twice": {"caveat": {"en": "Rents differ.", "ko": "집세는 다르다."}}},
    "charts.yaml": {
        "subjects": {
            "notes": {"en": "A note.", "ko": "주석."},
            "caveat": {"en": "With care.", "ko": "주의."},
            "choice": {"en": "Bars", "ko": "막대"},
            "switch": {"en": "Show", "ko": "보기"},
            "annotations": [{"at": "music", "text": {"en": "a choir", "ko": "합창단"}}],
        },
        "pay": {
            "form": "bar",
            "rows": [
                {
                    "figure": key,
                    "label": {"en": key, "ko": key},
                    "series": {"en": "Pay", "ko": "봉급"},
                }
                for key in ("pay_here", "pay_away")
            ],
            "choice": {"en": "Pay", "ko": "봉급"},
            "headline": {"en": "Pay", "ko": "봉급"},
            "subtitle": {"en": "Pay", "ko": "봉급"},
            "caveat": {"en": "With care.", "ko": "주의."},
        },
    },
    "tables/by_subject.yaml": {
        "note": {"en": "A note.", "ko": "주석."},
        "basis": {"population": "all", "edition": "an edition"},
    },
}
"""What the edition in two languages lacks: every text that an editor may leave out."""
MARKDOWN = {("a",), ("p",), ("strong",), ("span", "class")}
"""What Markdown may make of words in a chapter: elements that say nothing but how they look, and
what marks a sentence as our own."""
FREE = {"en", "ko", "as_printed", "population", "edition"}
"""Keys whose values are words of any kind."""


def read(data: Path) -> dict[str, Any]:
    """Every YAML file below *data*, its texts as typed."""
    paths = sorted(data.rglob("*.yaml"))
    return {
        path.relative_to(data).as_posix(): yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        for path in paths
    }


def write(data: Path, name: str, content: Any) -> None:
    (data / name).write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")


def merged(one: Any, other: Any) -> Any:
    if not isinstance(one, dict):
        return other
    return one | {key: merged(one.get(key), value) for key, value in other.items()}


def whole(tmp_path: Path) -> Path:
    """The edition in two languages with every text that one can have."""
    data = small.copy(tmp_path, edition=small.TWO)
    files = read(data)
    for name, more in NOTED.items():
        write(data, name, merged(files[name], more))
    for lang in ("en", "ko"):
        with (data / f"story/{lang}/leaving.md").open("a", encoding="utf-8") as story:
            story.write("\n## Words\n\n- {{ all_left }} in a list\n\nWords.\n")
        path = data / f"story/{lang}/leaving.md"
        charts = '{{ chart("subjects") }}\n\n{{ chart("pay") }}'
        text = path.read_text("utf-8").replace('{{ chart("subjects") }}', charts)
        path.write_text(text, "utf-8")
    review(data)
    return data


def review(data: Path) -> None:
    """What ``make reviewed`` does: the translations are told to be up to date."""
    for name, original in (("leaving", "story/en/leaving"), ("method", "method/en")):
        (data / f"reviewed/ko/{name}.md").write_bytes((data / f"{original}.md").read_bytes())


def edited(content: Any, end: str, key: str = "") -> Any:
    """*content* with *end* behind every free text in it."""
    if isinstance(content, dict):
        return {key: edited(value, end, key) for key, value in content.items()}
    if isinstance(content, list):
        return [edited(item, end, key) for item in content]
    return content + end if key in FREE else content


def scalars(content: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value in *content*."""
    if isinstance(content, dict | list):
        items = content.items() if isinstance(content, dict) else enumerate(content)
        for key, value in items:
            yield from scalars(value, (*path, key))
    else:
        yield path


def marked(tmp_path: Path, marker: str) -> Mapping[str, bytes]:
    """The site with *marker* in every text of every file.

    In Markdown its signs are typed as signs: as markup they are refused, and in the heading of a
    chapter even so.
    """
    data = whole(tmp_path)
    for name, content in read(data).items():
        bare = name in {"units.yaml", "words.yaml"}  # braces mean something there
        write(data, name, edited(content, re.sub("[{}]", "", marker) if bare else marker))
    table = data / "tables/by_subject.csv"
    cells = list(csv.reader(io.StringIO(table.read_text("utf-8"))))
    cells[2][0] += marker.replace("\n", " ").rstrip()
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(cells)
    signs = re.sub(r"([!-/:-@[-`{-~])", r"\\\1", marker)
    for path in [*data.glob("story/*/*.md"), *data.glob("method/*.md")]:
        text = path.read_text("utf-8")
        more = re.sub(r"(?m)^(?!\{\{|# )(.*\S)$", lambda found: found[0] + signs, text)
        path.write_text(more, "utf-8")
    review(data)
    return make(data)


class Shape(HTMLParser):
    """The elements of a page with the names of their attributes; those of drawings once each."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.found: list[Any] = []
        self.drawn: set[Any] = set()
        self.values: list[tuple[str, str, str]] = []
        self._in_drawing = False
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes an element."""
        self._in_drawing |= tag == "svg"
        shape = (tag, *(name for name, _ in attrs))
        self.values += [(tag, name, value or "") for name, value in attrs]
        if self._in_drawing:
            self.drawn.add(shape)
        elif shape not in MARKDOWN:
            self.found.append(shape)

    def handle_endtag(self, tag: str) -> None:
        """Notes where a drawing ends."""
        self._in_drawing &= tag != "svg"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Mapping[str, bytes], ...]:
    """The site with harmless words, and with words that try to be markup."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(headlines, "_MOST_WORDS", 99)  # as many as it takes to try
        return tuple(marked(tmp_path_factory.mktemp("site"), it) for it in (HARMLESS, EVIL))


@pytest.mark.slow
def test_pages_are_made_of_the_same_elements(sites: tuple[Mapping[str, bytes], ...]) -> None:
    """Not one more, and none with another attribute."""
    harmless, evil = sites
    assert harmless.keys() == evil.keys()
    for path in (path for path in evil if path.endswith(".html")):
        one, other = Shape(harmless[path]), Shape(evil[path])
        assert (path, other.found) == (path, one.found)
        assert (path, other.drawn) == (path, one.drawn)


@pytest.mark.slow
def test_words_stay_words(sites: tuple[Mapping[str, bytes], ...]) -> None:
    """They are no address, no name, no style and no event."""
    for path in (path for path in sites[1] if path.endswith(".html")):
        for tag, name, value in Shape(sites[1][path]).values:
            assert not name.startswith("on"), (path, tag, name)
            if name in {"action", "class", "for", "href", "id", "name", "src", "style"}:
                assert "zq" not in value, (path, tag, name, value)


@pytest.mark.slow
def test_files_to_take_away_are_whole(sites: tuple[Mapping[str, bytes], ...]) -> None:
    """Pictures are XML of the same elements, data is JSON."""
    harmless, evil = sites
    for path in evil:
        if path.endswith(".svg"):
            drawn = [ElementTree.fromstring(site[path]) for site in (harmless, evil)]
            shapes = [{(e.tag, *e.attrib) for e in root.iter()} for root in drawn]
            assert (path, shapes[1]) == (path, shapes[0])
        elif path.endswith(".json"):
            json.loads(evil[path])


def test_markup_in_a_chapter_is_refused(tmp_path: Path) -> None:
    """Every tag that is none, and every link that leads nowhere, at its line."""
    data = small.copy(tmp_path, ("story/en/01-leaving.md", "In the years", f"{EVIL}\n\nIn the"))
    with pytest.raises(Rejected) as caught:
        recipe.judge(data)
    told = " ".join(problem.sentence for problem in caught.value.problems)
    assert all(
        f"<{tag}>" in told for tag in ("b", "script", "iframe", "img", "svg", "meta", "form")
    )
    assert {problem.place.line for problem in caught.value.problems} == {3}


@pytest.mark.slow
@pytest.mark.parametrize("name", read(small.TWO))
def test_nothing_is_smuggled_past_the_escape(tmp_path: Path, name: str) -> None:
    """Each text that hides markup between brackets is a problem at its line."""
    data = whole(tmp_path)
    content = edited(read(data)[name], SMUGGLED)
    write(data, name, content)
    lines = (data / name).read_text("utf-8").split("\n")
    with pytest.raises(Rejected) as caught:
        recipe.judge(data)
    told = {p.place.line for p in caught.value.problems if p.place.file == f"data/{name}"}
    wanted = {n for n, line in enumerate(lines, 1) if "{#" in line}
    plain = {n for n in wanted if re.match(r" *(as_printed|population|edition):", lines[n - 1])}
    assert wanted - plain <= told


@pytest.mark.slow
def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    """A name, a day, a formula, an address: markup in its place is told, never printed.

    The dimension of a unit is a name that only sums compare.
    """
    data = whole(tmp_path)
    accepted: set[str] = set()
    for name, content in read(data).items():
        kept = (data / name).read_bytes()
        for path in scalars(content):
            of_basis = name == "house.yaml" and path[0] == "basis"  # words that editors are told
            if path[-1] in FREE or of_basis:
                continue
            spoiled = read(data)[name]
            holder = spoiled
            for key in path[:-1]:
                holder = holder[key]
            holder[path[-1]] = 'https://zq/"><script>zq</script>'
            write(data, name, spoiled)
            try:
                recipe.judge(data, publishing=False)
            except Rejected:
                continue
            finally:
                (data / name).write_bytes(kept)
            accepted.add(path[-1])
    assert accepted == {"dimension"}
