"""What a build makes, and what it leaves alone."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from braindrain_site import cli
from braindrain_site.model.files import Files
from tests.support import project, small
from tests.support.printed import ROOT


@pytest.mark.parametrize("arguments", [[], ["build"]])
def test_build_publishes_and_tells_what_the_pages_weigh(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
) -> None:
    project.instead(monkeypatch, project.good)

    assert cli.main(arguments, root) == 0

    assert (root / "site/index.html").read_bytes() == b"new" * 1000
    said = capsys.readouterr()
    assert "3.0 kB" in said.out
    assert "site/: 2 files in" in said.out.splitlines()[-1]
    assert said.err == ""


def test_a_build_that_finds_nothing_changed_says_so_and_makes_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project.instead(monkeypatch, project.good)
    cli.main([], root)
    first = capsys.readouterr().out.splitlines()
    project.instead(monkeypatch, project.broken)

    assert cli.main([], root) == 0

    second = capsys.readouterr().out.splitlines()
    assert second[:-1] == first[:-1]
    assert "nothing has changed" in second[-1]


@pytest.mark.parametrize("touched", ["data/a.yaml", "templates/base.html", "site/index.html"])
def test_a_build_that_finds_a_change_makes_all(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], touched: str
) -> None:
    project.instead(monkeypatch, project.good)
    cli.main([], root)
    (root / touched).write_text("changed", "utf-8")
    capsys.readouterr()

    assert cli.main([], root) == 0

    assert "2 files in" in capsys.readouterr().out
    assert (root / "site/index.html").read_bytes() == b"new" * 1000


def built_with(root: Path) -> set[str]:
    """The modules that a build of *root* has loaded when it is done."""
    program = (
        "import sys; from pathlib import Path; from braindrain_site import cli; "
        "status = cli.main([], Path(sys.argv[1])); "
        "print(*sys.modules); sys.exit(status)"
    )
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", program, str(root)]
    ended = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return {*ended.stdout.split()}


def test_nothing_that_draws_is_loaded_when_nothing_has_changed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.instead(monkeypatch, project.good)
    cli.main([], root)
    assert not built_with(root) & {"pandas", "altair", "jinja2", "yaml"}


@pytest.mark.slow
def test_no_table_is_loaded_where_a_sentence_has_changed(root: Path) -> None:
    for folder in ("data", "templates"):
        (root / folder).rmdir()
    data = small.copy(root, edition=small.TWO)
    (root / "templates").symlink_to(ROOT / "templates")
    assert project.started(root, "build").communicate()[1] == b""
    chapter = data / "story/ko/leaving.md"
    chapter.write_text(chapter.read_text("utf-8") + "\n새 문장.\n", "utf-8")

    assert not built_with(root) & {"pandas", "numpy", "altair", "PIL"}
    assert "새 문장." in (root / "site/ko/index.html").read_text("utf-8")


def test_a_site_that_a_killed_build_left_aside_comes_back_even_if_data_is_wrong(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.instead(monkeypatch, project.bad)
    (root / "site").rename(root / ".site-old")

    assert cli.main([], root) == 1

    assert (root / "site/index.html").read_bytes() == b"old"


def test_a_project_that_cannot_be_changed_is_told_before_anything_is_made(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project.instead(monkeypatch, project.broken)
    monkeypatch.setattr("os.access", lambda path, _: Path(path) != root)
    assert cli.main([], root) == 3
    assert f"{root}: this folder cannot be changed." in capsys.readouterr().err


def test_a_page_that_is_too_heavy_is_not_published(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither here nor elsewhere; what was published stays."""

    def heavy(*_: object) -> Files:
        files = Files()
        files.add(
            "pages", {"index.html": lambda: random.Random(1).randbytes(71_000).hex().encode()}
        )
        return files

    project.instead(monkeypatch, heavy)
    before = {path: path.read_bytes() for path in (root / "site").rglob("*.*")}

    for command in ([], ["--out", str(root / "public")]):
        assert cli.main(command, root) == 1
        said = capsys.readouterr().err
        assert "site.yaml:" in said
        assert "The page index.html weighs " in said
    assert {path: path.read_bytes() for path in (root / "site").rglob("*.*")} == before
    assert not (root / "public").exists()


def published_at(root: Path, out: str, *more: str) -> int:
    return cli.main(["build", "--out", str(root / out), *more], root)


@pytest.mark.slow
def test_another_folder_takes_the_site_of_another_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``site/`` and what is remembered of it stay as they are."""
    small.copy(tmp_path, edition=small.TWO)
    shutil.copytree(ROOT / "templates", tmp_path / "templates")

    assert published_at(tmp_path, "public", "--address", "https://desk.example.org/drain") == 0
    told = (tmp_path / "public/ko/index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://desk.example.org/drain/ko/">' in told
    assert 'href="/drain/ko/index.html"' in (tmp_path / "public/ko/404.html").read_text("utf-8")
    assert capsys.readouterr().out.splitlines()[-1].startswith(f"{tmp_path}/public/: ")
    assert not (tmp_path / "site").exists()

    assert published_at(tmp_path, "public") == 0
    assert "canonical" not in (tmp_path / "public/ko/index.html").read_text("utf-8")


@pytest.mark.parametrize("out", [".", "..", "data", "data/public", "site", "site/new", "src/a"])
def test_no_folder_of_the_project_is_built_over(
    root: Path, out: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert published_at(root, out) == 3
    assert "is a folder of the project. Name another, such as public." in capsys.readouterr().err


def test_a_folder_with_things_in_it_that_no_build_made_stays(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "photos").mkdir()
    (root / "photos/one.jpg").write_bytes(b"one")
    assert published_at(root, "photos") == 3
    assert "photos/ holds what no build made." in capsys.readouterr().err
    assert [*(root / "photos").iterdir()] == [root / "photos/one.jpg"]


def test_an_address_needs_another_folder(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--address", "https://example.org/"], root) == 2
    assert "--address needs --out" in capsys.readouterr().err
    assert (root / "site/index.html").read_bytes() == b"old"


@pytest.mark.parametrize(
    "typed", ["example.org/drain", "https://example.org/?a=b", "https://example.org/#a", "", "/a/"]
)
def test_an_address_that_is_none_is_mistyped(
    root: Path, typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        published_at(root, "public", "--address", typed)
    assert ended.value.code == 2
    assert "argument --address: needs" in capsys.readouterr().err
