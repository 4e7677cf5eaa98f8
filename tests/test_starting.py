"""A story begins with one command, and the example of another subject is whole."""

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from braindrain_site import cli, recipe, starting
from braindrain_site.reading import loading
from tests.support import sites

EXAMPLE = Path(__file__).parents[1] / "examples/mauna-loa"
TODAY = dt.date(2025, 1, 2)


@pytest.mark.parametrize("languages", [("en",), ("ko",), ("en", "ko"), ("ko", "en")])
def test_what_begins_passes_every_gate(tmp_path: Path, languages: tuple[str, ...]) -> None:
    assert starting.story(tmp_path, ".", languages, TODAY) == 0
    proof = recipe.judge(tmp_path / "data")
    assert proof.edition.site.languages == languages
    assert len(proof.claims) == len(proof.edition.charts) == 1


def test_it_says_how_to_go_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And what it names is a command: from anywhere, the folder is that of the story."""
    folder = tmp_path / "bees"
    assert cli.main(["new", "story", str(folder)], tmp_path) == 0
    said = capsys.readouterr().out
    assert f'make serve story="{folder}"' in said
    assert f'make new what="source my_report" story="{folder}"' in said
    assert cli.main(["--story", str(folder), "check"], tmp_path) == 0
    checked = capsys.readouterr().out
    assert "data/ is fine." in checked
    assert "1 claim holds." in checked
    assert (folder / ".gitignore").read_text("utf-8") == "/.cache/\n"


@pytest.mark.parametrize("said", ["--story bees check", "check --story bees", "check --story=bees"])
def test_mistakes_in_another_story_are_told_as_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], said: str
) -> None:
    """Or an editor would look for them in the data of this one."""
    starting.story(tmp_path, "bees", ("en",), TODAY)
    (tmp_path / "bees/data/claims.yaml").write_text(
        "spider_has_more: {holds: spider > 9}\n", "utf-8"
    )
    capsys.readouterr()
    assert cli.main(said.split(), tmp_path) == 1
    told = capsys.readouterr().err
    assert cli.main(["new", "origin", "town", "--story", "bees"], tmp_path) == 0
    assert capsys.readouterr().out.startswith("In bees:\ndata/origins.yaml:")
    assert told.startswith("In bees (say story=bees with make too):\n\ndata/")
    assert told.endswith("Nothing was written.\n")


@pytest.mark.slow
@pytest.mark.parametrize("said", ["--story {}", "--story={}", "build --story {}"])
def test_a_story_is_built_where_it_stands(tmp_path: Path, said: str) -> None:
    """With the program's templates, whatever folder one is in; also where no command is named."""
    folder = tmp_path / "bees"
    starting.story(tmp_path, "bees", ("en",), TODAY)
    assert cli.main(said.format(folder).split(), tmp_path) == 0
    assert "How it begins" in (folder / "site/index.html").read_text("utf-8")


@pytest.mark.parametrize("said", ["check", "", "new figure spider_eyes", "explain spider"])
def test_a_folder_that_holds_no_story(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], said: str
) -> None:
    assert cli.main([*said.split(), "--story", "bees"], tmp_path) == 2
    assert capsys.readouterr().err == (
        "bees holds no story, for there is no data/ in it.\n"
        'If it is to be one: make new what="story bees".\n'
    )
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("said", ["--story", "check --story"])
def test_a_story_without_its_folder(capsys: pytest.CaptureFixture[str], said: str) -> None:
    with pytest.raises(SystemExit):
        cli.main(said.split(), Path())
    assert "argument --story: expected one argument" in capsys.readouterr().err


def test_what_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data").mkdir()
    assert cli.main(["new", "story", str(tmp_path)], tmp_path) == 1
    assert "is there already" in capsys.readouterr().err
    assert not [*(tmp_path / "data").iterdir()]


def test_a_language_that_nobody_knows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["new", "story", str(tmp_path), "--languages", "en,xx"], tmp_path) == 1
    assert (
        capsys.readouterr().err.strip() == '"xx" is no language of the program. It can be en or ko.'
    )


def test_the_example_is_of_the_size_that_it_says() -> None:
    edition = loading.load(EXAMPLE / "data")
    sizes = map(len, (edition.tables, edition.figures, edition.charts, edition.claims))
    assert [*sizes, *edition.site.languages] == [1, 3, 2, 2, "en"]
    assert {*edition.method, *edition.verdicts, *edition.statements} == set()


@pytest.mark.slow
def test_the_example_is_built_in_its_colours_and_in_one_language() -> None:
    made = sites.make(EXAMPLE / "data")
    pages = [made[path].decode() for path in made if path.endswith(".html")]
    assert not re.search(r"[가-힣]|hreflang|Korea", "".join(pages))
    assert all("--subject:#0a5a9c" in page and "--subject:#7fb8ff" in page for page in pages)
    assert all('<circle cx="23" cy="5" r="3"' in page for page in [*pages, _icon(made)])
    assert "method/index.html" in made
    assert "ko/index.html" not in made


def _icon(made: Mapping[str, bytes]) -> str:
    return made["assets/icon.svg"].decode()
