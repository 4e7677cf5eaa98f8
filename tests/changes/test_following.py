"""A process beside the preview finds out what differs from what is published."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from queue import Queue

import pytest

from braindrain_site.changes import following
from braindrain_site.changes.following import Follower
from braindrain_site.preview.panels import Differing
from tests.changes.test_versions import committed, edit, git

pytestmark = pytest.mark.slow


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    """A project whose site was published, and that says something else now."""
    committed(tmp_path)
    edit(tmp_path)
    yield tmp_path
    following._published.cache_clear()


def test_it_answers_a_save(root: Path) -> None:
    told: Queue[Differing] = Queue()
    with closing(Follower(root, told.put)) as follower:
        follower.saved()
        assert told.get().summary == "1 sentence differs from what is published"
    follower.saved()  # it has ended, and nobody minds


@pytest.mark.parametrize("what", ["no git", "nothing published", "mistaken", "the same"])
def test_nothing_is_told_where_nothing_can_be(root: Path, what: str) -> None:
    match what:
        case "no git":
            shutil.rmtree(root / ".git")
        case "nothing published":
            shutil.rmtree(root / ".git")
            git(root, "init", "-q")
            git(root, "commit", "-qm", "Begin", "--allow-empty")
        case "mistaken":
            (root / "data/claims.yaml").write_text("over_twice: {holds: 1 > 2}\n", "utf-8")
        case "the same":
            subprocess.run(("git", "checkout", "-q", "data"), cwd=root, check=True)
    assert following.differing(root) == Differing()


def test_what_is_published_anew_is_what_it_compares_with(root: Path) -> None:
    assert following.differing(root).summary
    (root / "site/index.html").write_text("published again", "utf-8")
    git(root, "commit", "-qam", "Publish again")
    assert following.differing(root) == Differing()
