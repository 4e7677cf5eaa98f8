"""Makes the sites that tests look at, and keeps what is drawn for one for all others of a run."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from braindrain_site import recipe

TEMPLATES = Path(__file__).parents[2] / "templates"
_NAMED = "DRAWN_FOR_TESTS"

# The process that starts a run makes the folder, names it to those that it starts, and removes it.
if _NAMED not in os.environ:
    os.environ[_NAMED] = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, os.environ[_NAMED])
DRAWN = Path(os.environ[_NAMED])
"""The drawings of a run: a test that changes a word or a cell draws what the change shows in."""


def make(data: Path) -> Mapping[str, bytes]:
    """Every file of the site of *data*, path → bytes, each made when it is looked at.

    Whether translations have been compared is no matter of pages.
    """
    return recipe.plan(recipe.judge(data, publishing=False), TEMPLATES, DRAWN)
