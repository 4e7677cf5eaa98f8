"""What runs before there is anything to run: what it says where something is missing."""

import subprocess
from pathlib import Path

import pytest

CI = Path(__file__).parents[1] / ".ci"


def program(path: Path, *lines: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(["#!/bin/bash", *lines, ""]))
    path.chmod(0o755)


def run(command: str, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A script of ``.ci`` in *folder*, where the only programs are those in ``bin/``."""
    return subprocess.run(
        ["/bin/bash", CI / command, *words],
        cwd=folder,
        env={"PATH": str(folder / "bin")},
        capture_output=True,
        text=True,
    )


def install(folder: Path) -> subprocess.CompletedProcess[str]:
    for name in ("grep", "tail", "sed"):
        program(folder / "bin" / name, f'PATH=/usr/bin:/bin exec {name} "$@"')
    return run("install", folder, "lock.txt", "make site")


def pip(folder: Path, *lines: str) -> None:
    """A pip that counts in a file how often it was asked, as ``$count``."""
    count = ['echo "$*" >> asked', "count=0", "while read -r _; do ((++count)); done < asked"]
    program(folder / ".venv/bin/python", *count, *lines)


def test_a_broken_download_is_tried_again(tmp_path: Path) -> None:
    pip(tmp_path, "[ $count -ge 3 ]")

    ended = install(tmp_path)

    assert ended.returncode == 0
    assert ended.stderr == "Not everything arrived; trying again …\n" * 2
    *tries, last = (tmp_path / "asked").read_text().splitlines()
    assert all("--no-deps" in each and "--require-hashes" in each for each in tries)
    assert "pip check" in last


def test_a_download_that_stays_broken_is_one_sentence(tmp_path: Path) -> None:
    pip(tmp_path, "echo Traceback: …", "echo socket.TimeoutError: timed out", "exit 2")

    ended = install(tmp_path)

    assert ended.returncode == 1
    assert ended.stderr.splitlines()[2:] == [
        "Not everything in lock.txt could be installed: socket.TimeoutError: timed out. "
        'Run "make site" again; all that pip said is in .venv/pip.txt.'
    ]
    assert ended.stdout == ""


def test_what_does_not_fit_together_is_one_sentence(tmp_path: Path) -> None:
    pip(tmp_path, 'if [ "$3" = check ]; then echo a needs b; exit 1; fi')

    ended = install(tmp_path)

    assert ended.returncode == 1
    assert ended.stderr == (
        "What is in .venv/ does not fit together (a needs b); "
        'run "make clean", then "make site" again.\n'
    )


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome"])
def test_a_browser_that_starts_is_used(tmp_path: Path, name: str) -> None:
    program(tmp_path / "bin/chromium", "exit 10 # a stand-in")
    program(tmp_path / f"bin/{name}")
    program(tmp_path / "bin/fc-list", "echo /fonts/Arial.ttf: Arial:style=Regular")

    ended = run("browser", tmp_path)

    assert (ended.returncode, ended.stdout) == (0, f"{tmp_path}/bin/{name}\n")
    assert ended.stderr == ""


APT = 'if [[ "$*" == *install* ]]; then PATH=/bin cp bin/real bin/chromium; fi'


@pytest.mark.parametrize("user", [0, 1000])
def test_a_missing_browser_is_installed(tmp_path: Path, user: int) -> None:
    program(tmp_path / "bin/id", f"echo {user}")
    program(tmp_path / "bin/env", 'while [[ "$1" == *=* ]]; do shift; done; exec "$@"')
    program(tmp_path / "bin/true")
    program(tmp_path / "bin/real")
    program(tmp_path / "bin/apt-get", APT)
    if user:
        program(tmp_path / "bin/sudo", 'shift; exec "$@"')

    ended = run("browser", tmp_path)

    assert (ended.returncode, ended.stdout) == (0, f"{tmp_path}/bin/chromium\n")
    assert ended.stderr == "Installing chromium fonts-liberation for the tests …\n"


def test_missing_fonts_are_installed_beside_a_browser_that_is_there(tmp_path: Path) -> None:
    program(tmp_path / "bin/chromium")
    program(tmp_path / "bin/id", "echo 0")
    program(tmp_path / "bin/env", 'while [[ "$1" == *=* ]]; do shift; done; exec "$@"')
    program(tmp_path / "bin/true")
    program(tmp_path / "bin/apt-get", 'echo "$*" >> asked')

    ended = run("browser", tmp_path)

    assert ended.returncode == 0
    assert (tmp_path / "asked").read_text().endswith(" fonts-liberation\n")


@pytest.mark.parametrize(
    ("apt", "sudo", "said"),
    [
        (None, "exit 0", ""),
        ("exit 0", None, ""),
        ("exit 0", "exit 1", ""),
        ("echo No such package.; exit 100", 'shift; exec "$@"', "installed: No such package.\n"),
    ],
    ids=["no apt", "no sudo", "sudo wants a password", "no package"],
)
def test_a_browser_that_cannot_be_installed_is_asked_for(
    tmp_path: Path, apt: str | None, sudo: str | None, said: str
) -> None:
    program(tmp_path / "bin/id", "echo 1000")
    program(tmp_path / "bin/env", 'while [[ "$1" == *=* ]]; do shift; done; exec "$@"')
    program(tmp_path / "bin/true")
    for name, line in (("apt-get", apt), ("sudo", sudo)):
        if line:
            program(tmp_path / "bin" / name, line)

    ended = run("browser", tmp_path)

    assert ended.returncode == 1
    assert said in ended.stderr
    assert ended.stderr.endswith('then run "make test" again.\n')
