"""How translations are marked; what the other verbs do stands in ``test_amending``."""

from pathlib import Path

import pytest

from braindrain_site import cli
from tests.support import project


def test_reviewed_remembers_what_a_translation_was_compared_with(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = project.two_languages(root)
    copy = data / "reviewed/ko/leaving.md"
    assert cli.main(["check"], root) == 1
    assert "make reviewed name=leaving" in capsys.readouterr().err

    assert cli.main(["reviewed", "01-leving"], root) == 1
    assert '"leaving"' in capsys.readouterr().err
    assert "See {{" in copy.read_text("utf-8")

    assert cli.main(["reviewed", "leaving"], root) == 0
    assert capsys.readouterr().out.startswith("leaving:\ndata/story/ko/leaving.md:8:1:")
    assert copy.read_bytes() == (data / "story/en/leaving.md").read_bytes()
    assert cli.main(["check"], root) == 0


def test_reviewed_lists_what_waits_and_marks_nothing_if_none_is_named(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = project.two_languages(root)
    charts = data / "charts.yaml"
    charts.write_text(charts.read_text("utf-8").replace("Teachers who left by", "All by"), "utf-8")
    before = {path: path.read_bytes() for path in data.rglob("*.*")}

    assert cli.main(["reviewed"], root) == 0

    said = capsys.readouterr().out
    assert "leaving:\n" in said
    assert "charts.subjects:\ndata/charts.yaml:6:" in said
    assert "All by subject" in said
    assert "2 names to compare." in said
    assert {path: path.read_bytes() for path in data.rglob("*.*")} == before


def test_reviewed_takes_several_names_and_files(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = project.two_languages(root)
    for name in ("charts", "figures"):
        (data / f"reviewed/ko/{name}.txt").unlink()
    assert cli.main(["reviewed", "charts", "figures", "leaving"], root) == 0
    assert cli.main(["check"], root) == 0
    capsys.readouterr()
    assert cli.main(["reviewed"], root) == 0
    assert "0 names to compare." in capsys.readouterr().out


def test_what_is_left_of_chapters_that_are_gone_goes_with_the_next_mark(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody is told to delete what nobody typed; what a draft was compared with stays."""
    data = project.two_languages(root)
    left = [data / "reviewed/ko/gone.md", data / "reviewed/ja/leaving.md"]
    for path in left:
        path.parent.mkdir(exist_ok=True)
        path.write_text("# Gone\n", "utf-8")
    assert cli.main(["new", "chapter", "later"], root) == 0
    kept = data / "reviewed/ko/later.md"
    kept.write_text("# Later\n", "utf-8")
    capsys.readouterr()
    assert cli.main(["reviewed", "leaving"], root) == 0
    assert "data/reviewed/ko/gone.md is deleted" in capsys.readouterr().out
    assert [path.exists() for path in (*left, kept)] == [False, False, True]
    assert cli.main(["check"], root) == 0
