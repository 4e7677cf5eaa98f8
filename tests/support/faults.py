"""Builds that are killed, starved or disturbed: the site stays the old or the new one, whole.

``python -m tests.support.faults SEED COUNT`` kills COUNT builds at moments that the seed chooses,
half of them while they publish, and tells what was found after each; the same seed chooses the
same share of a build again.
"""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.support import small

ROOT = Path(__file__).parents[2]
EDIT = "figures.yaml", "value: 20000", "value: 21000"
"""Two states of the data: each build publishes the one that is not there yet."""


def room(folder: Path) -> Path:
    """A project in *folder* like this one, with the small edition as its data."""
    for name in ("src", "templates"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "build.py", folder)
    shutil.copytree(small.FOLDER, folder / "data")
    return folder


def build(project: Path, verb: str = "build") -> "subprocess.Popen[bytes]":
    """A build of *project*, just started."""
    return subprocess.Popen(
        [sys.executable, "build.py", verb], cwd=project, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env={"PATH": os.environ["PATH"]},
    )  # fmt: skip


def built(project: Path) -> float:
    """Builds *project* to the end; the seconds that it took."""
    began = time.monotonic()
    process = build(project)
    _, errors = process.communicate()
    assert process.returncode == 0, errors.decode()
    return time.monotonic() - began


def digest(site: Path) -> str:
    """One word for all that stands in *site*: names and contents."""
    told = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        told.update(str(path.relative_to(site)).encode() + b"\0")
        told.update(path.read_bytes() if path.is_file() else b"/")
    return told.hexdigest()


def turn(project: Path) -> None:
    """Makes the data of *project* the other of its two states."""
    file, one, other = EDIT
    path = project / "data" / file
    text = path.read_text("utf-8")
    path.write_text(text.replace(one, other) if one in text else text.replace(other, one), "utf-8")


def litter(project: Path) -> list[str]:
    """What lies in *project* that no build that ended would leave."""
    known = {"src", "templates", "build.py", "data", "site", ".cache"}
    left = [path.name for path in project.iterdir() if path.name not in known]
    return left + [str(path) for path in (project / ".cache").rglob("*.new*")]


def killed(project: Path, seconds: float, publishing: bool) -> bool:
    """Kills a build of *project* after *seconds*, counted from when it publishes if *publishing*.

    True if it was still at work.
    """
    process = build(project)
    if publishing:
        while process.poll() is None and not (project / ".site-new").exists():
            time.sleep(0.0005)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return process.returncode == -signal.SIGKILL


def main() -> None:
    """Prints what was found after each kill that is not as it should be, then counts."""
    seed, count = int(sys.argv[1]), int(sys.argv[2])
    dice, tally = random.Random(seed), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        project = room(Path(folder))
        built(project)
        whole = {digest(project / "site")}
        turn(project)
        took = built(project)
        whole.add(digest(project / "site"))
        for number in range(count):
            before = digest(project / "site")
            turn(project)
            publishing = number % 2 == 1
            share = dice.random()
            if killed(project, share * (0.05 if publishing else took), publishing):
                tally["killed while publishing" if publishing else "killed before"] += 1
            else:
                tally["ended first"] += 1
            found = digest(project / "site") if (project / "site").exists() else "no site"
            tally["old" if found == before else "new" if found in whole else "NEITHER"] += 1
            if found not in whole:
                print(f"{seed}-{number}: {found}", flush=True)
            built(project)
            if digest(project / "site") not in whole - {before} or litter(project):
                tally["NOT MENDED"] += 1
                print(f"{seed}-{number}: left {litter(project)}", flush=True)
    print(f"{count} builds: " + ", ".join(f"{what} {times}" for what, times in tally.items()))


if __name__ == "__main__":
    main()
