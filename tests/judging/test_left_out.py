"""What is a draft is left out of what is published, whole, with what only it uses."""

import shutil
from pathlib import Path

import pytest

from braindrain_site import recipe
from braindrain_site.judging import left_out
from braindrain_site.model.problems import Rejected
from braindrain_site.reading import loading
from tests.support import small
from tests.support.sites import DRAWN, TEMPLATES

LISTED = ("site.yaml", "[leaving]", "[leaving, {name: after, draft: true}]")
FIGURE = """\
back:
  label: {en: teachers who came back}
  unit: souls
  value: 3
  period: 2025
  source: letter
  at: page 3
"""
ADDED = {
    "units.yaml": 'souls:\n  print: {en: "{} souls", ko: "{}명"}\n',
    "figures.yaml": FIGURE,
    "exempt.yaml": "zebras:\n  words: forty zebras\n  reason: {en: A song., ko: 노래.}\n",
    "claims.yaml": "some_back:\n  holds: back > 2\n  caveat: {en: Few., ko: 적다.}\n",
    "sources.yaml": """\
letter:
  publisher: {en: The parents, ko: 부모}
  title: {en: A letter, ko: 편지}
  language: en
  kind: report
  seen: primary
  published: 2024-12
  retrieved: 2025-01-01
""",
    "charts.yaml": """\
# Not for readers yet.
backs:
  form: bar
  table: by_subject
  columns: {label: subject, value: teachers}
  headline: {en: Back again, ko: 다시}
  subtitle: {en: Teachers by subject, ko: 과목별 교사}
""",
}
"""What only a draft needs, in the order in which one names the other."""
CHAPTER = """\
# After {{ back.number }}

{{ back }} came, {% claim "some_back" %}more than two{% endclaim %} of them singing forty zebras.

{{ chart("backs") }}
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Data with a chapter that is a draft, and with all that it needs but a translation."""
    return drafted(tmp_path, LISTED)


def drafted(tmp_path: Path, *edits: tuple[str, str, str]) -> Path:
    data = small.copy(tmp_path, *edits, edition=small.TWO)
    for file, text in ADDED.items():
        small.add(data / file, text.replace("  at: page 3", "  at: page 3\n  draft: true"))
    (data / "story/en/after.md").write_text(CHAPTER, "utf-8")
    return data


def test_all_that_only_drafts_use_goes_with_them(data: Path) -> None:
    found = left_out.names(loading.load(data))
    assert found == {
        ("chapter", "after"), ("figure", "back"), ("unit", "souls"), ("source", "letter"),
        ("claim", "some_back"), ("chart", "backs"), ("exemption", "zebras"),
    }  # fmt: skip


@pytest.mark.slow
def test_no_byte_tells_of_a_draft(data: Path) -> None:
    """Pages, downloads, fonts and pictures are those of the same data without it."""
    with_drafts, without = (
        dict(recipe.plan(recipe.judge(each), TEMPLATES, DRAWN)) for each in (data, small.TWO)
    )
    assert with_drafts == without


def test_a_draft_may_be_looked_at_before_it_is_right(data: Path) -> None:
    """What it lacks waits, and nothing of it counts as in the way of publication."""
    small.add(data / "story/en/after.md", "\nSome 77 people sang.\n")
    proof = recipe.judge(data, publishing=False, drafts=True)
    assert [chapter.slug for chapter in proof.edition.story["en"]] == ["leaving", "after"]
    assert proof.edition.figures["back"].label["ko"] == "teachers who came back"
    assert not proof.waiting
    said = {problem.sentence for problem in proof.in_drafts}
    assert '"77" is bound to no figure and no claim.' in said
    assert '"label" has no words in "ko".' in said
    assert 'The story in "en" has this chapter; the one in "ko" has not.' in said
    recipe.judge(data)


def test_what_names_a_draft_is_told_while_it_is_looked_at(data: Path) -> None:
    small.add(data / "story/en/leaving.md", "\nLater {{ back }} came.\n")
    small.add(data / "story/ko/leaving.md", "\n{{ back }}.\n")
    proof = recipe.judge(data, publishing=False, drafts=True)
    said = 'The figure "back" is still a draft; what is published cannot name it.'
    assert {problem.sentence for problem in proof.waiting} >= {said}
    with pytest.raises(Rejected, match="2 problems"):
        recipe.judge(data)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("figures.yaml", "unit: souls", "unti: souls"),
        ("figures.yaml", "value: 3\n", "value: three\n"),
        ("figures.yaml", "value: 3\n", "formula: nothing / 0\n"),
        ("story/en/after.md", "# After", "After"),
        ("story/en/after.md", "{% endclaim %}", ""),
    ],
)
def test_a_mistake_in_a_draft_is_told_to_who_looks_at_it(
    data: Path, file: str, old: str, new: str
) -> None:
    """And to nobody who publishes; all the rest is shown."""
    change(data / file, old, new)
    proof = recipe.judge(data, publishing=False, drafts=True)
    assert f"data/{file}" in {each.place.file for each in proof.unready}
    assert [chapter.slug for chapter in proof.edition.story["en"]] == ["leaving"]
    assert not proof.waiting
    recipe.judge(data)


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_a_table_and_a_chart_may_be_drafts_of_no_chapter(tmp_path: Path) -> None:
    data = small.copy(tmp_path, edition=small.TWO)
    for end in ("csv", "yaml"):
        shutil.copy(data / f"tables/by_subject.{end}", data / f"tables/later.{end}")
    small.add(data / "tables/later.yaml", "draft: true\n")
    chart = ADDED["charts.yaml"].replace("by_subject", "later")
    small.add(data / "charts.yaml", f"{chart}  draft: true\n")
    looked_at = recipe.judge(data, publishing=False, drafts=True).edition
    assert {"backs", "later"} <= {*looked_at.charts, *looked_at.tables}
    published = recipe.judge(data).edition
    assert not {"backs", "later"} & {*published.charts, *published.tables}
    (data / "tables/later.csv").unlink()
    assert recipe.judge(data)


def test_a_draft_that_is_none_any_more_is_published(tmp_path: Path) -> None:
    """``draft: false`` is as good as no mark."""
    data = small.copy(tmp_path, ("site.yaml", "[leaving]", "[{name: leaving, draft: false}]"),
                      edition=small.TWO)  # fmt: skip
    assert recipe.judge(data).edition.story["en"]
