"""Typewriter's marks as printers set them: quotation marks, apostrophes, dashes and ellipses.

Which way a quotation mark turns hangs on what is open and on what stands before it: in Korean a
particle follows the closing one without a blank (``"…"라고``), where libraries that look for a
blank turn it the wrong way.
"""

import re
from collections.abc import Iterable

_DASHES = re.compile(r"(?<!-)(?:---|--)(?!-)|(?<!\.)\.\.\.(?!\.)")
_SET = {"--": "–", "---": "—", "...": "…"}
_TURNED = {'"': ("“", "”"), "'": ("‘", "’")}
_BEFORE_OPENING = re.compile(r"[\s(\[{<“‘«「『《〈—–/=-]")
_YEARS = re.compile(r"\d\ds")


def turned(runs: Iterable[str]) -> list[str]:
    """The words of a paragraph, run by run, with their marks set.

    >>> turned(['"A ', "'b'", '는", he said--'])
    ['“A ', '‘b’', '는”, he said–']
    """
    runs = list(runs)
    whole = "".join(runs)
    marks: dict[int, str] = {}
    opened: list[str] = []
    for found in re.finditer("[\"']", whole):
        at, mark = found.start(), found[0]
        before = marks.get(at - 1, whole[at - 1 : at])
        marks[at] = _turn(mark, before, whole[at + 1 : at + 4], opened)
    parts, reached = [], 0
    for run in runs:
        letters = (marks.get(at, letter) for at, letter in enumerate(run, reached))
        parts.append(_DASHES.sub(lambda dashes: _SET[dashes[0]], "".join(letters)))
        reached += len(run)
    return parts


def _turn(mark: str, before: str, after: str, opened: list[str]) -> str:
    """What *mark* becomes between two letters; *opened* are the marks that wait to be closed."""
    opening, closing = _TURNED[mark]
    free = not before or _BEFORE_OPENING.match(before) is not None
    follows = bool(after) and not after[0].isspace()
    if mark == "'" and (_YEARS.match(after) or (_latin(before) and _latin(after[:1]))):
        return closing  # ’90s, don’t
    if mark in opened and not (free and follows):
        while opened.pop() != mark:
            pass
        return closing
    within = mark not in opened and _glued(mark, before) and _begins(after[:1])
    if follows and (free or within):
        opened.append(mark)
        return opening
    return closing


def _latin(letter: str) -> bool:
    return (letter.isascii() and letter.isalnum()) or "\u00c0" <= letter <= "\u024f"


def _begins(letter: str) -> bool:
    return letter.isalnum() or letter in "\"'"


def _glued(mark: str, before: str) -> bool:
    """Whether words may begin between marks right behind *before*: ``그는"안녕"이라고``."""
    hangul = before.isalnum() and not _latin(before)
    return hangul or (mark == '"' and before in ".,?!:;…")
