"""Whoever may change ``data/`` may change what readers read, and nothing else.

What is tried and what stops it is listed in ``docs/security.md``, each with its test; those that
have no better place stand here.
"""

import json
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from braindrain_site import recipe
from braindrain_site.changes import versions
from braindrain_site.model.problems import Rejected
from braindrain_site.pages import templates
from tests.support import small

ROOT = Path(__file__).parents[1]
STORY = "story/en/01-leaving.md"
LISTED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "docs/security.md").read_text("utf-8"))


@pytest.mark.parametrize(("file", "test"), sorted(set(LISTED)))
def test_each_line_of_the_threat_model_has_its_test(file: str, test: str) -> None:
    assert f"def {test}(" in (ROOT / file).read_text("utf-8")


def test_the_threat_model_has_as_many_lines_as_it_says() -> None:
    """Nobody shortens the list unseen."""
    assert len(LISTED) >= 40


@pytest.mark.parametrize(
    "typed",
    [
        "{{ left.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ left | attr('__class__') }}",
        "{{ left | map(attribute='x') }}",
        "{{ 7 ** 99999999 }}",
        "{{ page('method', x=7 ** 99999999) }}",
        "{{ 'a' * 4000000000 }}",
        "{{ range(999999999) }}",
        "{{ lipsum() }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ config }}",
        '{% include "/etc/passwd" %}',
        '{% import "os" as os %}',
        '{% extends "base.html" %}',
        "{% for x in range(9) %}{% endfor %}",
        "{% set x = 1 %}",
        "{% macro x() %}{% endmacro %}",
        "{% if left %}{% endif %}",
        "{% raw %}<script>{% endraw %}",
        "{% call claim('over_twice', x='a' * 4000000000) %}{% endcall %}",
        "{# {{ #}<script>alert()</script>{# }} #}",
        "${left} #{left} <%= left %>{{{left}}}",
    ],
)
@pytest.mark.parametrize(
    ("file", "old"), [(STORY, "The city pays"), ("sources.yaml", "Teachers who left")]
)
def test_no_text_runs_anything(tmp_path: Path, file: str, old: str, typed: str) -> None:
    """A text names figures, charts and pages; it has no way to work anything out."""
    quoted = json.dumps(typed, ensure_ascii=False)[1:-1] if file.endswith(".yaml") else typed
    with pytest.raises(Rejected):
        recipe.judge(small.copy(tmp_path, (file, old, f"{old} {quoted}")), publishing=False)


WATCHED = """
import os, sys
from pathlib import Path
root, told = Path(sys.argv[1]).resolve(), []
def hear(event, given):
    if event == "open" and given[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        path = Path(os.fsdecode(given[0])) if isinstance(given[0], (str, bytes)) else root
        if not path.absolute().is_relative_to(root) and str(path) != os.devnull:
            told.append(f"writes {path}")
    elif event in {"socket.connect", "socket.getaddrinfo", "os.system", "os.exec", "os.fork",
                   "os.posix_spawn", "subprocess.Popen", "os.link", "os.symlink", "os.rename"}:
        paths = [each for each in given if isinstance(each, (str, bytes, os.PathLike))]
        inside = [Path(os.fsdecode(path)).absolute().is_relative_to(root) for path in paths]
        if not inside or not all(inside):
            told.append(f"{event} {given}")
sys.addaudithook(hear)
from braindrain_site import cli
ended = cli.main([], root)
print(ended, *sorted(set(told)), sep="\\n")
"""


@pytest.mark.slow
def test_a_build_starts_nothing_asks_nobody_and_writes_in_its_own_folder(tmp_path: Path) -> None:
    """Told by Python itself, which hears of every file, program and connection (PEP 578)."""
    small.copy(tmp_path)
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    ended = subprocess.run(
        [sys.executable, "-B", "-c", WATCHED, str(tmp_path)],
        capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert ended.stdout.splitlines()[-1] == "0", ended.stdout


@pytest.mark.parametrize("name", ["--output=/tmp/written", "-o", "--exec=touch x", "--", "-"])
def test_a_commit_is_no_option_of_git(tmp_path: Path, name: str) -> None:
    with pytest.raises(versions.Unknown), versions.data_of(tmp_path, name):
        pass


def test_what_a_build_keeps_for_itself_comes_with_no_commit() -> None:
    """It is taken up by the next build as it is: whoever may write it may run programs."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("no repository here")
    listed = subprocess.run(
        [git, "ls-files", ".cache", ".venv"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert listed.stdout == ""


def test_no_page_lets_a_script_or_style_in_that_is_not_ours() -> None:
    told = templates.policy("a")
    assert "default-src 'none'" in told
    assert "unsafe" not in told
    assert "http" not in told
    assert "*" not in told


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    """Ends what takes longer."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.slow
@pytest.mark.parametrize(
    "run", ["a", "-", "1,", "one ", "[", "{", '"', "십", "*a ", "<", "&", "> ", "a: ", "\\", "]("]
)
@pytest.mark.parametrize(
    ("file", "old"),
    [(STORY, "city"), ("figures.yaml", "\n"), ("tables/by_subject.csv", "music")],
)
def test_no_run_of_letters_takes_long(tmp_path: Path, file: str, old: str, run: str) -> None:
    """No pattern backtracks without end: 20,000 letters are read or refused."""
    data = small.copy(tmp_path, (file, old, old + run * (20_000 // len(run))))
    with at_most(60), suppress(Rejected):
        recipe.judge(data, publishing=False)
