"""A draft that cannot be shown yet is left out of the preview; all the rest is shown."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from braindrain_site import cli, recipe
from braindrain_site.commands.verdict import waiting
from braindrain_site.model.problems import Rejected
from braindrain_site.preview.newest import Made, Preview
from braindrain_site.recipe import Proof
from tests.judging.test_left_out import LISTED, change, drafted
from tests.support import small
from tests.support.sites import DRAWN, TEMPLATES

GUIDE = Path(__file__).parents[2] / "data/README.md"
UNWRITTEN = "This is still to be written."


@pytest.fixture
def begin(tmp_path: Path) -> Callable[[str, str], Path]:
    """Begins something as ``make new`` does; gives the folder of the data."""
    data = small.copy(tmp_path, edition=small.TWO)
    shutil.copy(GUIDE, data)

    def begun(kind: str, name: str) -> Path:
        assert cli.main(["new", kind, name], tmp_path) == 0
        return data

    return begun


def look(data: Path) -> Proof:
    return recipe.judge(data, publishing=False, drafts=True)


def lacks(data: Path) -> set[tuple[str, str]]:
    """The files in which something keeps a draft from being shown, each with what it is."""
    return {(each.place.file, each.sentence) for each in look(data).unready}


def test_the_rest_is_shown_and_goes_on_being_shown(begin: Callable[[str, str], Path]) -> None:
    """From the first build on; the draft appears once it is filled in."""
    data = begin("figure", "sols")

    def make() -> Made:
        proof = look(data)
        return Made(recipe.plan(proof, TEMPLATES, DRAWN), waiting(proof))

    preview = Preview(make, str)
    assert preview.rebuild().startswith("Not shown yet (figure sols): 6 problems")
    page = preview.answer("")[2].decode()
    assert "Not shown yet (figure sols)" in page
    assert "data/figures.yaml" in page
    assert 'role="alert"' not in page

    small.add(data / "story/en/leaving.md", "\nOther words.\n")
    preview.rebuild()
    assert "Other words." in preview.answer("")[2].decode()
    assert "r-sols" not in preview.answer("figures/")[2].decode()

    for old, new in (
        ("label: {en: …, ko: …}", "label: {en: sols of Mars}"), ("unit: …", "unit: teachers"),
        ("value: …", "value: 6"), ("period: …", "period: 2024"),
        ("source: …", "source: school_report"), ("at: {en: …, ko: …}", "at: {en: page 1}"),
    ):  # fmt: skip
        change(data / "figures.yaml", old, new)
    assert "Not shown" not in preview.rebuild()
    assert "sols of Mars" in preview.answer("figures/")[2].decode()


@pytest.mark.parametrize(
    "kind",
    ["figure", "source", "origin", "unit", "chart", "statement", "claim", "verdict", "term",
     "exemption", "change", "table", "chapter"],
)  # fmt: skip
def test_whatever_is_begun_stops_nothing_from_being_looked_at(
    begin: Callable[[str, str], Path], kind: str
) -> None:
    """Several at once, too."""
    begin(kind, "something")
    data = begin(kind, "another")
    proof = look(data)
    assert {each.sentence for each in proof.unready} == {UNWRITTEN}
    assert proof.edition.drafts.unready.keys() == {(kind, "something"), (kind, "another")}
    assert proof.edition.figures.keys() == look(small.TWO).edition.figures.keys()
    assert not proof.waiting


@pytest.mark.parametrize("kind", ["chart", "claim"])
def test_a_draft_that_lacks_a_key_is_left_out(begin: Callable[[str, str], Path], kind: str) -> None:
    data = begin("figure", "sols")
    small.add(data / f"{kind}s.yaml", "bare:\n  draft: true\n")
    assert {(kind, "bare"), ("figure", "sols")} == look(data).edition.drafts.unready.keys()
    assert any('"bare" needs the keys' in said or '"bare" needs a key' in said
               for _, said in lacks(data))  # fmt: skip


CHART = """
lengths:
  draft: true
  form: bar
  rows:
    - {figure: sols, label: {en: Mars, ko: 화성}}
  headline: {en: Days, ko: 날}
  subtitle: {en: In days, ko: 날짜로}
