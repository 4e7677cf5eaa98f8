"""A chapter's Markdown, parsed once: CommonMark with tables, footnotes and our pieces in it.

Each token knows where it was typed. Beside CommonMark (https://spec.commonmark.org) a chapter has
strikethrough by two tildes, definitions, ``<details>`` and bare addresses; it has no HTML blocks
(a tag is judged where it stands), no headings by underlining and no code by indenting.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_def

from braindrain_site.model.remembered import remembered
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.inline import Inline, bare_address, piece
from braindrain_site.texts.pieces import BLOCKS, Bound, Call, Claim, Plain, Said, Says, Term

HELD = re.compile("\ue000(\\d+)\ue001")
"""What stands for a piece while Markdown is read: letters for private use, which mean nothing."""
_FOREIGN = re.compile("[\ue000\ue001]")
_CHARTS = re.compile("[ \t]*(?:\ue000\\d+\ue001[ \t]*)+")
_DETAILS = re.compile(r"<details( open)?>[ \t]*(?:<summary>(.*)</summary>)?|</details>")
_SUMMARY = re.compile(r"<summary>(.*)</summary>")
_ITEM = re.compile(r"( *)(?:(\d{1,9}[.)])( +)|[-*+] )")


Held = Bound | Call | Claim | Said | Term
"""What stands for itself among the words; where a statement begins, nothing does."""


@dataclass(frozen=True, eq=False)
class Document:
    """The tokens of a chapter in reading order, footnotes last, and the pieces held in them."""

    tokens: tuple[Token, ...]
    held: tuple[Held, ...]
    lines: tuple[str, ...]
    """The text as Markdown read it, a holder for each piece."""
    footnotes: dict[str, int]
    """Label → its number, or less than nought where no text refers to it."""
    addresses: tuple[tuple[str, int], ...]
    """The label of each line that says where links lead, and that line."""
    _pads: tuple[int, ...]
    """How many blanks were put before each line."""
    _begins: tuple[int, ...]
    _starts: tuple[int, ...]
    _typed: tuple[int, ...]
    """Where a run of held text starts, and where in the text as typed."""

    def offset(self, line: int, column: int) -> int:
        """Where in the text as typed stands what Markdown read there; both count from 0."""
        if line >= len(self._begins):
            return self._typed[-1]
        at = self._begins[line] + max(0, column - self._pads[line])
        run = bisect_right(self._starts, at) - 1
        most = self._typed[run + 1] if run + 1 < len(self._typed) else self._typed[run] + at
        return min(self._typed[run] + at - self._starts[run], most)

    def place(self, token: Token, at: int) -> int:
        """Where in the text as typed stands letter *at* of the content of *token*."""
        before = token.content[:at]
        words = token.content.split("\n")[before.count("\n")].rstrip()
        number = before.count("\n") + (token.map[0] if token.map else 0)
        number += token.type == "fence"  # its first line is that of its marks
        line = self.lines[number].rstrip() if number < len(self.lines) else ""
        if "column" not in token.meta and line.endswith(words):
            column = len(line) - len(words)
        else:
            reached = token.meta.get("column", 0)
            column = max(reached, line.find(words, reached))
        return self.offset(number, column + at - (before.rfind("\n") + 1))


@remembered(2**9)
def read(text: str) -> Document:
    """The document that *text*, a chapter below its heading, makes."""
    held, parts, typed = _held(text)
    starts = list(accumulate(map(len, parts), initial=0))[: len(typed)]
    before = "".join(parts).split("\n")
    pads = tuple(_pads(before))
    lines = tuple(" " * pad + line for pad, line in zip(pads, before, strict=True))
    begins = tuple(accumulate((len(line) + 1 for line in before), initial=0))[:-1]
    env: dict[str, Any] = {"held": held}
    tokens = tuple(_parser().parse("\n".join(lines), env))
    _find_columns(tokens, lines)
    refs = env.get("footnotes", {}).get("refs", {})
    footnotes = {label[1:]: number for label, number in refs.items()}
    return Document(
        tokens,
        held,
        lines,
        footnotes,
        _addresses(env),
        pads,
        begins,
        tuple(starts or [0]),
        tuple(typed or [0]),
    )


def alternative(image: Token) -> str:
    """The words of an *image* token for those who cannot see it, without marks."""
    return "".join(child.content for child in image.children or ())


def images_of(text: str) -> set[str]:
    """The names of the images that *text* shows."""
    children = (child for token in read(text).tokens for child in token.children or ())
    return {str(child.attrs.get("src", "")) for child in children if child.type == "image"}


def _addresses(env: dict[str, Any]) -> tuple[tuple[str, int], ...]:
    known = [(label, each["map"][0]) for label, each in env.get("references", {}).items()]
    return (*known, *((each["label"], each["map"][0]) for each in env.get("duplicate_refs", ())))


def _held(text: str) -> tuple[tuple[Held, ...], list[str], list[int]]:
    """The pieces of *text*; the text with a holder for each, in runs; and where each run begins."""
    held: list[Held] = []
    parts: list[str] = []
    typed: list[int] = []
    reached = 0
    for each in parse(text).pieces:
        if isinstance(each, Says):
            reached = each.at
            continue
        typed.append(each.at if isinstance(each, Plain) else reached)
        if isinstance(each, Plain):
            parts.append(_FOREIGN.sub("\N{REPLACEMENT CHARACTER}", each.text))
            reached = each.at + len(each.text)
        else:
            parts.append(f"\ue000{len(held)}\ue001")
            held.append(each)
            reached = each.at
    return tuple(held), parts, typed


def _pads(lines: Sequence[str]) -> Iterator[int]:
    """How many blanks each of *lines* lacks to stand in the numbered item that it was set under.

    People set what belongs below ``1. words`` two blanks in, as below ``- words``; CommonMark asks
    for three.
    """
    edge = need = 0  # of the numbered item last seen: its own column, the column of its words
    for line in lines:
        blanks = len(line) - len(line.lstrip(" "))
        item = _ITEM.match(line)
        inside = need and blanks >= edge + 2
        lack = max(0, need - blanks) if inside and item else 0
        if need and not inside and line.strip():
            edge = need = 0
        if item and item[2] and not inside:
            edge, need = blanks, blanks + len(item[2]) + 1
        yield lack


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    parser.inline = Inline()
    parser.configure("commonmark", {"html": True, "maxNesting": 60})
    parser.enable(["table", "strikethrough"])
    footnote_plugin(parser, inline=False)
    parser.block.ruler.at("footnote_def", _footnote, {"alt": ["paragraph", "reference"]})
    deflist_plugin(parser)
    parser.disable(["lheading", "html_block", "code"])
    parser.core.ruler.disable("text_join")
    parser.inline.ruler2.disable("fragments_join")
    parser.inline.add_terminator_char("\ue000")
    parser.inline.ruler.push("piece", piece)
    parser.inline.ruler.push("bare_address", bare_address)
    for name, rule in (("chart", _chart), ("details", _details), ("comment", _comment)):
        parser.block.ruler.before("table", name, rule, {"alt": ["paragraph", "blockquote", "list"]})
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # refused by us, in words
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A footnote, which stands in nothing else: the library would tear apart what it stands in."""
    return state.level == 0 and footnote_def(state, start, end, silent)


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].rstrip()


