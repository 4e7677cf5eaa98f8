"""The sentences of a chapter: where each was typed, and whether anything vouches for it.

Headings, the cells of tables, code and pictures are no sentences, and neither is an item of a list
without the mark that ends one, nor the bold words before one (**Evaluation.**).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from markdown_it.token import Token

from braindrain_site.model.remembered import remembered
from braindrain_site.texts import document, tags
from braindrain_site.texts.document import Document, Held
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.pieces import Bound, Call, Claim, Plain, Said, Term
from braindrain_site.wording.sentences import split

_PIECE = "\N{OBJECT REPLACEMENT CHARACTER}"
_NONE = {"heading_open", "th_open", "td_open"}
_ENDS = (".", "?", "!", "…", "。", ":")
_PARAGRAPH = re.compile(r"(?:.|\n(?![ \t]*\n))+")
_BEGIN, _END = re.compile(r"\{%(?!\s*end)[^%]*%\}"), re.compile(r"\{%\s*end\w*\s*%\}")


@dataclass(frozen=True)
class Sentence:
    """A sentence, the letter of the text at which it begins, and whether it has a receipt: a
    figure, a claim or a link to a source in it, or a statement around it.

    In *words* an ellipsis stands for each of the *pieces*.
    """

    words: str
    at: int
    has_receipt: bool
    pieces: tuple[Held, ...] = ()
    _typed: str = ""

    def said(self, say: Callable[[Held], str]) -> str:
        """The sentence with what *say* makes of each piece."""
        parts = self._typed.split(_PIECE)
        told = [say(piece) for piece in self.pieces]
        for number, (piece, words) in enumerate(zip(self.pieces, told, strict=True), 1):
            if mark := _mark(piece):  # it stands in the piece and behind it
                told[number - 1] = words.rstrip().removesuffix(mark)
        return "".join(chain.from_iterable(zip_longest(parts, told, fillvalue="")))


@remembered(2**9)
def sentences(text: str, lang: str) -> tuple[Sentence, ...]:
    """The sentences of *text*, a chapter below its heading, in reading order."""
    return tuple(
        words.sentence(start, end, vouched)
        for words, start, end, vouched in _judged(document.read(text), text, lang)
    )


def own(read: Document, text: str, lang: str) -> dict[int, list[tuple[int, int]]]:
    """Which words of *text*, read as *read*, stand in a sentence that has no receipt.

    By the id of the token that holds them: from which letter of it to which.
    """
    spans: dict[int, list[tuple[int, int]]] = {}
    for words, start, end, vouched in _judged(read, text, lang):
        for child, at in () if vouched else words.texts:
            span = max(start - at, 0), min(end - at, len(child.content))
            if span[0] < span[1]:
                spans.setdefault(id(child), []).append(span)
    return spans


def _judged(read: Document, text: str, lang: str) -> Iterator[tuple["_Paragraph", int, int, bool]]:
    """Each sentence: its paragraph, where in that it begins and ends, whether it has a receipt."""
    stated = [(each.began, each.at) for each in parse(text).pieces if isinstance(each, Said)]
    listed = 0
    for before, token in zip((None, *read.tokens), read.tokens, strict=False):
        listed += token.nesting * (token.tag == "li")
        kind = before.type if before else ""
        if token.type == "inline" and kind not in _NONE:
            yield from _of_paragraph(_Paragraph(read, token), stated, lang, listed > 0)


def typed(text: str, lang: str) -> Iterator[tuple[int, int]]:
    """From where to where each sentence of *text* goes, with all that was typed in it.

    >>> text = 'So {% claim "a" %}it is.{% endclaim %} Dr. Seo {{ left }}.'
    >>> [text[start:end] for start, end in typed(text, "en")]
    ['So {% claim "a" %}it is.{% endclaim %}', 'Dr. Seo {{ left }}.']
    """
    bare = _END.sub(lambda tag: ")" * len(tag[0]), text)
    bare = _BEGIN.sub(lambda tag: "(" * len(tag[0]), bare)
    for paragraph in _PARAGRAPH.finditer(bare):
        begins = paragraph.start()
        yield from ((begins + a, begins + b) for a, b in split(paragraph[0], lang))


class _Paragraph:
    """Words of one paragraph, a letter for each piece, and where in them a receipt is linked."""

    def __init__(self, read: Document, token: Token) -> None:
        self.read, self.token = read, token
        self.words = ""
        self.vouched: list[int] = []
        self.held: list[tuple[int, Held]] = []
        """Where a letter stands for a piece, and for which."""
        self.texts: list[tuple[Token, int]] = []
        """The tokens of plain words, and where in the words each begins."""
        self._runs: list[tuple[int, int]] = []
        children = [*(token.children or ())]
        while label := _label(children):
            del children[:label]
        for child in children:
            self._take(child)

    def _take(self, child: Token) -> None:
        words = child.content if child.type in {"text", "text_special", "code_inline"} else ""
        if child.type in {"softbreak", "hardbreak"} or child.content.startswith("<br"):
            words = " "
        elif child.type == "piece":
            piece = self.read.held[child.meta["held"]]
            words = "" if isinstance(piece, Said) else _PIECE + _mark(piece)
            if isinstance(piece, Term):
                words = piece.words
            elif words:
                self.held.append((len(self.words), piece))
            if isinstance(piece, Bound | Claim) or (
                isinstance(piece, Call) and piece.name == "source"
            ):
                self.vouched.append(len(self.words))
        elif child.type == "link_open" and tags.elsewhere(str(child.attrs.get("href", ""))):
            self.vouched.append(len(self.words))
        if child.type == "text":
            self.texts.append((child, len(self.words)))
        if words:
            self._runs.append((len(self.words), child.meta.get("at", 0)))
            self.words += words

    def sentence(self, start: int, end: int, vouched: bool) -> Sentence:
        """The sentence that goes from letter *start* to letter *end*."""
        typed = self.words[start:end]
        pieces = tuple(piece for at, piece in self.held if start <= at < end)
        return Sentence(typed.replace(_PIECE, "…"), self.place(start), vouched, pieces, typed)

    def place(self, at: int) -> int:
        """Where in the text as typed stands letter *at*."""
        began, typed = next(run for run in reversed(self._runs) if run[0] <= at)
        return self.read.place(self.token, typed + at - began)


def _mark(piece: Held) -> str:
    """The mark that ends a sentence at the end of a claim."""
    last = piece.pieces[-1] if isinstance(piece, Claim) and piece.pieces else None
    words = last.text.rstrip() if isinstance(last, Plain) else ""
    return words[-1:] if words.endswith(_ENDS) else ""


def _label(children: Sequence[Token]) -> int:
    """How many tokens at the beginning are bold words that end like a sentence."""
    if not children or children[0].type not in {"strong_open", "text"}:
        return 0
    if children[0].type == "text":
        return 1 if not children[0].content.strip() else 0
    end = next((n for n, each in enumerate(children) if each.type == "strong_close"), 0)
    words = "".join(each.content for each in children[:end]).rstrip()
    more = any(each.content.strip() or each.type == "piece" for each in children[end:])
    return end + 1 if words.endswith(_ENDS) and more else 0


def _of_paragraph(
    read: _Paragraph, stated: Sequence[tuple[int, int]], lang: str, listed: bool
) -> Iterator[tuple[_Paragraph, int, int, bool]]:
    if listed and not _is_sentence(read.words.strip(), lang):
        return
    for start, end in split(read.words, lang):
        first, last = read.place(start), read.place(end - 1)
        vouched = any(start <= at < end for at in read.vouched)
        vouched = vouched or any(began <= last and first < ended for began, ended in stated)
        yield read, start, end, vouched


def _is_sentence(words: str, lang: str) -> bool:
    """Whether an item of a list is more than a few words that end the sentence before the list."""
    ends = words.rstrip("\"'”’)").endswith(_ENDS)
    return ends and not (lang == "en" and words[:1].islower())
