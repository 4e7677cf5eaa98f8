"""What a build costs, set against what its libraries cost to load: ``make bench``.

Commands are run in turn, as whole processes, by the system's own accounting of each; edits are
measured from saving a file to the last byte of the preview's answer. Medians are what to quote.
"""

import json
import os
import platform
import re
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.support import edits, page_speed, racing, small, work
from tests.support.costs import BUILD, SURROUNDINGS, cost
from tests.support.growing import AT_EASE, grown
from tests.support.racing import FILES

ROOT = Path(__file__).parents[1]
IMPORTS = [sys.executable, "-c", "import pandas, altair, jinja2, markdown, yaml"]
RUNS, EDITS = 3, 20
CHAPTER = "data/story/ko/who-leaves.md"
"""A translation: a changed original would wait for its translation."""
CELL = "data/tables/ai_migration.csv"
STYLE = "templates/css/page.css"


@contextmanager
def project() -> Iterator[Path]:
    """A copy of the project, its site built, to change at will."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("data", "src", "templates"):
            shutil.copytree(ROOT / name, root / name)
        shutil.copy(ROOT / "build.py", root)
        small.add(root / "data/site.yaml", AT_EASE)
        cost(BUILD, root)
        yield root


def forget(root: Path) -> None:
    """Before a cold build: nothing is remembered, nothing is published."""
    shutil.rmtree(root / ".cache")
    shutil.rmtree(root / "site")


def reword(root: Path) -> None:
    """One more sentence in the last paragraph of a chapter."""
    chapter = root / CHAPTER
    chapter.write_text(f"{chapter.read_text('utf-8').rstrip()} 새로 쓴 문장.\n", "utf-8")


def builds(root: Path) -> None:
    """Prints what three kinds of build take, in turn with loading the libraries."""
    kinds: dict[str, Callable[[Path], None]] = {
        "cold": forget, "nothing changed": lambda _: None, "one sentence changed": reword,
    }  # fmt: skip
    for name, before in kinds.items():
        ratios, costs = [], []
        for _ in range(RUNS):
            loading = cost(IMPORTS, root)
            before(root)
            costs.append(cost(BUILD, root))
            ratios.append(costs[-1].cpu / loading.cpu)
        cpu, wall, memory = (statistics.median(values) for values in zip(*costs, strict=True))
        print(f"build, {name:<22}{statistics.median(ratios):7.2f} × the libraries"
              f"{cpu:9.2f} s processor{wall:9.2f} s clock{memory:7.0f} MiB")  # fmt: skip


@contextmanager
def preview(root: Path) -> Iterator[str]:
    """The address of a preview of *root*, once its first build is there."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    process = subprocess.Popen(
        [*BUILD, "serve", "--port", str(port)],
        cwd=root, env=SURROUNDINGS, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}/"
    try:
        wait_for(address, b"</html>")
        yield address
    finally:
        process.terminate()
        process.wait()


