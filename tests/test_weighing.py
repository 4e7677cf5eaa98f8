"""What pages weigh, and which are too heavy to be published."""

import gzip
import random
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from braindrain_site.model.problems import Rejected, report
from braindrain_site.reading import loading
from braindrain_site.weighing import require_light, weights
from tests.support import small

CHAPTERS = "chapters: [leaving]\n"


def page(**charts: int) -> bytes:
    """A page of charts that weigh about so many kilobytes each: letters that follow no pattern."""
    chance = random.Random(7)
    drawn = (
        f'<figure class="chart bar" id="chart-{name}">{chance.randbytes(900 * size).hex()}</figure>'
        for name, size in charts.items()
    )
    return f"<main>{''.join(drawn)}</main>".encode()


def sent(content: bytes) -> str:
    return f"{len(gzip.compress(content, 9)) / 1000:.1f}"


def told(files: Mapping[str, bytes], data: Path) -> str:
    edition = loading.load(data)
    with pytest.raises(Rejected) as caught:
        require_light(files, edition)
    return report(caught.value.problems, edition.lines)


def test_pages_are_weighed_heaviest_first() -> None:
    files = {"a.html": b"x" * 1500, "b/index.html": b"y" * 2500, "assets/a.css": b"z" * 100}

    lines = list(weights({**files, "data/pay.csv": b"n" * 9000}))

    assert [line.split()[0] for line in lines] == ["2.5", "1.5", "0.1"]
    assert [line.split()[-1] for line in lines[:2]] == ["b/index.html", "a.html"]


@pytest.mark.parametrize(("size", "fine"), [(70, True), (74, False)])
def test_an_address_brings_what_programs_are_told(tmp_path: Path, size: int, fine: bool) -> None:
    """It weighs some kilobytes, and only there."""
    data = small.copy(tmp_path, edition=small.TWO)
    story = {"index.html": page(pay=size)}
    assert "at most 70.0 kB" in told(story, data)
    small.add(data / "site.yaml", "address: https://example.org/\n")
    if fine:
        require_light(story, loading.load(data))
    else:
        assert "at most 74.0 kB" in told(story, data)


def test_who_puts_too_many_charts_in_a_story_is_told_which_are_heavy() -> None:
    """At the list of its chapters, where no limit was written."""
    story = page(pay=20, age=35, field=3, place=30)
    without = {name: page(**{name: size}) for name, size in (("age", 35), ("place", 30))}
    assert all(len(content) < len(story) for content in without.values())

    words = told({"index.html": story, "ko/index.html": page(pay=50)}, small.TWO)

    assert words.splitlines()[:3] == [
        f"two/site.yaml:9:1: The page index.html weighs {sent(story)} kB gzipped; "
        "at most 70.0 kB may be sent.",
        "    9 | chapters: [leaving]",
        "      | ^",
    ]
    heavy = words.splitlines()[3]
    assert heavy.index("age (") < heavy.index("place (") < heavy.index("pay (")
    assert "field" not in heavy


def test_the_line_that_is_advised_lets_the_page_be(tmp_path: Path) -> None:
    files = {"ko/index.html": page(pay=90), "data/index.html": page(pay=40)}
    told_first = told(files, small.TWO)
    advised = told_first.split('"kilobytes: {')[1].split("}")[0]
    other = told_first.split('"kilobytes: {')[2].split("}")[0]
    limits = f"kilobytes: {{{advised}, {other}}}\n"
    data = small.copy(tmp_path, ("site.yaml", CHAPTERS, CHAPTERS + limits), edition=small.TWO)

    require_light(files, loading.load(data))


def test_a_limit_that_is_written_is_where_the_problem_is(tmp_path: Path) -> None:
    limits = "kilobytes: {story: 12.5, figures: 1}\n"
    data = small.copy(tmp_path, ("site.yaml", CHAPTERS, CHAPTERS + limits), edition=small.TWO)
    story, receipts = page(one=14), page()

    words = told({"ko/index.html": story, "figures/index.html": receipts}, data)

    advised = int(float(sent(story))) + 1
    assert words == (
        f"data/site.yaml:10:20: The page ko/index.html weighs {sent(story)} kB gzipped; "
        "at most 12.5 kB may be sent.\n"
        "   10 | kilobytes: {story: 12.5, figures: 1}\n"
        "      |                    ^\n"
        f'   Say less on it, or write "kilobytes: {{story: {advised}}}" in site.yaml, '
        "and readers wait for it.\n"
    )


def test_only_pages_are_weighed() -> None:
    """Who asks for a download knows that it is one."""
    require_light({"data/database.sqlite": page(a=200), "index.html": b""}, loading.load(small.TWO))


@pytest.mark.parametrize(("kind", "path"), [
    ("story", "index.html"), ("figures", "ko/figures/index.html"),
    ("others", "charts/a/index.html"),
])  # fmt: skip
def test_each_kind_of_page_has_its_limit(kind: str, path: str) -> None:
    edition = loading.load(small.TWO)
    most: Decimal = getattr(edition.site.kilobytes, kind)
    require_light({path: page(a=int(most) - 5)}, edition)
    with pytest.raises(Rejected):
        require_light({path: page(a=int(most) + 5)}, edition)
