"""Files of an edition changed byte by byte, towards lines of the program that no file has reached.

It needs atheris, which the tests do not: install it beside them, then
``python -m tests.support.guided FOLDER -max_total_time=600 -timeout=10 -seed=16``
keeps in FOLDER each file that reached something new. A finding ends it, and the file is kept.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]
import markdown_it  # noqa: F401  not followed: what others wrote is theirs to try
import pandas  # noqa: F401
import pydantic  # noqa: F401

with atheris.instrument_imports(include=["braindrain_site"]):
    from braindrain_site import recipe
from braindrain_site.model.problems import Rejected
from tests.support import small

BEFORE = {
    path.relative_to(small.FOLDER): path.read_bytes()
    for path in sorted(small.FOLDER.rglob("*"))
    if path.is_file()
}
ROOM = Path(shutil.copytree(small.FOLDER, Path(tempfile.mkdtemp()) / "data"))


def tried(given: bytes) -> None:
    """Judges the edition with one file, chosen by the first byte, in place of its own.

    Raises AssertionError for problems without a place, and whatever the program lets through.
    """
    file = [*BEFORE][given[0] % len(BEFORE)] if given else None
    if file is None:
        return
    (ROOM / file).write_bytes(given[1:])
    try:
        recipe.judge(ROOM, publishing=False)
    except Rejected as rejected:
        places = [problem.place for problem in rejected.problems]
        assert places
        assert all(place.file and place.line > 0 and place.column > 0 for place in places)
    finally:
        (ROOM / file).write_bytes(BEFORE[file])


if __name__ == "__main__":
    found = Path(sys.argv[1])
    found.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(BEFORE.values()):
        (found / f"begin-{number}").write_bytes(bytes([number]) + content)
    atheris.Setup(sys.argv, tried)
    atheris.Fuzz()
