"""The one small formula language: a formula as typed → its tree, and what it speaks of.

Python's own parser reads it. Bounded: short text, few nodes. What a formula comes to, and all that
one may do, is in ``evaluation``.
"""

import ast
import keyword
import re
from functools import cache
from typing import NamedTuple

from braindrain_site.figures import slips
from braindrain_site.model.tables import joined

MOST_CHARACTERS = 300
MOST_NODES = 80
_FOREIGN = "|".join(word for word in keyword.kwlist if word != "and")
_WORDS = re.compile(rf"\"[^\"]*\"|'[^']*'|\b(?=(?:{_FOREIGN})\b)(\w)(\w*)")
"""What stands between quotes, and words that mean something to Python but nothing here."""


class FormulaError(Exception):
    """What is wrong with a formula, how far into it, and what to do."""

    def __init__(self, sentence: str, offset: int = 0, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence, self.offset, self.hint = sentence, offset, hint


@cache
def parse(text: str) -> ast.expr:
    """The tree of a formula, read once however often it is asked for; nobody changes it.

    Raises FormulaError when it is no formula of this language.
    """
    if len(text) > MOST_CHARACTERS:
        raise FormulaError(
            f"This formula has {len(text)} characters; {MOST_CHARACTERS} are allowed.",
            hint="Split it into figures of its own.",
        )
    if "{{" in text:
        raise FormulaError(*slips.explain(text, text.index("{{")))
    try:
        tree = ast.parse(_spelled(text), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        offset = max((getattr(error, "offset", None) or 1) - 1, 0)
        raise FormulaError(*slips.explain(text, offset)) from None
    if sum(1 for _ in ast.walk(tree)) > MOST_NODES:
        raise FormulaError("This formula is too long.", hint="Split it into figures of its own.")
    return tree


def letters_before(text: str, offset: int) -> int:
    """How many letters of a formula stand before *offset*, where its tree says something stands.

    Python counts a tree's columns in bytes; an editor's cursor counts letters.
    """
    return len(_spelled(text).encode()[:offset].decode(errors="ignore"))


def _spelled(text: str) -> str:
    """*text* with names that are words of Python (``in`` for India) spelled so that they are none.

    Python takes a full-width letter for the plain one, but no word with such a letter for its own.
    """
    return _WORDS.sub(
        lambda word: chr(ord(word[1]) + 0xFEE0) + word[2] if word[1] else word[0], text
    )


@cache
def names(text: str) -> tuple[str, ...]:
    """The figures and tables a formula speaks of, each once, in the order of the text."""
    nodes = list(ast.walk(parse(text)))
    called = {id(node.func) for node in nodes if isinstance(node, ast.Call)}
    found = [node for node in nodes if isinstance(node, ast.Name) and id(node) not in called]
    found.sort(key=lambda node: node.col_offset)
    return tuple(dict.fromkeys(node.id for node in found))


class Cell(NamedTuple):
    """One cell of a table, as a formula names it."""

    table: str
    column: str
    row: str


def cell(text: str) -> Cell | None:
    """The cell that is all a formula asks for; None for any other formula."""
    match parse(text):
        case ast.Subscript(
            value=ast.Attribute(value=ast.Name(id=table), attr=column),
            slice=part,
        ) if (row := row_named(part)) is not None:
            return Cell(table, column, row)
    return None


def difference(text: str) -> tuple[str, ...]:
    """Both sides of a formula that takes one thing from another; none of any other."""
    match parse(text):
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            return ast.unparse(left), ast.unparse(right)
    return ()


def row_named(node: ast.expr) -> str | None:
    """What the row is called that *node* names by one key, or by several; None for all else."""
    match node:
        case ast.Constant(value=str(key)):
            return key
        case ast.Tuple(elts=[*parts]) if len(parts) > 1:
            keys = [part.value for part in parts if isinstance(part, ast.Constant)]
            if len(keys) == len(parts):
                return joined(map(str, keys))
    return None
