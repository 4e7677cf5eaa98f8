"""What differs from what is published, as the preview shows it."""

import pytest

from braindrain_site import recipe
from braindrain_site.changes import panel
from braindrain_site.changes.change import Change, Kind
from braindrain_site.changes.versions import Version
from braindrain_site.preview.panels import Differing
from tests.support import small
from tests.support.sites import DRAWN, TEMPLATES


@pytest.fixture(scope="module")
def after() -> Version:
    proof = recipe.judge(small.TWO)
    return Version(proof, recipe.plan(proof, TEMPLATES, DRAWN))


def test_nothing_differs(after: Version) -> None:
    assert panel.differing([], after) == Differing()


def test_a_line_and_the_list(after: Version) -> None:
    number = Change("number", "left", "6 <b>", "7 teachers", ("Leaving",))
    found = panel.differing([number], after)
    assert found.summary == "1 number differs from what is published"
    assert "6 &lt;b&gt;</del>" in found.told
    assert "7 teachers</ins>" in found.told
    assert "\n" not in found.summary


@pytest.mark.parametrize(
    ("kind", "what", "lang", "address"),
    [
        ("number", "left", "", "/figures/index.html#r-left"),
        ("number", "gone", "", ""),
        ("grade", "left", "", "/figures/index.html#r-left"),
        ("cell", "by_subject: maths, teachers", "", "/data/index.html#t-by_subject"),
        ("claim", "over_twice", "ko", "/ko/index.html#c-over_twice"),
        ("chapter", "leaving", "en", "/index.html#leaving"),
        ("sentence", "leaving", "ko", "/ko/index.html#leaving"),
        ("sentence", "method", "ko", "/ko/method/index.html"),
        ("text", "charts.yaml: subjects, headline", "ko", "/ko/charts/subjects/index.html"),
        ("entry", "figures.yaml: left, source", "", "/figures/index.html#r-left"),
        ("entry", "site.yaml: updated", "", ""),
        ("chart", "subjects", "", "/charts/subjects/index.html"),
        ("page", "charts/subjects/index.html", "", "/charts/subjects/index.html"),
        ("page", "charts/gone/index.html", "", ""),
        ("download", "data/figures.csv", "", ""),
    ],
)
def test_it_leads_to_the_place(
    after: Version, kind: Kind, what: str, lang: str, address: str
) -> None:
    """Which is there: a page, and on it a thing of that name."""
    told = panel.differing([Change(kind, what, "a", "b", ("Here",), lang)], after).told
    assert ("<a " in told) == bool(address)
    assert f'href="{address}"' in told or not address
    page, _, anchor = address.removeprefix("/").partition("#")
    assert not address or page in after.files
    if anchor:
        assert f'id="{anchor}"'.encode() in after.files[page]


def test_a_long_list_ends(after: Version) -> None:
    many = [Change("number", f"n{number}", "1", "2") for number in range(1000)]
    assert panel.differing(many, after).told.count("<li>") == 200
