"""The story as its template gets it: charts in their places, alone or on a switch."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from braindrain_site import recipe
from braindrain_site.charts import plots
from braindrain_site.charts.drawing import Drawing
from braindrain_site.exports import every_export
from braindrain_site.model.files import Files
from braindrain_site.pages.chart_block import Exhibit, Switch
from braindrain_site.pages.material import Material
from braindrain_site.pages.receipts import Receipt
from braindrain_site.pages.story_page import Story
from braindrain_site.texts.binding import Binding
from braindrain_site.texts.markdown import Prose
from tests.support import sites, small
from tests.support.small import add

ENTRY = """{key}:
  form: bar
  rows: [{{figure: left, label: {{en: A}}}}]
  headline: {{en: H}}
  subtitle: {{en: S}}
{more}"""
CHOICE = "  choice: {en: View}\n"
NAMED = CHOICE + "  switch: {en: Show}\n"


def story(data: Path) -> Story:
    """The English story of *data*, its charts drawn up but not drawn."""
    proof = recipe.judge(data)
    plain = Binding(proof.edition, proof.amounts, "en").plain
    drawings = {}
    for key, chart in proof.edition.charts.items():
        frame = plots.make_frame(chart, proof.edition, proof.amounts, plain, "en")
        drawings[key] = Drawing(key, "", "", "", "", "", "{}", frame)
    files = Files()
    files.add("exports", every_export.make_exports(proof.edition, proof.amounts))
    return Story(Material(proof.edition, proof.amounts, proof.claims, drawings, files, "en"))


@pytest.fixture
def told(tmp_path: Path) -> Story:
    """Two switches that nothing parts in ``charts.yaml``, of which only the first has a name."""
    data = small.copy(
        tmp_path, ("story/en/01-leaving.md", '{{ chart("subjects") }}',
                   '{{ chart("subjects") }}\n\n{{ chart("a") }}\n\n\n{{ chart("b") }}'),
    )  # fmt: skip
    more = {"a": NAMED, "b": CHOICE, "c": CHOICE, "d": CHOICE}
    with (data / "charts.yaml").open("a") as file:
        file.write("".join(ENTRY.format(key=key, more=each) for key, each in more.items()))
    later = '# Later\n\n{{ chart("c") }}\n\n{{ chart("d") }}\n\nWords.\n'
    (data / "story/en/02-later.md").write_text(later)
    return story(data)


def test_the_views_of_a_switch_share_a_place(told: Story) -> None:
    first, later = told.page.chapters
    [alone] = [part for part in first.parts if isinstance(part, Exhibit)]
    [one] = [part for part in first.parts if isinstance(part, Switch)]
    other, words = later.parts
    assert isinstance(other, Switch)
    assert isinstance(words, Prose)
    assert (alone.key, alone.choice) == ("subjects", "")
    assert [view.key for switch in (one, other) for view in switch.views] == ["a", "b", "c", "d"]
    assert (one.name, one.legend) == ("a", "Show")
    assert (other.name, other.legend) == ("c", told.material.words["switch_legend"])


def test_every_number_of_a_view_has_its_note(told: Story) -> None:
    page = told.page
    slips = [slip for each in page.endnotes for slip in each.slips]
    assert "left" in {slip.key for slip in slips if isinstance(slip, Receipt)}
    assert [use.where for use in told.uses["left"]].count("Later") == 1, "one for each chapter"


@pytest.mark.parametrize("typed", ["subjects", "[subjects]"])
def test_a_chart_opens_the_story(tmp_path: Path, typed: str) -> None:
    """Its numbers have their receipts, and the chapters do not show it again."""
    data = small.copy(tmp_path, ("story/en/01-leaving.md", '{{ chart("subjects") }}', "Words."))
    add(data / "site.yaml", f"opening: {typed}\n")
    page = story(data).page
    assert isinstance(page.opening, Exhibit)
    assert page.opening.key == "subjects"
    assert not [part for part in page.chapters[0].parts if isinstance(part, Exhibit)]
    assert "r-left" in {slip.id for each in page.endnotes for slip in each.slips}


def test_charts_that_open_the_story_stand_on_a_switch(tmp_path: Path) -> None:
    data = small.copy(tmp_path)
    add(
        data / "charts.yaml", ENTRY.format(key="a", more=NAMED) + ENTRY.format(key="b", more=CHOICE)
    )
    add(data / "site.yaml", "opening: [a, b]\n")
    opening = story(data).page.opening
    assert isinstance(opening, Switch)
    assert (opening.name, opening.legend) == ("a", "Show")
    assert [view.key for view in opening.views] == ["a", "b"]


def test_nothing_opens_a_story_unless_it_is_told_to(told: Story) -> None:
    assert told.page.opening is None


def test_the_opening_is_seen_whole_when_a_window_changes_its_size(
    browser: Browser, tmp_path: Path
) -> None:
    data = small.copy(tmp_path / "data")
    add(
        data / "charts.yaml", ENTRY.format(key="a", more=NAMED) + ENTRY.format(key="b", more=CHOICE)
    )
    add(data / "site.yaml", "opening: [a, b]\n")
    (tmp_path / "index.html").write_bytes(sites.make(data)["index.html"])
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto((tmp_path / "index.html").as_uri())
    chart = page.locator(".opening .chart").first
    heights = []
    for width in (1280, 900, 360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        heights.append(chart.evaluate("each => each.offsetHeight"))
    page.close()
    assert heights[0] == heights[-1]
    assert min(heights) > 100
