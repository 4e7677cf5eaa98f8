"""What a build costs, set against what its libraries cost to load: ``make bench``.

Commands are run in turn, as whole processes, by the system's own accounting of each; edits are
measured from saving a file to the last byte of the preview's answer. Medians are what to quote.
"""

import os
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
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.support import edits, small, work

ROOT = Path(__file__).parents[1]
IMPORTS = [sys.executable, "-c", "import pandas, altair, jinja2, markdown, yaml"]
BUILD = [sys.executable, "build.py"]
RUNS, EDITS = 5, 20
SURROUNDINGS = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
"""Python keeps what it has compiled, of the project as of the libraries."""
CHAPTER = "data/story/ko/who-leaves.md"
"""A translation: a changed original would wait for its translation."""
CELL = "data/tables/ai_migration.csv"
STYLE = "templates/css/page.css"


class Cost(NamedTuple):
    """What one run of a command took: seconds of processor and of clock, and MiB at the most."""

    cpu: float
    wall: float
    memory: float


def cost(command: Sequence[str], folder: Path) -> Cost:
    """Runs *command* in *folder*; raises CalledProcessError if it fails."""
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, env=SURROUNDINGS, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(used.ru_utime + used.ru_stime, time.monotonic() - began, used.ru_maxrss / 1024)


@contextmanager
def project() -> Iterator[Path]:
    """A copy of the project, its site built, to change at will."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("data", "src", "templates"):
            shutil.copytree(ROOT / name, root / name)
        shutil.copy(ROOT / "build.py", root)
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


def grown(folder: Path, figures: int = 0, charts: int = 0, rows: int = 0) -> None:
    """The small test edition in *folder*, with that many more figures, charts and rows."""
    data = small.copy(folder)
    shutil.copytree(ROOT / "src", folder / "src")
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copy(ROOT / "build.py", folder)
    with (data / "figures.yaml").open("a", encoding="utf-8") as file:
        for number in range(figures):
            file.write(
                f"more_{number}:\n  formula: left_music + {number}\n  unit: teachers\n"
                "  label: {en: teachers}\n"
            )
    names = [f"more_{number}" for number in range(charts)]
    with (data / "charts.yaml").open("a", encoding="utf-8") as file:
        for name in names:
            file.write(
                f"{name}:\n  form: bar\n  table: by_subject\n"
                "  columns: {label: subject, value: teachers}\n"
                f"  headline: {{en: Another chart}}\n  subtitle: {{en: Teachers who left}}\n"
            )
    with (data / "story/en/01-leaving.md").open("a", encoding="utf-8") as file:
        file.writelines(f'\n{{{{ chart("{name}") }}}}\n' for name in names)
    if rows:
        about = (data / "tables/by_subject.yaml").read_text("utf-8")
        (data / "tables/more.yaml").write_text(about, "utf-8")
        cells = "".join(f"s{number},{number % 50}\n" for number in range(rows))
        (data / "tables/more.csv").write_text(f"subject,teachers\n{cells}", "utf-8")


def multiplied(folder: Path, stories: int) -> None:
    """The small test edition in *folder*, told so many times: each with names of its own for its
    chapter, figures, claims, charts and tables."""
    grown(folder)
    data, chapter = folder / "data", "story/en/01-leaving.md"
    files = ("figures.yaml", "claims.yaml", "charts.yaml")
    once = {name: (data / name).read_text("utf-8") for name in (*files, chapter)}
    own = {key for name in files for key in re.findall(r"^(\w+):", once[name], re.M)}
    names = re.compile(rf"\b(?:by_subject|{'|'.join(own)})\b")
    (data / chapter).unlink()
    for name in files:
        (data / name).unlink()
    for number in range(stories):
        for name, text in once.items():
            told = _NAMING.sub(partial(_numbered, names, number), text)
            new = f"story/en/leaving-{number}.md" if name == chapter else name
            with (data / new).open("a", encoding="utf-8") as file:
                file.write(told)
        for ending in ("csv", "yaml"):
            table = data / f"tables/by_subject.{ending}"
            shutil.copy(table, table.with_stem(f"by_subject_{number}"))
    for ending in ("csv", "yaml"):
        (data / f"tables/by_subject.{ending}").unlink()
    with (data / "site.yaml").open("a", encoding="utf-8") as file:
        file.write(f"chapters: [{', '.join(f'leaving-{n}' for n in range(stories))}]\n")


def _numbered(names: re.Pattern[str], number: int, found: re.Match[str]) -> str:
    return names.sub(rf"\g<0>_{number}", found[0])


_NAMING = re.compile(
    r"^\w+(?=:)|\{\{.*?\}\}|\{%.*?%\}|^ +(?:formula|holds|agrees_with|table): .*|figure: \w+", re.M
)
"""Where a name stands, and not a word."""
GROWTH: Sequence[dict[str, int]] = (
    {}, {"figures": 100}, {"figures": 1_000}, {"figures": 10_000},
    {"charts": 20}, {"charts": 200}, {"rows": 1_000}, {"rows": 10_000}, {"rows": 100_000},
)  # fmt: skip
STORIES = (1, 10, 100)


def growth() -> None:
    """Prints what a first build takes as the data grow."""
    for size in GROWTH:
        told = ", ".join(f"{count:,} more {what}" for what, count in size.items())
        _grow(told or "the small edition", grown, **size)
    for stories in STORIES:
        _grow(f"{stories:,} small stories", multiplied, stories=stories)


def _grow(told: str, make: Callable[..., None], **size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), **size)
        cpu, wall, memory = cost(BUILD, Path(folder))
    print(f"growth, {told:<24}{cpu:9.2f} s processor{wall:9.2f} s clock{memory:7.0f} MiB")


def main() -> None:
    """Prints the table, a line at a time."""
    with project() as root:
        builds(root)
        counts(root)
        saves(root)
    growth()
    with tempfile.TemporaryDirectory() as folder:
        published, refused = edits.compare(Path(folder), seed=1, count=100)
    print(f"after 100 random edits the same bytes as a fresh build: {published} published, "
          f"{refused} refused in the same words")  # fmt: skip
    print(f"at most {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
