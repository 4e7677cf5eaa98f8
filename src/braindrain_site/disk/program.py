"""Where the program itself stands, and what of it a story may have of its own."""

from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[3]
"""The folder with ``src/`` and ``templates/``."""


def templates_of(story: Path) -> Path:
    """The templates of the story in a folder: its own, if it has any, else the program's."""
    own = story / "templates"
    return own if own.is_dir() else PROGRAM / "templates"
