"""Markdown inside a paragraph: each token knows where in it it began; what we read beside it."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token

_PIECE = re.compile("\ue000(\\d+)\ue001")
_REST = re.compile(r"://[A-Za-z0-9](?:[\w.~:/?#@!$&'()+,;=%-]*[\w~/#@$&=+%)-])?", re.ASCII)
_CJK = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")


class _State(StateInline):
    """Emphasis that ends before a Korean particle: ``**AI(인공지능)**는``.

    CommonMark takes a mark between punctuation and a letter for one that opens only; between
    punctuation and a letter of Chinese, Japanese or Korean it has to do both
    (https://github.com/tats-u/markdown-cjk-friendly).
    """

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        scanned = super().scanDelims(start, canSplitWord)
        if not canSplitWord:
            return scanned
        before = self.src[start - 1 : start] or " "
        after = self.src[start + scanned.length : start + scanned.length + 1] or " "
        opens, closes = scanned.can_open, scanned.can_close
        if not after.isspace() and _CJK.match(before):
            opens = True
        if not before.isspace() and _CJK.match(after):
            closes = True
        return Scanned(opens, closes, scanned.length)


class Inline(ParserInline):
    """The parser of the library, whose tokens tell in ``meta["at"]`` where they began."""

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """*tokens* with those of *src*."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """Reads *state* to its end."""
        rules, most = self.ruler.getRules(""), state.md.options["maxNesting"]
        began = state.pos
        """Where the words that wait to become a token began."""
        while state.pos < state.posMax:
            at, waiting, count = state.pos, bool(state.pending), len(state.tokens)
            began = began if waiting else at
            if state.level >= most or not any(rule(state, False) for rule in rules):
                state.append_pending(state.src[at])
                state.pos += 1
            _tell(state.tokens[count:], began if waiting else at, at)
        if state.pending:
            state.pushPending().meta["at"] = began


def _tell(tokens: Sequence[Token], began: int, at: int) -> None:
    for number, token in enumerate(tokens):
        words = number == 0 and token.type == "text"
        token.meta.setdefault("at", began if words else at)


def piece(state: StateInline, silent: bool) -> bool:
    """A figure, claim or link of ours."""
    found = _PIECE.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.push("piece", "", 0).meta["held"] = int(found[1])
    state.pos = found.end()
    return True


def bare_address(state: StateInline, silent: bool) -> bool:
    """An address as it is pasted; it ends where letters follow that an address has not.

    In Korean a particle stands behind it without a blank: ``https://example.org/a에서``.
    """
    if state.src[state.pos] != ":" or state.linkLevel or silent:
        return False
    found = _REST.match(state.src, state.pos)
    waiting = state.pending
    scheme = next((waiting[-n:] for n in (5, 4) if waiting[-n:].lower() in {"https", "http"}), "")
    if not found or not scheme or waiting[: -len(scheme)][-1:].isalnum():
        return False
    end = found.end()
    while state.src[end - 1] == ")" and state.src.count(")", state.pos, end) > state.src.count(
        "(", state.pos, end
    ):
        end -= 1
    state.pending = waiting[: -len(scheme)]
    address = scheme + state.src[state.pos : end]
    opened = state.push("link_open", "a", 1)
    opened.attrs, opened.info = {"href": address}, _unclear(address, state.src[end : end + 1])
    opened.meta["at"], opened.markup = state.pos - len(scheme), "bare"
    state.push("text_special", "", 0).content = address
    state.push("link_close", "a", -1)
    state.pos = end
    return True


def _unclear(address: str, after: str) -> str:
    """``unclear`` where *after* may be a letter of the address as well."""
    korean = bool(after) and "HANGUL" in unicodedata.name(after, "")
    if after == "\ue000" or (after.isalnum() and not korean):
        return "unclear"
    return "unclear" if korean and address[-1] in "/=_-?&#%+" else ""
