"""The digests of texts that quotations are proved by: ``witnesses/SOURCE.txt``."""

from collections.abc import Mapping

from braindrain_site.model import witness
from braindrain_site.model.problems import nearest
from braindrain_site.model.witness import Witness
from braindrain_site.reading.desk import Desk

FOLDER = "witnesses/"


def read_witnesses(desk: Desk, sources: Mapping[str, object]) -> dict[str, Witness]:
    """Source → what its text was read to say; each file is named after one of *sources*."""
    found: dict[str, Witness] = {}
    for path, text in desk.files.items():
        if not path.startswith(FOLDER):
            continue
        key = path.removeprefix(FOLDER).removesuffix(".txt")
        if key not in sources:
            desk.problem(path, f'There is no source "{key}".', nearest(key, sources))
            continue
        try:
            found[key] = witness.read(text)
        except ValueError:
            hint = f"Make it anew: python build.py witness {key} and a file with the text."
            desk.problem(path, "This file does not hold what it was written with.", hint)
    return found
