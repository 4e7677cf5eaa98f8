"""Two editions to hold against each other: of a commit, of a folder, or as it now stands."""

import io
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from braindrain_site import recipe
from braindrain_site.disk.program import templates_of
from braindrain_site.judging import claims, left_out
from braindrain_site.judging.draft import Draft
from braindrain_site.model.files import Files
from braindrain_site.model.problems import Rejected
from braindrain_site.reading import loading
from braindrain_site.recipe import Proof


class Unknown(Exception):
    """There is no such edition; the words say why."""


class Outdated(Unknown):
    """There is such an edition, and this program does not take its data: what to do then."""

    def __init__(self, name: str, rejected: Rejected) -> None:
        first = rejected.problems[0]
        super().__init__(
            f'Nothing can be compared with the data of "{name}", which this program does not take: '
            f"{name}:{first.place} {first.sentence} Name a newer commit: git log --oneline -- data "
            f'lists them. What readers saw is in "{name}" as site/.'
        )


@dataclass(frozen=True)
class Version:
    """An edition, what it was judged to be, and its site: both by this program."""

    proof: Proof
    files: Files


def published(root: Path) -> str:
    """The commit that last changed ``site/`` in *root*. Raises Unknown where there is none."""
    commit = _git(root, "log", "-1", "--format=%h", "HEAD", "--", "site").decode().strip()
    if not commit:
        raise Unknown("No commit has a site/ yet: there is nothing to compare with.")
    return commit


@contextmanager
def data_of(root: Path, name: str) -> Iterator[Path]:
    """The ``data/`` of the folder or of the commit *name*. Raises Unknown if it is neither."""
    folder = (root / name).resolve()
    if folder.is_dir():
        yield folder / "data" if (folder / "data").is_dir() else folder
        return
    if name.startswith("-"):  # git would take it for an option, such as a file to write
        raise Unknown(f'"{name}" is neither a folder nor a commit.')
    packed = _git(root, "archive", "--format=tar", name, "data")
    with TemporaryDirectory() as aside:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(aside, filter="data")
        yield Path(aside) / "data"


def read(data: Path, root: Path) -> Version:
    """The version in *data*, set by the templates of *root*. Raises Rejected if it is not fine."""
    proof = recipe.judge(data, publishing=False)
    cache = root / ".cache" / "drawings"
    return Version(proof, recipe.plan(proof, templates_of(root), cache))


def read_older(data: Path, root: Path, name: str) -> Version:
    """The version in *data*, to compare with. Raises Outdated if it is not fine by this program."""
    try:
        return read(data, root)
    except Rejected as rejected:
        raise Outdated(name, rejected) from None


def flipped(before: Version, data: Path) -> list[str]:
    """A sentence for each claim that held *before* and would be false by *data*, which is not fine;
    none where that cannot be read."""
    try:
        draft = Draft(left_out.published(loading.load(data)))
    except Rejected:
        return []
    held = before.proof.claims
    return [
        f'The claim "{key}" held, {claims.margin(held[key].verdict):.1%} from false, '
        "and would be false now."
        for key in claims.false(draft)
        if key in held
    ]


def _git(root: Path, *words: str) -> bytes:
    program = shutil.which("git")
    if not program:
        raise Unknown("This needs git, which is not here.")
    done = subprocess.run((program, *words), cwd=root, capture_output=True, check=False)  # noqa: S603 - no shell
    if done.returncode:
        asked = words[-2] if words[0] == "archive" else "HEAD"
        raise Unknown(f'"{asked}" is neither a folder nor a commit with data/ in it.')
    return done.stdout