def wait_for(address: str, words: bytes) -> None:
    """Asks for a page until it has *words*. Raises TimeoutError after two minutes."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address) as answer:
                if words in answer.read():
                    return
        except OSError:
            pass
        time.sleep(0.002)
    raise TimeoutError(address)


def follow(address: str, page: str, words: bytes, seen: str) -> None:
    """Waits as a page of the preview does, for something newer than *seen*, and takes *page* anew
    until it has *words*."""
    while True:
        with urllib.request.urlopen(f"{address}-preview/changes?{seen}"):
            pass  # nothing newer yet: asked once more
        with urllib.request.urlopen(address + page) as answer:
            content = answer.read()
        if words in content:
            return
        seen = _seen(content)


def _seen(content: bytes) -> str:
    """What a page of the preview says that it shows."""
    [seen] = re.findall(rb'data-seen="([^"]*)"', content)
    return str(seen.decode())


def counts(root: Path) -> None:
    """Prints how often a build does what it should do once."""
    _, done = work.of_a_build(root / "data", root / "templates", root / ".cache")
    print(f"one build makes {', '.join(map(str, done))}")


def saves(root: Path) -> None:
    """Prints how long a saved cell, sentence and rule of style take to reach the browser."""
    cell = (root / CELL).read_text("utf-8")
    chapter = (root / CHAPTER).read_text("utf-8")
    style = (root / STYLE).read_text("utf-8")
    last = re.findall(r"-[\d.]+,\w+$", cell, re.M)[-1]

    def saved_cell(number: int) -> tuple[Path, str, str, str]:
        value = f"2.{number + 30:02}"
        changed = cell[: cell.rindex(last)] + f"-{value},yes\n"
        return root / CELL, changed, "charts/net_migration/", f"−{value}"

    def sentence(number: int) -> tuple[Path, str, str, str]:
        words = f"{chr(ord('가') + 588 * (number % 19) + number)} 문장."
        return root / CHAPTER, f"{chapter.rstrip()} {words}\n", "ko/", words

    def rule(number: int) -> tuple[Path, str, str, str]:
        words = f".bench-{number}"
        return root / STYLE, f"{style}\n{words} {{ color: red; }}\n", "", words

    with preview(root) as address:
        for name, edit in (("cell", saved_cell), ("sentence", sentence), ("style", rule)):
            taken = []
            for number in range(EDITS):
                file, text, page, words = edit(number)
                time.sleep(0.3)
                with urllib.request.urlopen(address + page) as answer:
                    seen = _seen(answer.read())
                began = time.monotonic()
                file.write_text(text, "utf-8")
                follow(address, page, words.encode(), seen)
                taken.append(1000 * (time.monotonic() - began))
            print(f"preview, saved {name:<12}{statistics.median(taken):8.0f} ms median"
                  f"{min(taken):8.0f} least{max(taken):8.0f} most of {EDITS}")  # fmt: skip


GROWTH: Sequence[dict[str, int]] = (
    {}, {"figures": 100}, {"figures": 1_000}, {"figures": 10_000},
    {"charts": 20}, {"charts": 200}, {"rows": 1_000}, {"rows": 10_000}, {"rows": 100_000},
)  # fmt: skip


def growth() -> None:
    """Prints what a first build takes as the data grow."""
    for size in GROWTH:
        told = ", ".join(f"{count:,} more {what}" for what, count in size.items())
        _grow(told or "the small edition", grown, **size)


def _grow(told: str, make: Callable[..., None], **size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), **size)
        cpu, wall, memory = cost(BUILD, Path(folder))
    print(f"growth, {told:<24}{cpu:9.2f} s processor{wall:9.2f} s clock{memory:7.0f} MiB")


def reader(site: Path) -> None:
    """Prints what a reader waits for, beside a page of the same text written by hand."""
    for line in page_speed.compare(site):
        print(line)


def peers(root: Path) -> None:
    """Prints what Pelican and Eleventy take for the same text and charts: no more than that."""
    print(f"machine: {_machine()}")
    for line in racing.race(root):
        print(line)


def _machine() -> str:
    """The processor, the system, and the versions of those who race."""
    about = Path("/proc/cpuinfo")
    names = re.findall(r"model name\s*: (.*)", about.read_text()) if about.exists() else []
    kind = names[0] if names else platform.processor()
    versions = ", ".join((FILES / "requirements.txt").read_text("utf-8").split())
    packages = json.loads((FILES / "package.json").read_text("utf-8"))["dependencies"]
    others = ", ".join(f"{name} {number}" for name, number in packages.items())
    return (f"{os.cpu_count()} × {kind}, {platform.system()} {platform.release()}, "
            f"Python {platform.python_version()}; {versions}; {others}")  # fmt: skip


def main() -> None:
    """Prints the table, a line at a time."""
    with project() as root:
        builds(root)
        counts(root)
        saves(root)
        reader(root / "site")
        peers(root)
    growth()
    with tempfile.TemporaryDirectory() as folder:
        published, refused = edits.compare(Path(folder), seed=1, count=100)
    print(f"after 100 random edits the same bytes as a fresh build: {published} published, "
          f"{refused} refused in the same words")  # fmt: skip
    print(f"at most {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
