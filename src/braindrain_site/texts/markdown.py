"""Chapters as HTML, with places for charts.

Contributors write the text: nothing they type reaches the page but letters, which are escaped, and
what ``tags`` knows, which is written anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from string import ascii_lowercase
from typing import TypeVar

from markdown_it.token import Token
from markupsafe import Markup

from braindrain_site.model.edition import Chapter
from braindrain_site.texts import document, elements, sentences
from braindrain_site.texts.binding import Binding
from braindrain_site.texts.document import HELD, Document, alternative
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.pieces import BLOCKS, Call, Claim, Piece, Plain
from braindrain_site.texts.quotation import turned
from braindrain_site.wording.filling import filled

_P = TypeVar("_P", bound=Piece)
_BETWEEN = {"blockquote", "dl", "ol", "ul", "table", "thead", "tbody", "tr", "details"}
"""What begins a line for each thing in it."""
_OWN = '<span class="own">{}</span>'
_FOREIGN = {0xE000: None, 0xE001: None}
"""The letters that hold pieces, as someone may write them: ``&#xE000;``. They say nothing."""
_SIZES = "(min-width: 37.5rem) 35rem, calc(100vw - 2.5rem)"
"""How wide an image is shown: the width of the text (``page.css``)."""


@dataclass(frozen=True)
class Prose:
    """A run of text between charts, ready for the page."""

    html: Markup


@dataclass(frozen=True)
class Slot:
    """Where a chart stands, or another block (*name*), which has no key."""

    chart: str
    name: str = "chart"


@dataclass(frozen=True)
class Told:
    """A chapter ready for the page: its address, its heading, and its text and charts in order."""

    slug: str
    title: Markup
    plain_title: str
    parts: tuple[Prose | Slot, ...]


def tell(
    chapters: tuple[Chapter, ...],
    binding: Binding,
    addresses: Mapping[str, tuple[str, str]],
    root: str = "",
    deeper: int = 0,
) -> tuple[Told, ...]:
    """*chapters* as HTML. *addresses* gives each page a text may link to its address and name.

    *root* leads from the page to the top of the site; headings go *deeper* than they say, where
    those of the chapters are themselves second. The figures and claims used are left in
    ``binding.uses`` and ``binding.claims``.
    """

    def told(chapter: Chapter) -> Told:
        return _Chapter(chapter, binding, addresses, root, deeper).told()

    return tuple(
        binding.remembered(("told", it.file), (it, addresses, root, deeper), partial(told, it))
        for it in chapters
    )


