"""Editions of commits and folders."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from braindrain_site import cli
from braindrain_site.changes import versions
from braindrain_site.changes.versions import Unknown
from tests.support import small
from tests.support.sites import TEMPLATES

pytestmark = pytest.mark.slow

WHO = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org")


def git(root: Path, *words: str) -> None:
    subprocess.run(("git", *WHO, *words), cwd=root, check=True, capture_output=True)


def committed(tmp_path: Path) -> Path:
    """A project with one commit, which has a site."""
    small.copy(tmp_path, edition=small.TWO)
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("published", "utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Publish")
    return tmp_path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return committed(tmp_path)


SHOWN = '\n![The school](school.png "Photo: the board")\n'


def paint(path: Path, colour: str) -> None:
    path.parent.mkdir(exist_ok=True)
    Image.new("RGB", (600, 400), colour).save(path)


def edit(root: Path) -> None:
    story = root / "data/story/en/leaving.md"
    story.write_text(story.read_text("utf-8").replace("The city", "A city"), "utf-8")


def test_against_what_is_published(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["changes"], root) == 0
    assert "Readers see nothing new." in capsys.readouterr().out
    edit(root)
    assert cli.main(["changes"], root) == 4
    assert "1 sentence differs." in capsys.readouterr().out
    assert cli.main(["changes", "--markdown", "--page", str(root / "report.html")], root) == 4
    assert "### Sentences" in capsys.readouterr().out
    page = (root / "report.html").read_text("utf-8")
    assert "A city pays" in page
    assert "//" not in page


def test_the_page_shows_drawings_side_by_side(root: Path) -> None:
    table = root / "data/tables/by_subject.csv"
    table.write_text(table.read_text("utf-8").replace("maths", "sums"), "utf-8")
    report = root / "report.html"
    cli.main(["changes", "--page", str(report)], root)
    assert report.read_text("utf-8").count("data:image/svg+xml;base64,") >= 2


def test_pictures_of_chapters_stand_side_by_side(root: Path) -> None:
    """One that is another, one that is new: each once, whatever the widths it is published in."""
    small.add(root / "data/story/en/leaving.md", SHOWN)
    small.add(root / "data/story/ko/leaving.md", SHOWN)
    paint(root / "data/images/school.png", "red")
    other = root / "other"
    shutil.copytree(root / "data", other / "data")
    paint(other / "data/images/school.png", "blue")
    report = root / "report.html"
    assert cli.main(["changes", ".", "other", "--page", str(report)], root) == 4
    page = report.read_text("utf-8")
    assert page.count('<img src="data:image/png;base64,') == 2
    assert 'alt="school.png as it was"' in page


def test_data_that_the_program_does_not_take(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A key has another name since: the commit is told, and not the file that is fine."""
    figures = root / "data/figures.yaml"
    fine = figures.read_text("utf-8")
    figures.write_text(fine.replace("period:", "time:", 1), "utf-8")
    (root / "site/index.html").write_text("published long ago", "utf-8")
    git(root, "commit", "-qam", "Publish")
    figures.write_text(fine, "utf-8")
    for command in (["changes"], ["changes", "HEAD"], ["check", "--against", "HEAD"]):
        assert cli.main(command, root) == 3
        told = capsys.readouterr().err
        assert ":data/figures.yaml:" in told
        assert "Name a newer commit: git log --oneline -- data" in told
        assert len(told.splitlines()) == 1
    assert cli.main(["changes", "HEAD~1"], root) == 0


def test_a_claim_that_turned_false(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No edition has it, so that it is told beside what keeps this from being one."""
    figures = root / "data/figures.yaml"
    typed = figures.read_text("utf-8").replace("value: 50000", "value: 30000")
    figures.write_text(re.sub(r"  as_printed: .*50,000.*\n", "", typed), "utf-8")
    assert cli.main(["changes"], root) == 1
    told = capsys.readouterr().err
    assert told.startswith(
        'The claim "over_twice" held, 25.0% from false, and would be false now.\n'
    )
    assert 'The claim "over_twice" is not true' in told


def test_two_folders(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = root / "other"
    shutil.copytree(root / "data", other / "data")
    edit(root)
    assert cli.main(["changes", str(other), str(root / "data")], root) == 4
    assert "1 sentence differs." in capsys.readouterr().out


def test_what_is_neither_folder_nor_commit(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["changes", "nowhere"], root) == 2
    said = '"nowhere" is neither a folder nor a commit with data/ in it.'
    assert said in capsys.readouterr().err


def test_no_commit_has_a_site(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "Begin")
    with pytest.raises(Unknown, match="No commit has a site/ yet"):
        versions.published(tmp_path)
