"""What is renamed is shown and written; what would not do is told, and nothing is written.

``commands/test_amend`` shows how translations are marked.
"""

from pathlib import Path

import pytest

from braindrain_site import cli
from braindrain_site.model.witness import read
from tests.support import small


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with the edition in two languages."""
    small.copy(tmp_path, edition=small.TWO)
    return tmp_path


def contents(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*.*")}


def test_a_name_is_changed_and_every_place_shown(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["rename", "by_subject", "by_topic"], root) == 0
    said = capsys.readouterr().out.splitlines()
    assert "data/charts.yaml:3:10: by_subject → by_topic" in said
    assert "data/figures.yaml:10:20: by_subject → by_topic" in said
    assert "data/tables/by_subject.csv → data/tables/by_topic.csv" in said
    assert said[-2] == "The table is called by_topic now."
    assert said[-1].startswith("Where it is published already, these addresses end: data/tables/")
    assert sorted(path.name for path in (root / "data/tables").iterdir()) == [
        "by_topic.csv", "by_topic.yaml"
    ]  # fmt: skip
    assert cli.main(["check"], root) == 0


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("lft", "gone", 'Nothing here is called "lft".'),
        ("school_report", "main", "Nothing was renamed, for then there would be this:"),
    ],
)
def test_what_would_not_do_changes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, words: str
) -> None:
    before = contents(root)
    assert cli.main(["rename", old, new], root) == 1
    assert capsys.readouterr().err.startswith(words)
    assert contents(root) == before


def test_a_mistake_is_mended_first(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = root / "data/claims.yaml"
    claims.write_text(claims.read_text("utf-8").replace("== 0.5", "== 0.6"), "utf-8")
    before = contents(root)
    assert cli.main(["rename", "left", "gone"], root) == 1
    assert "is not true" in capsys.readouterr().err
    assert contents(root) == before


def test_a_witness_keeps_what_proves_a_quotation(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = root / "article.txt"
    article.write_text("Six teachers left.", "utf-8")

    assert cli.main(["witness", "school_report", str(article)], root) == 0

    kept = root / "data/witnesses/school_report.txt"
    assert read(kept.read_text("utf-8")).has("six teachers")
    assert capsys.readouterr().out == "data/witnesses/school_report.txt: 6 runs of words kept.\n"


@pytest.mark.parametrize(
    ("source", "content", "said"),
    [
        ("../school", b"Six", '"../school" cannot be the name of a source.'),
        ("school", b"\xff", "article.txt is not saved as UTF-8."),
        ("school", b" \n", "article.txt has no words."),
    ],
)
def test_what_gives_no_witness_is_said(
    root: Path, capsys: pytest.CaptureFixture[str], source: str, content: bytes, said: str
) -> None:
    article = root / "article.txt"
    article.write_bytes(content)

    assert cli.main(["witness", source, str(article)], root) == 1

    assert said in capsys.readouterr().err
    assert not (root / "data/witnesses").exists()


@pytest.fixture
def begun(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A story with drafts of which nothing is written yet."""
    small.copy(tmp_path, edition=small.TWO)
    for what in (["chapter", "later"], ["chart", "newer"]):
        assert cli.main(["new", *what], tmp_path) == 0
    capsys.readouterr()
    return tmp_path


def test_what_waits_is_listed_beside_drafts_still_to_be_written(
    begun: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They wait to be written first."""
    chart = begun / "data/charts.yaml"
    chart.write_text(chart.read_text("utf-8").replace("Teachers who left by", "Those who left by"))
    assert cli.main(["reviewed"], begun) == 0
    told = capsys.readouterr().out
    assert told.startswith("charts.subjects:\n")
    assert "1 name to compare" in told
    assert cli.main(["reviewed", "charts.subjects"], begun) == 0


def test_a_figure_is_explained_and_renamed_beside_drafts_still_to_be_written(
    begun: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where they may name it, that is said."""
    chapter = begun / "data/story/en/later.md"
    small.add(chapter, "\nSee {{ left }}.\n")
    assert cli.main(["explain", "left"], begun) == 0
    assert capsys.readouterr().out.startswith("figure left: 6 teachers")
    assert cli.main(["rename", "left", "gone"], begun) == 0
    told = capsys.readouterr().out
    assert "The figure is called gone now." in told
    assert "The draft chapter later cannot be read yet: look there for left." in told
    assert "newer cannot" not in told
    assert "{{ left }}" in chapter.read_text("utf-8")


@pytest.mark.parametrize(("verb", "status"), [(["explain"], 2), (["rename", "chapter:later"], 1)])
def test_a_draft_that_cannot_be_read_is_not_said_to_be_unknown(
    begun: Path, capsys: pytest.CaptureFixture[str], verb: list[str], status: int
) -> None:
    if verb == ["explain"]:
        assert cli.main(["new", "figure", "later_count"], begun) == 0
        capsys.readouterr()
    named = {"explain": ["later_count"], "rename": ["sooner"]}[verb[0]]
    assert cli.main([*verb, *named], begun) == status
    assert "cannot be read yet: write what is missing first" in capsys.readouterr().err