class _Chapter:
    """One chapter on its way to the page."""

    def __init__(
        self,
        chapter: Chapter,
        binding: Binding,
        addresses: Mapping[str, tuple[str, str]],
        root: str,
        deeper: int,
    ) -> None:
        self.chapter, self.binding, self.addresses = chapter, binding, addresses
        self.root, self.deeper = root, deeper
        self.read: Document = document.read(chapter.text)
        told = chapter in binding.edition.story.get(binding.lang, ())
        self.own = sentences.own(self.read, chapter.text, binding.lang) if told else {}

    def told(self) -> Told:
        binding = self.binding
        heading = _set(parse(self.chapter.title).pieces)
        title = binding.where = binding.words(heading)
        parts: list[Prose | Slot] = []
        run: list[Token] = []
        for token in (*self.read.tokens, None):
            if token and (token.type != "chart" or token.level):
                run.append(token)
                continue
            if html := self._html(run):
                parts.append(Prose(html))
            run = []
            if token and isinstance(call := self.read.held[token.meta["held"]], Call):
                parts.append(Slot(call.key, call.name))
        return Told(self.chapter.slug, binding.linked(heading), title, tuple(parts))

    def _html(self, tokens: Sequence[Token]) -> Markup:
        html = "".join(map(self._block, tokens)).translate(_FOREIGN)
        return Markup(html.strip())

    def _block(self, token: Token) -> str:
        if token.type == "inline":
            return self._inline(token.children or ())
        if token.type == "fence":
            return f"<pre><code>{self._code(token.content.rstrip())}</code></pre>\n"
        if token.type.startswith("footnote"):
            return self._footnote(token)
        if token.hidden or not token.tag:
            return ""
        tag = token.tag
        if token.type.startswith("heading"):
            tag = f"h{int(tag[1]) + self.deeper}"
        if token.nesting < 0:
            return f"</{tag}>\n"
        ends = "\n" if tag in _BETWEEN or token.nesting == 0 else ""
        return elements.opening(tag, elements.attributes(token)) + ends

    def _footnote(self, token: Token) -> str:
        name = f"{self.chapter.slug}-{token.meta['id'] + 1}" if "id" in token.meta else ""
        match token.type:
            case "footnote_block_open":
                return '<div class="footnotes"><ol type="a">\n'
            case "footnote_block_close":
                return "</ol></div>\n"
            case "footnote_open":
                return f'<li id="f-{name}">'
            case "footnote_anchor":
                return self._back(name, token.meta["subId"] + 1)
        return "</li>\n"

    def _back(self, name: str, use: int) -> str:
        """The way from a footnote back to the *use*th place that refers to it."""
        words, lang = self.binding.edition.words, self.binding.lang
        said = filled(words["receipt_back"][lang], where=self.binding.where, number=use)
        arrow = escape(words["receipt_arrow"][lang])
        return f' <a class="back" href="#b-{name}-{use}" aria-label="{escape(said)}">{arrow}</a>'

    def _inline(self, children: Sequence[Token]) -> str:
        if len(children) == 1 and children[0].type == "image":
            return self._image(children[0])
        parts = [part for child in children for part in self._parts(child)]
        words = turned(words for _, words, _ in parts)
        return "".join(
            _OWN.format(self._span(child, text)) if own else self._span(child, text)
            for (child, _, own), text in zip(parts, words, strict=True)
        )

    def _parts(self, child: Token) -> Iterator[tuple[Token, str, bool]]:
        """*child* with its words, in parts where only some are of a sentence of our own."""
        words, reached = _words(child), 0
        for start, end in self.own.get(id(child), ()):
            yield from ((child, words[reached:start], False),) if reached < start else ()
            yield child, words[start:end], True
            reached = end
        if reached < len(words) or not words:
            yield child, words[reached:], False

    def _span(self, child: Token, words: str) -> str:
        """One part of a paragraph; *words* are those of a text with their marks set."""
        match child.type:
            case "text":
                return escape(words, quote=False)
            case "text_special":
                return escape(child.content, quote=False)
            case "code_inline":
                return f"<code>{self._code(child.content)}</code>"
            case "piece":
                return self._piece(int(child.meta["held"]))
            case "html_inline":
                return elements.typed_tag(child.content)
            case "footnote_ref":
                name = f"{self.chapter.slug}-{child.meta['id'] + 1}"
                back = f"b-{name}-{child.meta['subId'] + 1}"
                return f'<sup id="{back}"><a href="#f-{name}">{_letter(child.meta["id"])}</a></sup>'
            case "hardbreak":
                return "<br>\n"
            case "softbreak":
                return "\n"
        if not child.tag or child.type == "image":
            return ""
        return (
            f"</{child.tag}>"
            if child.nesting < 0
            else elements.opening(child.tag, elements.attributes(child))
        )

    def _code(self, content: str) -> str:
        """*content* as typed, its figures in it."""
        parts = HELD.split(content)
        parts[::2] = [escape(part, quote=False) for part in parts[::2]]
        parts[1::2] = [self._piece(int(number)) for number in parts[1::2]]
        return "".join(parts)

    def _piece(self, number: int) -> str:
        piece = self.read.held[number]
        if isinstance(piece, Claim):
            piece = replace(piece, pieces=_set(piece.pieces))
        if not isinstance(piece, Call):
            return self.binding.link(piece)
        return (
            ""
            if piece.name in BLOCKS
            else elements.linked_call(piece, self.binding, self.addresses)
        )

    def _image(self, child: Token) -> str:
        """An image as wide as the text, or none where there is none of this name."""
        image = self.binding.edition.images.get(str(child.attrs.get("src", "")))
        if not image:
            return ""
        shown = [f"{self.root}{image.path(width)} {width}w" for width in image.widths]
        several = f' srcset="{", ".join(shown)}" sizes="{_SIZES}"' if len(shown) > 1 else ""
        credit = escape(str(child.attrs.get("title", "")), quote=False)
        return (
            f'<img src="{shown[-1].partition(" ")[0]}"{several} width="{image.width}" '
            f'height="{image.height}" alt="{escape(alternative(child))}" loading="lazy">'
            f'<small class="credit">{credit}</small>'
        )


def _set(pieces: Sequence[_P]) -> tuple[_P, ...]:
    """*pieces* with the marks of their words set."""
    words = turned(piece.text if isinstance(piece, Plain) else "x" for piece in pieces)
    return tuple(
        replace(piece, text=text) if isinstance(piece, Plain) else piece
        for piece, text in zip(pieces, words, strict=True)
    )


def _words(child: Token) -> str:
    """What stands for *child* where the marks around it are turned."""
    if child.type == "text":
        return child.content
    if child.type in {"softbreak", "hardbreak"}:
        return " "
    letters = {"piece", "code_inline", "text_special", "image", "footnote_ref"}
    return "x" if child.type in letters else ""


def _letter(number: int) -> str:
    """a, b, … z, aa: a footnote's own sign, for numbers lead to receipts in print."""
    more, last = divmod(number, len(ascii_lowercase))
    return (_letter(more - 1) if more else "") + ascii_lowercase[last]
