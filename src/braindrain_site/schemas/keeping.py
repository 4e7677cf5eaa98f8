"""Keeps the schemas where the programs in which YAML is typed look for them."""

import json
from contextlib import suppress
from pathlib import Path

from braindrain_site.disk.program import PROGRAM
from braindrain_site.model.edition import Edition
from braindrain_site.schemas.files import schemas

_GUIDE = PROGRAM / "data" / "README.md"
"""What tells editors of every story what each key is."""


def guide(root: Path) -> str:
    """What editors are told in ``data/README.md``: the story's own, or the program's."""
    own = root / "data" / "README.md"
    file = own if own.is_file() else _GUIDE
    return file.read_text("utf-8") if file.is_file() else ""


def keep_schemas(root: Path, edition: Edition) -> None:
    """Keep what an editor of YAML completes and checks by: the names that *edition* has now.

    Where nothing can be kept, nobody's work stops for it.
    """
    folder = root / ".cache" / "schemas"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        for file, schema in schemas(edition, guide(root)).items():
            target, text = folder / file.replace(".yaml", ".json"), json.dumps(schema)
            if not target.is_file() or target.read_text("utf-8") != text:
                target.write_text(text, "utf-8", newline="\n")
