"""A project for commands: what they call is replaced, what they say is not."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from braindrain_site import recipe
from braindrain_site.judging.coverage import Count
from braindrain_site.judging.quotations import Quoted
from braindrain_site.judging.statements import Told
from braindrain_site.model.files import Files
from braindrain_site.model.problems import Place, Problem, Rejected
from braindrain_site.progress import Phase
from braindrain_site.recipe import Proof
from tests.support import small
from tests.support.printed import ROOT


def two_languages(root: Path) -> Path:
    """The data of *root*: the edition in two languages, its original changed since the review."""
    (root / "data").rmdir()
    edit = ("story/en/leaving.md", "See {{", "Read {{")
    return small.copy(root, edit, edition=small.TWO)


def good(proof: Proof, templates: Path, cache: Path, phase: Phase, *_: object) -> Files:
    """A site of two files."""
    phase("reading")
    assert (templates.name, cache.parent.name) == ("templates", ".cache")
    files = Files()
    files.add("pages", {"index.html": lambda: b"new" * 1000, "assets/style.css": lambda: b"p {}"})
    return files


def bad(*_: object) -> Files:
    """No site: two things have to be mended."""
    problems = [
        Problem(Place("data/b.yaml", 2, 3), "The year is missing.", "Write one."),
        Problem(Place("data/a.yaml", 1, 1), "The title is missing."),
    ]
    raise Rejected(problems, {"data/b.yaml": ["first", "second"]})


def broken(*_: object) -> Files:
    """No site: the program is at fault."""
    raise ZeroDivisionError("our own fault")


def instead(monkeypatch: pytest.MonkeyPatch, make: Callable[..., Files]) -> None:
    """Has the commands make, and judge, by *make*."""

    edition, amounts, verdicts = small.judged()
    proof = Proof(edition, amounts, verdicts, Count(7, 1), Quoted(3, 2), Told(5, 2))

    def judge(data: Path, phase: Phase = lambda *_: None, **_: bool) -> Proof:
        assert data.name == "data"
        make(proof, data.parent / "templates", data.parent / ".cache/drawings", phase)
        return proof

    monkeypatch.setattr(recipe, "make", make)
    monkeypatch.setattr(recipe, "judge", judge)


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
