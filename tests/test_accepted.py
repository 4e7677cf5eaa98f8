"""Every drawing and page of the test editions looks as was accepted; what differs is shown."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from braindrain_site.charts import palette
from tests.support import accepted, looks, sites, small
from tests.support.accepted import Difference

DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="9"><title>Leavers</title>'
    '<path fill="var(--subject)" d="M0,0H9"/><text x="3" y="4">12 <tspan>left</tspan></text></svg>'
)
PAGE = (
    '<!doctype html>\n<ul class="a" id="b">\n<li>One <b>two</b></li></ul><svg viewBox="0 0 1 1"/>'
)


@pytest.mark.slow
def test_everything_looks_as_was_accepted(two_site: Mapping[str, bytes]) -> None:
    told = accepted.show(accepted.accepted(), accepted.now(), two_site)
    if told:
        pytest.fail(told, pytrace=False)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("H9", "H8"),
        ('x="3"', 'x="4"'),
        ("--subject", "--inflow"),
        ("12 ", "13 "),
        ("12 <", "12<"),
        ("Leavers", "Leaver"),
        ("<path", '<path opacity="0.9"'),
        ("<title>Leavers</title>", ""),
    ],
)
def test_a_changed_drawing_differs(old: str, new: str) -> None:
    changed = DRAWN.replace(old, new)

    assert changed != DRAWN
    assert looks.picture(changed, "serif") != looks.picture(DRAWN, "serif")
    assert looks.picture(DRAWN, "sans-serif") != looks.picture(DRAWN, "serif")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('fill="var(--subject)" d="M0,0H9"', 'd="M0,0H9"  fill="var(--subject)"'),
        ("/>", "></path>"),
        ('"9"', "'9'"),
    ],
)
def test_a_drawing_written_otherwise_does_not_differ(old: str, new: str) -> None:
    changed = DRAWN.replace(old, new)

    assert changed != DRAWN
    assert looks.picture(changed, "serif") == looks.picture(DRAWN, "serif")


def test_colours_are_those_by_day_and_by_night(monkeypatch: pytest.MonkeyPatch) -> None:
    before = looks.picture(DRAWN, "serif")
    monkeypatch.setitem(palette._NIGHT, "subject", "#123456")

    assert looks.picture(DRAWN, "serif") != before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("One <b>", "One<b>"),
        ("two", "three"),
        ('class="a"', 'class="c"'),
        ("</b>", "</b> "),
        ("<b>two</b>", "two"),
        ("<li>", "<li hidden>"),
        ("0 0 1 1", "0 0 1 2"),
    ],
)
def test_a_changed_page_differs(old: str, new: str) -> None:
    assert (changed := PAGE.replace(old, new)) != PAGE
    assert looks.page(changed) != looks.page(PAGE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('class="a" id="b"', 'id="b"\n  class="a"'),
        (">\n<li>", "><li>"),
        ("One ", "One\n "),
        ("<li>", "<li >"),
    ],
)
def test_a_page_written_otherwise_does_not_differ(old: str, new: str) -> None:
    assert (changed := PAGE.replace(old, new)) != PAGE
    assert looks.page(changed) == looks.page(PAGE)


def test_digests_in_addresses_and_policies_are_nothing_to_see() -> None:
    text = "<link href=../assets/below.{}.css><meta content=\"style-src 'sha256-{}='\">"

    assert looks.page(text.format("0a1b2c3d", "aB+/9")) == looks.page(
        text.format("9f32d902", "zzz")
    )


def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str) -> None:
    """Has sites made with a template that reads otherwise."""
    templates = Path(shutil.copytree(sites.TEMPLATES, tmp_path / "templates"))
    text = (templates / name).read_text("utf-8")
    assert old in text
    (templates / name).write_text(text.replace(old, new, 1), "utf-8")
    monkeypatch.setattr(sites, "TEMPLATES", templates)


@pytest.fixture(scope="module")
def before() -> looks.Looks:
    return looks.of_site(pages())


def pages() -> Mapping[str, bytes]:
    """The pages of the small edition but for its story, and what lies below them."""
    site = sites.make(small.FOLDER)
    wanted = ("404.html", "sources/index.html", "embed/subjects/index.html")
    return {path: site[path] for path in site if path in wanted or "/below." in path}


def test_a_changed_template_is_told_by_the_pages_set_by_it(
    before: looks.Looks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited(tmp_path, monkeypatch, "sources.html", '<p class="standfirst">', "<p>")

    assert [each.name for each in accepted.differing(before, looks.of_site(pages()))] == [
        "pages/sources/index.html"
    ]


def test_a_changed_rule_is_told_by_its_style_sheet_and_shown_on_its_pages(
    before: looks.Looks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited(tmp_path, monkeypatch, "embed.css", "padding: 1px 1rem", "padding: 1px 2rem")
    after = looks.of_site(pages())

    told = accepted.show(before, after, {}, tmp_path)

    assert [each.name for each in accepted.differing(before, after)] == [
        "styles/embed-subjects.css"
    ]
    page = (tmp_path / "index.html").read_text("utf-8")
    assert "pages/embed/subjects/index.html before" in page
    assert "pages/404.html" not in page
    assert "<del>padding:1px 1rem;</del><ins>padding:1px 2rem;</ins>" in page
    assert f"Both sides: {tmp_path / 'index.html'}" in told
    assert "make accept name=styles/embed-subjects.css" in told


def test_what_is_new_and_what_is_gone_is_told(tmp_path: Path) -> None:
    was, now = {"charts/a.html": "A", "fonts.txt": "b"}, {"charts/c.html": "C", "fonts.txt": "b"}

    told = accepted.show(was, now, {"assets/fonts/x.woff2": b"x"}, tmp_path)

    assert "2 of 3 do not look" in told
    assert "charts/a.html (gone)" in told
    assert "charts/c.html (new)" in told
    assert (tmp_path / "assets/fonts/x.woff2").exists()
    assert accepted.show(now, now, {}, tmp_path / "none") == ""
    assert not (tmp_path / "none").exists()


def test_what_is_accepted_is_what_is_called_so(tmp_path: Path) -> None:
    was = {"charts/a.html": "A", "charts/b.html": "B", "pages/c.html": "C"}
    now = {"charts/a.html": "1", "pages/c.html": "3", "pages/d.html": "4"}
    accepted.accept((Difference(name, "", text) for name, text in was.items()), "", tmp_path)
    assert accepted.accepted(tmp_path) == was

    taken = accepted.accept(accepted.differing(was, now), "charts/a", tmp_path)
    assert taken == ["charts/a.html"]
    assert accepted.accepted(tmp_path) == {**was, "charts/a.html": "1"}

    accepted.accept(accepted.differing(accepted.accepted(tmp_path), now), "", tmp_path)
    assert accepted.accepted(tmp_path) == now