def _chart(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line of charts, or of other blocks, and nothing else."""
    line = _line(state, start)
    if not _CHARTS.fullmatch(line):
        return False
    numbers = [int(number) for number in HELD.findall(line)]
    pieces = [state.env["held"][number] for number in numbers]
    if not all(isinstance(each, Call) and each.name in BLOCKS for each in pieces):
        return False
    if not silent:
        for number in numbers:
            _push(state, "chart", 0, start).meta["held"] = number
        state.line = start + 1
    return True


def _details(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line that opens or closes words which readers unfold, or holds the summary of them."""
    line = _line(state, start)
    opened = _DETAILS.fullmatch(line)
    summed = _SUMMARY.fullmatch(line)
    if not opened and not summed:
        return False
    if silent:
        return True
    if line.startswith("</"):
        _push(state, "details_close", -1, start)
    elif opened:
        _push(state, "details_open", 1, start).attrs = {"open": ""} if opened[1] else {}
    words = summed[1] if summed else opened[2] if opened else None
    if words is not None:
        _push(state, "summary_open", 1, start)
        inline = _push(state, "inline", 0, start)
        inline.content, inline.children = words.strip(), []
        _push(state, "summary_close", -1, start)
    state.line = start + 1
    return True


def _comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines for other editors; one that is never closed goes on to the end."""
    line = _line(state, start)
    if not line.startswith("<!--"):
        return False
    last = next((n for n in range(start, end) if "-->" in _line(state, n)[4 * (n == start) :]), end)
    if last == start and not line.endswith("-->"):
        return False  # words follow it
    if not silent:
        token = _push(state, "comment", 0, start)
        token.content = "\n".join(_line(state, n) for n in range(start, min(last + 1, end)))
        token.info = "" if last < end and _line(state, last).endswith("-->") else "open"
        state.line = min(last + 1, end)
    return True


def _push(state: StateBlock, kind: str, nesting: int, line: int) -> Token:
    tag = kind.partition("_")[0]
    token = state.push(kind, tag if nesting else "", nesting)  # type: ignore[arg-type]
    token.map, token.block = [line, line + 1], True
    return token


def _find_columns(tokens: Sequence[Token], lines: Sequence[str]) -> None:
    """Tells tokens that are not the rest of their line from which column on they stand in it."""
    line = reached = 0
    for before, token in pairwise(tokens):
        if token.type == "list_item_open" and token.map:
            token.meta["column"] = max(0, lines[token.map[0]].find(token.info))
        elif before.type == "summary_open" and token.map:
            token.meta["column"] = lines[token.map[0]].find("<summary>") + len("<summary>")
        if token.type == "inline" and before.type in {"th_open", "td_open"} and token.map:
            if token.map[0] != line:
                line, reached = token.map[0], 0
            at = lines[line].find(token.content, reached)
            token.meta["column"] = max(at, reached)
            reached = max(at + len(token.content), reached)
