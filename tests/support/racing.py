"""The same story built by Pelican with Altair and by Eleventy with Plot: what they take for it.

They are given the text of a built site as Markdown and the tables of its charts, and write its
pages with each chart as one SVG. They judge nothing, and make no receipts, no second width, no
downloads, no cards and no search.
"""

import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tests.support import small
from tests.support.costs import BUILD, Cost, cost
from tests.support.growing import multiplied

FILES = Path(__file__).with_name("peers")
CACHE = Path(__file__).parents[2] / ".cache/peers"
"""Where they are installed, once."""


_TABLE = re.compile(r"(?m)^\|.*\n\| ?---.*\n(?:\|.*\n?)+")
_NUMBER = re.compile(r"[−-]?\d[\d,]*(?:\.\d+)?")


class Peer(NamedTuple):
    """A builder of static sites: its name, and the command that builds the folder it is run in."""

    name: str
    command: tuple[str, ...]
    theme: str
    """The file that its page is read from, and what stands there for title and text."""
    title: str
    content: str


class NotThere(Exception):
    """It cannot be had here; says why."""


def pelican() -> Peer:
    """Pelican, installed. Raises NotThere."""
    home, wanted = CACHE / "venv", FILES / "requirements.txt"
    if not _same(home / "wanted", wanted):
        shutil.rmtree(home, ignore_errors=True)
        _install([sys.executable, "-m", "venv", str(home)], CACHE)
        _install([f"{home}/bin/pip", "install", "--quiet", "-r", str(wanted)], CACHE)
        shutil.copy(wanted, home / "wanted")
    command = (f"{home}/bin/pelican", "--quiet")
    return Peer("Pelican + Altair", command, "templates/page.html",
                "{{ page.title }}", "{{ page.content }}")  # fmt: skip


def eleventy() -> Peer:
    """Eleventy, installed. Raises NotThere."""
    home, wanted = CACHE / "node", FILES / "package.json"
    if not _same(home / "wanted", wanted):
        npm = shutil.which("npm")
        if not npm:
            raise NotThere("npm is not installed")
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        shutil.copy(wanted, home)
        _install([npm, "install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"], home)
        shutil.copy(wanted, home / "wanted")
    command = ("node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet")
    return Peer("Eleventy + Plot", command, "page.html", "{{ title }}", "{{ content }}")


def _same(one: Path, other: Path) -> bool:
    return one.exists() and one.read_bytes() == other.read_bytes()


