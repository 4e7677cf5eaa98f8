"""Builds the site: ``python build.py``, or ``python build.py --help`` for the other commands."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "src"))

from braindrain_site.cli import run  # noqa: E402  the path above has to come first

if __name__ == "__main__":
    sys.exit(run(ROOT))
