"""What a skeleton leaves to its editor: a sign in the place of each thing to write."""

import re
from collections.abc import Sequence
from itertools import takewhile

SIGN = "…"
"""Stands where something has to be written."""
_COMMENT = re.compile(r"\s*# ?(.*)")
TO_WRITE = "This is still to be written."


def to_write(lines: Sequence[str], line: int) -> str:
    """What the comment right above a *line*, counted from 1, says of it; empty if there is none."""
    above = takewhile(_COMMENT.fullmatch, reversed(lines[: line - 1]))
    return " ".join(_COMMENT.sub(r"\1", each).strip() for each in reversed([*above]))