def _install(command: list[str], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
    except (OSError, subprocess.SubprocessError) as error:
        said = (getattr(error, "stderr", b"") or str(error).encode()).decode().splitlines()
        raise NotThere(
            f"could not be installed: {(said or ['it ended without a word'])[-1]}"
        ) from error


def prepare(peer: Peer, site: Path, folder: Path, stories: int = 1) -> None:
    """Puts the story of the built *site* into *folder* as *peer* wants it, told so many times."""
    for name in ("content", "charts"):
        (folder / name).mkdir(parents=True)
    page = (FILES / "page.html").read_text("utf-8")
    theme = folder / "theme" / peer.theme
    theme.parent.mkdir(parents=True)
    theme.write_text(page.replace("TITLE", peer.title).replace("CONTENT", peer.content), "utf-8")
    for name in ("pelicanconf.py", "eleventy.config.js", "package.json"):
        shutil.copy(FILES / name, folder)
    (folder / "node_modules").symlink_to(CACHE / "node/node_modules")
    for number in range(stories):
        for lang, title, text in _texts(site, folder / "charts", number):
            head = f"title: {json.dumps(title, ensure_ascii=False)}\n"
            if peer.theme == "page.html":
                head = f"---\n{head}layout: page.html\ntemplateEngineOverride: md\n---\n"
            else:
                head = f"Title: {title}\nSlug: story-{number}-{lang}\n"
            (folder / f"content/story-{number}-{lang}.md").write_text(f"{head}\n{text}\n", "utf-8")


def _texts(site: Path, charts: Path, number: int) -> Iterator[tuple[str, str, str]]:
    """Each language of the story with title and text, in which charts stand above their tables."""
    for lang, top in (("en", site), ("ko", site / "ko")):
        if not (top / "story.txt").exists():
            continue
        whole = (top / "story.txt").read_text("utf-8")
        told = whole.partition("\n[1] ")[0].rpartition("\n## ")[0]
        title, _, text = told.removeprefix("# ").partition("\n")
        names = (f"chart-{number}-{lang}-{chart}" for chart in count())

        def chart(table: re.Match[str], names: Iterator[str] = names) -> str:
            name = next(names)
            rows = json.dumps([*_rows(table[0])], ensure_ascii=False)
            (charts / f"{name}.json").write_text(rows, "utf-8")
            return f"CHART {name}\n\n{table[0]}"

        drawn = (top / "index.html").read_text("utf-8").count('<figure class="chart')
        yield lang, title, _TABLE.sub(chart, text, count=drawn)


def _rows(table: str) -> Iterator[dict[str, object]]:
    """What a chart of bars shows of a *table*: the first number of each row, by its first cell."""
    for line in table.splitlines()[2:]:
        mark, *cells = (cell.strip() for cell in line.strip("|").split("|"))
        numbers = [found[0] for cell in cells if (found := _NUMBER.search(cell))]
        if numbers:
            value = float(numbers[0].replace(",", "").replace("−", "-"))
            group = "" if _NUMBER.search(cells[0]) else cells[0]
            yield {"mark": mark, "group": group, "value": value}


def reword(folder: Path) -> None:
    """One more sentence at the end of a text."""
    text = min((folder / "content").glob("*.md"))
    text.write_text(text.read_text("utf-8").rstrip() + " One more sentence.\n", "utf-8")


def race(project: Path, stories: Sequence[int] = (1, 10, 100), runs: int = 3) -> Iterator[str]:
    """A line for each builder and measure: of the *project*'s story, then of the small one, grown.

    *project* is built already; ours forgets what it remembers before it is built anew.
    """
    racers, lines = _racers()
    yield from lines
    with tempfile.TemporaryDirectory() as room:
        folders = {peer.name: Path(room, peer.theme) for peer in racers}
        for peer in racers:
            prepare(peer, project / "site", folders[peer.name])
        cold, edited = [
            {"this": _median(BUILD, project, before, runs),
             **{peer.name: _median(peer.command, folders[peer.name], again, runs)
                for peer in racers}}
            for before, again in ((_forget, _forget), (_reword_ours, reword))
        ]  # fmt: skip
        yield from _told("the story, cold", cold)
        yield from _told("the story, a sentence", edited)
    for number in stories:
        yield from _told(f"small story × {number:,}", _grown(racers, number))


def _racers() -> tuple[list[Peer], list[str]]:
    """The peers that can be had, and words on those that cannot."""
    found, lines = [], []
    for name, have in (("Pelican", pelican), ("Eleventy", eleventy)):
        try:
            found.append(have())
        except NotThere as reason:
            lines.append(f"peers, {name} is left out: {reason}")
    return found, lines


def _grown(racers: Sequence[Peer], stories: int) -> dict[str, Cost]:
    with tempfile.TemporaryDirectory() as room:
        ours, once = Path(room, "ours"), Path(room, "once")
        multiplied(ours, stories)
        costs = {"this": cost(BUILD, ours)}
        multiplied(once, 1)
        cost(BUILD, once)
        for peer in racers:
            prepare(peer, once / "site", Path(room, peer.theme), stories)
            costs[peer.name] = cost(peer.command, Path(room, peer.theme))
    return costs


def _median(
    command: Sequence[str], folder: Path, before: Callable[[Path], None], runs: int
) -> Cost:
    costs = []
    for _ in range(runs):
        before(folder)
        costs.append(cost(command, folder))
    return Cost(*map(statistics.median, zip(*costs, strict=True)))


def _forget(folder: Path) -> None:
    for made in (".cache", "site", "output"):
        shutil.rmtree(folder / made, ignore_errors=True)


def _reword_ours(project: Path) -> None:
    chapter = max((project / "data/story/ko").glob("*.md"))
    small.add(chapter, "\n\n새로 쓴 문장.\n")


def _told(what: str, costs: Mapping[str, Cost]) -> Iterator[str]:
    ours = costs["this"]
    for name, taken in costs.items():
        yield (f"peers, {what:<22} {name:<17}{taken.cpu:7.2f} s processor{taken.wall:7.2f} s clock"
               f"{taken.memory:6.0f} MiB{taken.cpu / ours.cpu:7.2f} × this")  # fmt: skip