"""


def test_a_draft_that_names_one_unfilled_waits_with_it(begin: Callable[[str, str], Path]) -> None:
    """A chart, and a chapter with that chart; each says what it waits for."""
    data = begin("figure", "sols")
    small.add(data / "charts.yaml", CHART)
    change(data / "site.yaml", "[leaving]", "[leaving, {name: mars, draft: true}]")
    (data / "story/en/mars.md").write_text('# Mars\n\n{{ chart("lengths") }}\n', "utf-8")
    proof = look(data)
    assert proof.edition.drafts.unready.keys() == {
        ("figure", "sols"), ("chart", "lengths"), ("chapter", "mars"),
    }  # fmt: skip
    said = "The {} cannot be shown yet."
    assert lacks(data) == {
        ("data/figures.yaml", UNWRITTEN),
        ("data/charts.yaml", said.format('figure "sols"')),
        ("data/story/en/mars.md", said.format('chart "lengths"')),
    }  # fmt: skip
    recipe.judge(data)


def test_a_unit_alone_that_is_unfilled(begin: Callable[[str, str], Path]) -> None:
    """It has no mark: what only a draft uses stops nobody, what is published does."""
    begin("figure", "sols")
    data = begin("unit", "sol")
    change(data / "figures.yaml", "unit: …", "unit: sol")
    recipe.judge(data)
    assert {("figure", "sols"), ("unit", "sol")} == look(data).edition.drafts.unready.keys()
    change(data / "figures.yaml", "unit: million KRW/year", "unit: sol")
    for judge in (look, recipe.judge):
        with pytest.raises(Rejected) as caught:
            judge(data)
        assert {each.place.file for each in caught.value.problems} == {"data/units.yaml"}
        assert {each.sentence for each in caught.value.problems} == {UNWRITTEN}


def test_what_is_published_cannot_name_it(begin: Callable[[str, str], Path]) -> None:
    data = begin("figure", "sols")
    small.add(data / "story/en/leaving.md", "\nMars has {{ sols }}.\n")
    with pytest.raises(Rejected) as caught:
        look(data)
    [problem] = caught.value.problems
    assert problem.place.file == "data/story/en/leaving.md"
    assert problem.sentence == (
        'The figure "sols" is a draft that cannot be shown yet, and is named here.'
    )
    begins = (data / "figures.yaml").read_text("utf-8").split("\n").index("sols:") + 1
    assert problem.hint == (
        f"Write or mend it first, at data/figures.yaml:{begins}, or leave it out here."
    )


def test_a_change_that_is_begun_stops_publication(begin: Callable[[str, str], Path]) -> None:
    data = begin("change", "sols")
    with pytest.raises(Rejected) as caught:
        recipe.judge(data)
    assert {each.sentence for each in caught.value.problems} == {UNWRITTEN}


def test_a_chapter_without_a_list_is_left_out_too(tmp_path: Path) -> None:
    """There it can have no mark."""
    data = small.copy(tmp_path)
    assert cli.main(["new", "chapter", "mars"], tmp_path) == 0
    proof = look(data)
    assert [each.slug for each in proof.edition.story["en"]] == ["leaving"]
    assert {each.sentence for each in proof.unready} == {UNWRITTEN}
    with pytest.raises(Rejected, match="2 problems"):
        recipe.judge(data)


def test_a_paragraph_to_come_in_a_chapter_that_is_no_draft(tmp_path: Path) -> None:
    """The chapter is shown as it is, and not published."""
    data = small.copy(tmp_path, edition=small.TWO)
    small.add(data / "story/en/leaving.md", "\n…\n")
    proof = look(data)
    assert [each.slug for each in proof.edition.story["en"]] == ["leaving"]
    assert [each.sentence for each in proof.waiting].count(UNWRITTEN) == 1
    shown, before = (
        recipe.plan(each, TEMPLATES, DRAWN)["index.html"].decode()
        for each in (proof, look(small.TWO))
    )
    assert shown.count("…") == before.count("…") + 1
    with pytest.raises(Rejected, match="1 problems"):
        recipe.judge(data)


def test_a_draft_written_in_one_language_is_shown(begin: Callable[[str, str], Path]) -> None:
    """And its translation waits."""
    begin("term", "sol")
    data = begin("chapter", "mars")
    (data / "story/en/mars.md").write_text("# Mars\n\nRed.\n", "utf-8")
    text = (data / "glossary.yaml").read_text("utf-8")
    (data / "glossary.yaml").write_text(text.replace("en: …", "en: A day"), "utf-8")
    proof = look(data)
    assert "sol" in proof.edition.glossary
    assert [each.slug for each in proof.edition.story["ko"]] == ["leaving", "mars"]
    assert not proof.unready
    assert UNWRITTEN in {each.sentence for each in proof.in_drafts}
    assert b"Red." in recipe.plan(proof, TEMPLATES, DRAWN)["index.html"]


def test_nothing_to_show_is_told_as_what_is_to_be_written(tmp_path: Path) -> None:
    data = small.copy(tmp_path, ("site.yaml", "[leaving]", "[{name: leaving, draft: true}]"),
                      edition=small.TWO)  # fmt: skip
    for lang in ("en", "ko"):
        (data / f"story/{lang}/leaving.md").write_text("# …\n\n…\n", "utf-8")
    with pytest.raises(Rejected) as caught:
        look(data)
    assert {each.sentence for each in caught.value.problems} == {UNWRITTEN}


@pytest.mark.parametrize("name", ["bakcs", "nothing"])
def test_a_mistyped_chart_of_a_draft_blames_no_other(tmp_path: Path, name: str) -> None:
    """The chart that was meant stands nowhere now, and is shown among the charts."""
    data = drafted(tmp_path, LISTED)
    change(data / "story/en/after.md", '"backs"', f'"{name}"')
    proof = look(data)
    assert {(each.place.file, each.sentence) for each in proof.unready} == {
        ("data/story/en/after.md", f'There is no chart "{name}".')
    }
    made = recipe.plan(proof, TEMPLATES, DRAWN)
    assert b"Back again" in made["charts/backs/index.html"]
    assert b"Back again" not in made["index.html"]
