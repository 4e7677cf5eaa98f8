"""The commands as a person uses them; what they call is replaced, what they say is not."""

import errno
import io
import os
import random
import shutil
import socket
import subprocess
import sys
import tomllib
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import BinaryIO

import pytest

from braindrain_site import cli, recipe
from braindrain_site.disk.kept import Refused
from braindrain_site.judging.coverage import Count
from braindrain_site.judging.quotations import Quoted
from braindrain_site.judging.statements import Told
from braindrain_site.model.files import Files
from braindrain_site.model.problems import Place, Problem, Rejected
from braindrain_site.progress import Phase, Progress
from braindrain_site.recipe import Proof
from tests.support import small

Make = Callable[..., Files]
ROOT = Path(__file__).parents[1]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose published site is an old one."""
    for folder in ("data", "templates", "site"):
        (tmp_path / folder).mkdir()
    (tmp_path / "site/index.html").write_bytes(b"old")
    (tmp_path / "site/.made").write_bytes(b"index.html\n")
    return tmp_path


def two_languages(root: Path) -> Path:
    """The data of *root*: the edition in two languages, its original changed since the review."""
    (root / "data").rmdir()
    edit = ("story/en/leaving.md", "See {{", "Read {{")
    return small.copy(root, edit, edition=small.TWO)


def test_reviewed_remembers_what_a_translation_was_compared_with(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = two_languages(root)
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


def test_check_tells_what_nothing_uses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """At its place, and is content all the same."""
    small.copy(tmp_path)
    assert cli.main(["check"], tmp_path) == 0
    said = capsys.readouterr().out
    assert 'data/figures.yaml:33:1: Nothing uses the figure "pay_in_won" yet.' in said
    assert said.endswith("data/ is fine.\n")


def test_check_tells_how_much_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small.copy(tmp_path, ("figures.yaml", "pay_in_won:", "lost:\n  draft: true\npay_in_won:"))
    assert cli.main(["check"], tmp_path) == 0
    said = capsys.readouterr().out
    assert "1 draft is left out (figure lost).\n" in said


def test_check_lists_what_the_words_of_claims_were_read_as(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """At their places; those that say what they mean, with that."""
    (root / "data").rmdir()
    explained = "half_music:\n  means: {en: Three of six., ko: 여섯 가운데 셋.}"
    small.copy(root, ("claims.yaml", "half_music:", explained))
    assert cli.main(["check", "--claims"], root) == 0
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first == 'data/story/en/01-leaving.md:8:39: "more than twice": more than 2'
    assert second == '"Half", by its means: Three of six.'


def test_reviewed_lists_what_waits_and_marks_nothing_if_none_is_named(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = two_languages(root)
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
    data = two_languages(root)
    for name in ("charts", "figures"):
        (data / f"reviewed/ko/{name}.txt").unlink()
    assert cli.main(["reviewed", "charts", "figures", "leaving"], root) == 0
    assert cli.main(["check"], root) == 0
    capsys.readouterr()
    assert cli.main(["reviewed"], root) == 0
    assert "0 names to compare." in capsys.readouterr().out


def good(proof: Proof, templates: Path, cache: Path, phase: Phase, *_: object) -> Files:
    phase("reading")
    assert (templates.name, cache.parent.name) == ("templates", ".cache")
    files = Files()
    files.add("pages", {"index.html": lambda: b"new" * 1000, "assets/style.css": lambda: b"p {}"})
    return files


def bad(*_: object) -> Files:
    problems = [
        Problem(Place("data/b.yaml", 2, 3), "The year is missing.", "Write one."),
        Problem(Place("data/a.yaml", 1, 1), "The title is missing."),
    ]
    raise Rejected(problems, {"data/b.yaml": ["first", "second"]})


def broken(*_: object) -> Files:
    raise ZeroDivisionError("our own fault")


def instead(monkeypatch: pytest.MonkeyPatch, make: Make) -> None:
    """Has the commands make, and judge, by *make*."""

    edition, amounts, verdicts = small.judged()
    proof = Proof(edition, amounts, verdicts, Count(7, 1), Quoted(3, 2), Told(5, 2))

    def judge(data: Path, phase: Phase = lambda *_: None, **_: bool) -> Proof:
        assert data.name == "data"
        make(proof, data.parent / "templates", data.parent / ".cache/drawings", phase)
        return proof

    monkeypatch.setattr(recipe, "make", make)
    monkeypatch.setattr(recipe, "judge", judge)


@pytest.mark.parametrize("arguments", [[], ["build"]])
def test_build_publishes_and_tells_what_the_pages_weigh(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
) -> None:
    instead(monkeypatch, good)

    assert cli.main(arguments, root) == 0

    assert (root / "site/index.html").read_bytes() == b"new" * 1000
    said = capsys.readouterr()
    assert "3.0 kB" in said.out
    assert "site/: 2 files in" in said.out.splitlines()[-1]
    assert said.err == ""


def test_a_build_that_finds_nothing_changed_says_so_and_makes_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    instead(monkeypatch, good)
    cli.main([], root)
    first = capsys.readouterr().out.splitlines()
    instead(monkeypatch, broken)

    assert cli.main([], root) == 0

    second = capsys.readouterr().out.splitlines()
    assert second[:-1] == first[:-1]
    assert "nothing has changed" in second[-1]


@pytest.mark.parametrize("touched", ["data/a.yaml", "templates/base.html", "site/index.html"])
def test_a_build_that_finds_a_change_makes_all(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], touched: str
) -> None:
    instead(monkeypatch, good)
    cli.main([], root)
    (root / touched).write_text("changed", "utf-8")
    capsys.readouterr()

    assert cli.main([], root) == 0

    assert "2 files in" in capsys.readouterr().out
    assert (root / "site/index.html").read_bytes() == b"new" * 1000


def test_nothing_that_draws_is_loaded_when_nothing_has_changed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead(monkeypatch, good)
    cli.main([], root)
    program = (
        "import sys; from pathlib import Path; from braindrain_site import cli; "
        "status = cli.main([], Path(sys.argv[1])); "
        "sys.exit(status or bool({'pandas', 'altair', 'jinja2', 'yaml'} & set(sys.modules)))"
    )
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", program, str(root)]
    assert subprocess.run(command, env=environment, check=False).returncode == 0


@pytest.mark.slow
def test_no_table_is_loaded_where_a_sentence_has_changed(root: Path) -> None:
    for folder in ("data", "templates"):
        (root / folder).rmdir()
    data = small.copy(root, edition=small.TWO)
    (root / "templates").symlink_to(ROOT / "templates")
    assert started(root, "build").communicate()[1] == b""
    chapter = data / "story/ko/leaving.md"
    chapter.write_text(chapter.read_text("utf-8") + "\n새 문장.\n", "utf-8")
    program = (
        "import sys; from pathlib import Path; from braindrain_site import cli; "
        "status = cli.main([], Path(sys.argv[1])); "
        "sys.exit(status or bool({'pandas', 'numpy', 'altair', 'PIL'} & set(sys.modules)))"
    )
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", program, str(root)]

    assert subprocess.run(command, env=environment, check=False).returncode == 0
    assert "새 문장." in (root / "site/ko/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("command", "left"), [("build", "site/ is as it was."), ("check", "Nothing was written.")]
)
def test_all_problems_are_told_in_order_and_the_site_stays(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    command: str, left: str,
) -> None:  # fmt: skip
    instead(monkeypatch, bad)

    assert cli.main([command], root) == 1

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "data/a.yaml:1:1: The title is missing.\n"
        "\n"
        "data/b.yaml:2:3: The year is missing.\n"
        "    2 | second\n"
        "      |   ^\n"
        "   Write one.\n"
        "\n"
        f"2 problems. {left}\n"
    )
    assert (root / "site/index.html").read_bytes() == b"old"


@pytest.mark.parametrize("out", ["", "public"])
def test_a_site_that_is_not_there_is_not_said_to_stay(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], out: str
) -> None:
    """The folder that was asked for."""
    instead(monkeypatch, bad)
    shutil.rmtree(root / "site")
    monkeypatch.chdir(root)
    assert cli.main([*(["--out", out] if out else [])], root) == 1
    assert capsys.readouterr().err.endswith(f"2 problems. {out or 'site'}/ was not made.\n")
    if out:
        (root / out).mkdir()
        assert cli.main(["--out", out], root) == 1
        assert capsys.readouterr().err.endswith("2 problems. public/ is as it was.\n")


def test_check_publishes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    instead(monkeypatch, good)

    assert cli.main(["check"], root) == 0

    assert (root / "site/index.html").read_bytes() == b"old"


def test_check_lists_what_is_asked_for(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "data").rmdir()
    small.copy(root, ("figures.yaml", "as_printed:", "until: 2026-12-31\n  as_printed:"))

    assert cli.main(["check", "--grades", "--on", "2027-03-01"], root) == 0

    said = capsys.readouterr().out
    assert "pay_here: one_origin (1) – head_teacher: school_report" in said
    assert '"left" held until 2026-12-31.' in said
    assert "Overdue on 2027-03-01: 1." in said


def test_a_day_that_is_none_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--on", "2027-02-30"], root) == 1
    assert capsys.readouterr().err == (
        '--on says "2027-02-30", and there is no such day. February 2027 has 28 days.\n'
    )


def test_a_fault_of_our_own_is_not_hidden(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    instead(monkeypatch, broken)

    with pytest.raises(ZeroDivisionError):
        cli.main([], root)

    assert (root / "site/index.html").read_bytes() == b"old"


def test_a_site_that_a_killed_build_left_aside_comes_back_even_if_data_is_wrong(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead(monkeypatch, bad)
    (root / "site").rename(root / ".site-old")

    assert cli.main([], root) == 1

    assert (root / "site/index.html").read_bytes() == b"old"


def test_a_taken_port_is_one_plain_sentence(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert cli.main(["serve", "--port", str(port)], root) == 3

    said = capsys.readouterr()
    assert said.err.startswith(f"The preview cannot use port {port}: Address already in use.\n")
    assert "make serve port=8001" in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.EIO, "Input/output error", "{root}/site"), "site: input/output error."),
        (OSError(errno.ENOSPC, "No space left on device"), "The disk refuses: no space left"),
        (Refused("site is no folder."), "site is no folder."),
    ],
)
def test_surroundings_in_the_way_are_a_sentence(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: Exception,
    words: str,
) -> None:
    def refuse(*_: object) -> None:
        if isinstance(error, OSError) and error.filename:
            error.filename = str(root / "site")
        raise error

    instead(monkeypatch, good)
    monkeypatch.setattr("braindrain_site.disk.publish.publish", refuse)

    assert cli.main([], root) == 3

    said = capsys.readouterr().err
    assert said.startswith(words)
    assert said.endswith("site/ is as it was.\n")


def test_a_project_that_cannot_be_changed_is_told_before_anything_is_made(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    instead(monkeypatch, broken)
    monkeypatch.setattr("os.access", lambda path, _: Path(path) != root)
    assert cli.main([], root) == 3
    assert f"{root}: this folder cannot be changed." in capsys.readouterr().err


def started(
    root: Path, command: str, encoding: str = "utf-8", stdout: BinaryIO | int = subprocess.PIPE
) -> "subprocess.Popen[bytes]":
    """The *command* as a process of its own on the project in *root*."""
    program = "import sys; from pathlib import Path; from braindrain_site import cli; "
    program += "sys.exit(cli.main(sys.argv[2:], Path(sys.argv[1])))"
    environment = {
        "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": encoding
    }  # fmt: skip
    return subprocess.Popen(
        [sys.executable, "-c", program, str(root), *command.split()],
        env=environment, stdout=stdout, stderr=subprocess.PIPE,
    )  # fmt: skip


@pytest.mark.slow
def test_an_output_that_takes_nothing_more_stops_no_work(root: Path) -> None:
    """It is told of where that can be, and where the reader has left not even that."""
    data = two_languages(root)
    with Path("/dev/full").open("wb") as full:
        ended = started(root, "reviewed leaving", stdout=full)
        assert b"No space left on device" in ended.communicate()[1]
    assert ended.returncode == 0
    assert "Read {{" in (data / "reviewed/ko/leaving.md").read_text("utf-8")

    with started(root, "check") as ended:
        assert ended.stdout is not None
        assert ended.stderr is not None
        ended.stdout.close()
        assert (ended.stderr.read(), ended.wait()) == (b"", 0)


@pytest.mark.slow
def test_a_terminal_that_knows_few_letters_gets_question_marks(root: Path) -> None:
    data = two_languages(root)
    chapter = data / "story/ko/leaving.md"
    chapter.write_text(chapter.read_text("utf-8") + "\n셋 12\n", "utf-8")

    checked = started(root, "check", "ascii")
    out, errors = checked.communicate()

    assert checked.returncode == 1
    assert b"? 12" in errors
    assert b"Traceback" not in out + errors


@pytest.mark.slow
def test_a_preview_on_such_a_terminal_goes_on(root: Path) -> None:
    data = two_languages(root)
    (root / "templates").rmdir()
    (root / "templates").symlink_to(ROOT / "templates")
    chapter = data / "story/ko/leaving.md"
    whole = chapter.read_text("utf-8")
    chapter.write_text(whole + "\n셋 12\n", "utf-8")

    serving = started(root, "serve --port 0", "ascii")
    assert serving.stdout is not None
    lines = iter(serving.stdout.readline, b"")
    assert any(b"? 12" in line for line in lines)
    chapter.write_text(whole, "utf-8")
    assert any(b"make site stops at" in line for line in lines)
    serving.terminate()
    assert b"Traceback" not in serving.communicate()[1]


def test_interrupting_is_no_fault(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> Files:
        raise KeyboardInterrupt

    instead(monkeypatch, interrupted)

    assert cli.main([], root) == 130


@pytest.mark.parametrize(("ci", "shown"), [("true", False), ("", True)])
def test_phases_show_on_a_terminal_but_not_in_ci(
    root: Path, monkeypatch: pytest.MonkeyPatch, ci: str, shown: bool
) -> None:
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("CI", ci)
    instead(monkeypatch, good)

    cli.main(["check"], root)

    assert ("reading" in terminal.getvalue()) == shown


def test_a_phase_gets_its_seconds_when_it_ends() -> None:
    stream, ticks = io.StringIO(), iter([0.0, 1.0, 3.5, 4.0])
    progress = Progress(stream, lambda: next(ticks))

    progress("reading")
    progress("drawing", 0, 4)
    progress("drawing", 1, 4)
    progress("")

    *shown, end = stream.getvalue().split("\r\x1b[K")[1:]
    assert [*shown, end] == [
        "  reading …",
        "  reading               2.50 s\n",
        "  drawing              [........................] 0 of 4",
        "  drawing              [######..................] 1 of 4",
        "  drawing               0.50 s\n",
    ]


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

    instead(monkeypatch, heavy)
    before = {path: path.read_bytes() for path in (root / "site").rglob("*.*")}

    for command in ([], ["--out", str(root / "public")]):
        assert cli.main(command, root) == 1
        said = capsys.readouterr().err
        assert "site.yaml:" in said
        assert "The page index.html weighs " in said
    assert {path: path.read_bytes() for path in (root / "site").rglob("*.*")} == before
    assert not (root / "public").exists()


def test_the_command_works_on_the_folder_that_one_is_in(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    [(name, command)] = script.items()
    instead(monkeypatch, good)
    monkeypatch.chdir(root)
    monkeypatch.setattr(sys, "argv", [name, "check"])

    assert EntryPoint(name, command, "console_scripts").load()() == 0
    assert "data/ is fine." in capsys.readouterr().out


def test_the_program_starts_from_any_folder(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "--help"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )

    assert {"build", "check", "serve"} <= set(ended.stdout.split())


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
