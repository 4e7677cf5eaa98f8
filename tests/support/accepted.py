"""What was last accepted of the looks of the test editions, and what differs from it.

``python -m tests.support.accepted`` accepts all that differs, with a name after it what is called
so or begins so.
"""

import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.support import beside, looks
from tests.support.looks import Looks

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests/accepted"
SHOWN = ROOT / ".cache/differing"
"""Where the pages with both sides are written."""
_LISTED = 20


class Difference(NamedTuple):
    """What is not as it was accepted; empty where there was nothing, or is nothing any more."""

    name: str
    before: str
    after: str

    def told(self) -> str:
        """Its name, and whether it came or went.

        >>> Difference("fonts.txt", "", "a").told()
        'fonts.txt (new)'
        """
        if self.before and self.after:
            return self.name
        return f"{self.name} ({'gone' if self.before else 'new'})"


def now() -> Looks:
    """How everything looks today."""
    with tempfile.TemporaryDirectory() as folder:
        charts, pages = Path(folder, "charts"), Path(folder, "pages")
        charts.mkdir()
        pages.mkdir()
        return {**looks.of_charts(charts), **looks.of_pages(pages)}


def accepted(folder: Path = FOLDER) -> Looks:
    """How everything looked when it was last accepted."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def differing(before: Looks, after: Looks) -> list[Difference]:
    """What is another, new or gone, by name."""
    both = ((name, before.get(name, ""), after.get(name, "")) for name in {*before, *after})
    return sorted(Difference(*each) for each in both if each[1] != each[2])


def accept(differences: Iterable[Difference], begins: str = "", folder: Path = FOLDER) -> list[str]:
    """Takes what is called or begins so as it is now → the names of what was taken."""
    taken = [each for each in differences if each.name.startswith(begins)]
    for name, _, after in taken:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(after, "utf-8") if after else path.unlink()
    return [each.told() for each in taken]


def show(before: Looks, after: Looks, site: Mapping[str, bytes], folder: Path = SHOWN) -> str:
    """What a test says of what differs, having written a page with both sides to *folder*; empty
    where nothing does. The page is set in the fonts of *site*."""
    differences = differing(before, after)
    if not differences:
        return ""
    for path in (each for each in site if each.endswith(".woff2")):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(site[path])
    page = folder / "index.html"
    page.write_text(beside.page(differences, before, after), "utf-8")
    names = [each.told() for each in differences]
    more = [f"and {len(names) - _LISTED} more"] * (len(names) > _LISTED)
    listed = "\n".join(f"  {name}" for name in (*names[:_LISTED], *more))
    return (
        f"{len(names)} of {len({*before, *after})} do not look as was accepted:\n{listed}\n"
        f"Both sides: {page}\n"
        f"As it should be: make accept, or for one: make accept name={differences[0].name}"
    )


def main(begins: str = "") -> str | None:
    """Accepts, and says what."""
    differences = differing(accepted(), now())
    taken = accept(differences, begins)
    sys.stdout.write("\n".join((*taken, f"{len(taken)} accepted.\n")))
    left = [each.told() for each in differences if not each.name.startswith(begins)]
    return "\n".join(("Not accepted:", *left)) if begins and not taken and left else None


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
