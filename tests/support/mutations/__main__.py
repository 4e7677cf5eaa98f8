"""Prints what no test notices, and a table of what was tried: see the package."""

import ast
import sys
import time
from collections.abc import Mapping
from typing import NamedTuple

from tests.support.mutations import path_of
from tests.support.mutations.changes_nothing import everything
from tests.support.mutations.changing import Change, changed, changes
from tests.support.mutations.held_by import BESIDE, tests_of
from tests.support.mutations.trying import End, Held, load_libraries


class Row(NamedTuple):
    """What became of the changes of a module."""

    module: str
    tried: int
    killed: int
    by_time: int
    """Of the killed: whose tests took too long."""
    explained: int
    surviving: int

    @property
    def score(self) -> float:
        """The share that is noticed of what could be."""
        return self.killed / max(1, self.tried - self.explained)


def main() -> None:
    """Tries as many changes of each module as the first argument says, chosen evenly."""
    load_libraries()
    count = int(sys.argv[1])
    rows = []
    for module in sys.argv[2:] or BESIDE:
        tree = ast.parse(path_of(module).read_text("utf-8"))
        found = changes(tree)
        tried = min(count, len(found))
        chosen = [found[number * len(found) // tried] for number in range(tried)]
        began = time.monotonic()
        ends = Held(module, tests_of(module)).ends([changed(tree, each) for each in chosen])
        rows.append(_row(module, dict(zip(chosen, ends, strict=True))))
        print(f"{module}: {len(found)} changes, {time.monotonic() - began:.0f} s", flush=True)
    print(f"\n{'module':24}   tried  killed (by time)  explained  surviving  score")
    for row in rows:
        print(
            f"{row.module:24}  {row.tried:6}  {row.killed:6} {row.by_time:9}  {row.explained:9}"
            f"  {row.surviving:9}  {row.score:5.0%}"
        )


def _row(module: str, ends: Mapping[Change, End]) -> Row:
    """Counts what became of the changes of a *module*, and prints what is left to do."""
    reasons = everything().get(module, {})
    passed = [change for change, end in ends.items() if end is End.PASSED]
    for change, end in ends.items():
        if (end is End.PASSED) != (change.said in reasons):
            wrong = "" if end is End.PASSED else "noticed, though explained: "
            print(f"{path_of(module).name}:{change.line}: {wrong}{change.said}")
    known = sum(change.said in reasons for change in passed)
    late = [*ends.values()].count(End.NEVER)
    return Row(module, len(ends), len(ends) - len(passed), late, known, len(passed) - known)


if __name__ == "__main__":
    main()
